/** Before a figure is blamed, what else makes it is tried: sound sentences beside the same ones with a slip. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const told = (text: string): string[] => faultsOf(auditText(index, text)).flatMap(({ code, tier }) => (tier === "note" ? [] : [code]));

describe("what else makes a figure", () => {
  it.each([
    // The total grew, not the last of its parts.
    "全年投入资金21603万元，其中省级9860万元、市级7425万元、县区4318万元，较上年的19874万元增长8.7%。",
    "招生1807人，其中东校1087人、西校402人、南校318人，比上年的1742人增加65人。",
    "专任教师578人，职称分布为正高级27人、副高级151人、中级236人、初级141人、未评级23人，高级职称（正高加副高）共178人。",
    "研究项目86项，到账经费2137.5万元，其中横向服务到款1684.2万元，占78.8%，产生经济效益约1.3亿元。",
    "就业专项经费2019年安排328万元，生均（按毕业生计）636元，较2018年的276万元增加52万元。",
    "2019届毕业生比2018届的3514人多214人，落实率94.55%，比2018届（3279人落实，93.31%）高出1.24个百分点。",
    "联合体、共同体共9个，其中牵头2个、参与7个。",
    // A choice of them, and its share.
    "参演节目214个，评出一等奖32个、二等奖58个、三等奖74个，获奖面76.6%。",
    // Months between.
    "为乡村教师5184人发放补助，每人每月平均400元，全年10个月计发2073.6万元。",
    // Somebody else bears the rest.
    "应筹集资金2.81亿元，其中中央补助1.62亿元、省级0.59亿元，其余由市县承担。",
    "总投资9480万元，去年已下达5280万元，今年安排3200万元，其余1000万元列入明年计划。",
    // Of two years of three.
    "合格率由2017年的88.6%、2018年的90.3%提高到2019年的92.1%，两年累计提高3.5个百分点。",
    // The sentence tells the other value of another scope.
    "全市生师比16.2：1，市直为15.7：1，县区为16.7：1。\n二、教师\n县区生师比16.7：1。",
    // Of a year that nothing else is told of.
    "存栏山羊1840只、出栏2650只，全年销售收入486万元，是2016年的1.8倍。",
    "毕业生平均月薪由2017年的2480元提高到2019年的2910元，两年净增430元，年均增长8.3%。",
    "普通高中招生2214人，高中阶段招生合计4021人，职普比为44.9∶55.1。",
  ])("keeps silent: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ["SHARE", "职业年金缴费支出257.14万元。年初预算为274.82万元，支出决算为245.53万元，完成年初预算的93.57%。"],
    ["SUM", "全校学生5180人，其中一年级1830人、二年级1720人、三年级1603人。"],
    ["DIR", "全市在校生由34731人升到32582人，下降6.2%。"],
  ])("still tells %s: %s", (code, text) => {
    expect(told(text)).toContain(code);
  });
});

describe("blame out of all proportion", () => {
  it.each([
    "动力电池产业链产值297.4亿元，增长21.6%，产业链上企业由2016年的38家增加到71家。",
    "农林水支出64.19亿元；民生支出合计占一般公共预算支出486.35亿元的79.2%。",
    "新增规模以上企业164家，其中工业57家、服务业107家，年末企业总数达到1327家。",
    "本科84.15%（落实4315人）、硕士93.98%（落实1171人）、博士97.37%（落实37人）。",
  ])("is not believed: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ["SHARE", "专任教师2400人，其中专业课教师1200人，占专任教师的5.0%。"],
    ["SUM", "建成精品课程市级21门、校级34门，共计139门。"],
  ])("is, where a slip or the sentence explains it, %s: %s", (code, text) => {
    expect(told(text)).toContain(code);
  });
});
