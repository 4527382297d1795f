/** Checks of attainment: those who passed were tested, rates of 100% want evidence, parts stay within their whole. */
import { column, compareValues } from "../../core/definition/row.ts";
import { measure, sumOf } from "../../core/definition/formula.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { onceOnly, rowsKeep, usually, within } from "../usual-checks.ts";

const passed = (stem: string, zh: string, en: string): CheckInput => within({ code: `attainment.${stem}PassedWithin`, zh: `${zh}合格人数不多于参加测评人数`, en: `${en}: the passed were tested`, part: `attainment.${stem}Passed`, whole: `attainment.${stem}Tested`, repair: "核对成绩册；补考合格的计入合格，不重复计参加人数。" });

export const attainmentChecks: readonly CheckInput[] = [
  passed("cultural", "文化课", "Common courses"),
  passed("skill", "专业技能", "Skills"),
  passed("fitness", "体质测评", "Fitness"),
  {
    code: "attainment.cityPassedWithin", zh: "市级检测合格人次不多于参测人次", en: "City test: the passed were tested", finding: "SUBSET", tier: "proof", each: ["testSubject"],
    rule: { kind: "atMost", left: measure("attainment.cityPassed"), right: measure("attainment.cityTested") }, repair: "核对检测成绩单。",
    passes: [{ cells: { "attainment.cityPassed": "270", "attainment.cityTested": "300" } }], fails: [{ cells: { "attainment.cityPassed": "330", "attainment.cityTested": "300" } }],
  },
  {
    code: "attainment.fitnessWithinEnrolled", zh: "体质测评与免测学生不多于在校生", en: "Tested and exempt are students", finding: "SUBSET", tier: "warning",
    rule: { kind: "atMost", left: sumOf("attainment.fitnessTested", "attainment.fitnessExempt"), right: measure("students.enrolled") }, repair: "测评时点在校生与年末在校生不同的请说明。",
    passes: [{ cells: { "attainment.fitnessTested": "950", "attainment.fitnessExempt": "20", "students.enrolled": "1000" } }], fails: [{ cells: { "attainment.fitnessTested": "990", "attainment.fitnessExempt": "20", "students.enrolled": "1000" } }],
  },
  usually({ code: "attainment.fitnessUsual", zh: "体质测评合格率在60%—99.5%之间", en: "Fitness pass rate between 60% and 99.5%", of: "attainment.fitnessPassRate", low: "60", high: "99.5", usual: "91.5", odd: "100", repair: "恰为100%的少见，请核对是否以参测代替合格，并备好成绩上报截图。" }),
  within({ code: "attainment.certifiedWithin", zh: "取证毕业生不多于毕业生", en: "The certified are graduates", part: "attainment.certified", whole: "employment.graduates", repair: "一人多证只计一人。" }),
  within({ code: "attainment.certifiedWithinEntrants", zh: "取证毕业生不多于参加考核的毕业生", en: "The certified were entered", part: "attainment.certified", whole: "attainment.certificateEntrants", repair: "核对考核报名册；免考换证的计入参加考核。" }),
  within({ code: "attainment.entrantsWithinGraduates", zh: "参加资格考核的毕业生不多于毕业生", en: "Those entered are graduates", part: "attainment.certificateEntrants", whole: "employment.graduates", repair: "只计当年毕业生，按人数不按人次。" }),
  within({ code: "attainment.doubleWithinCertified", zh: "双证书毕业生不多于取证毕业生", en: "Double-certified are certified", part: "attainment.doubleCertified", whole: "attainment.certified", repair: "双证书毕业生必已取得资格（等级）证书。" }),
  within({ code: "attainment.certifiedWithinCertificates", zh: "取证毕业生不多于本年取得的证书", en: "Each certified has a certificate", part: "attainment.certified", whole: "attainment.certificates", tier: "warning", repair: "证书数是本年取得的，往年取得的请说明。" }),
  within({ code: "attainment.onePlusXWithin", zh: "1+X取证人次不多于参考人次", en: "1+X: the passed were entered", part: "attainment.onePlusXPassed", whole: "attainment.onePlusXEntrants", repair: "核对考核站点成绩单。" }),
  within({ code: "attainment.clubWithin", zh: "参加社团学生不多于在校生", en: "Club members are students", part: "attainment.clubMembers", whole: "students.enrolled", repair: "一人参加几个社团只计一人。" }),
  within({ code: "attainment.volunteersWithin", zh: "志愿者不多于在校生", en: "Volunteers are students", part: "attainment.volunteers", whole: "students.enrolled", repair: "按注册人数，不按人次。" }),
  {
    code: "attainment.conductWithin", zh: "操行评定学生不多于在校生与毕业生之和", en: "Those graded are students or graduates", finding: "SUBSET", tier: "warning",
    rule: { kind: "atMost", left: measure("attainment.conduct"), right: sumOf("students.enrolled", "students.graduated") }, repair: "每名学生每年只计一次，不按学期累加。",
    passes: [{ cells: { "attainment.conduct": "1290", "students.enrolled": "1000", "students.graduated": "300" } }], fails: [{ cells: { "attainment.conduct": "2000", "students.enrolled": "1000", "students.graduated": "300" } }],
  },
  within({ code: "attainment.violationsWithin", zh: "受处分学生不多于在校生", en: "The disciplined are students", part: "attainment.violations", whole: "students.enrolled", repair: "按人数，不按次数。" }),
  within({ code: "attainment.poorWithin", zh: "家庭经济困难学生不多于在校生", en: "Poor students are students", part: "attainment.poorStudents", whole: "students.enrolled", repair: "核对资助系统名单。" }),
  rowsKeep({ code: "attainment.moralPeople", zh: "德育活动参加人次不少于场次", en: "Each session has participants", ledger: "attainment.moralActivities", at: ["school", "city"], holds: compareValues(column("personTimes"), "≥", column("sessions")), passes: [{ personTimes: "300", sessions: "3" }], fails: [{ personTimes: "2", sessions: "3" }], repair: "核对场次与人次是否填反。" }),
  onceOnly({ code: "attainment.moralOnce", zh: "同名同日的德育活动只填一行", en: "An activity stands once", ledger: "attainment.moralActivities", columns: ["title", "heldOn"], at: ["school", "city"], repair: "合并重复的行。" }),
];
