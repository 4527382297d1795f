/**
 * Changes to the tree of organisations, made by an administrator within the own subtree. Nothing is
 * overwritten: a change begins on a day, so that earlier years keep the tree that they had.
 */
import { type Organisation, type OrganisationKind, type OrganisationVersion, treeAt } from "../core/model/organisation.ts";
import { kindNames } from "./account-rules.ts";
import { assertRooted, foundation } from "./organisations.ts";
import type { Act, Store, StoreWriter } from "./ports.ts";
import { refuse } from "./refusal.ts";

export interface NewOrganisation {
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName?: string | undefined;
  readonly parent: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Absent: it has stood ever since. */
  readonly from?: string | undefined;
}

export interface VersionChange {
  readonly from: string;
  readonly name?: string | undefined;
  readonly shortName?: string | undefined;
  readonly parent?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

type MakeAct = (name: string, reason?: string) => Act;

const ranks: readonly OrganisationKind[] = ["nation", "province", "city", "county", "school"];

/** @throws Refusal for a code that is taken, or a parent that is not within the subtree, does not stand on that day or is no higher. */
export async function createOrganisation(store: Store, scope: string, draft: NewOrganisation, act: MakeAct): Promise<Organisation> {
  const { code, kind, from = foundation, name, shortName, parent, attributes } = draft;
  const version: OrganisationVersion = { from, to: null, name, ...(shortName ? { shortName } : {}), parent, attributes };
  const created: Organisation = { code, kind, versions: [version] };
  await assertWithin(store, scope, parent);
  await store.transaction(async (writer) => {
    const all = await writer.organisations();
    if (all.some((each) => each.code === code)) throw refuse("organisation-exists", { code });
    await save(writer, all, [created], act("organisation.create", name));
  });
  return created;
}

/**
 * Renames, moves or changes attributes from a day on; on the first day of the last version it corrects that version, and
 * before that of the only one it corrects the day of founding.
 */
export async function changeOrganisation(
  store: Store,
  scope: string,
  code: string,
  change: VersionChange,
  act: MakeAct,
): Promise<Organisation> {
  await assertWithin(store, scope, code);
  if (change.parent !== undefined) await assertWithin(store, scope, change.parent);
  return store.transaction(async (writer) => {
    const all = await writer.organisations();
    const { mergedInto: _, ...organisation } = standing(all, code);
    const last = organisation.versions.at(-1);
    const isOnly = organisation.versions.length === 1;
    if (!last || (change.from < last.from && !isOnly)) throw refuse("organisation-version", { code, from: change.from });
    const { from, name = last.name, parent = last.parent, attributes = last.attributes } = change;
    const shortName = change.shortName ?? last.shortName;
    const to = from < last.from ? last.to : null;
    const next: OrganisationVersion = { from, to, name, ...(shortName ? { shortName } : {}), parent, attributes };
    const before = organisation.versions.slice(0, -1);
    const kept = from <= last.from ? before : [...before, { ...last, to: last.to === null || last.to > from ? from : last.to }];
    const changed: Organisation = { ...organisation, versions: [...kept, next] };
    await save(writer, all, [changed], act("organisation.change", inWords(all, last, next)));
    return changed;
  });
}

/** @throws Refusal while others stand below it, or on a day on which it does not stand. */
export async function closeOrganisation(store: Store, scope: string, code: string, on: string, act: Act): Promise<void> {
  await assertBelow(store, scope, code);
  await store.transaction(async (writer) => {
    const all = await writer.organisations();
    const below = treeAt(all, on).nodes.get(code)?.children ?? [];
    if (below.length > 0)
      throw refuse("organisation-occupied", {
        name: named(standing(all, code)),
        below: below.map((each) => named(standing(all, each))),
      });
    await save(writer, all, [ended(standing(all, code), on)], { ...act, reason: `自 ${on} 起撤销：${act.reason}` });
  });
}

/** Closes an organisation and names its heir, under which those below it stand from that day. */
export async function mergeOrganisation(store: Store, scope: string, code: string, into: string, on: string, act: Act): Promise<void> {
  await assertBelow(store, scope, code);
  await assertWithin(store, scope, into);
  if (code === into) throw refuse("organisation-cycle", { code });
  await store.transaction(async (writer) => {
    const all = await writer.organisations();
    const organisation = standing(all, code);
    const tree = treeAt(all, on);
    const heir = tree.nodes.get(into);
    if (!heir) throw refuse("organisation-closed", { name: named(standing(all, into)), on });
    if (heir.kind !== organisation.kind) throw refuse("organisation-parent-kind", { kind: kindNames[organisation.kind], parent: into });
    const moved = (tree.nodes.get(code)?.children ?? []).map((child): Organisation => {
      const below = standing(all, child);
      const last = below.versions.at(-1)!;
      if (last.to !== null || last.from > on) throw refuse("organisation-version", { code: child, from: on });
      const kept = last.from === on ? below.versions.slice(0, -1) : [...below.versions.slice(0, -1), { ...last, to: on }];
      return { ...below, versions: [...kept, { ...last, from: on, parent: into }] };
    });
    await save(writer, all, [{ ...ended(organisation, on), mergedInto: into }, ...moved], {
      ...act,
      reason: `自 ${on} 起并入${heir.name}：${act.reason}`,
    });
  });
}

/** @throws Refusal, as if there were none, for organisations outside the subtree. */
export async function assertWithin(store: Store, scope: string, code: string): Promise<void> {
  if (!(await store.stands(code, scope))) throw refuse("organisation-unknown", { code });
}

/** The administrator's own organisation is ended by those above it. */
async function assertBelow(store: Store, scope: string, code: string): Promise<void> {
  await assertWithin(store, scope, code);
  if (code === scope) throw refuse("organisation-own", {});
}

async function save(writer: StoreWriter, all: readonly Organisation[], changed: readonly Organisation[], act: Act): Promise<void> {
  const merged = new Map([...all, ...changed].map((each) => [each.code, each]));
  for (const each of changed) assertStanding(each, merged);
  await writer.saveOrganisations(changed, act);
}

/** @throws Refusal for an organisation that would not stand where it belongs in the tree. */
export function assertStanding(organisation: Organisation, all: ReadonlyMap<string, Organisation>): void {
  assertRooted(organisation, all);
  assertParents(organisation, [...all.values()]);
}

/** Each version stands below something higher that stood on its first day. */
function assertParents({ code, kind, versions }: Organisation, all: readonly Organisation[]): void {
  for (const { parent, from } of versions.slice(-1)) {
    if (parent === null) continue;
    const above = treeAt(all, from).nodes.get(parent);
    if (!above) {
      const known = all.find((each) => each.code === parent);
      throw refuse("organisation-closed", { name: known ? named(known) : parent, on: from });
    }
    if (ranks.indexOf(above.kind) >= ranks.indexOf(kind)) throw refuse("organisation-parent-kind", { kind: kindNames[kind], parent });
    if (parent === code) throw refuse("organisation-cycle", { code });
  }
}

function standing(all: readonly Organisation[], code: string): Organisation {
  const found = all.find((each) => each.code === code);
  if (!found) throw refuse("organisation-unknown", { code });
  return found;
}

/** The organisation without what came after `on`. */
function ended(organisation: Organisation, on: string): Organisation {
  const last = organisation.versions.at(-1);
  if (!last || on <= last.from || (last.to !== null && last.to <= on))
    throw refuse("organisation-closed", { name: named(organisation), on });
  return { ...organisation, versions: [...organisation.versions.slice(0, -1), { ...last, to: on }] };
}

/** 禹州市（411081） */
function named({ code, versions }: Organisation): string {
  const name = versions.at(-1)?.name;
  return name === undefined ? code : `${name}（${code}）`;
}

function inWords(all: readonly Organisation[], before: OrganisationVersion, after: OrganisationVersion): string {
  const nameOf = (code: string | null): string => all.find((each) => each.code === code)?.versions.at(-1)?.name ?? code ?? "";
  const attributes = (version: OrganisationVersion): string => Object.entries(version.attributes).flat().join(" ");
  const pairs: readonly (readonly [string, string, string])[] = [
    ["名称", before.name, after.name],
    ["隶属", nameOf(before.parent), nameOf(after.parent)],
    ["属性", attributes(before), attributes(after)],
  ];
  const changes = pairs.filter(([, old, next]) => old !== next).map(([what, old, next]) => `${what} ${old} → ${next}`);
  // Closed before, and nothing else is different: it stands again.
  if (before.to !== null && after.to === null && before.to <= after.from) changes.unshift("恢复");
  return `自 ${after.from} 起：${changes.join("；")}`;
}
