/** Quality assurance (质量保证): contests, research, designations, the documents of government and the milestones of reform. */
import { isIn, isTrue } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { qualityChecks } from "./quality-checks.ts";
import { contestLedgers } from "./quality-contests.ts";
import { qualityIndicators } from "./quality-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：质量保证");
const own = unverified("本系统按年度报告的写作需要定义");

const school: LedgerInput = {
  kind: "form",
  code: "quality.school",
  zh: "学校质量保证表",
  en: "Quality assurance of the school",
  reportedBy: ["school"],
  department: "教务处",
  source: sichuan,
  elements: [
    { code: "quality.schoolEvents", zh: "校级竞赛项目", en: "Events of the school's contests", unit: "个", nature: "flow", better: "higher", aliases: ["校级技能竞赛项目", "校赛项目"] },
    { code: "quality.schoolEntrants", zh: "校级竞赛参赛学生", en: "Students in the school's contests", unit: "人", nature: "flow", better: "higher", aliases: ["校赛参赛学生"], note: "同一学生参加多项只计一次。" },
    {
      code: "quality.certificatePilotSchools",
      zh: "1+X证书试点学校",
      en: "Schools in the 1+X pilot",
      unit: "所",
      aliases: ["1+X试点学校", "“1+X证书”改革试点学校", "1+X证书制度试点学校"],
      note: "本校列入教育部试点名单的填1，否则填0；全市数由系统相加。",
    },
    { code: "quality.inspections", zh: "校内教学检查与诊改", en: "Inspections of teaching", unit: "次", nature: "flow", better: "higher", aliases: ["教学检查", "教学诊断与改进"] },
  ],
};

const research: LedgerInput = {
  kind: "register",
  code: "quality.research",
  zh: "课题研究台账",
  en: "Research projects",
  reportedBy: ["school", "city"],
  department: "教科研处",
  note: "本单位牵头的县区级以上课题，每个一行；往年立项未结项的继续列入。",
  source: sichuan,
  naturalKey: ["title"],
  columns: [
    { code: "title", zh: "课题名称", en: "Title", type: "text", required: true, aliases: ["课题", "项目名称"] },
    { code: "level", zh: "级别", en: "Level", type: "choice", choices: "level", required: true, aliases: ["课题级别"] },
    { code: "kind", zh: "课题类别", en: "Kind", type: "choice", choices: "researchKind", required: true, aliases: ["类别"] },
    { code: "number", zh: "立项编号", en: "Number", type: "text", required: false, aliases: ["编号"] },
    { code: "approvedOn", zh: "立项日期", en: "Approved on", type: "date", required: true, aliases: ["立项时间"] },
    { code: "approvedThisYear", zh: "本年立项", en: "Approved this year", type: "boolean", required: true },
    { code: "state", zh: "课题状态", en: "State", type: "choice", choices: "researchState", required: true, aliases: ["状态"] },
    { code: "closedOn", zh: "结项日期", en: "Closed on", type: "date", required: false, aliases: ["结项时间", "结题日期"] },
    { code: "closedThisYear", zh: "本年结项", en: "Closed this year", type: "boolean", required: true, aliases: ["本年结题"] },
    { code: "funds", zh: "经费", en: "Funds", type: "decimal", unit: "元", required: false },
  ],
  elements: [
    {
      code: "quality.researchApproved",
      zh: "立项课题",
      en: "Projects approved",
      unit: "个",
      better: "higher",
      aliases: ["课题立项", "立项课题数"],
      from: { aggregate: { kind: "count" }, where: isTrue("approvedThisYear"), by: { level: "level" } },
    },
    {
      code: "quality.researchClosed",
      zh: "结项课题",
      en: "Projects closed",
      unit: "个",
      better: "higher",
      aliases: ["结项课题数", "课题结项", "结题课题"],
      from: { aggregate: { kind: "count" }, where: isTrue("closedThisYear"), by: { level: "level" } },
    },
    { code: "quality.researchRunning", zh: "在研课题", en: "Projects running", unit: "个", nature: "stock", aliases: ["在研课题数"], from: { aggregate: { kind: "count" }, where: isIn("state", "running"), by: { level: "level" } } },
  ],
};

const designations: LedgerInput = {
  kind: "register",
  code: "quality.designations",
  zh: "荣誉与建设项目台账",
  en: "Designations",
  reportedBy: ["school", "city"],
  department: "办公室",
  note: "在有效期内的县区级以上基地、试点、示范、高水平等，每项一行；专业项目在专业台账登记认定情况后，此处登记项目本身。",
  source: sichuan,
  naturalKey: ["name"],
  columns: [
    { code: "name", zh: "名称", en: "Name", type: "text", required: true, aliases: ["荣誉名称", "项目名称"] },
    { code: "kind", zh: "类别", en: "Kind", type: "choice", choices: "designationKind", required: true, aliases: ["项目类别", "荣誉类别"] },
    { code: "body", zh: "授予（立项）单位", en: "Granted by", type: "text", required: true, aliases: ["授予单位", "立项单位", "批准单位"] },
    { code: "level", zh: "级别", en: "Level", type: "choice", choices: "level", required: true },
    { code: "document", zh: "文号", en: "Document", type: "text", required: false, aliases: ["文件号"] },
    { code: "grantedOn", zh: "授予日期", en: "Granted on", type: "date", required: true, aliases: ["立项日期", "批准日期"] },
    { code: "expiresOn", zh: "有效期至", en: "Expires on", type: "date", required: false, aliases: ["到期日期", "建设期至"] },
    { code: "newThisYear", zh: "本年新增", en: "New this year", type: "boolean", required: true },
  ],
  elements: [
    {
      code: "quality.designationCount",
      zh: "荣誉与建设项目数",
      en: "Designations",
      unit: "项",
      nature: "stock",
      better: "higher",
      aliases: ["示范项目数", "在建项目和荣誉"],
      from: { aggregate: { kind: "count" }, by: { designationKind: "kind", level: "level" } },
    },
    {
      code: "quality.newDesignations",
      zh: "本年新增荣誉与建设项目",
      en: "New designations",
      unit: "项",
      better: "higher",
      aliases: ["新增荣誉", "新增建设项目"],
      from: { aggregate: { kind: "count" }, where: isTrue("newThisYear"), by: { designationKind: "kind", level: "level" } },
    },
  ],
};

const policies: LedgerInput = {
  kind: "register",
  code: "quality.policies",
  zh: "政策与规划文件台账",
  en: "Policy and plan documents",
  reportedBy: ["county", "city"],
  department: "职成教科",
  note: "本级制定的职业教育政策、规划、方案、通知、制度和调研报告，每份一行，按年末的实际状态填写；没有印发的不写“已印发”。",
  source: sichuan,
  naturalKey: ["title"],
  columns: [
    { code: "title", zh: "文件名称", en: "Title", type: "text", required: true, aliases: ["名称", "政策名称", "政策名"] },
    { code: "kind", zh: "文件类别", en: "Kind", type: "choice", choices: "policyKind", required: true, aliases: ["类别"] },
    { code: "topic", zh: "主题", en: "Topic", type: "choice", choices: "policyTopic", required: true },
    { code: "body", zh: "制定（印发）单位", en: "Issued by", type: "text", required: true, aliases: ["印发单位", "发文单位"] },
    { code: "state", zh: "状态", en: "State", type: "choice", choices: "policyState", required: true },
    { code: "document", zh: "文号", en: "Number", type: "text", required: false, aliases: ["发文字号"] },
    { code: "issuedOn", zh: "印发日期", en: "Issued on", type: "date", required: false, aliases: ["发文日期"] },
    { code: "validUntil", zh: "执行至", en: "Valid until", type: "date", required: false, aliases: ["有效期至"] },
    { code: "thisYear", zh: "本年制定", en: "Made this year", type: "boolean", required: true, aliases: ["本年出台"] },
  ],
  elements: [
    { code: "quality.policyCount", zh: "政策与规划文件", en: "Documents", unit: "份", nature: "stock", aliases: ["政策文件数", "职业教育文件"], from: { aggregate: { kind: "count" }, by: { policyState: "state" } } },
    {
      code: "quality.policiesIssued",
      zh: "本年印发文件",
      en: "Issued this year",
      unit: "份",
      better: "higher",
      aliases: ["出台文件", "印发文件", "出台政策"],
      from: { aggregate: { kind: "count" }, where: { kind: "all", of: [isTrue("thisYear"), isIn("state", "issued", "completed")] }, by: { policyTopic: "topic" } },
    },
    { code: "quality.policiesMade", zh: "本年制定文件", en: "Made this year", unit: "份", aliases: ["制定文件"], from: { aggregate: { kind: "count" }, where: isTrue("thisYear"), by: { policyKind: "kind" } } },
  ],
};

const milestones: LedgerInput = {
  kind: "register",
  code: "quality.milestones",
  zh: "职业教育改革大事台账",
  en: "Milestones of reform",
  reportedBy: ["county", "city"],
  department: "职成教科",
  note: "调研、启动揭牌、专题会议、中高职联动、督导评估等本级组织的重要工作，每件一行；校企对接、考察、宣传活动填在各自的台账。",
  source: own,
  naturalKey: ["heldOn", "title"],
  columns: [
    { code: "title", zh: "事项", en: "What", type: "text", required: true, aliases: ["大事", "名称"] },
    { code: "kind", zh: "类别", en: "Kind", type: "choice", choices: "milestoneKind", required: true },
    { code: "heldOn", zh: "日期", en: "Date", type: "date", required: true, aliases: ["时间"] },
    { code: "bodies", zh: "组织（参加）单位", en: "Bodies", type: "text", required: false, aliases: ["单位"] },
    { code: "result", zh: "结果", en: "Result", type: "text", required: false, aliases: ["成果"] },
  ],
  elements: [{ code: "quality.milestoneCount", zh: "职业教育改革大事", en: "Milestones", unit: "件", aliases: ["改革大事"], from: { aggregate: { kind: "count" }, by: { milestoneKind: "kind" } } }],
};

export const quality = defineSubject({
  code: "quality",
  zh: "质量保证",
  en: "Quality assurance",
  ledgers: [school, ...contestLedgers, research, designations, policies, milestones],
  indicators: qualityIndicators,
  checks: qualityChecks,
});
