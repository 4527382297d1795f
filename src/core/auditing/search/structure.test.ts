/** What is found by how a text is built: bases named in an earlier clause, names exchanged, values glued, divisions spelled out. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

const told = (text: string): string[] => briefly(auditText(index, text));
const staff = "全校任课老师1234人，教工共1567人。任课老师1234人中有女性801人。";
const readers = "全市在读生18420人。新生6213人，毕业生5840人。在读生共18420人。毕业生5840人均已离校。";

describe("how a text is built", () => {
  it.each([
    ["BASE", `${staff}教工结构不断改善，高级老师411人，占比达到33.3%。`],
    ["BASE", `${staff}就教工结构而言，高级老师411人，占比33.3%。`],
    ["BASE", `${staff}教工队伍中，高级老师411人，占到33.3%。`],
    ["SHARE", `${staff}就任课老师结构而言，高级老师411人，占比3.3%。`],
    ["CROSS", `${readers}女生8012人，在毕业生（共18420人）中占43.5%。`],
    ["CROSS", `${readers}农村籍比例为43.5%，即毕业生18420人中有8012人。`],
    ["RESIDUE", "全市新生7,1217,173人，较上年略增。"],
    ["RESIDUE", "全市新生156530171579人。"],
    ["RESIDUE", "全市新生人数由2018年的5104人变为51045213人。招收新生共计5213人。"],
    ["CROSS", "全年数据表明，各类竞赛奖项达5867项。各类竞赛奖项67项。"],
    ["PERCAP", "生均图书由图书藏量93210册除以在读生3107人得到，为33.0册。"],
    [
      "SUM",
      "任课老师374人。教工构成为：任课老师374人，管理干部31人，后勤人员19人，共424人；其中，任课老师包括专业课老师124人、文化课老师110人和实习课老师50人。",
    ],
    ["DIR", "2019年与2018年相比，教工由560人增加至656人，下降了17.1%。"],
  ])("tells %s: %s", (code, text) => {
    expect(told(text).some((each) => each.startsWith(code))).toBe(true);
  });

  it.each([
    `${staff}教工结构不断改善，高级老师411人，占比达到26.2%。`,
    `${staff}就任课老师结构而言，高级老师411人，占比33.3%。`,
    `${staff}党员453人。党员中，教工366人，占教工总数的23.4%。`,
    `${readers}女生8012人，在在读生（共18420人）中占43.5%。`,
    `${readers}按规划规模测算，毕业生应达到6213人。`,
    `${readers}招收初中毕业生5178人，占新生的83.3%。`,
    "生均图书由图书藏量93210册除以在读生3107人得到，为30.0册。",
    `${readers}走读的、毕业生各有6213人、5840人。`,
    "全省常住人口45684992人。",
    "三次招标预算分别为2,1000,300元。",
    "2019年与2018年相比，教工由560人增加至656人，增长了17.1%。",
    "纸质图书由2018年2,052,115册增至本年度2,235,245册，增长8.9%。",
  ])("is silent: %s", (text) => {
    expect(told(text)).toEqual([]);
  });
});
