/** What a printed figure can stand for: what rounds or is cut off to it, more under a hedge, a point for a plain count. */
import { add, type Exact, exact, fraction, multiply, subtract } from "../../../src/core/quantity/exact.ts";
import { between, type Interval, point } from "../../../src/core/quantity/interval.ts";
import { type Figure, printedStep, printedValue } from "../report.ts";

const half = fraction(1n, 2n);
const times = (value: Exact, text: string): Exact => multiply(value, exact(text));

/** A writer rounds or cuts off; the oracle allows either, but one for all figures of an equation. */
export type Habit = "round" | "cut";
export const habits: readonly Habit[] = ["round", "cut"];

export function meaning(figure: Figure, habit: Habit): Interval {
  const value = printedValue(figure);
  if (figure.hedge === "near") return between(times(value, "0.9"), value);
  if (figure.hedge === "over") return between(value, times(value, "1.2"));
  if (figure.hedge === "about") return between(times(value, "0.9"), times(value, "1.1"));
  if (figure.role === "count" && figure.scale === "" && !figure.plain.includes(".")) return point(value);
  const step = printedStep(figure);
  if (habit === "cut") return between(value, add(value, step), { high: "open" });
  // A tie may go up or down: offices round half up, GB/T 8170 to the even digit.
  return between(subtract(value, multiply(step, half)), add(value, multiply(step, half)));
}
