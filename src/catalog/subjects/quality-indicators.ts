/** Indicators of quality assurance: prizes by level and grade as sums over categories, shares of entries that won, research, policy. */
import { type Formula, measure, per, share, sumOf } from "../../core/definition/formula.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：技能奖（国/省/市×一、二、三等）");
const own = unverified("本系统按竞赛和课题台账定义");

const categories = ["skills", "quality", "tradition", "civility"] as const;

/** Prizes of one grade at one level, as the sum of the four categories that a report enumerates. */
function prizesOf(level: string, grade: string): Formula {
  return sumOf(...categories.map((contestCategory) => measure("quality.prizes", { level, prizeGrade: grade, contestCategory })));
}

function gradeOf(code: string, zh: string, en: string, grade: string, given: readonly [string, string, string, string], gives: string): IndicatorInput {
  return {
    code, zh, en, formula: prizesOf("provincial", grade), unit: "个", better: "higher", source: sichuan,
    aliases: [`省级技能大赛${zh.slice(2)}`, `省赛${zh.slice(2)}`, `省级竞赛${zh.slice(2)}`], note: "技能类、素质类、传统文化类、文明风采类之和，由各校参赛获奖台账相加。",
    example: { inputs: Object.fromEntries(categories.map((category, at) => [`quality.prizes#contestCategory=${category}|level=provincial|prizeGrade=${grade}`, given[at]!])), gives },
  };
}

const provincialPrizes = "quality.provincialPrizes";
const provincialCells = { "quality.prizes#level=provincial|prizeGrade=first|contestCategory=skills": "48", "quality.prizes#level=provincial|prizeGrade=second|contestCategory=skills": "86", "quality.prizes#level=provincial|prizeGrade=third|contestCategory=skills": "68" };

export const qualityIndicators: readonly IndicatorInput[] = [
  gradeOf("quality.provincialFirst", "省级一等奖", "Provincial first prizes", "first", ["18", "18", "9", "3"], "48"),
  gradeOf("quality.provincialSecond", "省级二等奖", "Provincial second prizes", "second", ["34", "19", "22", "11"], "86"),
  gradeOf("quality.provincialThird", "省级三等奖", "Provincial third prizes", "third", ["50", "14", "4", "0"], "68"),
  {
    code: provincialPrizes, zh: "省级竞赛获奖", en: "Provincial prizes", formula: sumOf("quality.provincialFirst", "quality.provincialSecond", "quality.provincialThird"), unit: "个", better: "higher",
    aliases: ["省级获奖", "省赛获奖"], source: sichuan, note: "省级一、二、三等奖之和，不含优秀奖。",
    example: { inputs: provincialCells, gives: "202" },
  },
  {
    code: "quality.nationalPrizes", zh: "国家级竞赛获奖", en: "National prizes", formula: measure("quality.prizes", { level: "national" }), unit: "个", better: "higher",
    aliases: ["国家级获奖", "国赛获奖", "全国技能大赛获奖"], source: sichuan, note: "国家级一、二、三等奖之和。",
    example: { inputs: { "quality.prizes#contestCategory=skills|level=national|prizeGrade=second": "1" }, gives: "1" },
  },
  {
    code: "quality.prizeRate", zh: "竞赛获奖率", en: "Entries that won", formula: share("quality.prizes", "quality.entries"), unit: "%", base: "占竞赛参赛数", better: "higher",
    aliases: ["获奖率"], source: own, note: "竞赛获奖数÷竞赛参赛数×100%，各级合计。分母含未获奖的参赛作品（队）。",
    example: { inputs: { "quality.prizes": "606", "quality.entries": "1010" }, gives: "60.0" },
  },
  {
    code: "quality.provincialPrizeRate", zh: "省级竞赛获奖率", en: "Provincial entries that won", formula: share(measure(provincialPrizes), measure("quality.entries", { level: "provincial" })), unit: "%", base: "占省级竞赛参赛数", better: "higher",
    aliases: ["省赛获奖率", "省级技能大赛获奖率"], source: own, note: "省级一、二、三等奖之和÷省级竞赛参赛数×100%。与上年比较时说百分点。",
    example: { inputs: { ...provincialCells, "quality.entries#level=provincial": "404" }, gives: "50.0" },
  },
  {
    code: "quality.provincialFirstShare", zh: "省级一等奖占省级获奖比例", en: "First prizes among provincial prizes", formula: share("quality.provincialFirst", provincialPrizes), unit: "%", base: "占省级竞赛获奖", better: "higher",
    aliases: ["一等奖比例"], source: own, note: "省级一等奖÷省级竞赛获奖×100%，反映获奖等次。",
    example: { inputs: provincialCells, gives: "23.8" },
  },
  {
    code: "quality.cityPrizes", zh: "市级竞赛获奖", en: "Prizes of the city's contests", formula: sumOf("quality.cityFirst", "quality.citySecond", "quality.cityThird"), unit: "名",
    aliases: ["市赛获奖", "市级技能大赛获奖"], source: own, note: "市里举办的竞赛评出的一、二、三等奖之和（全部参赛单位），不等于各校台账中市级获奖之和。",
    example: { inputs: { "quality.cityFirst": "249", "quality.citySecond": "369", "quality.cityThird": "440" }, gives: "1058" },
  },
  {
    code: "quality.cityPrizeRate", zh: "市级竞赛获奖面", en: "Prizes for each entrant of the city's contests", formula: share("quality.cityPrizes", "quality.cityEntrants"), unit: "%", base: "占市级竞赛参赛学生",
    aliases: ["市赛获奖面", "市级竞赛获奖比例"], source: own, note: "市级竞赛获奖÷市级竞赛参赛学生×100%。团体项目一奖多人时偏低；过高说明设奖面过宽。",
    example: { inputs: { "quality.cityFirst": "249", "quality.citySecond": "369", "quality.cityThird": "440", "quality.cityEntrants": "1350" }, gives: "78.4" },
  },
  {
    code: "quality.cityParticipation", zh: "市级竞赛学生参与率", en: "Students in the city's contests, %", formula: share("quality.cityEntrants", "students.enrolled"), unit: "%", base: "占在校生数", better: "higher",
    aliases: ["市赛参与率"], source: own, note: "市级竞赛参赛学生÷在校生×100%。参赛学生可能含高职中专部，使比率略高。",
    example: { inputs: { "quality.cityEntrants": "1350", "students.enrolled": "27000" }, gives: "5.0" },
  },
  {
    code: "quality.schoolParticipation", zh: "校级竞赛学生参与率", en: "Students in the school's contests, %", formula: share("quality.schoolEntrants", "students.enrolled"), unit: "%", base: "占在校生数", better: "higher",
    aliases: ["校赛参与率", "竞赛覆盖率"], source: own, note: "校级竞赛参赛学生÷在校生×100%，同一学生只计一次。",
    example: { inputs: { "quality.schoolEntrants": "17469", "students.enrolled": "29115" }, gives: "60.0" },
  },
  {
    code: "quality.provincialResearchApproved", zh: "省级立项课题", en: "Provincial projects approved", formula: measure("quality.researchApproved", { level: "provincial" }), unit: "个", better: "higher",
    aliases: ["省级课题立项", "省级立项"], source: sichuan, note: "本年经省级部门立项的教育教学改革课题。",
    example: { inputs: { "quality.researchApproved#level=provincial": "12", "quality.researchApproved#level=city": "30" }, gives: "12" },
  },
  {
    code: "quality.provincialResearchClosed", zh: "省级结项课题", en: "Provincial projects closed", formula: measure("quality.researchClosed", { level: "provincial" }), unit: "个", better: "higher",
    aliases: ["省级课题结项", "省级结项"], source: sichuan, note: "本年通过省级结项的课题，可以是往年立项的。",
    example: { inputs: { "quality.researchClosed#level=provincial": "12" }, gives: "12" },
  },
  {
    code: "quality.researchPerTeacher", zh: "每百名专任教师在研课题", en: "Projects per 100 teachers", formula: per("quality.researchRunning", "teachers.fullTime", 100), unit: "个", decimals: 1, base: "按每百名专任教师", better: "higher",
    aliases: ["百名教师课题数"], source: own, note: "在研课题÷专任教师×100。",
    example: { inputs: { "quality.researchRunning": "97", "teachers.fullTime": "1940" }, gives: "5.0" },
  },
  {
    code: "quality.provincialDesignations", zh: "省级以上荣誉与建设项目", en: "Provincial and national designations", formula: sumOf(measure("quality.designationCount", { level: "national" }), measure("quality.designationCount", { level: "provincial" })), unit: "项", better: "higher",
    aliases: ["省级以上项目"], source: sichuan, note: "有效期内的国家级、省级荣誉与建设项目。",
    example: { inputs: { "quality.designationCount#designationKind=base|level=provincial": "2", "quality.designationCount#designationKind=onePlusX|level=national": "3" }, gives: "5" },
  },
  {
    code: "quality.issuedShare", zh: "政策与规划文件印发率", en: "Documents issued", formula: share(sumOf(measure("quality.policyCount", { policyState: "issued" }), measure("quality.policyCount", { policyState: "completed" })), "quality.policyCount"), unit: "%", base: "占政策与规划文件",
    aliases: ["文件印发率"], source: own, note: "已印发和已完成的文件÷台账全部文件×100%，其余为起草中、待印发或已废止。",
    example: { inputs: { "quality.policyCount#policyState=issued": "8", "quality.policyCount#policyState=approved": "2" }, gives: "80.0" },
  },
];
