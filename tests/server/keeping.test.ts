/** Keeping: backup and restore while the server runs, saved mappings, other offices' exports beside what is filed, earlier years. */
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { xuchangDocuments } from "../../demo/xuchang/workbooks.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { openCycle } from "../../src/app/cycles.ts";
import type { Mapping, MappingDraft } from "../../src/app/desk/mappings.ts";
import { catalog, type Fixture, index, openFixture, password } from "./fixture.ts";

let fixture: Fixture;
let administrator: ReturnType<Fixture["as"]>;
beforeAll(async () => {
  fixture = await openFixture({ filed: ["411000-01"] });
  administrator = fixture.as("administrator");
});
afterAll(() => fixture?.close());

const upload = (bytes: Uint8Array | string, name: string, fields: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData();
  form.append("file", new File([bytes as Uint8Array<ArrayBuffer>], name));
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  return form;
};
const table = (name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  excelSpreadsheets.writeTable([
    { name, header: [], rows: rows.map((row) => row.map((text) => ({ text, numeric: /^\d+(\.\d+)?$/.test(text) }))), frozenColumns: 0 },
  ]);

describe("other offices' exports", () => {
  const filed = (): Promise<[string, string][]> =>
    fixture.store.currentReturn("411000-01", 2019).then((current) =>
      Object.entries(current!.document.forms)
        .flatMap(([ledger, cells]) => Object.entries(cells).map(([key, cell]): [string, string] => [`${ledger}/${key}`, cell.value ?? ""]))
        .filter(([slot, value]) => /^\S+\/[^#]+$/.test(slot) && value !== "" && !value.includes(".")),
    );
  /** Elements without members that the school filed, with their names. */
  const some = async (): Promise<{ element: string; zh: string; slot: string; value: string }[]> =>
    (await filed())
      .map(([slot, value]) => ({
        element: slot.split("/")[1]!,
        zh: index.elements.get(slot.split("/")[1]!)!.zh,
        slot: `form/${slot}`,
        value,
      }))
      .filter(({ zh }) => !/[（(]|数$/.test(zh))
      .slice(0, 3);

  it("are read with a suggestion by names and aliases", async () => {
    const cells = await some();
    expect(cells.length).toBe(3);
    const bytes = await table("事业统计", [
      ["2019年事业统计导出表"],
      ["序号", "学校名称", `${cells[0]!.zh}（${index.elements.get(cells[0]!.element)!.unit}）`, `${cells[1]!.zh}`, "别的列"],
      ["1", "某校", "12", "3", "x"],
    ]);
    const answer = await fixture.as("clerk-a")("POST", "/api/exports/read", upload(bytes, "export.xlsx"));
    const { sheets } = answer.json as {
      sheets: { headerRow: number; header: string[]; sample: string[][]; suggested: MappingDraft | null }[];
    };
    expect(sheets[0]).toMatchObject({ headerRow: 2, suggested: { organisationColumn: "学校名称", headerRow: 2 } });
    expect(sheets[0]!.suggested!.columns.map((column) => column.element)).toEqual([cells[0]!.element, cells[1]!.element]);
    expect(sheets[0]!.sample[0]).toEqual(["1", "某校", "12", "3", "x"]);
  });

  it("are read as text of old systems too, and refused when they are neither", async () => {
    const gb = Uint8Array.from([0xd1, 0xa7, 0xd0, 0xa3, 0x2c, 0x31, 0x0d, 0x0a]);
    const answer = await fixture.as("clerk-a")("POST", "/api/exports/read", upload(gb, "a.csv"));
    expect(answer.json).toMatchObject({ sheets: [{ header: ["学校", "1"], suggested: null }] });
    const quoted = await fixture.as("clerk-a")("POST", "/api/exports/read", upload('学校名称,"甲\n乙"\n一校,"1,2"', "b.csv"));
    expect(quoted.json).toMatchObject({ sheets: [{ header: ["学校名称", "甲乙"], sample: [["一校", "1,2"]] }] });
    const broken = await fixture.as("clerk-a")("POST", "/api/exports/read", upload(Uint8Array.from([0, 1, 2, 3]), "a.xls"));
    expect([broken.status, broken.type]).toEqual([422, "application/problem+json; charset=utf-8"]);
  });

  it("are read under heads of two rows, merged as people merge them, and found again the next year", async () => {
    const name = (await fixture.store.organisations()).find((each) => each.code === "411000-01")!.versions[0]!.name;
    const rows = (staff: string, city: string): string[][] => [
      ["2019年度中等职业教育事业统计汇总表"],
      ["填报单位：某市教育局", "", "", "统计日期：2019-09-01"],
      ["序号", "学校\n名称", "教职工（人）", "", "", "毕业生", "", "教学仪器设备值（万元）", "纸质图书（册）", "备注", "备注"],
      ["", "", "合计", "专任教师", "女", "男", "女"],
      ["1", `${city}${name}`, staff, "28５", "—", "568", "512", "3,124.5", "１20，300 册", "已核对", "x"],
      ["2", "没有数的学校", "—", "—", "—", "", "", "", "", "见附件"],
      ["3", "别的学校", "1", "2", "3", "4", "5", "6", "7"],
      ["", "合计", "313", "287", "3", "572", "517", "3130.5", "120307"],
    ];
    const clerk = fixture.as("clerk-a");
    const read = await clerk("POST", "/api/exports/read", upload(await table("中职", rows("312", "")), "e.xlsx"));
    const [sheet] = (read.json as { sheets: { headerRow: number; header: string[]; suggested: MappingDraft }[] }).sheets;
    expect(sheet).toMatchObject({
      headerRow: 4,
      header: [
        "序号",
        "学校名称",
        "教职工（人）·合计",
        "教职工（人）·专任教师",
        "教职工（人）·女",
        "毕业生·男",
        "毕业生·女",
        "教学仪器设备值（万元）",
        "纸质图书（册）",
        "备注",
        "备注〔K〕",
      ],
    });
    const { columns, organisationColumn } = sheet!.suggested;
    expect(organisationColumn).toBe("学校名称");
    // 毕业生·男 is not all who left; a total is.
    expect(columns.map(({ header, element, factor }) => [header, element, factor])).toEqual([
      ["教职工（人）·合计", "teachers.staff", "1"],
      ["教职工（人）·专任教师", "teachers.fullTime", "1"],
      ["教学仪器设备值（万元）", "facilities.equipmentValue", "10000"],
      ["纸质图书（册）", "facilities.books", "1"],
    ]);
    const female = { header: "教职工（人）·女", element: "teachers.female", members: "", factor: "1" };
    const draft = { ...sheet!.suggested, columns: [...columns, female] };
    const mapping = (await clerk("POST", "/api/mappings", draft)).json as Mapping;
    const kept = (await clerk("POST", "/api/mappings", draft)).json as Mapping;
    expect((await clerk("GET", "/api/mappings")).json).toEqual([kept]);
    expect(kept.id).not.toBe(mapping.id);
    // Next year's has a line more above the head, and the full name of the school.
    const next = await table("中职", [["附件3"], ...rows("315", "许昌市")]);
    const compared = await clerk("POST", "/api/exports/compare/411000-01/2019", upload(next, "n.xlsx", { mapping: kept.id }));
    const { lines, problems } = compared.json as { lines: { cell: string; exported: string | null }[]; problems: unknown[] };
    expect(problems).toEqual([]);
    expect(lines.map(({ cell, exported }) => [cell, exported])).toEqual([
      ["C6", "315"],
      ["D6", "285"],
      ["H6", "31245000"],
      ["I6", "120300"],
      ["E6", null],
    ]);
    expect((await clerk("DELETE", `/api/mappings/${kept.id}`)).status).toBe(204);
  });

  it("of one's own organisation alone need no column of names: its only row, or its total", async () => {
    const clerk = fixture.as("clerk-a");
    const rows = [
      ["年级", "教职工", "纸质图书"],
      ["一年级", "100", "5"],
      ["合计", "312", "9"],
    ];
    const read = await clerk("POST", "/api/exports/read", upload(await table("", rows), "e.xlsx"));
    const { suggested } = (read.json as { sheets: { suggested: MappingDraft }[] }).sheets[0]!;
    expect(suggested.organisationColumn).toBe("");
    const mapping = (await clerk("POST", "/api/mappings", { ...suggested, name: "本校" })).json as Mapping;
    const compare = async (given: string[][]) =>
      (await clerk("POST", "/api/exports/compare/411000-01/2019", upload(await table("", given), "e.xlsx", { mapping: mapping.id }))).json;
    expect(await compare(rows)).toMatchObject({
      lines: [
        { cell: "B3", exported: "312" },
        { cell: "C3", exported: "9" },
      ],
      problems: [],
    });
    expect(await compare(rows.slice(0, 2))).toMatchObject({ lines: [{ cell: "B2", exported: "100" }, { cell: "C2" }], problems: [] });
    const two = await compare([...rows.slice(0, 2), ["二年级", "3", "4"]]);
    expect(two).toMatchObject({ lines: [], problems: [{ code: "organisation-repeated", found: "2、3" }] });
    expect((await clerk("DELETE", `/api/mappings/${mapping.id}`)).status).toBe(204);
  });

  it("are compared cell by cell with what is filed", async () => {
    const [same, other, scaled] = await some();
    const name = (await fixture.store.organisations()).find((each) => each.code === "411000-01")!.versions[0]!.name;
    const draft = {
      name: "事业统计",
      sheet: "统计",
      headerRow: 1,
      organisationColumn: "学校",
      columns: [
        { header: "甲", element: same!.element, members: "", factor: "1" },
        { header: "乙", element: other!.element, members: "", factor: "1" },
        { header: "丙", element: scaled!.element, members: "", factor: "10000" },
        { header: "丁", element: same!.element, members: "", factor: "1" },
        { header: "戊", element: same!.element, members: "", factor: "1" },
      ],
    };
    const clerk = fixture.as("clerk-a");
    const mapping = (await clerk("POST", "/api/mappings", draft)).json as Mapping;
    expect((await clerk("GET", "/api/mappings")).json).toEqual([mapping]);
    expect((await fixture.as("clerk-b")("GET", "/api/mappings")).json).toEqual([]);
    const rows = [
      ["学校", "甲", "乙", "丙", "戊"],
      ["别的学校", "1", "2", "3", "4"],
      [name, Number(same!.value).toLocaleString("en"), String(Number(other!.value) + 1), "0.1234", "很多"],
    ];
    const compare = (given: string[][], who = clerk, organisation = "411000-01") =>
      table("统计", given).then((bytes) =>
        who("POST", `/api/exports/compare/${organisation}/2019`, upload(bytes, "e.xlsx", { mapping: mapping.id })),
      );
    const { lines, problems } = (await compare(rows)).json as { lines: Record<string, unknown>[]; problems: Record<string, unknown>[] };
    expect(lines.map(({ slot, exported, cell, same: equal }) => [slot, exported, cell, equal])).toEqual([
      [same!.slot, same!.value, "B3", true],
      [other!.slot, String(Number(other!.value) + 1), "C3", false],
      [scaled!.slot, "1234", "D3", scaled!.value === "1234"],
    ]);
    expect(lines[1]).toMatchObject({ filed: other!.value, base: 0 });
    expect(problems.map(({ code, found }) => [code, found])).toEqual([
      ["column-missing", expect.any(String)],
      ["number-invalid", "很多"],
    ]);
    const edit = {
      id: crypto.randomUUID(),
      slot: other!.slot,
      base: lines[1]!.base,
      content: { status: "value", value: lines[1]!.exported },
    };
    const saved = await clerk("POST", "/api/returns/411000-01/2019/edits", { edits: [edit] });
    expect(saved.json).toMatchObject({ results: [{ result: "saved" }] });
    const again = (await compare(rows)).json as { lines: { same: boolean; base: number }[] };
    expect(again.lines[1]).toMatchObject({ same: true, base: 1 });
    expect((await compare([...rows, rows[2]!])).json).toMatchObject({ lines: [], problems: [{ code: "organisation-repeated" }] });
    expect((await compare(rows.slice(0, 2))).json).toMatchObject({ lines: [], problems: [{ code: "organisation-missing" }] });
    expect((await compare([["x"]])).json).toMatchObject({ lines: [], problems: [{ code: "header-missing" }] });
    expect((await compare(rows, fixture.as("clerk-b"), "411000-09")).status).toBe(404);
    expect((await fixture.as("clerk-b")("DELETE", `/api/mappings/${mapping.id}`)).status).toBe(404);
    expect((await clerk("DELETE", `/api/mappings/${mapping.id}`)).status).toBe(204);
  });
});

describe("earlier years", () => {
  it("come in whole, as drafts from clerks and as accepted from the administrator", async () => {
    const act = { name: "cycle.open", actor: "fixture", at: "2019-11-01T00:00:00.000Z", reason: "" };
    const outlines = { city: "2016-city", school: "2016-school" };
    await openCycle(fixture.store, { organisation: "411000", year: 2017, period: "calendarYear", outlines, catalog, sample: true }, act);
    const cycle = (await fixture.store.cycles("411000")).find((each) => each.year === 2017)!;
    const workbook = async (code: string, year: number): Promise<Uint8Array> => {
      const organisation = (await fixture.store.organisations()).find((each) => each.code === code)!;
      const current = { ...xuchangDocuments(index, catalog).find((each) => each.organisation === code && each.year === 2018)!, year };
      const organisationName = organisation.versions[0]!.name;
      return excelSpreadsheets.writeTemplate({
        index,
        catalog,
        organisation,
        organisationName,
        cycle: { ...cycle, year },
        current,
        previous: null,
        sections: [],
      });
    };
    const bytes = await workbook("411000-01", 2017);
    const imported = await fixture.as("clerk-a")("POST", "/api/earlier/411000-01", upload(bytes, "2017.xlsx"));
    expect(imported.json).toMatchObject({ result: "imported", year: 2017 });
    expect((await fixture.store.currentReturn("411000-01", 2017))?.state).toBe("draft");
    expect((await administrator("POST", "/api/earlier/411000-01", upload(bytes, "2017.xlsx"))).json).toMatchObject({ result: "unchanged" });
    expect((await fixture.store.currentReturn("411000-01", 2017))?.state).toBe("accepted");
    expect((await administrator("POST", "/api/earlier/411000-02", upload(bytes, "2017.xlsx"))).status).toBe(422);
    expect((await fixture.as("clerk-b")("POST", "/api/earlier/411000-01", upload(bytes, "2017.xlsx"))).status).toBe(404);
    expect((await administrator("POST", "/api/earlier/411000-01", upload(await workbook("411000-01", 2019), "2019.xlsx"))).status).toBe(
      422,
    );
    const broken = await administrator("POST", "/api/earlier/411000-01", upload("nothing", "x.xlsx"));
    expect(broken.json).toMatchObject({ result: "refused", problems: [{ severity: "refusal" }] });
    expect((await fixture.store.verify()).problems).toEqual([]);
  });
});

describe("the store as a whole", () => {
  it("is for the administrator above all of it alone", async () => {
    const person = {
      username: "county",
      name: "示例·县管理员",
      role: "administrator",
      organisation: "411081",
      ledgers: null,
      email: null,
    } as const;
    await fixture.world.accounts.create({ ...person, password, mustChangePassword: false });
    for (const [method, path] of [
      ["GET", "/api/backup"],
      ["GET", "/api/verify"],
    ] as const) {
      expect((await fixture.as("county")(method, path)).status).toBe(404);
      expect((await fixture.as("editor")(method, path)).status).toBe(403);
      expect((await administrator(method, path)).status).toBe(200);
    }
    expect((await fixture.as("county")("POST", "/api/restore", upload("x", "x", { password }))).status).toBe(404);
    expect((await administrator("GET", "/api/verify")).json).toMatchObject({ problems: [] });
  });

  it("comes back as it was, while the server runs; a damaged or doctored file changes nothing", async () => {
    const backup = await administrator("GET", "/api/backup");
    const acts = await administrator("GET", "/api/history?act=store.backup&limit=1");
    expect((acts.json as { lines: { name: string }[] }).lines).toHaveLength(1);
    expect(Array.from(backup.bytes.subarray(0, 2))).toEqual([0x1f, 0x8b]);
    const restore = (bytes: Uint8Array | string, given = password) =>
      administrator("POST", "/api/restore", upload(bytes, "backup.zhibao", { password: given }));
    const draft = { code: "411000-88", kind: "school", name: "备份之后的学校", parent: "411000", attributes: {}, from: "2019-01-01" };
    expect((await administrator("POST", "/api/organisations", draft)).status).toBe(200);
    const has = async (): Promise<boolean> => (await fixture.store.organisations()).some((each) => each.code === "411000-88");
    expect((await restore(backup.bytes, "wrong-password")).status).toBe(422);
    const text = gunzipSync(backup.bytes).toString("utf8");
    const packed = (given: string): Uint8Array => new Uint8Array(gzipSync(given));
    const spoilt = backup.bytes.slice();
    spoilt.fill(0x55, 3000, 3400);
    const refused = async (bytes: Uint8Array | string, says: RegExp): Promise<void> => {
      const { status, json } = await restore(bytes);
      const { detail, detailEn } = json as { detail: string; detailEn: string };
      expect([status, detail]).toEqual([422, expect.stringMatching(says)]);
      expect(detail).toMatch(/^备份文件 backup\.zhibao .*应为.*现有数据未动$/);
      expect(detail).not.toMatch(/unexpected end|incorrect|invalid|zlib|header|Error/);
      expect(detailEn).toMatch(/^the backup backup\.zhibao .*expected /);
    };
    await refused("no backup", /开头的字节是 6e 6f 20/);
    await refused("", /是一个空文件/);
    await refused(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /是一个 ZIP 或 Excel、WPS 文件；应为质报的备份/);
    await refused(backup.bytes.slice(0, backup.bytes.length - 900), /在第 \d+ 行（表 \w+）之后中断（文件被截短，或没有下载完）/);
    await refused(spoilt, /之后的压缩数据已损坏|开头|第 \d+ 行是/);
    await refused(packed('{"backup":"other"}\n'), /第一行是“\{"backup":"other"\}”/);
    await refused(packed(text.split("\n").slice(0, -2).join("\n")), /没有结尾/);
    await refused(packed(`${text}["facts",{}]\n`), /结尾之后还有内容/);
    await refused(packed(text.replace(/\["facts",.*\n/, "")), /表 facts 有 \d+ 行；应为结尾所记的 \d+ 行/);
    await refused(packed(text.replace('"reason":""', '"reason":"x"')), /内容的 SHA-256 是 [0-9a-f]{12}…；应为结尾所记的/);
    await refused(packed(text.replace('["facts"', '["other"')), /第 \d+ 行是“\["other",/);
    const newer = await restore(packed(text.replace(/0001-store/, "0999-future")));
    expect([newer.status, (newer.json as { detail: string }).detail]).toEqual([
      422,
      expect.stringMatching(/其他版本的库结构（0999-future.*请升级本程序/),
    ]);
    expect(await has()).toBe(true);
    const restored = await restore(backup.bytes);
    expect([restored.status, (restored.json as { rows: { organisations: number } }).rows.organisations]).toEqual([200, 16]);
    expect(await has()).toBe(false);
    expect((await administrator("GET", "/api/me")).status).toBe(401);
    expect((await fixture.store.verify()).problems).toEqual([]);
    const again = await fixture.app.request("/api/auth/sign-in/username", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: "administrator", password }),
    });
    const cookie = again.headers.getSetCookie()[0]!.split(";", 1)[0]!;
    const headers = { cookie, "content-type": "application/json" };
    const made = await fixture.app.request("/api/organisations", { method: "POST", headers, body: JSON.stringify(draft) });
    expect(made.status).toBe(200);
    expect((await fixture.store.verify()).problems).toEqual([]);
  });
});
