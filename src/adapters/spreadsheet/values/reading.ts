/** What became of one cell: a value with remarks, or the remark that refuses it. */
import type { Remark } from "../remark.ts";

export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly remarks: readonly Remark[] }
  | { readonly ok: false; readonly remark: Remark };

export function accept<T>(value: T, ...remarks: Remark[]): Reading<T> {
  return { ok: true, value, remarks };
}

export function reject(remark: Remark): { readonly ok: false; readonly remark: Remark } {
  return { ok: false, remark };
}
