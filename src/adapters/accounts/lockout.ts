/**
 * Locks an account after wrong passwords in a row: for minutes, so that nobody is locked out for a day by a
 * colleague's typing. An attempt is counted before its password is looked at, so that many at once are not
 * more than the rule allows; names that nobody has are counted alike, so that the answers tell nothing.
 */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../postgres/tables.ts";

export const failuresBeforeLock = 8;
export const lockMinutes = 10;
/** So many names that nobody has are remembered. */
const strangersRemembered = 10_000;

export type Outcome = "right" | "wrong" | "undecided";

export interface Lockout {
  /** Counts an attempt as if it failed; the time until which the name is locked, or null when the attempt may go on. */
  attempt(username: string): Promise<Date | null>;
  /** Says what came of the attempt. */
  settle(username: string, outcome: Outcome): Promise<void>;
}

export function lockout(database: Kysely<Tables>): Lockout {
  const strangers = new Map<string, { failures: number; until: number }>();

  const attemptOfStranger = (username: string): Date | null => {
    const now = Date.now();
    const known = strangers.get(username);
    if (known && known.until > now) return new Date(known.until);
    const failures = known && known.until === 0 ? known.failures + 1 : 1;
    strangers.delete(username);
    if (strangers.size >= strangersRemembered) strangers.delete(strangers.keys().next().value ?? "");
    strangers.set(username, { failures, until: failures >= failuresBeforeLock ? now + lockMinutes * 60_000 : 0 });
    return null;
  };

  return {
    attempt: async (username) => {
      const { rows } = await sql<{ id: string }>`
        update "user" set
          "failures" = case when "lockedUntil" is null then "failures" + 1 else 1 end,
          "lockedUntil" = case when "lockedUntil" is null and "failures" + 1 >= ${failuresBeforeLock} then now() + make_interval(mins => ${lockMinutes}) end
        where "username" = ${username} and ("lockedUntil" is null or "lockedUntil" <= now())
        returning "id"`.execute(database);
      if (rows.length > 0) return null;
      const row = await database.selectFrom("user").select("lockedUntil").where("username", "=", username).executeTakeFirst();
      return row ? row.lockedUntil : attemptOfStranger(username);
    },
    settle: async (username, outcome) => {
      if (outcome === "right")
        await sql`update "user" set "failures" = 0, "lockedUntil" = null where "username" = ${username}`.execute(database);
      if (outcome === "undecided")
        await sql`
          update "user" set "failures" = greatest("failures" - 1, 0),
            "lockedUntil" = case when "failures" > ${failuresBeforeLock} then "lockedUntil" end
          where "username" = ${username}`.execute(database);
    },
  };
}
