/** The season of the benchmark: a city of schools, five clerks each, signed in; made in the store before the server starts. */
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { createAccounts } from "../../src/adapters/accounts/accounts.ts";
import { setting } from "../../src/adapters/postgres/desk/settings.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { openCycle } from "../../src/app/cycles.ts";
import { importOrganisations } from "../../src/app/organisations.ts";
import type { Store } from "../../src/app/ports.ts";
import { projectFacts } from "../../src/core/formula/projection.ts";
import { combinations } from "../../src/core/formula/total.ts";
import { cellKey, type FormCell } from "../../src/core/model/return.ts";
import { membersKey } from "../../src/core/model/selection.ts";
import { isInForce } from "../../src/core/definition/ledger.ts";
import { unit } from "../../src/core/quantity/unit.ts";
import { productionEnvironment } from "../../src/main/environment.ts";

export const year = 2019;
export const city = "411000";
export const clerksPerSchool = 5;
const earlier = [2016, 2017, 2018];

export interface Clerk {
  readonly username: string;
  readonly organisation: string;
  readonly cookie: string;
  /** Slots that this clerk alone fills. */
  readonly slots: readonly string[];
}

const act = (name: string) => ({ name, actor: "bench", at: "2019-12-01T00:00:00.000Z", reason: "" });
const environment = productionEnvironment();

/** Slots of cells that take any whole number, of forms that schools fill. */
export function schoolSlots(): string[] {
  const { index } = environment;
  return index.knowledge.ledgers
    .filter((ledger) => ledger.kind === "form" && ledger.reportedBy.includes("school") && isInForce(ledger, year))
    .flatMap((ledger) =>
      (index.elementsByLedger.get(ledger.code) ?? [])
        .filter((element) => isInForce(element, year) && unit(element.unit).kind !== "share")
        .flatMap((element) =>
          combinations(index, element.dimensions).map((members) => `form/${ledger.code}/${cellKey(element.code, membersKey(members))}`),
        ),
    );
}

/** A year that was filed and accepted: what this year is compared with. */
async function fileEarlier(store: Store, organisation: string, filed: number): Promise<void> {
  const { index, catalog } = environment;
  const forms: Record<string, Record<string, FormCell>> = {};
  for (const [at, slot] of schoolSlots().entries()) {
    const [, ledger = "", cell = ""] = slot.split("/");
    const value = String(100 + ((at * 7 + filed + Number(organisation.slice(-2))) % 50));
    (forms[ledger] ??= {})[cell] = { status: "value", value, origin: { file: "bench", sheet: ledger, cell } };
  }
  const document = { organisation, year: filed, catalog, forms, registers: {}, materials: [], explanations: {} };
  const facts = projectFacts(index, document, 1);
  await store.transaction((writer) => writer.appendReturn({ document, state: "accepted", facts }, act("import")));
}

/** Founds the season in `data` and signs everybody in; the clerks in order of their schools. */
export async function foundSeason(data: string, schools: number): Promise<Clerk[]> {
  const { index, catalog } = environment;
  const store = await openStore({ dataDir: data }, storeKnowledge(index, catalog));
  try {
    const version = (name: string, parent: string | null) => [{ from: "1949-10-01", to: null, name, parent, attributes: {} }];
    const codes = Array.from({ length: schools }, (_, at) => `${city}-${String(at + 1).padStart(2, "0")}`);
    await importOrganisations(
      store,
      [
        { code: city, kind: "city", versions: version("许昌市", null) },
        ...codes.map((code) => ({ code, kind: "school" as const, versions: version(`示例学校 ${code}`, city) })),
      ],
      act("org.import"),
    );
    const outlines = { city: "2016-city", school: "2016-school" };
    for (const each of [...earlier, year])
      await openCycle(
        store,
        { organisation: city, year: each, period: "calendarYear", outlines, catalog, sample: true },
        act("cycle.open"),
      );
    for (const organisation of codes) for (const each of earlier) await fileEarlier(store, organisation, each);
    const secret = await setting(store.database, "cookie-secret", () => randomBytes(32).toString("hex"));
    const accounts = createAccounts({ database: store.database, secret, secure: false });
    // One account is made as everybody's are, the others in one statement: hashing 500 passwords takes half a minute.
    const first = { username: "bench-0", name: "示例·0", role: "clerk" as const, organisation: codes[0]!, ledgers: null, email: null };
    await accounts.create({ ...first, password: "bench-password", mustChangePassword: false });
    const slots = schoolSlots();
    const clerks = codes.flatMap((organisation) =>
      Array.from({ length: clerksPerSchool }, (_, at) => ({
        id: randomUUID(),
        username: `${organisation}-${at}`,
        organisation,
        token: randomBytes(16).toString("hex"),
        slots: slots.filter((_slot, position) => position % clerksPerSchool === at),
      })),
    );
    const rows = JSON.stringify(clerks.map(({ id, username, organisation, token }) => ({ id, username, organisation, token })));
    await sql`
      with made as (select * from jsonb_to_recordset(${rows}::jsonb) as made(id text, username text, organisation text, token text)),
      people as (
        insert into "user" ("id", "name", "email", "emailVerified", "username", "displayUsername", "role", "organisation")
        select id, '示例·' || username, id || '@zhibao.invalid', false, username, username, 'clerk', organisation from made
      )
      insert into "session" ("id", "expiresAt", "token", "userId") select id, now() + interval '12 hours', token, id from made`.execute(
      store.database,
    );
    return clerks.map(({ username, organisation, token, slots: own }) => ({
      username,
      organisation,
      slots: own,
      cookie: `zhibao.session_token=${encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`)}`,
    }));
  } finally {
    await store.close();
  }
}
