/** The store on a server that is not ours, as an ordinary user who may create neither roles nor databases. */
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { type ForeignServer, startForeignServer } from "./foreign-server.ts";
import { foundCities, knowledge } from "./store-city.ts";
import { describeStore } from "./store-contract.ts";

let server: ForeignServer;
let url = "";
beforeAll(async () => {
  server = await startForeignServer();
  url = await server.database("plain");
});
afterAll(() => server?.stop());

describeStore("a server of a URL", () => openStore({ url }, knowledge));

describe("on a server that is not ours", () => {
  it("takes a reader role where it may create one, and reads behind the same walls", async () => {
    const store = await openStore({ url: await server.database("able", "createrole") }, knowledge);
    await foundCities(store);
    const role = await sql<{ member: boolean }>`select pg_has_role('zhibao_reader', 'member') as member`.execute(store.database);
    expect(role.rows).toEqual([{ member: true }]);
    const seen = await store.as({ organisation: "K2" }).facts({ root: "C", years: [2018, 2019], acceptedOnly: false });
    expect(new Set(seen.map((fact) => `${fact.organisation}/${fact.year}`))).toEqual(new Set(["S2/2019"]));
    await store.close();
  });

  it("refuses to read for one organisation as a user whom no wall holds", async () => {
    const address = await server.database("unwalled", "bypassrls");
    const store = await openStore({ url: address }, knowledge);
    await expect(store.as({ organisation: "C" }).organisations()).rejects.toThrow(/行级安全/);
    await store.close();
  });

  it("says what an administrator must do where it may not create its schema", async () => {
    const [address] = await Promise.all([server.database("guest"), server.database("vacant")]);
    const elsewhere = address.replace(/guest$/, "vacant");
    await expect(openStore({ url: elsewhere }, knowledge)).rejects.toThrow(/create schema zhibao authorization/);
  });
});
