/**
 * The usual session, looked up by one statement: better-auth takes three milliseconds of the processor to check a signature
 * and read two rows, which five hundred who come to work at once all wait for. Only what is plainly in order is answered
 * here; everything else (no row, an end that has come or is to be prolonged, a cookie of another kind) is left to it.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type { SignedIn } from "../../app/accounts.ts";
import type { Database } from "../postgres/tables.ts";

interface PlainOptions {
  readonly database: Database;
  readonly secret: string;
  /** Name of the session's cookie. */
  readonly cookie: string;
  /** Name of the cookie of sessions that are never prolonged. */
  readonly forgetful: string;
  /** A session that ends sooner than in so many seconds is prolonged when it is used. */
  readonly prolonged: number;
}

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: SignedIn["role"];
  readonly organisation: string;
  readonly ledgers: string | null;
  readonly disabled: boolean;
  readonly mustChange: boolean;
}

/** Null: not for us to say. */
export async function plainSession(
  { database, secret, cookie, forgetful, prolonged }: PlainOptions,
  header: string,
): Promise<{ readonly account: Account; readonly token: string; readonly expires: Date } | null> {
  if (header.includes(`${forgetful}=`)) return null;
  const values = header.split(";").flatMap((each) => (each.trim().startsWith(`${cookie}=`) ? [each.trim().slice(cookie.length + 1)] : []));
  const token = values.length === 1 ? signed(values[0]!, secret) : null;
  if (token === null) return null;
  const { rows } = await sql<Account & { expires: Date }>`
    select u."id", u."username", u."name", u."role", u."organisation", u."ledgers", u."disabled", u."mustChange", s."expiresAt" as expires
    from "session" s join "user" u on u."id" = s."userId" where s."token" = ${token}`.execute(database);
  const [found] = rows;
  if (!found || found.expires.getTime() - Date.now() < prolonged * 1000) return null;
  const { expires, ...account } = found;
  return { account, token, expires };
}

/** What stands before the last dot, where the signature behind it is ours. */
function signed(given: string, secret: string): string | null {
  let value: string;
  try {
    value = decodeURIComponent(given);
  } catch {
    return null;
  }
  const at = value.lastIndexOf(".");
  if (at < 1) return null;
  const right = createHmac("sha256", secret).update(value.slice(0, at)).digest();
  const found = Buffer.from(value.slice(at + 1), "base64");
  return found.length === right.length && timingSafeEqual(found, right) ? value.slice(0, at) : null;
}
