/** The port of accounts on better-auth: sign-in with lock-out, who is signed in, and the keeping of accounts. */
import { sql } from "kysely";
import type { AccountLine, Accounts, NewAccount, SignedIn } from "../../app/accounts.ts";
import { refuse } from "../../app/refusal.ts";
import { type AuthOptions, createAuth } from "./auth.ts";
import { lockout } from "./lockout.ts";

/** The only paths of better-auth that are reachable. */
const open: ReadonlySet<string> = new Set(["POST /api/auth/sign-in/username", "POST /api/auth/sign-out", "GET /api/auth/get-session"]);

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

  return {
    handle: async (request) => {
      const { pathname } = new URL(request.url);
      if (!open.has(`${request.method} ${pathname}`)) return new Response(null, { status: 404 });
      return pathname.endsWith("/sign-in/username") ? locks.around(request, (inner) => auth.handler(inner)) : auth.handler(request);
    },
    signedIn: async (headers): Promise<SignedIn | null> => {
      const session = await auth.api.getSession({ headers });
      if (!session || session.user.disabled) return null;
      const { id, username, name, role, organisation, ledgers, mustChange } = session.user as typeof session.user & {
        username: string;
        role: SignedIn["role"];
        organisation: string;
        ledgers: string | null;
        mustChange: boolean;
      };
      return {
        id,
        username,
        name,
        role,
        organisation,
        ledgers: parseLedgers(ledgers),
        mustChangePassword: mustChange,
        session: session.session.token,
      };
    },
    confirms: async (id, password) => {
      const row = await database
        .selectFrom("account")
        .innerJoin("user", "user.id", "account.userId")
        .select(["account.password", "user.username", "user.lockedUntil"])
        .where("account.userId", "=", id)
        .where("account.providerId", "=", "credential")
        .executeTakeFirst();
      if (!row?.password || (row.lockedUntil !== null && row.lockedUntil > new Date())) return false;
      const context = await auth.$context;
      const right = await context.password.verify({ password, hash: row.password });
      await locks.count(row.username ?? "", right);
      return right;
    },
    any: async () => (await database.selectFrom("user").select("id").limit(1).executeTakeFirst()) !== undefined,
    list: async (organisation) => {
      const rows = await database
        .selectFrom("user")
        .selectAll()
        .where((where) =>
          where.or([
            where("organisation", "=", organisation),
            where("organisation", "in", database.selectFrom("lineage").select("organisation").where("ancestor", "=", organisation)),
          ]),
        )
        .orderBy("organisation")
        .orderBy("username")
        .execute();
      return rows.map(lineOf);
    },
    find,
    create: async (account) => {
      const context = await auth.$context;
      const username = account.username.toLowerCase();
      const taken = await database.selectFrom("user").select("id").where("username", "=", username).executeTakeFirst();
      if (taken) throw refuse("account-exists", { username });
      const hash = await context.password.hash(account.password);
      const id = await insertUser(account, username);
      await context.internalAdapter.linkAccount({ userId: id, accountId: id, providerId: "credential", password: hash });
      return found(id);
    },
    update: async (id, change) => {
      const { ledgers, email, ...rest } = change;
      await database
        .updateTable("user")
        .set({
          ...rest,
          ...(ledgers === undefined ? {} : { ledgers: ledgers && JSON.stringify(ledgers) }),
          ...(email === undefined ? {} : { email: email ?? `${id}@zhibao.invalid` }),
          updatedAt: sql<Date>`now()`,
        })
        .where("id", "=", id)
        .execute();
      if (change.disabled) await database.deleteFrom("session").where("userId", "=", id).execute();
      return found(id);
    },
    setPassword: async (id, password, mustChange, keep) => {
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
    },
    endSessions: async (id) => {
      await database.deleteFrom("session").where("userId", "=", id).execute();
    },
  };

  async function insertUser(account: NewAccount, username: string): Promise<string> {
    const id = crypto.randomUUID();
    await database
      .insertInto("user")
      .values({
        id,
        name: account.name,
        // better-auth wants an address; people without one get a name that no mail server can deliver to.
        email: account.email ?? `${id}@zhibao.invalid`,
        emailVerified: false,
        image: null,
        createdAt: sql<Date>`now()`,
        updatedAt: sql<Date>`now()`,
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
      .execute();
    return id;
  }
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
