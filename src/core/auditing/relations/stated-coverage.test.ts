/** Figures of other organisations contradict nobody; what a text shows to have been divided must give what it prints. */
import { expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { readPlainText } from "../../../readers/plain-text.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditDocument } from "../audit.ts";

const index = new KnowledgeIndex(knowledge);
const found = (...lines: readonly string[]): string[] =>
  auditDocument(readPlainText("r.txt", `某市中等职业教育质量年度报告（2019年度）\n${lines.join("\n")}\n`), {
    index,
    year: 2019,
  }).findings.flatMap(({ tier, code, proof }) => (tier === "note" ? [] : [`${tier} ${code} ${proof}`]));

it.each([
  ["直接就业2153人（8/10所），合作企业接收779人（7/10所），占直接就业人数的42.0%。"],
  ["全市共有在校生27443人（9/10所），其中寄宿生21213人（8/10所），占在校生的84.8%（8/10所，21213人÷25006人）。"],
  ["生均教学仪器设备值为7757元（8/10所，19396.94万元÷25006人）。"],
  ["每百名在校生拥有教学用计算机19.1台（8/10所，4769台÷25006人）。"],
  ["开展德育活动102场（10/13个单位）；其中主题教育3场、文明礼仪与行为规范31场、珍爱生命与安全教育33场、法治教育35场。"],
])("finds nothing in %s", (sentence) => expect(found(sentence)).toEqual([]));

it.each([
  // The same coverage: a contradiction as without any.
  ["教职工1813人（8/10所），其中专任教师1644人，专任教师占教职工总数的80.7%。", /^\w+ SHARE 1644 ÷ 1813 = 90\.678%? ≠ 80\.7%/],
  ["寄宿生21213人（8/10所），占在校生的74.8%（8/10所，21213人÷25006人）。", /^proof SHARE 21213 ÷ 25006 = 84\.832 ≠ 74\.8%/],
  ["生师比为17：1（8/10所，25006人÷1644人）。", /^proof RATIO 25006 ÷ 1644 = 15\.21 ≠ 17：1/],
  ["专任教师缺口1656人（8/10所，3200人－1644人）。", /^proof SUM 3200 - 1644 = 1556 ≠ 1656人/],
  // No part of some schools exceeds the whole of all.
  ["在校生27443人（10/10所），其中女生28424人（9/10所），占在校生的45.3%。", /SUBSET/],
])("tells %s", (sentence, proof) => expect(found(sentence).join("\n")).toMatch(proof));

it("reads the coverage of cells", () => {
  const table = (ratio: string): string[] => [
    "| 学校 | 在校生（人） | 专任教师（人） | 生师比（:1） |",
    "| 甲校 | 1600 | 100 | 16 |",
    "| 乙校 | 1500 | 100 | 15 |",
    "| 丙校 | 1200 | — | — |",
    ratio,
  ];
  expect(found(...table("| 全市 | 4300（3/3所） | 200（2/3所） | 16（2/3所） |"))).toEqual([]);
  expect(found(...table("| 全市 | 4400（3/3所） | 200（2/3所） | 16（2/3所） |")).join()).toMatch(/1600 \+ 1500 \+ 1200 = 4300 ≠ 4400/);
});
