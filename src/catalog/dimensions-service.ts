/** Dimensions of social service: what kind of training it was, for whom, and what a firm or a village got from a school. */
import type { Dimension } from "../core/definition/dimension.ts";

/** Kinds of training programme. A row has one kind, so the kinds are disjoint and the total is their sum. */
export const trainingKind: Dimension = {
  code: "trainingKind",
  zh: "培训类别",
  en: "Kind of training",
  members: [
    { code: "poorLabour", zh: "贫困劳动力培训", en: "Poor labour", aliases: ["贫困劳动力", "精准脱贫技能培训", "精准扶贫培训", "脱贫劳动力培训"] },
    { code: "twoPost", zh: "“两后”培训", en: "School leavers who did not go on", aliases: ["两后培训", "两后生培训", "两后生", "“两后生”培训"] },
    { code: "newFarmer", zh: "新型职业农民培训", en: "New professional farmers", aliases: ["新型职业农民", "高素质农民培训", "职业农民培训"] },
    { code: "enterprise", zh: "企业职工培训", en: "Employees of firms", aliases: ["企业员工培训", "职工培训", "企业职工"] },
    { code: "other", zh: "其他职业培训", en: "Other vocational training", aliases: ["其它职业培训", "其他培训", "其它", "其他"] },
  ],
};

/** Whom the training was for; a second breakdown of the same rows. */
export const trainingTarget: Dimension = {
  code: "trainingTarget",
  zh: "培训对象",
  en: "Target group",
  members: [
    { code: "ruralSurplus", zh: "农村（剩余）劳动力", en: "Rural surplus labour", aliases: ["农村剩余劳动力", "农村劳动力", "农村转移劳动力", "贫困劳动力"] },
    { code: "leavers", zh: "未升学初高中毕业生", en: "School leavers", aliases: ["两后生", "应届初高中毕业生", "未继续升学毕业生"] },
    { code: "farmers", zh: "农民", en: "Farmers", aliases: ["职业农民", "新型职业农民", "高素质农民"] },
    { code: "leaders", zh: "农村致富带头人", en: "Village entrepreneurs", aliases: ["致富带头人", "创业致富带头人"] },
    { code: "migrants", zh: "农民工", en: "Migrant workers", aliases: ["进城务工人员", "返乡农民工"] },
    { code: "employees", zh: "企业员工", en: "Employees", aliases: ["企业职工", "在职职工", "在岗职工"] },
    { code: "unemployed", zh: "失业人员", en: "Unemployed", aliases: ["下岗失业人员", "失业人员再就业"] },
    { code: "domestic", zh: "家政服务人员", en: "Domestic workers", aliases: ["家政服务", "家政"] },
    { code: "health", zh: "健康养生与养老服务人员", en: "Health and elderly care", aliases: ["健康养生", "养老护理"] },
    { code: "veterans", zh: "退役士兵", en: "Veterans", aliases: ["退役军人", "复退军人"] },
    { code: "disabled", zh: "残疾人", en: "People with disabilities" },
    { code: "community", zh: "社区居民", en: "Residents", aliases: ["社区群众", "老年人", "市民"] },
    { code: "others", zh: "其他对象", en: "Others", aliases: ["其他", "其它"] },
  ],
};

export const appraisalTarget: Dimension = {
  code: "appraisalTarget",
  zh: "鉴定对象",
  en: "Whom it was held for",
  members: [
    { code: "students", zh: "在校学生", en: "Students", aliases: ["在校生", "学生"] },
    { code: "public", zh: "社会人员", en: "Public", aliases: ["社会考生", "社会"] },
  ],
};

export const technicalKind: Dimension = {
  code: "technicalKind",
  zh: "技术服务类别",
  en: "Kind of technical service",
  members: [
    { code: "horizontal", zh: "横向技术服务", en: "Services to firms", aliases: ["横向课题", "技术咨询", "技术开发"] },
    { code: "vertical", zh: "纵向科研", en: "Publicly funded research", aliases: ["纵向课题", "科研项目"] },
    { code: "transfer", zh: "技术产权交易", en: "Sale of technology", aliases: ["技术转让", "专利转让"] },
    { code: "outreach", zh: "送科技下乡与公益服务", en: "Outreach", aliases: ["送科技下乡", "科技下乡", "公益服务", "志愿技术服务"] },
  ],
};

export const supportKind: Dimension = {
  code: "supportKind",
  zh: "帮扶类别",
  en: "Kind of support",
  members: [
    { code: "school", zh: "对口支援学校", en: "Paired school", aliases: ["对口帮扶学校", "校际帮扶", "对口支援"] },
    { code: "village", zh: "结对帮扶村", en: "Village", aliases: ["驻村帮扶", "帮扶村", "定点帮扶"] },
    { code: "region", zh: "东西协作", en: "Other region", aliases: ["区域协作", "援疆", "援藏"] },
    { code: "household", zh: "结对帮扶户", en: "Households", aliases: ["帮扶户", "贫困户"] },
  ],
};

export const serviceDimensions: readonly Dimension[] = [trainingKind, trainingTarget, appraisalTarget, technicalKind, supportKind];
