/** Indicators of internships: how many are covered by agreement and insurance, match their programme, are visited and pass. */
import { type Formula, measure, organisations, per, share, sumOf } from "../../core/definition/formula.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：学生实习（天数、对口率、考核四档）");
const rules = unverified("《职业学校学生实习管理规定》（2016年、2021年）");
const own = unverified("本系统按实习台账定义");

const onPost = (code: string): Formula => sumOf(measure(code, { internshipKind: "post" }), measure(code, { internshipKind: "onJob" }));

export const internshipsIndicators: readonly IndicatorInput[] = [
  {
    code: "internships.postStudents", zh: "顶岗（岗位）实习学生", en: "Students at a post", formula: onPost("internships.students"), unit: "人次",
    aliases: ["顶岗实习学生", "岗位实习学生", "顶岗实习人数", "岗位实习人数"], source: own, note: "2021年及以前为顶岗实习，2022年起为岗位实习；口径不同（后者含原跟岗实习），跨年比较应说明。",
    example: { inputs: { "internships.students#internshipKind=post": "6400", "internships.students#internshipKind=following": "3100" }, gives: "6400" },
  },
  {
    code: "internships.agreementRate", zh: "三方协议签订率", en: "Agreements signed", formula: share("internships.agreements", "internships.due"), unit: "%", base: "占应签三方协议学生", better: "higher",
    aliases: ["实习协议签订率", "实习三方协议签订率"], source: rules, note: "已签三方协议学生÷应签学生×100%。认识实习不在基数内；规定要求不签协议不得安排实习，应为100%。",
    example: { inputs: { "internships.agreements": "9310", "internships.due": "9500" }, gives: "98.0" },
  },
  {
    code: "internships.insuredRate", zh: "实习责任险投保率", en: "Insured", formula: share("internships.insured", "internships.students"), unit: "%", base: "占实习学生人次", better: "higher",
    aliases: ["实习责任保险投保率", "实习保险参保率"], source: rules, note: "投保实习责任险学生÷实习学生×100%，应为100%。",
    example: { inputs: { "internships.insured": "11760", "internships.students": "12000" }, gives: "98.0" },
  },
  {
    code: "internships.matchedRate", zh: "实习对口率", en: "Internships that match", formula: share("internships.matched", "internships.students"), unit: "%", base: "占实习学生人次", better: "higher",
    aliases: ["实习专业对口率"], source: sichuan, note: "专业对口实习学生÷实习学生×100%。与对口就业率是两个指标。",
    example: { inputs: { "internships.matched": "10800", "internships.students": "12000" }, gives: "90.0" },
  },
  {
    code: "internships.followingMatchedRate", zh: "跟岗实习对口率", en: "Assisting internships that match", formula: share(measure("internships.matched", { internshipKind: "following" }), measure("internships.students", { internshipKind: "following" })), unit: "%", base: "占跟岗实习学生", better: "higher", until: 2021,
    aliases: [], source: sichuan, note: "跟岗实习对口学生÷跟岗实习学生×100%；2022年起跟岗实习并入岗位实习。",
    example: { inputs: { "internships.matched#internshipKind=following": "2790", "internships.students#internshipKind=following": "3100" }, gives: "90.0" },
  },
  {
    code: "internships.postMatchedRate", zh: "顶岗（岗位）实习对口率", en: "Internships at a post that match", formula: share(onPost("internships.matched"), onPost("internships.students")), unit: "%", base: "占顶岗（岗位）实习学生", better: "higher",
    aliases: ["顶岗实习对口率", "岗位实习对口率"], source: sichuan, note: "顶岗（岗位）实习对口学生÷顶岗（岗位）实习学生×100%。",
    example: { inputs: { "internships.matched#internshipKind=post": "5440", "internships.students#internshipKind=post": "6400" }, gives: "85.0" },
  },
  {
    code: "internships.averageDays", zh: "批均实习天数", en: "Days per batch", formula: per("internships.days", "internships.batchCount"), unit: "天/批", base: "按实习批次",
    aliases: ["平均实习天数"], source: sichuan, note: "各批实习天数之和÷实习批次，不按学生人数加权；可分认识、跟岗、顶岗计算。",
    example: { inputs: { "internships.days": "21600", "internships.batchCount": "180" }, gives: "120" },
  },
  {
    code: "internships.visitsPerBatch", zh: "批均巡访次数", en: "Visits per batch", formula: per("internships.visits", "internships.batchCount"), unit: "次/批", base: "按实习批次", better: "higher",
    aliases: ["平均巡访次数"], source: own, note: "实习巡访次数÷实习批次。",
    example: { inputs: { "internships.visits": "720", "internships.batchCount": "180" }, gives: "4.0" },
  },
  {
    code: "internships.studentsPerTeacher", zh: "实习学生与指导教师比", en: "Interns for each teacher", formula: per("internships.students", "internships.teachers"), unit: ":1",
    aliases: ["实习指导生师比"], source: own, note: "实习学生人次÷校内指导教师人次。",
    example: { inputs: { "internships.students": "12000", "internships.teachers": "400" }, gives: "30" },
  },
  {
    code: "internships.excellentRate", zh: "实习考核优良率", en: "Assessed excellent or good", formula: share(sumOf("internships.excellent", "internships.good"), sumOf("internships.excellent", "internships.good", "internships.passed", "internships.failed")), unit: "%", base: "占参加实习考核学生", better: "higher",
    aliases: ["实习优良率"], source: sichuan, note: "（优秀＋良好）÷（优秀＋良好＋合格＋不合格）×100%，以参加考核的为基数。",
    example: { inputs: { "internships.excellent": "2400", "internships.good": "4800", "internships.passed": "4700", "internships.failed": "100" }, gives: "60.0" },
  },
  {
    code: "internships.passRate", zh: "实习考核合格率", en: "Assessed as passed, %", formula: share(sumOf("internships.excellent", "internships.good", "internships.passed"), sumOf("internships.excellent", "internships.good", "internships.passed", "internships.failed")), unit: "%", base: "占参加实习考核学生", better: "higher",
    aliases: ["实习合格率"], source: sichuan, note: "（优秀＋良好＋合格）÷参加实习考核学生×100%。",
    example: { inputs: { "internships.excellent": "2400", "internships.good": "4800", "internships.passed": "4680", "internships.failed": "120" }, gives: "99.0" },
  },
  {
    code: "internships.selfShare", zh: "自行选择实习单位比例", en: "Chosen by the student, %", formula: share("internships.selfArranged", "internships.students"), unit: "%", base: "占实习学生人次",
    aliases: ["自主实习比例"], source: own, note: "自行选择实习单位学生÷实习学生×100%。",
    example: { inputs: { "internships.selfArranged": "600", "internships.students": "12000" }, gives: "5.0" },
  },
  {
    code: "internships.filedRate", zh: "实习备案率", en: "Filed with the authority, %", formula: share("internships.filed", "internships.batchCount"), unit: "%", base: "占实习批次", better: "higher",
    aliases: ["实习备案比例"], source: rules, note: "已备案批次÷实习批次×100%。",
    example: { inputs: { "internships.filed": "171", "internships.batchCount": "180" }, gives: "95.0" },
  },
  {
    code: "internships.oddShare", zh: "有禁止性安排的批次比例", en: "Batches with what is forbidden, %", formula: share("internships.odd", "internships.batchCount"), unit: "%", base: "占实习批次", better: "lower",
    aliases: ["违规实习比例"], source: rules, note: "有禁止性安排的批次÷实习批次×100%。",
    example: { inputs: { "internships.odd": "9", "internships.batchCount": "180" }, gives: "5.0" },
  },
  {
    code: "internships.trainedRate", zh: "实习前培训率", en: "Trained beforehand, %", formula: share("internships.trained", "internships.students"), unit: "%", base: "占实习学生人次", better: "higher",
    aliases: ["岗前培训率"], source: own, note: "实习前培训学生人次÷实习学生人次×100%。",
    example: { inputs: { "internships.trained": "11400", "internships.students": "12000" }, gives: "95.0" },
  },
  {
    code: "internships.firmsPerSchool", zh: "校均实习单位", en: "Firms with interns per school", formula: per("internships.firms", organisations("school")), unit: "家/所", base: "按学校数",
    aliases: ["校均实习企业"], source: own, note: "实习单位（去重）÷学校数。",
    example: { inputs: { "internships.firms": "86", "organisations:school": "10" }, gives: "8.6" },
  },
];
