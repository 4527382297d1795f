/** Party building (党建工作): organisations and members as counts, activities, awards and sanctions as registers. */
import { measure, per, share, sumOf } from "../../core/definition/formula.ts";
import { column, compareValues, implies, isIn, literal } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目");
const own = unverified("本系统按台账定义");

const membership: LedgerInput = {
  kind: "form",
  code: "party.membership",
  zh: "党组织与党员情况表",
  en: "Organisations and members",
  reportedBy: ["school"],
  department: "党办",
  note: "年末数；当年发生数在名称中注明。",
  source: sichuan,
  elements: [
    { code: "party.committees", zh: "基层党委和党总支", en: "Committees and general branches", unit: "个", aliases: ["党委", "党总支", "学校党委"] },
    { code: "party.branches", zh: "党支部", en: "Branches", unit: "个", better: "higher", aliases: ["党支部数", "支部数", "基层党支部"], source: sichuan },
    { code: "party.members", zh: "党员", en: "Members", unit: "人", aliases: ["党员数", "党员人数", "党员总数"], note: "含预备党员；为教职工党员、学生党员、离退休党员之和。", source: sichuan },
    { code: "party.staffMembers", zh: "其中：在职教职工党员", en: "of which staff", unit: "人", aliases: ["教职工党员", "教师党员"] },
    { code: "party.studentMembers", zh: "其中：学生党员", en: "of which students", unit: "人", aliases: ["学生党员", "学生党员数"], source: sichuan },
    { code: "party.retiredMembers", zh: "其中：离退休党员", en: "of which retired", unit: "人", aliases: ["离退休党员"] },
    { code: "party.admitted", zh: "当年发展党员", en: "Admitted this year", unit: "人", nature: "flow", better: "higher", aliases: ["发展党员", "发展党员数", "新发展党员"], source: sichuan },
    { code: "party.activists", zh: "入党积极分子", en: "Applicants in training", unit: "人", aliases: ["入党积极分子人数", "积极分子"] },
    { code: "party.memberRecords", zh: "录入党员信息库的党员", en: "Members in the register", unit: "人", better: "higher", aliases: ["党员电子档案", "全国党员信息库"], note: "已在全国党员管理信息系统中建档的本校党员。" },
    { code: "party.contactPoints", zh: "领导干部责任联系点", en: "Contact points of leaders", unit: "个", better: "higher", aliases: ["联系点", "从严治党责任联系点"] },
    { code: "party.responsibilityLists", zh: "主体责任与廉政风险清单", en: "Lists of duties and risks", unit: "份", aliases: ["责任清单", "主体责任清单", "廉政风险清单"] },
    { code: "party.rules", zh: "当年制定修订的党建制度", en: "Rules made or revised", unit: "项", nature: "flow", aliases: ["党建制度", "党员考评制度", "党费收缴管理制度"] },
  ],
};

const activities: LedgerInput = {
  kind: "register",
  code: "party.activities",
  zh: "党建活动台账",
  en: "Party activities",
  reportedBy: ["school", "city"],
  department: "党办",
  note: "同类活动可合并一行，场次填实际次数，参加人次为各场之和。市级只填市教育局（党组）直接组织的活动。",
  naturalKey: ["title", "heldOn"],
  columns: [
    { code: "title", zh: "活动名称", en: "Activity", type: "text", required: true, aliases: ["名称", "主题"] },
    { code: "kind", zh: "活动类别", en: "Kind", type: "choice", choices: "partyActivity", required: true, aliases: ["类别"] },
    { code: "heldOn", zh: "日期", en: "Date", type: "date", required: true, note: "合并填写的，填首场日期", aliases: ["时间", "活动日期"] },
    { code: "sessions", zh: "场次", en: "Sessions", type: "integer", unit: "场", required: true, aliases: ["次数", "开展次数"] },
    { code: "personTimes", zh: "参加人次", en: "Participants", type: "integer", unit: "人次", required: true, aliases: ["人次", "参加人数"] },
    { code: "outcome", zh: "成效（材料名称）", en: "Outcome", type: "text", required: false },
  ],
  elements: [
    { code: "party.activitySessions", zh: "党建活动场次", en: "Sessions", unit: "场", better: "higher", aliases: ["党建活动", "主题教育场次", "民主生活会", "三会一课", "廉政约谈"], from: { aggregate: { kind: "sum", column: "sessions" }, by: { partyActivity: "kind" } } },
    { code: "party.activityPersonTimes", zh: "党建活动参加人次", en: "Participants", unit: "人次", better: "higher", aliases: ["参加党建活动", "约谈人次"], from: { aggregate: { kind: "sum", column: "personTimes" }, by: { partyActivity: "kind" } } },
    { code: "party.trainingPersonTimes", zh: "党员培训人次", en: "Members trained", unit: "人次", better: "higher", aliases: ["党员培训", "培训党员"], source: sichuan, from: { aggregate: { kind: "sum", column: "personTimes" }, where: isIn("kind", "memberTraining") } },
  ],
};

const honours: LedgerInput = {
  kind: "register",
  code: "party.honours",
  zh: "党建奖惩台账",
  en: "Awards and sanctions",
  reportedBy: ["school"],
  department: "党办",
  note: "只填件数和人数，不填姓名。",
  source: sichuan,
  naturalKey: ["name", "decidedOn"],
  columns: [
    { code: "name", zh: "奖项或处分名称", en: "Name", type: "text", required: true, aliases: ["荣誉名称", "处分种类", "名称"] },
    { code: "kind", zh: "奖惩类别", en: "Kind", type: "choice", choices: "honourKind", required: true, aliases: ["类别"] },
    { code: "level", zh: "级别", en: "Level", type: "choice", choices: "honourLevel", required: true, aliases: ["奖惩级别"] },
    { code: "object", zh: "对象", en: "Given to", type: "choice", choices: "honourObject", required: true, aliases: ["奖惩对象"] },
    { code: "decidedOn", zh: "决定日期", en: "Date", type: "date", required: true, aliases: ["日期", "时间"] },
    { code: "body", zh: "决定机关", en: "Body", type: "text", required: false, aliases: ["授奖单位", "表彰单位"] },
    { code: "number", zh: "数量", en: "Number", type: "integer", unit: "个", required: true, note: "党组织个数或党员人数", aliases: ["人数", "个数"] },
  ],
  elements: [
    { code: "party.awards", zh: "党建表彰", en: "Awards", unit: "个", better: "higher", aliases: ["党建荣誉", "先进基层党组织", "优秀共产党员", "党员表彰"], note: "受表彰的党组织和党员数。", source: sichuan, from: { aggregate: { kind: "sum", column: "number" }, where: isIn("kind", "award"), by: { honourLevel: "level" } } },
    { code: "party.sanctioned", zh: "受党纪处分的党员", en: "Members sanctioned", unit: "人", better: "lower", aliases: ["党员处分", "受处分党员", "处分人数"], source: sichuan, from: { aggregate: { kind: "sum", column: "number" }, where: { kind: "all", of: [isIn("kind", "sanction"), isIn("object", "member")] } } },
  ],
};

export const party = defineSubject({
  code: "party",
  zh: "党建工作",
  en: "Party building",
  ledgers: [membership, activities, honours],
  indicators: [
    {
      code: "party.staffMemberShare", zh: "教职工党员比例", en: "Share of members among staff", formula: share("party.staffMembers", "teachers.staff"), unit: "%", base: "占教职工总数",
      aliases: ["党员教师比例", "教职工党员占比"], note: "在职教职工党员÷教职工×100%。离退休党员、学生党员不计入分子。", source: own,
      example: { inputs: { "party.staffMembers": "856", "teachers.staff": "2140" }, gives: "40.0" },
    },
    {
      code: "party.membersPerBranch", zh: "支部平均党员数", en: "Members per branch", formula: per("party.members", "party.branches"), unit: "人/个", base: "按党支部",
      aliases: ["平均每个支部党员"], note: "党员÷党支部。正式党员3人以上可成立支部，超过50人应研究设总支（未核实到原文）。", source: own,
      example: { inputs: { "party.members": "980", "party.branches": "49" }, gives: "20.0" },
    },
    {
      code: "party.recordCoverage", zh: "党员信息库录入率", en: "Members in the register, %", formula: share("party.memberRecords", "party.members"), unit: "%", base: "占党员总数", better: "higher",
      aliases: ["党员电子档案建档率"], note: "录入党员信息库的党员÷党员×100%，应为100%。", source: own,
      example: { inputs: { "party.memberRecords": "980", "party.members": "980" }, gives: "100.0" },
    },
    {
      code: "party.sessionsPerBranch", zh: "支部平均活动场次", en: "Sessions per branch", formula: per("party.activitySessions", "party.branches"), unit: "次/个", base: "按党支部", better: "higher",
      aliases: ["支均活动场次"], note: "党建活动场次÷党支部。全市数包含市级组织的活动。", source: own,
      example: { inputs: { "party.activitySessions": "686", "party.branches": "49" }, gives: "14.0" },
    },
    {
      code: "party.trainingPerMember", zh: "党员人均培训次数", en: "Trainings per member", formula: per("party.trainingPersonTimes", "party.members"), unit: "次/人", base: "按党员", better: "higher",
      aliases: ["党员年均培训次数"], note: "党员培训人次÷党员。", source: own,
      example: { inputs: { "party.trainingPersonTimes": "1470", "party.members": "980" }, gives: "1.5" },
    },
    {
      code: "party.sanctionedPerMille", zh: "党员受处分率", en: "Members sanctioned, ‰", formula: per("party.sanctioned", "party.members", 1000), unit: "‰", base: "占党员总数", better: "lower",
      aliases: ["处分率"], note: "受党纪处分的党员÷党员×1000‰。", source: own,
      example: { inputs: { "party.sanctioned": "2", "party.members": "1000" }, gives: "2.0" },
    },
  ],
  checks: [
    {
      code: "party.memberParts", zh: "党员为各类党员之和", en: "Members are staff, students and retired", finding: "SUM", tier: "proof",
      rule: { kind: "equal", left: measure("party.members"), right: sumOf("party.staffMembers", "party.studentMembers", "party.retiredMembers") },
      repair: "核对党员花名册；组织关系不在本校的不计入。",
      passes: [{ cells: { "party.members": "100", "party.staffMembers": "80", "party.studentMembers": "2", "party.retiredMembers": "18" } }],
      fails: [{ cells: { "party.members": "100", "party.staffMembers": "80", "party.studentMembers": "2", "party.retiredMembers": "19" } }],
    },
    {
      code: "party.staffMembersWithin", zh: "教职工党员不多于教职工", en: "Staff members are staff", finding: "SUBSET", tier: "proof",
      rule: { kind: "atMost", left: measure("party.staffMembers"), right: measure("teachers.staff") },
      repair: "离退休党员应填入离退休党员；与教师队伍表的教职工数核对。",
      passes: [{ cells: { "party.staffMembers": "80", "teachers.staff": "210" } }],
      fails: [{ cells: { "party.staffMembers": "211", "teachers.staff": "210" } }],
    },
    {
      code: "party.studentMembersWithin", zh: "学生党员不多于在校生", en: "Student members are students", finding: "SUBSET", tier: "proof",
      rule: { kind: "atMost", left: measure("party.studentMembers"), right: measure("students.enrolled") },
      repair: "与在校生数核对。",
      passes: [{ cells: { "party.studentMembers": "2", "students.enrolled": "3000" } }],
      fails: [{ cells: { "party.studentMembers": "3001", "students.enrolled": "3000" } }],
    },
    {
      code: "party.recordsWithin", zh: "录入信息库的党员不多于党员", en: "Registered members are members", finding: "SUBSET", tier: "proof",
      rule: { kind: "atMost", left: measure("party.memberRecords"), right: measure("party.members") },
      repair: "与党员花名册核对，删去已转出的记录。",
      passes: [{ cells: { "party.memberRecords": "100", "party.members": "100" } }],
      fails: [{ cells: { "party.memberRecords": "101", "party.members": "100" } }],
    },
    {
      code: "party.admittedWithin", zh: "当年发展党员不多于党员", en: "Those admitted are members", finding: "SUBSET", tier: "warning",
      rule: { kind: "atMost", left: measure("party.admitted"), right: measure("party.members") },
      repair: "当年发展后即转出的，请说明。",
      passes: [{ cells: { "party.admitted": "3", "party.members": "100" } }],
      fails: [{ cells: { "party.admitted": "103", "party.members": "100" } }],
    },
    {
      code: "party.branchesHaveMembers", zh: "每个党支部至少三名党员", en: "A branch has at least three members", finding: "RANGE", tier: "warning", source: unverified("党章关于基层组织设置的规定"),
      rule: { kind: "atMost", left: { kind: "product", factors: [{ kind: "number", value: "3" }, measure("party.branches")] }, right: measure("party.members") },
      repair: "核对党支部数；联合支部只由牵头单位填报。",
      passes: [{ cells: { "party.branches": "5", "party.members": "100" } }],
      fails: [{ cells: { "party.branches": "50", "party.members": "100" } }],
    },
    {
      code: "party.membersChange", zh: "党员数年度变化在两成以内", en: "Members within a fifth of last year's", finding: "DELTA", tier: "warning",
      rule: { kind: "changeWithin", of: measure("party.members"), share: "0.2" },
      repair: "说明组织关系成批转入、转出的情况。",
      passes: [{ cells: { "party.members": "102", "party.members@-1": "100" } }],
      fails: [{ cells: { "party.members": "140", "party.members@-1": "100" } }],
    },
    {
      code: "party.activityNotEmpty", zh: "活动场次与人次大于零", en: "An activity took place", finding: "RANGE", tier: "proof", at: ["school", "city"],
      rule: { kind: "rows", ledger: "party.activities", holds: { kind: "all", of: [compareValues(column("sessions"), ">", literal(0)), compareValues(column("personTimes"), "≥", column("sessions"))] } },
      repair: "没有开展的活动删去该行；参加人次至少等于场次。",
      passes: [{ rows: { "party.activities": [{ sessions: "4", personTimes: "120" }] } }],
      fails: [{ rows: { "party.activities": [{ sessions: "4", personTimes: "0" }] } }],
    },
    {
      code: "party.activityOnce", zh: "同名同日的活动只填一行", en: "An activity is entered once", finding: "DUP", tier: "proof", at: ["school", "city"],
      rule: { kind: "uniqueRows", ledger: "party.activities", columns: ["title", "heldOn"] },
      repair: "删去重复行。",
      passes: [{ rows: { "party.activities": [{ title: "主题党日", heldOn: "2019-03-01" }, { title: "主题党日", heldOn: "2019-04-01" }] } }],
      fails: [{ rows: { "party.activities": [{ title: "主题党日", heldOn: "2019-03-01" }, { title: "主题党日", heldOn: "2019-03-01" }] } }],
    },
    {
      code: "party.sanctionsWithin", zh: "受处分党员不多于党员", en: "Those sanctioned are members", finding: "SUBSET", tier: "warning",
      rule: { kind: "atMost", left: measure("party.sanctioned"), right: measure("party.members") },
      repair: "“数量”填党员人数，不填件号。",
      passes: [{ cells: { "party.sanctioned": "1", "party.members": "100" } }],
      fails: [{ cells: { "party.sanctioned": "2019", "party.members": "100" } }],
    },
    {
      code: "party.sanctionNotNational", zh: "党员处分不应填为国家级", en: "A school member's sanction is local", finding: "RANGE", tier: "warning",
      rule: { kind: "rows", ledger: "party.honours", holds: implies(isIn("kind", "sanction"), { kind: "not", of: isIn("level", "national") }) },
      repair: "级别填作出决定的党组织或纪检机关的级别。",
      passes: [{ rows: { "party.honours": [{ kind: "sanction", level: "city" }, { kind: "award", level: "national" }] } }],
      fails: [{ rows: { "party.honours": [{ kind: "sanction", level: "national" }] } }],
    },
  ],
});
