/**
 * When a contradiction between figures is a proof. The rules read words, and words can be misread: a finding stays a proof only
 * where nothing around its figures qualifies them, where a mistake of the hand can have made it, and where its figures do not all
 * agree with others.
 */
import { absolute, compare, divide, type Exact, exact, subtract, sum, zero } from "../../quantity/exact.ts";
import { type Interval, point } from "../../quantity/interval.ts";
import type { FindingCode } from "../../definition/check.ts";
import { repairs } from "../repairs.ts";
import { isExact } from "./arithmetic.ts";
import type { Draft, Reading, Relation } from "./relation.ts";

/** Findings that rest on arithmetic between figures that words bind. */
const arithmetic: ReadonlySet<FindingCode> = new Set(["SUM", "SHARE", "RATIO", "SUBSET", "PERCAP", "DELTA", "PRIOR", "DENOM"]);

/** Proofs that may be misreadings become warnings. */
export function withCertainty(reading: Reading, relations: readonly Relation[]): Relation[] {
  const agreed = agreeing(relations);
  return relations.map((relation) => {
    const { finding } = relation;
    if (!finding || finding.tier !== "proof" || !arithmetic.has(finding.code) || relation.operands.length < 2) return relation;
    const doubtful =
      isQualified(reading, relation) ||
      isOfTwoTimes(reading, relation) ||
      !isExplained(reading, relation) ||
      relation.operands.every((operand) => agreed.has(operand));
    return doubtful ? { ...relation, finding: asWarning(finding) } : relation;
  });
}

const asWarning = (finding: Draft): Draft => ({ ...finding, tier: "warning" });

/** Figures that stand in a relation of three or more that holds. */
function agreeing(relations: readonly Relation[]): ReadonlySet<number> {
  return new Set(
    relations.flatMap((relation) => (relation.held && !relation.weak && relation.operands.length > 2 ? relation.operands : [])),
  );
}

/** Words that say that a figure counts something else than its name alone would. */
const qualifying =
  /累计|历年|历次|口径|不含|不包括|不计|未计|未含|未统计|剔除|扣除|除外|除[^，。；]{1,12}(?:以?外|之外)|折合|折算|按可比|还原|抽样|测算|估算|缺报|暂缺/;

/** One of the words stands in the clause of a figure, or right behind it. */
function isQualified(reading: Reading, { operands }: Relation): boolean {
  return operands.some((operand) => {
    const claim = reading.claims[operand]!;
    const sentence = reading.sentences[claim.sentence];
    if (!sentence) return false;
    const { start, end } = reading.quantities[operand]!;
    const from = Math.max(sentence.start, reading.quantities[operand - 1]?.end ?? 0, start - 40);
    const to = Math.min(sentence.end, reading.quantities[operand + 1]?.start ?? sentence.end, end + 16);
    const before = /[^，,；;。]*$/.exec(reading.document.text.slice(Math.min(from, start), start))![0];
    const behind = /^\s*[（(][^（）()]*/.exec(reading.document.text.slice(end, Math.max(to, end)))?.[0] ?? "";
    return qualifying.test(before) || qualifying.test(behind);
  });
}

/** A sum or a share of values of different years. */
function isOfTwoTimes(reading: Reading, { operands, finding }: Relation): boolean {
  if (!/^(?:SUM|SHARE|SUBSET|RATIO|PERCAP)$/.test(finding!.code)) return false;
  return new Set(operands.flatMap((operand) => reading.claims[operand]!.period ?? [])).size > 1;
}

/** What the whole of a sum and each of its parts would have to be, the others being right. */
function sumNeeds(reading: Reading, [whole, ...parts]: readonly number[]): ReadonlyMap<number, Interval> {
  const value = (index: number): Exact => reading.quantities[index]!.value;
  const added = sum(parts.map(value));
  return new Map([
    [whole!, point(added)],
    ...parts.map((part) => [part, point(subtract(value(whole!), subtract(added, value(part))))] as const),
  ]);
}

/** One slip of the hand in one figure mends it, or it misses by so little that a value was left from an older text. */
export function isExplained(reading: Reading, relation: Relation): boolean {
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
