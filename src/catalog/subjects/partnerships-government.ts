/** What government does for partnerships: meetings of schools and firms, delegations, education groups. */
import { isIn } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { LedgerInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：集团化办学（牵头、参与、成员学校、企业）");
const own = unverified("本系统按年度报告的写作需要定义");

const meetings: LedgerInput = {
  kind: "register",
  code: "partnerships.meetings",
  zh: "校企对接活动台账",
  en: "Meetings of schools and firms",
  reportedBy: ["county", "city"],
  department: "职成教科",
  note: "本级教育部门（可联合其他部门）组织的座谈、对接、签约，每次一行；学校自己的互访填在学校表。",
  source: own,
  naturalKey: ["heldOn", "title"],
  columns: [
    { code: "title", zh: "活动名称", en: "Meeting", type: "text", required: true, aliases: ["名称", "主题"] },
    { code: "kind", zh: "类别", en: "Kind", type: "choice", choices: "meetingKind", required: true },
    { code: "heldOn", zh: "日期", en: "Date", type: "date", required: true, aliases: ["时间"] },
    { code: "place", zh: "地点", en: "Place", type: "text", required: false },
    { code: "hosts", zh: "组织部门", en: "Hosts", type: "text", required: true, aliases: ["主办单位", "联合部门"] },
    { code: "schools", zh: "参加院校", en: "Schools", type: "integer", unit: "所", required: true, aliases: ["参加学校数", "院校数"], note: "含参加的高职院校。" },
    { code: "firms", zh: "参加企业", en: "Firms", type: "integer", unit: "家", required: true, aliases: ["参加企业数"] },
    { code: "intents", zh: "达成意向", en: "Intents", type: "integer", unit: "项", required: false, aliases: ["合作意向"] },
  ],
  elements: [
    { code: "partnerships.meetingCount", zh: "校企对接活动", en: "Meetings", unit: "次", better: "higher", aliases: ["校企座谈", "校企对接会次数"], from: { aggregate: { kind: "count" }, by: { meetingKind: "kind" } } },
    {
      code: "partnerships.meetingFirms",
      zh: "对接活动参加企业",
      en: "Firms at meetings",
      unit: "家",
      better: "higher",
      aliases: ["参加座谈企业", "重点龙头企业参加数"],
      note: "按次累加。",
      from: { aggregate: { kind: "sum", column: "firms" } },
    },
    {
      code: "partnerships.meetingSchools",
      zh: "对接活动参加院校",
      en: "Schools at meetings",
      unit: "所",
      aliases: ["参加座谈院校"],
      note: "按次累加，含高职院校，不等于中职学校数。",
      from: { aggregate: { kind: "sum", column: "schools" } },
    },
    { code: "partnerships.meetingIntents", zh: "对接活动达成意向", en: "Intents reached", unit: "项", better: "higher", from: { aggregate: { kind: "sum", column: "intents" } } },
  ],
};

const delegations: LedgerInput = {
  kind: "register",
  code: "partnerships.delegations",
  zh: "学习考察与来访台账",
  en: "Delegations",
  reportedBy: ["city"],
  department: "职成教科",
  note: "市里组织的外出考察和接待的来访，每个行程（一段连续日期）一行。只写部门和职务，不写个人姓名。",
  source: own,
  naturalKey: ["from", "places", "direction"],
  columns: [
    { code: "theme", zh: "主题", en: "Theme", type: "text", required: true, aliases: ["考察主题", "内容"] },
    { code: "direction", zh: "方向", en: "Direction", type: "choice", choices: "delegationDirection", required: true },
    { code: "from", zh: "开始日期", en: "From", type: "date", required: true, aliases: ["起始日期", "出发日期"] },
    { code: "to", zh: "结束日期", en: "To", type: "date", required: true, aliases: ["返回日期"] },
    { code: "places", zh: "地点（来访单位）", en: "Places", type: "text", required: true, aliases: ["考察地点", "来访单位", "地点"] },
    { code: "abroad", zh: "境外", en: "From or to abroad", type: "boolean", required: true },
    { code: "departments", zh: "参加部门", en: "Departments", type: "text", required: true, aliases: ["参加单位", "成员单位"] },
    { code: "departmentCount", zh: "参加部门数", en: "Number of departments", type: "integer", unit: "个", required: true },
    { code: "people", zh: "参加人数", en: "People", type: "integer", unit: "人", required: false },
    { code: "report", zh: "形成的报告", en: "Report", type: "text", required: false, aliases: ["考察报告"] },
  ],
  elements: [
    { code: "partnerships.delegationCount", zh: "学习考察与来访", en: "Delegations", unit: "次", aliases: ["学习考察", "考察次数"], from: { aggregate: { kind: "count" }, by: { delegationDirection: "direction" } } },
    { code: "partnerships.foreignDelegations", zh: "境外交流", en: "Delegations from or to abroad", unit: "次", aliases: ["国际交流次数"], from: { aggregate: { kind: "count" }, where: isIn("abroad", "true") } },
  ],
};

const groups: LedgerInput = {
  kind: "register",
  code: "partnerships.groups",
  zh: "职业教育集团台账",
  en: "Education groups",
  reportedBy: ["city"],
  department: "职成教科",
  note: "在册的职业教育集团（联盟），每个一行；学校参与情况填在学校表。",
  source: sichuan,
  naturalKey: ["name"],
  columns: [
    { code: "name", zh: "集团名称", en: "Group", type: "text", required: true, aliases: ["名称", "职教集团"] },
    { code: "leader", zh: "牵头单位", en: "Leader", type: "text", required: true, aliases: ["牵头学校", "理事长单位"] },
    { code: "leaderKind", zh: "牵头单位类别", en: "Kind of leader", type: "choice", choices: "leaderKind", required: true },
    { code: "foundedOn", zh: "成立日期", en: "Founded on", type: "date", required: true, aliases: ["成立时间"] },
    { code: "newThisYear", zh: "本年组建或调整", en: "Founded or reformed this year", type: "boolean", required: true, aliases: ["本年新组建"] },
    { code: "schools", zh: "成员学校", en: "Member schools", type: "integer", unit: "所", required: true },
    { code: "firms", zh: "成员企业", en: "Member firms", type: "integer", unit: "家", required: true },
    { code: "associations", zh: "行业协会与科研院所", en: "Associations and institutes", type: "integer", unit: "个", required: false, aliases: ["行业组织"] },
    { code: "document", zh: "批准文件", en: "Document", type: "text", required: false, aliases: ["文号"] },
  ],
  elements: [
    {
      code: "partnerships.groupCount",
      zh: "职业教育集团",
      en: "Education groups",
      unit: "个",
      nature: "stock",
      better: "higher",
      aliases: ["职教集团", "产教融合型职教集团", "职教集团数"],
      from: { aggregate: { kind: "count" }, by: { leaderKind: "leaderKind" } },
    },
    { code: "partnerships.groupsNew", zh: "本年组建或调整的集团", en: "Groups founded or reformed", unit: "个", aliases: ["新组建职教集团"], from: { aggregate: { kind: "count" }, where: isIn("newThisYear", "true") } },
    {
      code: "partnerships.groupLeaders",
      zh: "集团牵头单位",
      en: "Leaders of groups",
      unit: "个",
      nature: "stock",
      rollUp: "distinct",
      aliases: ["牵头单位", "牵头职业院校"],
      from: { aggregate: { kind: "countDistinct", column: "leader" } },
    },
    {
      code: "partnerships.groupSchools",
      zh: "集团成员学校",
      en: "Member schools",
      unit: "所",
      nature: "stock",
      aliases: ["职教集团成员学校"],
      note: "按集团累加，一校参加两个集团计两次。",
      from: { aggregate: { kind: "sum", column: "schools" } },
    },
    { code: "partnerships.groupFirms", zh: "集团成员企业", en: "Member firms", unit: "家", nature: "stock", better: "higher", aliases: ["职教集团成员企业"], note: "按集团累加。", from: { aggregate: { kind: "sum", column: "firms" } } },
  ],
};

export const governmentLedgers: readonly LedgerInput[] = [meetings, delegations, groups];
