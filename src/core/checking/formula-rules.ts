/**
 * Rules over formulas: equal, at most, between, within a change, across levels, against a standard. All
 * are silent where a value is missing, does not apply, or lies across a break: missing is never zero.
 */
import type { Check, CheckRule } from "../definition/check.ts";
import { difference, earlier, type Formula, per } from "../definition/formula.ts";
import type { Evaluation } from "../formula/evaluation.ts";
import { applicableLines, meets } from "../formula/standards.ts";
import { decimalsOf } from "../formula/change.ts";
import type { Trace } from "../formula/trace.ts";
import type { Members } from "../model/selection.ts";
import { absolute, compare, type Exact, exact, multiply, one, subtract } from "../quantity/exact.ts";
import { round, toSignificant } from "../quantity/rounding.ts";
import { type Context, type Fault, placesOf, titleOf, whereOf } from "./context.ts";
import { measureLabel } from "./labels.ts";
import { message } from "./messages.ts";
import { leftSide, rightSide, short } from "./proof.ts";

type RuleOf<Kind extends CheckRule["kind"]> = Extract<CheckRule, { kind: Kind }>;

/** Two sides that must be equal, or of which the left must not exceed the right. */
export function compareSides(context: Context, check: Check, rule: RuleOf<"equal" | "atMost">, members: Members): Fault[] {
  const sides = evaluateSides(context, rule.left, rule.right, members);
  if (!sides) return [];
  const order = compare(sides.difference, exact(0));
  if (order === 0 || (rule.kind === "atMost" && order < 0)) return [];
  const apart = short(toSignificant(absolute(sides.difference)));
  const names = { rule: titleOf(check), where: whereOf(context, members) };
  return [
    {
      message: rule.kind === "equal" ? message("equal", { ...names, difference: apart }) : message("atMost", { ...names, excess: apart }),
      proof: comparison(context, sides.left, rule.kind === "equal" ? "≠" : ">", sides.right),
      places: placesOf(context, sides.left, sides.right),
      members,
    },
  ];
}

/** The organisation's own value against the sum of those below it. */
export function acrossLevels(context: Context, check: Check, rule: RuleOf<"acrossLevels">, members: Members): Fault[] {
  const sides = evaluateSides(context, rule.upper, rule.lower, members);
  if (!sides || compare(sides.difference, exact(0)) === 0) return [];
  const apart = short(toSignificant(absolute(sides.difference)));
  return [
    {
      message: message("acrossLevels", { rule: titleOf(check), where: whereOf(context, members), difference: apart }),
      proof: comparison(context, sides.left, "≠", sides.right),
      places: placesOf(context, sides.left, sides.right),
      members,
    },
  ];
}

/** A value between two bounds, both inclusive. */
export function between(context: Context, check: Check, rule: RuleOf<"between">, members: Members): Fault[] {
  const found = complete(context, rule.of, members);
  if (!found) return [];
  const names = { rule: titleOf(check), where: whereOf(context, members), value: short(toSignificant(found.value)) };
  const written = leftSide(context.evaluator.index, found.trace, context.year);
  const places = placesOf(context, found.trace);
  if (rule.low !== undefined && compare(found.value, exact(rule.low)) < 0)
    return [{ message: message("below", { ...names, limit: rule.low }), proof: `${written} < ${rule.low}`, places, members }];
  if (rule.high !== undefined && compare(found.value, exact(rule.high)) > 0)
    return [{ message: message("above", { ...names, limit: rule.high }), proof: `${written} > ${rule.high}`, places, members }];
  return [];
}

/** |now ÷ last year − 1| within a share. A first year, a break and a zero before yield no quotient, so no finding. */
export function changeWithin(context: Context, check: Check, rule: RuleOf<"changeWithin">, members: Members): Fault[] {
  const { dataset } = context.evaluator;
  if (!dataset.hasYear(context.year - 1) || !dataset.tree(context.year - 1).nodes.has(context.node.code)) return [];
  const found = complete(context, per(rule.of, earlier(rule.of)), members);
  if (!found || found.trace.kind !== "operation") return [];
  const change = subtract(found.value, one);
  if (compare(absolute(change), exact(rule.share)) <= 0) return [];
  const [changeText, limit] = [percent(change), percent(exact(rule.share))];
  const written = found.trace.operands.map((operand) => short(operand.value)).join(" ÷ ");
  return [
    {
      message: message("change", { rule: titleOf(check), where: whereOf(context, members), change: changeText, limit: `±${limit}` }),
      proof: `${written} − 1 = ${changeText}，超过±${limit}`,
      places: placesOf(context, found.trace),
      members,
    },
  ];
}

/** The lines of every standard that applies to the organisation. */
export function standardLines(context: Context, rule: RuleOf<"standard">, members: Members): Fault[] {
  const { evaluator, node, year } = context;
  const found = complete(context, { kind: "measure", code: rule.measure }, members);
  if (!found) return [];
  const measure = evaluator.index.measure(rule.measure);
  const value = round(found.value, decimalsOf(measure)) + measure.unit;
  return applicableLines(evaluator, rule.measure, node, year)
    .filter(({ line }) => !meets(found.value, line))
    .map(({ standard, line }) => ({
      message: message("standard", { measure, standard, value, line: line.value + measure.unit, direction: line.kind }),
      proof: `${expand(context, found.trace)} ${line.kind === "atLeast" ? "<" : ">"} ${line.value}`,
      places: placesOf(context, found.trace),
      members,
    }));
}

interface Sides {
  readonly difference: Exact;
  readonly left: Trace;
  readonly right: Trace;
}

function evaluateSides(context: Context, left: Formula, right: Formula, members: Members): Sides | null {
  const found = complete(context, difference(left, right), members);
  if (found?.trace.kind !== "operation") return null;
  const [leftTrace, rightTrace] = found.trace.operands;
  return leftTrace && rightTrace ? { difference: found.value, left: leftTrace, right: rightTrace } : null;
}

/** The evaluation of a formula where every organisation that owes an input gave it; else null. */
export function complete(context: Context, formula: Formula, members: Members): (Evaluation & { readonly value: Exact }) | null {
  const selection = Object.keys(members).length > 0 ? { organisation: context.node.code, members } : { organisation: context.node.code };
  const found = context.evaluator.formula(formula, selection, context.year);
  return found.value === null || found.missing.length > 0 ? null : { ...found, value: found.value };
}

/** Both sides; an indicator alone on its side is followed by its arithmetic. */
function comparison(context: Context, left: Trace, sign: string, right: Trace): string {
  const { index } = context.evaluator;
  const line = `${leftSide(index, left, context.year)} ${sign} ${rightSide(index, right, context.year)}`;
  const behind = [left, right].filter((side) => side.kind === "indicator").map((side) => expand(context, side));
  return [line, ...behind].join("；");
}

function expand(context: Context, trace: Trace): string {
  const { index } = context.evaluator;
  if (trace.kind !== "indicator") return leftSide(index, trace, context.year);
  return `${measureLabel(index, trace.indicator)} = ${leftSide(index, trace.of, context.year)}`;
}

function percent(value: Exact): string {
  return `${round(multiply(value, exact(100)), 1).replace(/\.0$/, "")}%`;
}
