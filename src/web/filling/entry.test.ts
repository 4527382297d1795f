/** What people type into cells, kept or refused with a reason. */
import { describe, expect, it } from "vitest";
import type { Column } from "../../core/definition/ledger.ts";
import { grouped, readCell, readColumn, readDate } from "./entry.ts";

const cell = (text: string, unit: string, decimals?: number): string => {
  const entry = readCell(text, decimals === undefined ? { unit } : { unit, decimals });
  return entry.ok ? (entry.value.value ?? entry.value.status) : entry.problem;
};

describe("a form's cell", () => {
  it.each([
    ["1234", "人", "1234"],
    ["1,234", "人", "1234"],
    ["１，２３４", "人", "1234"],
    [" 007 ", "人", "7"],
    ["0", "人", "0"],
    ["12.50", "万元", "12.5"],
    [".5", "元", "0.5"],
    ["30人", "人", "30"],
    ["30名", "人", "30"],
    ["￥1,200.50", "元", "1200.5"],
    ["12.0", "人", "12"],
    ["", "人", "missing"],
    ["—", "人", "notApplicable"],
    ["／", "人", "notApplicable"],
    ["无此项", "人", "notApplicable"],
    ["不适用", "人", "notApplicable"],
    ["1.2万", "人", "multiplier"],
    ["3亿", "元", "multiplier"],
    ["5千", "人", "multiplier"],
    ["12.5万元", "万元", "12.5"],
    ["约30", "人", "approximate"],
    ["30余人", "人", "approximate"],
    ["30左右", "人", "approximate"],
    ["2.5", "人", "wholeOnly"],
    ["-3", "人", "noNegative"],
    ["-0", "人", "0"],
    ["三十", "人", "notANumber"],
    ["3-5", "人", "notANumber"],
    ["1.2.3", "人", "notANumber"],
    ["30台", "人", "otherUnit"],
    ["1.234", "元", "tooManyDecimals"],
    ["1234567890123456", "元", "tooLarge"],
  ])("%s in %s is %s", (text, unit, expected) => expect(cell(text, unit)).toBe(expected));
});

describe("a register's cell", () => {
  const column = (type: Column["type"], more: Partial<Column> = {}): Column => ({
    code: "c",
    zh: "列",
    en: "C",
    type,
    required: false,
    ...more,
  });
  const level = {
    code: "level",
    zh: "级别",
    en: "Level",
    members: [
      { code: "national", zh: "国家级", en: "National", aliases: ["全国"] },
      { code: "city", zh: "市级", en: "City" },
    ],
  };
  const read = (text: string, of: Column): string | null => {
    const entry = readColumn(text, of, level);
    return entry.ok ? entry.value : entry.problem;
  };
  it("takes choices by their Chinese names and aliases", () => {
    expect(["国家级", "全国", "city", "省级", ""].map((text) => read(text, column("choice", { choices: "level" })))).toEqual([
      "national",
      "national",
      "city",
      "notAChoice",
      null,
    ]);
  });
  it("takes dates as people write them", () => {
    expect(["2019-3-4", "2019/03/04", "2019年3月4日", "20190304", "2019.3.4"].map((text) => read(text, column("date")))).toEqual(
      Array(5).fill("2019-03-04"),
    );
    expect(readDate("2019-02-29")).toBeNull();
    expect(readDate("2020-02-29")).toBe("2020-02-29");
  });
  it("takes yes and no, whole numbers, and texts with a pattern in full width", () => {
    expect(["是", "√", "否", "也许"].map((text) => read(text, column("boolean")))).toEqual(["true", "true", "false", "notYesNo"]);
    expect(["12", "1.5", "1,200"].map((text) => read(text, column("integer")))).toEqual(["12", "wholeOnly", "1200"]);
    expect(read("０５１４００", column("text", { pattern: "\\d{6}" }))).toBe("051400");
  });
});

it("prints thousands separators in the whole part alone", () => {
  expect(["1234567.1234", "999", "1000", "—"].map(grouped)).toEqual(["1,234,567.1234", "999", "1,000", "—"]);
});
