/** One fact told twice: the same words of the same whole in the same year must be the same number. */
import { compare } from "../../quantity/exact.ts";
import type { Claim } from "../claim.ts";
import { labelKey } from "../claims/words.ts";
import { bare, isExact, meet, printed, withScale } from "./arithmetic.ts";
import { isWholeScope } from "./lookup.ts";
import { oneEditApart } from "./slip.ts";
import { broken, held, type Reading, type Relation, weaklyHeld } from "./relation.ts";
import { ofOtherTopics } from "./topics.ts";

/** Labels too common to name one fact: 项目, 教师, 一等奖 stand for another thing in every clause. */
export const common =
  /^(?:(?:支出|收入)?(?:年初)?(?:决|预)算数?|支出|收入|项目|课程|教师|学生|企业|学校|专业|教材|课题|论文|奖项|一等奖|二等奖|三等奖|金奖|银奖|铜奖|比赛|竞赛|活动|培训|资金|投入|经费|人数|人员|班级|班|学时|基地|中心|平台|证书|设备|合计|小计|总计|共计|其他|其它|县区|市直|公办|民办|男|女|国家级|省级|市级|校级|本科|高级|中级|初级|专家|干部|党员|团员|优秀|合格|良好|规模|面积|技能类|素质类|新增|累计|成果|荣誉|案例|团队|名师|实训室|社团|讲座|志愿者?|服务|家长|用户|企业家|代表|选手)$/;

export function repeatRelations(reading: Reading): Relation[] {
  const groups = new Map<string, number[]>();
  for (const index of reading.claims.keys()) {
    const key = identity(reading, index) ?? shareIdentity(reading, index);
    if (key === null || reading.corrupt.has(index)) continue;
    const list = groups.get(key);
    if (list) list.push(index);
    else groups.set(key, [index]);
  }
  const relations: Relation[] = [];
  for (const indexes of groups.values()) {
    if (indexes.length < 2) continue;
    const majority = mostCommon(reading, indexes);
    for (const index of indexes) {
      if (index === majority) continue;
      const [left, right] = [reading.quantities[majority]!, reading.quantities[index]!];
      // Two shares that agree may both be wrong of their parts.
      if (meet(left.interval, right.interval))
        relations.push((reading.claims[index]!.aspect === "share" ? weaklyHeld : held)(majority, index));
      else if (distinct(reading, majority, index)) relations.push(differ(reading, majority, index));
    }
  }
  return relations;
}

/** Key of the fact that a claim states; null when the words do not fix it. */
function identity(reading: Reading, index: number): string | null {
  const claim = reading.claims[index]!;
  const { quantity } = claim;
  if ((!isInTable(claim) && !isWholeScope(claim.scope)) || quantity.kind === "range" || claim.base === "from") return null;
  // 在校学生, 2019届毕业生: small words that make no other thing.
  const label = labelKey(claim.label.replace(/^(?:(?:19|20)\d\d)?届/, "").replace(/^在校学生/, "在校生"));
  if (
    (label.length < 3 && (claim.concept === null || label.length < 2)) ||
    common.test(label) ||
    /[A-Za-z\d]/.test(label) ||
    label.length > 16
  )
    return null;
  if (claim.aspect === "level" && quantity.kind === "number" && quantity.unit !== "" && !/年|月|天|岁|学时|课时/.test(quantity.unit)) {
    if (!isPlain(reading, index) && !(label.length >= 4 && nearLabel(claim, reading.document.text))) return null;
    return `level ${label} ${quantity.unit} ${claim.period}`;
  }
  if (
    (claim.aspect === "rate" || claim.aspect === "perHead" || claim.aspect === "ratio") &&
    (claim.concept !== null || (claim.aspect === "rate" && label.length >= 5 && claim.sentence >= 0)) &&
    isPlain(reading, index)
  )
    return `${claim.aspect} ${claim.concept} ${label} ${quantity.unit} ${claim.period}`;
  return null;
}

/** 双师型教师占专业教师62.4%: what is a part, and of what. */
function shareIdentity(reading: Reading, index: number): string | null {
  const claim = reading.claims[index]!;
  // 占比 alone: of whatever the whole is.
  if (
    claim.aspect !== "share" ||
    claim.base === null ||
    (claim.base === "" && claim.label === "") ||
    claim.quantity.kind !== "share" ||
    claim.sentence < 0 ||
    !isWholeScope(claim.scope)
  )
    return null;
  const part = labelKey(claim.label || (claim.subject === null ? "" : reading.claims[claim.subject]!.label));
  const base = labelKey(claim.base);
  if (part.length < 3 || base.length === 1 || common.test(part) || /[A-Za-z\d]/.test(part) || /其|该|总/.test(base)) return null;
  return `share ${part} ${base} ${claim.period}`;
}

/** Its row and column name it, whole and part alike: 东县在校生. */
function isInTable(claim: Reading["claims"][number]): boolean {
  return claim.sentence < 0 && claim.named.start === claim.quantity.start;
}

/** The words stand right before the number: 中级职称教师1157人 in a list names as much as 中级职称教师达到1157人 alone. */
const respective = /^[^。；]{0,60}(?:分别|依次|各有)/;
function nearLabel(claim: Reading["claims"][number], text: string): boolean {
  if (claim.named.start >= claim.quantity.start) return false;
  return claim.quantity.start - claim.named.end <= 6 || respective.test(text.slice(claim.named.end, claim.quantity.start));
}

const clauseEnds = "，,。；;：:、（(\n";

/** Whether the clause is nothing but scope, label and number: whatever else stands there may make it another fact. */
function isPlain(reading: Reading, index: number): boolean {
  const claim = reading.claims[index]!;
  const { text } = reading.document;
  if (isInTable(claim)) return true;
  if (claim.named.start >= claim.quantity.start)
    return claim.concept !== null && isBareBefore(text, claim.quantity.start) && !text.startsWith("的", claim.named.end);
  let start = claim.named.start;
  while (start > 0 && !clauseEnds.includes(text[start - 1]!) && claim.named.start - start < 24) start -= 1;
  const before = text.slice(start, claim.named.start);
  if (/中$|里$|下$|(?:分别|依次|各)[有为是]?$/.test(before)) return false;
  // A part named inside another's list (其中 … ) belongs to that whole.
  const lead = text.slice(Math.max(0, start - 6), start);
  return !/其中|[（(：:、]\s*$/.test(lead);
}

/** 全校5178人在校生当中, 以180人专任教师: nothing but whose before the number. */
function isBareBefore(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && !clauseEnds.includes(text[start - 1]!) && at - start < 14) start -= 1;
  return /^\s*(?:在|以|按|于)?(?:全市|全省|全县|全校|我市|我省|我校|我县|中职学校|全市中职学校|全省中职学校|学校|现有|共有)*$/.test(
    text.slice(start, at),
  );
}

/** The figure that most of the places agree on; the first where all differ. */
function mostCommon(reading: Reading, indexes: readonly number[]): number {
  const counts = new Map<string, { readonly first: number; count: number }>();
  for (const index of indexes) {
    const key = withScale(reading.quantities[index]!);
    const entry = counts.get(key) ?? { first: index, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  let best = { first: indexes[0]!, count: 0 };
  for (const entry of counts.values()) if (entry.count > best.count) best = entry;
  return best.first;
}

/** Whether two values that differ can have been meant to be one: a slip of a digit, or nearly the same. Other values are of other things. */
function distinct(reading: Reading, left: number, right: number): boolean {
  const [first, second] = [reading.claims[left]!, reading.claims[right]!];
  if (first.sentence === second.sentence && first.sentence >= 0) return false;
  if (first.sentence >= 0 && second.sentence >= 0 && ofOtherTopics(reading, left, right)) return false;
  if (ofEach.test(first.label) && ofEach.test(second.label)) return false;
  if (definitionOf(reading, left) !== definitionOf(reading, right)) return false;
  const [one, other] = [reading.quantities[left]!, reading.quantities[right]!];
  if (
    sameShape(withScale(one), withScale(other)) &&
    oneEditApart(withScale(one).replace(".", ""), withScale(other).replace(".", "")) &&
    withScale(one).replace(/\D|^[0.]+/g, "").length >= 3
  )
    return isInTable(first) === isInTable(second) ? !isInTable(first) : !inAnotherYear(reading, isInTable(first) ? right : left);
  // Tables are of many populations: beside one, only a slip of a digit counts.
  if (isInTable(first) || isInTable(second)) return false;
  // 双元制试点学校3所 here and 4所 there: words that long name one thing.
  if (
    labelKey(first.label).length >= 6 &&
    labelKey(first.label) === labelKey(second.label) &&
    /^(?:所|家|个)$/.test(one.unit) &&
    isExact(one) &&
    isExact(other)
  )
    return true;
  if (first.aspect !== "level") return false;
  const [digits, others] = [withScale(one), withScale(other)];
  // 78267315 beside 7315: an old value glued before the new.
  if (digits.length !== others.length && Math.min(digits.length, others.length) >= 3 && /^\d+$/.test(digits + others)) {
    const [short, long] = digits.length < others.length ? [digits, others] : [others, digits];
    if (long.length <= short.length * 2 + 1 && (long.startsWith(short) || long.endsWith(short))) return true;
  }
  const listed = !isPlain(reading, left) || !isPlain(reading, right);
  if (first.concept === null && (labelKey(first.label).length < 4 || withScale(one).length < 3)) return false;
  if (listed && !sameWholes(reading, left, right)) return false;
  const [low, high] = compare(one.value, other.value) < 0 ? [one.value, other.value] : [other.value, one.value];
  return compare({ ...low, numerator: low.numerator * 20n }, { ...high, numerator: high.numerator * 17n }) > 0;
}

/** 收入285万元（自然口径）, 收入（同口径）301万元: how it was counted, told in a bracket of the name or of the value. */
function definitionOf(reading: Reading, index: number): string {
  const { label, quantity } = reading.claims[index]!;
  const behind = reading.document.text.slice(quantity.end, quantity.end + 16);
  return (
    /[（(]([^（）()]*(?:口径|不含|剔除|扣除)[^（）()]*)[）)]$/.exec(label)?.[1] ??
    /^[（(]([^（）()]*(?:口径|不含|剔除|扣除)[^（）()]*)[）)]/.exec(behind)?.[1] ??
    ""
  );
}

/** The table has the prose's value in the column of another year: the prose was read into the wrong one. */
function inAnotherYear(reading: Reading, index: number): boolean {
  const said = reading.claims[index]!;
  return (tableClaimsOf(reading).get(said.label) ?? []).some(
    (claim) => claim.period !== said.period && meet(claim.quantity.interval, said.quantity.interval),
  );
}

const tableClaimsBy = new WeakMap<Reading, ReadonlyMap<string, readonly Claim[]>>();

/** Claims of tables by their label. */
function tableClaimsOf(reading: Reading): ReadonlyMap<string, readonly Claim[]> {
  const known = tableClaimsBy.get(reading);
  if (known) return known;
  const found = new Map<string, Claim[]>();
  for (const claim of reading.claims) {
    if (!isInTable(claim)) continue;
    const list = found.get(claim.label);
    if (list) list.push(claim);
    else found.set(claim.label, [claim]);
  }
  tableClaimsBy.set(reading, found);
  return found;
}

/** Names that every test, training and project has of its own: two of them need not be one thing. */
export const ofEach =
  /^(?:合格率|优秀率|优良率|参与率|参测率|参训率|完成率|达标率|增长率|覆盖率|通过率|到位率|占比|比例|比重|满意度|满意率|总数|人数|数量|金额|经费|合计|平均)$/;

/** 95.6 and 96.5 differ by two neighbours exchanged, the point apart; 9.56 and 95.6 by its place. */
function sameShape(left: string, right: string): boolean {
  return (left.split(".")[1]?.length ?? 0) === (right.split(".")[1]?.length ?? 0);
}

/** Parts of two lists are one fact only when their lists are of one whole; a part and a plain value need no more than their words. */
function sameWholes(reading: Reading, left: number, right: number): boolean {
  if (isPlain(reading, left) || isPlain(reading, right)) return true;
  const [first, second] = [wholeOf(reading, left), wholeOf(reading, right)];
  return first !== null && second !== null && labelKey(reading.claims[first]!.label) === labelKey(reading.claims[second]!.label);
}

function wholeOf(reading: Reading, index: number): number | null {
  const claim = reading.claims[index]!;
  if (claim.sentence < 0) return null;
  for (const other of [...(reading.bySentence[claim.sentence] ?? [])].reverse()) {
    if (other >= index) continue;
    const gap = reading.document.text.slice(reading.quantities[other]!.end, reading.quantities[index]!.start);
    if (/其中|[（(]/.test(gap) && reading.quantities[other]!.unit === claim.quantity.unit) return other;
  }
  return null;
}

function differ(reading: Reading, left: number, right: number): Relation {
  const [first, second] = [reading.quantities[left]!, reading.quantities[right]!];
  const name = reading.claims[left]!.label;
  const [low, high] = compare(first.value, second.value) < 0 ? [first, second] : [second, first];
  const hedgedFit = !isExact(first) || !isExact(second);
  return broken([right, left], {
    code: "CROSS",
    tier: "warning",
    message: {
      zh: `“${name}”前后两处不一：${printed(first)}与${printed(second)}`,
      en: `"${name}" has two values: ${printed(first)} and ${printed(second)}`,
    },
    proof: hedgedFit ? `${printed(first)}与${printed(second)}没有共同的值` : `${bare(low)} ≠ ${bare(high)}`,
    at: [right, left],
    suggestions: [
      {
        zh: `核对后统一为${printed(first)}或${printed(second)}；若口径不同，请写明口径`,
        en: `make both ${printed(first)} or ${printed(second)}, or name what differs`,
      },
    ],
  });
}
