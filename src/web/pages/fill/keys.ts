/** Keys of a ledger's page outside of its cells: F6 between the sheet and what stands beside it, and undoing from wherever the focus is. */
import { useEffect } from "react";
import { parseSlot } from "../../../app/desk/slots.ts";
import { useFilling } from "./context.ts";

/** @param show goes to a cell that was changed back. */
export function useLedgerKeys(ledger: string, show: (ledger: string, cell: string) => void): void {
  const { copy } = useFilling();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || document.querySelector(".ant-modal-wrap, .ant-drawer-open")) return;
      const control = event.ctrlKey || event.metaKey;
      if (event.key === "F6" && !control && !event.shiftKey) {
        const isInSheet = document.activeElement?.closest(".sheet") !== null && document.activeElement !== null;
        const to = document.querySelector<HTMLElement>(
          isInSheet ? ".fill-side [role=tab][aria-selected=true]" : ".sheet .cell-input, .sheet[tabindex='0']",
        );
        if (!to) return;
        to.focus();
        event.preventDefault();
        return;
      }
      const letter = event.key.toLowerCase();
      const goesBack = letter === "z" && !event.shiftKey;
      if (!control || !(goesBack || letter === "y" || letter === "z") || isText(event.target)) return;
      event.preventDefault();
      const [first] = goesBack ? copy.undo() : copy.redo();
      const slot = first === undefined ? null : parseSlot(first);
      if (slot) show(slot.ledger === "" ? ledger : slot.ledger, slot.key);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [copy, ledger, show]);
}

/** Where a text is written, undoing is the text's own. */
function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select") !== null);
}
