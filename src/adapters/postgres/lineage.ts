/** Keeps who stands under whom in each year, by the tree of that year's last day; readings of subtrees and walls rest on it. */
import { sql } from "kysely";
import type { Cycle } from "../../core/model/cycle.ts";
import { ancestry, type Organisation, type OrganisationTree, treeAt } from "../../core/model/organisation.ts";
import { rebuildSums } from "./sums.ts";
import type { Database } from "./tables.ts";

const treeLock = 7_416_201;

/**
 * Beside the real years, one that asks no cycle: where each organisation stands, or last stood before it closed.
 * By it an organisation is seen and kept from the moment it is entered, before any cycle covers it.
 */
export const standingYear = 9999;

export interface Line {
  readonly year: number;
  readonly ancestor: string;
  readonly organisation: string;
  readonly depth: number;
}

/** The lines of one year. An organisation's day is the last of its cycle's data period, or of the calendar year when no cycle covers it. */
export function lineageOf(year: number, organisations: readonly Organisation[], cycles: readonly Cycle[]): Line[] {
  const trees = cycles
    .filter((cycle) => cycle.year === year)
    .map((cycle) => ({ root: cycle.organisation, tree: treeAt(organisations, cycle.dataPeriod.end) }))
    .sort((left, right) => (left.root < right.root ? -1 : 1));
  const otherwise = treeAt(organisations, `${year}-12-31`);
  const pathIn = (tree: OrganisationTree, code: string): string[] => ancestry(tree, code).map((node) => node.code);
  return organisations.flatMap(({ code }) => {
    const covered = trees.map(({ root, tree }) => ({ root, path: pathIn(tree, code) })).find(({ root, path }) => path.includes(root));
    return (covered?.path ?? pathIn(otherwise, code)).map((ancestor, depth) => ({ year, ancestor, organisation: code, depth }));
  });
}

/** The lines of {@link standingYear}: each organisation's path on the last day of its last version. */
function standingLines(organisations: readonly Organisation[]): Line[] {
  const trees = new Map<string, OrganisationTree>();
  return organisations.flatMap(({ code, versions }) => {
    const last = versions.at(-1);
    if (!last) return [];
    // Closed organisations stand in the tree of their last version's first day: its end is the first day without it.
    const day = last.to === null ? `${standingYear}-12-31` : last.from;
    const tree = trees.get(day) ?? treeAt(organisations, day);
    trees.set(day, tree);
    return ancestry(tree, code).map((node, depth) => ({ year: standingYear, ancestor: node.code, organisation: code, depth }));
  });
}

/** Recomputes the lineage after organisations or cycles changed, and the sums of the years in which it did change. */
export async function syncLineage(database: Database, extraYears: readonly number[] = []): Promise<void> {
  await sql`select pg_advisory_xact_lock(${treeLock})`.execute(database);
  const wanted = await wantedLineage(database, extraYears);
  const stored = new Map<number, string[]>();
  for (const line of await database.selectFrom("lineage").selectAll().execute()) append(stored, line.year, nameOf(line));
  const changed = [...new Set([...wanted.keys(), ...stored.keys()])].filter((year) => {
    const names = (wanted.get(year) ?? []).map(nameOf).sort();
    return names.join() !== (stored.get(year) ?? []).sort().join();
  });
  if (changed.length === 0) return;
  const lines = changed.flatMap((year) => wanted.get(year) ?? []);
  await database.deleteFrom("lineage").where("year", "in", changed).execute();
  await sql`
    insert into lineage (year, ancestor, organisation, depth)
    select * from unnest(${lines.map((line) => line.year)}::integer[], ${lines.map((line) => line.ancestor)}::text[],
                         ${lines.map((line) => line.organisation)}::text[], ${lines.map((line) => line.depth)}::integer[])`.execute(
    database,
  );
  await rebuildSums(database, changed);
}

/** What the lineage should be: for every year with a cycle or a return, and as things stand. */
export async function wantedLineage(database: Database, extraYears: readonly number[] = []): Promise<Map<number, Line[]>> {
  const organisations = (await database.selectFrom("organisations").selectAll().execute()).map(({ code, kind, versions }) => ({
    code,
    kind,
    versions,
  }));
  const cycles = (await database.selectFrom("cycles").select("content").execute()).map(({ content }) => content);
  const returned = (await database.selectFrom("return_heads").select("year").distinct().execute()).map(({ year }) => year);
  const years = new Set([...cycles.map((cycle) => cycle.year), ...returned, ...extraYears]);
  years.delete(standingYear);
  return new Map([
    ...[...years].map((year): [number, Line[]] => [year, lineageOf(year, organisations, cycles)]),
    [standingYear, standingLines(organisations)],
  ]);
}

/** Makes sure that a year has its lineage, for a return handed in before any cycle was opened. */
export async function ensureYear(database: Database, year: number): Promise<void> {
  const { rows } = await sql<{ known: boolean }>`select exists (select from lineage where year = ${year}) as known`.execute(database);
  if (!rows[0]?.known) await syncLineage(database, [year]);
}

export const nameOf = (line: Line): string => `${line.year}/${line.ancestor}/${line.organisation}/${line.depth}`;

function append(map: Map<number, string[]>, year: number, name: string): void {
  const names = map.get(year);
  if (names) names.push(name);
  else map.set(year, [name]);
}
