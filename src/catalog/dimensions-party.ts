/** Dimensions of party building: kinds of activity, and of what was given or imposed. */
import type { Dimension } from "../core/definition/dimension.ts";

export const partyActivity: Dimension = {
  code: "partyActivity",
  zh: "党建活动类别",
  en: "Kind of party activity",
  members: [
    { code: "themeEducation", zh: "主题教育", en: "Theme education", aliases: ["主题教育活动", "专题学习教育"] },
    { code: "democraticLife", zh: "民主生活会", en: "Democratic life meeting", aliases: ["专题民主生活会", "组织生活会"] },
    { code: "branchMeetings", zh: "“三会一课”", en: "Three meetings and one lesson", aliases: ["三会一课", "支部党员大会", "支委会", "党小组会", "党课"] },
    { code: "partyDay", zh: "主题党日", en: "Party day", aliases: ["党日活动"] },
    { code: "discipline", zh: "党章党规党纪教育", en: "Rules and discipline", aliases: ["党纪教育", "警示教育", "廉政教育", "法律法规教育"] },
    { code: "talks", zh: "党风廉政约谈", en: "Integrity talks", aliases: ["约谈", "廉政约谈", "“两个责任”约谈"] },
    { code: "memberTraining", zh: "党员培训", en: "Training of members", aliases: ["党务培训", "党员教育培训"] },
    { code: "otherParty", zh: "其他党建活动", en: "Other", aliases: ["其他", "其它"] },
  ],
};

export const honourKind: Dimension = {
  code: "honourKind",
  zh: "奖惩类别",
  en: "Award or sanction",
  members: [
    { code: "award", zh: "表彰", en: "Award", aliases: ["奖励", "荣誉"] },
    { code: "sanction", zh: "处分", en: "Sanction", aliases: ["党纪处分", "处理"] },
  ],
};

export const honourLevel: Dimension = {
  code: "honourLevel",
  zh: "奖惩级别",
  en: "Level",
  members: [
    { code: "national", zh: "国家级", en: "National", aliases: ["中央"] },
    { code: "province", zh: "省级", en: "Province", aliases: ["省委"] },
    { code: "city", zh: "市级", en: "City", aliases: ["市委"] },
    { code: "county", zh: "县级", en: "County", aliases: ["区级"] },
    { code: "own", zh: "校（本单位）级", en: "Own", aliases: ["校级"] },
  ],
};

export const honourObject: Dimension = {
  code: "honourObject",
  zh: "奖惩对象",
  en: "Given to",
  members: [
    { code: "organisation", zh: "党组织", en: "Organisation", aliases: ["组织", "党支部", "集体"] },
    { code: "member", zh: "党员", en: "Member", aliases: ["个人"] },
  ],
};

export const partyDimensions: readonly Dimension[] = [partyActivity, honourKind, honourLevel, honourObject];
