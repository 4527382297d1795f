/** Chapter 八, 学校党建工作情况: organisations and members, education, discipline. */
import { available, chart, paragraph, positive, rows, section, when, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { isIn } from "../../../core/definition/row.ts";

export const organisation = section(
  "party.organisation",
  "组织建设",
  ["party.branches", "party.members"],
  paragraph(
    "截至{year}年底，{schools}有基层党委和党总支{party.committees}、党支部{party.branches}[，支部数{change party.branches}]，党员{party.members}[，{change party.members}]。",
    "党员中，在职教职工{party.staffMembers}，占教职工总数的{party.staffMemberShare}[；学生党员{party.studentMembers}][；离退休党员{party.retiredMembers}]。",
    "当年发展党员{party.admitted}[，{change party.admitted}]，有入党积极分子{party.activists}。",
    "录入全国党员信息库的党员占{party.recordCoverage}[，{change party.recordCoverage}]，支部平均有党员{party.membersPerBranch}。",
  ),
  yearTable("党组织与党员情况", "party.committees", "party.branches", "party.members", "party.staffMembers", "party.admitted", "party.activists"),
);

export const education = section(
  "party.education",
  "学习教育",
  ["party.activitySessions"],
  paragraph(
    "组织生活制度化、经常化。",
    "全年开展党建活动{party.activitySessions}[，{change party.activitySessions}][；其中{list party.activitySessions by partyActivity}]，参加{party.activityPersonTimes}；支部平均活动{party.sessionsPerBranch}。",
    "参加人次较多的主题教育活动有",
    rows("party.activities", { where: isIn("kind", "themeEducation"), largestBy: "personTimes", most: 4 }, "{.organisation}“{.title}”（{.sessions}，{.personTimes}）"),
    "。",
    "党员培训{party.trainingPersonTimes}，党员人均培训{party.trainingPerMember}[，{change party.trainingPerMember}]。",
  ),
  chart("党建活动场次", "bar", { kind: "members", measure: "party.activitySessions", by: "partyActivity" }),
);

export const discipline = section(
  "party.discipline",
  "从严管理",
  ["party.responsibilityLists"],
  paragraph(
    "全面从严治党责任压实到支部。",
    "逐级建立主体责任与廉政风险清单{party.responsibilityLists}，设领导干部责任联系点{party.contactPoints}，当年制定修订党建制度{party.rules}[，{change party.rules}]。",
    "开展党风廉政约谈{party.activitySessions@partyActivity=talks}[、党章党规党纪教育{party.activitySessions@partyActivity=discipline}]。",
    "获得党建表彰{party.awards}[，其中{list party.awards by honourLevel}]。",
    when(positive("party.sanctioned"), ["受党纪处分的党员{party.sanctioned}，占党员总数的{party.sanctionedPerMille}。"], [when(available("party.sanctioned"), ["全年没有党员受到党纪处分。"])]),
  ),
);

export const party: OutlineChapter = { code: "party", title: "学校党建工作情况", sections: [organisation, education, discipline] };
