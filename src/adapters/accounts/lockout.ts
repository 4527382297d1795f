/** Locks an account after wrong passwords in a row: for minutes, so that nobody is locked out for a day by a colleague's typing. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../postgres/tables.ts";

const failuresBeforeLock = 8;
const lockMinutes = 10;

export interface Lockout {
  /** Counts the outcome of one password. */
  count(username: string, right: boolean): Promise<void>;
  /** Refuses a locked or disabled account before its password is looked at, and counts what came of it. */
  around(request: Request, signIn: (request: Request) => Promise<Response>): Promise<Response>;
}

export function lockout(database: Kysely<Tables>): Lockout {
  const count = async (username: string, right: boolean): Promise<void> => {
    if (right)
      await sql`update "user" set "failures" = 0, "lockedUntil" = null, "lastSignIn" = now() where "username" = ${username}`.execute(
        database,
      );
    else
      await sql`
        update "user" set "failures" = "failures" + 1,
          "lockedUntil" = case when "failures" + 1 >= ${failuresBeforeLock} then now() + make_interval(mins => ${lockMinutes}) else "lockedUntil" end
        where "username" = ${username}`.execute(database);
  };
  return {
    count,
    around: async (request, signIn) => {
      const body = (await request
        .clone()
        .json()
        .catch(() => null)) as { username?: unknown } | null;
      const username = typeof body?.username === "string" ? body.username.toLowerCase() : "";
      const row = await database.selectFrom("user").select(["lockedUntil", "disabled"]).where("username", "=", username).executeTakeFirst();
      if (row?.disabled) return refused(403, "账号已停用，请联系管理员", "the account is disabled");
      if (row?.lockedUntil && row.lockedUntil > new Date()) {
        const minutes = Math.max(1, Math.ceil((row.lockedUntil.getTime() - Date.now()) / 60_000));
        return refused(
          423,
          `连续输错密码，账号已锁定，请 ${minutes} 分钟后再试`,
          `too many wrong passwords; try again in ${minutes} minutes`,
        );
      }
      const response = await signIn(request);
      if (response.status === 200 || response.status === 401) await count(username, response.status === 200);
      if (response.status === 429) return refused(429, "请求过于频繁，请稍后再试", "too many requests; try again later");
      if (response.status >= 400 && response.status < 500)
        return refused(response.status === 400 ? 400 : 401, "用户名或密码不对", "wrong user name or password");
      return response;
    },
  };
}

function refused(status: number, detail: string, detailEn: string): Response {
  const titles: Readonly<Record<number, string>> = {
    400: "请求有误",
    401: "登录失败",
    403: "账号已停用",
    423: "账号已锁定",
    429: "请求过于频繁",
  };
  return new Response(JSON.stringify({ type: "about:blank", title: titles[status], status, detail, detailEn }), {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });
}
