/** Backups as the commands ask for them: of the store which they opened. */
import type { Progress, Store } from "../../app/ports.ts";
import { backupStore } from "./backup.ts";
import { restoreStore } from "./restore.ts";
import type { PostgresStore } from "./store.ts";

export const postgresBackups = {
  /** Writes the whole store into one file; the number of rows by table. */
  backup: (store: Store, file: string, progress: Progress): Promise<Readonly<Record<string, number>>> =>
    backupStore(ours(store).database, file, progress),
  /** Reads a backup into an empty store; the number of rows by table. */
  restore: (store: Store, file: string, progress: Progress): Promise<Readonly<Record<string, number>>> =>
    restoreStore(ours(store).database, file, progress),
};

function ours(store: Store): PostgresStore {
  if (!("database" in store)) throw new Error("backups need the store on PostgreSQL");
  return store as PostgresStore;
}
