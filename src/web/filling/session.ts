/** All that one person needs to fill one return, opened once and kept while one goes from ledger to ledger. */
import { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { Knowledge } from "../../core/definition/knowledge.ts";
import { cellKey, type ReturnDocument } from "../../core/model/return.ts";
import { membersKey } from "../../core/model/selection.ts";
import { isRequested, requestOf } from "../../app/desk/requested.ts";
import type { CellContent } from "../../app/desk/slots.ts";
import { call } from "../client.ts";
import { connection } from "../offline/connection.ts";
import { DraftStore } from "./drafts.ts";
import { Engine } from "./engine/engine.ts";
import type { Earlier } from "./engine/live.ts";
import type { Heard } from "./journal.ts";
import type { KeptReturn } from "./kept-return.ts";
import type { Content, ReturnView } from "./slot.ts";
import { missingCell } from "./slot.ts";
import { httpLine, Sync } from "./sync.ts";
import { WorkingCopy } from "./working-copy.ts";

export interface Opened {
  readonly view: ReturnView;
  readonly knowledge: Knowledge;
  readonly earlier: Earlier;
  readonly user: { readonly id: string; readonly name: string };
  /** Keeps the return on this computer; null for returns that the person only looks at. */
  readonly keeper: KeptReturn | null;
  /** The view is one kept on this computer, with what was saved and heard after it: the server could not be reached. */
  readonly kept: { readonly changes: readonly Heard[]; readonly sequence: number; readonly at: Date } | null;
}

/** Milliseconds after the last change, and at least between two questions: each is a look at the whole city. */
const findingsPause = 2500;
const findingsRest = 10_000;

export class FillingSession {
  readonly index: KnowledgeIndex;
  readonly copy: WorkingCopy;
  readonly sync: Sync;
  readonly engine: Engine;
  readonly base: ReturnDocument;
  readonly #lastYear = new Map<string, CellContent>();
  readonly #listeners = new Set<() => void>();
  #view: ReturnView;
  #requested: ReadonlySet<string> | null;
  #findingsTimer: ReturnType<typeof setTimeout> | undefined;
  /** An edit withdraws its ledger's confirmation on the server; the page learns of it once it is saved. */
  #withdraws = false;
  #findingsAsked = 0;
  /** IndexedDB cannot be used (a private window, a full disk): drafts live in this page alone. */
  draftsFailed = false;
  /** When the server last said what is shown; null when it said so to this page. */
  keptAt: Date | null;
  /** The return was moved to another catalog: everything must be opened again. */
  onCatalog: () => void = () => undefined;
  readonly #keeper: KeptReturn | null;
  readonly stop: () => void;

  constructor({ view, knowledge, earlier, user, keeper, kept }: Opened) {
    const { organisation, year } = view;
    this.#view = view;
    this.#requested = requestedOf(view);
    this.base = view.document;
    this.index = new KnowledgeIndex(knowledge);
    this.copy = new WorkingCopy(view, user.name);
    this.engine = new Engine(knowledge, earlier, view.document);
    const drafts = new DraftStore({ organisation, year, user: user.id }, () => {
      this.draftsFailed = true;
      this.#tell();
    });
    this.sync = new Sync(this.copy, httpLine(organisation, year, user.id), drafts);
    this.copy.onContent = (slots) => {
      this.engine.change(slots.map((slot): [string, Content] => [slot, this.copy.content(slot)]));
      if (this.copy.waiting > 0 && slots.some((slot) => this.#isConfirmed(slot))) this.#withdraws = true;
      this.#askServerSoon();
    };
    this.sync.onReturnState = (state) => {
      if (state !== this.#view.state || this.keptAt !== null) void this.refresh();
    };
    this.#keeper = keeper;
    this.keptAt = kept?.at ?? null;
    if (keeper) {
      this.sync.onHeard = (changes, sequence) => keeper.heard(changes, sequence);
      this.sync.onAnswered = (edits, answers) => keeper.saved(edits, answers);
    }
    if (kept) {
      connection.showsKept(kept.at);
      this.copy.catchUp(kept.changes, kept.sequence);
      this.sync.beginsDown();
    }
    for (const fact of earlier.facts)
      if (fact.year === year - 1 && fact.organisation === organisation && fact.key === undefined)
        this.#lastYear.set(cellKey(fact.element, membersKey(fact.members)), { status: fact.status, value: fact.value });
    void this.sync.start();
    this.#askServer();
    this.stop = () => {
      clearTimeout(this.#findingsTimer);
      this.sync.stop();
      this.engine.close();
    };
  }

  /** It opens without a connection too. */
  get isKept(): boolean {
    return this.#keeper !== null;
  }

  get view(): ReturnView {
    return this.#view;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the return again: after it went on, or after a workbook was taken. */
  async refresh(): Promise<void> {
    try {
      const { organisation, year } = this.#view;
      this.#view = await (this.#keeper?.read() ?? call("GET /api/returns/{organisation}/{year}", { params: { organisation, year } }));
      this.#requested = requestedOf(this.#view);
      this.copy.adopt(this.#view);
      if (this.keptAt !== null) this.#askServer();
      this.keptAt = null;
      this.#tell();
      if (this.#view.document.catalog !== this.base.catalog) this.onCatalog();
    } catch {
      // The line is down: the next poll asks again.
    }
  }

  lastYear(key: string): CellContent {
    return this.#lastYear.get(key) ?? missingCell;
  }

  get hasLastYear(): boolean {
    return this.#lastYear.size > 0;
  }

  canEdit(ledger: string): boolean {
    return this.#view.editable.includes(ledger);
  }

  /** After a return to certain slots those alone are open. */
  canEditSlot(ledger: string, slot: string): boolean {
    if (!this.canEdit(ledger)) return false;
    return isRequested(this.#requested, slot);
  }

  /** Why a reviewer wants this slot looked at. */
  requestFor(slot: string): string | undefined {
    const request = requestOf(this.#requested ?? new Set(), slot);
    return request && this.#view.requested?.find((each) => each.slot === request)?.reason;
  }

  /** Of the slots to which the return was given back, those that nobody has edited since, here or elsewhere. */
  unedited(): readonly string[] {
    const requested = this.#requested ?? new Set<string>();
    const edited = new Set<string | undefined>();
    for (const [slot] of this.copy.contents()) {
      const request = requestOf(requested, slot);
      if (request === undefined) continue;
      const { state, revision } = this.copy.snapshot(slot);
      if (state === "waiting" || revision !== (this.#view.revisions[slot] ?? 0)) edited.add(request);
    }
    return (this.#view.requested ?? []).filter((each) => !each.edited && !edited.has(each.slot)).map((each) => each.slot);
  }

  get canExplain(): boolean {
    return this.#view.editable.length > 0;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #askServerSoon(): void {
    clearTimeout(this.#findingsTimer);
    const pause = Math.max(findingsPause, this.#findingsAsked + findingsRest - Date.now());
    this.#findingsTimer = setTimeout(() => {
      if (this.copy.waiting > 0) return this.#askServerSoon();
      this.#askServer();
      if (!this.#withdraws) return;
      this.#withdraws = false;
      void this.refresh();
    }, pause);
  }

  #isConfirmed(slot: string): boolean {
    const [, ledger] = slot.split("/");
    return this.#view.confirmations.some((each) => each.ledger === ledger);
  }

  #askServer(): void {
    this.#findingsAsked = Date.now();
    const { organisation, year } = this.#view;
    // Comparing with other organisations is the server's; all other rules run here.
    call("GET /api/returns/{organisation}/{year}/findings", { params: { organisation, year }, query: { of: "others" } }).then(
      ({ findings }) => this.engine.fromServer(findings),
      () => undefined,
    );
  }
}

function requestedOf({ requested }: ReturnView): ReadonlySet<string> | null {
  return requested === null ? null : new Set(requested.map((each) => each.slot));
}
