/** Indicators of programmes. A programme at two schools is two points (专业点) but one kind (专业种数): shares count points. */
import { difference, type Formula, measure, organisations, per, share, sumOf } from "../../core/definition/formula.ts";
import { type Source, unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：专业布局、课程开设");
const own = unverified("本系统按专业台账定义");

/** A share of the programmes offered. */
function ofOffered(code: string, zh: string, en: string, part: Formula, aliases: readonly string[], note: string, input: string, source: Source = own, better: "higher" | "neutral" = "higher"): IndicatorInput {
  return {
    code, zh, en, formula: share(part, "programmes.offered"), unit: "%", base: "占专业点数", better, aliases, source, note: `${note}÷专业点数×100%。`,
    example: { inputs: { [input]: "36", "programmes.offered": "120" }, gives: "30.0" },
  };
}

/** A share of the students in the register. */
function ofStudents(code: string, zh: string, en: string, part: Formula, note: string, input: string): IndicatorInput {
  return {
    code, zh, en, formula: share(part, "programmes.students"), unit: "%", base: "占在校生数", better: "higher", aliases: [], source: own, note: `${note}÷专业台账在校生合计×100%。`,
    example: { inputs: { [input]: "5823", "programmes.students": "29115" }, gives: "20.0" },
  };
}

const designated = ["national", "provincial", "cityKey", "cityFeature"];

export const programmesIndicators: readonly IndicatorInput[] = [
  ofOffered("programmes.primaryShare", "面向第一产业专业比例", "Primary sector", measure("programmes.offered", { industrySector: "primary" }), ["一产专业比例"], "面向第一产业的专业点", "programmes.offered#industrySector=primary", sichuan, "neutral"),
  ofOffered("programmes.secondaryShare", "面向第二产业专业比例", "Secondary sector", measure("programmes.offered", { industrySector: "secondary" }), ["二产专业比例"], "面向第二产业的专业点", "programmes.offered#industrySector=secondary", sichuan, "neutral"),
  ofOffered("programmes.tertiaryShare", "面向第三产业专业比例", "Tertiary sector", measure("programmes.offered", { industrySector: "tertiary" }), ["三产专业比例"], "面向第三产业的专业点", "programmes.offered#industrySector=tertiary", sichuan, "neutral"),
  ofOffered("programmes.pillarShare", "对接支柱产业专业比例", "Serving pillar industries", measure("programmes.pillar"), ["支柱产业专业比例"], "对接本地支柱产业的专业点", "programmes.pillar", sichuan),
  ofOffered("programmes.designatedShare", "重点与特色专业比例", "Designated programmes", sumOf(...designated.map((level) => measure("programmes.byLevel", { programmeLevel: level }))), ["重点专业比例", "特色专业比例"], "国家级、省级、市级重点和市级特色专业点", "programmes.byLevel#programmeLevel=cityKey"),
  ofOffered("programmes.bridgingShare", "中高职衔接专业比例", "Leading on to a college", measure("programmes.bridging"), ["中高职衔接比例"], "有中高职衔接的专业点", "programmes.bridging"),
  ofOffered("programmes.certificateShare", "1+X证书试点专业比例", "1+X pilots", measure("programmes.certificatePilots"), ["1+X试点专业比例", "1+X专业覆盖率"], "1+X证书试点专业点", "programmes.certificatePilots"),
  ofOffered("programmes.dualShare", "双元制与现代学徒制专业比例", "Dual programmes", measure("programmes.dualSystem"), ["现代学徒制专业比例"], "双元制或现代学徒制试点专业点", "programmes.dualSystem"),
  ofOffered("programmes.firmCoverage", "校企合作专业覆盖率", "With partner firms", measure("programmes.withFirms"), ["校企合作覆盖率", "校企合作覆盖专业比例"], "有合作企业的专业点", "programmes.withFirms", sichuan),
  ofOffered("programmes.revisedShare", "人才培养方案修订率", "Plans revised", measure("programmes.plansRevised"), ["人才培养方案修订比例"], "本年修订人才培养方案的专业", "programmes.plansRevised"),
  ofStudents("programmes.designatedStudents", "重点与特色专业在校生比例", "Students in designated programmes", sumOf(...designated.map((level) => measure("programmes.studentsByLevel", { programmeLevel: level }))), "重点与特色专业在校生", "programmes.studentsByLevel#programmeLevel=provincial"),
  ofStudents("programmes.secondaryStudents", "面向第二产业专业在校生比例", "Students in programmes of the secondary sector", measure("programmes.studentsBySector", { industrySector: "secondary" }), "面向第二产业专业在校生", "programmes.studentsBySector#industrySector=secondary"),
  ofStudents("programmes.dualStudents", "双元制与现代学徒制在校生比例", "Students in dual programmes, %", measure("programmes.studentsDual"), "双元制与现代学徒制专业在校生", "programmes.studentsDual"),
  ofStudents("programmes.bridgingStudents", "中高职衔接专业在校生比例", "Students in bridged programmes, %", measure("programmes.studentsBridging"), "中高职衔接专业在校生", "programmes.studentsBridging"),
  {
    code: "programmes.provincialDesignated", zh: "本年新立项省级高水平专业（群）", en: "Provincial high-level programmes this year", formula: measure("programmes.designated", { programmeLevel: "provincial" }), unit: "个", better: "higher",
    aliases: ["省级高水平专业（群）项目", "省级高水平专业（群）立项"], source: own, note: "专业台账中“建设层次”为省级高水平、且“本年新立项”的专业；专业群按牵头专业计一个。",
    example: { inputs: { "programmes.designated#programmeLevel=provincial": "3", "programmes.designated#programmeLevel=cityKey": "8" }, gives: "3" },
  },
  {
    code: "programmes.keyCount", zh: "市级重点专业和特色专业", en: "City key and feature programmes", formula: sumOf(measure("programmes.byLevel", { programmeLevel: "cityKey" }), measure("programmes.byLevel", { programmeLevel: "cityFeature" })), unit: "个", better: "higher",
    aliases: ["市级重点（特色）专业"], source: own, note: "建设层次为市级重点或市级特色的专业点，不含已列省级以上的。",
    example: { inputs: { "programmes.byLevel#programmeLevel=cityKey": "12", "programmes.byLevel#programmeLevel=cityFeature": "9" }, gives: "21" },
  },
  {
    code: "programmes.netChange", zh: "专业净增数", en: "Net change of programmes", formula: difference("programmes.added", "programmes.stopped"), unit: "个",
    aliases: ["专业净增加"], source: own, note: "新增专业－停办专业，可以为负。",
    example: { inputs: { "programmes.added": "7", "programmes.stopped": "4" }, gives: "3" },
  },
  {
    code: "programmes.perSchool", zh: "校均专业点数", en: "Programmes per school", formula: per("programmes.offered", organisations("school")), unit: "个/所", base: "按学校数",
    aliases: ["校均专业数"], source: own, note: "专业点数÷学校数。",
    example: { inputs: { "programmes.offered": "123", "organisations:school": "10" }, gives: "12.3" },
  },
  {
    code: "programmes.studentsPerProgramme", zh: "专业点平均在校生", en: "Students per programme", formula: per("programmes.students", "programmes.offered"), unit: "人/个", base: "按专业点数",
    aliases: ["专业平均规模", "每个专业平均在校生"], source: own, note: "专业台账在校生合计÷专业点数；专业点过散时明显偏低。",
    example: { inputs: { "programmes.students": "29115", "programmes.offered": "120" }, gives: "242.6" },
  },
  {
    code: "programmes.smallShare", zh: "小规模专业比例", en: "Programmes below 30 students", formula: share("programmes.small", "programmes.offered"), unit: "%", base: "占专业点数", better: "lower",
    aliases: ["不足30人专业比例"], source: own, note: "在校生不足30人的在办专业点÷专业点数×100%。",
    example: { inputs: { "programmes.small": "6", "programmes.offered": "120" }, gives: "5.0" },
  },
  {
    code: "programmes.standardShare", zh: "课程标准覆盖率", en: "Courses with a standard", formula: share("programmes.coursesWithStandard", "programmes.courseCount"), unit: "%", base: "占开设课程", better: "higher",
    aliases: ["课程标准比例"], source: sichuan, note: "有课程标准的课程÷开设课程×100%。",
    example: { inputs: { "programmes.coursesWithStandard": "1080", "programmes.courseCount": "1200" }, gives: "90.0" },
  },
  {
    code: "programmes.practiceShare", zh: "实践教学课时比例", en: "Practical hours", formula: share("programmes.practiceHours", "programmes.lessonHours"), unit: "%", base: "占教学计划内总课时", better: "higher",
    aliases: ["实践课时比例", "实践教学比例"], source: unverified("教职成〔2019〕13号：实践性教学学时原则上占总学时50%以上"), note: "实践教学课时÷教学计划内总课时×100%，含岗位（顶岗）实习折算课时。",
    example: { inputs: { "programmes.practiceHours": "52000", "programmes.lessonHours": "100000" }, gives: "52.0" },
  },
  {
    code: "programmes.textbookShare", zh: "规划教材使用率", en: "Approved textbooks", formula: share("programmes.plannedTextbooks", "programmes.textbooks"), unit: "%", base: "占选用教材种数", better: "higher",
    aliases: ["规划教材比", "规划教材比例"], source: sichuan, note: "国家和省级规划教材种数÷选用教材种数×100%。",
    example: { inputs: { "programmes.plannedTextbooks": "340", "programmes.textbooks": "400" }, gives: "85.0" },
  },
];
