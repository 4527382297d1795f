/**
 * Every open page asks every few seconds what others changed. Those who ask while the last answer is on its way are asked
 * for together: one transaction and one message, in which each looks with the scope of its own organisation.
 */
import type { Changes, SlotLine } from "../../../app/desk/working.ts";
import type { Connections } from "../connections.ts";
import { notBound } from "../walls.ts";
import { isOfStatement } from "./edit-queue.ts";
import { literal, scopeStatement } from "./statements.ts";

interface Question {
  readonly scope: string;
  readonly organisation: string;
  readonly year: number;
  readonly since: number;
  readonly resolve: (changes: Changes) => void;
  readonly reject: (error: unknown) => void;
}

type Found = Omit<Changes, "lines"> & { readonly lines: readonly SlotLine[] | null };

/** One message holds at most so many questions. */
const mostQuestions = 64;

export class ChangeQueue {
  #waiting: Question[] = [];
  #running = false;

  /** @param begin the statements that begin a transaction for reading. */
  constructor(
    readonly connections: Connections,
    readonly begin: () => Promise<string[]>,
  ) {}

  ask(scope: string, organisation: string, year: number, since: number): Promise<Changes> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ scope, organisation, year, since, resolve, reject });
      void this.#go();
    });
  }

  async #go(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#waiting.length > 0) {
      const questions = this.#waiting.splice(0, mostQuestions);
      await this.#answerAll(questions).catch(async (error: unknown) => {
        // One of them cannot be answered: the others do not suffer for it.
        if (questions.length === 1 || !isOfStatement(error)) for (const question of questions) question.reject(error);
        else for (const question of questions) await this.#answerAll([question]).catch(question.reject);
      });
    }
    this.#running = false;
  }

  async #answerAll(questions: readonly Question[]): Promise<void> {
    const answers = await this.#answer(questions);
    questions.forEach((question, at) => question.resolve(answers[at]!));
  }

  async #answer(questions: readonly Question[]): Promise<Changes[]> {
    const looks = questions.map(
      ({ scope, organisation, year, since }) =>
        `${scopeStatement(scope)}; select look_for_changes(${[organisation, year, since].map(literal).join(", ")}) as found`,
    );
    const begin = await this.begin();
    const client = await this.connections.connect();
    let whole = false;
    try {
      const results = (await client.query([...begin, ...looks, "commit"].join("; "))) as unknown as {
        rows: { walled?: boolean; found?: Found }[];
      }[];
      whole = true;
      const rows = results.flatMap((result) => result.rows);
      if (rows.some(({ walled }) => walled === false)) throw notBound();
      return rows.flatMap(({ found }) => (found ? [{ ...found, lines: found.lines ?? [] }] : []));
    } finally {
      // A transaction that failed halfway ends with its connection.
      client.release(!whole);
    }
  }
}
