/** What may be edited after a return was given back to certain slots. Pure, so that the browser shows the same. */
import { parseSlot } from "./slots.ts";

/**
 * The slots themselves; with `none/<ledger>` the whole register; and explanations always, for a repaired cell can warn anew.
 * @param requested null: all of the return was given back.
 */
export function isRequested(requested: ReadonlySet<string> | null, name: string): boolean {
  return requested === null || parseSlot(name)?.kind === "explanation" || requestOf(requested, name) !== undefined;
}

/** The requested slot that `name` answers: itself, or the register that its row stands in. */
export function requestOf(requested: ReadonlySet<string>, name: string): string | undefined {
  if (requested.has(name)) return name;
  const slot = parseSlot(name);
  const register = slot?.kind === "row" ? `none/${slot.ledger}` : "";
  return requested.has(register) ? register : undefined;
}
