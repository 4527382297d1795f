/** Indicators of funding, each with its base in words and a worked example. */
import { per, share, sumOf } from "../../core/definition/formula.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目");
const surchargeRule = unverified("国发〔2014〕19号：城市教育费附加不低于30%用于职业教育");
const own = unverified("本系统按决算科目定义");

export const fundingIndicators: readonly IndicatorInput[] = [
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
];
