/** Checks of students: the balance of the year by gender, two tellings of one number, likely sizes. */
import { column, compareValues } from "../../core/definition/row.ts";
import { difference, earlier, measure, sumOf } from "../../core/definition/formula.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { addsUp, agrees, onceOnly, rowsKeep, steady, usually, within } from "../usual-checks.ts";

/** One gender's cells of the year's balance: 300 + 110 + 2 − 90 − 12 = 310 = 110 + 100 + 100. */
const balance = (closing: string): Readonly<Record<string, string>> => ({
  ...men("students.opening", "100"),
  "students.newByGender#gender=male": "110",
  "students.transferredIn#gender=male": "2",
  "students.graduatedByGender#gender=male": "90",
  ...men("students.left", "4"),
  ...men("students.enrolled", "100"),
  "students.enrolled#gender=male|grade=one": closing,
});

function men(code: string, value: string): Readonly<Record<string, string>> {
  return Object.fromEntries(["one", "two", "three"].map((grade) => [`${code}#gender=male|grade=${grade}`, value]));
}

export const studentsChecks: readonly CheckInput[] = [
  {
    code: "students.balance", zh: "在校生平衡：上年末＋招生＋转入－毕业－离校＝年末", en: "The year's balance of students", finding: "SUM", tier: "proof", each: ["gender"],
    rule: { kind: "equal", left: difference(sumOf("students.opening", "students.newByGender", "students.transferredIn"), sumOf("students.graduatedByGender", "students.left")), right: measure("students.enrolled") },
    repair: "逐项核对学籍异动：新生、转入、毕业、离校，找出漏记的学生。",
    passes: [{ cells: balance("110") }],
    fails: [{ cells: balance("111") }],
  },
  {
    code: "students.openingAsClosed", zh: "上年末在校生等于上年报送数", en: "Opening is last year's closing", finding: "PRIOR", tier: "warning", each: ["grade", "gender"],
    rule: { kind: "equal", left: measure("students.opening"), right: earlier("students.enrolled") },
    repair: "与上年报送的年末在校生一致；上年数更正过的请说明。",
    passes: [{ cells: { "students.opening#gender=male|grade=one": "100", "students.enrolled#gender=male|grade=one@-1": "100" } }],
    fails: [{ cells: { "students.opening#gender=male|grade=one": "100", "students.enrolled#gender=male|grade=one@-1": "101" } }],
  },
  addsUp({ code: "students.newAsIntake", zh: "本年招收新生等于招生数", en: "New students are the intake", parts: ["students.newByGender"], whole: "students.intake", repair: "分性别新生与分类别招生是同一批学生。" }),
  addsUp({ code: "students.graduatedAgree", zh: "分性别毕业学生之和等于毕业人数", en: "Graduates by gender add up", parts: ["students.graduatedByGender"], whole: "students.graduated", repair: "核对毕业证书发放名册。" }),
  agrees({ code: "students.graduatedAsEmployment", zh: "毕业人数与毕业生去向表一致", en: "Graduates agree with destinations", one: "students.graduated", other: "employment.graduates", repair: "两表统计同一批毕业生。" }),
  addsUp({ code: "students.reasonsAddUp", zh: "分原因离校之和等于离校学生", en: "Reasons add up", parts: ["students.leftByReason"], whole: "students.left", repair: "原因不明的填入“其他离校”。" }),
  {
    code: "students.leftWithinPresent", zh: "离校学生不多于上年末在校生、新生与转入之和", en: "Those who left were here", finding: "SUBSET", tier: "proof", each: ["gender"],
    rule: { kind: "atMost", left: measure("students.left"), right: sumOf("students.opening", "students.newByGender", "students.transferredIn") },
    repair: "核对学籍异动，离校人数是否填成了在校人数。",
    passes: [{ cells: { ...men("students.left", "4"), ...men("students.opening", "100"), "students.newByGender#gender=male": "110", "students.transferredIn#gender=male": "2" } }],
    fails: [{ cells: { ...men("students.left", "140"), ...men("students.opening", "100"), "students.newByGender#gender=male": "110", "students.transferredIn#gender=male": "2" } }],
  },
  addsUp({ code: "students.originsAddUp", zh: "分生源招生之和等于招生数", en: "Origins add up", parts: ["students.intakeByOrigin"], whole: "students.intake", repair: "生源不明的按毕业证书归类，其余填入社会生源。" }),
  {
    code: "students.enrolledAcrossLevels", zh: "事业统计在校生与学校填报合计一致", en: "The statistics agree with the schools", finding: "CROSS", tier: "warning", at: ["county", "city"],
    rule: { kind: "acrossLevels", upper: measure("students.yearbookEnrolled"), lower: measure("students.enrolled") },
    repair: "核对有无学校漏报或多报；统计时点不同的请说明差额。",
    passes: [{ cells: { "students.yearbookEnrolled": "2900", "students.enrolled": "2900" } }],
    fails: [{ cells: { "students.yearbookEnrolled": "2900", "students.enrolled": "2890" } }],
  },
  {
    code: "students.intakeAcrossLevels", zh: "事业统计招生与学校填报合计一致", en: "Intake by the statistics agrees with the schools", finding: "CROSS", tier: "warning", at: ["county", "city"],
    rule: { kind: "acrossLevels", upper: measure("students.yearbookIntake"), lower: measure("students.intake") },
    repair: "核对是否一方含技工院校招生；统计时点不同的请说明差额。",
    passes: [{ cells: { "students.yearbookIntake": "1200", "students.intake": "1200" } }],
    fails: [{ cells: { "students.yearbookIntake": "1500", "students.intake": "1200" } }],
  },
  within({ code: "students.boardersWithin", zh: "寄宿生不多于在校生", en: "Boarders are students", part: "students.boarders", whole: "students.enrolled", repair: "核对宿舍名册。" }),
  within({ code: "students.ruralWithin", zh: "农村户籍学生不多于在校生", en: "Rural students are students", part: "students.rural", whole: "students.enrolled", repair: "核对学籍系统户籍信息。" }),
  within({ code: "students.outOfCityWithin", zh: "外市户籍学生不多于在校生", en: "Students from elsewhere are students", part: "students.outOfCity", whole: "students.enrolled", repair: "核对学籍系统户籍信息。" }),
  within({ code: "students.graduatedWithinDue", zh: "毕业人数不多于应届应毕业生", en: "Graduates were due", part: "students.graduated", whole: "students.cohortDue", tier: "warning", repair: "往届补发毕业证书的应在应毕业生中一并计入，或说明。" }),
  within({ code: "students.dueWithinIntake", zh: "应届应毕业生不多于三年前招生数", en: "The cohort shrinks", part: "students.cohortDue", whole: "students.cohortIntake", tier: "warning", repair: "转入较多的请说明。" }),
  {
    code: "students.cohortAsIntake", zh: "三年前招生数与当年报送一致", en: "Cohort intake as reported then", finding: "PRIOR", tier: "warning",
    rule: { kind: "equal", left: measure("students.cohortIntake"), right: earlier("students.intake", 3) },
    repair: "与三年前年度报送的招生数核对。",
    passes: [{ cells: { "students.cohortIntake": "900", "students.intake@-3": "900" } }],
    fails: [{ cells: { "students.cohortIntake": "910", "students.intake@-3": "900" } }],
  },
  usually({ code: "students.taskUsual", zh: "招生任务完成率在20%—150%之间", en: "Intake between 20% and 150% of the task", at: ["city"], of: "students.taskCompletion", low: "20", high: "150", usual: "90", odd: "300", repair: "核对招生任务的单位和口径，是否混入技工招生；超额较多的请说明。" }),
  steady({ code: "students.enrolledSteady", zh: "在校生较上年变动在三成以内", en: "Students within 30% of last year", of: "students.enrolled", bound: "0.3", repair: "核对统计口径（是否含技工、成人），或说明合并、扩招。" }),
  steady({ code: "students.intakeSteady", zh: "招生数较上年变动在五成以内", en: "Intake within 50% of last year", of: "students.intake", bound: "0.5", repair: "核对招生口径，或说明原因。" }),
  rowsKeep({
    code: "students.publicityParts", zh: "各类参加人员不多于参加人数", en: "Groups within participants", ledger: "students.publicity", finding: "SUBSET", at: ["school", "county", "city"],
    holds: compareValues({ kind: "sum", terms: [column("officials"), column("firms"), column("schoolHeads"), column("students")] }, "≤", column("participants")),
    passes: [{ officials: "20", firms: "30", schoolHeads: "50", students: "400", participants: "500" }], fails: [{ officials: "20", firms: "30", schoolHeads: "50", students: "400", participants: "400" }], repair: "合计应包含各类人员。",
  }),
  onceOnly({ code: "students.publicityOnce", zh: "同名同日的活动只填一行", en: "An event stands once", ledger: "students.publicity", columns: ["title", "heldOn"], at: ["school", "county", "city"], repair: "合并重复的行。" }),
];
