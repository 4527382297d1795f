/** Replaces all that a running store holds by a backup: restored into a store of its own first, verified there, then exchanged in one transaction. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { BackupFile } from "../../app/keeping-store.ts";
import { refuse } from "../../app/refusal.ts";
import { type CheckedBackup, checkBackup } from "./backup-check.ts";
import { backupStore, backupTables } from "./backup.ts";
import { openStore } from "./open.ts";
import { loadAll, restoreChecked } from "./restore.ts";
import type { PostgresStore } from "./store.ts";
import type { Database } from "./tables.ts";

const quiet = (): void => undefined;
/** Tables that no backup holds, and those of accounts. */
const besides = ["session", "verification"];
const accountTables = ["user", "account"] as const;

/** The number of rows by table. @throws Refusal "backup-refused", with nothing touched, for a file that does not verify, and those of {@link checkBackup}. */
export async function replaceStore(live: PostgresStore, { name, bytes }: BackupFile): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), "zhibao-restore-"));
  try {
    const [given, checked] = [join(folder, "given.zhibao"), join(folder, "checked.zhibao")];
    await writeFile(given, bytes, { mode: 0o600 });
    // Looked through first: founding a store beside takes many times as long.
    const looked = await checkBackup(given, name);
    const counts = await restoreBeside(live, join(folder, "data"), { given, looked }, checked);
    await live.database.transaction().execute((transaction) => exchange(transaction, checked));
    return counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Given {
  readonly given: string;
  readonly looked: CheckedBackup;
}

async function restoreBeside(
  live: PostgresStore,
  dataDir: string,
  { given, looked }: Given,
  checked: string,
): Promise<Record<string, number>> {
  const beside = await openStore({ dataDir }, live.knowledge);
  try {
    const counts = await restoreChecked(beside.database, given, looked, quiet).catch((error: unknown) => {
      throw refuse("backup-refused", { reason: (error instanceof Error ? error.message : String(error)).replaceAll(given, "") });
    });
    const { problems } = await beside.verify();
    if (problems.length > 0)
      throw refuse("backup-refused", { reason: `核对发现 ${problems.length} 处不符：${problems.slice(0, 3).join("；")}` });
    // Taken again, so that it is of this program's own schema.
    await backupStore(beside.database, checked, quiet);
    return counts;
  } finally {
    await beside.close();
  }
}

/** Others wait until it is done. A backup of before there were accounts leaves those that are here. */
async function exchange(transaction: Database, file: string): Promise<void> {
  for (const table of accountTables)
    await sql`create temporary table ${sql.id(`kept_${table}`)} on commit drop as select * from ${sql.table(table)}`.execute(transaction);
  await sql`create temporary table kept_settings on commit drop as select * from settings`.execute(transaction);
  const names = [...backupTables.map(([table]) => table), ...besides, ...accountTables, "settings"];
  await sql`truncate ${sql.join([...new Set(names)].map((name) => sql.table(name)))} cascade`.execute(transaction);
  const counts = await loadAll(transaction, file);
  if (!counts.user) {
    await sql`insert into "user" select * from kept_user where "organisation" in (select code from organisations)`.execute(transaction);
    await sql`insert into "account" select * from kept_account where "userId" in (select id from "user")`.execute(transaction);
  }
  await sql`insert into settings select * from kept_settings on conflict (name) do nothing`.execute(transaction);
}
