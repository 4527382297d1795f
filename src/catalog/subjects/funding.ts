/** Funding (经费保障): the surcharge and appropriations of governments, income and spending of schools, capital projects. */
import { measure, per, product, number, share, sumOf } from "../../core/definition/formula.ts";
import { column, compareValues, implies, isIn, literal, present } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";

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
    { code: "funding.surchargeLevied", zh: "教育费附加征收额", en: "Education surcharge levied", unit: "元", nature: "flow", aliases: ["教育费附加", "城市教育费附加", "教育费附加收入", "教育费附加总额"], note: "当年实际入库数，不含地方教育附加。", source: surchargeRule },
    { code: "funding.surchargeVocational", zh: "教育费附加用于职业教育的金额", en: "Surcharge spent on vocational education", unit: "元", nature: "flow", better: "higher", aliases: ["教育费附加用于职业教育", "用于职业教育的教育费附加", "职业教育附加费支出"], note: "实际安排用于职业教育（含高职）的支出数，不是按比例推算数。", source: surchargeRule },
    { code: "funding.educationExpenditure", zh: "一般公共预算教育支出", en: "Public budget for education", unit: "元", nature: "flow", better: "higher", aliases: ["教育支出", "公共财政教育支出", "教育经费总投入"] },
    { code: "funding.vocationalExpenditure", zh: "中等职业教育财政投入", en: "Public spending on secondary vocational education", unit: "元", nature: "flow", better: "higher", aliases: ["职业教育财政投入", "职业教育投入", "中职教育经费", "财政性职业教育经费"], note: "本级财政安排到中等职业教育的基本支出与项目支出，含已列教育费附加部分。" },
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
    { code: "funding.appropriation", zh: "财政拨款", en: "Appropriations", unit: "元", dimensions: ["fundingLevel"], nature: "flow", better: "higher", aliases: ["财政投入", "财政拨款收入", "地方财政投入", "中央财政投入", "各级财政投入"], note: "含基本支出与项目支出拨款；不含学费返还。", source: sichuan },
    { code: "funding.otherIncome", zh: "其他收入", en: "Other income", unit: "元", nature: "flow", aliases: ["事业收入", "学费收入", "自筹经费"], note: "事业收入、经营收入、捐赠、举办者投入等财政拨款以外的全部收入。" },
    { code: "funding.budgetExpenditure", zh: "一般公共预算教育事业费支出", en: "Recurrent public spending", unit: "元", nature: "flow", better: "higher", aliases: ["公共财政预算教育事业费", "一般公共预算教育事业费", "预算内教育事业费"], note: "支出口径，不含基本建设；与“财政拨款”（收入口径）不同，两者不可混用。" },
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
    { code: "funding.projectPaidThisYear", zh: "建设项目本年支付", en: "Paid this year", unit: "元", better: "higher", aliases: ["本年完成投资", "年度投资"], from: { aggregate: { kind: "sum", column: "paidThisYear" }, by: { projectKind: "kind" } } },
    { code: "funding.projectPaid", zh: "建设项目累计支付", en: "Paid so far", unit: "元", better: "higher", aliases: ["累计完成投资"], from: { aggregate: { kind: "sum", column: "paid" } } },
  ],
};

const own = unverified("本系统按决算科目定义");

export const funding = defineSubject({
  code: "funding",
  zh: "经费保障",
  en: "Funding",
  ledgers: [government, school, projects],
  indicators: [
    {
      code: "funding.surchargeShare", zh: "教育费附加用于职业教育的比例", en: "Share of the surcharge spent on vocational education", formula: share("funding.surchargeVocational", "funding.surchargeLevied"), unit: "%", base: "占教育费附加征收额", better: "higher",
      aliases: ["教育费附加用于职业教育比例", "教育费附加的"], note: "用于职业教育的教育费附加÷教育费附加征收额×100%。规定是“不低于30%”；报告应写三个数：征收额、用于职业教育的金额、比例，不能以规定代替事实。", source: surchargeRule,
      example: { inputs: { "funding.surchargeVocational": "62400000", "funding.surchargeLevied": "200000000" }, gives: "31.2" },
    },
    {
      code: "funding.vocationalShare", zh: "中等职业教育占教育支出比例", en: "Share of education spending", formula: share("funding.vocationalExpenditure", "funding.educationExpenditure"), unit: "%", base: "占一般公共预算教育支出", better: "higher",
      aliases: ["职业教育投入占教育支出比例"], note: "中等职业教育财政投入÷一般公共预算教育支出×100%，均为本级口径相加。", source: own,
      example: { inputs: { "funding.vocationalExpenditure": "540000000", "funding.educationExpenditure": "6000000000" }, gives: "9.0" },
    },
    {
      code: "funding.specialShare", zh: "专项经费占中职财政投入比例", en: "Share of special funds", formula: share("funding.vocationalSpecial", "funding.vocationalExpenditure"), unit: "%", base: "占中等职业教育财政投入",
      aliases: ["专项经费占比"], note: "职业教育专项经费÷中等职业教育财政投入×100%。", source: own,
      example: { inputs: { "funding.vocationalSpecial": "81000000", "funding.vocationalExpenditure": "540000000" }, gives: "15.0" },
    },
    {
      code: "funding.income", zh: "学校总收入", en: "Total income", formula: sumOf("funding.appropriation", "funding.otherIncome"), unit: "元", better: "higher",
      aliases: ["总收入", "经费总收入"], note: "财政拨款＋其他收入。", source: own,
      example: { inputs: { "funding.appropriation": "300000000", "funding.otherIncome": "50000000" }, gives: "350000000" },
    },
    {
      code: "funding.appropriationPerStudent", zh: "生均财政拨款", en: "Appropriation per student", formula: per("funding.appropriation", "students.enrolled"), unit: "元/生", base: "按在校生", better: "higher",
      aliases: ["生均拨款", "年生均财政拨款水平", "生均财政拨款水平"], note: "财政拨款÷在校生，收入口径。与生均一般公共预算教育事业费（支出口径）不是一个数；预算数与决算数不可混用。", source: sichuan,
      example: { inputs: { "funding.appropriation": "366849000", "students.enrolled": "29115" }, gives: "12600" },
    },
    {
      code: "funding.budgetExpenditurePerStudent", zh: "生均一般公共预算教育事业费", en: "Recurrent public spending per student", formula: per("funding.budgetExpenditure", "students.enrolled"), unit: "元/生", base: "按在校生", better: "higher",
      aliases: ["生均公共财政预算教育事业费", "生均教育事业费支出"], note: "一般公共预算教育事业费支出÷在校生，支出口径，不含基建。", source: unverified("全国教育经费执行情况统计公告口径"),
      example: { inputs: { "funding.budgetExpenditure": "334822500", "students.enrolled": "29115" }, gives: "11500" },
    },
    {
      code: "funding.publicExpenditurePerStudent", zh: "生均公用经费", en: "Public spending per student", formula: per("funding.publicExpenditure", "students.enrolled"), unit: "元/生", base: "按在校生", better: "higher",
      aliases: ["生均公用经费支出"], note: "公用经费支出÷在校生。", source: own,
      example: { inputs: { "funding.publicExpenditure": "87345000", "students.enrolled": "29115" }, gives: "3000" },
    },
    {
      code: "funding.dailyTeachingShare", zh: "日常教学经费比例", en: "Share of daily teaching", formula: share("funding.dailyTeaching", "funding.expenditure"), unit: "%", base: "占学校总支出", better: "higher",
      aliases: ["日常教学经费投入比例"], note: "日常教学经费÷学校总支出×100%。", source: sichuan,
      example: { inputs: { "funding.dailyTeaching": "36000000", "funding.expenditure": "400000000" }, gives: "9.0" },
    },
    {
      code: "funding.teacherTrainingShare", zh: "教师培训经费占公用经费比例", en: "Share of teacher training in public spending", formula: share("funding.teacherTraining", "funding.publicExpenditure"), unit: "%", base: "占公用经费", better: "higher",
      aliases: ["培训经费占公用经费比例"], note: "教师培训经费÷公用经费支出×100%。常见要求为不低于5%，未核实到中职条文。", source: sichuan,
      example: { inputs: { "funding.teacherTraining": "4800000", "funding.publicExpenditure": "80000000" }, gives: "6.0" },
    },
    {
      code: "funding.reformPerTeacher", zh: "师均教改与教科研经费", en: "Reform and research funds per teacher", formula: per(sumOf("funding.teachingReform", "funding.research"), "teachers.fullTime"), unit: "元/人", base: "按专任教师", better: "higher",
      aliases: ["师均教科研经费"], note: "（教学改革经费＋教科研经费）÷专任教师。", source: own,
      example: { inputs: { "funding.teachingReform": "2000000", "funding.research": "1882000", "teachers.fullTime": "1941" }, gives: "2000" },
    },
    {
      code: "funding.liabilityShare", zh: "年末负债占年收入比例", en: "Liabilities in % of income", formula: share("funding.liabilities", "funding.income"), unit: "%", base: "占学校总收入", better: "lower",
      aliases: ["负债率"], note: "年末负债÷学校总收入×100%，可以超过100%；不是资产负债率。", source: own,
      example: { inputs: { "funding.liabilities": "35000000", "funding.appropriation": "300000000", "funding.otherIncome": "50000000" }, gives: "10.0" },
    },
    {
      code: "funding.projectPaidShare", zh: "建设项目资金支付率", en: "Share of project budgets paid", formula: share("funding.projectPaid", "funding.projectBudget"), unit: "%", base: "占建设项目总预算", better: "higher",
      aliases: ["项目支付率", "投资完成率"], note: "累计支付÷项目总预算×100%。", source: own,
      example: { inputs: { "funding.projectPaid": "45000000", "funding.projectBudget": "60000000" }, gives: "75.0" },
    },
  ],
  checks: [
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
  ],
});
