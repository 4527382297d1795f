/** Reading another office's export: where its header stands, and which of its columns look like which of our cells. */
import type { Element } from "../../core/definition/element.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { membersKey } from "../../core/model/selection.ts";
import type { SheetRows } from "../ports.ts";
import { headAt, partsOf, rowsSearched } from "./export-head.ts";
import type { MappedColumn, MappingDraft } from "./mappings.ts";

export interface ReadSheet {
  readonly name: string;
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly suggested: MappingDraft | null;
}

/** Rows of data shown. */
const rowsShown = 5;
/** An element broken down into more cells than this is mapped by hand. */
const mostCells = 400;

export function readExport(index: KnowledgeIndex, sheets: readonly SheetRows[]): ReadSheet[] {
  const names = cellNames(index);
  return sheets
    .filter((sheet) => sheet.rows.length > 0)
    .map(({ name, rows }) => {
      const { row: headerRow, columns: header } = headAt(rows, headerAt(rows, names));
      const sample = rows
        .filter(({ row }) => row > headerRow)
        .slice(0, rowsShown)
        .map((each) => each.cells);
      return { name, headerRow, header, sample, suggested: suggest(names, name, headerRow, header) };
    });
}

/** The row with the most known names; without any, the one with the most texts. */
function headerAt(rows: SheetRows["rows"], names: ReadonlyMap<string, Named>): number {
  let [best, score] = [0, -1];
  for (const [at, { cells }] of rows.slice(0, rowsSearched).entries()) {
    const texts = cells.filter((cell) => cell.trim() !== "" && !/^[\d.,%-]+$/.test(cell.trim()));
    const known = texts.filter((text) => names.has(plainName(text)) || isOrganisation(text)).length;
    const found = known * 1000 + texts.length;
    if (found > score) [best, score] = [at, found];
  }
  return best;
}

function suggest(names: ReadonlyMap<string, Named>, sheet: string, headerRow: number, header: readonly string[]): MappingDraft | null {
  // Without such a column the table is of one's own organisation alone.
  const organisationColumn =
    header.find((text) => /代码|编码|标识码/.test(text) && isOrganisation(text)) ?? header.find(isOrganisation) ?? "";
  const ends = header.map((text) => plainName(partsOf(text).at(-1)!));
  const columns: MappedColumn[] = [];
  const taken = new Set<string>();
  for (const text of header) {
    const parts = partsOf(text)
      .map(plainName)
      .filter((part) => !/^(合|总|小)?计$|^总数$/.test(part));
    // 教职工 · 专任教师 are 专任教师 where no other group has them too.
    const isAlone = ends.filter((each) => each === parts.at(-1)).length === 1;
    const found = names.get(parts.join("")) ?? (isAlone ? names.get(parts.at(-1) ?? "") : undefined);
    const key = found && `${found.element.code}#${found.members}`;
    if (!found || !key || taken.has(key)) continue;
    taken.add(key);
    columns.push({ header: text, element: found.element.code, members: found.members, factor: factorOf(text, found.element.unit) });
  }
  return columns.length === 0 ? null : { name: sheet || "导出表", sheet, headerRow, organisationColumn, columns };
}

const isOrganisation = (text: string): boolean =>
  /^(学校|单位|院校|机构)(\(?机构\)?)?(名称|代码|编码|标识码|全称)?$|^名称$/.test(plainName(text));

/** Tens of thousands are told apart by the header's own unit. */
function factorOf(header: string, unit: string): MappedColumn["factor"] {
  const told = partsOf(header)
    .map((part) => /[（(]\s*(万?)[^（）()]*[）)]\s*$/.exec(part)?.[1])
    .findLast((each) => each !== undefined);
  if (told === undefined) return "1";
  const inTenThousands = unit.startsWith("万");
  if (told === "万" && !inTenThousands) return "10000";
  return told === "" && inTenThousands ? "0.0001" : "1";
}

interface Named {
  readonly element: Element;
  readonly members: string;
}

/** Plain names → the cell they mean; names of two cells mean none. */
function cellNames(index: KnowledgeIndex): ReadonlyMap<string, Named> {
  const found = new Map<string, Named | null>();
  const add = (text: string, named: Named): void => {
    const name = plainName(text);
    const known = found.get(name);
    found.set(name, known === undefined || (known?.element === named.element && known.members === named.members) ? named : null);
  };
  for (const element of index.knowledge.elements) {
    if (element.from) continue;
    const labels = [element.zh, ...element.aliases];
    for (const { members, words } of cellsOf(index, element))
      for (const label of labels) {
        add(label + words, { element, members });
        if (words !== "") add(words + label, { element, members });
      }
  }
  return new Map([...found].filter((entry): entry is [string, Named] => entry[1] !== null));
}

function cellsOf(index: KnowledgeIndex, element: Element): { members: string; words: string }[] {
  let cells: { members: Record<string, string>; words: string }[] = [{ members: {}, words: "" }];
  for (const code of element.dimensions) {
    const dimension = index.dimensions.get(code);
    if (!dimension || cells.length * dimension.members.length > mostCells) return [];
    cells = cells.flatMap(({ members, words }) =>
      dimension.members.map((member) => ({ members: { ...members, [code]: member.code }, words: words + member.zh })),
    );
  }
  return cells.map(({ members, words }) => ({ members: membersKey(members), words }));
}

/** Without spaces, joints, what stands in brackets at the end, and 数 at the end: 在校生数（人） is 在校生. */
function plainName(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replace(/\([^()]*\)$/, "")
    .replaceAll(/[·\-—_()、:：/]/g, "")
    .replace(/(人数|数)$/, "");
}
