/** Funding (经费保障): the surcharge and appropriations of governments, income and spending of schools, capital projects. */
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { fundingChecks } from "./funding-checks.ts";
import { fundingIndicators } from "./funding-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目");
const surchargeRule = unverified("国发〔2014〕19号：城市教育费附加不低于30%用于职业教育");
const sixTables = unverified("职业教育质量年度报告附表6《落实政策表》（2023—2024年表式）");

const government: LedgerInput = {
  kind: "form",
  code: "funding.government",
  zh: "政府投入表",
  en: "Government funding",
  reportedBy: ["county", "city"],
  department: "财务科",
  note: "市填市本级，县（市、区）填本级，不含下级；全市数由系统相加。金额按决算口径，单位元，可带“万元”填写。",
  elements: [
    {
      code: "funding.surchargeLevied",
      zh: "教育费附加征收额",
      en: "Education surcharge levied",
      unit: "元",
      nature: "flow",
      aliases: ["教育费附加", "城市教育费附加", "教育费附加收入", "教育费附加总额"],
      note: "当年实际入库数，不含地方教育附加。",
      source: surchargeRule,
    },
    {
      code: "funding.surchargeVocational",
      zh: "教育费附加用于职业教育的金额",
      en: "Surcharge spent on vocational education",
      unit: "元",
      nature: "flow",
      better: "higher",
      aliases: ["教育费附加用于职业教育", "用于职业教育的教育费附加", "职业教育附加费支出"],
      note: "实际安排用于职业教育（含高职）的支出数，不是按比例推算数。",
      source: surchargeRule,
    },
    { code: "funding.educationExpenditure", zh: "一般公共预算教育支出", en: "Public budget for education", unit: "元", nature: "flow", better: "higher", aliases: ["教育支出", "公共财政教育支出", "教育经费总投入"] },
    {
      code: "funding.vocationalExpenditure",
      zh: "中等职业教育财政投入",
      en: "Public spending on secondary vocational education",
      unit: "元",
      nature: "flow",
      better: "higher",
      aliases: ["职业教育财政投入", "职业教育投入", "中职教育经费", "财政性职业教育经费"],
      note: "本级财政安排到中等职业教育的基本支出与项目支出，含已列教育费附加部分。",
    },
    { code: "funding.vocationalSpecial", zh: "其中：职业教育专项经费", en: "of which special funds", unit: "元", nature: "flow", better: "higher", aliases: ["职业教育专项经费", "年财政专项拨款", "职教专项", "专项资金"], source: sixTables },
  ],
};

const school: LedgerInput = {
  kind: "form",
  code: "funding.school",
  zh: "学校经费收支表",
  en: "Income and spending of the school",
  reportedBy: ["school"],
  department: "财务处",
  note: "按年度决算填写，单位元；没有发生填0，民办学校没有财政拨款的填0。",
  source: sichuan,
  elements: [
    {
      code: "funding.appropriation",
      zh: "财政拨款",
      en: "Appropriations",
      unit: "元",
      dimensions: ["fundingLevel"],
      nature: "flow",
      better: "higher",
      aliases: ["财政投入", "财政拨款收入", "地方财政投入", "中央财政投入", "各级财政投入"],
      note: "含基本支出与项目支出拨款；不含学费返还。",
      source: sichuan,
    },
    { code: "funding.otherIncome", zh: "其他收入", en: "Other income", unit: "元", nature: "flow", aliases: ["事业收入", "学费收入", "自筹经费"], note: "事业收入、经营收入、捐赠、举办者投入等财政拨款以外的全部收入。" },
    {
      code: "funding.budgetExpenditure",
      zh: "一般公共预算教育事业费支出",
      en: "Recurrent public spending",
      unit: "元",
      nature: "flow",
      better: "higher",
      aliases: ["公共财政预算教育事业费", "一般公共预算教育事业费", "预算内教育事业费"],
      note: "支出口径，不含基本建设；与“财政拨款”（收入口径）不同，两者不可混用。",
    },
    { code: "funding.expenditure", zh: "学校总支出", en: "Total spending", unit: "元", nature: "flow", aliases: ["总支出", "经费总支出", "年度支出"] },
    { code: "funding.publicExpenditure", zh: "其中：公用经费支出", en: "of which public (non-staff) spending", unit: "元", nature: "flow", aliases: ["公用经费", "公用经费支出", "商品和服务支出"], source: sichuan },
    { code: "funding.dailyTeaching", zh: "日常教学经费", en: "Daily teaching", unit: "元", nature: "flow", better: "higher", aliases: ["日常教学经费支出", "教学经费"], source: sichuan },
    { code: "funding.teacherTraining", zh: "教师培训经费", en: "Teacher training", unit: "元", nature: "flow", better: "higher", aliases: ["教师培训费", "师资培训经费"], source: sichuan },
    { code: "funding.teachingReform", zh: "教学改革经费", en: "Teaching reform", unit: "元", nature: "flow", better: "higher", aliases: ["教改经费"], source: sichuan },
    { code: "funding.research", zh: "教科研经费", en: "Research", unit: "元", nature: "flow", better: "higher", aliases: ["科研经费", "教研经费"], source: sichuan },
    { code: "funding.internship", zh: "实习专项经费", en: "Internships", unit: "元", nature: "flow", better: "higher", aliases: ["年实习专项经费", "实习经费"], source: sixTables },
    { code: "funding.internshipInsurance", zh: "其中：实习责任保险经费", en: "of which liability insurance", unit: "元", nature: "flow", better: "higher", aliases: ["实习责任保险", "实习责任保险经费"], source: sixTables },
    { code: "funding.partTimePay", zh: "企业兼职教师课酬", en: "Pay of part-time teachers from firms", unit: "元", nature: "flow", aliases: ["年支付企业兼职教师课酬", "兼职教师课酬"], source: sixTables },
    { code: "funding.liabilities", zh: "年末负债", en: "Liabilities", unit: "元", better: "lower", aliases: ["负债", "负债总额", "债务"], source: sichuan },
    { code: "funding.loans", zh: "其中：银行贷款", en: "of which loans", unit: "元", better: "lower", aliases: ["贷款", "银行贷款余额"], source: sichuan },
  ],
};

const projects: LedgerInput = {
  kind: "register",
  code: "funding.projects",
  zh: "建设项目台账",
  en: "Capital projects",
  reportedBy: ["school", "county", "city"],
  department: "项目办",
  note: "谁建设谁填，同一项目只由一个单位填报。跨年度项目每年都填，“本年支付”只填当年。分期建设的，每期一行。",
  source: sichuan,
  naturalKey: ["name"],
  columns: [
    { code: "name", zh: "项目名称", en: "Project", type: "text", required: true, aliases: ["项目", "工程名称"] },
    { code: "kind", zh: "项目类别", en: "Kind", type: "choice", choices: "projectKind", required: true, aliases: ["项目类型", "类型"] },
    { code: "state", zh: "项目状态", en: "State", type: "choice", choices: "projectState", required: true, aliases: ["状态", "进展"] },
    { code: "startedOn", zh: "开工（启动）日期", en: "Start", type: "date", required: false, aliases: ["开工日期", "启动日期"] },
    { code: "completedOn", zh: "完工（验收）日期", en: "Completed on", type: "date", required: false, aliases: ["完工日期", "竣工日期", "验收日期"] },
    { code: "budget", zh: "项目总预算", en: "Budget", type: "decimal", unit: "元", required: true, aliases: ["总投资", "预算", "金额"] },
    { code: "paidThisYear", zh: "本年支付", en: "Paid this year", type: "decimal", unit: "元", required: true, aliases: ["本年完成投资", "当年支付"] },
    { code: "paid", zh: "累计支付", en: "Paid so far", type: "decimal", unit: "元", required: true, aliases: ["累计完成投资", "到账金额"] },
    { code: "progress", zh: "形象进度", en: "Progress", type: "decimal", unit: "%", required: true, aliases: ["进度", "完成进度"] },
    { code: "fundSource", zh: "资金来源", en: "Source of funds", type: "text", required: false },
  ],
  elements: [
    { code: "funding.projectCount", zh: "建设项目数", en: "Projects", unit: "个", better: "neutral", aliases: ["建设项目", "投入项目"], from: { aggregate: { kind: "count" }, by: { projectState: "state" } } },
    { code: "funding.projectsByKind", zh: "分类别建设项目数", en: "Projects by kind", unit: "个", aliases: ["实训基地项目", "信息化建设项目"], from: { aggregate: { kind: "count" }, by: { projectKind: "kind" } } },
    { code: "funding.projectBudget", zh: "建设项目总预算", en: "Budget of projects", unit: "元", aliases: ["项目总投资", "概算总投资"], from: { aggregate: { kind: "sum", column: "budget" }, by: { projectKind: "kind" } } },
    {
      code: "funding.projectPaidThisYear",
      zh: "建设项目本年支付",
      en: "Paid this year",
      unit: "元",
      better: "higher",
      aliases: ["本年完成投资", "年度投资"],
      from: { aggregate: { kind: "sum", column: "paidThisYear" }, by: { projectKind: "kind" } },
    },
    { code: "funding.projectPaid", zh: "建设项目累计支付", en: "Paid so far", unit: "元", better: "higher", aliases: ["累计完成投资"], from: { aggregate: { kind: "sum", column: "paid" } } },
  ],
};

export const funding = defineSubject({
  code: "funding",
  zh: "经费保障",
  en: "Funding",
  ledgers: [government, school, projects],
  indicators: fundingIndicators,
  checks: fundingChecks,
});
