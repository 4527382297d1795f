/** Backups as the commands ask for them: of the store which they opened. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BackupFile } from "../../app/keeping-store.ts";
import type { Progress, Store } from "../../app/ports.ts";
import { checkBackup } from "./backup-check.ts";
import { backupStore } from "./backup.ts";
import { replaceStore } from "./replace.ts";
import { restoreChecked } from "./restore.ts";
import type { PostgresStore } from "./store.ts";

export const postgresBackups = {
  /** Writes the whole store into one file; the number of rows by table. */
  backup: (store: Store, file: string, progress: Progress): Promise<Readonly<Record<string, number>>> =>
    backupStore(ours(store).database, file, progress),
  /** Looks the whole file through, then opens the empty store and reads the backup into it; the number of rows by table. */
  restore: async (open: () => Promise<Store>, file: string, progress: Progress): Promise<Readonly<Record<string, number>>> => {
    const looked = await checkBackup(file, file);
    return restoreChecked(ours(await open()).database, file, looked, progress);
  },
  /** The whole store as the bytes of its backup. */
  take: async (store: Store): Promise<Uint8Array> => {
    const folder = await mkdtemp(join(tmpdir(), "zhibao-backup-"));
    try {
      const file = join(folder, "store.zhibao");
      await backupStore(ours(store).database, file, () => undefined);
      return await readFile(file);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  /** Puts a backup in place of all that is there. */
  replace: (store: Store, backup: BackupFile): Promise<Readonly<Record<string, number>>> => replaceStore(ours(store), backup),
};

function ours(store: Store): PostgresStore {
  if (!("database" in store)) throw new Error("backups need the store on PostgreSQL");
  return store as PostgresStore;
}
