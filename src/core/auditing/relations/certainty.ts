/**
 * When a contradiction between figures is a proof. The rules read words, and words can be misread: a finding stays a proof only
 * where nothing around its figures qualifies them, where a mistake of the hand can have made it, and where its figures do not all
 * agree with others.
 */
import { absolute, compare, divide, type Exact, exact, subtract, sum, zero } from "../../quantity/exact.ts";
import { type Interval, point } from "../../quantity/interval.ts";
import { repairs } from "../repairs.ts";
import { isCoarse, isExact } from "./arithmetic.ts";
import type { Draft, Reading, Relation } from "./relation.ts";
import { whatPart } from "./what-part.ts";

/** Proofs that may be misreadings become warnings: a proof is one only where no other reading explains its figures. */
export function withCertainty(reading: Reading, relations: readonly Relation[]): Relation[] {
  const agreed = agreeing(reading, relations);
  return relations.map((relation) => {
    const { finding } = relation;
    if (finding?.tier !== "proof" || finding.code === "RESIDUE" || relation.operands.length < 2) return relation;
    const doubtful =
      otherReadings.some((explains) => explains(reading, relation, finding)) ||
      // Where the direction alone is wrong the figures do agree.
      (finding.code !== "DIR" && relation.operands.every((operand) => agreed.has(operand)));
    return doubtful ? { ...relation, finding: asWarning(finding) } : relation;
  });
}

/** What else the figures of a contradiction may mean. */
const otherReadings: readonly ((reading: Reading, relation: Relation, finding: Draft) => boolean)[] = [
  isQualified,
  isOfTwoTimes,
  overlaps,
  isGross,
  isNoPart,
  (reading, relation) => !isExplained(reading, relation),
];

const asWarning = (finding: Draft): Draft => ({ ...finding, tier: "warning" });

/** Figures that stand in a relation of three or more that holds. */
function agreeing({ quantities }: Reading, relations: readonly Relation[]): ReadonlySet<number> {
  return new Set(
    relations.flatMap((relation) =>
      relation.held && !relation.weak && relation.operands.length > 2
        ? relation.operands.filter((index) => !isCoarse(quantities[index]!))
        : [],
    ),
  );
}

/** Words that say that a figure counts something else than its name alone would. */
const qualifying =
  /累计|历年|历次|口径|不含|不包括|不计|未计|未含|未统计|剔除|扣除|除外|除[^，。；]{1,12}(?:以?外|之外)|折合|折算|按可比|还原|抽样|测算|估算|缺报|暂缺/;

/** One of the words stands in the clause of a figure, or right behind it. */
function isQualified(reading: Reading, { operands }: Relation): boolean {
  return operands.some(
    (operand) =>
      qualifying.test(clauseOf(reading, operand)) || qualifying.test(/^\s*[（(][^（）()]*/.exec(behind(reading, operand))?.[0] ?? ""),
  );
}

/** The words between the last sign, or figure, and this figure. */
function clauseOf(reading: Reading, operand: number): string {
  const { start } = reading.quantities[operand]!;
  const sentence = reading.sentences[reading.claims[operand]!.sentence];
  if (!sentence) return "";
  const from = Math.max(sentence.start, reading.quantities[operand - 1]?.end ?? 0, start - 40);
  return /[^，,；;。]*$/.exec(reading.document.text.slice(Math.min(from, start), start))![0];
}

/** The words behind a figure, as far as the next. */
function behind(reading: Reading, operand: number): string {
  const { end } = reading.quantities[operand]!;
  const sentence = reading.sentences[reading.claims[operand]!.sentence];
  if (!sentence) return "";
  const to = Math.min(sentence.end, reading.quantities[operand + 1]?.start ?? sentence.end, end + 16);
  return reading.document.text.slice(end, Math.max(to, end));
}

/** A sum or a share of values of different years. */
function isOfTwoTimes(reading: Reading, { operands }: Relation, { code }: Draft): boolean {
  if (!/^(?:SUM|SHARE|SUBSET|RATIO|PERCAP)$/.test(code)) return false;
  return new Set(operands.flatMap((operand) => reading.claims[operand]!.period ?? [])).size > 1;
}

/** 行政人员52人（含双肩挑30人）: a part that counts some who stand in another part too, or not in the whole. */
function overlaps(reading: Reading, { operands }: Relation, { code }: Draft): boolean {
  if (code !== "SUM") return false;
  return operands.some((operand) => /^\s*[（(][^（()）]{0,8}(?:含|兼|重复|交叉|另有)/.test(behind(reading, operand)));
}

/** 新增96间 may have replaced others: only 比上年增加 is more than there was before. */
function isGross(reading: Reading, { operands }: Relation, { code }: Draft): boolean {
  if (code !== "PRIOR") return false;
  const clause = clauseOf(reading, operands[0]!);
  return (
    !/[较比]/.test(clause) ||
    /新[增建购招聘开]|引进|补充|招聘|添置|[一二两三四五六七八九十\d几近]年(?:来|间|共|累计)|以来|期间|年均/.test(clause)
  );
}

/** A part above its whole by so much, or of such a name, that it is rather none of it. */
function isNoPart(reading: Reading, { operands }: Relation, { code, at }: Draft): boolean {
  if (code !== "SUBSET" || operands.length !== 2) return false;
  const part = at.find((operand) => operand !== operands[0]) ?? operands[1]!;
  return (
    whatPart(
      reading,
      operands.find((operand) => operand !== part)!,
      part,
    ) !== "a part"
  );
}

/** What the whole of a sum and each of its parts would have to be, the others being right. */
export function sumNeeds(reading: Reading, [whole, ...parts]: readonly number[]): ReadonlyMap<number, Interval> {
  const value = (index: number): Exact => reading.quantities[index]!.value;
  const added = sum(parts.map(value));
  return new Map([
    [whole!, point(added)],
    ...parts.map((part) => [part, point(subtract(value(whole!), subtract(added, value(part))))] as const),
  ]);
}

/** One slip of the hand in one figure mends it, or it misses by so little that a value was left from an older text. */
export function isExplained(reading: Reading, relation: Relation): boolean {
  // A wrong word of direction, or a part above its whole, needs no slip: the words themselves exclude each other.
  if (relation.finding && /^(?:DIR|SUBSET)$/.test(relation.finding.code)) return true;
  const needs = relation.needs ?? (relation.finding?.code === "SUM" ? sumNeeds(reading, relation.operands) : undefined);
  if (!needs || needs.size === 0) return true;
  return [...needs].some(([operand, needed]) => {
    const quantity = reading.quantities[operand]!;
    if (!isExact(quantity)) return true;
    if (needed.low && needed.high && isNear(quantity.value, needed.low.value, needed.high.value)) return true;
    return repairs(reading.document, quantity, needed).length > 0;
  });
}

/** Within a quarter of what it should be. */
function isNear(value: Exact, low: Exact, high: Exact): boolean {
  const expected = compare(value, low) < 0 ? low : compare(value, high) > 0 ? high : value;
  if (compare(expected, zero) <= 0) return false;
  return compare(divide(absolute(subtract(value, expected)), expected), exact("0.25")) <= 0;
}
