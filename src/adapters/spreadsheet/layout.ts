/**
 * How a form ledger becomes blocks of cells: consecutive elements without breakdown share one list, those
 * broken down by the same few members share one table, and two dimensions make a small matrix each.
 */
import type { Dimension } from "../../core/definition/dimension.ts";
import type { Element } from "../../core/definition/element.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { type FormLedger, isInForce } from "../../core/definition/ledger.ts";
import { cellKey } from "../../core/model/return.ts";
import { type Members, membersKey, parseMembersKey } from "../../core/model/selection.ts";

/** Half an identity: what a row, or a column, says about its cells. Together they name one cell. */
export interface Identity {
  readonly element: string;
  readonly members: Members;
}

export interface BlockRow {
  readonly label: string;
  readonly identity: Identity;
  /** The element whose cells stand in this row. */
  readonly element: Element;
}

export interface BlockColumn {
  /** "" in a list: there is one column of values. */
  readonly label: string;
  readonly identity: Identity;
}

export interface Block {
  readonly kind: "list" | "breakdown" | "matrix";
  readonly title: string;
  /** Heading of the column of labels. */
  readonly head: string;
  readonly rows: readonly BlockRow[];
  readonly columns: readonly BlockColumn[];
  /** A column of totals at the right, a row of totals at the foot. */
  readonly totals: { readonly right: boolean; readonly foot: boolean };
}

const widest = 8;

export function formBlocks(index: KnowledgeIndex, ledger: FormLedger, year: number): Block[] {
  const elements = (index.elementsByLedger.get(ledger.code) ?? []).filter((element) => !element.from && isInForce(element, year));
  const blocks: Block[] = [];
  for (let at = 0; at < elements.length;) {
    const first = elements[at]!;
    const dimensions = first.dimensions.map((code) => dimensionOf(index, code));
    const together = dimensions.length === 0 || (dimensions.length === 1 && dimensions[0]!.members.length <= widest);
    let end = at + 1;
    while (together && end < elements.length && elements[end]!.dimensions.join() === first.dimensions.join()) end += 1;
    const run = elements.slice(at, end);
    blocks.push(dimensions.length === 0 ? list(run) : together ? breakdown(run, dimensions[0]!) : matrix(first, dimensions));
    at = end;
  }
  return blocks;
}

function dimensionOf(index: KnowledgeIndex, code: string): Dimension {
  const dimension = index.dimensions.get(code);
  if (!dimension) throw new Error(`no dimension in the catalog: ${code}`);
  return dimension;
}

const nothing: Identity = { element: "", members: {} };

function elementRows(elements: readonly Element[]): BlockRow[] {
  return elements.map((element) => ({ label: element.zh, identity: { element: element.code, members: {} }, element }));
}

function list(elements: readonly Element[]): Block {
  return {
    kind: "list",
    title: "",
    head: "数据项",
    rows: elementRows(elements),
    columns: [{ label: "", identity: nothing }],
    totals: { right: false, foot: false },
  };
}

function breakdown(elements: readonly Element[], dimension: Dimension): Block {
  return {
    kind: "breakdown",
    title: `按${dimension.zh}填写`,
    head: "数据项",
    rows: elementRows(elements),
    columns: dimension.members.map((member) => ({
      label: member.zh,
      identity: { element: "", members: { [dimension.code]: member.code } },
    })),
    totals: { right: true, foot: false },
  };
}

/** The dimension with the fewest members goes across, the others down. */
function matrix(element: Element, dimensions: readonly Dimension[]): Block {
  const across = dimensions.reduce((best, each) => (each.members.length < best.members.length ? each : best));
  const columned = dimensions.length > 1;
  const down = columned ? dimensions.filter((each) => each !== across) : dimensions;
  let rows: { label: string; members: Members }[] = [{ label: "", members: {} }];
  for (const dimension of down)
    rows = rows.flatMap((row) =>
      dimension.members.map((member) => ({
        label: row.label === "" ? member.zh : `${row.label} · ${member.zh}`,
        members: { ...row.members, [dimension.code]: member.code },
      })),
    );
  return {
    kind: "matrix",
    title: element.zh,
    head: down.map((each) => each.zh).join(" · "),
    rows: rows.map((row) => ({ label: row.label, identity: { element: "", members: row.members }, element })),
    columns: columned
      ? across.members.map((member) => ({ label: member.zh, identity: { element: element.code, members: { [across.code]: member.code } } }))
      : [{ label: "", identity: { element: element.code, members: {} } }],
    totals: { right: columned, foot: true },
  };
}

/** The cell that a row and a column name together; null when they do not fit. */
export function join(row: Identity, column: Identity): Identity | null {
  if (row.element !== "" && column.element !== "" && row.element !== column.element) return null;
  return { element: row.element || column.element, members: { ...column.members, ...row.members } };
}

export function keyOf(identity: Identity): string {
  return cellKey(identity.element, membersKey(identity.members));
}

/** Token of half an identity in a hidden row or column: "element#dimension=member"; "#" says nothing. */
export function tokenOf(identity: Identity): string {
  return `${identity.element}#${membersKey(identity.members)}`;
}

/** Reads what {@link tokenOf} wrote; null for other text. */
export function parseToken(text: string): Identity | null {
  const match = /^([\w.]*)#((?:[\w.-]+=[\w.-]+(?:\|(?!$)|$))*)$/.exec(text.trim());
  return match ? { element: match[1]!, members: parseMembersKey(match[2]!) } : null;
}

/** All cells of a form, in the order of its sheet. */
export function formCells(
  index: KnowledgeIndex,
  ledger: FormLedger,
  year: number,
): { readonly key: string; readonly element: Element; readonly label: string }[] {
  return formBlocks(index, ledger, year).flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column) => ({
        key: keyOf(join(row.identity, column.identity)!),
        element: row.element,
        label: cellLabel(block, row, column),
      })),
    ),
  );
}

/** What messages call a cell: "分学历专任教师·本科". */
export function cellLabel(
  block: Pick<Block, "kind">,
  row: Pick<BlockRow, "label" | "element">,
  column: Pick<BlockColumn, "label">,
): string {
  return [row.element.zh, block.kind === "matrix" ? row.label : "", column.label].filter((part) => part !== "").join("·");
}
