/** Checks of programmes: the register adds up and agrees with enrolment, and what a row claims it also names. */
import { all, any, column, compareValues, implies, isIn, isTrue, literal, not, present } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { agrees, onceOnly, rowsKeep, usually, within } from "../usual-checks.ts";

const ledger = "programmes.register";
const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：专业布局");

export const programmesChecks: readonly CheckInput[] = [
  rowsKeep({
    code: "programmes.gradesAddUp", zh: "各年级之和等于在校生合计", en: "Years add up to the students", ledger, finding: "SUM",
    holds: compareValues({ kind: "sum", terms: [column("gradeOne"), column("gradeTwo"), column("gradeThree")] }, "=", column("students")),
    passes: [{ gradeOne: "120", gradeTwo: "110", gradeThree: "96", students: "326" }], fails: [{ gradeOne: "120", gradeTwo: "110", gradeThree: "96", students: "320" }],
    repair: "核对各年级人数；四年级及以上并入“三年级及以上”。",
  }),
  rowsKeep({
    code: "programmes.intakeWithinFirstYear", zh: "本年招生与一年级人数大体相当", en: "Intake is near the first year", ledger, finding: "CROSS", tier: "warning",
    where: compareValues(column("intake"), ">", literal(0)),
    holds: all(compareValues(column("gradeOne"), "≤", { kind: "product", left: literal("1.2"), right: column("intake") }), compareValues(column("gradeOne"), "≥", { kind: "product", left: literal("0.7"), right: column("intake") })),
    passes: [{ intake: "120", gradeOne: "116" }, { intake: "0", gradeOne: "0" }], fails: [{ intake: "120", gradeOne: "60" }, { intake: "120", gradeOne: "180" }],
    repair: "核对招生数与学籍注册数；转专业、分方向较多的说明原因。",
  }),
  rowsKeep({
    code: "programmes.employedWithinGraduates", zh: "就业人数不多于毕业生", en: "The employed are among the graduates", ledger, finding: "SUBSET", holds: compareValues(column("employed"), "≤", column("graduates")),
    passes: [{ graduates: "90", employed: "88" }], fails: [{ graduates: "90", employed: "98" }], repair: "就业（含升学）人数只在当年毕业生中统计。",
  }),
  rowsKeep({
    code: "programmes.levelNamed", zh: "重点（特色）专业有认定部门和日期", en: "A designated programme names body and date", ledger, finding: "OUTLINE", tier: "warning",
    holds: implies(not(isIn("level", "none")), all(present("designatedBy"), present("designatedOn"))),
    passes: [{ level: "provincial", designatedBy: "省教育厅", designatedOn: "2019-06-20" }, { level: "none" }], fails: [{ level: "provincial", designatedBy: "省教育厅", designatedOn: null }],
    repair: "补填认定（立项）部门和日期，没有批文的改为“一般专业”。",
  }),
  rowsKeep({
    code: "programmes.designationLevelled", zh: "本年新立项的专业有建设层次", en: "A new designation has a level", ledger, finding: "CROSS", tier: "proof",
    holds: implies(isTrue("designatedThisYear"), not(isIn("level", "none"))), passes: [{ designatedThisYear: "true", level: "cityKey" }, { designatedThisYear: "false", level: "none" }], fails: [{ designatedThisYear: "true", level: "none" }],
    repair: "选择建设层次，或把“本年新立项”改为否。",
  }),
  rowsKeep({
    code: "programmes.partnerNamed", zh: "中高职衔接专业有衔接院校", en: "A bridged programme names its college", ledger, finding: "OUTLINE", tier: "warning",
    holds: implies(not(isIn("bridging", "none")), present("partner")), passes: [{ bridging: "threeTwo", partner: "某职业技术学院" }, { bridging: "none" }], fails: [{ bridging: "threeTwo", partner: null }],
    repair: "填写衔接院校全称。",
  }),
  rowsKeep({
    code: "programmes.stoppedTakesNone", zh: "停办和暂停招生的专业没有新生", en: "A stopped programme has no intake", ledger, finding: "CROSS",
    holds: implies(isIn("state", "stopped", "dormant"), compareValues(column("intake"), "=", literal(0))), passes: [{ state: "stopped", intake: "0" }, { state: "running", intake: "80" }], fails: [{ state: "stopped", intake: "12" }],
    repair: "有新生的改为“在办”，否则把招生数改为0。",
  }),
  rowsKeep({
    code: "programmes.newHasNoGraduates", zh: "新增专业没有高年级学生和毕业生", en: "A new programme has no older students", ledger, finding: "CROSS", tier: "warning",
    holds: implies(isIn("state", "new"), all(compareValues(column("gradeTwo"), "=", literal(0)), compareValues(column("gradeThree"), "=", literal(0)), compareValues(column("graduates"), "=", literal(0)))),
    passes: [{ state: "new", gradeTwo: "0", gradeThree: "0", graduates: "0" }, { state: "running", gradeTwo: "30", gradeThree: "28", graduates: "26" }], fails: [{ state: "new", gradeTwo: "30", gradeThree: "0", graduates: "0" }],
    repair: "不是本年首次招生的改为“在办”；由其他专业并入的说明。",
  }),
  rowsKeep({
    code: "programmes.dualHasFirms", zh: "双元制（学徒制）专业有合作企业", en: "A dual programme has firms", ledger, finding: "CROSS", tier: "warning",
    holds: implies(isTrue("dualSystem"), compareValues(column("partnerFirms"), "≥", literal(1))), passes: [{ dualSystem: "true", partnerFirms: "2" }, { dualSystem: "false", partnerFirms: "0" }], fails: [{ dualSystem: "true", partnerFirms: "0" }],
    repair: "补填合作企业数，或核对是否试点专业。",
  }),
  rowsKeep({
    code: "programmes.lengthUsual", zh: "学制在1—6年之间", en: "One to six years", ledger, tier: "warning", holds: all(compareValues(column("length"), "≥", literal(1)), compareValues(column("length"), "≤", literal(6))),
    passes: [{ length: "3" }], fails: [{ length: "2019" }], repair: "学制填年数，例如3。",
  }),
  rowsKeep({
    code: "programmes.openedPlausible", zh: "开设年份合理", en: "A likely year of opening", ledger, tier: "warning", holds: any(compareValues(column("openedIn"), "=", literal(0)), all(compareValues(column("openedIn"), "≥", literal(1949)), compareValues(column("openedIn"), "≤", literal(2100)))),
    passes: [{ openedIn: "2006" }], fails: [{ openedIn: "206" }], repair: "填四位年份。",
  }),
  onceOnly({ code: "programmes.once", zh: "同一专业方向只填一行", en: "A programme stands once", ledger, columns: ["code", "direction", "length"], repair: "合并重复的行；学制不同的可以分行。" }),
  agrees({ code: "programmes.studentsAsEnrolled", zh: "专业台账在校生与在校生数一致", en: "Students of the register agree with enrolment", one: "programmes.students", other: "students.enrolled", source: sichuan, repair: "核对专业台账与在校生表；未分专业的新生按录取专业列入。" }),
  agrees({ code: "programmes.intakeAsIntake", zh: "专业台账招生与招生数一致", en: "Intake of the register agrees with intake", one: "programmes.intake", other: "students.intake", source: sichuan, repair: "核对专业台账与招生表。" }),
  agrees({ code: "programmes.employedAsEmployed", zh: "专业台账就业人数与就业人数一致", en: "The employed of the register agree", one: "programmes.employed", other: "employment.employed", repair: "核对专业台账与毕业生去向表。" }),
  within({ code: "programmes.standardsWithin", zh: "有课程标准的课程不多于开设课程", en: "Courses with a standard are among the courses", part: "programmes.coursesWithStandard", whole: "programmes.courseCount", repair: "按同一口径（门）统计。" }),
  within({ code: "programmes.onlineWithin", zh: "在线精品课程不多于开设课程", en: "Online courses are among the courses", part: "programmes.onlineCourses", whole: "programmes.courseCount", tier: "warning", repair: "历年建成而本年未开设的应说明。" }),
  within({ code: "programmes.practiceWithin", zh: "实践教学课时不多于总课时", en: "Practical hours are among the hours", part: "programmes.practiceHours", whole: "programmes.lessonHours", repair: "总课时应含实践教学课时。" }),
  within({ code: "programmes.textbooksWithin", zh: "规划教材不多于选用教材", en: "Approved textbooks are among those used", part: "programmes.plannedTextbooks", whole: "programmes.textbooks", repair: "按种统计，同一教材几个班使用只计一种。" }),
  within({ code: "programmes.revisedWithin", zh: "修订方案的专业不多于专业点数", en: "Revised plans are among the programmes", part: "programmes.plansRevised", whole: "programmes.offered", repair: "一个专业一年只计一次。" }),
  usually({ code: "programmes.practiceUsual", zh: "实践教学课时达到一半", en: "Half of the hours are practical", of: "programmes.practiceShare", low: "50", usual: "52", odd: "31", source: unverified("教职成〔2019〕13号：实践性教学学时原则上占总学时50%以上"), repair: "核对实习课时是否计入；确实不足的说明改进安排。" }),
];
