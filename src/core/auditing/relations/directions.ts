/**
 * Which way a statement says that something went, against its own figures: 由1200人增加到1150人, and against another word of the
 * same statement: 减少120人、增长3.2%. What is told elsewhere, in a table or in another sentence, is in `directions-elsewhere.ts` and `other-years.ts`.
 */
import { directionOf, type Direction, movingVerbs } from "../../language/change-verb.ts";
import { absolute, compare, subtract, zero } from "../../quantity/exact.ts";
import { changeBefore, comparison } from "../claims/words.ts";
import type { Quantity } from "../quantity.ts";
import { bare, isExact, meet, printed } from "./arithmetic.ts";
import { isLevel, isOfEach } from "./change-levels.ts";
import { broken, type Reading, type Relation, weaklyHeld } from "./relation.ts";

export function directionRelations(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, index) => {
    if (claim.sentence < 0 || index === 0 || reading.claims[index - 1]!.sentence !== claim.sentence) return [...ofClause(reading, index)];
    return [...ofTwoLevels(reading, index), ...ofTwoWords(reading, index), ...ofClause(reading, index)];
  });
}

const when = "(?:上一?年度?|去年|前一?年度?|(?:19|20)\\d\\d年度?|上一?学年度?|本年度?|今年|当年|目前)(?:同期|底|末)?的?";
const adverbs =
  "(?:有所|略有|稍有|略|小幅|大幅度?|明显|显著|进一步|继续|持续|稳步|逐步|逐年|不断|均|都|已|再|又|则|快速|迅速|较快|[的地，,])*";
/** 由…, 较上年的… right before the earlier value. */
const fromWords = new RegExp(
  `(?:(?:^|[^来])(?:[由从]|自(?![然主治筹学贡有动营考愿费助建身行由]))[^，,。；;由从自]{0,14}|(?:较|比|与|同|相比)${when}(?:为|[^，,。；;\\d]{2,8}的)?)$`,
);
/** A verb of change, then 到: the new value is behind. */
const becoming = new RegExp(
  `^的?${adverbs}(${movingVerbs}|[增升涨减降跌扩缩]|发展|扩充|充实|压缩)(?:了)?(?:[，,]?(?:现)?达到?|到了?|[至为成])(?:${when})?(?:约|近|的)?$`,
);
const plainBecoming = new RegExp(`^(?:变化?|调整|转|改)?[到至为成]了?(?:${when})?(?:约|近)?$|^→$`);
/** 1150人，比上年的[1200人]有所增加: the earlier value is the second. */
const comparedWith = new RegExp(`^[，,（(、；;]?(?:与|比|较|同|相比于?|相较于?)${when}(?:为)?$`);
const movedBehind = new RegExp(`^(?:相比|比)?${adverbs}(${movingVerbs})了?(?=[，。；,;）)]|$)`);
/** 2018年1200人，[2019年]1150人. */
const nextYear = /^[，,；;](?:而|到)?(?:(?:19|20)\d\d年|今年|本年)(?:则?[为达是有]|达到)?$/;
/** 规模有所扩大 behind the two values, or before them. */
const trailing = new RegExp(
  `^[，,](?:总?(?:规模|总量|人数|数量|总数)|比例|占比|比重)?(?:比上年|较上年|同比)?${adverbs}(${movingVerbs})(?=[，。；,;]|$)`,
);
const leading = new RegExp(
  `(?:^|[，,。；;])([^，,。；;\\d]{2,14}?)${adverbs}(${movingVerbs})[，,：:]([^，,。；;\\d]{0,10}?)(?:[由从自](?:${when})?)?$`,
);
/** Things of which less is more, and the other way: 第12位上升到第9位. */
const reversed = /名次|排名|位次|位列|排第|第$|负|亏|赤字/;

/** Two levels next to each other with a verb that says which way it went. */
function ofTwoLevels(reading: Reading, second: number): Relation[] {
  const first = second - 1;
  const [one, two] = [reading.claims[first]!, reading.claims[second]!];
  if (!isLevelLike(reading, first) || !isLevelLike(reading, second) || reading.corrupt.has(first) || reading.corrupt.has(second)) return [];
  const [left, right] = [one.quantity, two.quantity];
  const between = reading.document.text.slice(left.end, right.start).trim();
  // 由1200增加到1150人: one unit for both.
  if (left.unit !== right.unit && !(left.unit === "" && becoming.test(between))) return [];
  const lead = leadOf(reading, first);
  if (reversed.test(lead.slice(-16)) || isNegative(reading, first) || isNegative(reading, second)) return [];
  const tail = tailOf(reading, second);
  const starts = one.base === "from" || fromWords.test(lead);
  if (starts && /(?:增加|增长|上升|提高|下降|减少|降低|回落)$/.test(lead)) return [];
  const said = (earlier: number, later: number, word: string, tier: "proof" | "warning"): Relation[] =>
    against(reading, earlier, later, directionOf(word), tier);
  if (starts) {
    const verb = becoming.exec(between)?.[1];
    // 生师比由19：1提高到17：1: the better ratio.
    if (left.kind === "ratio" && /提|升$|高|低|改/.test(between)) return [];
    if (verb) return said(first, second, verb, one.base === "from" && !/[，,]/.test(between) ? "proof" : "warning");
    // 就业率，由…: the verb of the reader where mine knows none.
    if (one.base === "from" && two.base !== "from" && two.direction !== null && isLevel(two))
      return against(reading, first, second, two.direction, "proof");
    if (plainBecoming.test(between)) return said(first, second, trailing.exec(tail)?.[1] ?? leadingVerb(lead, one.label) ?? "", "warning");
    return [];
  }
  if (two.base === "from" && two.direction !== null && isLevel(one)) return against(reading, second, first, two.direction, "proof");
  if (comparedWith.test(between)) return said(second, first, movedBehind.exec(tail)?.[1] ?? "", "warning");
  if (nextYear.test(between) && one.period !== null && two.period !== null && one.period < two.period)
    return said(first, second, trailing.exec(tail)?.[1] ?? "", "warning");
  return [];
}

/** 由12.6个百分点缩小到13.8个百分点: points can be a level. */
const isLevelLike = (reading: Reading, index: number): boolean => {
  const { quantity } = reading.claims[index]!;
  if (isOfEach(reading, index)) return false;
  return (
    quantity.kind === "points" ||
    quantity.kind === "number" ||
    quantity.kind === "share" ||
    (quantity.kind === "ratio" && !isOneToMany(quantity))
  );
};

/** 师生比由1：20提高到1：15: some call the many the measure, some the one. */
const isOneToMany = ({ kind, text }: Quantity): boolean => kind === "ratio" && /^1\s*[:：∶]/.test(text);

/** A minus sign, which the reader of numbers may have taken for a dash. */
const isNegative = (reading: Reading, index: number): boolean => {
  const { start, value } = reading.quantities[index]!;
  return compare(value, zero) < 0 || /[-−－—]\s*$/.test(reading.document.text.slice(Math.max(0, start - 2), start));
};

/** The words before a figure, as far as the one before it or its sentence. */
function leadOf(reading: Reading, index: number): string {
  const claim = reading.claims[index]!;
  const { start } = reading.quantities[index]!;
  const from = Math.max(reading.sentences[claim.sentence]?.start ?? 0, reading.quantities[index - 1]?.end ?? 0, start - 60);
  return reading.document.text.slice(Math.min(from, start), start).trimEnd();
}

function tailOf(reading: Reading, index: number): string {
  const claim = reading.claims[index]!;
  const { end } = reading.quantities[index]!;
  const to = Math.min(reading.sentences[claim.sentence]!.end, reading.quantities[index + 1]?.start ?? end + 30, end + 30);
  return reading.document.text.slice(end, Math.max(end, to));
}

/** 在校生规模有所扩大，由…: where the clause between names nothing else. */
function leadingVerb(lead: string, label: string): string | undefined {
  const found = leading.exec(lead);
  if (!found) return undefined;
  const [, topic, verb, inner] = found;
  const named = inner!.replace(/[由从自].*$/, "");
  const sameTopic = named === "" || topic!.includes(named) || /规模|总量|人数|数量|总数/.test(topic!);
  return sameTopic && (named === "" || label.includes(named)) ? verb : undefined;
}

function against(reading: Reading, earlier: number, later: number, said: Direction | null, tier: "proof" | "warning"): Relation[] {
  if (said === null || said === "flat") return [];
  const [before, now] = [reading.quantities[earlier]!, reading.quantities[later]!];
  const order = compare(now.value, before.value);
  if (order === 0 || order > 0 === (said === "up")) return [weaklyHeld(later, earlier)];
  // 由1.2万人增加到11980人: by less than the last place.
  const step = compare(now.step, before.step) > 0 ? now.step : before.step;
  const exactly = isExact(now) && isExact(before);
  if (exactly ? compare(absolute(subtract(now.value, before.value)), step) < 0 : meet(now.interval, before.interval)) return [];
  return [opposite(later, earlier, now, before, order, exactly && now.kind !== "ratio" ? tier : "warning")];
}

function opposite(now: number, before: number, level: Quantity, earlier: Quantity, order: number, tier: "proof" | "warning"): Relation {
  return broken([now, before], {
    code: "DIR",
    tier,
    message: {
      zh: `由${printed(earlier)}到${printed(level)}，升降方向与文字相反`,
      en: `from ${printed(earlier)} to ${printed(level)}: the direction is the opposite of the words`,
    },
    proof: `${bare(level)} ${order > 0 ? ">" : "<"} ${bare(earlier)}`,
    at: [now, before],
  });
}

const lastYear = /上一?年|去年|同比|上年同期|(?:19|20)\d\d年|上一?学年/;
/** 减支120万元，同比增长…: by how much was saved, and what became of the savings. */
const ofItself = /(?:增收|减收|增支|减支|增产|减产|净增加?|净减少?|[多少][增减]|新增加?|减亏|扩容)[^，,、（(]*$/;

/** 比上年减少120人、增长3.2%: one change told by number and in per cent, each with another way to go. */
function ofTwoWords(reading: Reading, second: number): Relation[] {
  const first = second - 1;
  const [one, two] = [reading.claims[first]!, reading.claims[second]!];
  if (one.direction === null || two.direction === null || one.direction === two.direction) return [];
  if (one.direction === "flat" || two.direction === "flat" || reading.corrupt.has(first) || reading.corrupt.has(second)) return [];
  const percent = (claim: typeof one): boolean => claim.aspect === "growth" && claim.quantity.unit === "%";
  const number = (claim: typeof one): boolean =>
    claim.aspect === "change" && claim.quantity.kind === "number" && claim.quantity.unit !== "";
  if (!(number(one) && percent(two)) && !(percent(one) && number(two) && one.subject !== null && one.subject === two.subject)) return [];
  if (isNegative(reading, first) || isNegative(reading, second)) return [];
  const lead = leadOf(reading, first)
    .split(/[，,。；;（(]/)
    .at(-1)!;
  const between = reading.document.text.slice(one.quantity.end, two.quantity.start).trim();
  const verb = changeBefore.exec(between);
  if (!verb) return [];
  const joint = between.slice(0, verb.index).replace(/^[，,、（(；;]\s*/, "");
  const [compared, again] = [comparison.exec(lead)?.[0] ?? "", comparison.exec(joint)?.[0] ?? ""];
  if (joint.replace(again, "").replace(/^[即约]$/, "") !== "") return [];
  // 比上年增加…，环比下降…: two comparisons.
  if (/环比|年初|期初/.test(compared + again) || (again !== "" && yearOf(again) !== yearOf(compared))) return [];
  if (/[负亏]|逆差|赤字/.test(lead)) return [];
  if (ofItself.test(lead) && !(lastYear.test(compared) && !/[多少][增减]|新增|减亏/.test(lead))) return [];
  const [word, other] = [one, two].map((claim) => (claim.direction === "up" ? "增" : "减"));
  return [
    broken([second, first], {
      code: "DIR",
      tier: "warning",
      message: {
        zh: `${printed(one.quantity)}前写作“${word}”，${printed(two.quantity)}前写作“${other}”，同一变化的方向相反`,
        en: `${printed(one.quantity)} and ${printed(two.quantity)} tell one change in opposite directions`,
      },
      proof: `“${word}${bare(one.quantity)}”与“${other}${bare(two.quantity)}%”不能同时成立`.replace(/%%/g, "%"),
      at: [second, first],
    }),
  ];
}

/** The year that a comparison names; one for all that mean the year before. */
const yearOf = (words: string): string => /(?:19|20)\d\d/.exec(words)?.[0] ?? "before";

const topicMoved = new RegExp(
  `(?:^|[，,。；;])([^，,。；;\\d]{2,14}?)(?:比上年|较上年|同比)?((?:有所|略有|稍有|小幅|大幅度?|明显|显著|进一步|继续|持续|稳步|逐步|逐年|不断)+)(${movingVerbs})[，,]\\s*(?:同?比|较|与|同)(?:上年|去年|上一?年度?|上学年)?(?:同期)?(?:相比)?[，,]?(?:净)?$`,
);
/** Of these a rise of the one and a fall of the other go together, or the trend is of other years. */
const otherTrend =
  /[增降涨跌减]幅|增速|速度|差距|逆差|顺差|缺口|赤字|亏损|成本|能耗|价|指数|质量|水平|能力|结构|以来|近年|[三五十]年|累计|总体|整体|虽|但|收支|投诉|事故/;

/** 招生规模有所上升，比上年减少120人. */
function ofClause(reading: Reading, at: number): Relation[] {
  const claim = reading.claims[at]!;
  if ((claim.aspect !== "change" && claim.aspect !== "growth") || claim.direction === null || claim.direction === "flat") return [];
  if (claim.sentence < 0 || reading.corrupt.has(at) || isNegative(reading, at)) return [];
  const lead = leadOf(reading, at);
  const verb = changeBefore.exec(lead);
  const found = verb && topicMoved.exec(lead.slice(0, verb.index));
  if (!found) return [];
  const said = directionOf(found[3]!);
  const topic = found[1]!;
  const isShare = /率|占比|比例|比重/.test(topic);
  if (said === null || said === claim.direction || otherTrend.test(topic) || isShare !== (claim.quantity.kind === "points")) return [];
  return [
    broken([at], {
      code: "DIR",
      tier: "warning",
      message: {
        zh: `“${topic}${found[2]}${found[3]}”，其后却写作“${claim.direction === "up" ? "增" : "减"}”${printed(claim.quantity)}`,
        en: `"${topic}${found[2]}${found[3]}", and then a change by ${printed(claim.quantity)} the other way`,
      },
      proof: `“${found[3]}”与“${verb[1]}${printed(claim.quantity)}”方向相反`,
      at: [at],
    }),
  ];
}
