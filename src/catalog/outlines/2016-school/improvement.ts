/** Chapter 九, 主要问题和改进措施, of a school: its own register of problems and measures. */
import { anyRows, belowStandard, paragraph, rowSections, section, when } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { isTrue, not } from "../../../core/definition/row.ts";

const open = { own: true, where: not(isTrue("solved")) };

const problems = section(
  "improvement.problems",
  "存在问题",
  ["improvement.problemCount"],
  paragraph(
    "对照办学标准，学校还有差距。",
    when(belowStandard("teachers.subjectShare"), ["专业课教师占专任教师的{teachers.subjectShare}，低于设置标准{standard teachers.subjectShare}的要求。"]),
    when(belowStandard("teachers.studentTeacherRatio"), ["生师比为{teachers.studentTeacherRatio}，高于设置标准{standard teachers.studentTeacherRatio}的上限。"]),
    when(belowStandard("facilities.booksPerStudent"), ["生均图书{facilities.booksPerStudent}，低于设置标准{standard facilities.booksPerStudent}的要求。"]),
    when(belowStandard("facilities.equipmentValuePerStudent"), ["生均教学仪器设备值{facilities.equipmentValuePerStudent}，低于设置标准{standard facilities.equipmentValuePerStudent}的要求。"]),
    when(belowStandard("facilities.buildingPerStudent"), ["生均校舍建筑面积{facilities.buildingPerStudent}，低于设置标准{standard facilities.buildingPerStudent}的要求。"]),
  ),
  paragraph("{year}年台账登记的问题{improvement.problemCount}[，按类别分，{list improvement.problemCount by problemKind}][；已解决{improvement.problemsSolved}]。", when(anyRows("improvement.problems", open), ["未解决的主要问题如下。"])),
  rowSections("improvement.problems", open, ["{.title}"], ["{.description}。[主要原因是{.cause}。]"]),
);

const measures = section(
  "improvement.measures",
  "改进措施",
  ["improvement.measureCount"],
  paragraph("针对上述问题，确定改进措施{improvement.measureCount}[，其中{list improvement.measureCount by measureState}]。"),
  rowSections("improvement.measures", { own: true }, ["{.title}"], ["[针对“{.problem}”，][{.detail}。]责任部门为{.owner}，完成时限为{.dueOn}，目前状态为{.state}[，佐证材料为{.evidence}]。"]),
);

export const improvement: OutlineChapter = { code: "improvement", title: "主要问题和改进措施", sections: [problems, measures] };
