/** Internships (学生实习): every batch of students at a firm, with what the regulations ask to be agreed, insured, paid and visited. */
import { any, isIn, isTrue, not } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { batchColumns } from "./internships-columns.ts";
import { beyondObservation, forbidden, paidEnough } from "./internships-conditions.ts";
import { internshipsChecks } from "./internships-checks.ts";
import { internshipsIndicators } from "./internships-indicators.ts";
import { internshipsRules } from "./internships-rules.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：学生实习（天数、对口率、考核四档）");
const reporting = verified("实习监管上报字段（专业、企业信用代码、组织形式、起止日、保险、三方协议及未签说明、对口、高风险、夜班、节假日、备案）");
const rules = unverified("《职业学校学生实习管理规定》（2016年、2021年）");

const batches: LedgerInput = {
  kind: "register",
  code: "internships.batches",
  zh: "学生实习台账",
  en: "Internships",
  reportedBy: ["school"],
  department: "实习就业处",
  note: "一个专业到一家企业的一批学生为一行，按开始日期计入当年；换岗、换企业的另起一行。2021年及以前按认识、跟岗、顶岗填写，2022年起按认识、岗位填写。",
  source: reporting,
  naturalKey: ["programme", "creditCode", "kind", "from"],
  columns: batchColumns,
  elements: [
    {
      code: "internships.students",
      zh: "实习学生",
      en: "Interns",
      unit: "人次",
      aliases: ["学生实习人次", "实习人次", "参加实习学生"],
      note: "按批累加，同一学生先跟岗后顶岗计两次。",
      from: { aggregate: { kind: "sum", column: "students" }, by: { internshipKind: "kind" } },
    },
    { code: "internships.batchCount", zh: "实习批次", en: "Batches", unit: "批", from: { aggregate: { kind: "count" }, by: { internshipKind: "kind" } } },
    { code: "internships.due", zh: "应签三方协议学生", en: "Due an agreement", unit: "人次", note: "跟岗、顶岗（岗位）实习学生；认识实习不要求签协议。", from: { aggregate: { kind: "sum", column: "students" }, where: beyondObservation } },
    {
      code: "internships.agreements",
      zh: "已签三方协议学生",
      en: "With an agreement",
      unit: "人次",
      better: "higher",
      aliases: ["签订三方协议学生", "实习协议签订人数"],
      from: { aggregate: { kind: "sum", column: "agreements" }, where: beyondObservation },
    },
    { code: "internships.insured", zh: "投保实习责任险学生", en: "Insured", unit: "人次", better: "higher", aliases: ["实习责任保险参保学生", "实习投保人数"], from: { aggregate: { kind: "sum", column: "insured" } } },
    { code: "internships.matched", zh: "实习专业对口学生", en: "Matching the programme", unit: "人次", better: "higher", aliases: ["对口实习学生"], from: { aggregate: { kind: "sum", column: "matched" }, by: { internshipKind: "kind" } } },
    { code: "internships.selfArranged", zh: "自行选择实习单位学生", en: "Chosen by the student", unit: "人次", aliases: ["自主实习学生"], from: { aggregate: { kind: "sum", column: "students" }, where: isIn("form", "self") } },
    {
      code: "internships.firms",
      zh: "实习单位",
      en: "Firms",
      unit: "家",
      rollUp: "distinct",
      aliases: ["实习企业", "实习单位数", "实习企业数"],
      note: "按统一社会信用代码去重。",
      from: { aggregate: { kind: "countDistinct", column: "creditCode" } },
    },
    { code: "internships.programmes", zh: "安排实习的专业", en: "Programmes with internships", unit: "种", rollUp: "distinct", aliases: ["实习专业"], from: { aggregate: { kind: "countDistinct", column: "programme" } } },
    { code: "internships.days", zh: "各批实习天数之和", en: "Days of all batches", unit: "天", from: { aggregate: { kind: "sum", column: "days" }, by: { internshipKind: "kind" } } },
    { code: "internships.visits", zh: "实习巡访", en: "Visits", unit: "次", better: "higher", aliases: ["实习检查次数", "实习走访次数"], from: { aggregate: { kind: "sum", column: "visits" } } },
    { code: "internships.teachers", zh: "实习指导教师", en: "Teachers of interns", unit: "人次", aliases: ["实习指导教师人次", "校内实习指导教师"], from: { aggregate: { kind: "sum", column: "teachers" } } },
    { code: "internships.mentors", zh: "企业实习指导人员", en: "Mentors of interns", unit: "人次", from: { aggregate: { kind: "sum", column: "mentors" } } },
    { code: "internships.filed", zh: "已备案实习批次", en: "Batches filed", unit: "批", better: "higher", from: { aggregate: { kind: "count" }, where: isTrue("filed") } },
    {
      code: "internships.odd",
      zh: "有禁止性安排的批次",
      en: "Batches with what is forbidden",
      unit: "批",
      better: "lower",
      aliases: ["违规实习批次"],
      note: "安排夜班、加班、法定节假日、高风险岗位，通过中介，收取费用，或安排未满16周岁学生参加认识实习以外的实习，任一项即计一批。",
      source: rules,
      from: { aggregate: { kind: "count" }, where: any(...Object.values(forbidden)) },
    },
    {
      code: "internships.underpaid",
      zh: "报酬低于试用期工资80%的批次",
      en: "Batches paid less than 80%",
      unit: "批",
      better: "lower",
      source: rules,
      from: { aggregate: { kind: "count" }, where: not(paidEnough) },
    },
    { code: "internships.excellent", zh: "实习考核优秀", en: "Assessed excellent", unit: "人次", better: "higher", from: { aggregate: { kind: "sum", column: "excellent" } } },
    { code: "internships.good", zh: "实习考核良好", en: "Assessed good", unit: "人次", better: "higher", from: { aggregate: { kind: "sum", column: "good" } } },
    { code: "internships.passed", zh: "实习考核合格", en: "Assessed as passed", unit: "人次", from: { aggregate: { kind: "sum", column: "passed" } } },
    { code: "internships.failed", zh: "实习考核不合格", en: "Assessed as failed", unit: "人次", better: "lower", from: { aggregate: { kind: "sum", column: "failed" } } },
  ],
};

const management: LedgerInput = {
  kind: "form",
  code: "internships.management",
  zh: "实习管理表",
  en: "How internships are managed",
  reportedBy: ["school"],
  department: "实习就业处",
  source: sichuan,
  elements: [
    { code: "internships.rules", zh: "实习管理制度", en: "Rules on internships", unit: "个", better: "higher", aliases: ["实习制度"], note: "现行有效的校级实习管理制度、应急预案。" },
    { code: "internships.trained", zh: "实习前培训学生", en: "Trained beforehand", unit: "人次", nature: "flow", better: "higher", aliases: ["岗前培训学生", "实习安全教育人次"] },
    { code: "internships.inspected", zh: "实地考察实习单位", en: "Firms inspected beforehand", unit: "家", nature: "flow", better: "higher", aliases: ["考察实习单位"] },
    { code: "internships.accidents", zh: "实习安全事故", en: "Accidents", unit: "件", nature: "flow", better: "lower", aliases: ["实习事故", "实习安全责任事故"] },
    { code: "internships.complaints", zh: "实习投诉与纠纷", en: "Complaints", unit: "件", nature: "flow", better: "lower", aliases: ["实习投诉"] },
  ],
};

export const internships = defineSubject({
  code: "internships",
  zh: "学生实习",
  en: "Internships",
  ledgers: [batches, management],
  indicators: internshipsIndicators,
  checks: [...internshipsRules, ...internshipsChecks],
});
