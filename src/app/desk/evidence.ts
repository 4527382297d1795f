/** Evidence (佐证): files that people attach to a return, checked by their content and kept once by it. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { Ledger } from "../../core/definition/ledger.ts";
import type { Actor } from "../policies/actor.ts";
import type { Act } from "../ports.ts";
import { refuse } from "../refusal.ts";
import type { Desk, ScopedStore } from "./desk.ts";
import type { Place } from "./read-return.ts";
import { ledgersOwed } from "./slot-guard.ts";
import { nameOfSlot } from "./slot-names.ts";
import { parseSlot } from "./slots.ts";

/** Largest file taken, in bytes. */
export const largestEvidence = 20 * 1024 * 1024;

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Media types taken, by what a file of the type begins with or holds. */
export type EvidenceType = "application/pdf" | "image/png" | "image/jpeg" | typeof workbook;

export interface Evidence {
  readonly id: string;
  /** "ledger/<ledger>", a slot, or "statement". */
  readonly place: string;
  readonly name: string;
  readonly type: EvidenceType;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 (hex) of the content. */
  readonly hash: string;
  readonly by: string;
  readonly at: string;
}

/** The port: one content is stored once for each organisation, however often it is attached. */
export interface EvidenceStore {
  /** What is attached and not withdrawn, oldest first. */
  list(organisation: string, year: number): Promise<Evidence[]>;
  /** Also what was withdrawn: its content stays in the history. */
  find(organisation: string, year: number, id: string): Promise<(Evidence & { readonly withdrawn: boolean }) | null>;
  content(organisation: string, hash: string): Promise<Uint8Array>;
  add(organisation: string, year: number, evidence: Evidence & { readonly actor: string }, content: Uint8Array): Promise<void>;
  withdraw(organisation: string, year: number, id: string): Promise<void>;
}

export interface EvidenceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * @param limit largest size in bytes.
 * @throws Refusal for a file too large or of a type not taken, and for a place that is none or not theirs.
 */
export async function attachEvidence(
  store: Pick<ScopedStore, "transaction">,
  world: { readonly index: KnowledgeIndex; readonly sha256: (content: Uint8Array) => string; readonly newId: () => string },
  actor: Actor,
  place: Place,
  at: string,
  file: EvidenceFile,
  limit: number,
  act: Act,
): Promise<Evidence> {
  const { organisation, year } = place;
  const name = tidyName(file.name);
  if (file.bytes.length > limit) throw refuse("evidence-large", { name, size: megabytes(file.bytes.length), limit: megabytes(limit) });
  const type = typeOf(file.bytes);
  if (type === null) throw refuse("evidence-type", { name });
  if (at === "statement" && type === workbook) throw refuse("statement-type", { name });
  return store.transaction(async (_, desk) => {
    await desk.working.lock(organisation, year);
    const { kind, open } = await desk.working.standing(organisation, year);
    if (!kind || !open) throw refuse("cycle-unknown", { organisation, year });
    const owed = ledgersOwed(world.index, kind, year);
    const ledger = ledgerOf(owed, at);
    if (at !== "statement" && ledger === null) throw refuse("evidence-place", { place: at });
    if (ledger !== null && actor.ledgers && !actor.ledgers.includes(ledger))
      throw refuse("ledger-of-others", { ledger: world.index.ledgers.get(ledger)?.zh ?? ledger });
    const evidence: Evidence = {
      id: world.newId(),
      place: at,
      name: withEnding(name, type),
      type,
      size: file.bytes.length,
      hash: world.sha256(file.bytes),
      by: actor.name,
      at: act.at,
    };
    await desk.evidence.add(organisation, year, { ...evidence, actor: actor.username }, file.bytes);
    await tell(desk, world.index, place, actor, act, evidence);
    return evidence;
  });
}

/** @throws Refusal when it is not there, or the return was accepted on it. */
export async function withdrawEvidence(
  store: Pick<ScopedStore, "transaction">,
  index: KnowledgeIndex,
  actor: Actor,
  place: Place,
  id: string,
  act: Act,
): Promise<void> {
  const { organisation, year } = place;
  await store.transaction(async (_, desk) => {
    await desk.working.lock(organisation, year);
    const found = await desk.evidence.find(organisation, year, id);
    if (!found || found.withdrawn) throw refuse("evidence-unknown", {});
    const { kind, state } = await desk.working.standing(organisation, year);
    const ledger = kind && ledgerOf(ledgersOwed(index, kind, year), found.place);
    if (ledger !== null && actor.ledgers && !actor.ledgers.includes(ledger))
      throw refuse("ledger-of-others", { ledger: index.ledgers.get(ledger)?.zh ?? ledger });
    if (state === "accepted" || state === "locked") throw refuse("evidence-accepted", { name: found.name });
    await desk.evidence.withdraw(organisation, year, id);
    await tell(desk, index, place, actor, act, found);
  });
}

/** Of the ledgers owed the one to which a place belongs, texts to that of section material; null for the statement, and for what is no place of theirs. */
function ledgerOf(owed: readonly Ledger[], place: string): string | null {
  const slot = parseSlot(place);
  if (slot?.kind === "explanation") return null;
  const code = slot ? slot.ledger : /^ledger\/([^/]+)$/.exec(place)?.[1];
  return owed.find((each) => (slot?.kind === "material" ? each.kind === "material" : each.code === code))?.code ?? null;
}

/** The type by the content; null for any other. An .xlsx with macros is none. */
export function typeOf(bytes: Uint8Array): EvidenceType | null {
  const starts = (...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return "application/pdf";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(0x50, 0x4b, 0x03, 0x04) && holds(bytes, "xl/workbook.xml") && !holds(bytes, "vbaProject")) return workbook;
  return null;
}

/** Whether the bytes hold an ASCII text: names of entries stand unpacked in a zip. */
function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  return false;
}

/** The file's own name, without folders and control characters. */
function tidyName(name: string): string {
  const bare = (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{Cc}/gu, "").trim();
  return bare === "" ? "佐证" : bare.length > 150 ? `${bare.slice(0, 100)}…${bare.slice(-40)}` : bare;
}

const endings: Readonly<Record<EvidenceType, readonly [string, ...string[]]>> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  [workbook]: ["xlsx"],
};

/** With the ending of what the file is: by a wrong one it would not open again. */
function withEnding(name: string, type: EvidenceType): string {
  const [, bare = name, ending = ""] = /^(.+)\.([a-z]{2,5})$/iu.exec(name) ?? [];
  return endings[type].includes(ending.toLowerCase()) ? name : `${bare}.${endings[type][0]}`;
}

const megabytes = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;

async function tell(
  desk: Desk,
  index: KnowledgeIndex,
  { organisation, year }: Place,
  actor: Actor,
  act: Act,
  { place, name }: Evidence,
): Promise<void> {
  const where =
    place === "statement"
      ? "填报确认表"
      : parseSlot(place)
        ? await nameOfSlot(index, desk, { organisation, year }, place)
        : (index.ledgers.get(place.slice(7))?.zh ?? place);
  const detail = `${where}：${name}`;
  await desk.acts.record([{ organisation, year, act: act.name, actor: actor.username, name: actor.name, at: act.at, detail }]);
}
