/** Signing in and out over HTTP: better-auth behind the lock-out, with answers that say no more than the browser needs. */
import { sql } from "kysely";
import type { Auth, AuthOptions } from "./auth.ts";
import type { Lockout } from "./lockout.ts";

const longestPassword = 128;
const usernames = /^[a-zA-Z0-9._-]{3,40}$/;

/** Answers the three paths below /api/auth/ that are open; 404 for every other. */
export function createSignIn({ database }: AuthOptions, auth: Auth, locks: Lockout): (request: Request) => Promise<Response> {
  const signIn = async (request: Request): Promise<Response> => {
    const body = (await request.json().catch(() => null)) as { username?: unknown; password?: unknown } | null;
    if (typeof body?.username !== "string" || typeof body.password !== "string")
      return refused(400, "应有 username 与 password 两项", "expected the fields username and password");
    const { username: given, password } = body;
    const username = given.toLowerCase().slice(0, 100);
    const until = await locks.attempt(username);
    if (until) {
      const minutes = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000));
      return refused(
        423,
        `连续输错密码，账号已锁定，请 ${minutes} 分钟后再试`,
        `too many wrong passwords; try again in ${minutes} minutes`,
      );
    }
    // Whatever cannot be a name or a password takes as long as what can.
    const plausible = usernames.test(username) && password !== "" && password.length <= longestPassword;
    const answer = await auth.handler(
      rebuilt(request, plausible ? { username, password } : { username: "nobody-has-this-name", password: "x".repeat(12) }),
    );
    if (answer.status === 429) {
      await locks.settle(username, "undecided");
      return refused(429, "请求过于频繁，请稍后再试", "too many requests; try again later");
    }
    if (answer.status >= 500) await locks.settle(username, "undecided");
    if (answer.status !== 200) return refused(401, "用户名或密码不对", "wrong user name or password");
    await locks.settle(username, "right");
    const user = await database
      .updateTable("user")
      .set({ lastSignIn: sql<Date>`now()` })
      .where("username", "=", username)
      .returning(["id", "username", "name", "disabled"])
      .executeTakeFirstOrThrow();
    if (user.disabled) {
      await database.deleteFrom("session").where("userId", "=", user.id).execute();
      return refused(403, "账号已停用，请联系管理员", "the account is disabled");
    }
    return withCookies(answer, { user: { id: user.id, username: user.username, name: user.name } });
  };

  return async (request) => {
    const { pathname } = new URL(request.url);
    switch (`${request.method} ${pathname}`) {
      case "POST /api/auth/sign-in/username":
        return signIn(request);
      case "POST /api/auth/sign-out":
        return withCookies(await auth.handler(rebuilt(request, {})), { success: true });
      case "GET /api/auth/get-session": {
        const session = await auth.api.getSession({ headers: request.headers });
        if (!session || session.user.disabled) return refused(401, "请先登录", "sign in first");
        const { id, name } = session.user;
        const { username } = session.user as { username?: string | null };
        return withCookies(null, { user: { id, username, name }, session: { expiresAt: session.session.expiresAt } });
      }
      default:
        return new Response(null, { status: 404 });
    }
  };
}

/** The request with nothing in its body but what is meant: no address to go on to, no other session length. */
function rebuilt(request: Request, body: object): Request {
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  return new Request(request.url, { method: "POST", headers, body: JSON.stringify(body) });
}

/** The session's token travels in its cookie alone, which no script can read. */
function withCookies(answer: Response | null, body: object): Response {
  const headers = new Headers({ "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  for (const cookie of answer?.headers.getSetCookie() ?? []) headers.append("set-cookie", cookie);
  return new Response(JSON.stringify(body), { headers });
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
