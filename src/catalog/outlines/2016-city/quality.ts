/** Chapter 三, 质量保障措施: programmes, reform and contests, how teachers come and grow. */
import { available, belowStandard, chart, paragraph, positive, rises, rows, section, when, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { all, isIn, isTrue } from "../../../core/definition/row.ts";

const designated = isIn("level", "national", "provincial", "cityKey", "cityFeature");

export const programmes = section(
  "quality.programmes",
  "专业布局",
  ["programmes.offered", "programmes.added", "programmes.stopped", "programmes.bridging"],
  paragraph(
    "专业设置围绕地方产业需求调整。",
    "截至{year}年底，{schools}开设专业点{programmes.offered}[，{change programmes.offered}]，分属{programmes.distinct}专业[；年内新增{programmes.added}][；年内停办{programmes.stopped}]。",
    "从专业点的产业构成看，{shares programmes.offered by industrySector}。",
    "对接当地支柱产业的专业{programmes.pillar}，占专业点总数的{programmes.pillarShare}[，{change programmes.pillarShare}]。",
  ),
  paragraph(
    "重点建设以层次带动。",
    "按建设层次分，{list programmes.byLevel by programmeLevel}；重点与特色专业在校生占全部在校生的{programmes.designatedStudents}。",
    "本年新立项建设的专业中，",
    rows("programmes.register", { where: all(isTrue("designatedThisYear"), designated), most: 8 }, "{.organisation}{.name}专业列为{.level}"),
    "。",
    "有合作企业的专业占{programmes.firmCoverage}[，{change programmes.firmCoverage}]。",
  ),
  paragraph("中高职衔接专业{programmes.bridging}[，{change programmes.bridging}][；其中{list programmes.bridging by bridgingKind}]，衔接院校{programmes.partners}，在校生{programmes.studentsBridging}。"),
  paragraph(
    "课程与教材同步规范。",
    "{schools}开设课程{programmes.courseCount}，课程标准覆盖率为{programmes.standardShare}[，{change programmes.standardShare}]；实践教学课时占总课时的{programmes.practiceShare}，国家和省级规划教材使用率为{programmes.textbookShare}。",
    "年内修订人才培养方案的专业{programmes.plansRevised}，建成在线精品课程{programmes.onlineCourses}、专业教学资源库{programmes.resourceLibraries}。",
    "校领导全年听课{programmes.leaderVisits}、上课{programmes.leaderLessons}。",
  ),
  { kind: "crossTable", title: "各专业大类在校生", measure: "programmes.students", down: "programmeGroup" },
  chart("专业点在各专业大类的分布", "bar", { kind: "members", measure: "programmes.byGroup", by: "programmeGroup" }),
  { kind: "registerTable", title: "重点与特色专业", ledger: "programmes.register", columns: ["organisation", "name", "group", "level", "students"], where: all(designated, isIn("state", "running", "new", "dormant")) },
);

const assurance = section(
  "quality.assurance",
  "质量保证",
  ["quality.provincialPrizes", "quality.provincialPrizeRate", "quality.provincialResearchApproved"],
  paragraph(
    "改革工作有计划地推进。",
    "{year}年，本级组织调研、会议、启动和督导等重要工作{quality.milestoneCount}[，其中{list quality.milestoneCount by milestoneKind}]。",
    "主要有：",
    rows("quality.milestones", { own: true, separator: "；", most: 8 }, "{.heldOn}，{.title}[，{.result}]"),
    "。",
  ),
  paragraph(
    "竞赛活动检验教学质量。",
    "在国家级学生竞赛中获奖{quality.nationalPrizes}[，其中{list quality.prizes@level=national by prizeGrade}]。",
    "省级竞赛共获奖{quality.provincialPrizes}[，{change quality.provincialPrizes}]：一等奖{quality.provincialFirst}（{list quality.prizes@level=provincial,prizeGrade=first by contestCategory}）[，{change quality.provincialFirst}]；二等奖{quality.provincialSecond}（{list quality.prizes@level=provincial,prizeGrade=second by contestCategory}）[，{change quality.provincialSecond}]；三等奖{quality.provincialThird}（{list quality.prizes@level=provincial,prizeGrade=third by contestCategory}）[，{change quality.provincialThird}]。",
    "以省级竞赛参赛数为基数，获奖率为{quality.provincialPrizeRate}[，{change quality.provincialPrizeRate}]；一等奖占省级获奖总数的{quality.provincialFirstShare}[，{change quality.provincialFirstShare}]。",
    when(rises("quality.provincialFirstShare"), ["获奖等次好于上年。"]),
  ),
  paragraph(
    "市级竞赛面向各校学生。",
    "来自{quality.participatingUnits}参赛学校的{quality.cityEntrants}学生[（{change quality.cityEntrants}）]在{quality.cityVenues}学校参加了{quality.cityEvents}项目的比赛，项目中{list quality.cityEvents by contestCategory}[，全员化试点项目{quality.cityAllParticipation}]。",
    when(positive("quality.cityEvents"), ["共评出一等奖{quality.cityFirst}、二等奖{quality.citySecond}、三等奖{quality.cityThird}，评出优秀辅导教师{quality.cityTutors}[，优秀组织奖{quality.organisingAwards}]。"]),
    "各校另设校级竞赛项目{quality.schoolEvents}，学生参与率为{quality.schoolParticipation}[，{change quality.schoolParticipation}]。",
  ),
  paragraph(
    "教科研支撑教学改革。",
    "省级立项课题{quality.provincialResearchApproved}[，{change quality.provincialResearchApproved}]，结项{quality.provincialResearchClosed}[，{change quality.provincialResearchClosed}]；各级在研课题{quality.researchRunning}[，其中{list quality.researchRunning by level}]。",
  ),
  paragraph(
    "示范与试点项目带动整体提升。",
    "有效期内的各级荣誉与建设项目{quality.designationCount}，其中省级以上{quality.provincialDesignations}[，{change quality.provincialDesignations}]。",
    "年内新增{quality.newDesignations}，包括",
    rows("quality.designations", { where: isTrue("newThisYear"), most: 8 }, "“{.name}”（{.level}）"),
    "。",
    "各校开展教学检查与诊改{quality.inspections}[，{change quality.inspections}]。",
  ),
  { kind: "crossTable", title: "省级学生竞赛获奖", measure: "quality.prizes", down: "contestCategory", across: "prizeGrade", members: { level: "provincial" } },
  { kind: "crossTable", title: "各级学生竞赛获奖", measure: "quality.prizes", down: "level", across: "prizeGrade" },
  chart("省级学生竞赛获奖等次", "bar", { kind: "measures", measures: ["quality.provincialFirst", "quality.provincialSecond", "quality.provincialThird"] }),
);

const growth = section(
  "quality.teachers",
  "教师培养培训",
  ["teachers.trainingPersonTimes", "teachers.practiceShare", "teachers.hired"],
  paragraph(
    "培训提升业务素质。",
    "{year}年，{schools}教师参加各级培训{teachers.trainingPersonTimes}[，{change teachers.trainingPersonTimes}][；按级别分，{list teachers.trainingPersonTimes by trainingLevel}]，人均{teachers.trainingPerTeacher}。",
    "按类型分，{list teachers.trainingByKind by teacherTrainingKind}。",
    "到企业实践的专任教师{teachers.practiceTeachers}，占{teachers.practiceShare}[，{change teachers.practiceShare}]，人均实践{teachers.practiceDaysEach}。",
  ),
  paragraph(
    "教师补充按计划实施。",
    "年内补充专任教师{teachers.hired}[，{change teachers.hired}][；其中{list teachers.hired by inflowWay}]；按任教类别分，{list teachers.hired by teacherKind}。",
    "补充计划名额{teachers.hireQuota}[，落实财政支持的特聘教师岗{teachers.specialPosts}]，计划完成率（含特聘岗）为{teachers.hireRate}[，{change teachers.hireRate}]。",
    when(belowStandard("teachers.subjectShare"), ["专业课教师比重尚未达到设置标准，补充计划需要进一步向专业课岗位倾斜。"]),
  ),
  paragraph("人才培养计划着眼长远。", "市级遴选重点培养对象{teachers.talentChosen}[，其中{list teachers.talentChosen by talentClass}]，遴选名额完成率为{teachers.talentRate}。"),
  paragraph(
    "师德与班级管理能力以赛促建。",
    "组织或参加的赛事有",
    rows("teachers.contests", { own: true, most: 5 }, "{.name}（{.level}，{.entrants}参赛[，一等奖{.first}][，二等奖{.second}][，三等奖{.third}]）"),
    "。",
    "班主任竞赛共获一等奖{teachers.contestFirst}[、二等奖{teachers.contestSecond}][、三等奖{teachers.contestThird}][，获优秀组织奖{teachers.contestOrganisingAwards}]。",
    when(available("teachers.assessedExcellent"), ["年度考核优秀的教职工{teachers.assessedExcellent}、合格{teachers.assessedPassed}[、不合格{teachers.assessedFailed}]。"]),
  ),
  { kind: "crossTable", title: "教师培训人次", measure: "teachers.trainingByKind", down: "teacherTrainingKind" },
  yearTable("教师培养培训主要指标", "teachers.hired", "teachers.hireRate", "teachers.trainingPersonTimes", "teachers.trainingPerTeacher", "teachers.practiceTeachers", "teachers.practiceShare"),
);

export const quality: OutlineChapter = { code: "quality", title: "质量保障措施", sections: [programmes, assurance, growth] };
