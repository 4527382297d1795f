/**
 * The programme for school conditions of 2022 (职业学校办学条件达标工程): nine monitored columns. General schools
 * and technical schools (技工学校) have different lines; arts schools and remote areas follow provincial ones.
 */
import { unverified, verified } from "../../core/definition/source.ts";
import type { Standard } from "../../core/definition/standard.ts";

const general = verified("《职业学校办学条件达标工程实施方案》（教育部等五部门）一般类中等职业学校指标");
const technical = verified("《技工学校设置标准》（人社部发〔2012〕8号），据《职业学校办学条件达标工程实施方案》");
const remembered = unverified("《高级技工学校设置标准》（人社部发〔2012〕8号）");

const technicalSchool = { 类型: "技工学校" } as const;
const seniorTechnicalSchool = { 类型: "高级技工学校" } as const;

export const conditions2022: Standard = {
  code: "conditions-2022",
  zh: "职业学校办学条件达标工程（2022年）",
  en: "School conditions programme of 2022",
  since: 2022,
  lines: [
    { measure: "facilities.landArea", kind: "atLeast", value: "30000", attributes: technicalSchool, source: technical },
    { measure: "facilities.landArea", kind: "atLeast", value: "66000", attributes: seniorTechnicalSchool, source: remembered },
    { measure: "facilities.landArea", kind: "atLeast", value: "40000", except: technicalSchool, source: general },
    { measure: "facilities.landPerStudent", kind: "atLeast", value: "33", except: technicalSchool, source: general },
    { measure: "facilities.buildingArea", kind: "atLeast", value: "18000", attributes: technicalSchool, source: technical },
    { measure: "facilities.buildingArea", kind: "atLeast", value: "24000", except: technicalSchool, source: general },
    { measure: "facilities.buildingPerStudent", kind: "atLeast", value: "20", source: general, note: "一般类与技工学校同为20平方米。" },
    { measure: "teachers.fullTime", kind: "atLeast", value: "60", except: technicalSchool, source: general },
    { measure: "teachers.studentTeacherRatio", kind: "atMost", value: "20", source: general },
    { measure: "facilities.equipmentValue", kind: "atLeast", value: "3000000", except: technicalSchool, source: general, note: "总值300万元以上。" },
    { measure: "facilities.equipmentValuePerStudent", kind: "atLeast", value: "2500", source: general },
    { measure: "facilities.booksPerStudent", kind: "atLeast", value: "30", source: general },
  ],
};
