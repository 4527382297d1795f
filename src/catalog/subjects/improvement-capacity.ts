/**
 * Capacity planning (规模与师资测算): from the enrolment task, the number of schools, a target size and a target
 * ratio to the places and teachers that a city would need, each gap with its base named.
 */
import { difference, measure, number, organisations, per, product, share } from "../../core/definition/formula.ts";
import { unverified } from "../../core/definition/source.ts";
import type { CheckInput, IndicatorInput, LedgerInput } from "../../core/definition/subject.ts";

const planning = unverified("本系统测算方法：由招生任务、学校数、目标规模和目标生师比推算");

export const capacityForm: LedgerInput = {
  kind: "form",
  code: "improvement.capacity",
  zh: "规模与师资测算参数",
  en: "Capacity planning",
  reportedBy: ["city"],
  department: "职成教科",
  note: "只填三个参数；招生任务、学校数、教师数取自其他台账，需求与缺口由系统计算，不填。",
  elements: [
    { code: "improvement.targetSize", zh: "校均目标规模", en: "Target size of a school", unit: "人/所", rollUp: "own", aliases: ["校均办学规模", "目标规模"], note: "规划的每校学历教育在校生数。" },
    { code: "improvement.targetRatio", zh: "目标生师比", en: "Target student–teacher ratio", unit: ":1", rollUp: "own", aliases: ["目标师生比", "规划生师比"], note: "填每名专任教师对应的学生数，例如15。“师生比1：15”与“生师比15：1”是同一比例。" },
    { code: "improvement.studyYears", zh: "学制年限", en: "Years of study", unit: "年", rollUp: "own", aliases: ["学制"], note: "由年招生数推算规模时使用，中职一般为3年。" },
  ],
};

const needs = product("improvement.targetSize", organisations("school"));
const base = { "improvement.targetSize": "6000", "improvement.targetRatio": "15", "organisations:school": "10" } as const;

export const capacityIndicators: readonly IndicatorInput[] = [
  {
    code: "improvement.intakePerSchool", zh: "完成任务所需校均年招生数", en: "Intake per school needed for the task", formula: per("students.task", organisations("school")), unit: "人/所", base: "按学校数",
    aliases: ["校均年招生", "校均招生", "校均年招生数"], note: "招生任务÷中职学校数。学校数按当年机构目录计算（含民办）。", source: planning,
    example: { inputs: { "students.task": "21000", "organisations:school": "10" }, gives: "2100" },
  },
  {
    code: "improvement.sizeFromTask", zh: "完成任务对应的校均规模", en: "Size of a school that the task implies", formula: product(per("students.task", organisations("school")), "improvement.studyYears"), unit: "人/所", base: "按学校数",
    aliases: ["推算校均规模"], note: "招生任务÷学校数×学制年限，未扣流失。与“校均目标规模”（规划取整数）不同，两数并列时须分别写明。", source: planning,
    example: { inputs: { "students.task": "21000", "organisations:school": "10", "improvement.studyYears": "3" }, gives: "6300" },
  },
  {
    code: "improvement.schoolSize", zh: "校均规模", en: "Students per school", formula: per("students.enrolled", organisations("school")), unit: "人/所", base: "按学校数", better: "higher",
    aliases: ["现有校均规模", "校均在校生"], note: "在校生÷中职学校数。", source: planning,
    example: { inputs: { "students.enrolled": "29115", "organisations:school": "10" }, gives: "2912" },
  },
  {
    code: "improvement.sizeGap", zh: "校均规模差距", en: "Gap to the target size", formula: difference("improvement.targetSize", "improvement.schoolSize"), unit: "人/所", base: "按学校数", better: "lower",
    aliases: ["规模差距"], note: "校均目标规模－校均规模；为负表示已超过目标。", source: planning,
    example: { inputs: { "improvement.targetSize": "6000", "students.enrolled": "29115", "organisations:school": "10" }, gives: "3089" },
  },
  {
    code: "improvement.plannedEnrolment", zh: "目标在校生规模", en: "Students at the target size", formula: needs, unit: "人",
    aliases: ["规划在校生规模", "目标规模总数"], note: "校均目标规模×学校数。", source: planning,
    example: { inputs: { "improvement.targetSize": "6000", "organisations:school": "10" }, gives: "60000" },
  },
  {
    code: "improvement.placesGap", zh: "办学容量缺口", en: "Gap in campus capacity", formula: difference("improvement.plannedEnrolment", "facilities.campusCapacity"), unit: "人", better: "lower",
    aliases: ["学位缺口", "容量缺口"], note: "目标在校生规模－各校最大办学规模之和；为负表示容量有余。", source: planning,
    example: { inputs: { "improvement.targetSize": "6000", "organisations:school": "10", "facilities.campusCapacity": "34000" }, gives: "26000" },
  },
  {
    code: "improvement.capacityUse", zh: "办学容量利用率", en: "Use of campus capacity", formula: share("students.enrolled", "facilities.campusCapacity"), unit: "%", base: "占最大办学规模",
    aliases: ["容量利用率", "学位使用率"], note: "在校生÷各校最大办学规模之和×100%；超过100%表示超容量办学。", source: planning,
    example: { inputs: { "students.enrolled": "29115", "facilities.campusCapacity": "34000" }, gives: "85.6" },
  },
  {
    code: "improvement.teachersNeeded", zh: "目标规模需要的专任教师", en: "Teachers needed", formula: per(needs, "improvement.targetRatio"), unit: "人",
    aliases: ["需要师资", "师资需求", "需要教师"], note: "校均目标规模×学校数÷目标生师比。", source: planning,
    example: { inputs: base, gives: "4000" },
  },
  {
    code: "improvement.teacherGap", zh: "专任教师缺口", en: "Gap in full-time teachers", formula: difference("improvement.teachersNeeded", "teachers.fullTime"), unit: "人", better: "lower",
    aliases: ["师资缺口", "教师缺口"], note: "需要的专任教师－现有专任教师。现有师资用专任教师，不用教职工总数；为负表示没有缺口。", source: planning,
    example: { inputs: { ...base, "teachers.fullTime": "1941" }, gives: "2059" },
  },
  {
    code: "improvement.teacherGapShare", zh: "专任教师缺口比例", en: "Gap in % of teachers needed", formula: share("improvement.teacherGap", "improvement.teachersNeeded"), unit: "%", base: "占需要的专任教师", better: "lower",
    aliases: ["缺口近", "师资缺口比例", "缺口率"], note: "专任教师缺口÷需要的专任教师×100%。基数是需要数，不是现有数；换用教职工数时见“按教职工计算的缺口比例”。", source: planning,
    example: { inputs: { ...base, "teachers.fullTime": "1941" }, gives: "51.5" },
  },
  {
    code: "improvement.staffGapShare", zh: "按教职工计算的缺口比例", en: "Gap counted with all staff, %", formula: share(difference("improvement.teachersNeeded", "teachers.staff"), "improvement.teachersNeeded"), unit: "%", base: "占需要的专任教师（现有数用教职工）", better: "lower",
    aliases: ["教职工口径缺口比例"], note: "（需要的专任教师－教职工）÷需要的专任教师×100%。把教职工当作专任教师会低估缺口，仅用于核对旧报告的口径。", source: planning,
    example: { inputs: { ...base, "teachers.staff": "2140" }, gives: "46.5" },
  },
  {
    code: "improvement.teachersNeededNow", zh: "现有规模按目标生师比需要的专任教师", en: "Teachers needed for today's students", formula: per("students.enrolled", "improvement.targetRatio"), unit: "人",
    aliases: ["现有规模师资需求"], note: "在校生÷目标生师比，用来区分“现在缺”与“扩大规模后缺”。", source: planning,
    example: { inputs: { "students.enrolled": "29115", "improvement.targetRatio": "15" }, gives: "1941" },
  },
];

export const capacityChecks: readonly CheckInput[] = [
  {
    code: "improvement.ratioRange", zh: "目标生师比在5至40之间", en: "The target ratio is plausible", finding: "RATIO", tier: "warning", at: ["city"],
    rule: { kind: "between", of: measure("improvement.targetRatio"), low: "5", high: "40" },
    repair: "填每名教师对应的学生数；“1：15”填15，不填0.067。",
    passes: [{ cells: { "improvement.targetRatio": "15" } }],
    fails: [{ cells: { "improvement.targetRatio": "0.067" } }],
  },
  {
    code: "improvement.ratioWithinStandard", zh: "目标生师比不高于20：1", en: "The target ratio keeps the standard", finding: "STD", tier: "warning", at: ["city"],
    rule: { kind: "atMost", left: measure("improvement.targetRatio"), right: number(20) },
    repair: "设置标准要求师生比达到1：20，目标不应低于标准；确需如此的说明。",
    passes: [{ cells: { "improvement.targetRatio": "20" } }],
    fails: [{ cells: { "improvement.targetRatio": "22" } }],
  },
  {
    code: "improvement.yearsRange", zh: "学制年限在2至5年之间", en: "Years of study are plausible", finding: "RANGE", tier: "proof", at: ["city"],
    rule: { kind: "between", of: measure("improvement.studyYears"), low: "2", high: "5" },
    repair: "中职学制一般为3年。",
    passes: [{ cells: { "improvement.studyYears": "3" } }],
    fails: [{ cells: { "improvement.studyYears": "30" } }],
  },
  {
    code: "improvement.sizeRange", zh: "校均目标规模在常见范围内", en: "The target size is plausible", finding: "RANGE", tier: "warning", at: ["city"],
    rule: { kind: "between", of: measure("improvement.targetSize"), low: "1200", high: "10000" },
    repair: "设置标准要求在校生不少于1200人；超过1万人请核对。",
    passes: [{ cells: { "improvement.targetSize": "6000" } }],
    fails: [{ cells: { "improvement.targetSize": "60000" } }],
  },
];
