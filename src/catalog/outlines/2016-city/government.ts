/** Chapter 六, 政府履责: money and policy. */
import { chart, paragraph, rows, section, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { all, isIn, isTrue } from "../../../core/definition/row.ts";

const funding = section(
  "government.funding",
  "经费保障",
  ["funding.surchargeLevied", "funding.surchargeShare", "funding.appropriationPerStudent"],
  paragraph(
    "经费投入以金额和比例两方面反映。",
    "{year}年，{whole}征收教育费附加{funding.surchargeLevied}，用于职业教育{funding.surchargeVocational}，所占比例为{funding.surchargeShare}[，{change funding.surchargeShare}]。",
    "一般公共预算教育支出{funding.educationExpenditure}，其中中等职业教育财政投入{funding.vocationalExpenditure}[，{change funding.vocationalExpenditure}]，占{funding.vocationalShare}[；职业教育专项经费{funding.vocationalSpecial}]。",
  ),
  paragraph(
    "学校经费按来源和用途统计。",
    "各校取得财政拨款{funding.appropriation}[，{change funding.appropriation}][；按来源分，{list funding.appropriation by fundingLevel}]。",
    "生均财政拨款为{funding.appropriationPerStudent}[，{change funding.appropriationPerStudent}]，生均一般公共预算教育事业费为{funding.budgetExpenditurePerStudent}[，{change funding.budgetExpenditurePerStudent}]，生均公用经费为{funding.publicExpenditurePerStudent}。",
    "学校总支出{funding.expenditure}，日常教学经费占{funding.dailyTeachingShare}[，{change funding.dailyTeachingShare}]；教师培训经费占公用经费的{funding.teacherTrainingShare}。",
  ),
  paragraph(
    "建设项目按台账管理。",
    "在册建设项目{funding.projectCount}[，其中{list funding.projectCount by projectState}]；项目总预算{funding.projectBudget}，本年支付{funding.projectPaidThisYear}，累计支付{funding.projectPaid}，资金支付率为{funding.projectPaidShare}[，{change funding.projectPaidShare}]。",
    "年内完工的有",
    rows("funding.projects", { where: isIn("state", "completed"), most: 6 }, "{.name}（总预算{.budget}）"),
    "。",
  ),
  yearTable(
    "经费保障主要指标",
    "funding.surchargeLevied",
    "funding.surchargeVocational",
    "funding.surchargeShare",
    "funding.vocationalExpenditure",
    "funding.appropriation",
    "funding.appropriationPerStudent",
    "funding.budgetExpenditurePerStudent",
    "funding.projectPaidThisYear",
  ),
  { kind: "registerTable", title: "市级建设项目进展", ledger: "funding.projects", columns: ["name", "kind", "state", "budget", "paid", "progress"], own: true },
  chart("学校财政拨款来源", "pie", { kind: "members", measure: "funding.appropriation", by: "fundingLevel" }),
);

const policy = section(
  "government.policy",
  "政策措施",
  ["quality.policiesIssued"],
  paragraph(
    "制度供给围绕重点任务展开。",
    "{year}年，市县两级制定职业教育文件{quality.policiesMade}[，其中{list quality.policiesMade by policyKind}]；年内印发{quality.policiesIssued}[，{change quality.policiesIssued}][；按主题分，{list quality.policiesIssued by policyTopic}]。",
    "市级印发的文件有",
    rows("quality.policies", { own: true, where: all(isTrue("thisYear"), isIn("state", "issued", "completed")), most: 10 }, "《{.title}》[（{.document}）]"),
    "。",
    "尚在起草或待印发的文件有",
    rows("quality.policies", { own: true, where: isIn("state", "drafting", "approved"), most: 6 }, "《{.title}》（{.state}）"),
    "。",
  ),
  paragraph(
    "中高职联动方面，",
    rows("quality.milestones", { own: true, where: isIn("kind", "bridging"), separator: "；", most: 5 }, "{.heldOn}，{.title}[，由{.bodies}组织][，{.result}]"),
    "。",
    "衔接专业在校生{programmes.studentsBridging}，占在校生的{programmes.bridgingStudents}[，{change programmes.bridgingStudents}]。",
  ),
  { kind: "registerTable", title: "市级职业教育政策与规划文件", ledger: "quality.policies", columns: ["title", "kind", "body", "issuedOn", "state"], own: true },
);

export const government: OutlineChapter = { code: "government", title: "政府履责", sections: [funding, policy] };
