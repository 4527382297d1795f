/** Chapter 四, 校企合作, of a school. */
import { chart, paragraph, section, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { certificates, dualSystem, firmInput, firms, internships } from "../2016-city/partnerships.ts";

const cooperation = section(
  "partnerships.cooperation",
  "校企合作",
  ["partnerships.firmCount", "partnerships.agreementShare"],
  firms,
  firmInput,
  paragraph("全年与企业互访{partnerships.visits}[，{change partnerships.visits}]；国际合作项目{partnerships.internationalCount}[，其中{list partnerships.internationalCount by agreementState}]。"),
  yearTable("校企合作主要指标", "partnerships.firmCount", "partnerships.agreementFirms", "partnerships.agreementShare", "partnerships.firmInput", "partnerships.classCount", "partnerships.classStudents", "partnerships.jointCourses"),
  chart("合作企业的地域分布", "pie", { kind: "members", measure: "partnerships.firmsByPlace", by: "firmPlace" }),
);

const groups = section("partnerships.groups", "集团化办学", ["partnerships.groupsLed"], paragraph("学校牵头职教集团{partnerships.groupsLed}，参与职教集团{partnerships.groupsJoined}[，参与数{change partnerships.groupsJoined}]。"));

export const partnerships: OutlineChapter = { code: "partnerships", title: "校企合作", sections: [cooperation, internships, certificates, dualSystem, groups] };
