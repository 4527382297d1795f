/** What lies on the desk of the demo city beside its returns: confirmations, signatures, what was given back, remarks. */
import type { PostgresStore } from "../../adapters/postgres/store.ts";
import type { Role } from "../../app/policies/actor.ts";
import { ledgersOwed } from "../../app/desk/slot-guard.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { personAt } from "./accounts.ts";
import { filling, returned } from "./plan.ts";

const city = "411000";

/** @param filed organisations that signed and filed this year. */
export async function recordDesk(
  store: PostgresStore,
  index: KnowledgeIndex,
  years: readonly number[],
  year: number,
  filed: readonly string[],
): Promise<void> {
  await confirmLedgers(store, index, year, filling.organisation, filling.confirmed);
  // Whoever filed had every ledger confirmed; a return given back keeps what nobody edited since.
  for (const { code, kind } of await store.organisations())
    if (filed.includes(code))
      await confirmLedgers(
        store,
        index,
        year,
        code,
        ledgersOwed(index, kind, year).map((ledger) => ledger.code),
      );
  for (const each of years) await sign(store, each, each === year ? filed : null);
  await store.within({ organisation: city }).transaction(async (writer, desk) => {
    const { organisation, cells, remarks } = returned;
    const version = (await writer.currentReturn(organisation, year))?.version ?? 1;
    await desk.requests.request(organisation, year, version, cells);
    for (const [at, { slot, text }] of remarks.entries())
      await desk.comments.add({
        organisation,
        year,
        slot,
        text,
        id: `00000000-0000-4000-8000-00000000000${at}`,
        thread: null,
        resolved: null,
        ...person(city, "editor"),
        role: "editor",
        at: `2020-01-07T07:0${at}:00.000Z`,
      });
  });
}

async function confirmLedgers(
  store: PostgresStore,
  index: KnowledgeIndex,
  year: number,
  organisation: string,
  confirmed: readonly string[],
): Promise<void> {
  const rows = confirmed.map((ledger, at) => ({
    organisation,
    year,
    ledger,
    at: `2020-01-06T0${1 + Math.floor(at / 12)}:${10 + (at % 12) * 4}:00.000Z`,
    ...person(organisation, "departmentHead"),
  }));
  await store.database
    .insertInto("confirmations")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const acts = rows.map(({ ledger, ...row }) => ({ ...row, act: "ledger.confirm", detail: index.ledgers.get(ledger)?.zh ?? ledger }));
  await store.within({ organisation }).transaction((_, desk) => desk.acts.record(acts));
}

export const signedAt = (year: number): string => `${year + 1}-01-06T06:10:00.000Z`;

/** The heads' signatures under the newest versions. @param filed null: everybody's. */
async function sign(store: PostgresStore, year: number, filed: readonly string[] | null): Promise<void> {
  const states = await store.returnStates(city, year);
  const rows = states
    .filter(({ organisation }) => filed === null || filed.includes(organisation))
    .map(({ organisation, version, hash }) => ({
      organisation,
      year,
      version,
      hash,
      at: signedAt(year),
      ...person(organisation, organisation === city ? "leader" : "head"),
    }));
  await store.database
    .insertInto("signatures")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function person(organisation: string, role: Role): { readonly actor: string; readonly name: string } {
  const { username, name } = personAt(organisation, role);
  return { actor: username, name };
}
