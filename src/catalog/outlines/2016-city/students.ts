/** Chapter 二, 学生发展: what students learn, how they live, who helps them, where they go. */
import { available, chart, paragraph, positive, rises, rows, section, standardTable, when, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";

export const attainment = section(
  "students.attainment",
  "学生素质",
  ["attainment.culturalPassRate", "attainment.skillPassRate", "attainment.fitnessPassRate", "attainment.graduationRate", "attainment.certificateShare"],
  paragraph(
    "德育工作以活动为载体。",
    "{year}年，{schools}开展德育活动{attainment.moralSessions}[，{change attainment.moralSessions}][；其中{list attainment.moralSessions by moralKind}]，参加{attainment.moralPersonTimes}。",
    "参加人数较多的活动有",
    rows("attainment.moralActivities", { most: 4, largestBy: "personTimes" }, "{.organisation}“{.title}”（{.heldOn}，{.personTimes}）"),
    "。",
    "{schools}建有学生社团{attainment.clubs}，参加社团的学生占在校生的{attainment.clubShare}；注册志愿者{attainment.volunteers}，全年志愿服务{attainment.volunteerHours}。",
    "操行评定优良率为{attainment.conductGoodShare}[，{change attainment.conductGoodShare}]，受违纪处分学生{attainment.violations}。",
  ),
  paragraph(
    "学业质量方面，文化课合格率为{attainment.culturalPassRate}[，{change attainment.culturalPassRate}]，专业技能合格率为{attainment.skillPassRate}[，{change attainment.skillPassRate}]。",
    "参加体质测评的学生{attainment.fitnessTested}，合格率为{attainment.fitnessPassRate}[，{change attainment.fitnessPassRate}]，参测率为{attainment.fitnessCoverage}。",
    "市级组织的文化课质量检测合格率为{attainment.cityPassRate}[，{change attainment.cityPassRate}]。",
    "应届应毕业生{students.cohortDue}，按期毕业{students.graduated}，毕业率为{attainment.graduationRate}[，{change attainment.graduationRate}]；若以三年前招生数为基数，毕业率为{attainment.cohortGraduationRate}，两种基数不可混用。",
  ),
  paragraph(
    "毕业生中，取得职业资格（等级）证书的{attainment.certified}，获取率为{attainment.certificateShare}[，{change attainment.certificateShare}]；取得双证书的{attainment.doubleCertified}，占毕业生总数的{attainment.doubleCertificateShare}。",
    when(available("attainment.seriousAccidents"), ["全年组织安全应急演练{attainment.safetyDrills}，", when(positive("attainment.seriousAccidents"), ["发生安全责任事故{attainment.seriousAccidents}。"], ["未发生安全责任事故。"])]),
  ),
  yearTable(
    "学生素质主要指标",
    "attainment.culturalPassRate",
    "attainment.skillPassRate",
    "attainment.fitnessPassRate",
    "attainment.graduationRate",
    "attainment.cohortGraduationRate",
    "attainment.certificateShare",
    "attainment.doubleCertificateShare",
    "attainment.conductGoodShare",
  ),
);

const satisfactionItems = [
  "attainment.satisfiedTheory",
  "attainment.satisfiedPractice",
  "attainment.satisfiedCampus",
  "attainment.satisfiedLife",
  "attainment.satisfiedSafety",
  "attainment.satisfiedGuidance",
  "attainment.satisfiedOverall",
] as const;

export const life = section(
  "students.life",
  "在校体验",
  ["attainment.satisfiedOverall"],
  paragraph(
    "面向在校生的满意度调查设非常满意、基本满意、不满意三档，前两档合计为满意。",
    "调查结果显示，总体满意度为{attainment.satisfiedOverall}[，{change attainment.satisfiedOverall}]。",
    "分项看，理论学习{attainment.satisfiedTheory}，专业学习与实训{attainment.satisfiedPractice}，校园文化与社团{attainment.satisfiedCampus}，生活服务{attainment.satisfiedLife}，校园安全{attainment.satisfiedSafety}，就业与成长指导{attainment.satisfiedGuidance}。",
    when(rises("attainment.satisfiedOverall"), ["学生对学习和生活的评价好于上年。"]),
  ),
  chart("在校生分项满意度", "bar", { kind: "measures", measures: [...satisfactionItems] }),
);

export const aid = section(
  "students.aid",
  "资助情况",
  ["attainment.aidRecipients", "attainment.aidAmount"],
  paragraph(
    "学生资助按人次和金额统计。",
    "在校生中有家庭经济困难学生{attainment.poorStudents}；{year}年共资助学生{attainment.aidRecipients}，减免和发放资金{attainment.aidAmount}[，{change attainment.aidAmount}]，人均{attainment.aidPerRecipient}。",
    "从受助人次看，{list attainment.aidRecipients by aidKind}；享受免学费政策的学生占在校生的{attainment.tuitionWaiverShare}。",
  ),
  { kind: "crossTable", title: "各类资助金额", measure: "attainment.aidAmount", down: "aidKind" },
);

export const employment = section(
  "students.employment",
  "就业质量",
  ["employment.graduates", "employment.rate", "employment.furtherStudy", "employment.matchedRate", "employment.averagePay"],
  paragraph(
    "就业创业教育面向全体学生。",
    "{schools}开设就业创业课程{employment.courses}，修读学生占在校生的{employment.courseShare}，配备就业指导教师{employment.advisers}。",
    "全年举办就业创业活动{employment.eventCount}[，{change employment.eventCount}][；其中{list employment.eventCount by guidanceKind}]，参加学生{employment.eventParticipants}[，招聘会到会企业{employment.fairFirms}]。",
  ),
  paragraph(
    "{year}年，{whole}共有中职毕业生{employment.graduates}[，{change employment.graduates}]，就业人数（含升学）{employment.employed}，就业率为{employment.rate}[，{change employment.rate}]。",
    "就业人数中，直接就业{employment.direct}、升学{employment.furtherStudy}[、参军入伍{employment.army}][、自主创业{employment.business}]。",
    "升学人数占就业人数的{employment.furtherStudyShare}[，{change employment.furtherStudyShare}]，占毕业生总数的{employment.furtherStudyRate}；按途径分，{list employment.furtherStudy by furtherStudyKind}。",
    "升入本科院校{employment.furtherStudyByLevel@furtherStudyLevel=undergraduate}，占升学人数的{employment.undergraduateShare}。",
    when(rises("employment.furtherStudyShare"), ["升学比重上升，毕业生继续学习的通道进一步拓宽。"]),
  ),
  paragraph(
    "直接就业的毕业生中，对口就业{employment.matched}，对口就业率为{employment.matchedRate}[，{change employment.matchedRate}]。",
    "从就业去向看[，按产业分，{list employment.bySector by industrySector}]；按地域分，{list employment.byPlace by jobPlace}，本市就业占{employment.localShare}。",
    "劳动合同签订率为{employment.contractRate}，社会保险参保率为{employment.insuredShare}；合作企业接收{employment.atPartnerFirms}，占直接就业人数的{employment.partnerFirmShare}。",
    "毕业半年后仍在岗的占跟踪人数的{employment.stableRate}[，{change employment.stableRate}]。",
  ),
  paragraph("对{number employment.paySample}名直接就业毕业生的起薪调查显示，初次就业月收入平均为{employment.averagePay}[，{change employment.averagePay}]，调查覆盖直接就业人数的{employment.payCoverage}。"),
  standardTable(
    "毕业生就业主要指标",
    "employment.graduates",
    "employment.employed",
    "employment.rate",
    "employment.direct",
    "employment.furtherStudy",
    "employment.furtherStudyShare",
    "employment.matchedRate",
    "employment.stableRate",
    "employment.averagePay",
  ),
  chart("毕业生去向", "bar", { kind: "measures", measures: ["employment.direct", "employment.furtherStudy", "employment.army", "employment.business", "employment.unemployed"] }),
  chart("直接就业毕业生的产业分布", "pie", { kind: "members", measure: "employment.bySector", by: "industrySector" }),
);

export const students: OutlineChapter = { code: "students", title: "学生发展", sections: [attainment, life, aid, employment] };
