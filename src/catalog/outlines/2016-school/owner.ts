/** Chapter 六, 举办者履责: what the school's owner pays, and the school's projects. */
import { chart, paragraph, section, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";

const funding = section(
  "owner.funding",
  "经费保障",
  ["funding.appropriationPerStudent", "funding.dailyTeachingShare"],
  paragraph(
    "{year}年，学校总收入{funding.income}，其中财政拨款{funding.appropriation}[，{change funding.appropriation}]；财政拨款按来源分，{list funding.appropriation by fundingLevel}。",
    "生均财政拨款为{funding.appropriationPerStudent}[，{change funding.appropriationPerStudent}]，生均公用经费为{funding.publicExpenditurePerStudent}[，{change funding.publicExpenditurePerStudent}]。",
    "总支出{funding.expenditure}，日常教学经费占{funding.dailyTeachingShare}[，{change funding.dailyTeachingShare}]；教师培训经费占公用经费的{funding.teacherTrainingShare}。",
    "教学改革经费{funding.teachingReform}，教科研经费{funding.research}，实习专项经费{funding.internship}[，其中实习责任保险{funding.internshipInsurance}]。",
    "年末负债{funding.liabilities}[，其中银行贷款{funding.loans}]，相当于年收入的{funding.liabilityShare}。",
  ),
  yearTable("经费主要指标", "funding.income", "funding.appropriation", "funding.appropriationPerStudent", "funding.expenditure", "funding.publicExpenditurePerStudent", "funding.dailyTeachingShare"),
  chart("财政拨款来源", "pie", { kind: "members", measure: "funding.appropriation", by: "fundingLevel" }),
);

const projects = section(
  "owner.projects",
  "建设项目",
  ["funding.projectCount"],
  paragraph(
    "在册建设项目{funding.projectCount}[，其中{list funding.projectCount by projectState}]；总预算{funding.projectBudget}，本年支付{funding.projectPaidThisYear}，累计支付{funding.projectPaid}，资金支付率为{funding.projectPaidShare}。",
  ),
  { kind: "registerTable", title: "建设项目进展", ledger: "funding.projects", columns: ["name", "kind", "state", "budget", "paid", "progress"], own: true },
);

export const owner: OutlineChapter = { code: "owner", title: "举办者履责", sections: [funding, projects] };
