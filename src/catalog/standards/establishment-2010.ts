/**
 * The establishment standard of 2010 (教职成〔2010〕12号). Lines whose wording we saw only in memory are marked
 * unverified. The trial version of 2001 (960 / 600 students) still circulates and is not this one.
 */
import { unverified, verified } from "../../core/definition/source.ts";
import type { Standard } from "../../core/definition/standard.ts";

const citation = "《中等职业学校设置标准》（教职成〔2010〕12号）";
const seen = verified(citation);
const remembered = unverified(citation);

export const establishment2010: Standard = {
  code: "establishment-2010",
  zh: "中等职业学校设置标准（2010年）",
  en: "Establishment standard of 2010",
  since: 2010,
  lines: [
    { measure: "students.enrolled", kind: "atLeast", value: "1200", source: remembered, note: "学历教育在校生；2001年试行版的960人已废止。" },
    { measure: "teachers.fullTime", kind: "atLeast", value: "60", source: seen },
    { measure: "teachers.studentTeacherRatio", kind: "atMost", value: "20", source: seen, note: "原文写“师生比达到1：20”。" },
    { measure: "teachers.bachelorShare", kind: "atLeast", value: "100", source: remembered, note: "专任教师学历达到国家规定，按本科理解。" },
    { measure: "teachers.seniorShare", kind: "atLeast", value: "20", source: seen },
    { measure: "teachers.subjectShare", kind: "atLeast", value: "50", source: seen, note: "专业教师不低于本校专任教师数的50%。" },
    { measure: "teachers.doubleQualifiedShare", kind: "atLeast", value: "30", source: seen, note: "按条文位置理解为占专业课教师；条文本身有歧义。" },
    { measure: "teachers.partTimeShareOfFullTime", kind: "atLeast", value: "20", source: remembered, note: "“约20%”，基数是专任教师；按专业课教师计算会高估。" },
    { measure: "facilities.landArea", kind: "atLeast", value: "40000", except: { 类型: "技工学校" }, source: seen, note: "新建学校，不含教职工宿舍和相对独立的附属机构。" },
    { measure: "facilities.landPerStudent", kind: "atLeast", value: "33", except: { 类型: "技工学校" }, source: seen },
    { measure: "facilities.buildingArea", kind: "atLeast", value: "24000", except: { 类型: "技工学校" }, source: seen },
    { measure: "facilities.buildingPerStudent", kind: "atLeast", value: "20", source: seen },
    { measure: "facilities.trackLength", kind: "atLeast", value: "200", source: remembered, note: "200米以上环形跑道。" },
    { measure: "facilities.booksPerStudent", kind: "atLeast", value: "30", source: seen, note: "印刷图书；电子图书不计入。" },
    { measure: "facilities.periodicals", kind: "atLeast", value: "80", source: seen },
    { measure: "facilities.teacherReadingSeatShare", kind: "atLeast", value: "20", source: seen, note: "教师阅览座位不少于专任教师总数的20%。" },
    { measure: "facilities.studentReadingSeatShare", kind: "atLeast", value: "10", source: seen, note: "学生阅览座位不少于学生总数的10%。" },
    { measure: "facilities.equipmentValuePerStudent", kind: "atLeast", value: "3000", attributes: { 专业类别: "工科类" }, source: remembered },
    { measure: "facilities.equipmentValuePerStudent", kind: "atLeast", value: "3000", attributes: { 专业类别: "医药类" }, source: remembered },
    { measure: "facilities.equipmentValuePerStudent", kind: "atLeast", value: "2500", source: seen, note: "工科类和医药类专业为3000元。" },
    { measure: "facilities.computersPer100Students", kind: "atLeast", value: "15", source: remembered },
  ],
};
