import { describe, expect, it } from "vitest";
import { fixtureDocument, fixtureResult } from "../adapters/audit-page/fixture.ts";
import { auditLines } from "./audit-lines.ts";

const zh = auditLines(fixtureResult, fixtureDocument, "zh");
const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0);
const columnOf = (lines: readonly string[], part: string): number => {
  const line = lines.find((each) => each.includes(part));
  return line === undefined ? -1 : width(line.slice(0, line.indexOf(part)));
};

describe("auditLines", () => {
  it("opens with file, title, year and quantities, and closes with outline and counts", () => {
    expect(zh[0]).toBe("云川市2031年质量报告.docx  云川市中等职业教育质量年度报告（2031年）  2031年  29个数量");
    expect(zh.at(-2)).toBe("大纲完整度 B 19/24，缺少：特色创新、党建工作、国际合作、质量保证、专业动态调整");
    expect(zh.at(-1)).toBe("硬错 4，预警 4，提示 2，连带2，关系：检验14组，成立6组");
  });

  it("says how many quantities are tied to the data, where there is data", () => {
    const tie = (at: number) => ({ state: (["equal", "equal", "different", "unknown"] as const)[at % 4]!, fact: null, stored: null });
    const tied = {
      ...fixtureResult,
      quantities: fixtureResult.quantities.slice(0, 8).map((quantity, at) => ({ ...quantity, tie: tie(at) })),
    };
    expect(auditLines(tied, fixtureDocument, "zh").at(-3)).toBe("与填报数据核对：一致4，不一致2，无对应2");
    expect(auditLines(tied, fixtureDocument, "en").at(-3)).toBe("tied to the data: 4 equal, 2 different, 2 unknown");
    const bare = fixtureResult.quantities.filter(({ tie: each }) => each === undefined);
    expect(auditLines({ ...fixtureResult, quantities: bare }, fixtureDocument, "zh").join("")).not.toContain("与填报数据核对");
  });

  it("groups by tier and gives line, code, name, message, proof, other places and suggestions", () => {
    const from = zh.indexOf("硬错 4");
    expect(zh.slice(from + 1, from + 8).map((line) => line.trim().replace(/ +/g, " "))).toEqual([
      "第4行 SUM 合计不符 三个年级之和为3200人，与在校生3300人相差100人",
      "算式 1200 + 1100 + 900 = 3200 ≠ 3300",
      "另见 第4行 一年级1200人",
      "另见 第4行 二年级1100人",
      "另见 第4行 三年级900人",
      "建议 在校生改为3200人",
      "建议 三年级改为1000人",
    ]);
    expect(zh.indexOf("预警 4")).toBeGreaterThan(from);
    expect(zh.indexOf("提示 2")).toBeGreaterThan(zh.indexOf("预警 4"));
  });

  it("indents echoes beneath their root with their own tier", () => {
    const at = zh.findIndex((line) => line.includes("SHARE"));
    expect(zh[at]).toMatch(/^ {4}↳ 第4行 +硬错 SHARE 占比不符/);
    expect(zh.slice(0, zh.indexOf("预警 4")).some((line) => /↳ 第4行 +预警 DELTA/.test(line))).toBe(true);
  });

  it("counts lines in the text from 1 and shows places beside a table's figure", () => {
    const line = fixtureDocument.text.slice(0, fixtureDocument.text.indexOf("82\n")).split("\n").length;
    expect(zh.some((each) => each.trim() === `另见  第${line}行 82`)).toBe(true);
  });

  it("aligns messages although Chinese characters are two cells wide", () => {
    const proofs = zh.slice(zh.indexOf("硬错 4"), zh.indexOf("预警 4"));
    const columnsOf = ["三个年级之和", "女生1650人占", "占比不能超过", "由71.2%到"].map((part) => columnOf(proofs, part));
    expect(new Set(columnsOf).size).toBe(1);
    const coverage = zh.slice(zh.indexOf("各章检验范围"));
    expect(columnOf(coverage, "可检验")).toBe(columnOf(coverage, "14  "));
  });

  it("colours without moving a cell", () => {
    const coloured = auditLines(fixtureResult, fixtureDocument, "zh", { colour: true });
    expect(coloured.some((line) => line.includes("\u001b[31mSUM 合计不符\u001b[0m"))).toBe(true);
    // oxlint-disable-next-line no-control-regex
    expect(coloured.map((line) => line.replace(/\u001b\[\d+m/g, ""))).toEqual(zh);
    expect(zh.join("")).not.toContain("\u001b");
  });

  it("says that nothing was found and what was tested", () => {
    const clean = { ...fixtureResult, findings: [], outline: null };
    expect(auditLines(clean, fixtureDocument, "zh")).toContain("未发现问题；关系：检验14组，成立6组");
    expect(auditLines(clean, fixtureDocument, "en")).toContain("No finding; relations: 14 tested, 6 held");
    expect(auditLines(clean, fixtureDocument, "en").join("\n")).toMatch(/三、校企合作 +5 +0 +not tested +—/);
  });

  it("lets no control character of the text reach the terminal", () => {
    const [first] = fixtureResult.findings;
    if (!first) throw new Error("the fixture has no finding");
    const evil = "甲\u001b[2J\r\n乙";
    const finding = { ...first, message: { zh: evil, en: evil }, proof: evil, spans: [...first.spans, { start: 0, end: 1, text: evil }] };
    const lines = auditLines({ ...fixtureResult, findings: [finding] }, fixtureDocument, "zh");
    // oxlint-disable-next-line no-control-regex
    expect(lines.join("")).not.toMatch(/[\u0000-\u001f]/);
    expect(lines.join("\n")).toContain("甲 [2J 乙");
  });
});
