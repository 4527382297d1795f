/** Formulas as data: evaluated forwards with a trace, read backwards by the auditor, printed in the dictionary. */
import type { OrganisationKind } from "../model/organisation.ts";
import type { Members } from "../model/selection.ts";

export type Formula =
  /** An element's total (over all members, or those given) or another indicator. */
  | { readonly kind: "measure"; readonly code: string; readonly members?: Members }
  | { readonly kind: "number"; readonly value: string }
  | { readonly kind: "sum"; readonly terms: readonly Formula[] }
  | { readonly kind: "difference"; readonly left: Formula; readonly right: Formula }
  | { readonly kind: "product"; readonly factors: readonly Formula[] }
  /** `scale` multiplies the quotient: 100 for %, 10000 for 万元 → 元. Not applicable when the denominator is zero. */
  | { readonly kind: "quotient"; readonly numerator: Formula; readonly denominator: Formula; readonly scale: string }
  /** The same formula, `years` earlier. */
  | { readonly kind: "earlier"; readonly of: Formula; readonly years: number }
  /** How many organisations of a kind stand in the selection's tree; `attributes` as in a selection. */
  | { readonly kind: "organisations"; readonly of: OrganisationKind; readonly attributes?: Readonly<Record<string, string>> };

export const measure = (code: string, members?: Members): Formula =>
  members ? { kind: "measure", code, members } : { kind: "measure", code };
export const number = (value: string | number): Formula => ({ kind: "number", value: String(value) });
export const sumOf = (...terms: (Formula | string)[]): Formula => ({ kind: "sum", terms: terms.map(asFormula) });
export const difference = (left: Formula | string, right: Formula | string): Formula => ({
  kind: "difference",
  left: asFormula(left),
  right: asFormula(right),
});
export const product = (...factors: (Formula | string)[]): Formula => ({ kind: "product", factors: factors.map(asFormula) });
/** A part of its whole, in %. */
export const share = (part: Formula | string, whole: Formula | string): Formula => ({
  kind: "quotient",
  numerator: asFormula(part),
  denominator: asFormula(whole),
  scale: "100",
});
/** An amount for each one of `heads`. */
export const per = (amount: Formula | string, heads: Formula | string, scale: string | number = 1): Formula => ({
  kind: "quotient",
  numerator: asFormula(amount),
  denominator: asFormula(heads),
  scale: String(scale),
});
/** n of `left` to one of `right`, printed n：1. */
export const ratio = (left: Formula | string, right: Formula | string): Formula => per(left, right);
export const earlier = (of: Formula | string, years = 1): Formula => ({ kind: "earlier", of: asFormula(of), years });
export const organisations = (of: OrganisationKind, attributes?: Readonly<Record<string, string>>): Formula =>
  attributes ? { kind: "organisations", of, attributes } : { kind: "organisations", of };

function asFormula(formula: Formula | string): Formula {
  return typeof formula === "string" ? measure(formula) : formula;
}
