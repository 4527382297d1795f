/** Quotients that a table's own lines show, whatever they are called, and the figure that breaks one. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

function told(rows: readonly string[]): string[] {
  return faultsOf(auditTable(index, rows)).map(({ code, spans }) => `${code} ${spans[0]?.text}`);
}

const changed = (rows: readonly string[], from: string, to: string): string[] => rows.map((row) => row.replace(from, to));

const sexes = [
  "地区 | 男（%） | 女（%） | 性别比",
  "东河区 | 51.20 | 48.80 | 104.92",
  "石桥县 | 52.45 | 47.55 | 110.30",
  "青川县 | 50.10 | 49.90 | 100.40",
  "平湖市 | 51.75 | 48.25 | 107.25",
  "临江县 | 50.86 | 49.14 | 103.50",
];

const unnamedBase = [
  "去向 | 人数 | 比例",
  "升学 | 703 | 18.13%",
  "参军 | 195 | 5.03%",
  "合同就业 | 1224 | 31.57%",
  "协议就业 | 610 | 15.73%",
  "自主创业 | 130 | 3.35%",
  "其他 | 1015 | 26.18%",
];

describe("quotients in a table", () => {
  it.each([
    ["two shares and their ratio", sexes],
    ["shares of a base that is not printed", unnamedBase],
  ])("are left alone where they are sound: %s", (_, rows) => {
    expect(told(rows)).toEqual([]);
  });

  it.each([
    ["a share that no longer makes 100 with the other", sexes, "49.90", "49.60"],
    ["a ratio of two columns", sexes, "107.25", "101.25"],
    ["a share of a base that is not printed", unnamedBase, "31.57%", "37.57%"],
    ["a count of which the share tells another", unnamedBase, "| 610 |", "| 670 |"],
  ])("are told where one breaks: %s", (_, rows, from, to) => {
    const result = told(changed(rows, from, to));
    expect(result.length).toBeGreaterThan(0);
  });
});
