/**
 * Returns as they were last opened stay in memory, so that opening one again asks the store only what has moved. Each is kept
 * for those behind the same walls, and nothing is told from memory before the store has said, behind these walls, what
 * still stands.
 */
import type { Around, Confirmation, OpenedReturn, Signature, SlotLine, Standing } from "../../../app/desk/working.ts";
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

interface Kept {
  readonly tree: string;
  readonly opened: OpenedReturn;
  readonly lines: ReadonlyMap<string, SlotLine>;
}

/** Cells and rows that are kept of all returns together: some 20 MB. */
const mostPieces = 100_000;
/** Organisations whose sight of the tree is kept. */
const mostSights = 1000;

export class OpenedReturns {
  readonly #queue: QuestionQueue;
  /** In the order of their last use. */
  readonly #kept = new Map<string, Kept>();
  readonly #asked = new Map<string, Promise<OpenedReturn>>();
  readonly #sights = new Map<string, { readonly tree: string; readonly around: Around }>();
  #pieces = 0;

  constructor(queue: QuestionQueue) {
    this.#queue = queue;
  }

  /** Who asks before the question is sent shares its answer. */
  open(scope: string, organisation: string, year: number): Promise<OpenedReturn> {
    const key = `${scope} ${organisation} ${year}`;
    const asked = this.#asked.get(key);
    if (asked) return asked;
    let known: Kept | undefined;
    let sight: string | null = null;
    const answer = this.#queue
      .ask<Answer>(() => {
        this.#asked.delete(key);
        known = this.#kept.get(key);
        sight = this.#sights.get(scope)?.tree ?? null;
        const current = known && known.tree === sight ? known : undefined;
        const { stamp = null, standing } = current?.opened ?? {};
        const upto = current ? Math.max(0, ...[...current.lines.values()].slice(-1).map(({ revision }) => revision)) : 0;
        return { scope, place: organisation, year, stamp, tree: sight, version: current ? standing!.version : -1, upto };
      })
      .then((found) => this.#read(key, scope, { organisation, year }, found, known));
    this.#asked.set(key, answer);
    answer.catch(() => this.#asked.delete(key));
    return answer;
  }

  #read(key: string, scope: string, place: { organisation: string; year: number }, answer: Answer, known: Kept | undefined): OpenedReturn {
    if (answer.tree === undefined) {
      this.#keep(key, known!);
      return known!.opened;
    }
    const { stamp, tree, standing, newest, signature, openComments } = answer;
    const around = this.#aroundOf(scope, tree, answer.around);
    const lines = new Map(answer.since > 0 ? known!.lines : []);
    for (const [slot, revision, name, at, content] of answer.lines ?? []) {
      // Later ones stand behind earlier ones.
      lines.delete(slot);
      lines.set(slot, { slot, content: content as SlotLine["content"], revision, name, at });
    }
    const { version, state } = standing;
    const opened: OpenedReturn = {
      stamp,
      around,
      standing: { ...standing, requested: answer.requested ?? [], confirmations: answer.confirmations ?? [] },
      newest:
        newest && version !== null && state !== "none"
          ? { ...place, version, state, document: answer.document ?? known!.opened.newest!.document, ...newest }
          : null,
      untaken: [...lines.values()].filter(({ revision }) => revision > standing.applied),
      revisions: Object.fromEntries([...lines.values()].map(({ slot, revision }) => [slot, revision])),
      signature,
      openComments,
    };
    this.#keep(key, { tree, opened, lines });
    return opened;
  }

  #aroundOf(scope: string, tree: string, told: Answer["around"]): Around {
    if (!told) return this.#sights.get(scope)!.around;
    const organisations = (told.organisations ?? []).map(({ mergedInto, ...each }) =>
      mergedInto === null ? each : { ...each, mergedInto },
    );
    const around = { organisations, cycles: told.cycles ?? [] };
    // Several who asked at once were told the same: the first one's stays.
    const standing = this.#sights.get(scope);
    if (standing?.tree === tree) return standing.around;
    if (this.#sights.size >= mostSights) this.#sights.clear();
    this.#sights.set(scope, { tree, around });
    return around;
  }

  #keep(key: string, kept: Kept): void {
    const before = this.#kept.get(key);
    if (before) this.#pieces -= piecesOf(before);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    this.#pieces += piecesOf(kept);
    for (const [oldest, each] of this.#kept) {
      if (this.#pieces <= mostPieces) break;
      this.#kept.delete(oldest);
      this.#pieces -= piecesOf(each);
    }
  }
}

function piecesOf({ opened: { newest }, lines }: Kept): number {
  const { forms = {}, registers = {} } = newest?.document ?? {};
  const cells = Object.values(forms).reduce((sum, each) => sum + Object.keys(each).length, 0);
  return lines.size + cells + Object.values(registers).reduce((sum, rows) => sum + rows.length, 0);
}
