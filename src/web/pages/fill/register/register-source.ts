/** A register as a sheet: rows by id, columns by their types, one empty row at the end to go on in. */
import { parseSlot } from "../../../../app/desk/slots.ts";
import { type Column, type RegisterLedger } from "../../../../core/definition/ledger.ts";
import { readColumn, shownColumn } from "../../../filling/entry.ts";
import type { FillingSession } from "../../../filling/session.ts";
import type { CellText, Point, SheetSource } from "../../../filling/sheet.ts";
import { isRow, noneSlot, rowSlot } from "../../../filling/slot.ts";
import { type Invalid, type SlotEdit, uuid } from "../../../filling/working-copy.ts";
import type { Notice } from "../form/form-source.ts";

type Values = Readonly<Record<string, string | null>>;

export class RegisterSource implements SheetSource {
  /** Ids of the rows as they are shown: filtered, in order; then those added since. */
  #rows: readonly string[] = [];
  #next = uuid();
  /** Told when rows were added, so that the page shows them. */
  onAdded: () => void = () => undefined;

  constructor(
    readonly session: FillingSession,
    readonly ledger: RegisterLedger,
    readonly language: "zh" | "en",
    readonly notify: (notice: Notice) => void,
  ) {}

  show(rows: readonly string[]): void {
    this.#rows = rows;
  }

  get rows(): readonly string[] {
    return this.#rows;
  }

  get canAdd(): boolean {
    return this.session.canEditSlot(this.ledger.code, rowSlot(this.ledger.code, this.#next));
  }

  rowCount(): number {
    return this.#rows.length + (this.canAdd ? 1 : 0);
  }

  columnCount(): number {
    return this.ledger.columns.length;
  }

  /** The id at a position; the empty row has one that is not taken yet. */
  idAt(row: number): string {
    return this.#rows[row] ?? this.#next;
  }

  values(id: string): Values {
    const content = this.session.copy.content(rowSlot(this.ledger.code, id));
    return isRow(content) ? content.values : {};
  }

  column(column: number): Column {
    return this.ledger.columns[column]!;
  }

  text(row: number, column: number): string {
    const id = this.idAt(row);
    const { code, type } = this.column(column);
    const invalid = this.session.copy.snapshot(fieldOf(this.ledger.code, id, code)).invalid;
    if (invalid) return invalid.text;
    const value = this.values(id)[code];
    return type === "integer" || type === "decimal" ? (value ?? "") : this.shown(value, column);
  }

  shown(value: string | null | undefined, column: number): string {
    const definition = this.column(column);
    return shownColumn(value, definition, this.session.index.dimensions.get(definition.choices ?? ""), this.language);
  }

  canEdit(row: number): boolean {
    return this.session.canEditSlot(this.ledger.code, rowSlot(this.ledger.code, this.idAt(row)));
  }

  write(cells: readonly CellText[]): void {
    const changed = new Map<string, Record<string, string | null>>();
    const bad: { slot: string; invalid: Invalid }[] = [];
    const mended: string[] = [];
    let locked = 0;
    for (const { row, column, text } of cells) {
      if (!this.canEdit(row)) {
        locked += 1;
        continue;
      }
      const id = this.idAt(row);
      const definition = this.column(column);
      const field = fieldOf(this.ledger.code, id, definition.code);
      const entry = readColumn(text, definition, this.session.index.dimensions.get(definition.choices ?? ""));
      if (!entry.ok) {
        bad.push({ slot: field, invalid: { text, problem: entry.problem } });
        if (!changed.has(id) && row >= this.#rows.length) changed.set(id, { ...this.values(id) });
        continue;
      }
      mended.push(field);
      const values = changed.get(id) ?? { ...this.values(id) };
      values[definition.code] = entry.value;
      changed.set(id, values);
    }
    const edits: SlotEdit[] = [...changed].map(([id, values]) => ({ slot: rowSlot(this.ledger.code, id), content: { values } }));
    if (edits.length > 0 && this.session.copy.isNone(this.ledger.code)) edits.unshift({ slot: noneSlot(this.ledger.code), content: null });
    this.session.copy.mend(mended);
    const known = changed.size > 1 ? new Set(this.#rows) : null;
    const added = [...changed.keys()].filter((id) => !(known ? known.has(id) : this.#rows.includes(id)));
    if (added.length > 0) {
      this.#rows = [...this.#rows, ...added];
      this.#next = uuid();
    }
    this.session.copy.edit(edits, bad);
    if (added.length > 0) this.onAdded();
    if (cells.length > 1 && bad.length > 0) this.notify({ kind: "wrong", count: bad.length });
    if (cells.length > 1 && locked > 0) this.notify({ kind: "locked", count: locked });
  }

  /** Rows under a pasted range; empty ones are written only where the range has something. */
  grow(rows: number): number {
    if (!this.canAdd) return 0;
    this.#rows = [...this.#rows, this.#next, ...Array.from({ length: rows - 1 }, () => uuid())];
    this.#next = uuid();
    this.onAdded();
    return rows;
  }

  remove(from: number, to: number): void {
    const ids = this.#rows.slice(from, to + 1).filter((_, at) => this.canEdit(from + at));
    this.session.copy.edit(ids.map((id) => ({ slot: rowSlot(this.ledger.code, id), content: null })));
  }

  undo(): Point | null {
    return this.#show(this.session.copy.undo());
  }

  redo(): Point | null {
    return this.#show(this.session.copy.redo());
  }

  #show(slots: readonly string[]): Point | null {
    if (slots.length === 0) this.notify({ kind: "nothing" });
    this.onAdded();
    const prefix = rowSlot(this.ledger.code, "");
    const first = slots.find((slot) => slot.startsWith(prefix));
    if (slots[0] !== undefined && !slots.some((slot) => parseSlot(slot)?.ledger === this.ledger.code))
      this.notify({ kind: "elsewhere", slot: slots[0] });
    const [id = "", code] = first?.slice(prefix.length).split("/") ?? [];
    const row = this.#rows.indexOf(id);
    return row < 0
      ? null
      : {
          row,
          column: Math.max(
            0,
            this.ledger.columns.findIndex((column) => column.code === code),
          ),
        };
  }

  leftOver(count: number): void {
    this.notify({ kind: "leftOver", count });
  }
}

/** Name under which a field's unusable text is kept: a row's slot with its column. */
export function fieldOf(ledger: string, row: string, column: string): string {
  return `${rowSlot(ledger, row)}/${column}`;
}
