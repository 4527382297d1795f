/** The port of accounts on better-auth: sign-in with lock-out, who is signed in, and the keeping of accounts. */
import { sql } from "kysely";
import type { AccountLine, Accounts, NewAccount, SignedIn } from "../../app/accounts.ts";
import { refuse } from "../../app/refusal.ts";
import { standingYear } from "../postgres/lineage.ts";
import type { Database } from "../postgres/tables.ts";
import { type AuthOptions, createAuth, prolongedWithin } from "./auth.ts";
import { lockout } from "./lockout.ts";
import { oneTimePassword } from "./one-time-password.ts";
import { type Account, plainSession } from "./plain-session.ts";
import { type Asked, recentSessions } from "./recent-sessions.ts";
import { createSignIn } from "./sign-in.ts";

/** Accounts, and signing in over HTTP. */
export function createAccounts(options: AuthOptions): Accounts & {
  handle(request: Request): Promise<Response>;
  signedIn(headers: Headers): Promise<SignedIn | null>;
} {
  const { database } = options;
  const auth = createAuth(options);
  const locks = lockout(database);

  const find = async (id: string): Promise<AccountLine | null> => {
    const row = await database.selectFrom("user").selectAll().where("id", "=", id).executeTakeFirst();
    return row ? lineOf(row) : null;
  };

  const found = async (id: string): Promise<AccountLine> => {
    const line = await find(id);
    if (!line) throw refuse("account-unknown", {});
    return line;
  };

  const recent = recentSessions(async () => {
    const { number } = await database.selectFrom("account_changes").select("number").executeTakeFirstOrThrow();
    return number;
  });
  const answer = createSignIn(options, auth, locks);
  const askSession = async (headers: Headers): Promise<Asked | null> => {
    const { authCookies } = await auth.$context;
    const plain = await plainSession(
      { ...options, cookie: authCookies.sessionToken.name, forgetful: authCookies.dontRememberToken.name, prolonged: prolongedWithin },
      headers.get("cookie") ?? "",
    );
    if (plain) return signedInAs(plain.account, plain.token, plain.expires);
    const session = await auth.api.getSession({ headers });
    return session && signedInAs(session.user as typeof session.user & Account, session.session.token, session.session.expiresAt);
  };
  /** Every change of accounts and sessions ends what was believed of them. */
  const changing = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      recent.forget();
    }
  };

  return {
    // Signing in changes nobody's session.
    handle: (request) => (new URL(request.url).pathname.endsWith("/sign-out") ? changing(() => answer(request)) : answer(request)),
    signedIn: (headers) => recent.of(headers.get("cookie") ?? "", () => askSession(headers)),
    confirms: async (id, password) => {
      const row = await database
        .selectFrom("account")
        .innerJoin("user", "user.id", "account.userId")
        .select(["account.password", "user.username"])
        .where("account.userId", "=", id)
        .where("account.providerId", "=", "credential")
        .executeTakeFirst();
      if (!row?.password || (await locks.attempt(row.username ?? ""))) return false;
      const context = await auth.$context;
      const right = await context.password.verify({ password, hash: row.password });
      if (right) await locks.settle(row.username ?? "", "right");
      return right;
    },
    any: async () => (await database.selectFrom("user").select("id").limit(1).executeTakeFirst()) !== undefined,
    list: async (organisation) => {
      const all = database.selectFrom("user").selectAll().orderBy("organisation").orderBy("username");
      const below = database
        .selectFrom("lineage")
        .select("organisation")
        .where("ancestor", "=", organisation ?? "")
        .where("year", "=", standingYear);
      const rows = await (organisation === null ? all : all.where("organisation", "in", below)).execute();
      return rows.map(lineOf);
    },
    find,
    taken: async (usernames) => {
      const wanted = usernames.map((each) => each.toLowerCase());
      const rows = await database
        .selectFrom("user")
        .select("username")
        .where("username", "in", wanted.length > 0 ? wanted : [""])
        .execute();
      return new Set(rows.map(({ username }) => username ?? ""));
    },
    create: async (account) => (await createAll([account]))[0]!,
    createAll,
    oneTimePassword,
    update: (id, change) =>
      changing(async () => {
        const { ledgers, email, ...rest } = change;
        await database
          .updateTable("user")
          .set({
            ...rest,
            ...(ledgers === undefined ? {} : { ledgers: ledgers && JSON.stringify(ledgers) }),
            ...(email === undefined ? {} : { email: addressOf(email, id) }),
            updatedAt: sql<Date>`now()`,
          })
          .where("id", "=", id)
          .execute()
          .catch((error: unknown) => {
            if (isTaken(error)) throw refuse("email-exists", { email: email ?? "" });
            throw error;
          });
        if (change.disabled) await database.deleteFrom("session").where("userId", "=", id).execute();
        return found(id);
      }),
    setPassword: (id, password, mustChange, keep) =>
      changing(async () => {
        const context = await auth.$context;
        const hash = await context.password.hash(password);
        await database.transaction().execute(async (transaction) => {
          await transaction
            .updateTable("account")
            .set({ password: hash, updatedAt: sql<Date>`now()` })
            .where("userId", "=", id)
            .execute();
          await transaction.updateTable("user").set({ mustChange, failures: 0, lockedUntil: null }).where("id", "=", id).execute();
          await transaction
            .deleteFrom("session")
            .where("userId", "=", id)
            .where("token", "!=", keep ?? "")
            .execute();
        });
      }),
    endAllSessions: () =>
      changing(async () => {
        await database.deleteFrom("session").execute();
      }),
    endSessions: (id) =>
      changing(async () => {
        await database.deleteFrom("session").where("userId", "=", id).execute();
      }),
  };

  async function createAll(given: readonly NewAccount[]): Promise<AccountLine[]> {
    const context = await auth.$context;
    const made = await Promise.all(
      given.map(async (account) => ({ id: crypto.randomUUID(), account, hash: await context.password.hash(account.password) })),
    );
    await database.transaction().execute(async (transaction) => {
      for (const { id, account, hash } of made) {
        await insertUser(transaction, id, account);
        await transaction
          .insertInto("account")
          .values({ id: crypto.randomUUID(), accountId: id, providerId: "credential", userId: id, password: hash, ...now })
          .execute();
      }
    });
    return Promise.all(made.map(({ id }) => found(id)));
  }
}

const now = { createdAt: sql<Date>`now()`, updatedAt: sql<Date>`now()` };

/** @throws Refusal "account-exists" when somebody else took the name or the address first. */
async function insertUser(database: Database, id: string, account: NewAccount): Promise<void> {
  const username = account.username.toLowerCase();
  const row = await database
    .insertInto("user")
    .values({
      id,
      name: account.name,
      email: addressOf(account.email, id),
      emailVerified: false,
      image: null,
      ...now,
      username,
      displayUsername: account.username,
      role: account.role,
      organisation: account.organisation,
      ledgers: account.ledgers && JSON.stringify(account.ledgers),
      disabled: false,
      mustChange: account.mustChangePassword,
      failures: 0,
      lockedUntil: null,
      lastSignIn: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row) return;
  const taken = await database.selectFrom("user").select("id").where("username", "=", username).executeTakeFirst();
  throw taken ? refuse("account-exists", { username }) : refuse("email-exists", { email: account.email ?? "" });
}

/** better-auth wants an address; people without one get a name that no mail server can deliver to. */
const addressOf = (email: string | null, id: string): string => email?.toLowerCase() ?? `${id}@zhibao.invalid`;

const isTaken = (error: unknown): boolean => typeof error === "object" && error !== null && "code" in error && error.code === "23505";

function signedInAs(account: Account, session: string, expires: Date): Asked | null {
  const { id, username, name, role, organisation, ledgers, disabled, mustChange } = account;
  if (disabled) return null;
  return {
    signedIn: { id, username, name, role, organisation, ledgers: parseLedgers(ledgers), mustChangePassword: mustChange, session },
    expires,
  };
}

const parseLedgers = (text: string | null): string[] | null => (text === null ? null : (JSON.parse(text) as string[]));

function lineOf(row: {
  id: string;
  username: string | null;
  name: string;
  role: AccountLine["role"];
  organisation: string;
  ledgers: string | null;
  email: string;
  disabled: boolean;
  lockedUntil: Date | null;
  lastSignIn: Date | null;
}): AccountLine {
  const { id, name, role, organisation, disabled } = row;
  return {
    id,
    username: row.username ?? "",
    name,
    role,
    organisation,
    ledgers: parseLedgers(row.ledgers),
    email: row.email.endsWith("@zhibao.invalid") ? null : row.email,
    disabled,
    lockedUntil: row.lockedUntil && row.lockedUntil > new Date() ? row.lockedUntil.toISOString() : null,
    lastSignIn: row.lastSignIn?.toISOString() ?? null,
  };
}
