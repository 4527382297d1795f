/** What every store must do, whatever server it stands on: run by store-embedded.test.ts and store-url.test.ts. */
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { entryHash } from "../../src/adapters/postgres/history.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import { ConflictError, type FactQuery } from "../../src/app/ports.ts";
import type { Fact } from "../../src/core/model/fact.ts";
import { membersKey } from "../../src/core/model/selection.ts";
import { act, cycle, file, filing, foundCities, organisations, wipe } from "./store-city.ts";

const query = (root: string, ...years: number[]): FactQuery => ({ root, years, acceptedOnly: false });
const accepted = (root: string, ...years: number[]): FactQuery => ({ ...query(root, ...years), acceptedOnly: true });
const brief = (facts: readonly Fact[]): string[] =>
  facts.map(
    (fact) =>
      `${fact.organisation}/${fact.year}/${[fact.element, membersKey(fact.members), fact.key ?? ""].filter(Boolean).join("#")}=${fact.value ?? fact.status}`,
  );

/** @param connect opens the same store every time it is called. */
export function describeStore(name: string, connect: () => Promise<PostgresStore>): void {
  describe(`the store on ${name}`, () => {
    let store: PostgresStore;
    beforeAll(async () => {
      store = await connect();
    });
    beforeEach(() => wipe(store));
    afterAll(() => store?.close());

    const staff = async (root: string, year: number, basis = query): Promise<string | undefined> =>
      (await store.sums(basis(root, year))).find((sum) => sum.element === "t.staff")?.total;
    const firm = async (): Promise<void> => expect((await store.verify()).problems).toEqual([]);

    it("applies migrations once", async () => {
      expect(await store.migrate()).toEqual([]);
      await sql`drop schema zhibao cascade`.execute(store.database);
      const [first, second] = await Promise.all([store.migrate(), store.migrate()]);
      expect([first, second].toSorted((left, right) => right.length - left.length)).toEqual([
        [
          "0001-store",
          "0002-citus",
          "0003-desk",
          "0004-saving",
          "0005-edit-ids",
          "0006-asking",
          "0007-saving-at-once",
          "0008-whole-forms",
          "0009-cells-and-looks",
        ],
        [],
      ]);
    });

    it("refuses a schema that was tampered with or is newer", async () => {
      await sql`update zhibao.migrations set checksum = 'x' where name = '0001-store'`.execute(store.database);
      await expect(store.migrate()).rejects.toThrow(/0001-store/);
      await wipe(store);
      await sql`insert into zhibao.migrations (name, checksum) values ('9999-future', 'x')`.execute(store.database);
      await expect(store.migrate()).rejects.toThrow(/9999-future/);
    });

    it("gives back organisations, cycles and breaks as they were told", async () => {
      await foundCities(store);
      const broken = { organisation: "C", measure: "t.staff", year: 2019, reason: "口径变化：不含技工学校" };
      await store.transaction((writer) => writer.saveBreak(broken, act("break")));
      expect(await store.organisations()).toEqual([...organisations].sort((left, right) => (left.code < right.code ? -1 : 1)));
      expect(await store.cycles("C")).toEqual([cycle("C", 2018), cycle("C", 2019)]);
      expect(await store.cycles()).toHaveLength(4);
      expect(await store.breaks()).toEqual([broken]);
      await firm();
    });

    it("keeps every version of a return with its state", async () => {
      await foundCities(store);
      const second = filing("S1", 2019, { "t.staff": "99" });
      await store.transaction((writer) => file(writer, second, "draft", "更正"));
      await store.transaction((writer) => writer.changeState("S1", 2019, "draft", "submitted", act("submit", "完")));
      const versions = await store.returnVersions("S1", 2019);
      expect(versions.map(({ version, state, reason }) => [version, state, reason])).toEqual([
        [1, "draft", ""],
        [2, "submitted", "完"],
      ]);
      expect((await store.currentReturn("S1", 2019))?.document).toEqual(second);
      expect(await store.currentReturn("S1", 2017)).toBe(null);
      expect((await store.returnStates("C", 2019)).map(({ organisation, version, state }) => [organisation, version, state])).toEqual([
        ["S1", 2, "submitted"],
        ["S2", 1, "draft"],
        ["S3", 1, "draft"],
      ]);
      await firm();
    });

    it("gives back facts with their three states, members, keys and places", async () => {
      await foundCities(store);
      expect(brief(await store.facts(query("S1", 2018)))).toEqual([
        "S1/2018/t.firmCount#S1=1",
        "S1/2018/t.firmCount#firm1=1",
        "S1/2018/t.firmHours=3",
        "S1/2018/t.staff=11",
        "S1/2018/t.students#gender=female=5.50",
        "S1/2018/t.students#gender=male=notApplicable",
        "S1/2018/t.teachers=missing",
      ]);
      const [fact] = (await store.facts(query("S1", 2018))).filter((each) => each.element === "t.staff");
      expect(fact).toEqual({
        element: "t.staff",
        organisation: "S1",
        year: 2018,
        vintage: 2018,
        members: {},
        status: "value",
        value: "11",
        origin: { file: "S1.xlsx", sheet: "表", cell: "C3", version: 1 },
      });
    });

    it("reads a subtree by the tree of each year", async () => {
      await foundCities(store);
      const owners = async (root: string, year: number): Promise<string[]> => [
        ...new Set((await store.facts(query(root, year))).map((fact) => fact.organisation)),
      ];
      expect(await owners("K1", 2018)).toEqual(["S1", "S2"]);
      expect(await owners("K1", 2019)).toEqual(["S1"]);
      expect(await owners("K2", 2019)).toEqual(["S2"]);
      expect(await owners("C", 2019)).toEqual(["S1", "S2", "S3"]);
      expect((await store.filings(query("K2", 2018, 2019))).map((each) => [each.organisation, each.year])).toEqual([["S2", 2019]]);
    });

    it("reads only accepted returns when asked to", async () => {
      await foundCities(store);
      await store.transaction((writer) => writer.changeState("S2", 2019, "draft", "accepted", act("accept")));
      expect(new Set((await store.facts(accepted("C", 2019))).map((fact) => fact.organisation))).toEqual(new Set(["S2"]));
      expect((await store.filings(accepted("C", 2019))).map((each) => each.state)).toEqual(["accepted"]);
      expect([await staff("C", 2019, accepted), await staff("K1", 2019, accepted), await staff("C", 2019)]).toEqual([
        "16",
        undefined,
        "48",
      ]);
      await store.transaction((writer) => writer.changeState("S2", 2019, "accepted", "returned", act("return", "有误")));
      expect(await staff("C", 2019, accepted)).toBe(undefined);
      await firm();
    });

    it("keeps sums through new versions, folding, and a reorganisation", async () => {
      await foundCities(store);
      expect(await Promise.all([staff("C", 2018), staff("K1", 2018), staff("K2", 2018), staff("D", 2018)])).toEqual([
        "36",
        "23",
        undefined,
        "14",
      ]);
      await store.transaction((writer) => file(writer, filing("S1", 2018, { "t.staff": "0.5" })));
      expect(await Promise.all([staff("C", 2018), staff("K1", 2018)])).toEqual(["25.5", "12.5"]);
      const moved = { ...organisations[4]!, versions: [{ ...organisations[4]!.versions[0]!, to: null, parent: "D" }] };
      await store.transaction((writer) => writer.saveOrganisations([moved], act("org.import")));
      expect(await Promise.all([staff("C", 2018), staff("K1", 2018), staff("D", 2018)])).toEqual(["13.5", "0.5", "26"]);
      expect((await store.sums(query("D", 2018))).find((sum) => sum.element === "t.students" && sum.members.gender === "female")).toEqual({
        element: "t.students",
        year: 2018,
        members: { gender: "female" },
        total: "11",
        present: 2,
        missing: 0,
      });
      expect((await store.sums(query("D", 2018))).find((sum) => sum.element === "t.teachers")).toMatchObject({
        total: "0",
        present: 0,
        missing: 2,
      });
      await firm();
      await store.close();
      store = await connect();
      expect(await staff("D", 2018)).toBe("26");
      expect((await sql<{ count: number }>`select count(*)::integer as count from sum_deltas`.execute(store.database)).rows[0]?.count).toBe(
        0,
      );
      await firm();
    });

    it("follows register rows over versions", async () => {
      await foundCities(store);
      await store.transaction((writer) => file(writer, filing("S1", 2019, {}, ["firm1", "firm2"])));
      const rows = (await store.registerRows({ root: "K1", year: 2019, ledger: "t.firms" })).map((row) => [
        row.id,
        row.version,
        row.withdrawn,
        row.naturalKey,
      ]);
      expect(rows).toEqual([
        ["S1-S1", 2, true, '["S1"]'],
        ["S1-firm1", 1, false, '["firm1"]'],
        ["S1-firm2", 2, false, '["firm2"]'],
      ]);
      await firm();
    });

    it("stores all of a transaction or nothing", async () => {
      await foundCities(store);
      const before = await store.facts(query("C", 2019));
      await expect(
        store.transaction(async (writer) => {
          await file(writer, filing("S1", 2019, { "t.staff": "1" }));
          throw new Error("changed my mind");
        }),
      ).rejects.toThrow("changed my mind");
      expect(await store.facts(query("C", 2019))).toEqual(before);
      expect(await store.history("S1")).toHaveLength(3);
    });

    it("shows one state of everything to a snapshot", async () => {
      await foundCities(store);
      await store.snapshot(async (reader) => {
        const before = await reader.facts(query("C", 2019));
        await store.transaction((writer) => file(writer, filing("S1", 2019, { "t.staff": "1" })));
        expect(await reader.facts(query("C", 2019))).toEqual(before);
        expect((await reader.filings(query("S1", 2019)))[0]?.version).toBe(1);
      });
    });

    describe("with several at once", () => {
      it("queues those who change one return, so that none is lost", async () => {
        await foundCities(store);
        const add = (): Promise<unknown> =>
          store.transaction(async (writer) => {
            const current = await writer.currentReturn("D1", 2020);
            const staffNow = Number(current?.document.forms["t.form"]?.["t.staff"]?.value ?? 0);
            await file(writer, filing("D1", 2020, { "t.staff": String(staffNow + 1) }));
          });
        await Promise.all(Array.from({ length: 12 }, add));
        expect(await staff("D", 2020)).toBe("12");
        expect((await store.history("D1")).filter((entry) => entry.year === 2020)).toHaveLength(12);
        await firm();
      });

      it("refuses a version projected from an outdated one", async () => {
        await foundCities(store);
        const document = filing("S1", 2019, { "t.staff": "1" });
        const facts = [
          {
            element: "t.staff",
            organisation: "S1",
            year: 2019,
            vintage: 2019,
            members: {},
            status: "value" as const,
            value: "1",
            origin: { file: "", sheet: "", cell: "", version: 1 },
          },
        ];
        await expect(
          store.transaction((writer) => writer.appendReturn({ document, state: "draft", facts }, act("import"))),
        ).rejects.toThrow(ConflictError);
      });

      it("lets one of two change a state", async () => {
        await foundCities(store);
        const submit = (): Promise<void> =>
          store.transaction((writer) => writer.changeState("S1", 2019, "draft", "submitted", act("submit")));
        const outcomes = await Promise.allSettled([submit(), submit()]);
        expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
        expect(outcomes.find((outcome) => outcome.status === "rejected")?.reason).toBeInstanceOf(ConflictError);
        await firm();
      });

      it("turns a deadlock into a conflict", async () => {
        await foundCities(store);
        const both = (first: string, second: string): Promise<void> =>
          store.transaction(async (writer) => {
            await file(writer, filing(first, 2019, {}));
            await new Promise((resolve) => setTimeout(resolve, 200));
            await file(writer, filing(second, 2019, {}));
          });
        const outcomes = await Promise.allSettled([both("S1", "S2"), both("S2", "S1")]);
        const failed = outcomes.filter((outcome) => outcome.status === "rejected");
        expect(failed.map((outcome) => outcome.reason instanceof ConflictError)).toEqual([true]);
        await firm();
      });

      it("keeps sums right while schools hand in, the tree changes and deltas are folded", async () => {
        await foundCities(store);
        const other = await connect();
        const schools = ["S1", "S2", "S3", "D1"];
        const filings = Array.from({ length: 60 }, (_, at) =>
          (at % 2 === 0 ? store : other).transaction((writer) =>
            file(writer, filing(schools[at % 4]!, 2018 + (at % 3), { "t.staff": String(at) })),
          ),
        );
        const moves = ["K1", "K2", "D", "K1"].map((parent) =>
          other.transaction((writer) =>
            writer.saveOrganisations(
              [{ code: "S3", kind: "school", versions: [{ from: "2000-01-01", to: null, name: "三校", parent, attributes: {} }] }],
              act("org.import"),
            ),
          ),
        );
        const outcomes = await Promise.allSettled<unknown>([...filings, ...moves]);
        const failures = outcomes.filter((outcome) => outcome.status === "rejected").map((outcome) => outcome.reason as unknown);
        expect(failures.filter((failure) => !(failure instanceof ConflictError))).toEqual([]);
        await other.close();
        await firm();
      });
    });

    describe("behind the walls", () => {
      it("shows an organisation its subtree by the tree of each year, and nothing beside or above", async () => {
        await foundCities(store);
        await store.transaction((writer) => file(writer, filing("C", 2019, { "t.staff": "1000" })));
        const seen = async (as: string): Promise<string[]> =>
          [
            ...new Set(
              (await store.as({ organisation: as }).facts(query("C", 2018, 2019))).map((fact) => `${fact.organisation}/${fact.year}`),
            ),
          ].sort();
        expect(await seen("C")).toEqual(["C/2019", "S1/2018", "S1/2019", "S2/2018", "S2/2019", "S3/2018", "S3/2019"]);
        expect(await seen("K1")).toEqual(["S1/2018", "S1/2019", "S2/2018"]);
        expect(await seen("K2")).toEqual(["S2/2019"]);
        expect(await seen("S1")).toEqual(["S1/2018", "S1/2019"]);
        expect(await seen("D")).toEqual([]);
        expect(await seen("nobody")).toEqual([]);
      });

      it("shows an organisation to those above it from the moment it is entered, and a closed one where it last stood", async () => {
        await foundCities(store);
        const version = { from: "2030-01-01", to: null, name: "新校", parent: "K2", attributes: {} };
        const fresh = { code: "S9", kind: "school" as const, versions: [version] };
        await store.transaction((writer) => writer.saveOrganisations([fresh], act("org.create")));
        const codes = async (organisation: string) => (await store.as({ organisation }).organisations()).map((each) => each.code);
        expect(await codes("K2")).toContain("S9");
        expect(await codes("S9")).toEqual(["C", "K2", "S9"]);
        expect(await codes("K1")).not.toContain("S9");
        expect([await store.stands("S9", "C"), await store.stands("S9", "K1"), await store.stands("S9", "C", 2019)]).toEqual([
          true,
          false,
          false,
        ]);
        expect([await store.stands("S2", "K1"), await store.stands("S2", "K2"), await store.stands("S2", "K1", 2018)]).toEqual([
          false,
          true,
          true,
        ]);
        const closed = { ...fresh, versions: [{ ...version, to: "2031-01-01" }] };
        await store.transaction((writer) => writer.saveOrganisations([closed], act("org.close")));
        expect(await codes("K2")).toContain("S9");
        await firm();
      });

      it("holds for every way of reading", async () => {
        await foundCities(store);
        const [county, school, neighbour] = ["K1", "S1", "D1"].map((organisation) => store.as({ organisation }));
        expect((await county!.facts(query("S1", 2019))).length).toBeGreaterThan(0);
        expect((await county!.filings(query("C", 2019))).map((each) => each.organisation)).toEqual(["S1"]);
        expect((await county!.returnStates("C", 2018)).map((each) => each.organisation)).toEqual(["S1", "S2"]);
        expect(await school!.currentReturn("S2", 2019)).toBe(null);
        expect(await county!.returnVersions("S2", 2019)).toEqual([]);
        expect(await county!.returnVersions("S2", 2018)).toHaveLength(1);
        expect(await school!.history("S2")).toEqual([]);
        expect(await school!.history("S1")).toHaveLength(3);
        expect((await county!.history("S2")).map((entry) => entry.year)).toEqual([null, 2018]);
        expect(await school!.sums(query("K1", 2019))).toEqual([]);
        expect((await county!.sums(query("K1", 2019))).length).toBeGreaterThan(0);
        expect(await neighbour!.registerRows({ root: "C", year: 2019, ledger: "t.firms" })).toEqual([]);
        expect((await school!.registerRows({ root: "C", year: 2019, ledger: "t.firms" })).map((row) => row.organisation)).toEqual([
          "S1",
          "S1",
        ]);
      });

      it("names those above, with their cycles and breaks, and nobody else", async () => {
        await foundCities(store);
        const school = store.as({ organisation: "S2" });
        expect((await school.organisations()).map((each) => each.code)).toEqual(["C", "K1", "K2", "S2"]);
        expect((await school.cycles()).map((each) => `${each.organisation}/${each.year}`)).toEqual(["C/2018", "C/2019"]);
      });

      it("sees nothing without a scope and cannot widen it by the store's own mark", async () => {
        await foundCities(store);
        await store.database.connection().execute(async (one) => {
          for (const scope of ["", "%", "S"]) {
            await sql`select set_config('zhibao.scope', ${scope}, false)`.execute(one);
            expect((await sql`select from zhibao.facts`.execute(one)).rows).toEqual([]);
            await expect(
              sql`insert into zhibao.chain_heads values ('S1', 9, 'x') on conflict (organisation) do update set sequence = 9`.execute(one),
            ).rejects.toThrow(/row-level security/);
          }
          await sql`select set_config('zhibao.scope', '*', false)`.execute(one);
        });
        await expect(store.as({ organisation: "*" }).facts(query("C", 2019))).rejects.toThrow("scope");
      });

      it("leaves no hole behind in the pool's connections", async () => {
        await foundCities(store);
        const all = (await store.facts(query("C", 2019))).length;
        await Promise.all(
          Array.from({ length: 20 }, (_, at) =>
            store
              .as({ organisation: at % 2 === 0 ? "S1" : "D1" })
              .facts(query("C", 2019))
              .then((facts) => expect(facts.length).toBe(at % 2 === 0 ? 7 : 0)),
          ),
        );
        expect((await store.facts(query("C", 2019))).length).toBe(all);
      });
    });

    describe("verify", () => {
      const tamper = async (table: string, statement: string): Promise<string[]> => {
        await sql.raw(`alter table ${table} disable trigger user`).execute(store.database);
        await sql.raw(statement).execute(store.database);
        await sql.raw(`alter table ${table} enable trigger user`).execute(store.database);
        return (await store.verify()).problems;
      };

      it("counts what it checked", async () => {
        await foundCities(store);
        await store.seal(act("seal"));
        const { checked } = await store.verify();
        expect(checked).toMatchObject({
          organisations: 8,
          cycles: 4,
          documents: 8,
          projections: 8,
          rows: 16,
          facts: 56,
          history: 20,
          seals: 1,
        });
      });

      it.each([
        [
          "returns",
          `update returns set document = jsonb_set(document, '{forms,t.form,t.staff,value}', '"12"') where organisation = 'S1' and year = 2018`,
          /S1 2018 第 1 版：文件内容与哈希不符/,
        ],
        [
          "facts",
          "update facts set value = '12' where organisation = 'S1' and year = 2018 and element = 't.staff'",
          /t\.staff 存 12，应为 11/,
        ],
        ["facts", "delete from facts where organisation = 'S1' and year = 2018 and element = 't.teachers'", /缺 t\.teachers，应为 missing/],
        ["facts", "update facts set cell = 'Z9' where organisation = 'S1' and year = 2018 and element = 't.staff'", /出处不同/],
        ["return_heads", "update return_heads set state = 'accepted' where organisation = 'S1' and year = 2018", /当前版本或状态/],
        [
          "return_states",
          "update return_states set state = 'accepted' where organisation = 'S1' and year = 2018",
          /状态变化（accepted）|当前版本或状态/,
        ],
        [
          "register_rows",
          "update register_rows set payload = payload || '{\"hours\":\"9\"}' where organisation = 'S1' and year = 2018 and id = 'S1-firm1'",
          /台账各行/,
        ],
        ["history", "update history set actor = 'nobody' where organisation = 'S1' and sequence = 2", /S1 历史第 2 条：内容与哈希不符/],
        ["history", "delete from history where organisation = 'S1' and sequence = 3", /S1 历史链末端/],
        ["organisations", "update organisations set kind = 'county' where code = 'S3'", /机构 S3/],
        ["cycles", "update cycles set content = content || '{\"sample\":false}' where organisation = 'C' and year = 2018", /年度 C 2018/],
        ["lineage", "delete from lineage where ancestor = 'K1' and organisation = 'S1' and year = 2018", /2018\/K1\/S1\/1：缺失/],
        ["sum_deltas", "delete from sum_deltas where organisation = 'S1' and year = 2018", /汇总 S1 2018 t\.staff（全部）：存 无，应为 11/],
      ])("finds a change made to %s behind its back: %s", async (table, statement, expected) => {
        await foundCities(store);
        const problems = await tamper(table, statement);
        expect(
          problems.some((line) => expected.test(line)),
          problems.join("\n"),
        ).toBe(true);
      });

      it("finds a chain rewritten from end to end by the seal on it", async () => {
        await foundCities(store);
        await store.seal(act("seal"));
        expect((await store.verify()).problems).toEqual([]);
        const last = (await store.history("D1")).at(-1)!;
        const forged = { ...last, reason: "forged" };
        const hash = entryHash(forged);
        await tamper(
          "history",
          `update history set reason = 'forged', hash = '${hash}' where organisation = 'D1' and sequence = ${last.sequence}`,
        );
        const problems = await tamper("chain_heads", `update chain_heads set hash = '${hash}' where organisation = 'D1'`);
        expect(problems).toEqual([expect.stringContaining("根哈希不符")]);
      });

      it("cannot be cheated by ordinary statements: submissions and history refuse change", async () => {
        await foundCities(store);
        for (const table of ["returns", "return_states", "history"])
          await expect(sql.raw(`delete from ${table}`).execute(store.database)).rejects.toThrow(/never changed/);
      });
    });
  });
}
