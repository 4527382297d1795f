/** Work with foreign partners: agreements with both parties named, and the counts of the later table of international influence. */
import { unverified } from "../../core/definition/source.ts";
import type { LedgerInput } from "../../core/definition/subject.ts";

const sixTables = unverified("职业教育质量年度报告附表5《国际影响表》（2023—2024年表式）");

const international: LedgerInput = {
  kind: "register",
  code: "partnerships.international",
  zh: "国际合作台账",
  en: "International work",
  reportedBy: ["school", "city"],
  department: "办公室",
  note: "一方对一方的合作各填一行，中方外方都写全称，不要用“分别”合写。学校填本校为中方的；市里填辖区高职、本科院校和政府的。",
  source: sixTables,
  naturalKey: ["chineseParty", "foreignParty", "subject"],
  columns: [
    { code: "chineseParty", zh: "中方单位", en: "Chinese party", type: "text", required: true, aliases: ["中方", "我方单位"] },
    { code: "foreignParty", zh: "外方单位", en: "Foreign party", type: "text", required: true, aliases: ["外方", "合作方"], note: "填中文全称，全市统一写法。" },
    { code: "country", zh: "国家（地区）", en: "Country", type: "text", required: true, aliases: ["国家", "国别"] },
    { code: "kind", zh: "类别", en: "Kind", type: "choice", choices: "foreignKind", required: true },
    { code: "subject", zh: "合作内容", en: "Subject", type: "text", required: true, aliases: ["内容", "合作专业"] },
    { code: "state", zh: "状态", en: "State", type: "choice", choices: "agreementState", required: true },
    { code: "signedOn", zh: "签约日期", en: "Signed on", type: "date", required: false, aliases: ["协议日期"] },
    { code: "students", zh: "在读学生", en: "Students", type: "integer", unit: "人", required: false },
  ],
  elements: [
    {
      code: "partnerships.internationalCount",
      zh: "国际合作项目",
      en: "International projects",
      unit: "项",
      nature: "stock",
      better: "higher",
      aliases: ["国际合作", "中外合作项目"],
      from: { aggregate: { kind: "count" }, by: { agreementState: "state" } },
    },
    { code: "partnerships.foreignParties", zh: "外方合作单位", en: "Foreign parties", unit: "个", nature: "stock", rollUp: "distinct", aliases: ["外方合作院校"], from: { aggregate: { kind: "countDistinct", column: "foreignParty" } } },
    {
      code: "partnerships.internationalStudents",
      zh: "国际合作项目在读学生",
      en: "Students in international projects",
      unit: "人",
      nature: "stock",
      aliases: ["中外合作办学在校生"],
      from: { aggregate: { kind: "sum", column: "students" } },
    },
  ],
};

const influence: LedgerInput = {
  kind: "form",
  code: "partnerships.influence",
  zh: "国际影响表",
  en: "International influence",
  reportedBy: ["school"],
  department: "办公室",
  source: sixTables,
  since: 2022,
  elements: [
    { code: "partnerships.foreignStudents", zh: "来华留学生", en: "Students from abroad", unit: "人", aliases: ["留学生人数", "全日制留学生"] },
    { code: "partnerships.foreignStudentProgrammes", zh: "接收留学生专业", en: "Programmes with students from abroad", unit: "个", aliases: ["留学生专业数"] },
    { code: "partnerships.adoptedStandards", zh: "被国（境）外采用的标准", en: "Standards adopted abroad", unit: "个", better: "higher", aliases: ["开发并被国（境）外采用的标准"] },
    { code: "partnerships.adoptedCourses", zh: "被国（境）外采用的课程", en: "Courses adopted abroad", unit: "门", better: "higher", aliases: ["开发并被国（境）外采用的课程"] },
    { code: "partnerships.campusesAbroad", zh: "境外办学点", en: "Places of teaching abroad", unit: "个", aliases: ["在国（境）外开办学校数", "境外办学"] },
    { code: "partnerships.jointProgrammes", zh: "中外合作办学专业", en: "Joint programmes", unit: "个", aliases: ["中外合作办学专业数"] },
    { code: "partnerships.jointProgrammeStudents", zh: "中外合作办学专业在校生", en: "Students in joint programmes", unit: "人" },
    { code: "partnerships.teacherDaysAbroad", zh: "专任教师赴境外指导时间", en: "Days that teachers taught abroad", unit: "人日", nature: "flow", aliases: ["专任教师境外指导时间"] },
    { code: "partnerships.prizesAbroad", zh: "国（境）外技能大赛获奖", en: "Prizes at contests abroad", unit: "个", nature: "flow", better: "higher", aliases: ["国（境）外技能大赛获奖数量"] },
  ],
};

export const internationalLedgers: readonly LedgerInput[] = [international, influence];
