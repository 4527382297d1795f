/**
 * The regulations on internships as checks over every batch. That of 2016 rules the years until 2021,
 * that of 2021 the years from 2022 on. A breach is a warning: it may be what happened, and wants a word.
 */
import { all, column, compareValues, implies, isIn, isTrue, literal, not, present, type RowCondition } from "../../core/definition/row.ts";
import { type Source, unverified, verified } from "../../core/definition/source.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { rowsKeep } from "../usual-checks.ts";
import { atPost, beyondObservation, forbidden, paidEnough } from "./internships-conditions.ts";

const ledger = "internships.batches";
const rules2016 = unverified("《职业学校学生实习管理规定》（教职成〔2016〕3号）");
const rules2016Article9 = verified("《职业学校学生实习管理规定》（2016年）第九条：顶岗实习不超过在岗职工10%、同类岗位20%，报酬不低于试用期工资的80%");
const rules2021 = unverified("《职业学校学生实习管理规定》（教职成〔2021〕4号）");
const rules2021Agreement = verified("《职业学校学生实习管理规定》（教职成〔2021〕4号）：三方协议、岗位实习一般为6个月、实习单位名单经审议并公开");

type Row = Readonly<Record<string, string | null>>;

interface Rule {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly repair: string;
  readonly holds: RowCondition;
  readonly passes: Row;
  readonly fails: Row;
  /** The sources in each regulation, where they differ from the regulation as a whole. */
  readonly in2016?: Source;
  readonly in2021?: Source;
}

const share = (part: string, factor: string, whole: string): RowCondition => compareValues(column(part), "≤", { kind: "product", left: literal(factor), right: column(whole) });

const rules: readonly Rule[] = [
  {
    name: "agreement",
    zh: "实习学生全部签订三方协议",
    en: "Every intern has a three-party agreement",
    in2021: rules2021Agreement,
    repair: "未签协议不得安排跟岗、顶岗（岗位）实习；补签后更正，未签的写明原因。",
    holds: implies(beyondObservation, compareValues(column("agreements"), "≥", column("students"))),
    passes: { kind: "post", students: "40", agreements: "40" },
    fails: { kind: "following", students: "40", agreements: "36" },
  },
  {
    name: "insurance",
    zh: "实习学生全部投保实习责任险",
    en: "Every intern is insured",
    repair: "补办实习责任保险；未投保的写明原因。",
    holds: compareValues(column("insured"), "≥", column("students")),
    passes: { kind: "post", students: "40", insured: "40" },
    fails: { kind: "post", students: "40", insured: "12" },
  },
  {
    name: "pay",
    zh: "实习报酬不低于试用期工资的80%",
    en: "Pay is at least 80% of that on probation",
    in2016: rules2016Article9,
    repair: "与实习单位协商补足；填写的应是月报酬和同岗位试用期月工资。",
    holds: paidEnough,
    passes: { kind: "post", pay: "2000", probationPay: "2500" },
    fails: { kind: "post", pay: "1999", probationPay: "2500" },
  },
  {
    name: "firmShare",
    zh: "实习学生不超过单位在岗职工的10%",
    en: "Interns are at most 10% of the firm's staff",
    in2016: rules2016Article9,
    repair: "核对在岗职工总数；超过的应分散安排，并说明情况。",
    holds: implies(atPost, share("students", "0.1", "firmStaff")),
    passes: { kind: "post", students: "40", firmStaff: "400" },
    fails: { kind: "post", students: "41", firmStaff: "400" },
  },
  {
    name: "postShare",
    zh: "实习学生不超过同类岗位职工的20%",
    en: "Interns are at most 20% of those at the post",
    in2016: rules2016Article9,
    repair: "核对同类岗位职工数；超过的应分散安排，并说明情况。",
    holds: implies(atPost, share("students", "0.2", "postStaff")),
    passes: { kind: "post", students: "40", postStaff: "200" },
    fails: { kind: "post", students: "50", postStaff: "200" },
  },
  {
    name: "age",
    zh: "不安排未满16周岁学生顶岗（岗位）实习",
    en: "Nobody under 16 works at a post",
    repair: "未满16周岁的学生不得安排跟岗、顶岗（岗位）实习，请立即纠正。",
    holds: not(forbidden.age),
    passes: { kind: "post", under16: "0" },
    fails: { kind: "post", under16: "2" },
  },
  {
    name: "nightWork",
    zh: "不安排夜班和加班",
    en: "No night work or overtime",
    repair: "除相关专业和岗位有特殊要求并备案外，不得安排夜班和加班；属特殊要求的说明。",
    holds: not(forbidden.nightWork),
    passes: { nightWork: "false", overtime: "false" },
    fails: { nightWork: "true", overtime: "false" },
  },
  {
    name: "holidays",
    zh: "不安排法定节假日实习",
    en: "No work on public holidays",
    repair: "不得安排法定节假日实习；属特殊要求的说明。",
    holds: not(forbidden.holidays),
    passes: { holidays: "false" },
    fails: { holidays: "true" },
  },
  {
    name: "highRisk",
    zh: "不安排高风险岗位",
    en: "No high-risk posts",
    repair: "不得安排高空、井下、放射性、有毒、易燃易爆及其他高风险岗位实习，请立即纠正。",
    holds: not(forbidden.highRisk),
    passes: { highRisk: "false" },
    fails: { highRisk: "true", risk: "height" },
  },
  {
    name: "agency",
    zh: "不通过中介机构组织实习",
    en: "Not through an agency",
    repair: "不得通过中介机构或有偿代理组织、安排和管理学生实习。",
    holds: not(forbidden.agency),
    passes: { agency: "false" },
    fails: { agency: "true" },
  },
  {
    name: "fees",
    zh: "不向实习学生收取费用",
    en: "Interns are not charged",
    repair: "不得收取实习押金、管理费、培训费、提成等费用，已收的退还。",
    holds: not(forbidden.fees),
    passes: { fees: "false" },
    fails: { fees: "true" },
  },
  {
    name: "duration",
    zh: "顶岗（岗位）实习一般为6个月",
    en: "About six months at a post",
    in2021: rules2021Agreement,
    repair: "超过约6个月（本系统按200天提示）的，说明人才培养方案的依据；分段实习的分行填写。",
    holds: implies(atPost, compareValues({ kind: "daysBetween", from: column("from"), to: column("to") }, "≤", literal(200))),
    passes: { kind: "post", from: "2019-03-01", to: "2019-08-31" },
    fails: { kind: "post", from: "2019-03-01", to: "2020-02-28" },
  },
  {
    name: "guided",
    zh: "有校内和企业指导人员",
    en: "There is a teacher and a mentor",
    repair: "学校和实习单位应分别选派指导人员，补填人数。",
    holds: all(compareValues(column("teachers"), "≥", literal(1)), compareValues(column("mentors"), "≥", literal(1))),
    passes: { teachers: "1", mentors: "2" },
    fails: { teachers: "1", mentors: "0" },
  },
  {
    name: "visited",
    zh: "实习期间有巡访检查",
    en: "Interns are visited",
    repair: "补填巡访检查次数；没有巡访的说明跟踪管理的方式。",
    holds: implies(beyondObservation, compareValues(column("visits"), "≥", literal(1))),
    passes: { kind: "post", visits: "3" },
    fails: { kind: "post", visits: "0" },
  },
  {
    name: "payKnown",
    zh: "顶岗（岗位）实习写明报酬",
    en: "Pay at a post is known",
    repair: "填写月报酬和同岗位试用期月工资；无报酬填0。",
    holds: implies(atPost, all(present("pay"), present("probationPay"))),
    passes: { kind: "post", pay: "2200", probationPay: "2500" },
    fails: { kind: "post", pay: null, probationPay: "2500" },
  },
];

const asKind = (row: Row, kind: string): Row => (row["kind"] === undefined ? row : { ...row, kind });

/** One check for each regulation; under that of 2021 every internship beyond observation is 岗位实习. */
function underBoth(rule: Rule): CheckInput[] {
  const common = { ledger, finding: "STD", tier: "warning", zh: rule.zh, en: rule.en, repair: rule.repair, holds: rule.holds } as const;
  return [
    rowsKeep({ ...common, code: `internships.${rule.name}2016`, source: rule.in2016 ?? rules2016, until: 2021, passes: [rule.passes], fails: [rule.fails] }),
    rowsKeep({ ...common, code: `internships.${rule.name}2021`, source: rule.in2021 ?? rules2021, since: 2022, passes: [asKind(rule.passes, "onJob")], fails: [asKind(rule.fails, "onJob")] }),
  ];
}

export const internshipsRules: readonly CheckInput[] = [
  ...rules.flatMap(underBoth),
  rowsKeep({
    code: "internships.kinds2016",
    zh: "2021年及以前没有“岗位实习”",
    en: "No 岗位实习 until 2021",
    ledger,
    finding: "PERIOD",
    source: rules2021Agreement,
    until: 2021,
    holds: not(isIn("kind", "onJob")),
    passes: [{ kind: "post" }, { kind: "following" }],
    fails: [{ kind: "onJob" }],
    repair: "2016年规定分认识、跟岗、顶岗实习，请按当年的类别填写。",
  }),
  rowsKeep({
    code: "internships.kinds2021",
    zh: "2022年起不再称跟岗、顶岗实习",
    en: "No 跟岗 or 顶岗实习 from 2022 on",
    ledger,
    finding: "STALE",
    source: rules2021Agreement,
    since: 2022,
    holds: isIn("kind", "observation", "onJob"),
    passes: [{ kind: "onJob" }, { kind: "observation" }],
    fails: [{ kind: "post" }, { kind: "following" }],
    repair: "2021年规定把跟岗、顶岗实习合并为岗位实习，请改为“岗位实习”。",
  }),
  rowsKeep({
    code: "internships.approved2021",
    zh: "实习单位名单经审议并公开",
    en: "The firm was approved and made public",
    ledger,
    finding: "STD",
    tier: "warning",
    source: rules2021Agreement,
    since: 2022,
    holds: all(present("approved"), isTrue("approved")),
    passes: [{ approved: "true" }],
    fails: [{ approved: "false" }, { approved: null }],
    repair: "实习单位名单须经校级党组织会议审议通过并对外公开。",
  }),
];
