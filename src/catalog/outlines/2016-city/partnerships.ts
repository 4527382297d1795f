/** Chapter 四, 校企合作: firms, internships, 1+X, dual system and apprenticeships, education groups. */
import { chart, complete, paragraph, positive, rows, section, when, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { all, isIn, isTrue, not, present } from "../../../core/definition/row.ts";

export const firms = paragraph(
  "合作企业按统一社会信用代码去重统计。",
  "截至{year}年底，{schools}有合作企业{partnerships.firmCount}[，{change partnerships.firmCount}]，其中签有协议的{partnerships.agreementFirms}，签约率为{partnerships.agreementShare}[，{change partnerships.agreementShare}]。",
  "按规模分，{list partnerships.firmsByScale by firmScale}。",
  "按地域分，{list partnerships.firmsByPlace by firmPlace}。",
  "作为校外实训基地的合作企业{partnerships.baseFirms}，全年接收实习学生{partnerships.internsTaken}[，派出兼职教师{partnerships.partTimeTeachers}]。",
);

export const firmInput = paragraph(
  "企业投入以协议和到账两个口径反映。",
  "协议投入资金{partnerships.fundsAgreed}，到账{partnerships.fundsReceived}，到账率为{partnerships.receivedShare}[；捐赠和准捐赠设备值{partnerships.equipmentReceived}]。",
  "资金与设备合计{partnerships.firmInput}[，{change partnerships.firmInput}]，生均{partnerships.firmInputPerStudent}。",
  "校企共同开发课程{partnerships.jointCourses}、教材{partnerships.jointTextbooks}，设专业建设指导委员会{partnerships.committees}[，共建研发中心{partnerships.researchCentres}]。",
);

const cooperation = section(
  "partnerships.cooperation",
  "校企合作",
  ["partnerships.firmCount", "partnerships.agreementShare", "partnerships.firmInput"],
  firms,
  paragraph(
    "校企对接常态开展。",
    "全年举办校企对接活动{partnerships.meetingCount}，参加企业{partnerships.meetingFirms}[，达成合作意向{partnerships.meetingIntents}]。",
    "主要有",
    rows("partnerships.meetings", { own: true, most: 5 }, "“{.title}”（{.heldOn}，{.schools}院校与{.firms}企业参加）"),
    "。",
    "各校与企业互访{partnerships.visits}。",
  ),
  paragraph(
    "学习考察与对外交流有针对性地开展。",
    rows("partnerships.delegations", { own: true, separator: "；", most: 5, where: isIn("direction", "out") }, "{.from}起，{.departments}等{.departmentCount}部门赴{.places}，就{.theme}学习考察[，形成《{.report}》]"),
    "。",
    rows("partnerships.delegations", { own: true, separator: "；", most: 5, where: isIn("direction", "in") }, "{.from}，接待{.places}来访，就{.theme}座谈交流"),
    "。",
    "国际合作项目{partnerships.internationalCount}[，其中{list partnerships.internationalCount by agreementState}]。",
    "按年末状态，",
    rows("partnerships.international", { separator: "；", most: 6, where: not(isIn("state", "ended")) }, "{.chineseParty}与{.foreignParty}（{.country}）在{.subject}方面{.state}"),
    "。",
  ),
  firmInput,
  yearTable("校企合作主要指标", "partnerships.firmCount", "partnerships.agreementFirms", "partnerships.agreementShare", "partnerships.firmInput", "partnerships.classCount", "partnerships.classStudents", "partnerships.jointCourses"),
  chart("合作企业的地域分布", "pie", { kind: "members", measure: "partnerships.firmsByPlace", by: "firmPlace" }),
);

export const internships = section(
  "partnerships.internships",
  "学生实习",
  ["internships.students", "internships.agreementRate", "internships.insuredRate", "internships.matchedRate"],
  paragraph(
    "实习管理落实到协议、保险和巡访。",
    "{year}年，{schools}安排学生实习{internships.students}[，{change internships.students}][；其中{list internships.students by internshipKind}]；实习单位{internships.firms}，涉及{internships.programmes}专业，共{internships.batchCount}。",
    "三方协议签订率为{internships.agreementRate}[，{change internships.agreementRate}]，实习责任险投保率为{internships.insuredRate}[，{change internships.insuredRate}]，实习对口率为{internships.matchedRate}[，{change internships.matchedRate}][；自行选择实习单位的学生占{internships.selfShare}]。",
  ),
  paragraph(
    "实习前有培训、实习中有巡访、实习后有考核。",
    "现有实习管理制度{internships.rules}，实地考察实习单位{internships.inspected}，实习前培训{internships.trained}，派出指导教师{internships.teachers}，企业指导人员{internships.mentors}，全年巡访{internships.visits}，批均{internships.visitsPerBatch}。",
    "实习考核合格率为{internships.passRate}，优良率为{internships.excellentRate}。",
    when(
      positive("internships.odd"),
      ["对照实习管理规定，有夜班、加班、高风险岗位或收费等情形的实习批次{internships.odd}，占{internships.oddShare}，已列入整改。"],
      [when(positive("internships.batchCount"), ["对照实习管理规定逐批核查，未发现安排夜班、加班、高风险岗位或向学生收费的情形。"])],
    ),
    when(positive("internships.underpaid"), ["实习报酬低于同岗位试用期工资80%的批次{internships.underpaid}，需督促企业纠正。"]),
    when(positive("internships.accidents"), ["发生实习安全事故{internships.accidents}。"], [when(positive("internships.batchCount"), ["全年未发生实习安全事故。"])]),
  ),
  yearTable("学生实习主要指标", "internships.students", "internships.firms", "internships.agreementRate", "internships.insuredRate", "internships.matchedRate", "internships.visits", "internships.passRate"),
);

export const certificates = section(
  "partnerships.certificates",
  "1+X证书制度试点",
  ["quality.certificatePilotSchools", "programmes.certificatePilots", "attainment.onePlusXPassed"],
  paragraph(
    "1+X证书制度试点学校{quality.certificatePilotSchools}[，{change quality.certificatePilotSchools}]，试点专业{programmes.certificatePilots}[，占专业点总数的{programmes.certificateShare}]。",
    "试点专业与证书对应关系为：",
    rows("programmes.register", { where: present("certificate"), most: 8 }, "{.organisation}{.name}专业（{.certificate}）"),
    "。",
    "全年参加证书考核{attainment.onePlusXEntrants}，取得证书{attainment.onePlusXPassed}，通过率为{attainment.onePlusXPassRate}[，{change attainment.onePlusXPassRate}]。",
  ),
  paragraph("列入试点的项目有", rows("quality.designations", { where: isIn("kind", "onePlusX"), most: 6 }, "“{.name}”（{.level}，{.grantedOn}由{.body}批准）"), "。"),
);

const dualKinds = isIn("kind", "dual", "apprenticeship");

export const dualSystem = section(
  "partnerships.dualSystem",
  "双元制与现代学徒制试点",
  ["partnerships.dualPilotSchools", "partnerships.dualClasses", "partnerships.apprentices"],
  paragraph(
    "双元制试点学校{partnerships.dualPilotSchools}[，{change partnerships.dualPilotSchools}]",
    when(complete("partnerships.dualSchoolShare"), ["[，占中职学校的{partnerships.dualSchoolShare}]"]),
    "，双元制与现代学徒制专业{programmes.dualSystem}。",
    "各类校企合作班共{partnerships.classCount}[，{change partnerships.classCount}][；其中{list partnerships.classCount by classKind}]；合作班在读学生{partnerships.classStudents}，参与企业{partnerships.classFirms}。",
    "签订学徒协议的学生{partnerships.apprentices}，双元制与学徒制学生占在校生的{partnerships.dualStudentShare}。",
    "订单培养学生占在校生的{partnerships.orderStudentShare}[，{change partnerships.orderStudentShare}]。",
  ),
  paragraph("试点班的具体情况是：", rows("partnerships.classes", { where: dualKinds, separator: "；", most: 6 }, "{.organisation}与{.firm}开办“{.name}”，在读学生{.students}"), "。"),
  { kind: "registerTable", title: "双元制与现代学徒制班", ledger: "partnerships.classes", columns: ["organisation", "name", "kind", "firm", "startedOn", "students"], where: dualKinds },
);

const groups = section(
  "partnerships.groups",
  "集团化办学",
  ["partnerships.groupCount"],
  paragraph(
    "职业教育集团{partnerships.groupCount}[，{change partnerships.groupCount}][；按牵头单位分，{list partnerships.groupCount by leaderKind}]；年内组建或调整{partnerships.groupsNew}。",
    "各集团成员学校合计{partnerships.groupSchools}、成员企业合计{partnerships.groupFirms}（同一成员参加多个集团的分别计入），平均每个集团有成员企业{partnerships.firmsPerGroup}。",
    "年内组建或调整的集团有",
    rows("partnerships.groups", { own: true, where: isTrue("newThisYear"), most: 8 }, "{.name}（牵头单位{.leader}）"),
    "。",
  ),
  paragraph("推进产教融合的文件有", rows("quality.policies", { own: true, where: all(isIn("topic", "integration"), not(isIn("state", "repealed"))), most: 6 }, "《{.title}》（{.state}）"), "。"),
  { kind: "registerTable", title: "职业教育集团", ledger: "partnerships.groups", columns: ["name", "leader", "leaderKind", "schools", "firms"], own: true },
);

export const partnerships: OutlineChapter = { code: "partnerships", title: "校企合作", sections: [cooperation, internships, certificates, dualSystem, groups] };
