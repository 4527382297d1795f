/**
 * Returns as they were last opened stay in memory, so that opening one again asks the store only what has moved, and a save can
 * be decided before the store is asked. Each is kept for those behind the same walls, and nothing of it is told or written
 * before the store has said, behind these walls, that it still stands.
 */
import type { Around, Confirmation, EditBatch, OpenedReturn, Signature, SlotLine, Standing } from "../../../app/desk/working.ts";
import type { StoredReturn } from "../../../app/ports.ts";
import type { Cycle } from "../../../core/model/cycle.ts";
import type { Organisation } from "../../../core/model/organisation.ts";
import type { ReturnDocument } from "../../../core/model/return.ts";
import type { QuestionQueue } from "./question-queue.ts";

type Line = readonly [slot: string, revision: number, name: string, at: string, content: unknown];

/** The answer of open_return (migrations/0006-asking.sql): the stamp alone where nothing moved; lists without entries are null. */
interface Answer {
  readonly stamp: string;
  readonly tree?: string;
  readonly since: number;
  readonly around: {
    readonly organisations: (Organisation & { mergedInto: string | null })[] | null;
    readonly cycles: Cycle[] | null;
  } | null;
  readonly standing: Omit<Standing, "requested" | "confirmations">;
  readonly requested: Standing["requested"] | null;
  readonly confirmations: readonly Confirmation[] | null;
  readonly newest: Pick<StoredReturn, "hash" | "actor" | "at" | "reason"> | null;
  readonly document: ReturnDocument | null;
  readonly lines: readonly Line[] | null;
  readonly signature: Signature | null;
  readonly openComments: number;
}

/** A return as its last answer, and what was written since, left it. */
export interface Remembered {
  readonly tree: string;
  readonly standing: Standing;
  readonly newest: StoredReturn | null;
  /** By revision; contents that the newest version has taken are in its document alone. */
  readonly lines: ReadonlyMap<string, SlotLine>;
}

interface Kept extends Remembered {
  /** Null where something was written since. */
  readonly opened: OpenedReturn | null;
}

/** Cells and rows that are kept of all returns together, some 20 MB, and of one. */
const mostPieces = 100_000;
const mostOfOne = 20_000;
/** Organisations whose sight of the tree is kept. */
const mostSights = 1000;

export class OpenedReturns {
  readonly #queue: QuestionQueue;
  /** In the order of their last use. */
  readonly #kept = new Map<string, Kept>();
  readonly #asked = new Map<string, Promise<OpenedReturn>>();
  readonly #sights = new Map<string, { readonly tree: string; readonly around: Around }>();
  /** Returns too large to be kept. */
  readonly #large = new Set<string>();
  #pieces = 0;

  constructor(queue: QuestionQueue) {
    this.#queue = queue;
  }

  /** Who asks before the question is sent shares its answer. */
  open(scope: string, organisation: string, year: number): Promise<OpenedReturn> {
    const key = keyOf(scope, organisation, year);
    const asked = this.#asked.get(key);
    if (asked) return asked;
    let known: Kept | undefined;
    const answer = this.#queue
      .ask<Answer>(() => {
        this.#asked.delete(key);
        const tree = this.#sights.get(scope)?.tree ?? null;
        known = this.#kept.get(key);
        const current = known?.tree === tree ? known : undefined;
        const upto = Math.max(0, ...[...(current?.lines.values() ?? [])].slice(-1).map(({ revision }) => revision));
        const version = current ? current.standing.version : null;
        return { scope, place: organisation, year, stamp: current?.opened?.stamp ?? null, tree, version, upto };
      })
      .then((found) => this.#read(key, scope, { organisation, year }, found, known));
    this.#asked.set(key, answer);
    answer.catch(() => this.#asked.delete(key));
    return answer;
  }

  /** What is remembered of a return by those behind these walls, whether it still stands or not. */
  remembered(scope: string, organisation: string, year: number): Remembered | undefined {
    return this.#kept.get(keyOf(scope, organisation, year));
  }

  /** Asks anew in good time for what is remembered and moved, or is not remembered yet. */
  refresh(scope: string, organisation: string, year: number): void {
    if (!this.#large.has(keyOf(scope, organisation, year))) void this.open(scope, organisation, year).catch(() => undefined);
  }

  /** What was written just now on what is remembered. */
  advance(scope: string, batches: readonly EditBatch[]): void {
    const [{ organisation, year }] = batches as [EditBatch];
    const key = keyOf(scope, organisation, year);
    const kept = this.#kept.get(key);
    if (!kept) return;
    const lines = new Map(kept.lines);
    for (const { edits, name, at } of batches)
      for (const { slot, revision, after, changed } of edits) if (changed) put(lines, { slot, content: after, revision, name, at });
    const withdrawn = new Set(batches.flatMap((batch) => batch.withdrawn));
    const confirmations = kept.standing.confirmations.filter(({ ledger }) => !withdrawn.has(ledger));
    const standing = { ...kept.standing, confirmations, sequence: batches.at(-1)!.sequence };
    this.#keep(key, { ...kept, standing, lines, opened: null });
  }

  #read(key: string, scope: string, place: { organisation: string; year: number }, answer: Answer, known: Kept | undefined): OpenedReturn {
    if (answer.tree === undefined) {
      if (this.#kept.get(key) === known) this.#keep(key, known!);
      return known!.opened!;
    }
    const { stamp, tree, signature, openComments } = answer;
    const around = this.#aroundOf(scope, tree, answer.around);
    const lines = new Map(answer.since > 0 ? known!.lines : []);
    for (const [slot, revision, name, at, content] of answer.lines ?? [])
      put(lines, { slot, content: content as SlotLine["content"], revision, name, at });
    const standing = { ...answer.standing, requested: answer.requested ?? [], confirmations: answer.confirmations ?? [] };
    const { version, state, sequence, applied } = standing;
    const newest =
      answer.newest && version !== null && state !== "none"
        ? { ...place, version, state, document: answer.document ?? known!.newest!.document, ...answer.newest }
        : null;
    const untaken = [...lines.values()].filter(({ revision }) => revision > applied);
    const revisions = Object.fromEntries([...lines.values()].map(({ slot, revision }) => [slot, revision]));
    const opened = { stamp, around, standing, newest, untaken, revisions, signature, openComments };
    // What was written meanwhile is newer.
    if ((this.#kept.get(key)?.standing.sequence ?? 0) <= sequence || known?.tree !== tree)
      this.#keep(key, { tree, standing, newest, lines, opened });
    return opened;
  }

  #aroundOf(scope: string, tree: string, told: Answer["around"]): Around {
    const standing = this.#sights.get(scope);
    // Several who asked at once were told the same: the first one's stays.
    if (standing?.tree === tree) return standing.around;
    const organisations = (told?.organisations ?? []).map(({ mergedInto, ...each }) =>
      mergedInto === null ? each : { ...each, mergedInto },
    );
    const around = { organisations, cycles: told?.cycles ?? [] };
    if (this.#sights.size >= mostSights) this.#sights.clear();
    this.#sights.set(scope, { tree, around });
    return around;
  }

  #keep(key: string, kept: Kept): void {
    const before = this.#kept.get(key);
    if (before) this.#pieces -= piecesOf(before);
    this.#kept.delete(key);
    if (piecesOf(kept) > mostOfOne) {
      this.#large.add(key);
      return;
    }
    this.#kept.set(key, kept);
    this.#pieces += piecesOf(kept);
    for (const [oldest, each] of this.#kept) {
      if (this.#pieces <= mostPieces) break;
      this.#kept.delete(oldest);
      this.#pieces -= piecesOf(each);
    }
  }
}

const keyOf = (scope: string, organisation: string, year: number): string => `${scope} ${organisation} ${year}`;

/** Later ones stand behind earlier ones. */
function put(lines: Map<string, SlotLine>, line: SlotLine): void {
  lines.delete(line.slot);
  lines.set(line.slot, line);
}

const sizes = new WeakMap<ReturnDocument, number>();

function piecesOf({ newest, lines }: Kept): number {
  return lines.size + (newest ? sizeOf(newest.document) : 0);
}

function sizeOf(document: ReturnDocument): number {
  const known = sizes.get(document);
  if (known !== undefined) return known;
  const cells = Object.values(document.forms).reduce((sum, each) => sum + Object.keys(each).length, 0);
  const size = Object.values(document.registers).reduce((sum, rows) => sum + rows.length, cells);
  sizes.set(document, size);
  return size;
}
