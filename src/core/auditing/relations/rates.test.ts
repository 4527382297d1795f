/** Named rates and per-head values follow their definition; those of other years, other schools and of rules are left alone. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("named rates", () => {
  it.each([
    "全市毕业生8000人，就业7600人，就业率95%。",
    "在校生24600人，专任教师1640人，生师比15：1。",
    "在校生24600人，图书738000册，生均图书30册。",
    "参加考试1200人，合格1080人，合格率90%。",
    "毕业生8000人，就业7600人，就业率达到90%以上。",
    "参加认定6568人次，取得证书5217人次，通过率79.43%。",
    "登记问题312个，已完成整改287个，整改率91.99%。",
    "床位2480张，入住2260张，使用率91.1%。",
  ])("hold: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["全市毕业生8000人，就业7600人，就业率96.5%。", "SHARE warning 就业率96.5%", "7600 ÷ 8000 = 95% ≠ 96.5%"],
    ["在校生24600人，专任教师1640人，生师比17：1。", "RATIO warning 生师比17：1", "24600 ÷ 1640 = 15：1 ≠ 17：1"],
    ["在校生24600人，图书738000册，生均图书40册。", "PERCAP warning 生均图书40册", "738000 ÷ 24600 = 30册 ≠ 40册"],
    ["参加考试1200人，合格1080人，合格率92%。", "SHARE warning 合格率92%", "1080 ÷ 1200 = 90% ≠ 92%"],
    ["参加认定6568人次，取得证书5217人次，通过率61.25%。", "SHARE warning 通过率61.25%", "5217 ÷ 6568 = 79.4306% ≠ 61.25%"],
    ["床位2480张，入住2260张，使用率72.4%。", "SHARE warning 使用率72.4%", "2260 ÷ 2480 = 91.129% ≠ 72.4%"],
    ["毕业生3000人，就业2000人，就业率66.6%。", "ROUND warning 就业率66.6%", "2000 ÷ 3000 = 66.667%"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "全市毕业生8000人，就业7600人。2018年就业率96.5%。",
    "全市毕业生8000人，就业7600人。青河县职教中心就业率98.5%。",
    "全市毕业生8000人，就业7600人，用人单位满意率96.5%。",
    "在校生24600人，专任教师1640人，达到生师比不高于20：1的要求。",
    "在校生24600人，专任教师1640人，力争明年生师比达到14：1。",
    "全市毕业生8000人，就业7600人。护理专业就业率98.5%。",
    "全市毕业生8000人，就业7600人，护理专业就业率98.5%。",
    "本科学历教师185人，研究生学历7人，学历合格率达100%。",
    "组织培训12期、1860人次，考核合格率91.6%。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
