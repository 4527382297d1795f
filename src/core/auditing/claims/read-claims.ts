/** Reads each quantity's clause into a claim: what is named, of whom, when, and what is said of it. */
import type { Claim } from "../claim.ts";
import type { Document } from "../document.ts";
import type { Quantity } from "../quantity.ts";
import type { Sentence } from "./sentences.ts";
import { remembered } from "../remembered.ts";
import type { Lexicon } from "./lexicon.ts";
import { aspectOf, type Stated } from "./aspect.ts";
import { lastBoundary, makes, nameAhead, nameOf, totalOf } from "./naming.ts";
import { respective } from "./respective.ts";
import { ofWhole, open, subjectOf } from "./subject.ts";
import { type CleanLabel, cleanLabel, comparison, labelKey, planned, priorWord, scopeWords } from "./words.ts";

export interface Surroundings {
  readonly document: Document;
  readonly lexicon: Lexicon;
  /** The year reported, or null where the title has none. */
  readonly year: number | null;
}

/** What governs a number stands no further before it. */
const farthest = 400;
const namedBody =
  /([\u4e00-\u9fff]{2,14}?(?:职业技术学校|职业学校|中等专业学校|技工学校|技师学院|职教中心|职业教育中心|职业技术学院|学院|中专(?!业)|集团|公司|[^学院]县|[^院校市]区))(?:(?:19|20)\d\d[年届级学度]{1,2})?(?:[^，。；]{0,6}$)/;

/** Claims of one sentence; `first` is the index of its first quantity. */
export function readClaims(sentence: Sentence, at: number, quantities: readonly Quantity[], first: number, world: Surroundings): Claim[] {
  const { text } = world.document;
  const block = world.document.blocks[sentence.block]!;
  const earlier = text.slice(Math.max(block.start, sentence.start - 600), sentence.start);
  let kind = topicBefore(earlier);
  let outer = kind;
  const claims: Claim[] = [];
  let clause = 0;
  // 2023年到款2146.5万元。上年1873.2万元: the year before the one that the paragraph tells of.
  let year = nowWords.test(text.slice(sentence.start, sentence.start + 12)) ? null : yearBefore(earlier);
  const last = lastOf(/((?:19|20)\d\d)年/g, earlier.replace(comparison, ""));
  const told = year ?? (last && world.year === Number(last[1]) + 1 ? Number(last[1]) : world.year);
  let scope = "";
  let joint = "";
  let whole: CleanLabel | null = null;
  for (const [position, quantity] of quantities.entries()) {
    const from = Math.max(position === 0 ? sentence.start : quantities[position - 1]!.end, quantity.start - farthest);
    const gap = text.slice(from, quantity.start);
    clause += clausesIn(gap);
    const cut = lastBoundary(gap);
    const lead = gap.slice(0, cut);
    // 180人专任教师承担2703人: the noun behind the number before is taken.
    const previous = claims.at(-1);
    const taken = previous && previous.named.start >= previous.quantity.end ? Math.max(0, previous.named.end - from - cut) : 0;
    const head = gap.slice(cut + taken);
    let stated = continued(
      aspectOf(
        quantity,
        head,
        lead,
        text.slice(quantity.end, Math.min(sentence.end, quantity.end + 14)),
        previous?.base === "from",
        previous?.aspect === "change" || previous?.aspect === "growth",
      ),
      gap,
      claims.at(-1),
    );
    if (stated.aspect === "change" && countsChanges.test(head) && isMeasure(head, quantity, world.lexicon))
      stated = { aspect: "level", head, ownLabel: true, base: null, direction: null, comparedWith: null };
    if (stated.base === "from") stated = laterYear(stated, gap, claims.at(-1), world.year);
    const ahead = taken === 0 ? nameAhead(stated, lead, head, from) : null;
    const found = ahead ?? nameOf(stated, head, quantity, from + cut + taken, text, Math.min(sentence.end, quantity.end + 24));
    if (ahead && stated.aspect === "level" && planned.test(ahead.text)) stated = { ...stated, aspect: "plan" };
    const made = makes.exec(found.text);
    if (made) whole = { text: made[1]!, start: found.start, scope: found.scope };
    const named = comparedIn(stated, found, previous, gap)
      ? { ...found, text: previous!.label, start: previous!.named.start }
      : made
        ? { text: found.text.slice(made[0].length), start: found.start + made[0].length, scope: found.scope }
        : whole !== null && found.text === "" && stated.base !== "from" && totalOf.test(gap)
          ? whole
          : found;
    const own = yearIn(gap, stated, told);
    const before = stated.base === "from" ? comparedYear(lead + head, year ?? told) : null;
    if (own.sentence !== null && stated.base !== "from") year = own.sentence;
    if (/[。；;]/.test(gap)) scope = joint = "";
    if (countsMore.test(since(text, sentence.start, quantity.start))) joint = "·一并";
    const body = namedBody.exec(lead + head)?.[1];
    scope = named.scope || (body && !/^(?:全市|我市|全省|各)/.test(body) ? body : scope);
    // （其中民办5所），比上年…: a kind told in a bracket ends with it.
    const bracketed = /[（()）]/.test(gap);
    const inner = bracketed ? /[（(][^（）()]*$/.exec(gap) : null;
    if (bracketed && /^[^（(]*[）)]/.test(gap)) kind = outer;
    if (inner) outer = kindIn(gap.slice(0, inner.index)) ?? kind;
    kind = kindIn(bracketed ? gap.replace(/[（(][^（）()]*[）)]/g, "").replace(/^[^（(]*[）)]/, "") : gap) ?? kind;
    const key = labelKey(named.text);
    const unit = stated.aspect === "perHead" ? quantity.unit : quantity.unit;
    const concept =
      key === "" || stated.aspect === "change" || stated.aspect === "growth"
        ? bindChange(key, world.lexicon)
        : bind(key, unit, world.lexicon);
    claims.push({
      quantity,
      aspect: stated.aspect,
      label: sameWords(named.text),
      named: { start: named.start, end: named.start + named.text.length },
      concept,
      members: {},
      scope: `${scope}${kind && `·${kind}`}${joint}`,
      period: own.claim ?? before ?? (stated.base === "from" ? own.sentence : null) ?? year ?? world.year,
      base: stated.base,
      direction: stated.direction,
      comparedWith:
        stated.comparedWith ?? (stated.aspect === "change" || stated.aspect === "growth" ? comparedYear(lead + head, world.year) : null),
      subject: ofWhole(subjectOf(stated, named, open(claims, quantity, text), first, gap, quantity), stated, claims, first, text),
      sentence: at,
      clause,
    });
  }
  return respective(claims, sentence, text);
}

/** 若计入技工院校，全市…; 加上附设班，…: of more than what the report else speaks of. */
const countsMore =
  /(?:[若如]|倘若?|假如)(?:果|将|把)?[^，,。；;]{0,24}(?:计入|算上|加上|纳入|并入|合并|包[括含])|(?:算上|加上|连同|计入|并入)[^，,。；;]{1,20}(?:在内)?[，,]/;

/** The words since the last full stop or semicolon. */
const since = (text: string, from: number, to: number): string => /[^。；;]*$/.exec(text.slice(Math.max(from, to - 60), to))![0];

/** 奖牌数比上年的126枚增加14枚: the change is of what the value before it names. */
function comparedIn(stated: Stated, found: CleanLabel, previous: Claim | undefined, gap: string): boolean {
  if (stated.aspect !== "change" && stated.aspect !== "growth") return false;
  return found.text === "" && previous?.base === "from" && previous.label !== "" && /^[\u4e00-\u9fff]{1,8}\s*$/.test(gap);
}

/** 专任教师减少人数91人: the name of a measure that counts who left, where no other year is named. */
const countsChanges = /^(?!.*(?:比|较|同比|上年)).*[减增加](?:少|加)?(?:人数|数量?)(?:为|达)?\s*$/;

function isMeasure(head: string, { unit }: Quantity, lexicon: Lexicon): boolean {
  const found = lexicon.findAtEnd(labelKey(cleanLabel(head, 0).text), unit || "人");
  return found !== null && /^(?:[a-z]\d+\s*)?(?:\d{4}年)?$/.test(found.before);
}

function clausesIn(gap: string): number {
  let count = 0;
  for (const sign of gap) if ("，,；;".includes(sign)) count += 1;
  return count;
}

/** 2017年85.6%，2018年为88.9%: the later year is the new value, whatever the words. */
function laterYear(stated: Stated, gap: string, before: Claim | undefined, reported: number | null): Stated {
  const year = Number(/((?:19|20)\d\d)年/.exec(gap)?.[1] ?? NaN);
  // 年均增长7.02%，2020年达到…: a value of the year reported is no earlier one.
  if (reported !== null && year === reported && /达到?$/.test(gap.trimEnd())) return { ...stated, base: null };
  return before && before.period !== null && !/[（(]\s*(?:19|20)\d\d年[^（(]*$/.test(gap) && year > before.period
    ? { ...stated, base: null }
    : stated;
}

/** 一等奖提高35%、二等奖提高3.8%、三等奖1.2%: an item without a verb goes on with the verb before it. */
function continued(stated: Stated, gap: string, before: Claim | undefined): Stated {
  // 生均占地33平方米、生均校舍20平方米: the list of a standard goes on.
  if (before?.aspect === "rule" && stated.aspect === "perHead" && /^、[^，。；、]{2,14}$/.test(gap)) return { ...stated, aspect: "rule" };
  // 分别占专任教师的25%、66%: the second share has the base of the first.
  if (stated.aspect === "rate" && before?.aspect === "share" && /^(?:、|，|,|和|与|及)\s*$/.test(gap))
    return { ...stated, aspect: "share", head: "", ownLabel: false, base: before.base };
  if (stated.aspect !== "rate" || before?.aspect !== "growth" || !/^、[^，。；、]{2,12}$/.test(gap) || /率|占|比例/.test(gap))
    return stated;
  return { ...stated, aspect: "growth", direction: before.direction };
}

/** Kinds of school and of training that a paragraph may turn to: what is said then is of them alone. 中职 is what these reports are about. */
const kinds =
  /幼儿园|学前教育|小学(?!生源)|初中(?!毕业|生源|起点|生)|义务教育|普通高中(?!毕业|生源)|高中阶段(?!毕业)|职业高中|普通中专|成人中专|中等师范|技工学校|技工院校|高职|高等职业|专科|普通高校|高等学校|高等教育|本科院校|独立学院|研究生教育|成人高校|特殊教育|民办|公办|[\u4e00-\u9fff]{2,10}类(?:专业)?(?=[,，])|中职|中等职业/g;

/** The kind of school that the sentences before have turned to: told at the head of one, and ended by 全市 or 我校 at the head of a later one. */
function topicBefore(words: string): string {
  for (const sentence of words.split("。").reverse()) {
    const turned = turnOf(sentence.trimStart().slice(0, 16));
    if (turned !== "") return turned === "whole" ? "" : turned.slice(1);
  }
  return "";
}

/** One string for the same words: {@link labelKey} and its like then know a label by itself, without comparing its signs. */
const sameWords = remembered((words) => words);

const nowWords = /现|目前|本年|今年|当前|如今|截[至止]/;

/** 2017年，全市有…。拥有…: a year at the head of a sentence holds for those behind it in the paragraph, until another is named. */
function yearBefore(words: string): number | null {
  for (const sentence of words.split("。").reverse()) {
    const head = /^\s*(?:截[至止]\s*)?((?:19|20)\d\d)年(?:[末底度]|秋季?|春季?|\d{1,2}月[末底]?)?[，,]/.exec(sentence);
    if (head) return Number(head[1]);
    if (nowWords.test(sentence.slice(0, 12)) || /(?:19|20)\d\d年/.test(sentence.replace(comparison, ""))) return null;
  }
  return null;
}

/** What the head of a sentence turns to: the kind behind a mark, 全市 and the like for the whole, or nothing. */
const turnOf = remembered((words): string => {
  const head = words.replace(/[（(].*$/, "");
  const kind = kindIn(head);
  if (kind !== null) return `=${kind}`;
  return scopeWords.test(head) || /^(?:20|19)\d\d年/.test(head) ? "whole" : "";
});

function kindIn(words: string): string | null {
  let last: string | null = null;
  kinds.lastIndex = 0;
  for (let found = kinds.exec(words); found !== null; found = kinds.exec(words)) [last] = found;
  return last === null ? null : last === "中职" || last === "中等职业" ? "" : last;
}

function bind(key: string, unit: string, lexicon: Lexicon): string | null {
  const whole = lexicon.findLoosely(key, unit);
  if (whole !== null) return whole;
  const tail = lexicon.findAtEnd(key, unit);
  return tail && acceptable.test(tail.before) ? tail.code : null;
}

/** A change is in another unit than its measure: bound by name alone through the units that its measure may have. */
function bindChange(key: string, lexicon: Lexicon): string | null {
  if (key === "") return null;
  for (const unit of ["人", "%", "元", "册", "所", "个", "人次", ":1", "平方米", "台", "项", "家"]) {
    const found = bind(key, unit, lexicon);
    if (found !== null) return found;
  }
  return null;
}

/** Modifiers that do not make another thing of what they stand before. */
const acceptable =
  /^(?:的|中|共|年度|毕业生|应届|学校|中职|中等职业|职业|教育|全日制|学历|在籍|在册|本校|我校|我市|全市|各|教学|初次|总|现有|拥有|其|累计|共有|学年|当年|城乡|科研)*$/;

function yearIn(gap: string, stated: Stated, reported: number | null): { sentence: number | null; claim: number | null } {
  const compared = comparison.exec(gap);
  const plain = compared ? gap.slice(0, compared.index) + gap.slice(compared.index + compared[0].length) : gap;
  const last = lastOf(/((?:19|20)\d\d)\s?(?:[-—－–~]\s?((?:19|20)?\d\d)\s?)?(学年|年|届)/g, plain);
  // 2018—2019学年 is the year in which it ends, as in a title.
  const ends = last?.[2] && last[3] === "学年" ? (last[2].length === 2 ? last[1]!.slice(0, 2) + last[2] : last[2]) : last?.[1];
  const sentence = ends ? Number(ends) : null;
  if (stated.aspect !== "change" && stated.aspect !== "growth" && priorWord.test(plain) && reported !== null)
    return { sentence: null, claim: reported - 1 };
  return { sentence, claim: null };
}

function lastOf(pattern: RegExp, words: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  for (let found = pattern.exec(words); found !== null; found = pattern.exec(words)) last = found;
  return last;
}

function comparedYear(words: string, reported: number | null): number | null {
  const compared = comparison.exec(words)?.[0];
  if (compared === undefined) return null;
  const explicit = /(?:19|20)\d\d/.exec(compared)?.[0];
  return explicit ? Number(explicit) : reported === null ? null : reported - 1;
}
