/**
 * How a form ledger lies on the screen: blocks of rows with cells to type into and totals that are
 * computed, as one sheet with a row and a column for every position, so that arrows, ranges and
 * pasted columns work as they do in Excel.
 */
import { membersLabel } from "../../core/checking/labels.ts";
import type { Dimension } from "../../core/definition/dimension.ts";
import type { Element } from "../../core/definition/element.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { isInForce } from "../../core/definition/ledger.ts";
import { cellKey } from "../../core/model/return.ts";
import { type Members, membersKey } from "../../core/model/selection.ts";

interface Named {
  readonly zh: string;
  readonly en: string;
}

export interface InputPosition {
  readonly kind: "input";
  readonly element: Element;
  readonly key: string;
  readonly members: Members;
}

/** The sum of some cells: shown, copied, never typed. */
export interface TotalPosition {
  readonly kind: "total";
  readonly element: Element;
  readonly of: readonly string[];
}

export type Position = InputPosition | TotalPosition;

export interface SheetRow {
  readonly label: Named;
  readonly isTotal: boolean;
  readonly positions: readonly Position[];
}

export interface Block {
  /** "list": one element a row; "matrix": members as columns. */
  readonly kind: "list" | "matrix";
  /** Heading of a block for one element that is broken down. */
  readonly element: Element | null;
  readonly columns: readonly Named[];
  readonly rows: readonly SheetRow[];
  /** Number of the block's first row in the sheet. */
  readonly from: number;
}

export interface FormLayout {
  readonly blocks: readonly Block[];
  readonly rows: readonly SheetRow[];
  readonly inputs: readonly InputPosition[];
  /** Cell key → where it stands. */
  readonly places: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
}

/** More members than these stand as rows: they would not fit beside each other at 1366 pixels. */
const mostColumns = 6;
const total: Named = { zh: "合计", en: "Total" };
const thisYear: Named = { zh: "本年", en: "This year" };

export function layOut(index: KnowledgeIndex, ledger: string, year: number): FormLayout {
  const elements = (index.elementsByLedger.get(ledger) ?? []).filter((element) => isInForce(element, year) && !element.from);
  const blocks: Block[] = [];
  let from = 0;
  for (let at = 0; at < elements.length;) {
    const shape = shapeOf(index, elements[at]!);
    let end = at + 1;
    if (shape !== "alone") while (end < elements.length && shapeOf(index, elements[end]!) === shape) end += 1;
    const block = blockOf(index, elements.slice(at, end), from);
    blocks.push(block);
    from += block.rows.length;
    at = end;
  }
  const rows = blocks.flatMap((block) => block.rows);
  const places = new Map<string, { row: number; column: number }>();
  const inputs: InputPosition[] = [];
  for (const [row, { positions }] of rows.entries())
    for (const [column, position] of positions.entries())
      if (position.kind === "input") {
        inputs.push(position);
        places.set(position.key, { row, column });
      }
  return { blocks, rows, inputs, places };
}

/** Neighbours of one shape share a block. */
function shapeOf(index: KnowledgeIndex, element: Element): string {
  if (element.dimensions.length === 0) return "";
  const [only] = element.dimensions;
  return element.dimensions.length === 1 && index.dimensions.get(only!)!.members.length <= mostColumns ? only! : "alone";
}

function blockOf(index: KnowledgeIndex, elements: readonly Element[], from: number): Block {
  const [first] = elements as [Element];
  const dimensions = first.dimensions.map((code) => index.dimensions.get(code)!);
  if (dimensions.length === 0)
    return {
      kind: "list",
      element: null,
      columns: [thisYear],
      from,
      rows: elements.map((element) => ({ label: element, isTotal: false, positions: [input(element, {})] })),
    };
  const [only] = dimensions as [Dimension];
  if (dimensions.length === 1 && only.members.length <= mostColumns)
    return {
      kind: "matrix",
      element: null,
      columns: [...only.members, total],
      from,
      rows: elements.map((element) => ({
        label: element,
        isTotal: false,
        positions: withTotal(
          element,
          only.members.map((member) => ({ [only.code]: member.code })),
        ),
      })),
    };
  if (dimensions.length === 1) {
    const all = only.members.map((member) => ({ [only.code]: member.code }));
    const rows = only.members.map((member, at) => ({ label: member, isTotal: false, positions: [input(first, all[at]!)] }));
    return { kind: "list", element: first, columns: [thisYear], from, rows: [...rows, totalRow(first, [all])] };
  }
  const [across, down] = sides(dimensions);
  const columns = across.members.map((member) => ({ [across.code]: member.code }));
  const rowMembers = productOf(down);
  const grid = rowMembers.map((members) => columns.map((column) => ({ ...members, ...column })));
  const rows = grid.map((cells, at) => ({
    label: { zh: inWords(index, rowMembers[at]!, "zh"), en: inWords(index, rowMembers[at]!, "en") },
    isTotal: false,
    positions: withTotal(first, cells),
  }));
  const byColumn = columns.map((_, at) => grid.map((cells) => cells[at]!));
  return {
    kind: "matrix",
    element: first,
    columns: [...across.members, total],
    from,
    rows: [...rows, totalRow(first, [...byColumn, grid.flat()])],
  };
}

/** The last dimension that is short enough stands across, the others down. */
function sides(dimensions: readonly Dimension[]): [Dimension, readonly Dimension[]] {
  const across = dimensions.findLast((dimension) => dimension.members.length <= mostColumns) ?? dimensions.at(-1)!;
  return [across, dimensions.filter((dimension) => dimension !== across)];
}

function productOf(dimensions: readonly Dimension[]): Members[] {
  let found: Members[] = [{}];
  for (const { code, members } of dimensions) found = found.flatMap((base) => members.map((member) => ({ ...base, [code]: member.code })));
  return found;
}

function inWords(index: KnowledgeIndex, members: Members, language: "zh" | "en"): string {
  return membersLabel(index, members, language).replace(/^[（ (]+|[）)]+$/g, "");
}

function input(element: Element, members: Members): InputPosition {
  return { kind: "input", element, members, key: cellKey(element.code, membersKey(members)) };
}

function withTotal(element: Element, cells: readonly Members[]): Position[] {
  const inputs = cells.map((members) => input(element, members));
  return [...inputs, { kind: "total", element, of: inputs.map((each) => each.key) }];
}

function totalRow(element: Element, columns: readonly (readonly Members[])[]): SheetRow {
  return {
    label: total,
    isTotal: true,
    positions: columns.map((cells) => ({ kind: "total", element, of: cells.map((members) => cellKey(element.code, membersKey(members))) })),
  };
}
