/** Checks of quality assurance: prizes rest on entries, dates follow one another, a state is backed by what it claims. */
import { earlier, measure, sumOf } from "../../core/definition/formula.ts";
import { all, column, compareValues, implies, isIn, isTrue, literal, not, present } from "../../core/definition/row.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { onceOnly, rowsKeep, steady, usually, within } from "../usual-checks.ts";

const government = ["county", "city"] as const;
const owners = ["school", "city"] as const;

const contests: readonly CheckInput[] = [
  rowsKeep({
    code: "quality.entriesCount", zh: "参赛数至少为1", en: "A row has an entry", ledger: "quality.contestEntries", holds: compareValues(column("entries"), "≥", literal(1)),
    passes: [{ entries: "3" }], fails: [{ entries: "0" }], repair: "没有参赛的赛项不填；团体项目一队计一个。",
  }),
  rowsKeep({
    code: "quality.entrantsPerEntry", zh: "参赛学生不少于参赛数", en: "At least one student for each entry", ledger: "quality.contestEntries", tier: "warning", finding: "RATIO",
    holds: compareValues(column("entrants"), "≥", column("entries")), passes: [{ entries: "3", entrants: "9" }], fails: [{ entries: "9", entrants: "3" }], repair: "检查“参赛数”与“参赛学生”是否填反。",
  }),
  onceOnly({ code: "quality.entryOnce", zh: "同一赛项同一等次只填一行", en: "A prize stands once", ledger: "quality.contestEntries", columns: ["level", "contest", "event", "grade"], repair: "同一等次的合并为一行，把数量相加。" }),
  {
    code: "quality.prizesWithinEntries", zh: "各级各类获奖数不多于参赛数", en: "Prizes are among the entries", finding: "SUBSET", tier: "proof", each: ["level", "contestCategory"],
    rule: { kind: "atMost", left: measure("quality.prizes"), right: measure("quality.entries") }, repair: "获奖的也是参赛的，检查是否漏填参赛数。",
    passes: [{ cells: { "quality.prizes#contestCategory=skills|level=provincial|prizeGrade=first": "18", "quality.entries#contestCategory=skills|level=provincial": "60" } }],
    fails: [{ cells: { "quality.prizes#contestCategory=skills|level=provincial|prizeGrade=first": "61", "quality.entries#contestCategory=skills|level=provincial": "60" } }],
  },
  {
    code: "quality.losersListed", zh: "省级竞赛有未获奖的参赛", en: "Some provincial entries won nothing", finding: "RANGE", tier: "warning",
    rule: { kind: "between", of: measure("quality.provincialPrizeRate"), high: "95" }, repair: "获奖率接近100%多半是没有登记未获奖的参赛，请补齐（等次留空）。",
    passes: [{ cells: { "quality.prizes#contestCategory=skills|level=provincial|prizeGrade=first": "5", "quality.entries#contestCategory=skills|level=provincial": "10" } }],
    fails: [{ cells: { "quality.prizes#contestCategory=skills|level=provincial|prizeGrade=first": "10", "quality.entries#contestCategory=skills|level=provincial": "10" } }],
  },
  {
    code: "quality.provincialSteady", zh: "省级获奖较上年变动在八成以内", en: "Provincial prizes within 80% of last year", finding: "DELTA", tier: "warning", at: ["city"],
    rule: { kind: "changeWithin", of: measure("quality.provincialPrizes"), share: "0.8" }, repair: "核对各校台账是否漏报或重复，或说明赛项设置的变化。",
    passes: [{ cells: { "quality.provincialPrizes": "202", "quality.provincialPrizes@-1": "186" } }],
    fails: [{ cells: { "quality.provincialPrizes": "402", "quality.provincialPrizes@-1": "186" } }],
  },
  rowsKeep({
    code: "quality.cityPrizesWithin", zh: "市级竞赛各项目获奖不多于参赛学生", en: "Prizes of an event are within its students", ledger: "quality.cityContests", at: ["city"], finding: "SUBSET", tier: "warning",
    holds: compareValues({ kind: "sum", terms: [column("first"), column("second"), column("third")] }, "≤", column("entrants")),
    passes: [{ entrants: "20", first: "3", second: "5", third: "7" }], fails: [{ entrants: "10", first: "3", second: "5", third: "7" }], repair: "核对参赛学生数；获奖多于参赛人数不合理。",
  }),
  onceOnly({ code: "quality.cityEventOnce", zh: "市级竞赛项目不重复", en: "An event of the city stands once", ledger: "quality.cityContests", columns: ["event"], at: ["city"], repair: "删除重复项目，分组比赛的在名称中注明组别。" }),
  {
    code: "quality.schoolsWithinCity", zh: "各校市级获奖之和不多于市级竞赛评出数", en: "Schools' prizes are within those the city gave", finding: "CROSS", tier: "warning", at: ["city"],
    rule: { kind: "atMost", left: measure("quality.prizes", { level: "city" }), right: measure("quality.cityPrizes") }, repair: "核对学校台账的竞赛级别（校级误填市级），或市级项目台账是否漏项。",
    passes: [{ cells: { "quality.prizes#contestCategory=skills|level=city|prizeGrade=first": "900", "quality.cityFirst": "249", "quality.citySecond": "369", "quality.cityThird": "440" } }],
    fails: [{ cells: { "quality.prizes#contestCategory=skills|level=city|prizeGrade=first": "1100", "quality.cityFirst": "249", "quality.citySecond": "369", "quality.cityThird": "440" } }],
  },
  usually({ code: "quality.cityPrizeBreadth", zh: "市级竞赛获奖面不超过九成", en: "Not nearly everyone wins at the city's contests", of: "quality.cityPrizeRate", high: "90", usual: "78.4", odd: "104", at: ["city"], repair: "核对参赛学生数，或说明团体项目的计法。" }),
  within({ code: "quality.allParticipationWithin", zh: "全员化试点项目不多于市级竞赛项目", en: "Events open to all are among the events", part: "quality.cityAllParticipation", whole: "quality.cityEvents", at: ["city"], repair: "核对市级竞赛项目台账。" }),
  steady({ code: "quality.cityEventsSteady", zh: "市级竞赛项目较上年变动在五成以内", en: "Events within half of last year", of: "quality.cityEvents", bound: "0.5", at: ["city"], repair: "核对是否漏填项目，或说明赛项设置的变化。" }),
];

const school: readonly CheckInput[] = [
  within({ code: "quality.schoolEntrantsWithin", zh: "校级竞赛参赛学生不多于在校生", en: "Students in contests are among the enrolled", part: "quality.schoolEntrants", whole: "students.enrolled", tier: "warning", repair: "同一学生只计一次。" }),
  usually({ code: "quality.pilotFlag", zh: "1+X试点学校填0或1", en: "The 1+X flag is 0 or 1", of: "quality.certificatePilotSchools", high: "1", usual: "1", odd: "3", tier: "proof", repair: "本校是试点填1，不是填0；证书数在专业台账登记。" }),
  {
    code: "quality.pilotHasProgrammes", zh: "1+X试点学校有试点专业", en: "A 1+X school has a pilot programme", finding: "CROSS", tier: "warning",
    rule: { kind: "atMost", left: measure("quality.certificatePilotSchools"), right: measure("programmes.certificatePilots") }, repair: "在专业台账填写试点证书，或把试点学校改为0。",
    passes: [{ cells: { "quality.certificatePilotSchools": "1", "programmes.certificatePilots": "2" } }],
    fails: [{ cells: { "quality.certificatePilotSchools": "1", "programmes.certificatePilots": "0" } }],
  },
];

const projects: readonly CheckInput[] = [
  rowsKeep({
    code: "quality.researchClosedDated", zh: "结项课题有结项日期", en: "A closed project has its date", ledger: "quality.research", at: owners, finding: "OUTLINE", tier: "warning",
    holds: implies(isIn("state", "closed"), present("closedOn")), passes: [{ state: "closed", closedOn: "2019-11-20" }, { state: "running" }], fails: [{ state: "closed", closedOn: null }], repair: "补填结项日期。",
  }),
  rowsKeep({
    code: "quality.researchClosedState", zh: "本年结项的课题状态为结项", en: "Closed this year means closed", ledger: "quality.research", at: owners, finding: "CROSS",
    holds: implies(isTrue("closedThisYear"), isIn("state", "closed")), passes: [{ closedThisYear: "true", state: "closed" }, { closedThisYear: "false", state: "running" }], fails: [{ closedThisYear: "true", state: "running" }], repair: "把状态改为“结项”，或“本年结项”改为否。",
  }),
  rowsKeep({
    code: "quality.researchDates", zh: "结项日期不早于立项日期", en: "A project closes after its approval", ledger: "quality.research", at: owners,
    holds: compareValues(column("closedOn"), "≥", column("approvedOn")), passes: [{ approvedOn: "2018-06-01", closedOn: "2019-11-20" }], fails: [{ approvedOn: "2019-11-20", closedOn: "2018-06-01" }], repair: "核对日期。",
  }),
  onceOnly({ code: "quality.researchOnce", zh: "课题不重复", en: "A project stands once", ledger: "quality.research", columns: ["title"], at: owners, repair: "删除重复的课题。" }),
  {
    code: "quality.closedWithinKnown", zh: "本年结项不多于上年在研与本年立项之和", en: "Projects closed were running or newly approved", finding: "SUM", tier: "warning", at: owners,
    rule: { kind: "atMost", left: measure("quality.researchClosed"), right: sumOf(earlier("quality.researchRunning"), "quality.researchApproved") }, repair: "往年立项未结项的课题也应列入台账（状态为在研）。",
    passes: [{ cells: { "quality.researchClosed": "12", "quality.researchRunning@-1": "10", "quality.researchApproved": "12" } }],
    fails: [{ cells: { "quality.researchClosed": "30", "quality.researchRunning@-1": "10", "quality.researchApproved": "12" } }],
  },
  rowsKeep({
    code: "quality.designationDates", zh: "有效期不早于授予日期", en: "A designation ends after its start", ledger: "quality.designations", at: owners,
    holds: compareValues(column("expiresOn"), "≥", column("grantedOn")), passes: [{ grantedOn: "2017-05-01", expiresOn: "2020-12-31" }, { grantedOn: "2017-05-01" }], fails: [{ grantedOn: "2017-05-01", expiresOn: "2016-12-31" }], repair: "核对日期；已过有效期且未延续的应删除。",
  }),
  onceOnly({ code: "quality.designationOnce", zh: "荣誉与项目不重复", en: "A designation stands once", ledger: "quality.designations", columns: ["name", "level"], at: owners, repair: "删除重复的行。" }),
];

const documents: readonly CheckInput[] = [
  rowsKeep({
    code: "quality.issuedBacked", zh: "已印发的文件有文号和印发日期", en: "An issued document has number and date", ledger: "quality.policies", at: government, finding: "OUTLINE", tier: "warning",
    where: not(isIn("kind", "report")),
    holds: implies(isIn("state", "issued", "completed"), all(present("document"), present("issuedOn"))),
    passes: [{ kind: "notice", state: "issued", document: "教职成〔2019〕12号", issuedOn: "2019-06-03" }, { kind: "policy", state: "approved" }, { kind: "report", state: "completed" }],
    fails: [{ kind: "notice", state: "issued", document: null, issuedOn: "2019-06-03" }], repair: "补填文号和日期；还没有印发的改为“起草中”或“已审定待印发”。",
  }),
  rowsKeep({
    code: "quality.unissuedUndated", zh: "没有印发的文件没有印发日期", en: "A document not issued has no date of issue", ledger: "quality.policies", at: government, finding: "STALE", tier: "warning",
    holds: implies(isIn("state", "drafting", "approved"), not(present("issuedOn"))), passes: [{ state: "approved", issuedOn: null }], fails: [{ state: "approved", issuedOn: "2020-01-10" }], repair: "已经印发的把状态改为“已印发”。",
  }),
  rowsKeep({
    code: "quality.validAfterIssue", zh: "执行期限不早于印发日期", en: "A document is valid after its issue", ledger: "quality.policies", at: government,
    holds: compareValues(column("validUntil"), "≥", column("issuedOn")), passes: [{ issuedOn: "2017-09-01", validUntil: "2020-12-31" }], fails: [{ issuedOn: "2017-09-01", validUntil: "2016-12-31" }], repair: "核对日期。",
  }),
  onceOnly({ code: "quality.policyOnce", zh: "文件不重复", en: "A document stands once", ledger: "quality.policies", columns: ["title"], at: government, repair: "删除重复的文件；修订重发的在名称后注明年份。" }),
  onceOnly({ code: "quality.milestoneOnce", zh: "大事不重复", en: "A milestone stands once", ledger: "quality.milestones", columns: ["title", "heldOn"], at: government, repair: "删除重复的事项。" }),
];

export const qualityChecks: readonly CheckInput[] = [...contests, ...school, ...projects, ...documents];
