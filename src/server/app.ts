/** The whole server as one function from requests to responses: health, contract, sign-in, resources, and the web application's files. */
import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { personHeader } from "../app/policies/believed-person.ts";
import { accountEndpoints } from "./contract/accounts.ts";
import { keepingEndpoints } from "./contract/keeping.ts";
import { readingEndpoints } from "./contract/reading.ts";
import { evidenceEndpoints } from "./contract/evidence.ts";
import { returnEndpoints } from "./contract/returns.ts";
import { reviewEndpoints } from "./contract/review.ts";
import { seasonEndpoints } from "./contract/season.ts";
import { organisationEndpoints } from "./contract/organisations.ts";
import { openApi } from "./open-api.ts";
import { otherPersonResponse, problemOf, problemResponse } from "./problem.ts";
import { logged } from "./log.ts";
import { type Mounted, mount, speaksForAnother } from "./mount.ts";
import { sameOrigin } from "./origin.ts";
import { accountResources } from "./resources/accounts.ts";
import { keepingResources } from "./resources/keeping.ts";
import { historyResources } from "./resources/history.ts";
import { readingResources } from "./resources/reading.ts";
import { evidenceResources } from "./resources/evidence.ts";
import { returnResources } from "./resources/returns.ts";
import { reviewResources } from "./resources/review.ts";
import { seasonResources } from "./resources/season.ts";
import { organisationResources } from "./resources/organisations.ts";
import { documentationPage } from "./documentation.ts";
import { serveWeb } from "./web-files.ts";
import type { World } from "./world.ts";

const largestBody = 65 * 1024 * 1024;

export interface AppOptions {
  /** "off" only in tests: what is left then is held by row-level security alone. */
  readonly policies?: "on" | "off";
}

const counted = bodyLimit({ maxSize: largestBody, onError: () => problemResponse(413, "内容过大", "too large") });

/** A body that says how long it is need not be opened to be measured; the others are counted as they come. */
const notTooLarge: MiddlewareHandler = (context, next) => {
  const { method, headers } = context.req.raw;
  if (method === "GET" || method === "HEAD") return next();
  const declared = headers.get("transfer-encoding") === null ? headers.get("content-length") : null;
  return declared !== null && Number(declared) <= largestBody ? next() : counted(context, next);
};

export function createApp(given: World, { policies = "on" }: AppOptions = {}): Hono {
  const world: Mounted = { ...given, policies };
  const app = new Hono();
  app.use("/api/*", logged(world.log));
  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "same-origin");
    headers.set("x-frame-options", "SAMEORIGIN");
  });
  app.use("/api/*", sameOrigin);
  app.use("/api/*", notTooLarge);

  app.get("/healthz", (context) => context.json({ status: "ok", version: world.version }));
  app.get("/readyz", async (context) => {
    try {
      await world.store.cycles();
      return context.json({ status: "ready" });
    } catch {
      return problemResponse(503, "数据库暂不可用", "the store does not answer");
    }
  });
  const contract = openApi(world.version, world.secure);
  app.get("/openapi.json", (context) => context.json(contract));
  app.get("/docs", (context) => context.html(documentationPage(contract)));

  app.onError((error) => problemOf(error, (bug) => world.log.error({ error: told(bug) }, "request failed")));
  app.on(["GET", "POST"], "/api/auth/*", async (context) => {
    context.set("template", "/api/auth/*");
    const { headers } = context.req.raw;
    // A tab that one person left open does not end the next person's session.
    if (headers.has(personHeader) && speaksForAnother(await world.accounts.signedIn(headers), headers)) return otherPersonResponse();
    const response = await world.accounts.handle(context.req.raw);
    return response.status === 404 ? unknownPath(world, context.req.raw) : response;
  });
  mount(app, world, accountEndpoints, accountResources);
  mount(app, world, readingEndpoints, readingResources);
  mount(app, world, returnEndpoints, returnResources);
  mount(app, world, reviewEndpoints, reviewResources);
  mount(app, world, keepingEndpoints, { ...historyResources, ...keepingResources });
  mount(app, world, seasonEndpoints, seasonResources);
  mount(app, world, organisationEndpoints, organisationResources);
  mount(app, world, evidenceEndpoints, evidenceResources);
  app.all("/api/*", (context) => unknownPath(world, context.req.raw));

  app.get("*", (context) => serveWeb(world.webRoot, context.req.raw));
  return app;
}

const told = (bug: unknown): string => (bug instanceof Error ? (bug.stack ?? bug.message) : String(bug));

/** Below /api/ nobody learns without a session what exists. */
async function unknownPath(world: World, request: Request): Promise<Response> {
  const actor = await world.accounts.signedIn(request.headers);
  return actor ? problemResponse(404, "没有这个接口", "no such path") : problemResponse(401, "请先登录", "sign in first");
}
