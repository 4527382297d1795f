/** Conditions over one row of a register: the filters of elements, the rules of row checks. Plain data. */

export type RowValue =
  | { readonly kind: "column"; readonly column: string }
  | { readonly kind: "literal"; readonly value: string }
  /** Product of two numeric values: 0.8 × probation pay. */
  | { readonly kind: "product"; readonly left: RowValue; readonly right: RowValue }
  | { readonly kind: "sum"; readonly terms: readonly RowValue[] }
  /** Whole days from one date to another. */
  | { readonly kind: "daysBetween"; readonly from: RowValue; readonly to: RowValue };

export type RowCondition =
  /** Numbers compare as numbers, ISO dates and codes as text. False when either side is blank. */
  | { readonly kind: "compare"; readonly left: RowValue; readonly operator: "=" | "≠" | "<" | "≤" | ">" | "≥"; readonly right: RowValue }
  | { readonly kind: "present"; readonly column: string }
  | { readonly kind: "in"; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: "matches"; readonly column: string; readonly pattern: string }
  | { readonly kind: "all"; readonly of: readonly RowCondition[] }
  | { readonly kind: "any"; readonly of: readonly RowCondition[] }
  | { readonly kind: "not"; readonly of: RowCondition };

export const column = (code: string): RowValue => ({ kind: "column", column: code });
export const literal = (value: string | number): RowValue => ({ kind: "literal", value: String(value) });
export const isIn = (columnCode: string, ...values: string[]): RowCondition => ({ kind: "in", column: columnCode, values });
export const isTrue = (columnCode: string): RowCondition => isIn(columnCode, "true");
export const present = (columnCode: string): RowCondition => ({ kind: "present", column: columnCode });
export const compareValues = (left: RowValue, operator: "=" | "≠" | "<" | "≤" | ">" | "≥", right: RowValue): RowCondition => ({
  kind: "compare",
  left,
  operator,
  right,
});
export const all = (...of: RowCondition[]): RowCondition => ({ kind: "all", of });
export const any = (...of: RowCondition[]): RowCondition => ({ kind: "any", of });
export const not = (of: RowCondition): RowCondition => ({ kind: "not", of });
/** `then` must hold wherever `when` holds. */
export const implies = (when: RowCondition, then: RowCondition): RowCondition => any(not(when), then);
