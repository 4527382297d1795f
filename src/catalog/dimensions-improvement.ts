/** Dimensions of improvement: what a problem concerns and how far a measure has come. */
import type { Dimension } from "../core/definition/dimension.ts";

export const problemKind: Dimension = {
  code: "problemKind",
  zh: "问题类别",
  en: "Kind of problem",
  members: [
    { code: "scale", zh: "规模与布局", en: "Scale and layout", aliases: ["办学规模", "招生", "布局"] },
    { code: "conditions", zh: "办学与实训条件", en: "Conditions", aliases: ["实训条件", "办学条件", "设施设备"] },
    { code: "staffing", zh: "教师队伍", en: "Teachers", aliases: ["师资", "师资短缺"] },
    { code: "partnership", zh: "校企合作", en: "Partnership", aliases: ["校企融合", "产教融合"] },
    { code: "teaching", zh: "教学质量与改革", en: "Teaching", aliases: ["教学质量", "办学模式"] },
    { code: "fundingProblem", zh: "经费保障", en: "Funding", aliases: ["经费", "投入"] },
    { code: "management", zh: "管理与机制", en: "Management", aliases: ["管理", "机制"] },
    { code: "otherProblem", zh: "其他", en: "Other", aliases: ["其它"] },
  ],
};

export const problemSource: Dimension = {
  code: "problemSource",
  zh: "问题来源",
  en: "Raised by",
  members: [
    { code: "selfReview", zh: "自查", en: "Self review", aliases: ["自评", "自我诊改"] },
    { code: "inspection", zh: "督导检查", en: "Inspection", aliases: ["督导", "检查", "巡察"] },
    { code: "complianceReview", zh: "年报合规性审核", en: "Review of the report", aliases: ["合规性审核", "审核反馈"] },
    { code: "lastReport", zh: "上年报告遗留", en: "Left from last year's report", aliases: ["上年遗留", "遗留问题"] },
    { code: "survey", zh: "师生与企业反馈", en: "Feedback", aliases: ["满意度调查", "反馈"] },
  ],
};

export const measureState: Dimension = {
  code: "measureState",
  zh: "措施状态",
  en: "State of measure",
  members: [
    { code: "planned", zh: "计划", en: "Planned", aliases: ["未开始", "拟定"] },
    { code: "running", zh: "实施中", en: "Under way", aliases: ["进行中", "推进中"] },
    { code: "done", zh: "已完成", en: "Done", aliases: ["完成", "已落实"] },
    { code: "stopped", zh: "已终止", en: "Stopped", aliases: ["终止", "取消"] },
  ],
};

export const improvementDimensions: readonly Dimension[] = [problemKind, problemSource, measureState];
