/** What a history calls a slot as it stands in the working copy, filed or not: rows and texts by their own names. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { Desk } from "./desk.ts";
import type { Place } from "./read-return.ts";
import { contentOf, parseSlot, slotLabel } from "./slots.ts";

/** To be called with the return locked. */
export async function nameOfSlot(index: KnowledgeIndex, desk: Desk, { organisation, year }: Place, text: string): Promise<string> {
  const slot = parseSlot(text);
  if (!slot) return text;
  const ledger = index.ledgers.get(slot.ledger)?.zh ?? "";
  if (slot.kind === "none") return `${ledger}（整本）`;
  const { slots } = await desk.working.lookUp(organisation, year, [text], []);
  const label = slotLabel(index, slot, contentOf(slot, slots.get(text)?.piece));
  return slot.kind === "row" ? `${ledger}：${label}` : label;
}
