/** Checks of funding, each with data that passes and data that fails. */
import { measure, product, number, sumOf } from "../../core/definition/formula.ts";
import { column, compareValues, implies, isIn, literal, present } from "../../core/definition/row.ts";
import { unverified } from "../../core/definition/source.ts";
import type { CheckInput } from "../../core/definition/subject.ts";

const surchargeRule = unverified("国发〔2014〕19号：城市教育费附加不低于30%用于职业教育");

export const fundingChecks: readonly CheckInput[] = [
  {
    code: "funding.surchargeWithin", zh: "用于职业教育的附加不多于征收额", en: "The part spent is within the surcharge", finding: "SUBSET", tier: "warning", at: ["county", "city"],
    rule: { kind: "atMost", left: measure("funding.surchargeVocational"), right: measure("funding.surchargeLevied") },
    repair: "核对是否单位错位（元与万元），或含以前年度结转并说明。",
    passes: [{ cells: { "funding.surchargeVocational": "3120000", "funding.surchargeLevied": "10000000" } }],
    fails: [{ cells: { "funding.surchargeVocational": "31200000", "funding.surchargeLevied": "10000000" } }],
  },
  {
    code: "funding.surchargeFloor", zh: "教育费附加用于职业教育不低于30%", en: "At least 30% of the surcharge goes to vocational education", finding: "STD", tier: "warning", at: ["county", "city"], source: surchargeRule,
    rule: { kind: "atMost", left: product(number("0.3"), measure("funding.surchargeLevied")), right: measure("funding.surchargeVocational") },
    repair: "未达规定的，在说明中写清原因和补足计划；不得以“已按30%安排”代替金额。",
    passes: [{ cells: { "funding.surchargeVocational": "3000000", "funding.surchargeLevied": "10000000" } }],
    fails: [{ cells: { "funding.surchargeVocational": "2999999", "funding.surchargeLevied": "10000000" } }],
  },
  {
    code: "funding.vocationalWithin", zh: "中职财政投入不多于教育支出", en: "Vocational spending is within education spending", finding: "SUBSET", tier: "proof", at: ["county", "city"],
    rule: { kind: "atMost", left: measure("funding.vocationalExpenditure"), right: measure("funding.educationExpenditure") },
    repair: "核对两项是否同为本级决算数、单位是否一致。",
    passes: [{ cells: { "funding.vocationalExpenditure": "9", "funding.educationExpenditure": "100" } }],
    fails: [{ cells: { "funding.vocationalExpenditure": "101", "funding.educationExpenditure": "100" } }],
  },
  {
    code: "funding.specialWithin", zh: "专项经费不多于中职财政投入", en: "Special funds are within vocational spending", finding: "SUBSET", tier: "proof", at: ["county", "city"],
    rule: { kind: "atMost", left: measure("funding.vocationalSpecial"), right: measure("funding.vocationalExpenditure") },
    repair: "“其中”项应含在财政投入内。",
    passes: [{ cells: { "funding.vocationalSpecial": "15", "funding.vocationalExpenditure": "90" } }],
    fails: [{ cells: { "funding.vocationalSpecial": "95", "funding.vocationalExpenditure": "90" } }],
  },
  {
    code: "funding.publicWithin", zh: "公用经费不多于总支出", en: "Public spending is within total spending", finding: "SUBSET", tier: "proof",
    rule: { kind: "atMost", left: measure("funding.publicExpenditure"), right: measure("funding.expenditure") },
    repair: "按决算表核对。",
    passes: [{ cells: { "funding.publicExpenditure": "80", "funding.expenditure": "400" } }],
    fails: [{ cells: { "funding.publicExpenditure": "401", "funding.expenditure": "400" } }],
  },
  {
    code: "funding.budgetWithin", zh: "一般公共预算教育事业费支出不多于总支出", en: "Recurrent public spending is within total spending", finding: "SUBSET", tier: "proof",
    rule: { kind: "atMost", left: measure("funding.budgetExpenditure"), right: measure("funding.expenditure") },
    repair: "按决算表核对；教育事业费不含基建支出。",
    passes: [{ cells: { "funding.budgetExpenditure": "330", "funding.expenditure": "400" } }],
    fails: [{ cells: { "funding.budgetExpenditure": "430", "funding.expenditure": "400" } }],
  },
  {
    code: "funding.purposesWithin", zh: "各专门用途经费之和不多于总支出", en: "Spending by purpose is within total spending", finding: "SUM", tier: "warning",
    rule: { kind: "atMost", left: sumOf("funding.dailyTeaching", "funding.teacherTraining", "funding.teachingReform", "funding.research", "funding.internship", "funding.partTimePay"), right: measure("funding.expenditure") },
    repair: "检查某项是否重复列支，或单位是否为万元。",
    passes: [{ cells: { "funding.dailyTeaching": "36", "funding.teacherTraining": "5", "funding.teachingReform": "2", "funding.research": "2", "funding.internship": "1", "funding.partTimePay": "2", "funding.expenditure": "400" } }],
    fails: [{ cells: { "funding.dailyTeaching": "360", "funding.teacherTraining": "50", "funding.teachingReform": "20", "funding.research": "20", "funding.internship": "10", "funding.partTimePay": "20", "funding.expenditure": "400" } }],
  },
  {
    code: "funding.insuranceWithin", zh: "实习责任保险经费不多于实习专项经费", en: "Insurance is within internship funds", finding: "SUBSET", tier: "proof",
    rule: { kind: "atMost", left: measure("funding.internshipInsurance"), right: measure("funding.internship") },
    repair: "“其中”项应含在实习专项经费内。",
    passes: [{ cells: { "funding.internshipInsurance": "30000", "funding.internship": "200000" } }],
    fails: [{ cells: { "funding.internshipInsurance": "300000", "funding.internship": "200000" } }],
  },
  {
    code: "funding.loansWithin", zh: "银行贷款不多于负债", en: "Loans are among liabilities", finding: "SUBSET", tier: "proof",
    rule: { kind: "atMost", left: measure("funding.loans"), right: measure("funding.liabilities") },
    repair: "贷款应计入年末负债。",
    passes: [{ cells: { "funding.loans": "0", "funding.liabilities": "0" } }],
    fails: [{ cells: { "funding.loans": "1", "funding.liabilities": "0" } }],
  },
  {
    code: "funding.spentWithinMeans", zh: "总支出与总收入大体相当", en: "Spending is near income", finding: "CROSS", tier: "warning",
    rule: { kind: "atMost", left: measure("funding.expenditure"), right: product(number("1.5"), measure("funding.income")) },
    repair: "支出超过当年收入一半以上的，核对单位，或说明动用结转、贷款的情况。",
    passes: [{ cells: { "funding.expenditure": "400", "funding.appropriation": "300", "funding.otherIncome": "80" } }],
    fails: [{ cells: { "funding.expenditure": "4000", "funding.appropriation": "300", "funding.otherIncome": "80" } }],
  },
  {
    code: "funding.perStudentRange", zh: "生均财政拨款在常见范围内", en: "Appropriation per student has a usual size", finding: "RANGE", tier: "warning",
    rule: { kind: "between", of: measure("funding.appropriationPerStudent"), high: "100000" },
    repair: "超过10万元/生多是把万元填成元或反之，请核对单位。",
    passes: [{ cells: { "funding.appropriation": "12600000", "students.enrolled": "1000" } }],
    fails: [{ cells: { "funding.appropriation": "126000000000", "students.enrolled": "1000" } }],
  },
  {
    code: "funding.appropriationChange", zh: "财政拨款年度变化在五成以内", en: "Appropriations within half of last year's", finding: "DELTA", tier: "warning",
    rule: { kind: "changeWithin", of: measure("funding.appropriation"), share: "0.5" },
    repair: "核对单位与口径，或说明大额项目拨款。",
    passes: [{ cells: { "funding.appropriation": "330", "funding.appropriation@-1": "300" } }],
    fails: [{ cells: { "funding.appropriation": "900", "funding.appropriation@-1": "300" } }],
  },
  {
    code: "funding.perStudentOutlier", zh: "生均财政拨款偏离同类学校", en: "Appropriation per student far from peers", finding: "RANGE", tier: "warning",
    rule: { kind: "outlier", of: measure("funding.appropriationPerStudent"), deviations: "6" },
    repair: "核对单位与在校生数；确属实的说明原因。",
    passes: [{ cells: { "funding.appropriation": "12600000", "students.enrolled": "1000" }, peers: ["12000", "12500", "13000", "11800", "12700"] }],
    fails: [{ cells: { "funding.appropriation": "93000000", "students.enrolled": "1000" }, peers: ["12000", "12500", "13000", "11800", "12700"] }],
  },
  {
    code: "funding.projectPaidOrder", zh: "本年支付不多于累计支付", en: "Paid this year is within paid so far", finding: "SUBSET", tier: "proof", at: ["school", "county", "city"],
    rule: { kind: "rows", ledger: "funding.projects", holds: compareValues(column("paidThisYear"), "≤", column("paid")) },
    repair: "累计支付应含本年支付。",
    passes: [{ rows: { "funding.projects": [{ paidThisYear: "100", paid: "100" }] } }],
    fails: [{ rows: { "funding.projects": [{ paidThisYear: "101", paid: "100" }] } }],
  },
  {
    code: "funding.projectPaidWithinBudget", zh: "累计支付不多于项目总预算", en: "Paid so far is within the budget", finding: "SUBSET", tier: "warning", at: ["school", "county", "city"],
    rule: { kind: "rows", ledger: "funding.projects", holds: compareValues(column("paid"), "≤", column("budget")) },
    repair: "预算有调整的填调整后数，并说明。",
    passes: [{ rows: { "funding.projects": [{ paid: "100", budget: "120" }] } }],
    fails: [{ rows: { "funding.projects": [{ paid: "121", budget: "120" }] } }],
  },
  {
    code: "funding.projectProgressRange", zh: "形象进度在0—100%之间", en: "Progress lies between 0 and 100%", finding: "RANGE", tier: "proof", at: ["school", "county", "city"],
    rule: { kind: "rows", ledger: "funding.projects", holds: { kind: "all", of: [compareValues(column("progress"), "≥", literal(0)), compareValues(column("progress"), "≤", literal(100))] } },
    repair: "填百分数，例如 65。",
    passes: [{ rows: { "funding.projects": [{ progress: "65" }] } }],
    fails: [{ rows: { "funding.projects": [{ progress: "165" }] } }],
  },
  {
    code: "funding.projectCompleted", zh: "完工项目有完工日期且进度为100%", en: "A completed project has its date and full progress", finding: "CROSS", tier: "warning", at: ["school", "county", "city"],
    rule: { kind: "rows", ledger: "funding.projects", holds: implies(isIn("state", "completed"), { kind: "all", of: [present("completedOn"), compareValues(column("progress"), "=", literal(100))] }) },
    repair: "补填完工（验收）日期，进度改为100；未完工的改状态。",
    passes: [{ rows: { "funding.projects": [{ state: "completed", completedOn: "2019-11-30", progress: "100" }, { state: "running", completedOn: null, progress: "60" }] } }],
    fails: [{ rows: { "funding.projects": [{ state: "completed", completedOn: null, progress: "100" }] } }],
  },
  {
    code: "funding.projectDates", zh: "完工日期不早于开工日期", en: "A project ends on or after its start", finding: "RANGE", tier: "proof", at: ["school", "county", "city"],
    rule: { kind: "rows", ledger: "funding.projects", holds: compareValues(column("completedOn"), "≥", column("startedOn")) },
    repair: "核对日期。",
    passes: [{ rows: { "funding.projects": [{ startedOn: "2018-03-01", completedOn: "2019-11-30" }] } }],
    fails: [{ rows: { "funding.projects": [{ startedOn: "2019-11-30", completedOn: "2018-03-01" }] } }],
  },
];
