/**
 * What this browser keeps of one person's reads, so that a ledger opens without a connection: who is signed in,
 * the opened returns, what was saved and heard since. One person at a time: signing out, an ended session and
 * anybody else's sign-in delete it all. Unsaved edits live elsewhere (filling/drafts.ts).
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** Changes with the shape of the kept answers, so that a new release never reads those of an old one; kept.test.ts says when. */
export const shape = "a2f948fc";

/** Without a word from the server for so long, nothing kept is shown any more. */
const longest = 7 * 24 * 60 * 60 * 1000;

export interface Kept<T> {
  readonly answer: T;
  readonly at: Date;
}

interface Stamp {
  readonly user: string;
  readonly shape: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface KeptSchema extends DBSchema {
  person: { key: "me"; value: Stamp & { readonly answer: unknown } };
  answers: { key: string; value: Stamp & { readonly text: string } };
  /** Slots that changed after the answer at `address` was kept. */
  slots: {
    key: [address: string, slot: string];
    value: { readonly address: string; readonly slot: string; readonly change: unknown };
    indexes: { address: string };
  };
  /** Up to where changes of the answer at `address` are kept, and when the server last said so. */
  marks: { key: string; value: { readonly sequence: number; readonly at: number } };
}

const stores = ["person", "answers", "slots", "marks"] as const;

let opening: Promise<IDBPDatabase<KeptSchema>> | null = null;
function database(): Promise<IDBPDatabase<KeptSchema>> {
  opening ??= openDB<KeptSchema>("zhibao-kept", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("person");
      fresh.createObjectStore("answers");
      fresh.createObjectStore("slots", { keyPath: ["address", "slot"] }).createIndex("address", "address");
      fresh.createObjectStore("marks");
    },
  });
  return opening;
}

/** A store that cannot be used (a private window, a full disk) keeps nothing: the page works as it does without. */
async function quietly<T>(work: (open: IDBPDatabase<KeptSchema>) => Promise<T>): Promise<T | null> {
  try {
    return await work(await database());
  } catch {
    return null;
  }
}

function isValid(stamp: Stamp | undefined, user: string | null): stamp is Stamp {
  return stamp?.shape === shape && Date.now() - stamp.at < longest && (user === null || stamp.user === user);
}

/** Deletes everything. */
export async function forget(): Promise<void> {
  await quietly(async (open) => {
    const transaction = open.transaction(stores, "readwrite");
    for (const store of stores) void transaction.objectStore(store).clear();
    await transaction.done;
  });
}

/** Makes this person the one for whom reads are kept; what was kept for another is deleted first. */
export async function keepPerson<T extends { readonly id: string }>(me: T): Promise<void> {
  await quietly(async (open) => {
    const transaction = open.transaction(stores, "readwrite");
    const before = await transaction.objectStore("person").get("me");
    if (before?.user !== me.id) for (const store of stores) void transaction.objectStore(store).clear();
    void transaction.objectStore("person").put({ user: me.id, shape, at: Date.now(), answer: me }, "me");
    await transaction.done;
  });
}

export async function keptPerson<T>(): Promise<Kept<T> | null> {
  const found = await quietly((open) => open.get("person", "me"));
  return found && isValid(found, null) ? { answer: found.answer as T, at: new Date(found.at) } : null;
}

/** Keeps an answer in place of the former one, with what was heard after that; nothing for a person who is not the kept one. */
export async function keepAnswer(user: string, address: string, text: string): Promise<void> {
  await quietly(async (open) => {
    const transaction = open.transaction(stores, "readwrite");
    if ((await transaction.objectStore("person").get("me"))?.user === user) {
      void transaction.objectStore("answers").put({ user, shape, at: Date.now(), text }, address);
      void transaction.objectStore("marks").delete(address);
      const slots = transaction.objectStore("slots");
      for (const key of await slots.index("address").getAllKeys(address)) void slots.delete(key);
    }
    await transaction.done;
  });
}

export async function keptAnswer<T>(user: string, address: string): Promise<Kept<T> | null> {
  const found = await quietly((open) => open.get("answers", address));
  return found && isValid(found, user) ? { answer: JSON.parse(found.text) as T, at: new Date(found.at) } : null;
}

/** Keeps what changed after the answer at `address`: slots by their names, and up to where all changes are known. */
export async function keepChanges<T extends { readonly slot: string }>(
  user: string,
  address: string,
  changes: readonly T[],
  sequence: number,
): Promise<void> {
  await quietly(async (open) => {
    const transaction = open.transaction(stores, "readwrite");
    const answer = await transaction.objectStore("answers").get(address);
    if (answer?.user === user) {
      const slots = transaction.objectStore("slots");
      for (const change of changes) void slots.put({ address, slot: change.slot, change });
      const before = await transaction.objectStore("marks").get(address);
      void transaction.objectStore("marks").put({ sequence: Math.max(sequence, before?.sequence ?? 0), at: Date.now() }, address);
    }
    await transaction.done;
  });
}

export async function keptChanges<T>(
  address: string,
): Promise<{ readonly changes: readonly T[]; readonly sequence: number; readonly at: Date | null }> {
  const found = await quietly(async (open) => {
    const transaction = open.transaction(["slots", "marks"]);
    return {
      slots: await transaction.objectStore("slots").index("address").getAll(address),
      mark: await transaction.objectStore("marks").get(address),
    };
  });
  return {
    changes: (found?.slots ?? []).map(({ change }) => change as T),
    sequence: found?.mark?.sequence ?? 0,
    at: found?.mark ? new Date(found.mark.at) : null,
  };
}
