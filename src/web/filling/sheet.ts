/**
 * One sheet of cells as people know it from Excel and WPS: an active cell, a range, typing over and
 * editing, moving by keys, copying and pasting ranges. Knows nothing of what the cells mean.
 */
import { formatRange, parseRange } from "./clipboard.ts";

export interface Point {
  readonly row: number;
  readonly column: number;
}

export interface CellText extends Point {
  readonly text: string;
}

/** What a sheet shows and takes. */
export interface SheetSource {
  rowCount(): number;
  columnCount(row: number): number;
  /** As it is copied and edited: without separators. */
  text(row: number, column: number): string;
  canEdit(row: number, column: number): boolean;
  /** Takes what one gesture wrote. */
  write(cells: readonly CellText[]): void;
  /** Adds rows under a pasted range that is longer than the sheet; how many were added. */
  grow?(rows: number): number;
  undo(): Point | null;
  redo(): Point | null;
  /** Cells that a pasted range had and the sheet has not. */
  leftOver(cells: number): void;
}

/** "ready": keys move; "typing": a text replaces the cell's, keys still move; "editing": keys move within the text. */
export type Mode = "ready" | "typing" | "editing";

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const page = 15;

export class Sheet {
  #active: Point | null = null;
  #anchor: Point = { row: 0, column: 0 };
  #mode: Mode = "ready";
  #draft = "";
  /** Column to which Enter returns after a run of Tabs. */
  #homeColumn: number | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #cellListeners = new Map<string, Set<() => void>>();
  /** The range of which cells were told last. */
  #told: Range | null = null;

  constructor(readonly source: SheetSource) {}

  get active(): Point | null {
    return this.#active;
  }

  get mode(): Mode {
    return this.#mode;
  }

  /** The text being typed. */
  get draft(): string {
    return this.#draft;
  }

  get range(): Range | null {
    if (!this.#active) return null;
    const { row, column } = this.#active;
    const { row: fromRow, column: fromColumn } = this.#anchor;
    return {
      top: Math.min(row, fromRow),
      left: Math.min(column, fromColumn),
      bottom: Math.max(row, fromRow),
      right: Math.max(column, fromColumn),
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Told when the state of this cell may have changed: of three thousand cells a step concerns two. */
  subscribeCell(row: number, column: number, listener: () => void): () => void {
    const key = `${row}/${column}`;
    let listeners = this.#cellListeners.get(key);
    if (!listeners) this.#cellListeners.set(key, (listeners = new Set()));
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#cellListeners.get(key) === listeners) this.#cellListeners.delete(key);
    };
  }

  /** "": outside; the mode: active; "selected": in the range. */
  stateOf(row: number, column: number): "" | "selected" | Mode {
    const active = this.#active;
    if (!active) return "";
    if (active.row === row && active.column === column) return this.#mode;
    const range = this.range!;
    return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right ? "selected" : "";
  }

  select(point: Point, extend = false): void {
    this.commit();
    const at = this.#clamp(point);
    if (!at) return;
    this.#active = at;
    if (!extend) this.#anchor = at;
    this.#mode = "ready";
    this.#draft = this.source.text(at.row, at.column);
    this.#tell();
  }

  leave(): void {
    this.commit();
    this.#active = null;
    this.#tell();
  }

  /** The person types or an input method writes. */
  type(text: string): void {
    const active = this.#active;
    if (!active || !this.source.canEdit(active.row, active.column)) return;
    this.#draft = text;
    if (this.#mode === "ready") {
      this.#mode = "typing";
      this.#anchor = active;
    }
    this.#tell();
  }

  edit(): void {
    if (!this.#active || !this.source.canEdit(this.#active.row, this.#active.column)) return;
    if (this.#mode === "ready") this.#draft = this.source.text(this.#active.row, this.#active.column);
    this.#mode = "editing";
    this.#tell();
  }

  cancel(): void {
    if (this.#active) this.#draft = this.source.text(this.#active.row, this.#active.column);
    this.#mode = "ready";
    this.#tell();
  }

  /** Writes what is being typed. */
  commit(): void {
    if (!this.#active || this.#mode === "ready") return;
    this.#mode = "ready";
    const cell = { ...this.#active, text: this.#draft };
    if (this.#draft !== this.source.text(cell.row, cell.column)) this.source.write([cell]);
    this.#tell();
  }

  /** Writes a text into the active cell at once: a choice from a list. */
  put(text: string): void {
    if (!this.#active || !this.source.canEdit(this.#active.row, this.#active.column)) return;
    this.#mode = "ready";
    this.source.write([{ ...this.#active, text }]);
    this.#draft = this.source.text(this.#active.row, this.#active.column);
    this.#tell();
  }

  /** Whether the key was the sheet's. */
  key({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): boolean {
    const active = this.#active;
    if (!active || altKey) return false;
    const control = ctrlKey || metaKey;
    const isReady = this.#mode === "ready";
    if (control && isReady) {
      const letter = key.toLowerCase();
      if (letter === "z" && !shiftKey) return this.#show(this.source.undo());
      if (letter === "y" || (letter === "z" && shiftKey)) return this.#show(this.source.redo());
      if (letter === "a") return this.#selectAll();
      if (letter === "d") return this.#fillDown();
    }
    if (control && !["Home", "End", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(key)) return false;
    const within = this.#mode === "editing";
    switch (key) {
      case "ArrowUp":
        return this.#go(control ? -this.source.rowCount() : -1, 0, shiftKey && isReady);
      case "ArrowDown":
        return this.#go(control ? this.source.rowCount() : 1, 0, shiftKey && isReady);
      case "ArrowLeft":
        return !within && this.#go(0, control ? -1000 : -1, shiftKey && isReady);
      case "ArrowRight":
        return !within && this.#go(0, control ? 1000 : 1, shiftKey && isReady);
      case "PageUp":
        return this.#go(-page, 0, shiftKey && isReady);
      case "PageDown":
        return this.#go(page, 0, shiftKey && isReady);
      case "Home":
        return !within && this.#go(control ? -this.source.rowCount() : 0, -1000, shiftKey && isReady);
      case "End":
        return !within && this.#go(control ? this.source.rowCount() : 0, 1000, shiftKey && isReady);
      case "Enter":
        return this.#enter(shiftKey ? -1 : 1);
      case "Tab":
        return this.#tab(shiftKey ? -1 : 1);
      case "F2":
        this.edit();
        return true;
      case "Escape":
        if (isReady) return false;
        this.cancel();
        return true;
      case "Delete":
      case "Backspace":
        return isReady && this.clear();
      default:
        return false;
    }
  }

  /** The range as text for the clipboard; null while a text is being edited. */
  copy(): string | null {
    const range = this.range;
    if (!range || this.#mode !== "ready") return null;
    const rows: string[][] = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      const cells: string[] = [];
      for (let column = range.left; column <= range.right; column += 1)
        cells.push(column < this.source.columnCount(row) ? this.source.text(row, column) : "");
      rows.push(cells);
    }
    return formatRange(rows);
  }

  /** Whether the text was taken as a range; a single text into a cell that is being edited is the cell's own. */
  paste(text: string): boolean {
    const range = this.range;
    const rows = parseRange(text);
    if (!range || rows.length === 0 || (this.#mode !== "ready" && rows.length === 1 && rows[0]!.length === 1)) return false;
    this.#mode = "ready";
    const isSingle = rows.length === 1 && rows[0]!.length === 1;
    const fills = isSingle && (range.bottom > range.top || range.right > range.left);
    const cells = fills ? this.#over(range, rows[0]![0]!) : this.#from(range, rows);
    if (cells.length > 0) this.source.write(cells);
    this.#draft = this.source.text(this.#active!.row, this.#active!.column);
    this.#tell();
    return true;
  }

  clear(): boolean {
    const range = this.range;
    if (!range) return false;
    const cells = this.#over(range, "");
    if (cells.length > 0) this.source.write(cells);
    this.#draft = this.#active ? this.source.text(this.#active.row, this.#active.column) : "";
    this.#tell();
    return true;
  }

  #over(range: Range, text: string): CellText[] {
    const cells: CellText[] = [];
    for (let row = range.top; row <= range.bottom; row += 1)
      for (let column = range.left; column <= Math.min(range.right, this.source.columnCount(row) - 1); column += 1)
        if (this.source.canEdit(row, column)) cells.push({ row, column, text });
    return cells;
  }

  #from({ top, left }: Range, rows: readonly (readonly string[])[]): CellText[] {
    const beyond = top + rows.length - this.source.rowCount();
    if (beyond > 0) this.source.grow?.(beyond);
    const cells: CellText[] = [];
    let leftOver = 0;
    for (const [down, texts] of rows.entries())
      for (const [across, text] of texts.entries()) {
        const [row, column] = [top + down, left + across];
        if (row >= this.source.rowCount() || column >= this.source.columnCount(row)) leftOver += text.trim() === "" ? 0 : 1;
        else cells.push({ row, column, text });
      }
    if (leftOver > 0) this.source.leftOver(leftOver);
    const width = Math.max(...rows.map((row) => row.length));
    this.#anchor = { row: top, column: left };
    this.#active = this.#anchor;
    const end = this.#clamp({ row: top + rows.length - 1, column: left + width - 1 });
    if (end) this.#anchor = end;
    return cells;
  }

  #fillDown(): boolean {
    const range = this.range!;
    const cells: CellText[] = [];
    for (let column = range.left; column <= range.right; column += 1)
      for (let row = range.top + 1; row <= range.bottom; row += 1)
        if (column < this.source.columnCount(row) && this.source.canEdit(row, column))
          cells.push({ row, column, text: this.source.text(range.top, column) });
    if (cells.length > 0) this.source.write(cells);
    this.#tell();
    return true;
  }

  #go(rows: number, columns: number, extend: boolean): boolean {
    const { row, column } = this.#active!;
    this.#homeColumn = null;
    this.select({ row: row + rows, column: column + columns }, extend);
    return true;
  }

  #enter(direction: 1 | -1): boolean {
    const { row, column } = this.#active!;
    const to = this.#homeColumn ?? column;
    this.#homeColumn = null;
    this.select({ row: row + direction, column: to });
    return true;
  }

  /** To the next cell that can be typed into, over the ends of rows; past the last one the focus leaves the sheet. */
  #tab(direction: 1 | -1): boolean {
    const start = this.#active!;
    const home = this.#homeColumn ?? start.column;
    let { row, column } = start;
    do {
      column += direction;
      if (column < 0 || column >= this.source.columnCount(row)) {
        row += direction;
        if (row < 0 || row >= this.source.rowCount()) {
          this.commit();
          return false;
        }
        column = direction === 1 ? 0 : this.source.columnCount(row) - 1;
      }
    } while (!this.source.canEdit(row, column));
    this.select({ row, column });
    this.#homeColumn = home;
    return true;
  }

  #selectAll(): boolean {
    const rows = this.source.rowCount();
    this.#active = { row: 0, column: 0 };
    this.#anchor = {
      row: rows - 1,
      column: Math.max(...Array.from({ length: Math.min(rows, 500) }, (_, row) => this.source.columnCount(row))) - 1,
    };
    this.#tell();
    return true;
  }

  #show(point: Point | null): boolean {
    if (point) this.select(point);
    else this.#tell();
    return true;
  }

  #clamp({ row, column }: Point): Point | null {
    const rows = this.source.rowCount();
    if (rows === 0) return null;
    const at = Math.max(0, Math.min(row, rows - 1));
    return { row: at, column: Math.max(0, Math.min(column, this.source.columnCount(at) - 1)) };
  }

  #tell(): void {
    const now = this.range;
    for (const range of now === this.#told ? [now] : [this.#told, now]) this.#tellCells(range);
    this.#told = now;
    for (const listener of this.#listeners) listener();
  }

  #tellCells(range: Range | null): void {
    if (!range) return;
    if ((range.bottom - range.top + 1) * (range.right - range.left + 1) > this.#cellListeners.size) {
      for (const listeners of this.#cellListeners.values()) for (const listener of listeners) listener();
      return;
    }
    for (let row = range.top; row <= range.bottom; row += 1)
      for (let column = range.left; column <= range.right; column += 1)
        for (const listener of this.#cellListeners.get(`${row}/${column}`) ?? []) listener();
  }
}
