/** Organisations from a table: looked through first, each new, known or wrong; then all of the new ones or none. */
import type { Organisation, OrganisationKind } from "../core/model/organisation.ts";
import { assertStanding, assertWithin } from "./organisation-changes.ts";
import { columns, organisationTemplate, readOrganisations } from "./organisation-table.ts";
import type { Act, Spreadsheets, Store } from "./ports.ts";
import { type Bilingual, Refusal } from "./refusal.ts";
import { type RowProblem, rowProblem } from "./table-problem.ts";

export interface ImportLine {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Name of what it stands below. */
  readonly parent: string;
  /** Known ones stay as they are, also where the table differs from them. */
  readonly state: "new" | "known" | "different";
  /** What differs: "名称 甲 → 乙". */
  readonly differs: string;
}

export interface LookedThrough {
  readonly lines: ImportLine[];
  readonly problems: RowProblem[];
  /** New ones: those that come, or came; none while there are problems. */
  readonly count: number;
}

const place: Bilingual = {
  zh: "本单位或下级机构的代码，或本表里的代码",
  en: "a code of your own or a lower organisation, or of this table",
};

/** Nothing is taken while anything is wrong, nor without an act. @throws Refusal for a file that is no table or lacks a column. */
export async function importOrganisationTable(
  store: Store,
  spreadsheets: Spreadsheets,
  scope: string,
  bytes: Uint8Array,
  act: Act | null,
): Promise<LookedThrough> {
  const { organisations, rows, problems: unread } = readOrganisations((await spreadsheets.readSheets(bytes))[0]?.rows ?? []);
  const problems = [...unread];
  const codes = new Set(organisations.map((each) => each.code));
  const wrong = (code: string, column: string, found: string, what: Bilingual): void =>
    void problems.push(rowProblem(rows.get(code)!, column, found, what));
  for (const { code, versions } of organisations)
    for (const parent of new Set(versions.map((version) => version.parent))) {
      const isKnown = parent === null ? code === scope : code === scope || codes.has(parent) || (await isWithin(store, scope, parent));
      if (!isKnown) wrong(code, columns.parent, parent ?? "", place);
    }
  return store.transaction(async (writer) => {
    const all = new Map((await writer.organisations()).map((each) => [each.code, each]));
    const fresh = organisations.filter((each) => !all.has(each.code));
    for (const { code } of organisations)
      if (all.has(code) && !(await isWithin(store, scope, code)))
        wrong(code, columns.code, code, { zh: "没有用过的代码", en: "a code that is free" });
    const merged = new Map([...all, ...fresh.map((each) => [each.code, each] as const)]);
    if (problems.length === 0)
      for (const each of fresh) {
        const problem = refusalOf(() => assertStanding(each, merged));
        if (problem)
          problems.push({ ...rowProblem(rows.get(each.code)!, columns.parent, each.versions.at(-1)?.parent ?? "", place), ...problem });
      }
    const nameOf = (code: string | null): string => merged.get(code ?? "")?.versions.at(-1)?.name ?? code ?? "";
    const lines = organisations.map((each): ImportLine => {
      const { name, parent } = each.versions.at(-1)!;
      const known = all.get(each.code);
      const differs = known ? differences(known, each, nameOf) : "";
      const state = !known ? "new" : differs === "" ? "known" : "different";
      return { row: rows.get(each.code)!, code: each.code, name, kind: each.kind, parent: nameOf(parent), state, differs };
    });
    if (act !== null && problems.length === 0 && fresh.length > 0) await writer.saveOrganisations(fresh, act);
    return { lines, problems: problems.toSorted((left, right) => left.row - right.row), count: problems.length > 0 ? 0 : fresh.length };
  });
}

/** The empty table, with those of the subtree beside it. */
export async function organisationTableToFill(store: Store, spreadsheets: Spreadsheets, scope: string): Promise<Uint8Array> {
  const all = (await store.organisations()).filter((each) => each.versions.at(-1)?.to === null);
  const within = await Promise.all(all.map(({ code }) => store.stands(code, scope)));
  return organisationTemplate(
    spreadsheets,
    all.filter((_, at) => within[at]),
  );
}

const isWithin = (store: Store, scope: string, code: string): Promise<boolean> =>
  assertWithin(store, scope, code).then(
    () => true,
    () => false,
  );

function refusalOf(check: () => void): Pick<RowProblem, "expected" | "message"> | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { expected: error.zh, message: { zh: error.zh, en: error.en } };
  }
}

function differences(known: Organisation, told: Organisation, nameOf: (code: string | null) => string): string {
  const [before, after] = [known.versions.at(-1)!, told.versions.at(-1)!];
  const pairs: readonly (readonly [string, string, string])[] = [
    [columns.name, before.name, after.name],
    [columns.parent, nameOf(before.parent), nameOf(after.parent)],
    ...Object.keys(after.attributes).map((name) => [name, before.attributes[name] ?? "", after.attributes[name]!] as const),
  ];
  return pairs.flatMap(([what, old, next]) => (old === next ? [] : [`${what} ${old || "—"} → ${next || "—"}`])).join("；");
}
