/** Use cases on the tree of organisations: a city from nothing, and more of them beside those that are there. */
import type { Organisation, OrganisationKind } from "../core/model/organisation.ts";
import type { Act, Store, StoreReader } from "./ports.ts";
import { refuse } from "./refusal.ts";

/** The first day of organisations of which nobody said when they were founded: those of all years. */
export const foundation = "1949-10-01";

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
