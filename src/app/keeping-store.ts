/** Keeping the store as a whole: only for an administrator below whom everything in it stands. */
import type { Accounts, SignedIn } from "./accounts.ts";
import type { Store } from "./ports.ts";
import { refuse } from "./refusal.ts";

/** A backup that somebody hands in. */
export interface BackupFile {
  /** As the person knows it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Backups as the web application asks for them. */
export interface WholeBackups {
  /** The whole store as one file. */
  take(store: Store): Promise<Uint8Array>;
  /**
   * Puts the whole of a backup in place of all that is there, after it was restored beside it and verified.
   * The number of rows by table. @throws Refusal that names the file, what was found and expected; nothing was touched then.
   */
  replace(store: Store, backup: BackupFile): Promise<Readonly<Record<string, number>>>;
}

/** @throws Refusal, as if there were no such thing, when the store holds organisations outside the person's subtree. */
export async function assertWhole(store: Store, organisation: string): Promise<void> {
  for (const { code } of await store.organisations()) if (!(await store.stands(code, organisation))) throw refuse("place-unknown", {});
}

/** Restores after the password was given once more; everybody signs in again. */
export async function restoreWhole(
  world: { readonly store: Store; readonly accounts: Accounts; readonly backups: WholeBackups },
  actor: SignedIn,
  password: string,
  backup: BackupFile,
): Promise<Readonly<Record<string, number>>> {
  await assertWhole(world.store, actor.organisation);
  if (!(await world.accounts.confirms(actor.id, password))) throw refuse("password-wrong", {});
  const rows = await world.backups.replace(world.store, backup);
  await world.accounts.endAllSessions();
  return rows;
}
