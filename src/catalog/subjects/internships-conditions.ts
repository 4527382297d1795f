/** What the regulations forbid or require of a batch, said once: the checks and the counted breaches both read it here. */
import { all, any, column, compareValues, implies, isIn, isTrue, literal, not } from "../../core/definition/row.ts";

export const atPost = isIn("kind", "post", "onJob");
export const beyondObservation = not(isIn("kind", "observation"));

/** Monthly pay at a post is at least 80% of that on probation. */
export const paidEnough = implies(atPost, compareValues(column("pay"), "≥", { kind: "product", left: literal("0.8"), right: column("probationPay") }));

/** Arrangements that no batch may have. Under 16, observation alone is allowed. */
export const forbidden = {
  age: all(beyondObservation, compareValues(column("under16"), ">", literal(0))),
  nightWork: any(isTrue("nightWork"), isTrue("overtime")),
  holidays: isTrue("holidays"),
  highRisk: isTrue("highRisk"),
  agency: isTrue("agency"),
  fees: isTrue("fees"),
} as const;
