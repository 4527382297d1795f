/** Mounts a group of endpoints: asks who is there and whether they may, reads and checks what came, answers. */
import type { Hono } from "hono";
import type { SignedIn } from "../app/accounts.ts";
import { personHeader } from "../app/policies/believed-person.ts";
import { policies } from "../app/policies/policies.ts";
import { type Endpoint, type Endpoints, type Key, type Method, organisationCode } from "./contract/endpoint.ts";
import type { FileBody, Handlers } from "./handler.ts";
import { forbidden, notFound, otherPersonResponse, Problem, problemOf, problemResponse } from "./problem.ts";
import { parseWith, readBody, unstorable } from "./read-request.ts";
import type { World } from "./world.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** The contract's path, for the log: paths as they came carry codes and ids. */
    template: string;
    /** Id of the account that asks; null without a session. */
    account: string | null;
  }
}

type AnyCall = Readonly<Record<string, unknown>>;
type AnyHandler = (call: AnyCall) => Promise<unknown>;

/** The world as the endpoints are mounted on it. */
export interface Mounted extends World {
  /** "off" only in tests, which see what the walls beneath the policies hold. */
  readonly policies: "on" | "off";
}

export function mount<Group extends Endpoints>(app: Hono, world: Mounted, endpoints: Group, handlers: Handlers<Group>): void {
  for (const [key, endpoint] of Object.entries(endpoints) as [Key, Endpoint][]) {
    const [method, path] = key.split(" ", 2) as [Method, string];
    const handler = (handlers as unknown as Readonly<Record<string, AnyHandler>>)[key]!;
    app.on(method, pathPattern(path), async (context) => {
      context.set("template", path);
      try {
        const actor = await world.accounts.signedIn(context.req.raw.headers);
        context.set("account", actor?.id ?? null);
        const params = context.req.param();
        if (endpoint.policy !== "anyone") {
          if (!actor) return problemResponse(401, "请先登录", "sign in first");
          if (speaksForAnother(actor, context.req.raw.headers)) return otherPersonResponse();
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

/** The page that asks was opened by somebody else than who is signed in by now. */
export function speaksForAnother(actor: SignedIn | null, headers: Headers): boolean {
  const named = headers.get(personHeader);
  return actor !== null && named !== null && named !== actor.id;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A contract's path as the router writes it. */
export const pathPattern = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

/** @throws Problem 404 for organisations outside the actor's subtree, 403 where the role may not act. */
async function admit(
  world: Mounted,
  actor: SignedIn,
  endpoint: Endpoint,
  key: Key,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  if (endpoint.policy === "anyone") return;
  if (params.year !== undefined && !/^(19|20)\d{2}$/.test(params.year)) throw notFound();
  if (params.organisation !== undefined && !organisationCode.safeParse(params.organisation).success) throw notFound();
  // Whatever has an id in the contract has a UUID.
  if (params.id !== undefined && !uuid.test(params.id)) throw notFound();
  if (Object.values(params).some((value) => unstorable.test(value))) throw notFound();
  const organisation = params.organisation ?? actor.organisation;
  const year = params.year === undefined ? undefined : Number(params.year);
  const within = organisation === actor.organisation || (await world.store.stands(organisation, actor.organisation, year));
  if (!within && world.policies === "on") throw notFound();
  if (actor.mustChangePassword && key !== "GET /api/me" && key !== "POST /api/me/password")
    throw new Problem(403, "请先修改初始密码", "change the initial password first");
  if (world.policies === "on" && !policies[endpoint.policy](actor, { organisation, within })) throw forbidden();
}

function respond(endpoint: Endpoint, answer: unknown): Response {
  if (answer instanceof Response) return answer;
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
