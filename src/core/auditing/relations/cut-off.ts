/** One finding for every rule that meets a figure whose last place was cut off instead of rounded. */
import type { Quantity } from "../quantity.ts";
import { printed } from "./arithmetic.ts";
import type { Draft } from "./relation.ts";

/** `value` is what was computed, with its unit; the figure is the first of `operands`. */
export function cutOffFinding(figure: Quantity, value: string, proof: string, operands: readonly number[]): Draft {
  return {
    code: "ROUND",
    tier: "warning",
    message: {
      zh: `${printed(figure)}是截断而不是四舍五入：实为${value}`,
      en: `${printed(figure)} is cut off, not rounded: it is ${value}`,
    },
    proof,
    at: operands,
  };
}
