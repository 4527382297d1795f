/** How students are prepared for work and business: courses and advisers of the school, events of school and city. */
import { isIn } from "../../core/definition/row.ts";
import { verified } from "../../core/definition/source.ts";
import type { LedgerInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：就业质量");

const education: LedgerInput = {
  kind: "form",
  code: "employment.education",
  zh: "就业创业教育表",
  en: "Career education",
  reportedBy: ["school"],
  department: "招生就业处",
  source: sichuan,
  elements: [
    {
      code: "employment.courses",
      zh: "就业创业课程",
      en: "Career courses",
      unit: "门",
      nature: "flow",
      better: "higher",
      aliases: ["就业创业课程门数", "就业指导课程", "创业课程"],
      note: "列入人才培养方案的职业生涯规划、就业指导、创新创业类课程。",
    },
    { code: "employment.courseHours", zh: "就业创业课程课时", en: "Hours of career courses", unit: "课时", nature: "flow", better: "higher", aliases: ["就业创业课时"] },
    { code: "employment.courseStudents", zh: "修读就业创业课程学生", en: "Students in career courses", unit: "人", nature: "flow", better: "higher", aliases: ["就业创业课程受益学生"], note: "同一学生修多门只计一次。" },
    { code: "employment.advisers", zh: "就业指导教师", en: "Career advisers", unit: "人", better: "higher", aliases: ["就业指导人员", "专兼职就业指导教师"], note: "专职和兼职从事就业指导的教师，年末数。" },
  ],
};

const events: LedgerInput = {
  kind: "register",
  code: "employment.events",
  zh: "就业创业活动台账",
  en: "Career events",
  reportedBy: ["school", "city"],
  department: "招生就业处",
  note: "谁主办谁填，每场活动一行；学校参加市里组织的活动不重复填。",
  naturalKey: ["heldOn", "title"],
  columns: [
    { code: "title", zh: "活动名称", en: "Event", type: "text", required: true, aliases: ["名称", "主题"] },
    { code: "kind", zh: "活动类别", en: "Kind", type: "choice", choices: "guidanceKind", required: true, aliases: ["类别", "类型"] },
    { code: "heldOn", zh: "日期", en: "Date", type: "date", required: true, aliases: ["举办日期", "时间"] },
    { code: "participants", zh: "参加学生", en: "Students", type: "integer", unit: "人次", required: true, aliases: ["参加人数", "参与人次"] },
    { code: "firms", zh: "参会企业", en: "Firms", type: "integer", unit: "家", required: false, note: "只有招聘会填写。" },
    { code: "posts", zh: "提供岗位", en: "Posts", type: "integer", unit: "个", required: false, note: "只有招聘会填写。", aliases: ["岗位数"] },
  ],
  elements: [
    { code: "employment.eventCount", zh: "就业创业活动场次", en: "Career events", unit: "场", better: "higher", aliases: ["就业创业活动", "就业指导活动"], from: { aggregate: { kind: "count" }, by: { guidanceKind: "kind" } } },
    {
      code: "employment.eventParticipants",
      zh: "就业创业活动参加人次",
      en: "Participants of career events",
      unit: "人次",
      better: "higher",
      aliases: ["就业指导人次"],
      from: { aggregate: { kind: "sum", column: "participants" }, by: { guidanceKind: "kind" } },
    },
    {
      code: "employment.fairFirms",
      zh: "招聘会参会企业",
      en: "Firms at job fairs",
      unit: "家",
      better: "higher",
      aliases: ["参会用人单位"],
      note: "按场累加，同一企业参加两场计两次。",
      from: { aggregate: { kind: "sum", column: "firms" }, where: isIn("kind", "jobFair") },
    },
    {
      code: "employment.fairPosts",
      zh: "招聘会提供岗位",
      en: "Posts at job fairs",
      unit: "个",
      better: "higher",
      aliases: ["招聘岗位", "提供就业岗位"],
      from: { aggregate: { kind: "sum", column: "posts" }, where: isIn("kind", "jobFair") },
    },
  ],
};

export const guidanceLedgers: readonly LedgerInput[] = [education, events];
