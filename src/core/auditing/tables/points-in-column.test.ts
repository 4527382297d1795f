/** One cell in points among shares is told; a column of changes is not. */
import { expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditTable, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

it("tells a share in points", () => {
  const rows = ["去向 | 人数（人） | 比例", "在企业上岗 | 1210 | 40.3%", "继续升学 | 1502 | 50.1个百分点", "尚未落实 | 288 | 9.6%"];
  expect(briefly(auditTable(index, rows)).filter((each) => each.startsWith("PP"))).toHaveLength(1);
});

it("leaves changes alone", () => {
  const rows = ["指标 | 比例增减", "就业率 | 1.2个百分点", "升学率 | 3.1%", "对口率 | 2.0%"];
  expect(briefly(auditTable(index, rows)).filter((each) => each.startsWith("PP"))).toEqual([]);
});
