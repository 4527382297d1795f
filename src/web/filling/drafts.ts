/** Unsaved edits in this browser's IndexedDB: they survive a closed window, a crash and a power cut. Kept apart by organisation, year and user. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Edit } from "./journal.ts";

export interface DraftScope {
  readonly organisation: string;
  readonly year: number;
  readonly user: string;
}

interface Draft extends Edit {
  readonly scope: string;
  /** Drafts come back in the order in which they were typed. */
  readonly order: number;
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { scope: string } };
}

const keyOf = ({ organisation, year, user }: DraftScope): string => `${organisation}/${year}/${user}`;

function openDrafts(): Promise<IDBPDatabase<Drafts>> {
  return openDB<Drafts>("zhibao-drafts", 1, {
    upgrade: (database) => {
      database.createObjectStore("drafts", { keyPath: "id" }).createIndex("scope", "scope");
    },
  });
}

/** How many edits of a person wait in this browser, in all returns; 0 where nothing can be kept. */
export async function countDrafts(user: string): Promise<number> {
  try {
    const database = await openDrafts();
    const scopes = await database.getAllFromIndex("drafts", "scope");
    database.close();
    return scopes.filter(({ scope }) => scope.endsWith(`/${user}`)).length;
  } catch {
    return 0;
  }
}

export class DraftStore {
  #database: Promise<IDBPDatabase<Drafts>> | null = null;
  #kept = new Map<string, Edit>();
  #wanted: readonly Edit[] | null = null;
  #writing: Promise<void> = Promise.resolve();
  #order = 0;
  readonly #scope: string;

  constructor(
    scope: DraftScope,
    readonly onFailure: () => void = () => undefined,
  ) {
    this.#scope = keyOf(scope);
  }

  #open(): Promise<IDBPDatabase<Drafts>> {
    this.#database ??= openDrafts();
    return this.#database;
  }

  /** What was left, oldest first. */
  async load(): Promise<Edit[]> {
    try {
      const drafts = await (await this.#open()).getAllFromIndex("drafts", "scope", this.#scope);
      drafts.sort((left, right) => left.order - right.order);
      this.#order = drafts.at(-1)?.order ?? 0;
      const edits = drafts.map(({ id, slot, base, content }) => ({ id, slot, base, content }));
      this.#kept = new Map(edits.map((edit) => [edit.id, edit]));
      return edits;
    } catch {
      this.onFailure();
      return [];
    }
  }

  /** Makes the store hold exactly these; steps that come while one is written are written together. */
  keep(edits: readonly Edit[]): Promise<void> {
    const isRunning = this.#wanted !== null;
    this.#wanted = edits;
    if (!isRunning)
      this.#writing = this.#writing.then(async () => {
        const wanted = this.#wanted!;
        this.#wanted = null;
        await this.#write(wanted);
      });
    return this.#writing;
  }

  async #write(edits: readonly Edit[]): Promise<void> {
    const wanted = new Map(edits.map((edit) => [edit.id, edit]));
    const gone = [...this.#kept.keys()].filter((id) => !wanted.has(id));
    const fresh = edits.filter((edit) => this.#kept.get(edit.id) !== edit);
    if (gone.length === 0 && fresh.length === 0) return;
    try {
      const transaction = (await this.#open()).transaction("drafts", "readwrite", { durability: "strict" });
      for (const id of gone) void transaction.store.delete(id);
      for (const { id, slot, base, content } of fresh) {
        this.#order += 1;
        void transaction.store.put({ id, slot, base, content, scope: this.#scope, order: this.#order });
      }
      await transaction.done;
      this.#kept = wanted;
    } catch {
      this.onFailure();
    }
  }
}
