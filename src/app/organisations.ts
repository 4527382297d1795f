/** Use cases on the tree of organisations: a city from nothing, and its schools and counties from a table. */
import type { Organisation, OrganisationKind, OrganisationVersion } from "../core/model/organisation.ts";
import type { Act, Store, StoreReader } from "./ports.ts";
import { refuse } from "./refusal.ts";

const foundation = "1949-10-01";

/** Creates the root organisation of a new store. @throws Refusal when it exists. */
export async function createCity(store: Store, city: { code: string; name: string; kind: OrganisationKind }, act: Act): Promise<void> {
  await store.transaction(async (writer) => {
    const existing = await writer.organisations();
    if (existing.some((each) => each.code === city.code)) throw refuse("organisation-exists", { code: city.code });
    const root: Organisation = {
      code: city.code,
      kind: city.kind,
      versions: [{ from: foundation, to: null, name: city.name, parent: null, attributes: {} }],
    };
    await writer.saveOrganisations([root], act);
  });
}

const columns = {
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
  县: "county",
  区: "county",
  学校: "school",
};
const attributeColumns = [columns.ownership, columns.affiliation, columns.type];

/** The header that `org import` expects, in order. */
export const organisationTableHeader: readonly string[] = Object.values(columns);

/**
 * Reads organisations from a table with {@link organisationTableHeader}; columns may stand in any order and
 * all but the first four may be absent. Several rows with one code are dated versions of one organisation.
 * @throws Refusal naming the row and column.
 */
export function parseOrganisations(table: readonly (readonly string[])[]): Organisation[] {
  const [header = [], ...rows] = table;
  const at = new Map(header.map((title, column) => [title.trim(), column]));
  for (const needed of [columns.code, columns.name, columns.kind, columns.parent])
    if (!at.has(needed)) throw refuse("organisation-table-header", { missing: needed, found: header.join("、") });
  const found = new Map<string, { kind: OrganisationKind; versions: OrganisationVersion[]; mergedInto?: string }>();
  rows.forEach((cells, index) => {
    const row = index + 2;
    const text = (column: string): string => (cells[at.get(column) ?? -1] ?? "").trim();
    const wrong = (column: string, expected: string) => refuse("organisation-table", { row, column, found: text(column), expected });
    if (cells.every((cell) => cell.trim() === "")) return;
    const code = text(columns.code);
    if (!/^\d{6}(-\d{2,})?$/.test(code)) throw wrong(columns.code, "六位行政区划代码，学校再加“-序号”，如 411000-01");
    const kind = kinds[text(columns.kind)];
    if (!kind) throw wrong(columns.kind, Object.keys(kinds).join("、"));
    if (text(columns.name) === "") throw wrong(columns.name, "机构名称");
    for (const column of [columns.from, columns.to])
      if (text(column) !== "" && !isIsoDate(text(column))) throw wrong(column, "2019-09-01 这样的日期");
    const attributes = Object.fromEntries(attributeColumns.map((name) => [name, text(name)] as const).filter(([, value]) => value !== ""));
    const short = text(columns.short);
    const version: OrganisationVersion = {
      from: text(columns.from) || foundation,
      to: text(columns.to) || null,
      name: text(columns.name),
      ...(short === "" ? {} : { shortName: short }),
      parent: text(columns.parent) || null,
      attributes,
    };
    const known = found.get(code);
    if (known && known.kind !== kind) throw wrong(columns.kind, "与该机构其他行相同的类别");
    if (known) known.versions.push(version);
    else found.set(code, { kind, versions: [version] });
    const merged = text(columns.merged);
    if (merged !== "") found.get(code)!.mergedInto = merged;
  });
  return [...found].map(([code, entry]) => ({ code, ...entry, versions: withoutOverlap(entry.versions) }));
}

/** Versions in order of date; an open version ends where its successor begins. */
function withoutOverlap(versions: readonly OrganisationVersion[]): OrganisationVersion[] {
  const sorted = [...versions].sort((left, right) => (left.from < right.from ? -1 : 1));
  return sorted.map((version, index) => {
    const next = sorted[index + 1];
    return next && (version.to === null || version.to > next.from) ? { ...version, to: next.from } : version;
  });
}

/** Adds or replaces organisations; the whole must stay a tree. @throws Refusal for unknown parents, heirs and cycles. */
export async function importOrganisations(store: Store, incoming: readonly Organisation[], act: Act): Promise<number> {
  await store.transaction(async (writer) => {
    const merged = new Map((await writer.organisations()).map((each) => [each.code, each]));
    for (const each of incoming) merged.set(each.code, each);
    for (const each of incoming) assertRooted(each, merged);
    await writer.saveOrganisations(incoming, act);
  });
  return incoming.length;
}

export function assertRooted(organisation: Organisation, all: ReadonlyMap<string, Organisation>): void {
  if (organisation.mergedInto !== undefined && !all.has(organisation.mergedInto))
    throw refuse("organisation-unknown", { code: organisation.mergedInto });
  for (const { parent } of organisation.versions) {
    const path = new Set([organisation.code]);
    for (let code = parent, below = organisation.code; code !== null;) {
      const node = all.get(code);
      if (!node) throw refuse("organisation-parent-unknown", { code: below, parent: code });
      if (path.has(code)) throw refuse("organisation-cycle", { code });
      path.add(code);
      below = code;
      code = node.versions.at(-1)?.parent ?? null;
    }
  }
}

/** @throws Refusal when no organisation has the code. */
export async function findOrganisation(reader: StoreReader, code: string): Promise<Organisation> {
  const found = (await reader.organisations()).find((each) => each.code === code);
  if (!found) throw refuse("organisation-unknown", { code });
  return found;
}

export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}
