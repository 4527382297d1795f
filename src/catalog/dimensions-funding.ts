/** Dimensions of funding: what a project builds and how far it has come. */
import type { Dimension } from "../core/definition/dimension.ts";

export const projectKind: Dimension = {
  code: "projectKind",
  zh: "项目类别",
  en: "Kind of project",
  members: [
    { code: "building", zh: "校舍与园区建设", en: "Buildings and campus", aliases: ["基本建设", "园区建设", "新建校舍", "校舍建设"] },
    { code: "practiceBase", zh: "实训基地建设", en: "Practice bases", aliases: ["实训基地", "实训条件建设"] },
    { code: "equipment", zh: "仪器设备购置", en: "Equipment", aliases: ["设备购置", "设备采购"] },
    { code: "informatisation", zh: "信息化建设", en: "Informatisation", aliases: ["信息化", "智慧校园", "数字校园"] },
    { code: "programme", zh: "专业与课程建设", en: "Programmes and courses", aliases: ["专业建设", "内涵建设", "高水平专业建设"] },
    { code: "otherProject", zh: "其他项目", en: "Other", aliases: ["其他", "其它"] },
  ],
};

export const projectState: Dimension = {
  code: "projectState",
  zh: "项目状态",
  en: "State of project",
  members: [
    { code: "prepared", zh: "筹备", en: "In preparation", aliases: ["前期", "立项", "未开工"] },
    { code: "running", zh: "在建", en: "Under way", aliases: ["实施中", "进行中"] },
    { code: "completed", zh: "完工", en: "Completed", aliases: ["完成", "竣工", "已验收"] },
    { code: "suspended", zh: "停建", en: "Suspended", aliases: ["暂停", "中止"] },
  ],
};

/** From which government an appropriation to a school comes. */
export const fundingLevel: Dimension = {
  code: "fundingLevel",
  zh: "经费来源级次",
  en: "Level of government",
  members: [
    { code: "central", zh: "中央财政", en: "Central" },
    { code: "province", zh: "省级财政", en: "Province" },
    { code: "city", zh: "市级财政", en: "City" },
    { code: "county", zh: "县级财政", en: "County", aliases: ["区级财政", "县（区）财政"] },
  ],
};

export const fundingDimensions: readonly Dimension[] = [projectKind, projectState, fundingLevel];
