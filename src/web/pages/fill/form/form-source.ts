/** A form ledger as a sheet: reads what is typed and pasted as numbers of the element's unit, and writes it into the working copy. */
import type { CellContent } from "../../../../app/desk/slots.ts";
import { readCell } from "../../../filling/entry.ts";
import type { FormLayout, Position } from "../../../filling/layout.ts";
import type { FillingSession } from "../../../filling/session.ts";
import type { CellText, Point, SheetSource } from "../../../filling/sheet.ts";
import { type Content, formSlot, isCell, missingCell } from "../../../filling/slot.ts";
import { totalOf } from "../../../filling/totals.ts";
import type { Invalid, SlotEdit } from "../../../filling/working-copy.ts";

/** What a gesture could not do, for a message. */
export type Notice =
  | { readonly kind: "leftOver" | "wrong" | "locked"; readonly count: number }
  | { readonly kind: "totals"; readonly list: string }
  /** Undone or done again in another ledger. */
  | { readonly kind: "elsewhere"; readonly slot: string }
  | { readonly kind: "nothing" };

export class FormSource implements SheetSource {
  constructor(
    readonly session: FillingSession,
    readonly ledger: string,
    readonly layout: FormLayout,
    readonly notify: (notice: Notice) => void,
  ) {}

  rowCount(): number {
    return this.layout.rows.length;
  }

  columnCount(row: number): number {
    return this.layout.rows[row]?.positions.length ?? 0;
  }

  at(row: number, column: number): Position | undefined {
    return this.layout.rows[row]?.positions[column];
  }

  cell(key: string): CellContent {
    return cellOf(this.session.copy.content(formSlot(this.ledger, key)));
  }

  text(row: number, column: number): string {
    const position = this.at(row, column);
    if (!position) return "";
    if (position.kind === "total") return totalOf(position.of.map((key) => this.cell(key))).value ?? "";
    return this.session.copy.snapshot(formSlot(this.ledger, position.key)).invalid?.text ?? plainText(this.cell(position.key));
  }

  canEdit(row: number, column: number): boolean {
    const position = this.at(row, column);
    return position?.kind === "input" && this.session.canEditSlot(this.ledger, formSlot(this.ledger, position.key));
  }

  write(cells: readonly CellText[]): void {
    const edits: SlotEdit[] = [];
    const wrong: { slot: string; invalid: Invalid }[] = [];
    const totals: { position: Extract<Position, { kind: "total" }>; text: string }[] = [];
    let locked = 0;
    for (const { row, column, text } of cells) {
      const position = this.at(row, column);
      if (!position) continue;
      if (position.kind === "total") {
        totals.push({ position, text });
        continue;
      }
      const slot = formSlot(this.ledger, position.key);
      if (!this.canEdit(row, column)) {
        if (text.trim() !== plainText(this.cell(position.key))) locked += 1;
        continue;
      }
      const entry = readCell(text, position.element);
      if (entry.ok) edits.push({ slot, content: entry.value });
      else wrong.push({ slot, invalid: { text, problem: entry.problem } });
    }
    this.session.copy.edit(edits, wrong);
    if (cells.length > 1 && wrong.length > 0) this.notify({ kind: "wrong", count: wrong.length });
    if (cells.length > 1 && locked > 0) this.notify({ kind: "locked", count: locked });
    this.#compareTotals(totals);
  }

  /** A pasted total that is not the sum of its parts is worth a word: one of them is wrong. */
  #compareTotals(totals: readonly { readonly position: Extract<Position, { kind: "total" }>; readonly text: string }[]): void {
    const different = totals.flatMap(({ position, text }) => {
      const pasted = readCell(text, position.element);
      const computed = totalOf(position.of.map((key) => this.cell(key))).value;
      if (!pasted.ok || pasted.value.value === null || pasted.value.value === (computed ?? "0")) return [];
      return [`${position.element.zh} ${pasted.value.value} ≠ ${computed ?? "0"}`];
    });
    if (different.length > 0) this.notify({ kind: "totals", list: different.slice(0, 3).join("；") });
  }

  undo(): Point | null {
    return this.#show(this.session.copy.undo());
  }

  redo(): Point | null {
    return this.#show(this.session.copy.redo());
  }

  #show(slots: readonly string[]): Point | null {
    if (slots.length === 0) this.notify({ kind: "nothing" });
    const prefix = formSlot(this.ledger, "");
    const first = slots.find((slot) => slot.startsWith(prefix));
    if (slots[0] !== undefined && first === undefined) this.notify({ kind: "elsewhere", slot: slots[0] });
    return first === undefined ? null : (this.layout.places.get(first.slice(prefix.length)) ?? null);
  }

  leftOver(count: number): void {
    this.notify({ kind: "leftOver", count });
  }
}

export function cellOf(content: Content): CellContent {
  return isCell(content) ? content : missingCell;
}

/** As it is copied and edited. */
export function plainText(cell: CellContent): string {
  return cell.status === "notApplicable" ? "—" : (cell.value ?? "");
}
