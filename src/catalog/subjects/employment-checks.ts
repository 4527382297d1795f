/** Checks of employment: destinations add up, parts stay within their whole, rates and pay have a likely size. */
import { column, compareValues, implies, isIn, literal, present } from "../../core/definition/row.ts";
import { verified } from "../../core/definition/source.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { addsUp, agrees, onceOnly, rowsKeep, steady, usually, within } from "../usual-checks.ts";

const matchedSource = verified("广东省2018年、2013年全国中职毕业生就业情况：“直接就业学生中，对口就业……”");

/** The breakdowns of those in jobs, each of which adds up to them. */
const breakdowns = [
  ["bySector", "分产业", "Sectors"],
  ["byEmployer", "分单位性质", "Kinds of employer"],
  ["byContract", "分合同", "Contracts"],
  ["byPlace", "分地域", "Places"],
  ["byChannel", "分渠道", "Channels"],
] as const;

export const employmentChecks: readonly CheckInput[] = [
  addsUp({
    code: "employment.destinationsAddUp", zh: "五种去向之和等于毕业生数", en: "Destinations add up to the graduates",
    parts: ["employment.direct", "employment.furtherStudy", "employment.army", "employment.business", "employment.unemployed"], whole: "employment.graduates",
    repair: "逐项核对去向人数；一名毕业生只能有一种去向，没有去向的填入“未就业人数”。",
  }),
  addsUp({
    code: "employment.levelsAddUp", zh: "分层次升学之和等于升学人数", en: "Levels of further study add up",
    parts: ["employment.furtherStudyByLevel"], whole: "employment.furtherStudy", repair: "两种分法应是同一批学生，核对录取名册。",
  }),
  within({
    code: "employment.matchedWithinDirect", zh: "对口就业不多于直接就业", en: "Matched jobs are among the jobs", part: "employment.matched", whole: "employment.direct", source: matchedSource,
    repair: "对口就业只在直接就业学生中统计；不要把对口升学的学生或全部就业人数中的对口人数填进来。",
  }),
  ...breakdowns.map(([name, zh, en]) =>
    addsUp({
      code: `employment.${name}AddsUp`, zh: `${zh}人数之和等于直接就业人数`, en: `${en} add up to those in jobs`, parts: [`employment.${name}`], whole: "employment.direct",
      repair: `核对${zh}各格与“直接就业人数”；说不清的填在最后一格，不要漏填，也不要把升学学生算进来。`,
    }),
  ),
  within({ code: "employment.insuredWithinDirect", zh: "参加社会保险人数不多于直接就业", en: "The insured are among those in jobs", part: "employment.insured", whole: "employment.direct", repair: "只统计直接就业学生。" }),
  within({ code: "employment.partnersWithinDirect", zh: "合作企业接收人数不多于直接就业", en: "Those at partner firms are among those in jobs", part: "employment.atPartnerFirms", whole: "employment.direct", repair: "只统计毕业后到合作企业就业的学生，不含实习生。" }),
  within({ code: "employment.smallFirmsWithinDirect", zh: "到中小微企业人数不多于直接就业", en: "Those at small firms are among those in jobs", part: "employment.bySmallFirms", whole: "employment.direct", repair: "只统计直接就业学生。", since: 2022 }),
  within({ code: "employment.largeFirmsWithinDirect", zh: "到大型企业人数不多于直接就业", en: "Those at large firms are among those in jobs", part: "employment.byLargeFirms", whole: "employment.direct", repair: "只统计直接就业学生。", since: 2022 }),
  within({ code: "employment.westWithinDirect", zh: "到西部和东北人数不多于直接就业", en: "Those in the west and northeast are among those in jobs", part: "employment.westNortheast", whole: "employment.direct", repair: "只统计直接就业学生。", since: 2022 }),
  within({ code: "employment.stableWithinTracked", zh: "半年后仍在岗人数不多于跟踪人数", en: "Those still employed are among those asked", part: "employment.stable", whole: "employment.tracked", repair: "在岗人数只在联系到的人中统计。" }),
  within({ code: "employment.promotedWithinTracked", zh: "三年内晋升人数不多于跟踪人数", en: "Those promoted are among those asked", part: "employment.promoted", whole: "employment.threeYearTracked", repair: "晋升人数只在联系到的人中统计。", since: 2022 }),
  within({ code: "employment.sampleWithinDirect", zh: "起薪样本不多于直接就业人数", en: "The sample is among those in jobs", part: "employment.paySample", whole: "employment.direct", tier: "warning", repair: "一人只调查一次；多次调查的只填覆盖面最大的一次，或说明包含往届毕业生。" }),
  {
    code: "employment.trackedWithinLastYear", zh: "半年跟踪人数不多于上年直接就业人数", en: "Those asked again are among last year's jobs", finding: "SUBSET", tier: "warning",
    rule: { kind: "atMost", left: { kind: "measure", code: "employment.tracked" }, right: { kind: "earlier", of: { kind: "measure", code: "employment.direct" }, years: 1 } },
    repair: "跟踪的是上一届直接就业毕业生；含更早届别的应说明。",
    passes: [{ cells: { "employment.tracked": "180", "employment.direct@-1": "200" } }],
    fails: [{ cells: { "employment.tracked": "220", "employment.direct@-1": "200" } }],
  },
  agrees({ code: "employment.graduatesAsProgrammes", zh: "毕业生数与专业台账一致", en: "Graduates agree with the register of programmes", one: "employment.graduates", other: "programmes.graduates", repair: "核对专业台账各专业的毕业生数；停招但仍有毕业生的专业也要列入。" }),
  within({ code: "employment.coursesWithinEnrolled", zh: "修读就业创业课程学生不多于在校生", en: "Students in career courses are among the enrolled", part: "employment.courseStudents", whole: "students.enrolled", tier: "warning", repair: "同一学生只计一次；含年内毕业学生的应说明。" }),
  usually({ code: "employment.rateUsual", zh: "就业率不低于85%", en: "Employment rate of at least 85%", of: "employment.rate", low: "85", usual: "98.26", odd: "61", repair: "核对毕业生数与各种去向；属实的说明原因和帮扶措施。" }),
  {
    code: "employment.ratePerfect", zh: "就业率为100%的需要佐证", en: "A rate of 100% wants evidence", finding: "RANGE", tier: "note",
    rule: { kind: "between", of: { kind: "measure", code: "employment.rate" }, high: "99.99" },
    repair: "人数较多而就业率恰为100%的少见，请备好去向证明材料，核对是否漏填未就业学生。",
    passes: [{ cells: { "employment.rate": "98.26" } }],
    fails: [{ cells: { "employment.rate": "100" } }],
  },
  usually({ code: "employment.matchedUsual", zh: "对口就业率在50%—98%之间", en: "Matched jobs between 50% and 98%", of: "employment.matchedRate", low: "50", high: "98", usual: "78", odd: "31", source: matchedSource, repair: "近年全国在76%左右；偏离较大的核对对口的认定标准，或说明原因。" }),
  usually({ code: "employment.payUsual", zh: "平均起薪在1200—12000元之间", en: "Starting pay between 1,200 and 12,000 yuan", of: "employment.averagePay", low: "1200", high: "12000", usual: "2500", odd: "25000000", repair: "核对合计的单位是“元”，样本人数与合计是否为同一批人。" }),
  usually({ code: "employment.payRepresentative", zh: "起薪样本达到直接就业的一半", en: "The sample is half of those in jobs", of: "employment.payCoverage", low: "50", usual: "80", odd: "12", repair: "扩大调查面，或在报告中写明样本人数。" }),
  steady({ code: "employment.graduatesSteady", zh: "毕业生数较上年变动在三成以内", en: "Graduates within 30% of last year", of: "employment.graduates", bound: "0.3", repair: "核对统计口径（是否含技工、成人、联办学生），或说明原因。" }),
  steady({ code: "employment.furtherStudySteady", zh: "升学人数较上年变动在八成以内", en: "Further study within 80% of last year", of: "employment.furtherStudy", bound: "0.8", repair: "核对升学名册，或说明招生政策变化。" }),
  steady({ code: "employment.paySteady", zh: "平均起薪较上年变动在三成以内", en: "Starting pay within 30% of last year", of: "employment.averagePay", bound: "0.3", repair: "核对样本与单位，或说明调查方式的变化。" }),
  {
    code: "employment.rateOutlier", zh: "就业率偏离同类学校", en: "Employment rate far from peers", finding: "RANGE", tier: "warning",
    rule: { kind: "outlier", of: { kind: "measure", code: "employment.rate" }, deviations: "6" },
    repair: "核对毕业生数与去向；属实的说明原因。",
    passes: [{ cells: { "employment.direct": "981", "employment.furtherStudy": "0", "employment.army": "0", "employment.business": "0", "employment.graduates": "1000" }, peers: ["97.5", "98", "98.4", "97.9", "98.6"] }],
    fails: [{ cells: { "employment.direct": "861", "employment.furtherStudy": "0", "employment.army": "0", "employment.business": "0", "employment.graduates": "1000" }, peers: ["97.5", "98", "98.4", "97.9", "98.6"] }],
  },
  rowsKeep({
    code: "employment.paySampleCounts", zh: "起薪调查有样本", en: "A pay survey has a sample", ledger: "employment.paySurveys", holds: compareValues(column("sample"), "≥", literal(1)),
    passes: [{ sample: "184" }], fails: [{ sample: "0" }], repair: "没有调查到人的不列入台账。",
  }),
  rowsKeep({
    code: "employment.payBounds", zh: "月收入合计与最低、最高月收入相符", en: "The total lies between lowest and highest", ledger: "employment.paySurveys",
    holds: {
      kind: "all",
      of: [
        compareValues(column("payTotal"), "≥", { kind: "product", left: column("lowest"), right: column("sample") }),
        compareValues(column("payTotal"), "≤", { kind: "product", left: column("highest"), right: column("sample") }),
      ],
    },
    passes: [{ sample: "100", payTotal: "250000", lowest: "1900", highest: "4200" }, { sample: "100", payTotal: "250000", lowest: null, highest: null }],
    fails: [{ sample: "100", payTotal: "2500", lowest: "1900", highest: "4200" }],
    repair: "“月收入合计”是全部样本相加，不是平均数；单位为元。",
  }),
  rowsKeep({
    code: "employment.fairFilled", zh: "招聘会填写参会企业和岗位", en: "A job fair names firms and posts", ledger: "employment.events", at: ["school", "city"], finding: "OUTLINE", tier: "warning",
    holds: implies(isIn("kind", "jobFair"), { kind: "all", of: [present("firms"), present("posts")] }),
    passes: [{ kind: "jobFair", firms: "32", posts: "860" }, { kind: "guidance", firms: null, posts: null }], fails: [{ kind: "jobFair", firms: null, posts: "860" }],
    repair: "补填参会企业数和提供岗位数。",
  }),
  onceOnly({ code: "employment.eventOnce", zh: "同一活动只填一行", en: "An event stands once", ledger: "employment.events", columns: ["title", "heldOn"], at: ["school", "city"], repair: "删除重复的活动，或改正日期。" }),
];
