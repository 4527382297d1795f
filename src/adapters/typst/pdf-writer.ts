/** Writes a report as PDF with Typst: fonts embedded, bookmarks, contents, and every figure linked to its trace in an annex. */
import type { ReportWriter } from "../../app/ports.ts";
import { compilePdf } from "./compiler.ts";
import { pageData } from "./page-data.ts";
import { template } from "./template.ts";

export function pdfWriter(): ReportWriter {
  return { format: "pdf", write: (report) => Promise.resolve(compilePdf(template, "report.json", pageData(report))) };
}
