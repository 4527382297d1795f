/** Mounts a group of endpoints: asks who is there and whether they may, reads and checks what came, answers. */
import { Hono } from "hono";
import type { SignedIn } from "../app/accounts.ts";
import { policies } from "../app/policies/policies.ts";
import type { Endpoint, Endpoints, Key, Method } from "./contract/endpoint.ts";
import type { FileBody, Handlers } from "./handler.ts";
import { forbidden, notFound, Problem, problemOf, problemResponse } from "./problem.ts";
import { parseWith, readBody } from "./read-request.ts";
import type { World } from "./world.ts";

type AnyCall = Readonly<Record<string, unknown>>;
type AnyHandler = (call: AnyCall) => Promise<unknown>;

export function mount<Group extends Endpoints>(app: Hono, world: World, endpoints: Group, handlers: Partial<Handlers<Group>>): void {
  for (const [key, endpoint] of Object.entries(endpoints) as [Key, Endpoint][]) {
    const [method, path] = key.split(" ", 2) as [Method, string];
    const handler = (handlers as unknown as Readonly<Record<string, AnyHandler | undefined>>)[key];
    if (!handler) continue;
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ":$1"), async (context) => {
      try {
        const actor = await world.accounts.signedIn(context.req.raw.headers);
        const params = context.req.param();
        if (endpoint.policy !== "anyone") {
          if (!actor) return problemResponse(401, "请先登录", "sign in first");
          await admit(world, actor, endpoint, key, params);
        }
        const query = endpoint.query ? parseWith(endpoint.query, context.req.query(), "query") : {};
        const { body, upload } = await readBody(context.req.raw, endpoint);
        const answer = await handler({
          world,
          params,
          query,
          body,
          upload,
          actor,
          store: actor && world.store.within({ organisation: actor.organisation }),
          act: (name: string, reason = "") => ({ name, actor: actor?.username ?? "", at: world.clock.now(), reason }),
          headers: context.req.raw.headers,
        });
        return respond(endpoint, answer);
      } catch (error) {
        return problemOf(error, (bug) =>
          world.log.error({ path: key, error: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) }, "request failed"),
        );
      }
    });
  }
}

/** @throws Problem 404 for organisations outside the actor's subtree, 403 where the role may not act. */
async function admit(world: World, actor: SignedIn, endpoint: Endpoint, key: Key, params: Readonly<Record<string, string>>): Promise<void> {
  if (endpoint.policy === "anyone") return;
  if (params.year !== undefined && !/^(19|20)\d{2}$/.test(params.year)) throw notFound();
  const organisation = params.organisation ?? actor.organisation;
  const within = organisation === actor.organisation || (await isWithin(world, actor.organisation, organisation));
  if (!within) throw notFound();
  if (actor.mustChangePassword && key !== "GET /api/me" && key !== "POST /api/me/password")
    throw new Problem(403, "请先修改初始密码", "change the initial password first");
  if (!policies[endpoint.policy](actor, { organisation, within })) throw forbidden();
}

/** Whether `organisation` stands below `root` in the tree of any year or today. */
async function isWithin(world: World, root: string, organisation: string): Promise<boolean> {
  return world.store.stands(organisation, root);
}

function respond(endpoint: Endpoint, answer: unknown): Response {
  if (endpoint.response === null) return new Response(null, { status: 204 });
  if ("file" in endpoint.response && typeof endpoint.response.file === "string") {
    const { name, bytes, type } = answer as FileBody;
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": type ?? endpoint.response.file,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        "x-content-type-options": "nosniff",
      },
    });
  }
  return new Response(JSON.stringify(answer), {
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });
}
