/** Dimensions of teachers: how they come and go, how they are trained, which talent they stand for. */
import type { Dimension } from "../core/definition/dimension.ts";

export const teachersDimensions: readonly Dimension[] = [
  {
    code: "teacherKind",
    zh: "任教类别",
    en: "Kind of teaching",
    members: [
      { code: "common", zh: "公共基础课", en: "Common courses", aliases: ["公共课", "文化课"] },
      { code: "subject", zh: "专业课", en: "Subject courses", aliases: ["专业（实习指导）课", "专业"] },
    ],
  },
  {
    code: "inflowWay",
    zh: "补充方式",
    en: "Way in",
    members: [
      { code: "assessment", zh: "考核招聘", en: "By assessment", aliases: ["考核", "校园直招", "直接考核"] },
      { code: "examination", zh: "考试招聘", en: "By examination", aliases: ["公开招聘", "考试", "招教"] },
      { code: "special", zh: "特聘岗", en: "Specially appointed", aliases: ["特聘", "兼职特聘教师岗", "特聘教师"] },
      { code: "transfer", zh: "调入", en: "Transferred in", aliases: ["调动", "选调"] },
      { code: "contract", zh: "校聘合同制", en: "On the school's contract", aliases: ["自主聘用", "人事代理", "合同制"] },
    ],
  },
  {
    code: "outflowWay",
    zh: "减少方式",
    en: "Way out",
    members: [
      { code: "retired", zh: "退休", en: "Retired", aliases: ["离退休"] },
      { code: "transferred", zh: "调出", en: "Transferred out", aliases: ["调离"] },
      { code: "resigned", zh: "辞职离职", en: "Resigned", aliases: ["辞职", "离职"] },
      { code: "reassigned", zh: "转非教学岗位", en: "No longer teaching", aliases: ["转岗"] },
      { code: "other", zh: "其他减少", en: "Other", aliases: ["死亡", "其他"] },
    ],
  },
  {
    code: "teacherTrainingKind",
    zh: "培训类型",
    en: "Kind of training",
    members: [
      { code: "backbone", zh: "骨干教师培训", en: "Backbone teachers", aliases: ["骨干教师", "专业带头人培训"] },
      { code: "youthPractice", zh: "青年教师企业实践", en: "Young teachers in firms", aliases: ["企业实践", "青年教师企业实践培训"] },
      { code: "classTeacher", zh: "班主任与德育培训", en: "Class teachers", aliases: ["班主任培训", "德育培训"] },
      { code: "management", zh: "管理干部培训", en: "Managers", aliases: ["校长培训", "干部培训"] },
      { code: "certificate", zh: "1+X与职业技能培训", en: "1+X and skills", aliases: ["1+X培训", "技能培训"] },
      { code: "other", zh: "其他培训", en: "Other", aliases: ["其他", "师德培训", "信息技术培训"] },
    ],
  },
  {
    code: "talentClass",
    zh: "人才类别",
    en: "Class of talent",
    members: [
      { code: "head", zh: "领军校长", en: "Heads", aliases: ["校长", "最具引领力校长"] },
      { code: "reserveHead", zh: "后备校长", en: "Reserve heads", aliases: ["后备干部", "最具发展潜力后备校长"] },
      { code: "classTeacher", zh: "班主任", en: "Class teachers", aliases: ["智慧班主任", "最具智慧力班主任"] },
      { code: "master", zh: "名师", en: "Master teachers", aliases: ["教学名师", "最具影响力名师"] },
      { code: "young", zh: "青年教师", en: "Young teachers", aliases: ["骨干青年教师", "最具成长力青年教师"] },
    ],
  },
];
