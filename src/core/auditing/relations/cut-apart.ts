/** Where a sentence turns to something else without ending: at a semicolon. */
import type { Reading } from "./relation.ts";

/** A semicolon stands between the first and the last of these figures of one sentence. */
export function isCutApart(reading: Reading, operands: readonly number[]): boolean {
  const [first, last] = [Math.min(...operands), Math.max(...operands)];
  return /[；;]/.test(reading.document.text.slice(reading.quantities[first]!.end, reading.quantities[last]!.start));
}
