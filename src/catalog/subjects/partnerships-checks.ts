/** Checks of partnerships: one firm once, agreements with dates, parts within wholes, ledgers that tell one story. */
import { all, column, compareValues, implies, isIn, isTrue, literal, not, present } from "../../core/definition/row.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { agrees, onceOnly, rowsKeep, steady, usually, within } from "../usual-checks.ts";

const government = ["county", "city"] as const;

const firms: readonly CheckInput[] = [
  onceOnly({ code: "partnerships.firmOnce", zh: "同一信用代码只填一行", en: "A credit code stands once", ledger: "partnerships.firms", columns: ["creditCode"], repair: "同一企业合并为一行，合作内容相加。" }),
  rowsKeep({
    code: "partnerships.agreementDated", zh: "签约企业有签约日期", en: "An agreement has its date", ledger: "partnerships.firms", finding: "OUTLINE", tier: "warning",
    holds: implies(isTrue("agreement"), present("signedOn")), passes: [{ agreement: "true", signedOn: "2018-09-01" }, { agreement: "false" }], fails: [{ agreement: "true", signedOn: null }], repair: "补填签约日期，没有协议的改为否。",
  }),
  rowsKeep({
    code: "partnerships.agreementDates", zh: "协议到期不早于签约", en: "An agreement ends after its start", ledger: "partnerships.firms",
    holds: compareValues(column("expiresOn"), "≥", column("signedOn")), passes: [{ signedOn: "2018-09-01", expiresOn: "2021-08-31" }], fails: [{ signedOn: "2018-09-01", expiresOn: "2017-08-31" }], repair: "核对日期；已到期未续签的应从台账删除。",
  }),
  rowsKeep({
    code: "partnerships.firmDoesSomething", zh: "合作企业有实际合作内容", en: "A partner firm does something", ledger: "partnerships.firms", finding: "OUTLINE", tier: "warning",
    holds: { kind: "any", of: [isTrue("practiceBase"), compareValues(column("programmes"), ">", literal(0)), compareValues(column("interns"), ">", literal(0)), compareValues(column("graduates"), ">", literal(0)), compareValues(column("partTimeTeachers"), ">", literal(0))] },
    passes: [{ practiceBase: "false", programmes: "1", interns: "0", graduates: "0", partTimeTeachers: "0" }], fails: [{ practiceBase: "false", programmes: "0", interns: "0", graduates: "0", partTimeTeachers: "0" }], repair: "没有任何合作内容的企业不列入台账。",
  }),
  within({ code: "partnerships.agreementWithin", zh: "签约合作企业不多于合作企业", en: "Firms with an agreement are among the firms", part: "partnerships.agreementFirms", whole: "partnerships.firmCount", repair: "核对合作企业台账。", at: ["school", "city"] }),
  within({ code: "partnerships.teachersWithin", zh: "合作企业派出兼职教师不多于企业兼职教师", en: "Teachers sent are among part-time teachers", part: "partnerships.partTimeTeachers", whole: "teachers.enterprisePartTime", tier: "warning", repair: "核对教师表的企业兼职教师与企业台账的派出人数；一人只计一次。" }),
  agrees({ code: "partnerships.graduatesAsEmployment", zh: "企业台账接收毕业生与就业表一致", en: "Graduates taken agree with employment", one: "partnerships.graduatesTaken", other: "employment.atPartnerFirms", repair: "核对合作企业台账与直接就业结构表的“合作企业接收就业人数”。" }),
  steady({ code: "partnerships.firmsSteady", zh: "合作企业较上年变动在一倍以内", en: "Partner firms within twice of last year", of: "partnerships.firmCount", bound: "1", repair: "核对是否漏填或把一次性来往企业列入。" }),
];

const classes: readonly CheckInput[] = [
  rowsKeep({
    code: "partnerships.classHasStudents", zh: "合作班有学生", en: "A class has students", ledger: "partnerships.classes", holds: compareValues(column("students"), "≥", literal(1)),
    passes: [{ students: "40" }], fails: [{ students: "0" }], repair: "没有学生的班不列入。",
  }),
  rowsKeep({
    code: "partnerships.classSizeUsual", zh: "合作班人数不超过120人", en: "A class has at most 120 students", ledger: "partnerships.classes", tier: "warning", holds: compareValues(column("students"), "≤", literal(120)),
    passes: [{ students: "45" }], fails: [{ students: "450" }], repair: "每班一行；把几个班合填的请拆开。",
  }),
  rowsKeep({
    code: "partnerships.apprenticesWithin", zh: "签学徒协议不多于在读学生", en: "Apprentices are among the students", ledger: "partnerships.classes", finding: "SUBSET", holds: compareValues(column("apprentices"), "≤", column("students")),
    passes: [{ students: "40", apprentices: "38" }], fails: [{ students: "40", apprentices: "48" }], repair: "核对人数。",
  }),
  onceOnly({ code: "partnerships.classOnce", zh: "合作班不重复", en: "A class stands once", ledger: "partnerships.classes", columns: ["name"], repair: "删除重复的班级，不同年级的在名称中注明届别。" }),
  {
    code: "partnerships.dualSchoolHasClass", zh: "双元制试点学校有双元制班或试点专业", en: "A dual school has a dual class", finding: "CROSS", tier: "warning",
    rule: {
      kind: "atMost", left: { kind: "measure", code: "partnerships.dualPilotSchools" },
      right: { kind: "sum", terms: [{ kind: "measure", code: "partnerships.dualClasses" }, { kind: "measure", code: "programmes.dualSystem" }] },
    },
    repair: "在合作班台账填写双元制班，或把“双元制试点学校”改为0。",
    passes: [{ cells: { "partnerships.dualPilotSchools": "1", "partnerships.classCount#classKind=dual": "1", "programmes.dualSystem": "0" } }],
    fails: [{ cells: { "partnerships.dualPilotSchools": "1", "partnerships.classCount#classKind=order": "2", "programmes.dualSystem": "0" } }],
  },
  within({ code: "partnerships.classStudentsWithin", zh: "合作班学生不多于在校生", en: "Students in joint classes are among the enrolled", part: "partnerships.classStudents", whole: "students.enrolled", repair: "合作班学生应是在校生，核对两处人数。" }),
];

const school: readonly CheckInput[] = [
  usually({ code: "partnerships.dualFlag", zh: "双元制试点学校填0或1", en: "The dual flag is 0 or 1", of: "partnerships.dualPilotSchools", high: "1", usual: "1", odd: "2", tier: "proof", repair: "本校是试点填1，不是填0；班数在合作班台账登记。" }),
  within({ code: "partnerships.receivedWithin", zh: "到账资金不多于协议投入", en: "Funds received are within those agreed", part: "partnerships.fundsReceived", whole: "partnerships.fundsAgreed", tier: "warning", repair: "核对单位；往年协议本年到账的应说明。" }),
  within({ code: "partnerships.firmHoursWithin", zh: "兼职教师课时不多于专业课总课时", en: "Hours of firm teachers are within subject hours", part: "teachers.partTimeHours", whole: "partnerships.specialisedHours", repair: "核对课时统计口径。" }),
  within({ code: "partnerships.ledWithinJoined", zh: "牵头集团不多于参与集团", en: "Groups led are among those joined", part: "partnerships.groupsLed", whole: "partnerships.groupsJoined", repair: "“参与职教集团”含牵头的。" }),
  within({ code: "partnerships.ledWithinGroups", zh: "各校牵头集团不多于全市集团", en: "Groups led are among the city's groups", part: "partnerships.groupsLed", whole: "partnerships.groupCount", at: ["city"], tier: "warning", repair: "核对集团台账与学校填报。" }),
];

const publicWork: readonly CheckInput[] = [
  rowsKeep({
    code: "partnerships.meetingAttended", zh: "对接活动有院校和企业参加", en: "A meeting has schools and firms", ledger: "partnerships.meetings", at: government, tier: "warning",
    holds: all(compareValues(column("schools"), "≥", literal(1)), compareValues(column("firms"), "≥", literal(1))), passes: [{ schools: "10", firms: "32" }], fails: [{ schools: "10", firms: "0" }], repair: "补填参加院校和企业数。",
  }),
  onceOnly({ code: "partnerships.meetingOnce", zh: "对接活动不重复", en: "A meeting stands once", ledger: "partnerships.meetings", columns: ["title", "heldOn"], at: government, repair: "删除重复的活动。" }),
  rowsKeep({
    code: "partnerships.delegationDates", zh: "考察结束不早于开始", en: "A delegation ends after its start", ledger: "partnerships.delegations", at: ["city"],
    holds: compareValues(column("to"), "≥", column("from")), passes: [{ from: "2019-09-16", to: "2019-09-18" }], fails: [{ from: "2019-09-18", to: "2019-09-16" }], repair: "核对日期。",
  }),
  rowsKeep({
    code: "partnerships.delegationShort", zh: "一次行程不超过30天", en: "A trip lasts at most 30 days", ledger: "partnerships.delegations", at: ["city"], tier: "warning",
    holds: compareValues({ kind: "daysBetween", from: column("from"), to: column("to") }, "≤", literal(30)), passes: [{ from: "2019-09-16", to: "2019-09-18" }], fails: [{ from: "2019-09-16", to: "2020-09-18" }], repair: "每个连续行程一行，核对年份。",
  }),
  rowsKeep({
    code: "partnerships.groupMembers", zh: "集团有成员学校和成员企业", en: "A group has schools and firms", ledger: "partnerships.groups", at: ["city"], tier: "warning",
    holds: all(compareValues(column("schools"), "≥", literal(1)), compareValues(column("firms"), "≥", literal(1))), passes: [{ schools: "5", firms: "12" }], fails: [{ schools: "5", firms: "0" }], repair: "补填成员数。",
  }),
  onceOnly({ code: "partnerships.groupOnce", zh: "职教集团不重复", en: "A group stands once", ledger: "partnerships.groups", columns: ["name"], at: ["city"], repair: "删除重复的集团。" }),
  rowsKeep({
    code: "partnerships.internationalSignedDated", zh: "已签约的国际合作有签约日期", en: "A signed agreement has its date", ledger: "partnerships.international", at: ["school", "city"], finding: "OUTLINE", tier: "warning",
    holds: implies(isIn("state", "signed", "running"), present("signedOn")), passes: [{ state: "signed", signedOn: "2019-10-16" }, { state: "intent" }], fails: [{ state: "signed", signedOn: null }], repair: "补填签约日期；只有意向的改为“达成意向”。",
  }),
  rowsKeep({
    code: "partnerships.partiesApart", zh: "中外双方各填一个单位", en: "One party on each side", ledger: "partnerships.international", at: ["school", "city"], finding: "LIST", tier: "warning",
    holds: all(not({ kind: "matches", column: "chineseParty", pattern: ".*[、;；].*" }), not({ kind: "matches", column: "foreignParty", pattern: ".*[、;；].*" })),
    passes: [{ chineseParty: "甲职业技术学院", foreignParty: "乙工业大学" }], fails: [{ chineseParty: "甲学院、乙学院", foreignParty: "丙大学" }], repair: "一对合作一行，写清哪一所与哪一所。",
  }),
];

export const partnershipsChecks: readonly CheckInput[] = [...firms, ...classes, ...school, ...publicWork];
