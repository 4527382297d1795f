/**
 * Evaluates conditions over one register row: as filters of elements, where a blank fails, and as rules
 * of row checks, where a blank leaves the rule undecided, for missing is never zero and never a fault.
 */
import { add, compare as compareExact, type Exact, exact, isDecimalText, multiply } from "../quantity/exact.ts";
import { toSignificant } from "../quantity/rounding.ts";
import type { RowCondition, RowValue } from "./row.ts";

export type RowValues = Readonly<Record<string, string | null>>;

/** Whether the row meets `condition`; a comparison with a blank side is false. */
export function holds(condition: RowCondition, values: RowValues): boolean {
  switch (condition.kind) {
    case "all":
      return condition.of.every((each) => holds(each, values));
    case "any":
      return condition.of.some((each) => holds(each, values));
    case "not":
      return !holds(condition.of, values);
    default:
      return judgeSimple(condition, values) ?? false;
  }
}

/** As {@link holds}, but null where the answer hangs on a blank (the logic of three values). */
export function judge(condition: RowCondition, values: RowValues): boolean | null {
  switch (condition.kind) {
    case "all": {
      const parts = condition.of.map((each) => judge(each, values));
      return parts.includes(false) ? false : parts.includes(null) ? null : true;
    }
    case "any": {
      const parts = condition.of.map((each) => judge(each, values));
      return parts.includes(true) ? true : parts.includes(null) ? null : false;
    }
    case "not": {
      const inner = judge(condition.of, values);
      return inner === null ? null : !inner;
    }
    default:
      return judgeSimple(condition, values);
  }
}

/** The columns that a condition looks at, in order of appearance. */
export function columnsOf(condition: RowCondition): string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return [...new Set(condition.of.flatMap(columnsOf))];
    case "not":
      return columnsOf(condition.of);
    case "compare":
      return [...new Set([...columnsOfValue(condition.left), ...columnsOfValue(condition.right)])];
    default:
      return [condition.column];
  }
}

/** A value of the row as text: a plain decimal, a date or a code; null when anything it needs is blank. */
export function rowValue(value: RowValue, values: RowValues): string | Exact | null {
  switch (value.kind) {
    case "column":
      return textOf(values, value.column);
    case "literal":
      return value.value;
    case "product":
      return combine([value.left, value.right], values, multiply);
    case "sum":
      return combine(value.terms, values, add);
    case "daysBetween": {
      const from = dayNumber(rowValue(value.from, values));
      const to = dayNumber(rowValue(value.to, values));
      return from === null || to === null ? null : exact(to - from);
    }
  }
}

function judgeSimple(condition: Exclude<RowCondition, { kind: "all" | "any" | "not" }>, values: RowValues): boolean | null {
  if (condition.kind === "compare") {
    const left = rowValue(condition.left, values);
    const right = rowValue(condition.right, values);
    if (left === null || right === null) return null;
    const order = compareValues(left, right);
    switch (condition.operator) {
      case "=":
        return order === 0;
      case "≠":
        return order !== 0;
      case "<":
        return order < 0;
      case "≤":
        return order <= 0;
      case ">":
        return order > 0;
      case "≥":
        return order >= 0;
    }
  }
  const text = textOf(values, condition.column);
  if (condition.kind === "present") return text !== null;
  if (text === null) return null;
  return condition.kind === "in" ? condition.values.includes(text) : new RegExp(`^(?:${condition.pattern})$`, "u").test(text);
}

function compareValues(left: string | Exact, right: string | Exact): number {
  const [leftNumber, rightNumber] = [numberOf(left), numberOf(right)];
  if (leftNumber && rightNumber) return compareExact(leftNumber, rightNumber);
  const [leftText, rightText] = [asText(left), asText(right)];
  return leftText === rightText ? 0 : leftText < rightText ? -1 : 1;
}

function asText(value: string | Exact): string {
  return typeof value === "string" ? value : toSignificant(value);
}

function combine(parts: readonly RowValue[], values: RowValues, operate: (left: Exact, right: Exact) => Exact): Exact | null {
  let result: Exact | null = null;
  for (const part of parts) {
    const value = rowValue(part, values);
    const operand = value === null ? null : numberOf(value);
    if (!operand) return null;
    result = result ? operate(result, operand) : operand;
  }
  return result;
}

function numberOf(value: string | Exact): Exact | null {
  if (typeof value !== "string") return value;
  return isDecimalText(value) ? exact(value) : null;
}

function textOf(values: RowValues, column: string): string | null {
  const text = values[column]?.trim();
  return text === undefined || text === "" ? null : text;
}

function columnsOfValue(value: RowValue): string[] {
  switch (value.kind) {
    case "column":
      return [value.column];
    case "literal":
      return [];
    case "product":
      return [...columnsOfValue(value.left), ...columnsOfValue(value.right)];
    case "sum":
      return value.terms.flatMap(columnsOfValue);
    case "daysBetween":
      return [...columnsOfValue(value.from), ...columnsOfValue(value.to)];
  }
}

/** Days since 1 March of year 0 of the Gregorian calendar (leap days then end a year); null unless an ISO date. */
function dayNumber(value: string | Exact | null): number | null {
  const match = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((monthFromMarch * 153 + 2) / 5) + day;
}
