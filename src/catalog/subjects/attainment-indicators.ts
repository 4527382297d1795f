/** Indicators of attainment and life at school: every rate is a count over a named count. */
import { measure, per, share, sumOf } from "../../core/definition/formula.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：学生素质");
const guangdong = verified("广东省2020年中等职业教育质量报告：文化课、专业技能合格率");
const own = unverified("本系统按台账定义");

const rate = (code: string, zh: string, en: string, passed: string, tested: string, base: string, source: IndicatorInput["source"], gives: [string, string, string], aliases: readonly string[] = [], note = ""): IndicatorInput => ({
  code: `attainment.${code}`, zh, en, formula: share(passed, tested), unit: "%", base, better: "higher", aliases, source,
  note: note || `${base.replace(/^占/, "以")}为基数，按人数（次）计算，乘100%。`,
  example: { inputs: { [passed]: gives[0], [tested]: gives[1] }, gives: gives[2] },
});

const item = (member: string, zh: string, en: string): IndicatorInput => ({
  code: `attainment.satisfied${member[0]!.toUpperCase()}${member.slice(1)}`, zh: `${zh}满意度`, en: `Satisfied with ${en}`,
  formula: share(sumOf(measure("attainment.satisfaction", { satisfactionItem: member, satisfactionGrade: "very" }), measure("attainment.satisfaction", { satisfactionItem: member, satisfactionGrade: "basically" })), measure("attainment.satisfaction", { satisfactionItem: member })),
  unit: "%", base: "占该项参与调查人次", better: "higher", aliases: [], note: "（非常满意＋基本满意）÷参与该项调查人次×100%。", source: sichuan,
  example: { inputs: Object.fromEntries(["very", "basically", "not"].map((grade, at) => [`attainment.satisfaction#satisfactionGrade=${grade}|satisfactionItem=${member}`, ["800", "150", "50"][at]!])), gives: "95.0" },
});

export const attainmentIndicators: readonly IndicatorInput[] = [
  rate("culturalPassRate", "文化课合格率", "Pass rate, common courses", "attainment.culturalPassed", "attainment.culturalTested", "占文化课参加测评学生", guangdong, ["26100", "27045", "96.5"], ["文化课合格率达到"], "文化课合格学生÷参加测评学生×100%。不写“达到……以上”。"),
  rate("skillPassRate", "专业技能合格率", "Pass rate, skills", "attainment.skillPassed", "attainment.skillTested", "占专业技能参加测评学生", guangdong, ["25220", "26000", "97.0"], ["专业技能合格率达到"], "专业技能合格学生÷参加测评学生×100%。"),
  rate("fitnessPassRate", "体质测评合格率", "Pass rate, fitness", "attainment.fitnessPassed", "attainment.fitnessTested", "占体质测评学生", verified("广州市2025年公布的学生体质健康合格率（91.48%）"), ["25613", "28000", "91.5"], ["学生体质测评合格率", "体质健康达标率", "体质健康合格率"], "60分及以上学生÷实测学生×100%。全市恰为100%的极少见，须有佐证。"),
  rate("fitnessCoverage", "体质测评参测率", "Tested in fitness, %", "attainment.fitnessTested", "students.enrolled", "占在校生", own, ["28000", "29115", "96.2"], ["体测参测率"]),
  rate("cityPassRate", "市级质量检测合格率", "Pass rate, city test", "attainment.cityPassed", "attainment.cityTested", "占市级检测参测人次", sichuan, ["900", "1000", "90.0"], ["市级检测合格率"]),
  {
    code: "attainment.graduationRate", zh: "毕业率（占应届应毕业生）", en: "Graduation rate, of those due", formula: share("students.graduated", "students.cohortDue"), unit: "%", base: "占应届应毕业生", better: "higher",
    aliases: ["毕业率"], note: "毕业人数÷应届应毕业生×100%。另一种算法以三年前招生数为基数，两者差别很大，引用时必须写明基数。", source: unverified("中等职业教育学籍管理口径"), example: { inputs: { "students.graduated": "7631", "students.cohortDue": "7866" }, gives: "97.0" },
  },
  {
    code: "attainment.cohortGraduationRate", zh: "毕业率（占三年前招生数）", en: "Graduation rate, of the cohort's intake", formula: share("students.graduated", "students.cohortIntake"), unit: "%", base: "占三年前招生数", better: "higher",
    aliases: ["届毕业率", "按入学人数计算的毕业率"], note: "毕业人数÷本届三年前招生数×100%，反映一届学生读完的比例。", source: verified("学校质量年报中以入学人数为基数的毕业率算法"), example: { inputs: { "students.graduated": "7631", "students.cohortIntake": "8672" }, gives: "88.0" },
  },
  rate("certificateShare", "资格（等级）证书获取率", "Graduates with a certificate, %", "attainment.certified", "employment.graduates", "占毕业生总数", sichuan, ["6105", "7631", "80.0"], ["资格证书获取率", "职业资格证书获取率"], "取得职业资格（等级）证书的毕业生÷毕业生×100%。以参加考核人数为基数的是考取率，另列。"),
  rate("certificatePassRate", "资格（等级）证书考取率", "Certified among those entered, %", "attainment.certified", "attainment.certificateEntrants", "占参加考核的毕业生", verified("广东省2020年中等职业教育质量报告：考取率"), ["6105", "6783", "90.0"], ["资格证书考取率", "职业资格证书考取率"], "取得职业资格（等级）证书的毕业生÷参加考核的毕业生×100%。以全部毕业生为基数的是获取率，比本指标低，引用时必须写明基数。"),
  rate("doubleCertificateShare", "双证书获取率", "Graduates with both certificates, %", "attainment.doubleCertified", "employment.graduates", "占毕业生总数", sichuan, ["6105", "7631", "80.0"], ["双证获取率", "双证书率"]),
  rate("onePlusXPassRate", "1+X证书通过率", "1+X pass rate", "attainment.onePlusXPassed", "attainment.onePlusXEntrants", "占1+X证书参考人次", own, ["180", "240", "75.0"], ["1+X通过率"], "1+X取证人次÷参考人次×100%。"),
  item("theory", "理论学习", "theory"),
  item("practice", "专业学习与实训", "practice"),
  item("campus", "校园文化与社团", "campus life"),
  item("life", "生活服务", "board and lodging"),
  item("safety", "校园安全", "safety"),
  item("guidance", "就业与成长指导", "guidance"),
  item("overall", "总体", "the school"),
  {
    code: "attainment.tuitionWaiverShare", zh: "免学费学生比例", en: "Tuition waived, %", formula: share(measure("attainment.aidRecipients", { aidKind: "tuitionWaiver" }), "students.enrolled"), unit: "%", base: "占在校生",
    aliases: ["免学费覆盖率", "资助覆盖率"], note: "享受免学费的学生÷在校生×100%。", source: unverified("中等职业教育免学费政策"), example: { inputs: { "attainment.aidRecipients#aidKind=tuitionWaiver": "900", "students.enrolled": "1000" }, gives: "90.0" },
  },
  {
    code: "attainment.aidPerRecipient", zh: "人均资助金额", en: "Aid per recipient", formula: per("attainment.aidAmount", "attainment.aidRecipients"), unit: "元/人次", base: "按受资助人次",
    aliases: ["人均资助"], note: "资助金额÷受资助人次，含免学费补助。", source: own, example: { inputs: { "attainment.aidAmount": "1800000", "attainment.aidRecipients": "1200" }, gives: "1500" },
  },
  rate("clubShare", "社团参加率", "In clubs, %", "attainment.clubMembers", "students.enrolled", "占在校生", own, ["600", "1000", "60.0"], ["社团参与率"]),
  rate("volunteerShare", "志愿者比例", "Volunteers, %", "attainment.volunteers", "students.enrolled", "占在校生", own, ["300", "1000", "30.0"], ["学生志愿者比例"]),
  {
    code: "attainment.conductGoodShare", zh: "操行优良率", en: "Conduct excellent or good, %", formula: share(sumOf(measure("attainment.conduct", { conductGrade: "excellent" }), measure("attainment.conduct", { conductGrade: "good" })), "attainment.conduct"), unit: "%", base: "占操行评定学生", better: "higher",
    aliases: ["操行优良比例"], note: "（操行优秀＋良好）÷操行评定学生×100%。", source: sichuan, example: { inputs: { "attainment.conduct#conductGrade=excellent": "400", "attainment.conduct#conductGrade=good": "450", "attainment.conduct#conductGrade=passed": "145", "attainment.conduct#conductGrade=failed": "5" }, gives: "85.0" },
  },
  {
    code: "attainment.violationShare", zh: "违纪处分率", en: "Disciplined, ‰", formula: per("attainment.violations", "students.enrolled", 1000), unit: "‰", base: "占在校生", better: "lower",
    aliases: ["违纪率"], note: "受违纪处分学生÷在校生×1000‰。", source: sichuan, example: { inputs: { "attainment.violations": "12", "students.enrolled": "3000" }, gives: "4.0" },
  },
];
