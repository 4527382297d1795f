/** The store on PostgreSQL: reading, writing in transactions, and the upkeep that follows them. */
import { Kysely, PostgresDialect } from "kysely";
import { type Act, ConflictError, type Progress, type Seal, type Store, type StoreReader, type StoreWriter } from "../../app/ports.ts";
import { refuse } from "../../app/refusal.ts";
import type { Desk } from "../../app/desk/desk.ts";
import type { Changes } from "../../app/desk/working.ts";
import { Connections, type Location } from "./connections.ts";
import { createDesk } from "./desk/create-desk.ts";
import { EditQueue } from "./desk/edit-queue.ts";
import { createWrite } from "./desk/edit-transaction.ts";
import { OpenedReturns } from "./desk/opened-returns.ts";
import { QuestionQueue } from "./desk/question-queue.ts";
import type { StoreKnowledge } from "./knowledge.ts";
import { standingYear } from "./lineage.ts";
import { migrate } from "./migrate.ts";
import { createReader } from "./reader.ts";
import { sealChains } from "./seals.ts";
import { foldDeltas } from "./sums.ts";
import type { Database, Tables } from "./tables.ts";
import { verifyStore } from "./verify/verify.ts";
import { beginReading, behindWalls, scoped } from "./walls.ts";
import { createWriter } from "./writer.ts";

/** After so many returns written by this process, deltas are folded and the chains sealed. */
const upkeepInterval = 64;
/** Errors of PostgreSQL that mean: somebody else changed the same thing first. */
const conflicts: readonly string[] = ["40001", "40P01", "23505"];

export interface PostgresStore extends Store {
  /** For the adapters beside it (backup and restore). */
  readonly database: Kysely<Tables>;
  readonly knowledge: StoreKnowledge;
}

export function createStore(location: Location, knowledge: StoreKnowledge): PostgresStore {
  const connections = new Connections(location);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connections }) });
  const questions = new QuestionQueue(connections, () => beginReading(database));
  const returns = new OpenedReturns(questions);
  const edits = new EditQueue(createWrite(connections, returns));
  const reader = createReader((work) => work(database));
  let appended = 0;
  let sinceUpkeep = 0;
  let lastAct: Act | null = null;

  const keepUp = async (): Promise<void> => {
    if (sinceUpkeep < upkeepInterval || !lastAct) return;
    sinceUpkeep = 0;
    await foldDeltas(database, 4 * upkeepInterval);
    await sealChains(database, { name: "seal", actor: "zhibao", at: lastAct.at, reason: "" });
  };

  const write = async <T>(
    scope: string | null,
    work: (writer: StoreWriter, desk: Desk) => Promise<T>,
    locked?: { readonly organisation: string; readonly year: number },
  ): Promise<T> => {
    let written = 0;
    let act: Act | null = null;
    const within = (inner: Database): Promise<T> => {
      const writer = createWriter(inner, knowledge, (done) => {
        written += 1;
        act = done;
      });
      return work(writer, createDesk(inner));
    };
    const done =
      scope === null
        ? database.transaction().execute(within)
        : scoped(database, { organisation: scope, readOnly: false, ...(locked ? { locked } : {}) }, within);
    const result = await done.catch((error: unknown) => {
      throw told(error, scope !== null);
    });
    appended += written;
    sinceUpkeep += written;
    lastAct = act ?? lastAct;
    // What was asked is durable by now: upkeep that fails is made up for later.
    await keepUp().catch(() => undefined);
    return result;
  };

  return {
    ...reader,
    database,
    knowledge,
    transaction: (work) => write(null, work),
    snapshot: <T>(work: (reader: StoreReader) => Promise<T>): Promise<T> =>
      database
        .transaction()
        .setAccessMode("read only")
        .setIsolationLevel("repeatable read")
        .execute((inner) => work(createReader((query) => query(inner)))),
    as: ({ organisation }) => createReader(behindWalls(database, organisation)),
    within: ({ organisation }) => {
      const behind = behindWalls(database, organisation);
      return {
        ...createReader(behind),
        read: (work) =>
          behind((inner) =>
            work(
              createReader((query) => query(inner)),
              createDesk(inner),
            ),
          ),
        transaction: (work, locked) => write(organisation, work, locked),
        edit: (request) =>
          edits.add(organisation, request).catch((error: unknown) => {
            throw told(error, true);
          }),
        changes: async (place, year, since) => {
          const found = await questions.ask<Omit<Changes, "lines"> & { readonly lines: Changes["lines"] | null }>(() => ({
            scope: organisation,
            place,
            year,
            since,
          }));
          return { ...found, lines: found.lines ?? [] };
        },
        open: (place, year) => returns.open(organisation, place, year),
      };
    },
    stands: async (organisation, root, year = standingYear) => {
      const found = await database
        .selectFrom("lineage")
        .select("year")
        .where("ancestor", "=", root)
        .where("year", "=", year)
        .where("organisation", "=", organisation)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },
    migrate: () => migrate(database),
    verify: (progress?: Progress) => verifyStore(database, knowledge, progress ?? (() => undefined)),
    seal: (act): Promise<Seal> => sealChains(database, act),
    close: async () => {
      if (appended > 0) await foldDeltas(database, 8 * upkeepInterval).catch(() => undefined);
      await database.destroy();
    },
  };
}

/** A database's error as the application knows it. */
function told(error: unknown, walled: boolean): unknown {
  // The last wall: rows of an organisation that this one does not see were about to be written.
  if (walled && isWalled(error)) return refuse("place-unknown", {});
  if (isConflict(error)) return new ConflictError("其他人同时改动了同一数据，请重试", { cause: error });
  return error;
}

function isWalled(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "42501";
}

function isConflict(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && conflicts.includes(String(error.code));
}
