/** Slots: the places of a return that are edited, remarked on, requested and corrected one by one, and what may lie in them. */
import type { FactStatus } from "../../core/model/fact.ts";

export interface CellContent {
  readonly status: FactStatus;
  readonly value: string | null;
}
export interface RowContent {
  readonly values: Readonly<Record<string, string | null>>;
}
export interface MaterialContent {
  readonly section: string;
  readonly title: string;
  readonly text: string;
  readonly chosen: boolean;
}
/** null: nothing; true: "none this year"; text: an explanation. */
export type SlotContent = null | true | string | CellContent | RowContent | MaterialContent;

export type Slot =
  | { readonly kind: "form"; readonly ledger: string; readonly cell: string }
  | { readonly kind: "row"; readonly ledger: string; readonly row: string }
  | { readonly kind: "none"; readonly ledger: string }
  | { readonly kind: "material"; readonly id: string }
  | { readonly kind: "explanation"; readonly check: string };

/** The row that stands for a whole register where slots are requested: rows may be added, changed and taken out. */
export const everyRow = "*";

/** Reads `form/<ledger>/<cell>`, `row/<ledger>/<row>`, `none/<ledger>`, `material/<id>`, `explanation/<check>`; null for anything else. */
export function parseSlot(text: string): Slot | null {
  const [kind = "", first = "", ...rest] = text.split("/");
  const second = rest.join("/");
  if (first === "") return null;
  switch (kind) {
    case "form":
      return second === "" ? null : { kind, ledger: first, cell: second };
    case "row":
      return second === "" ? null : { kind, ledger: first, row: second };
    case "none":
      return second === "" ? { kind, ledger: first } : null;
    case "material":
      return second === "" ? { kind, id: first } : null;
    case "explanation":
      return { kind, check: second === "" ? first : `${first}/${second}` };
    default:
      return null;
  }
}

export const formSlot = (ledger: string, cell: string): string => `form/${ledger}/${cell}`;
export const rowSlot = (ledger: string, row: string): string => `row/${ledger}/${row}`;

/**
 * Whether a return that was given back to certain slots lets `slot` be edited: the slots themselves, each row and the
 * "none" of a register requested as a whole, and explanations, since a repaired cell may need other words.
 * @param requested null: everything was given back.
 */
export function isRequested(requested: ReadonlySet<string> | null, slot: string): boolean {
  if (requested === null || requested.has(slot)) return true;
  const parsed = parseSlot(slot);
  if (parsed?.kind === "explanation") return true;
  return (parsed?.kind === "row" || parsed?.kind === "none") && requested.has(rowSlot(parsed.ledger, everyRow));
}
