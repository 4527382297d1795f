/** Reads a register's sheet and the sheet of section material: one row each, known again by id or natural key. */
import type { MaterialLedger, RegisterLedger } from "../../../core/definition/ledger.ts";
import type { Material, RegisterRow } from "../../../core/model/return.ts";
import { plain, tidy } from "../labels.ts";
import { caseSection, materialColumns, registerStates } from "../template/marks.ts";
import { readBoolean } from "../values/choice.ts";
import { plainText, readField } from "../values/field.ts";
import { address } from "../xlsx/address.ts";
import type { RawCell, RawRow } from "../xlsx/raw.ts";
import { cellAt, isFilled, originOf, placeOf, type SheetView, tokenOfRow, wholeSheet } from "./sheet-view.ts";
import { readTableHead, refuseMerges, refuseUnknownColumns, type TableHead } from "./table-head.ts";

/** Rows in sheet order; null when the ledger was not filed. */
export function readRegister(view: SheetView, ledger: RegisterLedger): RegisterRow[] | null {
  const head = readTableHead(view, ledger.zh, ledger.columns);
  if (!head) return null;
  const rows = dataRows(view, head);
  const stated = head.above.flatMap((row) => row.cells).find((cell) => /^本年度?(?:确实)?(?:无|没有)(?:此项)?$/.test(plain(cell.text)));
  if (rows.length === 0) {
    if (stated) return [];
    view.problems.add("none-not-stated", { ledger: ledger.zh }, wholeSheet(view));
    return null;
  }
  if (stated)
    view.problems.add("none-but-rows", { ledger: ledger.zh, rows: rows.length }, statePlace(view, head, stated), registerStates.none);
  const keys = new KeyGuard(view, head, ledger.naturalKey);
  const read: RegisterRow[] = [];
  for (const row of rows) {
    const values: Record<string, string | null> = {};
    let keyed = true;
    for (const column of ledger.columns) {
      const at = head.columns.get(column.code);
      const cell = at === undefined ? undefined : cellAt(row, at);
      values[column.code] = null;
      if (at === undefined) continue;
      const reading = readField(cell, column, view.index, view.from1904);
      if (reading.ok) values[column.code] = reading.value;
      else if (ledger.naturalKey.includes(column.code)) keyed = false;
      for (const remark of reading.ok ? reading.remarks : [reading.remark])
        view.problems.addRemark(remark, placeOf(view, row.row, at), cell ? plainText(cell) : "");
    }
    const key = ledger.naturalKey.map((code) => values[code] ?? "");
    const id = keys.claim(row, ledger.code, keyed ? key : null);
    for (const [column, at] of head.columns)
      view.problems.locate(placeOf(view, row.row, at), { ledger: ledger.code, cell: `${id}/${column}` });
    read.push({ id, values, origin: originOf(view, row.row, firstColumn(head)) });
  }
  return read;
}

export function readMaterials(view: SheetView, ledger: MaterialLedger, sections: ReadonlyMap<string, string>): Material[] | null {
  const head = readTableHead(view, ledger.zh, materialColumns);
  if (!head) return null;
  const rows = dataRows(view, head);
  const keys = new KeyGuard(view, head, ["section", "title"]);
  return rows.map((row) => {
    const text = (code: string, most: number): string => readText(view, head, row, code, most);
    const label = text("section", 200);
    const section = label === "" ? "" : sectionOf(view, label, sections);
    const sectionAt = head.columns.get("section");
    if (section === null && sectionAt !== undefined) view.problems.add("unknown-section", {}, placeOf(view, row.row, sectionAt), label);
    const title = text("title", 200);
    const chosenAt = head.columns.get("chosen");
    const chosenCell = chosenAt === undefined ? undefined : cellAt(row, chosenAt);
    const chosen = chosenCell && isFilled(chosenCell) ? readBoolean(chosenCell, "推荐采用") : null;
    if (chosen)
      for (const remark of chosen.ok ? chosen.remarks : [chosen.remark])
        view.problems.addRemark(remark, placeOf(view, row.row, chosenAt!), plainText(chosenCell!));
    const id = keys.claim(row, "", section !== null && section !== "" && title !== "" ? [section, title] : null);
    for (const at of head.columns.values()) view.problems.locate(placeOf(view, row.row, at), { ledger: ledger.code, cell: id });
    return {
      id,
      section: section ?? "",
      title,
      text: text("text", 32_000),
      chosen: chosen?.ok === true && chosen.value === "true",
      origin: originOf(view, row.row, firstColumn(head)),
    };
  });
}

function readText(view: SheetView, head: TableHead, row: RawRow, code: string, most: number): string {
  const at = head.columns.get(code);
  if (at === undefined) return "";
  const definition = materialColumns.find((column) => column.code === code)!;
  const cell = cellAt(row, at);
  const place = placeOf(view, row.row, at);
  const text = cell ? plainText(cell) : "";
  const label = definition.zh;
  if (cell?.kind === "error") view.problems.add("error-value", { label }, place, text);
  else if (cell?.kind === "none") view.problems.add("formula-without-value", { label }, place);
  else if (text === "" && definition.required) view.problems.add("required-blank", { label }, place);
  else if (text.length > most) view.problems.add("text-too-long", { label, length: text.length, most }, place, text);
  return text;
}

/** A section by its title as offered, by the last part of it, or by its code. */
function sectionOf(view: SheetView, label: string, offered: ReadonlyMap<string, string>): string | null {
  const wanted = plain(label);
  if (wanted === plain(caseSection.title) || wanted === "典型案例" || label === caseSection.code) return caseSection.code;
  const known = new Map<string, string>(offered);
  for (const outline of view.index.knowledge.outlines)
    for (const chapter of outline.chapters)
      for (const section of chapter.sections)
        if (!known.has(`${chapter.title} › ${section.title}`)) known.set(`${chapter.title} › ${section.title}`, section.code);
  const codes = new Set(
    [...known]
      .filter(([title, code]) => plain(title) === wanted || code === label || plain(title.split("›").at(-1) ?? "") === wanted)
      .map(([, code]) => code),
  );
  return codes.size === 1 ? [...codes][0]! : null;
}

function dataRows(view: SheetView, head: TableHead): RawRow[] {
  const columns = [...head.columns.values()];
  const below = view.sheet.rows.filter((row) => row.row > head.row);
  refuseUnknownColumns(view, head, below);
  refuseMerges(view, head);
  return below.filter((row) => {
    const first = columns.map((column) => cellAt(row, column)).filter(isFilled)[0];
    if (!first) return false;
    const cells = row.cells
      .filter((cell) => columns.includes(cell.column) && isFilled(cell))
      .sort((left, right) => left.column - right.column);
    if (!/^(合计|总计|小计|共计)$/.test(plain(cells[0]!.text))) return true;
    view.problems.add("total-row", {}, placeOf(view, row.row, cells[0]!.column), plainText(cells[0]!));
    return false;
  });
}

function firstColumn(head: TableHead): number {
  return Math.min(...head.columns.values());
}

function statePlace(view: SheetView, head: TableHead, stated: RawCell): { sheet: string; cell: string } {
  const row = head.above.find((each) => each.cells.includes(stated));
  return placeOf(view, row?.row ?? 0, stated.column);
}

/** Gives each row its id, and refuses the same natural key twice. */
class KeyGuard {
  readonly #places = new Map<string, string>();
  readonly #ids = new Set<string>();

  constructor(
    readonly view: SheetView,
    readonly head: TableHead,
    readonly naturalKey: readonly string[],
  ) {
    // Ids that rows carry come before ids derived from keys.
    const carried = new Map<string, number>();
    for (const row of view.sheet.rows)
      if (row.row > head.row) carried.set(tokenOfRow(view, row), (carried.get(tokenOfRow(view, row)) ?? 0) + 1);
    this.#carried = carried;
  }

  readonly #carried: ReadonlyMap<string, number>;

  /** `key` is null when a part of it was refused. */
  claim(row: RawRow, ledger: string, key: readonly string[] | null): string {
    const carried = tokenOfRow(this.view, row);
    const column = this.head.columns.get(this.naturalKey[0] ?? "") ?? firstColumn(this.head);
    const joined = (key ?? []).join("|");
    if (key) {
      const identity = key.map((part) => tidy(part)).join("\u0000");
      const other = this.#places.get(identity);
      if (other !== undefined)
        this.view.problems.add(
          "duplicate-row",
          { key: key.filter((part) => part !== "").join(" / "), other },
          placeOf(this.view, row.row, column),
          joined,
        );
      else this.#places.set(identity, address(row.row, column));
    }
    const derived = key ? (ledger === "" ? key.join(":") : `${ledger}:${joined}`) : `${ledger}@${row.row + 1}`;
    return this.#unique(carried !== "" && !carried.startsWith("@") ? carried : derived, derived);
  }

  /** A copied row carries its model's id: the copy is known by its key instead. */
  #unique(wanted: string, derived: string): string {
    let id = this.#ids.has(wanted) ? derived : wanted;
    const isFree = (each: string): boolean => !this.#ids.has(each) && (each === wanted || !this.#carried.has(each));
    for (let at = 2; !isFree(id); at += 1) id = `${derived}~${at}`;
    this.#ids.add(id);
    return id;
  }
}
