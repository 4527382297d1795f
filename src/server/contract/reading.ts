/** Reading: indicators with their traces, the report with its figures, and the auditor. */
import { z } from "zod";
import type { IndicatorLine } from "../../app/indicators.ts";
import type { AuditJson } from "../../core/auditing/result-json.ts";
import type { Report } from "../../core/reporting/report.ts";
import { type Endpoints, plain } from "./endpoint.ts";

const scope = z.object({ acceptedOnly: z.enum(["true", "false"]).default("true") });
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const readingEndpoints = {
  "GET /api/figures/{organisation}/{year}": {
    summary: "指标：值、上年、增减、标准",
    policy: "view",
    query: scope,
    response: z.array(plain<IndicatorLine>("指标")),
  },
  "GET /api/figures/{organisation}/{year}/{code}": {
    summary: "一个指标及其溯源，直到学校的单元格",
    policy: "view",
    query: scope,
    response: z.object({ line: plain<IndicatorLine>("指标"), names: z.record(z.string(), z.string()) }),
  },
  "GET /api/reports/{organisation}/{year}": { summary: "报告正文与其数字", policy: "view", query: scope, response: plain<Report>("报告") },
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
    body: z.object({ organisation: z.string().optional(), year: z.string().optional() }),
    response: z.object({ text: z.string(), audit: plain<AuditJson>("审核结果") }),
  },
  "POST /api/audits/comments.docx": { summary: "带批注的原 .docx", policy: "signedIn", upload: true, response: { file: docx } },
  "POST /api/audits/page.html": { summary: "审核结果网页（单文件）", policy: "signedIn", upload: true, response: { file: "text/html" } },
} satisfies Endpoints;
