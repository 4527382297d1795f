/** What look_up_edits (migrations/0005-edit-ids.sql) is asked and how its answer is read. */
import { parseSlot, pieceOf, type Slot } from "../../../app/desk/slots.ts";
import type { AskedEdit, Confirmation, EditBatch, LookUp, SlotStanding, Standing } from "../../../app/desk/working.ts";
import type { Remembered } from "./opened-returns.ts";
import type { ReturnDocument } from "../../../core/model/return.ts";

type Line = readonly [slot: string, revision: number, name: string, at: string, edited: boolean, content: unknown];

/** The function's answer; lists without entries are null. */
export interface LookedUp {
  readonly kind: Standing["kind"];
  readonly open: boolean;
  readonly state: Standing["state"];
  readonly version: number | null;
  readonly sequence: number;
  readonly applied: number;
  readonly requested: Standing["requested"] | null;
  readonly confirmations: readonly Confirmation[] | null;
  readonly found: readonly Line[] | null;
  /** Slot → its piece of the newest version. */
  readonly pieces: Readonly<Record<string, unknown>> | null;
  readonly whole: ReturnDocument | null;
  /** Of the edits asked for those taken before: where they stand, and where another followed. */
  readonly last: readonly Known[] | null;
  readonly searched: readonly Known[] | null;
}

interface Known {
  readonly id: string;
  readonly slot: string;
  readonly revision: number;
}

/** Up to so many slots the function takes their pieces out of the newest version itself, and wants to know what they are. */
const few = 12;

/** The function's arguments after organisation and year. What is no slot is nowhere to be found. */
export function lookUpArguments(slots: readonly string[], edits: readonly AskedEdit[]): string[][] {
  const names = [...new Set(slots)];
  const asked = [edits.map(({ id }) => id), edits.map(({ slot }) => slot), edits.map(({ base }) => String(base))];
  if (names.length > few) return [names, [], [], [], ...asked];
  const parsed = names.flatMap((name): [string, Slot][] => {
    const slot = parseSlot(name);
    return slot ? [[name, slot]] : [];
  });
  const column = (of: (slot: Slot) => string): string[] => parsed.map(([, slot]) => of(slot));
  return [parsed.map(([name]) => name), column((slot) => slot.kind), column((slot) => slot.ledger), column((slot) => slot.key), ...asked];
}

/** @param slots as they were asked for. */
export function readLookUp(answer: LookedUp, slots: readonly string[]): LookUp {
  const { found, pieces, whole, last, searched, requested, confirmations, ...standing } = answer;
  const lines = new Map((found ?? []).map((line) => [line[0], line]));
  const filed = whole ? piecesOf(whole) : (name: string): unknown => (pieces && Object.hasOwn(pieces, name) ? pieces[name] : undefined);
  const standings = [...new Set(slots)].map((name): [string, SlotStanding] => {
    const [, revision, by, at, edited, content] = lines.get(name) ?? [name, 0, "", "", false, null];
    return [name, { piece: edited ? content : filed(name), revision, name: by, at }];
  });
  return {
    ...standing,
    requested: requested ?? [],
    confirmations: confirmations ?? [],
    slots: new Map(standings),
    known: new Map([...(searched ?? []), ...(last ?? [])].map(({ id, slot, revision }) => [id, { slot, revision }])),
  };
}

/**
 * The same from memory. Null where the store itself has to be asked: an edit whose sender saw another revision than the one
 * remembered may have been taken before (docs/decisions/0012), and a return that was given back has slots of its own.
 */
export function recall({ standing, newest, lines }: Remembered, edits: readonly AskedEdit[]): LookUp | null {
  if (standing.state === "returned" || edits.some(({ slot, base }) => base !== (lines.get(slot)?.revision ?? 0))) return null;
  const filed = newest ? piecesOf(newest.document) : () => undefined;
  const get = (slot: string): SlotStanding => {
    const line = lines.get(slot);
    if (!line) return { piece: filed(slot), revision: 0, name: "", at: "" };
    const { content, revision, name, at } = line;
    return { piece: revision > standing.applied ? content : filed(slot), revision, name, at };
  };
  return { ...standing, slots: { get }, known: new Map() };
}

/** Pieces of a document by slot, with rows found by their id at once. */
function piecesOf(document: ReturnDocument): (slot: string) => unknown {
  let rows: Map<string, unknown> | null = null;
  return (name) => {
    const slot = parseSlot(name);
    if (slot?.kind !== "row") return slot ? pieceOf(document, slot) : undefined;
    rows ??= new Map(
      Object.entries(document.registers).flatMap(([ledger, list]) => list.map((row) => [`row/${ledger}/${row.id}`, row] as const)),
    );
    return rows.get(name);
  };
}

/** What stands after a batch of edits, for whoever decides next in the same transaction. */
export function afterwards(found: LookUp, batch: EditBatch): LookUp {
  const { name, at } = batch;
  const slots = new Map<string, SlotStanding>();
  const known = new Map(found.known);
  for (const { id, slot, revision, after, changed } of batch.edits) {
    if (id !== null) known.set(id, { slot, revision });
    if (changed) slots.set(slot, { piece: after, revision, name, at });
  }
  const confirmations = found.confirmations.filter(({ ledger }) => !batch.withdrawn.includes(ledger));
  const get = (slot: string): SlotStanding | undefined => slots.get(slot) ?? found.slots.get(slot);
  return { ...found, slots: { get }, known, confirmations, sequence: batch.sequence };
}
