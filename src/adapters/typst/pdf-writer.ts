/** Writes a report as PDF with Typst: fonts embedded, bookmarks, contents, and every figure linked to its trace in an annex. */
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { ReportWriter } from "../../app/ports.ts";
import type { Report } from "../../core/reporting/report.ts";
import { serifBold, serifRegular } from "../charts/fonts.ts";
import { printable } from "../layout/printable.ts";
import { pageData } from "./page-data.ts";
import { template } from "./template.ts";

/** Typst reads from this folder only what we put there in memory. */
const workspace = path.resolve("/zhibao-report");

let compiler: NodeCompiler | undefined;

export function pdfWriter(): ReportWriter {
  return { format: "pdf", write: (report) => Promise.resolve(writePdf(report)) };
}

function writePdf(report: Report): Uint8Array {
  // One compiler for the process: its fonts load once (30 ms).
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [serifRegular, serifBold] }] });
  compiler.mapShadow(path.join(workspace, "report.json"), Buffer.from(JSON.stringify(pageData(report), printableValue)));
  try {
    const compiled = compiler.compile({ mainFileContent: template });
    const document = compiled.result;
    if (document === null) throw new Error(`Typst refused the report: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    return compiler.pdf(document);
  } finally {
    compiler.evictCache(1);
  }
}

/** Typst reads JSON strictly: half of a surrogate pair in one text would refuse the whole report. */
function printableValue(_key: string, value: unknown): unknown {
  return typeof value === "string" ? printable(value) : value;
}
