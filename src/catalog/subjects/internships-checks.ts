/** Checks of internships that hold under any regulation: dates and numbers of a batch, agreement with other ledgers. */
import { any, column, compareValues, implies, isTrue, literal, present } from "../../core/definition/row.ts";
import { verified } from "../../core/definition/source.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { onceOnly, rowsKeep, steady, usually, within } from "../usual-checks.ts";

const ledger = "internships.batches";
const reporting = verified("实习监管上报的交叉校验（未签必须有说明；结束不早于开始；高风险必须有类型）");

/** A number of students in a batch never exceeds the batch. */
const parts = [
  ["agreements", "签三方协议学生", "Those with an agreement"],
  ["insured", "投保学生", "The insured"],
  ["matched", "专业对口学生", "Those who match"],
  ["under16", "未满16周岁学生", "Those under 16"],
] as const;

export const internshipsChecks: readonly CheckInput[] = [
  rowsKeep({
    code: "internships.dates", zh: "结束日期不早于开始日期", en: "A batch ends on or after its start", ledger, source: reporting, holds: compareValues(column("to"), "≥", column("from")),
    passes: [{ from: "2019-03-01", to: "2019-08-31" }], fails: [{ from: "2019-08-31", to: "2019-03-01" }], repair: "核对日期。",
  }),
  rowsKeep({
    code: "internships.daysWithinDates", zh: "实际天数不多于起止日期的天数", en: "Days lie within the dates", ledger, holds: compareValues(column("days"), "≤", { kind: "sum", terms: [{ kind: "daysBetween", from: column("from"), to: column("to") }, literal(1)] }),
    passes: [{ from: "2019-03-01", to: "2019-03-31", days: "31" }], fails: [{ from: "2019-03-01", to: "2019-03-31", days: "45" }], repair: "填实际实习的天数，不是学生人数×天数。",
  }),
  rowsKeep({ code: "internships.studentsCount", zh: "每批至少一名学生", en: "A batch has a student", ledger, holds: compareValues(column("students"), "≥", literal(1)), passes: [{ students: "40" }], fails: [{ students: "0" }], repair: "没有学生的不列入台账。" }),
  ...parts.map(([code, zh, en]) =>
    rowsKeep({ code: `internships.${code}Within`, zh: `${zh}不多于实习学生`, en: `${en} are among the interns`, ledger, finding: "SUBSET", holds: compareValues(column(code), "≤", column("students")), passes: [{ students: "40", [code]: "40" }], fails: [{ students: "40", [code]: "41" }], repair: "核对人数，只统计本批学生。" }),
  ),
  rowsKeep({
    code: "internships.unsignedExplained", zh: "未签协议的有说明", en: "What is not signed is explained", ledger, source: reporting, finding: "OUTLINE", tier: "warning",
    where: compareValues(column("agreements"), "<", column("students")), holds: any({ kind: "in", column: "kind", values: ["observation"] }, present("unsignedReason")),
    passes: [{ kind: "post", students: "40", agreements: "38", unsignedReason: "两名学生中途更换单位，协议补签中" }, { kind: "observation", students: "40", agreements: "0" }], fails: [{ kind: "post", students: "40", agreements: "38", unsignedReason: null }], repair: "在“未签协议说明”写明原因。",
  }),
  rowsKeep({
    code: "internships.uninsuredExplained", zh: "未投保的有说明", en: "What is not insured is explained", ledger, source: reporting, finding: "OUTLINE", tier: "warning",
    where: compareValues(column("insured"), "<", column("students")), holds: present("uninsuredReason"),
    passes: [{ students: "40", insured: "38", uninsuredReason: "由实习单位投保工伤保险" }], fails: [{ students: "40", insured: "38", uninsuredReason: null }], repair: "在“未投保说明”写明原因。",
  }),
  rowsKeep({
    code: "internships.riskNamed", zh: "高风险岗位有类型", en: "A high risk has its kind", ledger, source: reporting, finding: "OUTLINE", holds: implies(isTrue("highRisk"), present("risk")),
    passes: [{ highRisk: "true", risk: "poison" }, { highRisk: "false" }], fails: [{ highRisk: "true", risk: null }], repair: "选择高风险类型，或改为否。",
  }),
  rowsKeep({
    code: "internships.assessmentWithin", zh: "考核四档之和不多于实习学生", en: "Those assessed are among the interns", ledger, finding: "SUM",
    holds: compareValues({ kind: "sum", terms: [column("excellent"), column("good"), column("passed"), column("failed")] }, "≤", column("students")),
    passes: [{ students: "40", excellent: "8", good: "16", passed: "15", failed: "1" }], fails: [{ students: "40", excellent: "18", good: "16", passed: "15", failed: "1" }], repair: "四档互不重复；没有考核的学生不计。",
  }),
  rowsKeep({
    code: "internships.postWithinFirm", zh: "同类岗位职工不多于在岗职工", en: "Those at the post are among the staff", ledger, finding: "SUBSET", holds: compareValues(column("postStaff"), "≤", column("firmStaff")),
    passes: [{ postStaff: "120", firmStaff: "400" }], fails: [{ postStaff: "500", firmStaff: "400" }], repair: "核对两项职工数。",
  }),
  rowsKeep({
    code: "internships.payPlausible", zh: "月报酬在常见范围内", en: "Pay has a usual size", ledger, tier: "warning", holds: compareValues(column("pay"), "≤", literal(15000)),
    passes: [{ pay: "2200" }, { pay: "0" }], fails: [{ pay: "220000" }], repair: "填每人每月的报酬，单位元。",
  }),
  onceOnly({ code: "internships.once", zh: "同一批实习只填一行", en: "A batch stands once", ledger, columns: ["programme", "creditCode", "kind", "from"], repair: "合并重复的行；同日开始而班级不同的合并人数。" }),
  within({ code: "internships.postWithinEnrolled", zh: "顶岗（岗位）实习学生不多于在校生", en: "Interns at a post are among the enrolled", part: "internships.postStudents", whole: "students.enrolled", tier: "warning", repair: "顶岗（岗位）实习一般只安排最后一学年学生，核对是否重复计批次。" }),
  within({ code: "internships.trainedWithin", zh: "实习前培训不多于实习学生", en: "Those trained are among the interns", part: "internships.trained", whole: "internships.students", tier: "warning", repair: "按实习人次统计，多次培训只计一次。" }),
  within({ code: "internships.firmsInspected", zh: "实习单位都经过实地考察", en: "Firms were inspected beforehand", part: "internships.firms", whole: "internships.inspected", tier: "note", repair: "往年考察过的计入；自行选择的单位可用其他方式核实，并说明。" }),
  usually({ code: "internships.noAccident", zh: "实习安全事故须说明", en: "Accidents want a word", of: "internships.accidents", high: "0", usual: "0", odd: "1", repair: "说明事故经过、处理和整改情况。" }),
  usually({ code: "internships.matchedUsual", zh: "顶岗（岗位）实习对口率不低于60%", en: "At least 60% match their programme", of: "internships.postMatchedRate", low: "60", usual: "85", odd: "30", repair: "实习岗位应与专业基本对口；偏低的说明原因。" }),
  steady({ code: "internships.studentsSteady", zh: "实习学生较上年变动在一倍以内", en: "Interns within twice of last year", of: "internships.students", bound: "1", repair: "核对是否漏填批次，或说明培养方案的变化。" }),
];
