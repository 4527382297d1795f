/** A backup from one server comes back on another, whole and verified; a damaged one is refused before it touches anything. */
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresBackups } from "../../src/adapters/postgres/backups.ts";
import { migrate } from "../../src/adapters/postgres/migrate.ts";
import { openStore } from "../../src/adapters/postgres/open.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import { type ForeignServer, startForeignServer } from "./foreign-server.ts";
import { act, file, filing, foundCities, knowledge, wipe } from "./store-city.ts";

describe("backup and restore", () => {
  const quiet = (): void => undefined;
  const opened = (store: PostgresStore) => (): Promise<PostgresStore> => Promise.resolve(store);
  let home = "";
  let backup = "";
  let server: ForeignServer;
  let origin: PostgresStore;
  let target: PostgresStore;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "zhibao-backup-"));
    backup = join(home, "store.zhibao");
    server = await startForeignServer();
    origin = await openStore({ dataDir: join(home, "data") }, knowledge);
    target = await openStore({ url: await server.database("target") }, knowledge);
    await foundCities(origin);
    await origin.transaction((writer) => writer.changeState("S1", 2019, "draft", "accepted", act("accept")));
    await origin.seal(act("seal"));
    await postgresBackups.backup(origin, backup, quiet);
  });
  afterAll(async () => {
    await origin?.close();
    await target?.close();
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  });

  const everything = async (store: PostgresStore): Promise<unknown> => ({
    organisations: await store.organisations(),
    cycles: await store.cycles(),
    facts: await store.facts({ root: "C", years: [2018, 2019], acceptedOnly: false }),
    sums: await store.sums({ root: "C", years: [2018, 2019], acceptedOnly: true }),
    versions: await store.returnVersions("S1", 2019),
    history: await store.history("S1"),
  });

  it("brings everything back on another server, ready for more", async () => {
    await wipe(target);
    const counts = await postgresBackups.restore(opened(target), backup, quiet);
    expect(counts).toMatchObject({ organisations: 8, returns: 8, facts: 56, seals: 1 });
    expect(await everything(target)).toEqual(await everything(origin));
    await target.transaction((writer) => file(writer, filing("S2", 2019, { "t.staff": "7" })));
    expect((await target.verify()).problems).toEqual([]);
  });

  it("is for nobody else to read, and replaces an older file only when complete", async () => {
    expect((await stat(backup)).mode & 0o077).toBe(0);
    await expect(postgresBackups.backup(origin, join(home, "no", "such", "folder"), quiet)).rejects.toThrow("ENOENT");
  });

  it("loads a backup of an older schema and migrates it", async () => {
    await sql`drop schema zhibao cascade`.execute(target.database);
    await migrate(target.database, "0001-store");
    const older = join(home, "older.zhibao");
    await target.transaction((writer) => writer.saveOrganisations([{ code: "X", kind: "city", versions: [] }], act("org.import")));
    await postgresBackups.backup(target, older, quiet);
    await wipe(target);
    await postgresBackups.restore(opened(target), older, quiet);
    expect(await target.migrate()).toEqual([]);
    expect((await target.organisations()).map((each) => each.code)).toEqual(["X"]);
  });

  it("loads the edits of a store of before, one by one, into batches, and migrates a store that holds some", async () => {
    const edit = "0b8bb5d5-3a4e-4d0e-9a55-6f6f4f0f0001";
    const again = "0b8bb5d5-3a4e-4d0e-9a55-6f6f4f0f0002";
    await sql`drop schema zhibao cascade`.execute(target.database);
    await migrate(target.database, "0003-desk");
    await sql`insert into organisations (code, kind, versions) values ('X', 'city', '[]')`.execute(target.database);
    await sql`insert into working_heads values ('X', 2019, 2, 0)`.execute(target.database);
    await sql`insert into working_slots values ('X', 2019, 'form/a/b', '{"status": "value", "value": "7"}', 2, 'a', '甲', '2019-12-02')`.execute(
      target.database,
    );
    await sql`
      insert into working_edits values
        ('X', 2019, ${edit}, 'form/a/b', 1, null, '{"status": "value", "value": "6"}', 'a', '甲', '2019-12-01'),
        ('X', 2019, ${again}, 'form/a/b', 2, '{"status": "value", "value": "6"}', '{"status": "value", "value": "7"}', 'a', '甲', '2019-12-02')`.execute(
      target.database,
    );
    const older = join(home, "edits.zhibao");
    await postgresBackups.backup(target, older, quiet);
    const kept = async (): Promise<unknown> => {
      const rows = await target.database.selectFrom("working_edits").selectAll().orderBy("revision").execute();
      return rows.map(({ edit: id, slot, revision, before, after, at }) => ({ id, slot, revision, before, after, at }));
    };
    const expected = [
      { id: edit, slot: "form/a/b", revision: "1", before: null, after: { status: "value", value: "6" }, at: "2019-12-01" },
      {
        id: again,
        slot: "form/a/b",
        revision: "2",
        before: { status: "value", value: "6" },
        after: { status: "value", value: "7" },
        at: "2019-12-02",
      },
    ];
    expect(await target.migrate()).toEqual([
      "0004-saving",
      "0005-edit-ids",
      "0006-asking",
      "0007-saving-at-once",
      "0008-whole-forms",
      "0009-cells-and-looks",
    ]);
    expect(await kept()).toEqual(expected);
    await wipe(target);
    expect(await postgresBackups.restore(opened(target), older, quiet)).toMatchObject({ working_edits: 2 });
    expect(await kept()).toEqual(expected);
    // Sent again, the newest is known by its slot and the one before it by its batch.
    expect(await target.database.selectFrom("working_slots").select("edit").execute()).toEqual([{ edit: again }]);
    await target.transaction(async (_writer, { working }) => {
      const sent = [edit, again].map((id, at) => ({ id, slot: "form/a/b", base: at }));
      expect(Object.fromEntries((await working.lookUp("X", 2019, ["form/a/b"], sent)).known)).toEqual({
        [edit]: { slot: "form/a/b", revision: 1 },
        [again]: { slot: "form/a/b", revision: 2 },
      });
    });
  });

  it("refuses a store that holds something", async () => {
    await expect(postgresBackups.restore(opened(origin), backup, quiet)).rejects.toThrow(/空库/);
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ["no archive", () => Buffer.from("hello")],
    ["without its end", (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().split("\n").slice(0, -2).join("\n"))],
    ["with a changed value", (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('"value":"11"', '"value":"12"'))],
    [
      "without a row",
      (bytes: Buffer) =>
        gzipSync(
          gunzipSync(bytes)
            .toString()
            .replace(/\["facts".*\n/, ""),
        ),
    ],
    ["of another program", () => gzipSync('{"backup":"other"}\n')],
  ])("refuses a file %s and leaves the store empty", async (_, damage) => {
    await wipe(target);
    const broken = join(home, "broken.zhibao");
    await writeFile(broken, damage(await readFile(backup)));
    await expect(postgresBackups.restore(opened(target), broken, quiet)).rejects.toThrow(/不完整或已损坏/);
    expect(await target.organisations()).toEqual([]);
  });

  it("says which file is not there", async () => {
    await expect(postgresBackups.restore(opened(target), join(home, "absent"), quiet)).rejects.toThrow(/没有文件/);
  });
});
