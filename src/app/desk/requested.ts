/** What may be edited after a return was given back to certain slots. Pure, so that the browser shows the same. */
import { parseSlot } from "./slots.ts";

/**
 * The slots themselves; with `none/<ledger>` the whole register; and explanations always, for a repaired cell can warn anew.
 * @param requested null: all of the return was given back.
 */
export function isRequested(requested: ReadonlySet<string> | null, name: string): boolean {
  if (requested === null || requested.has(name)) return true;
  const slot = parseSlot(name);
  if (slot?.kind === "explanation") return true;
  return slot?.kind === "row" && requested.has(`none/${slot.ledger}`);
}
