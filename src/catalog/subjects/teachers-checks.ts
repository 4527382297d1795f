/** Checks of teachers: every breakdown adds up, stocks follow from flows, shares have a likely size. */
import { column, compareValues, literal } from "../../core/definition/row.ts";
import { difference, earlier, measure, sumOf } from "../../core/definition/formula.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { addsUp, onceOnly, rowsKeep, steady, usually, within } from "../usual-checks.ts";

export const teachersChecks: readonly CheckInput[] = [
  within({ code: "teachers.fullTimeWithinStaff", zh: "专任教师不多于教职工", en: "Full-time teachers are staff", part: "teachers.fullTime", whole: "teachers.staff", repair: "核对花名册：校外兼职教师不计入专任教师。" }),
  within({ code: "teachers.establishedWithinStaff", zh: "在编教职工不多于教职工", en: "Established staff are staff", part: "teachers.established", whole: "teachers.staff", repair: "离退休人员不计入；与编制手册核对。" }),
  within({ code: "teachers.establishedWithinPosts", zh: "在编教职工不多于核定编制", en: "Established staff within posts", part: "teachers.established", whole: "teachers.establishment", tier: "warning", repair: "超编的请说明。" }),
  within({ code: "teachers.femaleWithin", zh: "女专任教师不多于专任教师", en: "Women are among full-time teachers", part: "teachers.female", whole: "teachers.fullTime", repair: "女教职工与女专任教师不要填混。" }),
  addsUp({ code: "teachers.kindsAddUp", zh: "公共基础课与专业课教师之和等于专任教师", en: "Common and subject teachers add up", parts: ["teachers.common", "teachers.subject"], whole: "teachers.fullTime", repair: "一名专任教师只归一类；未任课的按聘任岗位归类。" }),
  within({ code: "teachers.doubleWithinSubject", zh: "“双师型”教师不多于专业课教师", en: "Double-qualified are subject teachers", part: "teachers.doubleQualified", whole: "teachers.subject", repair: "只统计专业课教师中认定的“双师型”；公共课教师和校外兼职教师不计入。" }),
  addsUp({ code: "teachers.educationAddsUp", zh: "分学历之和等于专任教师", en: "Education adds up", parts: ["teachers.byEducation"], whole: "teachers.fullTime", repair: "按最高学历，每人只填一格。" }),
  addsUp({ code: "teachers.titleAddsUp", zh: "分职称之和等于专任教师", en: "Titles add up", parts: ["teachers.byTitle"], whole: "teachers.fullTime", repair: "未评职称的填入“未定职级”。" }),
  addsUp({ code: "teachers.ageAddsUp", zh: "分年龄之和等于专任教师", en: "Ages add up", parts: ["teachers.byAge"], whole: "teachers.fullTime", repair: "按年末周岁，每人只填一格。" }),
  within({ code: "teachers.degreeWithin", zh: "硕士以上学位教师不多于专任教师", en: "Those with a degree are full-time teachers", part: "teachers.masterDegree", whole: "teachers.fullTime", repair: "按最高学位填写。" }),
  {
    code: "teachers.stockAndFlow", zh: "专任教师：上年＋补充－减少＝本年", en: "Full-time teachers follow from last year", finding: "PRIOR", tier: "warning",
    rule: { kind: "equal", left: difference(sumOf(earlier("teachers.fullTime"), "teachers.hired"), "teachers.departed"), right: measure("teachers.fullTime") },
    repair: "核对教师补充台账和减少台账是否有遗漏；上年数更正过的请说明。",
    passes: [{ cells: { "teachers.fullTime@-1": "196", "teachers.hired": "6", "teachers.departed": "8", "teachers.fullTime": "194" } }],
    fails: [{ cells: { "teachers.fullTime@-1": "196", "teachers.hired": "6", "teachers.departed": "0", "teachers.fullTime": "194" } }],
  },
  {
    code: "teachers.subjectStockAndFlow", zh: "专业课教师：上年＋补充－减少＋转入－转出＝本年", en: "Subject teachers follow from last year", finding: "PRIOR", tier: "warning",
    rule: {
      kind: "equal",
      left: difference(
        sumOf(earlier("teachers.subject"), measure("teachers.hired", { teacherKind: "subject" }), "teachers.movedToSubject"),
        sumOf(measure("teachers.departed", { teacherKind: "subject" }), "teachers.movedToCommon"),
      ),
      right: measure("teachers.subject"),
    },
    repair: "核对转任人数；课程归类办法有变化的请说明，必要时登记口径变化。",
    passes: [{ cells: { "teachers.subject@-1": "106", "teachers.hired#inflowWay=examination|teacherKind=subject": "4", "teachers.movedToSubject": "0", "teachers.departed#outflowWay=retired|teacherKind=subject": "5", "teachers.movedToCommon": "13", "teachers.subject": "92" } }],
    fails: [{ cells: { "teachers.subject@-1": "106", "teachers.hired#inflowWay=examination|teacherKind=subject": "4", "teachers.movedToSubject": "0", "teachers.departed#outflowWay=retired|teacherKind=subject": "5", "teachers.movedToCommon": "0", "teachers.subject": "92" } }],
  },
  within({ code: "teachers.movedWithinCommon", zh: "转任公共基础课教师不多于公共基础课教师", en: "Those who moved to common courses teach them", part: "teachers.movedToCommon", whole: "teachers.common", repair: "按年末任教课程核对转任人数。" }),
  within({ code: "teachers.movedWithinSubject", zh: "转任专业课教师不多于专业课教师", en: "Those who moved to subject teaching do so", part: "teachers.movedToSubject", whole: "teachers.subject", repair: "按年末任教课程核对转任人数。" }),
  within({ code: "teachers.practiceWithin", zh: "企业实践教师不多于专任教师", en: "Teachers with practice are full-time", part: "teachers.practiceTeachers", whole: "teachers.fullTime", repair: "一人多次实践只计一人。" }),
  within({ code: "teachers.assessmentWithin", zh: "考核优秀人数不多于教职工", en: "The excellent are staff", part: "teachers.assessedExcellent", whole: "teachers.staff", repair: "核对年度考核结果备案表。" }),
  steady({ code: "teachers.fullTimeSteady", zh: "专任教师较上年变动在两成以内", en: "Full-time teachers within 20% of last year", of: "teachers.fullTime", bound: "0.2", repair: "核对专任教师的口径，或说明学校合并、扩招等原因。" }),
  steady({ code: "teachers.subjectSteady", zh: "专业课教师较上年变动在两成以内", en: "Subject teachers within 20% of last year", of: "teachers.subject", bound: "0.2", repair: "课程归类办法变化会使专业课教师突增突减，请说明。" }),
  usually({ code: "teachers.ratioUsual", zh: "生师比在5：1至30：1之间", en: "Students per teacher between 5 and 30", of: "teachers.studentTeacherRatio", low: "5", high: "30", usual: "15", odd: "60", repair: "核对在校生与专任教师。" }),
  {
    code: "teachers.ratioOutlier", zh: "生师比偏离同类学校", en: "Students per teacher far from peers", finding: "RATIO", tier: "warning",
    rule: { kind: "outlier", of: measure("teachers.studentTeacherRatio"), deviations: "8" },
    repair: "核对在校生与专任教师，属实的说明原因。",
    passes: [{ cells: { "students.enrolled": "1500", "teachers.fullTime": "100" }, peers: ["14", "15", "16", "15.5", "14.5"] }],
    fails: [{ cells: { "students.enrolled": "4500", "teachers.fullTime": "100" }, peers: ["14", "15", "16", "15.5", "14.5"] }],
  },
  rowsKeep({ code: "teachers.hiredWithinQuota", zh: "到岗人数不多于计划名额", en: "Hired within quota", ledger: "teachers.inflow", finding: "SUBSET", tier: "warning", holds: compareValues(column("hired"), "≤", column("quota")), passes: [{ hired: "6", quota: "8" }], fails: [{ hired: "9", quota: "8" }], repair: "追加名额的填追加后的名额。" }),
  rowsKeep({ code: "teachers.talentWithinQuota", zh: "遴选人数不多于名额", en: "Chosen within quota", ledger: "teachers.talent", finding: "SUBSET", tier: "warning", at: ["city"], holds: compareValues(column("chosen"), "≤", column("quota")), passes: [{ chosen: "10", quota: "10" }], fails: [{ chosen: "11", quota: "10" }], repair: "核对遴选文件。" }),
  rowsKeep({
    code: "teachers.personHoursFollow", zh: "总学时等于人次乘每人学时", en: "Person-hours follow", ledger: "teachers.training", finding: "PERCAP", tier: "warning",
    holds: compareValues(column("personHours"), "=", { kind: "product", left: column("personTimes"), right: column("hours") }), passes: [{ personTimes: "20", hours: "40", personHours: "800" }], fails: [{ personTimes: "20", hours: "40", personHours: "80" }], repair: "中途退出的按实际学时填写并说明。",
  }),
  rowsKeep({
    code: "teachers.contestPrizesWithin", zh: "竞赛获奖人数不多于参赛人数", en: "Prizes within entrants", ledger: "teachers.contests", finding: "SUBSET", at: ["city"],
    holds: compareValues({ kind: "sum", terms: [column("first"), column("second"), column("third")] }, "≤", column("entrants")), passes: [{ first: "6", second: "2", third: "0", entrants: "8" }], fails: [{ first: "6", second: "3", third: "0", entrants: "8" }], repair: "核对获奖文件；集体奖填入优秀组织奖。",
  }),
  rowsKeep({ code: "teachers.departedPositive", zh: "减少人数大于零", en: "Departures are positive", ledger: "teachers.outflow", holds: compareValues(column("number"), ">", literal(0)), passes: [{ number: "2" }], fails: [{ number: "0" }], repair: "没有减少的方式删去该行。" }),
  onceOnly({ code: "teachers.trainingOnce", zh: "同名同日的培训只填一行", en: "A training stands once", ledger: "teachers.training", columns: ["title", "startedOn"], repair: "合并重复的行。" }),
];
