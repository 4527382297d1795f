/** Employment (就业质量): where the graduates of the year went, what jobs they have, what they earn, how they were guided. */
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { employmentChecks } from "./employment-checks.ts";
import { guidanceLedgers } from "./employment-guidance.ts";
import { employmentIndicators } from "./employment-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：就业质量");
const ministry = verified("教育部2012年全国中等职业学校毕业生就业情况：就业学生＝企事业单位＋个体经营＋升学");
const sixTables = unverified("职业教育质量年度报告附表1《人才培养质量计分卡》、附表4《服务贡献表》（2023—2024年表式）");

const destinations: LedgerInput = {
  kind: "form",
  code: "employment.destinations",
  zh: "毕业生去向表",
  en: "Destinations of graduates",
  reportedBy: ["school"],
  department: "招生就业处",
  note: "统计当年毕业的学历教育学生，按上报主管部门的就业统计时点填写。五种去向（直接就业、升学、参军入伍、自主创业、未就业）互不重复，相加等于毕业生数。",
  source: sichuan,
  elements: [
    { code: "employment.graduates", zh: "毕业生数", en: "Graduates", unit: "人", nature: "flow", aliases: ["毕业生", "中职毕业生", "毕业生总数", "应届毕业生", "毕业学生"], note: "当年取得毕业证书的学历教育学生，不含结业、肄业。" },
    {
      code: "employment.direct",
      zh: "直接就业人数",
      en: "In jobs",
      unit: "人",
      nature: "flow",
      aliases: ["直接就业", "直接就业毕业生", "直接就业学生"],
      note: "到用人单位就业和灵活就业的毕业生，不含升学、参军和自主创业。",
      source: ministry,
    },
    {
      code: "employment.furtherStudy",
      zh: "升学人数",
      en: "In further study",
      unit: "人",
      nature: "flow",
      dimensions: ["furtherStudyKind"],
      aliases: ["升学", "升入高一级学校", "升入高一级学校继续学习", "升入高等学校", "选择升学"],
      note: "升入高一级学校学习并已注册（录取）的毕业生；一人只按一种途径统计。",
      source: ministry,
    },
    {
      code: "employment.furtherStudyByLevel",
      zh: "分层次升学人数",
      en: "In further study by level",
      unit: "人",
      nature: "flow",
      dimensions: ["furtherStudyLevel"],
      aliases: ["升入本科人数", "升入高职人数"],
      note: "与升学人数为同一批学生，按升入学校的层次再分一次。",
      source: sixTables,
    },
    { code: "employment.army", zh: "参军入伍人数", en: "In the army", unit: "人", nature: "flow", aliases: ["参军", "参军入伍", "入伍"], note: "计入就业人数。", source: sichuan },
    { code: "employment.business", zh: "自主创业人数", en: "Own business", unit: "人", nature: "flow", aliases: ["自主创业", "创业人数", "毕业生创业"], note: "本人创办并已登记的经营主体；受雇于个体工商户的计入直接就业。", source: sichuan },
    { code: "employment.unemployed", zh: "未就业人数", en: "None of these", unit: "人", nature: "flow", better: "lower", aliases: ["未就业", "待就业人数", "未落实去向人数", "待业"], note: "统计时点尚未落实去向的毕业生。" },
    {
      code: "employment.matched",
      zh: "对口就业人数",
      en: "In jobs that match the programme",
      unit: "人",
      nature: "flow",
      better: "higher",
      aliases: ["对口就业", "专业对口就业", "专业对口人数"],
      note: "直接就业学生中，岗位与所学专业相同或相近的人数。是直接就业的一部分；对口升学的学生不算对口就业。",
      source: verified("广东省2018年中职毕业生就业情况、2013年全国中职就业情况：“直接就业学生中，对口就业……”"),
    },
  ],
};

const jobs: LedgerInput = {
  kind: "form",
  code: "employment.jobs",
  zh: "直接就业结构表",
  en: "Jobs of graduates",
  reportedBy: ["school"],
  department: "招生就业处",
  note: "只统计直接就业的毕业生。按产业、单位性质、合同、地域、渠道各分一次，每一种分法相加都等于直接就业人数。",
  source: sichuan,
  elements: [
    { code: "employment.bySector", zh: "分产业直接就业人数", en: "In jobs by sector", unit: "人", nature: "flow", dimensions: ["industrySector"], aliases: ["三次产业就业人数", "面向三次产业就业人数"] },
    { code: "employment.byEmployer", zh: "分单位性质直接就业人数", en: "In jobs by kind of employer", unit: "人", nature: "flow", dimensions: ["employerKind"], aliases: ["就业单位性质"] },
    { code: "employment.byContract", zh: "分合同直接就业人数", en: "In jobs by contract", unit: "人", nature: "flow", dimensions: ["contractKind"], aliases: ["劳动合同签订人数"] },
    { code: "employment.byPlace", zh: "分地域直接就业人数", en: "In jobs by place", unit: "人", nature: "flow", dimensions: ["jobPlace"], aliases: ["就业地域分布"] },
    { code: "employment.byChannel", zh: "分渠道直接就业人数", en: "In jobs by channel", unit: "人", nature: "flow", dimensions: ["jobChannel"], aliases: ["就业渠道分布"] },
    { code: "employment.insured", zh: "参加社会保险人数", en: "With social insurance", unit: "人", nature: "flow", better: "higher", aliases: ["参加社保人数", "缴纳社会保险人数", "有社保的毕业生"] },
    {
      code: "employment.atPartnerFirms",
      zh: "合作企业接收就业人数",
      en: "Taken by partner firms",
      unit: "人",
      nature: "flow",
      better: "higher",
      aliases: ["合作企业接收毕业生", "合作企业接收就业", "企业接收毕业生"],
      note: "到与本校签有合作协议的企业就业的人数。",
    },
    { code: "employment.bySmallFirms", zh: "到中小微企业就业人数", en: "At small and medium firms", unit: "人", nature: "flow", aliases: ["中小微企业就业"], source: sixTables, since: 2022 },
    { code: "employment.byLargeFirms", zh: "到大型企业就业人数", en: "At large firms", unit: "人", nature: "flow", aliases: ["大型企业就业", "规模以上企业就业"], source: sixTables, since: 2022 },
    { code: "employment.westNortheast", zh: "到西部和东北地区就业人数", en: "In the west and northeast", unit: "人", nature: "flow", aliases: ["到西部东北就业", "西部和东北就业"], source: sixTables, since: 2022 },
    {
      code: "employment.tracked",
      zh: "毕业半年跟踪人数",
      en: "Asked again after six months",
      unit: "人",
      nature: "flow",
      aliases: ["半年跟踪人数", "跟踪调查人数"],
      note: "上一届直接就业毕业生中，毕业（顶岗）满六个月时联系到并核实了去向的人数。",
    },
    {
      code: "employment.stable",
      zh: "其中：半年后仍在岗人数",
      en: "of which still employed",
      unit: "人",
      nature: "flow",
      better: "higher",
      aliases: ["半年后仍在岗", "稳定就业人数"],
      note: "满六个月时仍在原单位，或已换单位但没有中断就业的，都算在岗。",
      source: sichuan,
    },
    { code: "employment.threeYearTracked", zh: "毕业三年跟踪人数", en: "Asked again after three years", unit: "人", nature: "flow", aliases: ["毕业三年调查人数"], source: sixTables, since: 2022 },
    { code: "employment.promoted", zh: "其中：三年内职位晋升人数", en: "of which promoted", unit: "人", nature: "flow", better: "higher", aliases: ["毕业三年晋升人数"], source: sixTables, since: 2022 },
  ],
};

const pay: LedgerInput = {
  kind: "register",
  code: "employment.paySurveys",
  zh: "毕业生起薪调查台账",
  en: "Surveys of starting pay",
  reportedBy: ["school"],
  department: "招生就业处",
  note: "每次调查一行。填样本人数和这些人的月收入合计，平均数由系统计算；没有开展调查的保留空表，不得填估计数。",
  source: verified("上海市2023年中职毕业生就业情况：平均起薪与调查人数同时公布"),
  naturalKey: ["surveyedOn", "method"],
  columns: [
    { code: "surveyedOn", zh: "调查日期", en: "Date", type: "date", required: true, aliases: ["调查时间", "统计日期"] },
    { code: "method", zh: "调查方式", en: "Method", type: "choice", choices: "surveyMethod", required: true, aliases: ["方式"] },
    { code: "sample", zh: "样本人数", en: "Sample", type: "integer", unit: "人", required: true, aliases: ["调查人数", "样本数", "有效问卷"] },
    { code: "payTotal", zh: "初次就业月收入合计", en: "Total monthly pay", type: "decimal", unit: "元", required: true, aliases: ["月收入合计", "起薪合计"], note: "样本中每人初次就业的税前月收入相加，不含奖金补贴以外的一次性收入。" },
    { code: "lowest", zh: "最低月收入", en: "Lowest", type: "decimal", unit: "元", required: false },
    { code: "highest", zh: "最高月收入", en: "Highest", type: "decimal", unit: "元", required: false },
  ],
  elements: [
    { code: "employment.paySample", zh: "起薪调查样本人数", en: "Sample of the pay survey", unit: "人", better: "higher", aliases: ["起薪样本", "月收入调查人数"], from: { aggregate: { kind: "sum", column: "sample" } } },
    { code: "employment.payTotal", zh: "起薪调查月收入合计", en: "Total pay of the sample", unit: "元", from: { aggregate: { kind: "sum", column: "payTotal" } } },
  ],
};

export const employment = defineSubject({
  code: "employment",
  zh: "就业质量",
  en: "Employment",
  ledgers: [destinations, jobs, pay, ...guidanceLedgers],
  indicators: employmentIndicators,
  checks: employmentChecks,
});
