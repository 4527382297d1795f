/**
 * Every open page asks every few seconds what others changed, and people come to work at the same time. Those who ask within
 * a moment, or while the last answer is on its way, are asked for together: one transaction, one message and one statement
 * (migrations/0006-asking.sql), in which each is answered with the scope of its own organisation.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Connections } from "../connections.ts";
import { assertScope, notBound } from "../walls.ts";
import { isOfStatement } from "./edit-queue.ts";
import { literal } from "./statements.ts";

interface Place {
  readonly scope: string;
  readonly place: string;
  readonly year: number;
}

/** What changed after a revision; or a return to open, with what is known of it. */
export type Question =
  | (Place & { readonly since: number })
  | (Place & { readonly stamp: string | null; readonly tree: string | null; readonly version: number | null; readonly upto: number });

interface Waiting {
  readonly question: () => Question;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** One message holds at most so many questions. */
const mostQuestions = 64;
/** Milliseconds in which others may join. */
const moment = 8;

export class QuestionQueue {
  #waiting: Waiting[] = [];
  #running = false;

  /** @param begin the statements that begin a transaction for reading. */
  constructor(
    readonly connections: Connections,
    readonly begin: () => Promise<string[]>,
  ) {}

  /** @param question is made when it is sent: whoever was answered meanwhile asks for less. */
  ask<T>(question: () => Question): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      void this.#go();
    });
  }

  async #go(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#waiting.length > 0) {
      if (this.#waiting.length < mostQuestions) await sleep(moment);
      const waiting = this.#waiting.splice(0, mostQuestions);
      await this.#answerAll(waiting).catch(async (error: unknown) => {
        // One of them cannot be answered: the others do not suffer for it.
        if (waiting.length === 1 || !isOfStatement(error)) for (const each of waiting) each.reject(error);
        else for (const each of waiting) await this.#answerAll([each]).catch(each.reject);
      });
    }
    this.#running = false;
  }

  async #answerAll(waiting: readonly Waiting[]): Promise<void> {
    const answers = await this.#answer(waiting.map(({ question }) => question()));
    waiting.forEach(({ resolve }, at) => resolve(answers[at] as never));
  }

  async #answer(questions: readonly Question[]): Promise<readonly unknown[]> {
    for (const { scope } of questions) assertScope(scope);
    const begin = await this.begin();
    const client = await this.connections.connect();
    let whole = false;
    try {
      const ask = `select ask_together(${literal(JSON.stringify(questions))}) as answers`;
      const results = (await client.query([...begin, ask, "commit"].join("; "))) as unknown as { rows: { answers?: unknown[] | null }[] }[];
      whole = true;
      const answers = results.find(({ rows }) => rows[0]?.answers !== undefined)?.rows[0]?.answers;
      if (!answers) throw notBound();
      return answers;
    } finally {
      // A transaction that failed halfway ends with its connection.
      client.release(!whole);
    }
  }
}
