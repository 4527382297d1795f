/** What the places of a return are called, from its differences. */
import type { Language } from "../../messages/text.ts";
import type { ReviewView } from "../../reviewing/queries.ts";

/** @param register names a register as a whole. */
export function slotLabels(view: ReviewView, language: Language, register: (ledger: string) => string): (slot: string) => string {
  const ledgers = new Map(view.ledgers.map((each) => [each.code, each[language]]));
  const labels = new Map(
    view.differences.map((each) => {
      const ledger = ledgers.get(each.ledger) ?? each.ledger;
      const label = each.slot.startsWith("none/")
        ? register(ledger)
        : each.slot.startsWith("row/")
          ? `${ledger} · ${each.label}`
          : each.label;
      return [each.slot, label];
    }),
  );
  return (slot) => labels.get(slot) ?? slot;
}
