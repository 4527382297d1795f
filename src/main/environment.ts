/** The composition root of the command line: the only place that chooses adapters. */
import { userInfo } from "node:os";
import { fileURLToPath } from "node:url";
import { postgresBackups } from "../adapters/postgres/backups.ts";
import { openStore } from "../adapters/postgres/open.ts";
import { storeKnowledge } from "../adapters/postgres/knowledge.ts";
import { htmlWriter } from "../adapters/site/html-writer.ts";
import { excelSpreadsheets } from "../adapters/spreadsheet/spreadsheets.ts";
import { systemClock } from "../adapters/system/clock.ts";
import { diskFiles } from "../adapters/system/files.ts";
import { contentHash } from "../adapters/system/hash.ts";
import { pdfWriter } from "../adapters/typst/pdf-writer.ts";
import { docxWriter } from "../adapters/word/docx-writer.ts";
import { knowledge } from "../catalog/knowledge.ts";
import type { Environment } from "../cli/environment.ts";
import { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { findDemoData } from "./demo-data.ts";

export const packageRoot = fileURLToPath(new URL("../../", import.meta.url));

export function productionEnvironment(): Environment {
  const index = new KnowledgeIndex(knowledge);
  const catalog = contentHash(knowledge);
  const url = process.env.DATABASE_URL;
  return {
    index,
    catalog,
    clock: systemClock,
    files: { ...diskFiles, isTerminal: process.stderr.isTTY === true },
    spreadsheets: excelSpreadsheets,
    writers: [docxWriter(), pdfWriter(), htmlWriter()],
    backups: postgresBackups,
    demoData: () => findDemoData(packageRoot),
    openStore: (data) => openStore(url ? { url } : { dataDir: data }, storeKnowledge(index, catalog)),
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    actor: userInfo().username,
  };
}
