/** Organisations as a table: its columns, what may stand in them, reading it with every problem named, and the empty table to fill. */
import type { Organisation, OrganisationKind, OrganisationVersion } from "../core/model/organisation.ts";
import { kindNames } from "./account-rules.ts";
import { foundation, isIsoDate } from "./organisations.ts";
import type { SheetRows, Spreadsheets } from "./ports.ts";
import { type Bilingual, refuse } from "./refusal.ts";
import { type RowProblem, rowProblem } from "./table-problem.ts";

export const columns = {
  code: "代码",
  name: "名称",
  kind: "类别",
  parent: "上级代码",
  short: "简称",
  ownership: "办学性质",
  affiliation: "隶属",
  type: "类型",
  from: "设立日期",
  to: "撤销日期",
  merged: "并入",
} as const;

const kinds: Readonly<Record<string, OrganisationKind>> = {
  省: "province",
  市: "city",
  县区: "county",
  "县（市、区）": "county",
  县: "county",
  区: "county",
  学校: "school",
};

/** Attributes that the catalog's standards and selections ask for, with their values as they are kept. */
export const attributeValues: Readonly<Record<string, readonly string[]>> = {
  [columns.ownership]: ["公办", "民办"],
  [columns.affiliation]: ["市直", "县区"],
  [columns.type]: ["中等专业学校", "职业高中", "技工学校", "高级技工学校", "职教中心"],
};

/** The header that `org import` expects, in order. */
export const organisationTableHeader: readonly string[] = Object.values(columns);

const expected = {
  code: { zh: "六位行政区划代码，学校再加“-序号”，如 411000-01", en: "six digits, of schools a dash and a number besides: 411000-01" },
  kind: { zh: "市、县区、学校之一", en: "市, 县区 or 学校" },
  sameKind: { zh: "与该机构其他行相同的类别", en: "the kind of its other rows" },
  name: { zh: "2–60 字的名称", en: "a name of 2–60 characters" },
  short: { zh: "至多 20 字的简称，或留空", en: "at most 20 characters, or nothing" },
  date: { zh: "2019-09-01 这样的日期，或留空", en: "a date as 2019-09-01, or nothing" },
  once: { zh: "表内不重复的代码（同一机构写几行时，各行的设立日期须不同）", en: "a code told once, or each time with another 设立日期" },
} as const satisfies Record<string, Bilingual>;

export interface OrganisationTable {
  readonly organisations: readonly Organisation[];
  /** The row in which an organisation is told first. */
  readonly rows: ReadonlyMap<string, number>;
  readonly problems: readonly RowProblem[];
}

/**
 * Reads organisations from a table with {@link organisationTableHeader}; columns may stand in any order and
 * all but the first four may be absent. Several rows with one code are dated versions of one organisation.
 * @throws Refusal for a header that lacks a column.
 */
export function readOrganisations([header, ...rows]: SheetRows["rows"]): OrganisationTable {
  const at = new Map(header?.cells.map((title, column) => [title.trim(), column]));
  for (const needed of [columns.code, columns.name, columns.kind, columns.parent])
    if (!at.has(needed)) throw refuse("organisation-table-header", { missing: needed, found: header?.cells.join("、") ?? "" });
  const found = new Map<string, { kind: OrganisationKind; versions: OrganisationVersion[]; mergedInto?: string }>();
  const firstRows = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const { row, cells } of rows) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const text = (column: string): string => (cells[at.get(column) ?? -1] ?? "").trim();
    const before = problems.length;
    const wrong = (column: string, what: Bilingual): void => void problems.push(rowProblem(row, column, text(column), what));
    const kind = kinds[text(columns.kind)];
    const code = text(columns.code);
    if (!kind) wrong(columns.kind, expected.kind);
    if (!/^\d{6}(-\d{2,})?$/.test(code) || (kind && code.includes("-") !== (kind === "school"))) wrong(columns.code, expected.code);
    if (text(columns.name).length < 2 || text(columns.name).length > 60) wrong(columns.name, expected.name);
    if (text(columns.short).length > 20) wrong(columns.short, expected.short);
    for (const column of [columns.from, columns.to]) if (text(column) !== "" && !isIsoDate(text(column))) wrong(column, expected.date);
    for (const [name, values] of Object.entries(attributeValues))
      if (text(name) !== "" && !values.includes(text(name)))
        wrong(name, { zh: `${values.join("、")}之一，或留空`, en: `one of ${values.join(", ")}, or nothing` });
    const known = found.get(code);
    const from = text(columns.from) || foundation;
    if (kind && known && known.kind !== kind) wrong(columns.kind, expected.sameKind);
    if (known?.versions.some((version) => version.from === from)) wrong(columns.code, expected.once);
    if (!kind || problems.length > before) continue;
    const short = text(columns.short);
    const version: OrganisationVersion = {
      from,
      to: text(columns.to) || null,
      name: text(columns.name),
      ...(short === "" ? {} : { shortName: short }),
      parent: text(columns.parent) || null,
      attributes: Object.fromEntries(Object.keys(attributeValues).flatMap((name) => (text(name) === "" ? [] : [[name, text(name)]]))),
    };
    const entry = known ?? { kind, versions: [] };
    entry.versions.push(version);
    if (text(columns.merged) !== "") entry.mergedInto = text(columns.merged);
    found.set(code, entry);
    if (!firstRows.has(code)) firstRows.set(code, row);
  }
  return {
    organisations: [...found].map(([code, entry]) => ({ code, ...entry, versions: withoutOverlap(entry.versions) })),
    rows: firstRows,
    problems,
  };
}

/** The same where the first problem ends it. @throws Refusal naming the row and column. */
export function parseOrganisations(table: readonly (readonly string[])[]): Organisation[] {
  const { organisations, problems } = readOrganisations(table.map((cells, at) => ({ row: at + 1, cells })));
  const [first] = problems;
  if (first) throw refuse("organisation-table", { row: first.row, column: first.column, found: first.found, expected: first.expected });
  return [...organisations];
}

/** Versions in order of date; an open version ends where its successor begins. */
function withoutOverlap(versions: readonly OrganisationVersion[]): OrganisationVersion[] {
  const sorted = [...versions].sort((left, right) => (left.from < right.from ? -1 : 1));
  return sorted.map((version, index) => {
    const next = sorted[index + 1];
    return next && (version.to === null || version.to > next.from) ? { ...version, to: next.from } : version;
  });
}

/** The table to fill, beside it what may stand in it, and what is there already. */
export async function organisationTemplate(spreadsheets: Spreadsheets, standing: readonly Organisation[]): Promise<Uint8Array> {
  const text = (each: string) => ({ text: each, numeric: false });
  const city = standing.find((each) => each.kind === "city")?.code ?? "411000";
  const rules: readonly (readonly [string, string, string, string])[] = [
    [columns.code, "必填", "县（市、区）是六位行政区划代码；学校是上级的代码加“-序号”", `${city}-01`],
    [columns.name, "必填", "全称，2–60 字", "示例市第一中等专业学校"],
    [columns.kind, "必填", "县区、学校", "学校"],
    [columns.parent, "必填", "上级机构的代码：本表里的，或“已有机构”里的", city],
    [columns.short, "可空", "表格里用的简称，至多 20 字", "一中专"],
    ...Object.entries(attributeValues).map(([name, values]) => [name, "可空", `学校填：${values.join("、")}`, values[0]!] as const),
    [columns.from, "可空", "早就有的不填；新设的填设立那天，此前的年度没有它", "2019-09-01"],
    [columns.to, "可空", "已撤销的填撤销那天", ""],
    [columns.merged, "可空", "撤销时并入的机构的代码", ""],
  ];
  return spreadsheets.writeTable([
    { name: "机构", header: [organisationTableHeader], rows: [], frozenColumns: 0 },
    { name: "怎么填", header: [["列", "是否必填", "填什么", "例"]], rows: rules.map((row) => row.map(text)), frozenColumns: 0 },
    {
      name: "已有机构",
      header: [["代码", "名称", "类别"]],
      rows: standing.map(({ code, kind, versions }) => [code, versions.at(-1)?.name ?? code, kindNames[kind]].map(text)),
      frozenColumns: 0,
    },
  ]);
}
