/** Chapter 三, 质量保障措施, of a school. */
import { chart, paragraph, rows, section, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { isTrue } from "../../../core/definition/row.ts";
import { programmes } from "../2016-city/quality.ts";

const assurance = section(
  "quality.assurance",
  "质量保证",
  ["quality.prizeRate", "quality.inspections"],
  paragraph(
    "竞赛活动检验教学质量。",
    "{year}年，学生参加各级竞赛的作品（队）{quality.entries}，获奖{quality.prizes}[，{change quality.prizes}]，获奖率为{quality.prizeRate}[，{change quality.prizeRate}]。",
    "按级别分，{list quality.prizes by level}；按等次分，{list quality.prizes by prizeGrade}。",
    "校级竞赛设项目{quality.schoolEvents}，学生参与率为{quality.schoolParticipation}[，{change quality.schoolParticipation}]。",
  ),
  paragraph(
    "教科研支撑教学改革。",
    "年内立项课题{quality.researchApproved}[，{change quality.researchApproved}]，结项{quality.researchClosed}；在研课题{quality.researchRunning}[，其中{list quality.researchRunning by level}]。",
    "年内新增荣誉与建设项目{quality.newDesignations}，包括",
    rows("quality.designations", { own: true, where: isTrue("newThisYear"), most: 8 }, "“{.name}”（{.level}）"),
    "。",
    "开展教学检查与诊改{quality.inspections}[，{change quality.inspections}]。",
  ),
  { kind: "crossTable", title: "学生竞赛获奖", measure: "quality.prizes", down: "level", across: "prizeGrade" },
  chart("学生竞赛获奖的类别构成", "bar", { kind: "members", measure: "quality.prizes", by: "contestCategory" }),
);

const growth = section(
  "quality.teachers",
  "教师培养培训",
  ["teachers.trainingPersonTimes", "teachers.practiceShare"],
  paragraph(
    "{year}年，教师参加各级培训{teachers.trainingPersonTimes}[，{change teachers.trainingPersonTimes}][；按级别分，{list teachers.trainingPersonTimes by trainingLevel}]，人均{teachers.trainingPerTeacher}。",
    "按类型分，{list teachers.trainingByKind by teacherTrainingKind}。",
    "到企业实践的专任教师{teachers.practiceTeachers}，占{teachers.practiceShare}[，{change teachers.practiceShare}]，人均实践{teachers.practiceDaysEach}。",
    "专任教师平均周课时为{teachers.weeklyHoursEach}[，{change teachers.weeklyHoursEach}]。",
  ),
  paragraph(
    "年内补充专任教师{teachers.hired}[，{change teachers.hired}][；其中{list teachers.hired by inflowWay}][，另落实特聘教师岗{teachers.specialPosts}]。",
    "年度考核优秀的教职工{teachers.assessedExcellent}、合格{teachers.assessedPassed}[、不合格{teachers.assessedFailed}]。",
  ),
  yearTable("教师培养培训主要指标", "teachers.hired", "teachers.trainingPersonTimes", "teachers.trainingPerTeacher", "teachers.practiceTeachers", "teachers.practiceShare", "teachers.weeklyHoursEach"),
);

export const quality: OutlineChapter = { code: "quality", title: "质量保障措施", sections: [programmes, assurance, growth] };
