/** How the courses of a school are planned, taught and looked after. */
import { unverified, verified } from "../../core/definition/source.ts";
import type { LedgerInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：课程开设");
const sixTables = unverified("职业教育质量年度报告附表3《教学资源表》（2023—2024年表式）");

export const courses: LedgerInput = {
  kind: "form",
  code: "programmes.courses",
  zh: "课程与教学表",
  en: "Courses and teaching",
  reportedBy: ["school"],
  department: "教务处",
  note: "按当年执行的人才培养方案和教学计划统计；同一课程几个专业开设只计一门。",
  source: sichuan,
  elements: [
    { code: "programmes.courseCount", zh: "开设课程", en: "Courses", unit: "门", nature: "flow", aliases: ["课程总数", "课程门数", "教学计划内课程总数"] },
    { code: "programmes.coursesWithStandard", zh: "有课程标准的课程", en: "With a course standard", unit: "门", nature: "flow", better: "higher", aliases: ["课程标准", "制定课程标准的课程"] },
    { code: "programmes.onlineCourses", zh: "在线精品课程", en: "Online courses", unit: "门", better: "higher", aliases: ["在线精品课", "精品在线课程", "网络课程"], source: sixTables },
    { code: "programmes.resourceLibraries", zh: "专业教学资源库", en: "Libraries of teaching material", unit: "个", better: "higher", aliases: ["教学资源库", "资源库数"], source: sixTables },
    { code: "programmes.lessonHours", zh: "教学计划内总课时", en: "Planned hours", unit: "课时", nature: "flow", aliases: ["总课时", "教学总课时", "教学计划内学时"] },
    { code: "programmes.practiceHours", zh: "其中：实践教学课时", en: "of which practical", unit: "课时", nature: "flow", better: "higher", aliases: ["实践教学课时", "实训课时"] },
    { code: "programmes.integratedCourses", zh: "课证融通课程", en: "Courses that lead to a certificate", unit: "门", nature: "flow", better: "higher", aliases: ["课证融通课程数"], source: sixTables, since: 2022 },
    { code: "programmes.onlineHours", zh: "网络教学课时", en: "Hours taught online", unit: "课时", nature: "flow", aliases: ["网络教学学时"], source: sixTables, since: 2022 },
    { code: "programmes.textbooks", zh: "选用教材", en: "Textbooks in use", unit: "种", nature: "flow", aliases: ["使用教材种数", "选用教材种数"] },
    { code: "programmes.plannedTextbooks", zh: "其中：国家和省级规划教材", en: "of which approved", unit: "种", nature: "flow", better: "higher", aliases: ["规划教材", "国家规划教材"] },
    { code: "programmes.ownTextbooks", zh: "自编（校本）教材", en: "Written by the school", unit: "种", better: "higher", aliases: ["校本教材", "编写教材数", "自编教材"] },
    { code: "programmes.leaderVisits", zh: "校领导听课", en: "Lessons visited by school leaders", unit: "次", nature: "flow", better: "higher", aliases: ["校领导听课节数", "领导听课"] },
    { code: "programmes.leaderLessons", zh: "校领导上课", en: "Lessons given by school leaders", unit: "课时", nature: "flow", better: "higher", aliases: ["校领导授课"] },
    { code: "programmes.plansRevised", zh: "本年修订人才培养方案的专业", en: "Programmes with a revised plan", unit: "个", nature: "flow", better: "higher", aliases: ["修订人才培养方案", "制定专业建设方案"] },
  ],
};
