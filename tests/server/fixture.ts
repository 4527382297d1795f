/** The server over a small season of the demo city: earlier years accepted, this year open, one account for each kind of person. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { xuchangOrganisations } from "../../demo/xuchang/organisations.ts";
import { xuchangDocuments } from "../../demo/xuchang/workbooks.ts";
import { createAccounts } from "../../src/adapters/accounts/accounts.ts";
import { createSetup } from "../../src/adapters/accounts/setup.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { sha256 } from "../../src/adapters/system/hash.ts";
import { ownAuditor } from "../../src/app/auditor.ts";
import { openCycle } from "../../src/app/cycles.ts";
import { importOrganisations } from "../../src/app/organisations.ts";
import type { Mailer } from "../../src/app/mailer.ts";
import type { Role } from "../../src/app/policies/actor.ts";
import type { Act } from "../../src/app/ports.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import { isInForce } from "../../src/core/definition/ledger.ts";
import { cellKey, type ReturnDocument } from "../../src/core/model/return.ts";
import { membersKey } from "../../src/core/model/selection.ts";
import { projectFacts } from "../../src/core/formula/projection.ts";
import { combinations } from "../../src/core/formula/total.ts";
import { unit } from "../../src/core/quantity/unit.ts";
import { readAnyDocument } from "../../src/main/documents.ts";
import { lazyAuditWriters, lazyBackups, lazyStatements, lazyWriters } from "../../src/main/lazy.ts";
import { createApp } from "../../src/server/app.ts";
import type { World } from "../../src/server/world.ts";
import { bringSeason } from "./kept-season.ts";

export const index = new KnowledgeIndex(knowledge);
export const catalog = "fixture";
export const year = 2019;
export const password = "fixture-password-1";

/** Slots of all cells of forms that schools fill in `year` and that take any whole number. */
export const schoolCells: readonly string[] = index.knowledge.ledgers
  .filter((ledger) => ledger.kind === "form" && ledger.reportedBy.includes("school") && isInForce(ledger, year))
  .flatMap(({ code }) =>
    (index.elementsByLedger.get(code) ?? [])
      .filter((element) => isInForce(element, year) && unit(element.unit).kind !== "share")
      .flatMap((element) =>
        combinations(index, element.dimensions).map((members) => `form/${code}/${cellKey(element.code, membersKey(members))}`),
      ),
  );

/** School A of the tests is 411000-01 (at the city), school B 411000-09 (in the county 411081). */
export const people: readonly { username: string; role: Role; org: string; ledgers?: readonly string[] }[] = [
  { username: "clerk-a", role: "clerk", org: "411000-01" },
  { username: "clerk-a2", role: "clerk", org: "411000-01" },
  { username: "students-a", role: "clerk", org: "411000-01", ledgers: ["students.enrolment"] },
  { username: "department-a", role: "departmentHead", org: "411000-01" },
  { username: "head-a", role: "head", org: "411000-01" },
  { username: "clerk-b", role: "clerk", org: "411000-09" },
  { username: "department-b", role: "departmentHead", org: "411000-09" },
  { username: "head-b", role: "head", org: "411000-09" },
  { username: "reviewer", role: "reviewer", org: "411081" },
  { username: "editor", role: "editor", org: "411000" },
  { username: "leader", role: "leader", org: "411000" },
  { username: "administrator", role: "administrator", org: "411000" },
  { username: "reader", role: "reader", org: "411000" },
];

export interface Answer {
  readonly status: number;
  /** Parsed JSON; null for files and empty answers. */
  readonly json: never;
  readonly bytes: Uint8Array;
  readonly type: string;
}

export interface Fixture {
  readonly app: Hono;
  readonly world: World;
  readonly store: PostgresStore;
  readonly dataDir: string;
  /** A request of one person: `as("clerk-a")("GET", "/api/me")`. A FormData is sent as such, other bodies as JSON. */
  as(username: string, app?: Hono): (method: string, path: string, body?: unknown) => Promise<Answer>;
  close(): Promise<void>;
}

const act = (name: string): Act => ({ name, actor: "fixture", at: "2019-11-01T00:00:00.000Z", reason: "" });

/**
 * @param filed organisations whose returns of this year exist as drafts, complete and true.
 * @param now where the clock stands; it runs where left out.
 */
export async function openFixture({
  filed = [],
  now,
  mailer = null,
}: { filed?: readonly string[]; now?: string; mailer?: Mailer | null } = {}): Promise<Fixture> {
  const home = await mkdtemp(join(tmpdir(), "zhibao-server-test-"));
  const dataDir = join(home, "data");
  await bringSeason(dataDir, makeSeason);
  const store = await openStore({ dataDir }, storeKnowledge(index, catalog));
  for (const document of xuchangDocuments(index, catalog))
    if (document.year === year && filed.includes(document.organisation)) await append(store, document, "draft");
  const world = worldOver(store, { ...(now === undefined ? {} : { now }), mailer });
  const app = createApp(world);
  const cookies = new Map<string, Promise<string>>();
  return {
    app,
    world,
    store,
    dataDir,
    as:
      (username, asked = app) =>
      async (method, path, body) => {
        let cookie = cookies.get(username);
        if (!cookie) cookies.set(username, (cookie = signIn(app, username)));
        const sent = body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body);
        const response = await asked.request(path, {
          method,
          headers: { cookie: await cookie, ...(typeof sent === "string" ? { "content-type": "application/json" } : {}) },
          ...(sent === undefined ? {} : { body: sent }),
        });
        const bytes = new Uint8Array(await response.arrayBuffer());
        const type = response.headers.get("content-type") ?? "";
        const json = (type.includes("json") ? JSON.parse(new TextDecoder().decode(bytes)) : null) as never;
        return { status: response.status, json, bytes, type };
      },
    close: async () => {
      await store.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** What every fixture begins with: the tree, two cycles, the year before accepted, and the accounts. */
async function makeSeason(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir }, storeKnowledge(index, catalog));
  try {
    await importOrganisations(store, xuchangOrganisations, act("org.import"));
    for (const each of [year - 1, year])
      await openCycle(
        store,
        {
          organisation: "411000",
          year: each,
          period: "calendarYear",
          outlines: { city: "2016-city", school: "2016-school" },
          catalog,
          sample: true,
        },
        act("cycle.open"),
      );
    for (const document of xuchangDocuments(index, catalog)) if (document.year === year - 1) await append(store, document, "accepted");
    const { accounts } = worldOver(store);
    for (const { username, role, org, ledgers = null } of people)
      await accounts.create({
        username,
        name: `示例·${username}`,
        role,
        organisation: org,
        ledgers,
        email: null,
        password,
        mustChangePassword: false,
      });
  } finally {
    await store.close();
  }
}

async function append(store: PostgresStore, document: ReturnDocument, state: "draft" | "accepted"): Promise<void> {
  await store.transaction((writer) => writer.appendReturn({ document, state, facts: projectFacts(index, document, 1) }, act("import")));
}

/** What a server needs, over a store that is open: without log, demo or pages. */
export function worldOver(store: PostgresStore, { now, mailer = null }: { now?: string; mailer?: Mailer | null } = {}): World {
  return {
    index,
    catalog,
    clock: { now: () => now ?? new Date().toISOString() },
    store,
    accounts: createAccounts({ database: store.database, secret: "s".repeat(64), secure: false }),
    setup: createSetup(store.database),
    backups: lazyBackups,
    spreadsheets: excelSpreadsheets,
    writers: lazyWriters,
    statements: lazyStatements,
    documents: { read: readAnyDocument },
    auditWriters: lazyAuditWriters,
    auditor: ownAuditor(index),
    mailer,
    log: {
      info: () => undefined,
      error: (entry) => console.error(entry),
    },
    sha256,
    demoAccounts: null,
    webRoot: null,
    secure: false,
    version: "0.0.0-test",
  };
}

/** The cookie of a new session. */
export async function signIn(app: Hono, username: string): Promise<string> {
  const response = await app.request("/api/auth/sign-in/username", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  if (response.status !== 200) throw new Error(`${username} could not sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
