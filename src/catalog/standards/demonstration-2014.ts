/**
 * Lines for demonstration schools (示范校) as one province set them in 2014: harder, still quoted, and seen only on
 * a weak host; they apply to schools that carry the attribute 示范校 = 是.
 */
import { unverified } from "../../core/definition/source.ts";
import type { Standard, StandardLine } from "../../core/definition/standard.ts";

const source = unverified("2014年省级示范性中等职业学校建设条件（来源网站可靠性不足）");

function line(measure: string, kind: StandardLine["kind"], value: string, note?: string): StandardLine {
  const demonstration = { measure, kind, value, attributes: { 示范校: "是" }, source };
  return note === undefined ? demonstration : { ...demonstration, note };
}

export const demonstration2014: Standard = {
  code: "demonstration-2014",
  zh: "省级示范性中等职业学校条件（2014年）",
  en: "Provincial demonstration schools, 2014",
  since: 2014,
  lines: [
    line("facilities.landArea", "atLeast", "66667", "100亩。"),
    line("facilities.buildingArea", "atLeast", "70000"),
    line("facilities.equipmentValue", "atLeast", "15000000"),
    line("facilities.equipmentValuePerStudent", "atLeast", "5000"),
    line("teachers.studentTeacherRatio", "atMost", "20", "16—20：1。"),
    line("teachers.doubleQualifiedShare", "atLeast", "80", "占专任专业课教师。"),
    line("teachers.bachelorShare", "atLeast", "90"),
    line("teachers.masterShare", "atLeast", "5"),
    line("teachers.seniorShare", "atLeast", "25"),
    line("attainment.doubleCertificateShare", "atLeast", "90", "双证书获取率。"),
    line("students.enrolled", "atLeast", "4000"),
    line("employment.rate", "atLeast", "95"),
  ],
};
