/** Chapter 九, 主要问题和改进措施: the arithmetic of capacity, problems and measures. */
import { anyRows, belowStandard, both, complete, not, paragraph, positive, rowSections, section, when, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { isTrue, not as rowNot } from "../../../core/definition/row.ts";

const open = { own: true, where: rowNot(isTrue("solved")) };

const problems = section(
  "improvement.problems",
  "存在问题",
  ["improvement.problemCount", "improvement.teacherGap"],
  paragraph(
    "对照招生任务和办学标准，{whole}中等职业教育仍存在规模、师资和条件不相匹配的问题。",
    "上级下达招生任务{students.task}，按{students.schools}学校计算，校均年招生需达到{improvement.intakePerSchool}，对应的校均规模为{improvement.sizeFromTask}；{year}年实际完成招生{students.intake}[，为任务的{students.taskCompletion}]。",
    "规划的校均规模为{improvement.targetSize}，现有校均规模为{improvement.schoolSize}[，{change improvement.schoolSize}]。",
  ),
  paragraph(
    when(
      both(complete("improvement.placesGap"), positive("improvement.placesGap")),
      ["按规划规模测算，{whole}在校生应达到{improvement.plannedEnrolment}，而现有最大办学规模为{facilities.campusCapacity}，缺口为{improvement.placesGap}。"],
      [when(both(complete("improvement.placesGap"), not(positive("improvement.placesGap"))), ["现有最大办学规模{facilities.campusCapacity}，能够容纳规划的{improvement.plannedEnrolment}。"])],
    ),
    when(
      both(complete("improvement.teacherGap"), positive("improvement.teacherGap")),
      [
        "按目标生师比{improvement.targetRatio}计算，规划规模需要专任教师{improvement.teachersNeeded}，现有{teachers.fullTime}，缺口为{improvement.teacherGap}，占需要数的{improvement.teacherGapShare}；仅按现有在校生计算，需要专任教师{improvement.teachersNeededNow}。",
      ],
      [when(both(complete("improvement.teacherGap"), not(positive("improvement.teacherGap"))), ["按目标生师比{improvement.targetRatio}计算，规划规模需要专任教师{improvement.teachersNeeded}，现有专任教师能够满足。"])],
    ),
    when(belowStandard("teachers.subjectShare"), ["专业课教师占专任教师的{teachers.subjectShare}，低于设置标准{standard teachers.subjectShare}的要求，结构性短缺与总量不足并存。"]),
  ),
  yearTable(
    "规模与师资测算",
    "students.task",
    "students.schools",
    "improvement.intakePerSchool",
    "improvement.targetSize",
    "improvement.schoolSize",
    "improvement.plannedEnrolment",
    "facilities.campusCapacity",
    "improvement.teachersNeeded",
    "teachers.fullTime",
    "improvement.teacherGap",
    "improvement.teacherGapShare",
  ),
  paragraph("{year}年台账登记的问题{improvement.problemCount}[，按类别分，{list improvement.problemCount by problemKind}][；已解决{improvement.problemsSolved}]。", when(anyRows("improvement.problems", open), ["未解决的主要问题如下。"])),
  rowSections("improvement.problems", open, ["{.title}"], ["{.description}。[主要原因是{.cause}。]"]),
);

const measures = section(
  "improvement.measures",
  "改进措施",
  ["improvement.measureCount"],
  paragraph("针对上述问题，确定改进措施{improvement.measureCount}[，其中{list improvement.measureCount by measureState}][；已完成措施占{improvement.measuresDoneShare}]。", "各项措施明确责任部门和完成时限，进展纳入下一年度报告。"),
  rowSections("improvement.measures", { own: true }, ["{.title}"], ["[针对“{.problem}”，][{.detail}。]责任部门为{.owner}，完成时限为{.dueOn}，目前状态为{.state}[，佐证材料为{.evidence}]。"]),
);

export const improvement: OutlineChapter = { code: "improvement", title: "主要问题和改进措施", sections: [problems, measures] };
