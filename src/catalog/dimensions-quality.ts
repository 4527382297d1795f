/** Dimensions of quality assurance: contests, research, designations, documents and milestones of reform. */
import type { Dimension } from "../core/definition/dimension.ts";

/** Categories of the contests for secondary vocational students; an event belongs to one. */
const contestCategory: Dimension = {
  code: "contestCategory",
  zh: "竞赛类别",
  en: "Category of contest",
  members: [
    { code: "skills", zh: "技能类", en: "Skills", aliases: ["职业技能类", "专业技能类", "技能大赛"] },
    { code: "quality", zh: "素质类", en: "General abilities", aliases: ["素质能力类", "素质能力"] },
    { code: "tradition", zh: "传统文化类", en: "Traditional culture", aliases: ["优秀传统文化类", "传统文化"] },
    { code: "civility", zh: "文明风采类", en: "Civility", aliases: ["“文明风采”类", "文明风采"] },
  ],
};

const researchKind: Dimension = {
  code: "researchKind",
  zh: "课题类别",
  en: "Kind of research project",
  members: [
    { code: "reform", zh: "教育教学改革", en: "Teaching reform", aliases: ["教改", "教学改革", "教育教学改革研究"] },
    { code: "science", zh: "教育科学规划", en: "Educational science", aliases: ["教科研", "规划课题"] },
    { code: "moral", zh: "德育与思政", en: "Moral education", aliases: ["德育", "思政"] },
    { code: "other", zh: "其他课题", en: "Other", aliases: ["其他", "其它"] },
  ],
};

const researchState: Dimension = {
  code: "researchState",
  zh: "课题状态",
  en: "State of research project",
  members: [
    { code: "running", zh: "在研", en: "Running", aliases: ["立项", "研究中"] },
    { code: "closed", zh: "结项", en: "Closed", aliases: ["结题", "已结题", "已结项"] },
    { code: "stopped", zh: "终止", en: "Stopped", aliases: ["撤项", "中止"] },
  ],
};

const designationKind: Dimension = {
  code: "designationKind",
  zh: "荣誉与项目类别",
  en: "Kind of designation",
  members: [
    { code: "base", zh: "示范基地", en: "Model base", aliases: ["高技能人才培养示范基地", "实训基地", "培训基地"] },
    { code: "pilot", zh: "改革试点", en: "Pilot", aliases: ["试点", "试点校", "现代学徒制试点", "诊改试点"] },
    { code: "onePlusX", zh: "1+X证书试点", en: "1+X pilot", aliases: ["1+X", "1+X试点", "“1+X证书”改革试点"] },
    { code: "school", zh: "高水平与示范学校", en: "High-level or model school", aliases: ["高水平学校", "示范校", "重点校", "品牌示范校", "特色学校"] },
    { code: "programme", zh: "高水平专业（群）", en: "High-level programme", aliases: ["高水平专业", "高水平专业群", "重点专业", "特色专业"] },
    { code: "team", zh: "教学团队与名师工作室", en: "Teams and masters", aliases: ["教学团队", "名师工作室", "大师工作室", "技能大师工作室"] },
    { code: "campus", zh: "文明校园与德育", en: "Campus culture", aliases: ["文明校园", "德育先进", "平安校园"] },
    { code: "other", zh: "其他项目", en: "Other", aliases: ["其他", "其它"] },
  ],
};

const policyKind: Dimension = {
  code: "policyKind",
  zh: "文件类别",
  en: "Kind of document",
  members: [
    { code: "policy", zh: "政策意见", en: "Policy", aliases: ["政策", "意见", "实施意见", "政策文件"] },
    { code: "plan", zh: "规划", en: "Plan", aliases: ["发展规划", "专项规划"] },
    { code: "scheme", zh: "实施方案与行动计划", en: "Scheme", aliases: ["实施方案", "方案", "行动计划", "工作方案"] },
    { code: "notice", zh: "通知", en: "Notice", aliases: ["工作通知"] },
    { code: "rule", zh: "管理办法与制度", en: "Rules", aliases: ["管理办法", "制度", "办法"] },
    { code: "report", zh: "调研与考察报告", en: "Report", aliases: ["调研报告", "考察报告", "专题调研报告"] },
  ],
};

const policyTopic: Dimension = {
  code: "policyTopic",
  zh: "文件主题",
  en: "Topic of document",
  members: [
    { code: "development", zh: "综合改革与发展", en: "Development", aliases: ["综合改革", "职教改革", "发展"] },
    { code: "integration", zh: "产教融合与校企合作", en: "Industry and education", aliases: ["产教融合", "校企合作", "双元制", "集团化办学"] },
    { code: "programmes", zh: "专业与教学", en: "Programmes and teaching", aliases: ["专业建设", "教学", "课程"] },
    { code: "enrolment", zh: "招生与衔接", en: "Enrolment and bridging", aliases: ["招生", "中高职衔接"] },
    { code: "teachers", zh: "教师队伍", en: "Teachers", aliases: ["师资", "教师招聘", "编制"] },
    { code: "funding", zh: "经费与条件", en: "Funding and conditions", aliases: ["经费", "办学条件"] },
    { code: "service", zh: "培训与扶贫", en: "Training and poverty relief", aliases: ["教育扶贫", "社会培训", "培训"] },
    { code: "safety", zh: "德育与安全", en: "Moral education and safety", aliases: ["德育", "安全"] },
  ],
};

const policyState: Dimension = {
  code: "policyState",
  zh: "文件状态",
  en: "State of document",
  members: [
    { code: "drafting", zh: "起草中", en: "Being drafted", aliases: ["拟定", "起草", "征求意见"] },
    { code: "approved", zh: "已审定待印发", en: "Approved, not yet issued", aliases: ["待印发", "正待下发", "已审议通过"] },
    { code: "issued", zh: "已印发", en: "Issued", aliases: ["印发", "下发", "实施中", "已下发"] },
    { code: "completed", zh: "已完成", en: "Completed", aliases: ["完成", "到期"] },
    { code: "repealed", zh: "已废止", en: "Repealed", aliases: ["废止", "失效"] },
  ],
};

const milestoneKind: Dimension = {
  code: "milestoneKind",
  zh: "大事类别",
  en: "Kind of milestone",
  members: [
    { code: "survey", zh: "调研与调查", en: "Survey", aliases: ["调研", "专题调研", "情况调查"] },
    { code: "opening", zh: "启动与揭牌", en: "Opening", aliases: ["揭牌", "启动", "成立"] },
    { code: "meeting", zh: "专题会议", en: "Meeting", aliases: ["会议", "推进会", "工作会议"] },
    { code: "bridging", zh: "中高职联动", en: "Work with colleges", aliases: ["中高职衔接", "中高职一体化"] },
    { code: "inspection", zh: "督导与评估", en: "Inspection", aliases: ["督导", "评估", "检查", "视导"] },
    { code: "other", zh: "其他大事", en: "Other", aliases: ["其他", "其它"] },
  ],
};

export const qualityDimensions: readonly Dimension[] = [contestCategory, researchKind, researchState, designationKind, policyKind, policyTopic, policyState, milestoneKind];
