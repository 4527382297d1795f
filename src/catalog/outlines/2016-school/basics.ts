/** Chapter 一, 基本情况, of a school: its students; facilities and teachers are told as for a city. */
import { chart, paragraph, rows, section, standardTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { facilities, teachers } from "../2016-city/basics.ts";

const scale = section(
  "basics.scale",
  "规模和结构",
  ["students.enrolled", "students.intake", "students.retention", "programmes.offered"],
  paragraph(
    "截至{year}年底，{organisation}学历教育在校生{students.enrolled}[，{change students.enrolled}][；分年级看，{list students.enrolled by grade}]。",
    "女生{students.enrolled@gender=female}，占在校生的{students.femaleShare}；寄宿生{students.boarders}，占{students.boarderShare}；农村户籍学生{students.rural}，占{students.ruralShare}。",
    "学校开设专业点{programmes.offered}[，其中{list programmes.offered by industrySector}]。",
  ),
  paragraph(
    "{year}年完成学历招生{students.intake}[，{change students.intake}][，{growth students.intake}][；按学历教育类别分，{list students.intake by schooling}]。",
    "主管部门下达的招生计划为{students.plannedIntake}，计划完成率为{students.planCompletion}[，{change students.planCompletion}]。",
    "另有技工学历招生{students.technicalIntake}，不计入上述招生数。",
  ),
  paragraph(
    "上年末在校生{students.opening}，年内招收新生{students.newByGender}[、转入与复学{students.transferredIn}]，毕业{students.graduatedByGender}、离校{students.left}，年末在校生{students.enrolled}。",
    "离校学生按原因分，{list students.leftByReason by leaveReason}。",
    "以上年末在校生为基数，巩固率为{students.retention}[，{change students.retention}]，其中一年级{students.retentionOne}、二年级{students.retentionTwo}、三年级及以上{students.retentionThree}。",
  ),
  paragraph(
    "全年开展招生宣传活动{students.publicityEvents}[，{change students.publicityEvents}]，参加{students.publicityParticipants}。",
    "主要有",
    rows("students.publicity", { own: true, most: 4 }, "“{.title}”（{.heldOn}，{.participants}参加）"),
    "。",
  ),
  standardTable("学校规模主要指标", "students.enrolled", "students.intake", "students.planCompletion", "students.left", "students.retention", "students.femaleShare", "programmes.offered"),
  chart("在校生年级构成", "pie", { kind: "members", measure: "students.enrolled", by: "grade" }),
);

export const basics: OutlineChapter = { code: "basics", title: "基本情况", sections: [scale, facilities, teachers] };
