/** Reading: indicators with their traces, the report with its figures, and the auditor. */
import { z } from "zod";
import type { IndicatorLine } from "../../app/indicators.ts";
import type { ExplainedFigure, PrintedReport } from "../../app/printed-report.ts";
import type { AuditJson } from "../../core/auditing/result-json.ts";
import { type Endpoints, organisationCode, plain, yearText } from "./endpoint.ts";

const scope = z.object({ acceptedOnly: z.enum(["true", "false"]).default("true") });
/** Of an audit: whose data to tie the figures with (none: the text alone); last year's report may come beside it in the field "prior". */
const auditRequest = z.object({
  organisation: organisationCode.optional(),
  year: yearText.optional(),
  acceptedOnly: z.enum(["true", "false"]).default("false"),
  lang: z.enum(["zh", "en"]).default("zh"),
});
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const readingEndpoints = {
  "GET /api/figures/{organisation}/{year}": {
    summary: "指标：值、上年、增减、标准",
    policy: "view",
    validated: true,
    query: scope,
    response: z.array(plain<IndicatorLine>("指标")),
  },
  "GET /api/figures/{organisation}/{year}/{code}": {
    summary: "一个指标及其溯源，直到学校的单元格",
    policy: "view",
    query: scope,
    response: z.object({ line: plain<IndicatorLine>("指标"), names: z.record(z.string(), z.string()) }),
  },
  "GET /api/reports/{organisation}/{year}": {
    summary: "报告正文与其数字（溯源另取）；known 与现在的 hash 相同时 report 为 null",
    policy: "view",
    query: scope.extend({ known: z.string().optional() }),
    response: z.object({ hash: z.string(), report: plain<PrintedReport>("报告").nullable() }),
  },
  "GET /api/reports/{organisation}/{year}/figures/{figure}": {
    summary: "报告中一个数字：溯源、上年、增减",
    policy: "view",
    query: scope,
    response: plain<ExplainedFigure>("数字与溯源"),
  },
  "GET /api/reports/{organisation}/{year}/report.docx": { summary: "报告 .docx", policy: "view", query: scope, response: { file: docx } },
  "GET /api/reports/{organisation}/{year}/report.pdf": {
    summary: "报告 .pdf",
    policy: "view",
    query: scope,
    response: { file: "application/pdf" },
  },
  "GET /api/reports/{organisation}/{year}/report.html": {
    summary: "报告网页",
    policy: "view",
    query: scope,
    response: { file: "text/html" },
  },
  "POST /api/audits": {
    summary: "审核任意报告（.docx .pdf .html .txt .md）：不保存；与本市数据核对时给出机构",
    policy: "signedIn",
    upload: true,
    besides: ["prior"],
    body: auditRequest,
    response: z.object({ text: z.string(), audit: plain<AuditJson>("审核结果") }),
  },
  "POST /api/audits/comments.docx": {
    summary: "带批注的原 .docx",
    policy: "signedIn",
    upload: true,
    besides: ["prior"],
    body: auditRequest,
    response: { file: docx },
  },
  "POST /api/audits/page.html": {
    summary: "审核结果网页（单文件）",
    policy: "signedIn",
    upload: true,
    besides: ["prior"],
    body: auditRequest,
    response: { file: "text/html" },
  },
} satisfies Endpoints;
