/** Keeps a working copy and the server together: sends what was typed, hears what others wrote, tries again when the line is dead. */
import { type AnswerOf, call, ServerProblem, Unreachable } from "../client.ts";
import type { DraftStore } from "./drafts.ts";
import type { Answer, Edit, Heard } from "./journal.ts";
import type { WorkingCopy } from "./working-copy.ts";

type EditsAnswer = AnswerOf<"POST /api/returns/{organisation}/{year}/edits">;
type ChangesAnswer = AnswerOf<"GET /api/returns/{organisation}/{year}/changes">;

export interface Line {
  send(edits: readonly Edit[]): Promise<EditsAnswer>;
  changes(since: number): Promise<ChangesAnswer>;
}

/** @param person whose edits they are (an account's id): the server takes them while that person is signed in, and no others */
export function httpLine(organisation: string, year: number, person: string): Line {
  const params = { organisation, year };
  return {
    send: (edits) => call("POST /api/returns/{organisation}/{year}/edits", { params, body: { edits: [...edits] } }, person),
    changes: (since) => call("GET /api/returns/{organisation}/{year}/changes", { params, query: { since: String(since) } }, person),
  };
}

/** How the line to the server stands. "expired": signed out, or another person is signed in; "refusing": the server answers with errors. */
export type LineState = "up" | "down" | "expired" | "refusing";

/** Milliseconds: from the last key to sending, between polls, and between tries on a dead line. */
const pause = { typing: 300, poll: 3000, retry: [1000, 2000, 4000, 8000, 15_000] };
const mostEdits = 500;

export class Sync {
  #state: LineState = "up";
  #isReady = false;
  #sending = false;
  #tries = 0;
  #sendTimer: ReturnType<typeof setTimeout> | undefined;
  #pollTimer: ReturnType<typeof setTimeout> | undefined;
  #lastSaved: Date | null = null;
  #stopped = false;
  #version = 0;
  readonly #listeners = new Set<() => void>();
  /** The return went on (signed, returned, accepted): the page must read it again. */
  onReturnState: (state: string) => void = () => undefined;
  /** Told of every poll that was answered: what others (and this browser) wrote, and up to where. */
  onHeard: (changes: readonly Heard[], sequence: number) => void = () => undefined;
  /** Told before what was sent leaves the drafts. */
  onAnswered: (edits: readonly Edit[], answers: readonly Answer[]) => void = () => undefined;

  constructor(
    readonly copy: WorkingCopy,
    readonly line: Line,
    readonly drafts: DraftStore,
  ) {
    copy.onUnsaved = () => {
      void drafts.keep(copy.unsaved());
      if (copy.waiting > 0) this.#schedule(pause.typing);
    };
  }

  async start(): Promise<void> {
    const left = await this.drafts.load();
    if (this.#stopped) return;
    this.copy.restore(left);
    this.#isReady = true;
    this.#tell();
    addEventListener("online", this.#now);
    document.addEventListener("visibilitychange", this.#seen);
    this.#pollSoon();
  }

  /** The return was opened without the server: so it stands until a poll is answered. */
  beginsDown(): void {
    this.#tell("down");
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#sendTimer);
    clearTimeout(this.#pollTimer);
    removeEventListener("online", this.#now);
    document.removeEventListener("visibilitychange", this.#seen);
    if (this.copy.waiting > 0 && !this.#sending) void this.#send();
  }

  get state(): LineState {
    return this.#state;
  }

  /** What was left unsaved on this computer has been looked up: before, nobody knows whether all is saved. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get lastSaved(): Date | null {
    return this.#lastSaved;
  }

  get version(): number {
    return this.#version;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tries at once: after signing in again, or when the person asks. */
  readonly retry = (): void => {
    this.#tries = 0;
    this.#schedule(0);
    void this.#poll();
  };

  readonly #now = (): void => this.retry();

  readonly #seen = (): void => {
    if (document.visibilityState === "visible") void this.#poll();
  };

  #tell(state = this.#state): void {
    this.#state = state;
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  #schedule(milliseconds: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#sendTimer);
    const dead = this.#state === "up" ? 0 : pause.retry[Math.min(this.#tries, pause.retry.length - 1)]!;
    this.#sendTimer = setTimeout(() => void this.#send(), milliseconds === 0 ? 0 : Math.max(milliseconds, dead));
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    const edits = this.copy.nextBatch(mostEdits);
    if (edits.length === 0) return;
    this.#sending = true;
    this.#tell();
    try {
      const { results } = await this.line.send(edits);
      this.#tries = 0;
      this.onAnswered(edits, results);
      this.copy.answered(edits, results);
      this.#lastSaved = new Date();
      this.#sending = false;
      this.#tell("up");
      if (this.copy.waiting > 0) this.#schedule(pause.typing);
    } catch (error) {
      this.#sending = false;
      if (error instanceof ServerProblem && error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 429) {
        const message = { zh: error.zh, en: error.en };
        this.copy.answered(
          edits,
          edits.map(({ id }) => ({ id, result: "refused" as const, message })),
        );
        this.#tell();
        this.onReturnState("refused");
        return;
      }
      this.#tell(stateAfter(error));
      this.#tries += 1;
      this.#schedule(1);
    }
  }

  #pollSoon(): void {
    clearTimeout(this.#pollTimer);
    if (!this.#stopped) this.#pollTimer = setTimeout(() => void this.#poll(), pause.poll);
  }

  async #poll(): Promise<void> {
    clearTimeout(this.#pollTimer);
    if (document.visibilityState === "hidden" || this.#stopped) return;
    try {
      const { changes, sequence, state } = await this.line.changes(this.copy.sequence);
      if (this.#stopped) return;
      const wasDown = this.#state !== "up";
      this.copy.heard(changes, sequence);
      this.onHeard(changes, sequence);
      if (wasDown) {
        this.#tries = 0;
        this.#tell("up");
        if (this.copy.waiting > 0) this.#schedule(0);
      }
      this.onReturnState(state);
    } catch (error) {
      this.#tell(stateAfter(error));
    }
    this.#pollSoon();
  }
}

function stateAfter(error: unknown): LineState {
  if (error instanceof Unreachable) return "down";
  if (error instanceof ServerProblem) return error.status === 401 ? "expired" : "refusing";
  throw error;
}
