/** Rows of some organisations that hold a word nobody else may ever read, in every table behind the walls. */
import { sql } from "kysely";
import { xuchangDocuments } from "../../demo/xuchang/workbooks.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import { projectFacts } from "../../src/core/formula/projection.ts";
import type { ReturnDocument } from "../../src/core/model/return.ts";
import { catalog, index, year } from "./fixture.ts";

/** A word that stands in the rows of one organisation alone. */
export const secretOf = (organisation: string): string => `秘密甲${organisation.replaceAll("-", "乙")}丙`;
/** A number that stands in one of its cells alone. */
export const numberOf = (organisation: string): string => `76543${organisation.replaceAll(/\D/g, "").slice(-5)}`;
/** The id of each of its rows that has one. */
export const idOf = (organisation: string): string => `11111111-1111-4111-8111-${organisation.replaceAll(/\D/g, "").padStart(12, "0")}`;

const origin = { file: "秘密.xlsx", sheet: "表", cell: "A1" };

export async function hide(store: PostgresStore, organisation: string): Promise<void> {
  const secret = secretOf(organisation);
  const id = idOf(organisation);
  const at = "2019-11-02T00:00:00.000Z";
  const by = { actor: secret, name: secret, at };
  const key = { organisation, year };
  const given = xuchangDocuments(index, catalog).find((each) => each.organisation === organisation && each.year === year);
  const base: ReturnDocument = given ?? { organisation, year, catalog, forms: {}, registers: {}, materials: [], explanations: {} };
  const [first] = Object.entries(base.forms);
  const [ledger, cells] = first ?? ["", {}];
  const [cell = ""] = Object.keys(cells);
  const document: ReturnDocument = {
    ...base,
    forms:
      cell === ""
        ? base.forms
        : { ...base.forms, [ledger]: { ...cells, [cell]: { status: "value", value: numberOf(organisation), origin } } },
    materials: [...base.materials, { id: "secret", section: "1", title: secret, text: secret, chosen: true, origin }],
    explanations: { ...base.explanations, "any-check": secret },
  };
  const { version } = await store.transaction(async (writer) => {
    const next = ((await writer.currentReturn(organisation, year))?.version ?? 0) + 1;
    const act = { name: "import", actor: secret, at, reason: secret };
    return writer.appendReturn({ document, state: "submitted", facts: projectFacts(index, document, next) }, act);
  });
  await store.database.transaction().execute(async (database) => {
    const content = { section: "1", title: secret, text: secret, chosen: true };
    await database
      .insertInto("working_heads")
      .values({ ...key, sequence: "1", applied: "0", settled: "1" })
      .execute();
    await database
      .insertInto("working_slots")
      .values({ ...key, slot: "material/secret", content, revision: "1", ...by })
      .execute();
    await database
      .insertInto("working_batches")
      .values({
        ...key,
        sequence: "1",
        edits: JSON.stringify([{ id, slot: "material/secret", revision: 1, before: null, after: content }]),
        ...by,
      })
      .execute();
    await database
      .insertInto("working_previews")
      .values({ ...key, id, actor: secret, edits: JSON.stringify([{ slot: "material/secret", base: 0, content }]), at })
      .execute();
    await database
      .insertInto("confirmations")
      .values({ ...key, ledger: "students.enrolment", ...by })
      .execute();
    await database
      .insertInto("signatures")
      .values({ ...key, version, hash: "0", ...by })
      .execute();
    await database
      .insertInto("requested_slots")
      .values({ ...key, version, slot: "material/secret", reason: secret })
      .execute();
    await database
      .insertInto("comments")
      .values({
        ...key,
        id,
        slot: "material/secret",
        thread: null,
        role: "reviewer",
        body: secret,
        resolved_name: null,
        resolved_at: null,
        ...by,
      })
      .execute();
    await sql`insert into corrections (organisation, year, id, slot, before, after, reason, state, actor, name, at)
      values (${organisation}, ${year}, ${id}, 'material/secret', 'null', 'null', ${secret}, 'requested', ${secret}, ${secret}, ${at})`.execute(
      database,
    );
    await database
      .insertInto("evidence_contents")
      .values({ organisation, hash: secret, content: Buffer.from(secret) })
      .execute();
    await database
      .insertInto("evidence")
      .values({
        ...key,
        id,
        place: "statement",
        name: secret,
        type: "application/pdf",
        size: 1,
        hash: secret,
        actor: secret,
        by: secret,
        at,
        withdrawn: false,
      })
      .execute();
    await database
      .insertInto("reminders")
      .values({ ...key, id, body: secret, read_by: [], ...by })
      .execute();
    await database
      .insertInto("mappings")
      .values({
        organisation,
        id,
        content: JSON.stringify({ name: secret, sheet: secret, headerRow: 1, organisationColumn: secret, columns: [] }),
      })
      .execute();
    await database
      .insertInto("acts")
      .values({ ...key, act: "return.sign", reason: secret, detail: secret, hash: null, ...by })
      .execute();
  });
}

/** Tables whose rows belong to one organisation each. */
const tables = [
  "organisations",
  "cycles",
  "breaks",
  "returns",
  "return_states",
  "return_heads",
  "facts",
  "register_rows",
  "history",
  "working_heads",
  "working_slots",
  "standing_slots",
  "working_batches",
  "working_edits",
  "working_previews",
  "confirmations",
  "signatures",
  "requested_slots",
  "comments",
  "corrections",
  "evidence_contents",
  "evidence",
  "reminders",
  "mappings",
  "acts",
  "user",
] as const;

/** Table → a hash over all rows of these organisations: whether anything of theirs was touched. */
export async function rowsOf(store: PostgresStore, organisations: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of tables) {
    const column = table === "organisations" ? "code" : "organisation";
    const { rows } = await sql<{ hash: string | null; count: number }>`
      select md5(string_agg(each::text, '|' order by each::text)) as hash, count(*)::integer as count
      from ${sql.table(table)} as each where ${sql.ref(`each.${column}`)} = any(${organisations}::text[])`.execute(store.database);
    found[table] = `${rows[0]?.count} ${rows[0]?.hash}`;
  }
  return found;
}
