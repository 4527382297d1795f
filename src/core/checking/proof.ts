/**
 * Proof lines: the arithmetic behind a finding, written so that a reader can follow it with a pocket
 * calculator: "公共课教师1019 + 专业课教师922 = 1941 ≠ 专任教师1940".
 */
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import type { Trace } from "../formula/trace.ts";
import { exact } from "../quantity/exact.ts";
import { round } from "../quantity/rounding.ts";
import { measureLabel } from "./labels.ts";

/** One side of a comparison, its result last: "甲1 + 乙2 = 3". `year` is the year of the check: others are named. */
export function leftSide(index: KnowledgeIndex, trace: Trace, year: number): string {
  const written = expression(index, trace, year);
  return trace.kind === "operation" ? `${written} ${result(trace.value)}` : written;
}

/** The other side, its result first: "3 = 甲1 + 乙2". */
export function rightSide(index: KnowledgeIndex, trace: Trace, year: number): string {
  const written = expression(index, trace, year);
  return trace.kind === "operation" ? `${printed(trace.value)} ${isRounded(trace.value) ? "≈" : "="} ${written}` : written;
}

/** What a calculation gives: "= 3", "≈ 69.2308". */
export function result(value: string | null): string {
  return `${isRounded(value) ? "≈" : "="} ${printed(value)}`;
}

/** Decimal text as a reader wants it: whole where it is short, else to four decimals with ≈. */
export function short(value: string | null): string {
  return isRounded(value) ? `≈${printed(value)}` : printed(value);
}

function isRounded(value: string | null): boolean {
  return (value?.split(".")[1] ?? "").length > 4;
}

function printed(value: string | null): string {
  if (value === null) return "—";
  return isRounded(value) ? round(exact(value), 4) : value;
}

function expression(index: KnowledgeIndex, trace: Trace, year: number): string {
  switch (trace.kind) {
    case "fact":
    case "total":
      return `${inYear(trace.year, year)}${measureLabel(index, trace.element, trace.members)}${short(trace.value)}`;
    case "indicator":
      return `${inYear(trace.year, year)}${measureLabel(index, trace.indicator)}${short(trace.value)}`;
    case "organisations":
      return `${inYear(trace.year, year)}${kinds[trace.of] ?? trace.of}${trace.value}`;
    case "number":
      return trace.value;
    case "operation":
      return operation(index, trace, year);
    case "rows":
    case "change":
    case "quoted":
      return short(trace.value);
  }
}

function operation(index: KnowledgeIndex, trace: Extract<Trace, { kind: "operation" }>, year: number): string {
  const applicable = trace.operands.filter((operand) => valueOf(operand) !== null);
  const written = applicable.map((operand, position) => {
    const text = expression(index, operand, year);
    return needsBrackets(trace.operator, operand, position) ? `（${text}）` : text;
  });
  const joined = written.join(signs[trace.operator]);
  return trace.scale !== undefined && trace.scale !== "1" ? `${joined} × ${trace.scale}` : joined;
}

/** A sum inside anything but a sum, and what is taken away or divided by, stands in brackets. */
function needsBrackets(operator: keyof typeof signs, operand: Trace, position: number): boolean {
  if (operand.kind !== "operation" || operand.operands.length < 2) return false;
  if (operator === "sum") return false;
  if (operator === "difference") return position > 0 && (operand.operator === "sum" || operand.operator === "difference");
  return operand.operator === "sum" || operand.operator === "difference" || position > 0;
}

function valueOf(trace: Trace): string | null {
  return trace.value;
}

function inYear(of: number, year: number): string {
  return of === year ? "" : of === year - 1 ? "上年" : `${of}年`;
}

const signs = { sum: " + ", difference: " − ", product: " × ", quotient: " ÷ " } as const;
const kinds: Readonly<Record<string, string>> = { school: "学校数", county: "县区数", city: "市数", province: "省数", nation: "国家数" };
