/** A report is tied with the data of its own body and year, and with no other. */
import { describe, expect, it } from "vitest";
import type { Cycle } from "../core/model/cycle.ts";
import type { Organisation } from "../core/model/organisation.ts";
import { readPlainText } from "../readers/plain-text.ts";
import { reportedCycle } from "./audit-subject.ts";
import type { StoreReader } from "./ports.ts";
import { Refusal } from "./refusal.ts";

const body = (code: string, kind: Organisation["kind"], name: string, shortName: string, parent: string | null): Organisation => ({
  code,
  kind,
  versions: [{ from: "2000-01-01", to: null, name, shortName, parent, attributes: {} }],
});
const organisations = [
  body("1", "city", "云川市", "云川", null),
  body("11", "county", "青河县", "青河", "1"),
  body("1-01", "school", "云川市第一职业中等专业学校", "云川一职", "1"),
  body("1-02", "school", "青河县职业教育中心", "青河职教", "11"),
];
const cycle = (year: number, titleYear: number): Cycle => ({
  organisation: "1",
  year,
  titleYear,
  dataPeriod: { kind: "calendarYear", start: `${year}-01-01`, end: `${year}-12-31` },
  issuedOn: null,
  deadlines: {},
  outlines: { city: "2016-city", school: "2016-school" },
  catalog: "catalog",
  sample: false,
});
const reader = {
  organisations: () => Promise.resolve(organisations),
  cycles: () => Promise.resolve([cycle(2020, 2020), cycle(2021, 2022)]),
} as Partial<StoreReader> as StoreReader;

const chosen = (title: string, organisation: string, year?: number): Promise<number | string> =>
  reportedCycle(reader, readPlainText("r.txt", `${title}\n一、基本情况\n2019年招生10人，2019年毕业9人。\n`), organisation, year).then(
    (found) => found.year,
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

describe("the cycle of a report", () => {
  it.each([
    ["云川市中等职业教育质量年度报告（2020年度）", "1", 2020],
    ["2020年云川市中等职业教育质量年度报告", "1", 2020],
    ["云川中等职业教育质量年度报告（2020）", "1", 2020],
    ["云川市中等职业学校质量年度报告（2020年度）", "1", 2020],
    ["云川市各县（市、区）职业教育质量年报（2020年度）", "1", 2020],
    ["中等职业教育质量年度报告（2020年度）", "1", 2020],
    ["云川市\n中等职业教育质量年度报告\n（2020年度）", "1", 2020],
    ["云川市第一职业中等专业学校质量年度报告（2020年度）", "1-01", 2020],
    ["青河县中等职业教育质量年度报告（2020年度）", "11", 2020],
    ["青河县职业教育中心质量年度报告（2020年度）", "1-02", 2020],
  ])("%s is found for %s", async (title, organisation, year) => {
    expect(await chosen(title, organisation)).toBe(year);
  });

  it("is the one with the title's year, which may be another than the year reported", async () => {
    expect(await chosen("云川市中等职业教育质量年度报告（2022年度）", "1")).toBe(2021);
    expect(await chosen("云川市中等职业教育质量年度报告（2022年度）", "1", 2021)).toBe(2021);
    expect(await chosen("云川市中等职业教育质量年度报告", "1", 2021)).toBe(2021);
  });

  it.each([
    ["平原市中等职业教育质量年度报告（2020年度）", "1", "audit-other-organisation"],
    ["平原市\n中等职业教育质量年度报告\n（2020年度）", "1", "audit-other-organisation"],
    ["2020年平原市中等职业教育质量年度报告", "1", "audit-other-organisation"],
    ["云川市第一职业中等专业学校质量年度报告（2020年度）", "1", "audit-other-organisation"],
    ["云川市旅游学校质量年度报告（2020年度）", "1", "audit-other-organisation"],
    ["云川市青河县中等职业教育质量年度报告（2020年度）", "1", "audit-other-organisation"],
    ["云川市中等职业教育质量年度报告（2020年度）", "1-01", "audit-other-organisation"],
    ["云川市中等职业教育质量年度报告", "1", "audit-year-unknown"],
    ["云川市中等职业教育质量年度报告（2018年度）", "1", "cycle-unknown"],
    ["云川市中等职业教育质量年度报告（2020年度）", "9", "organisation-unknown"],
  ])("%s is refused for %s: %s", async (title, organisation, code) => {
    expect(await chosen(title, organisation)).toBe(code);
  });

  it("is refused when the year asked for is not the title's", async () => {
    expect(await chosen("云川市中等职业教育质量年度报告（2020年度）", "1", 2021)).toBe("audit-other-year");
  });
});
