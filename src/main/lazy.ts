/** Adapters that load their libraries when first used: a command that audits a text starts without a database, a browser font or a typesetter. */
import type { StatementWriter } from "../app/desk/statement.ts";
import type { AuditWriter, ReportWriter, Spreadsheets } from "../app/ports.ts";
import type { WholeBackups } from "../app/keeping-store.ts";
import type { Backups } from "../cli/environment.ts";

const spreadsheets = async (): Promise<Spreadsheets> => (await import("../adapters/spreadsheet/spreadsheets.ts")).excelSpreadsheets;

export const lazySpreadsheets: Spreadsheets = {
  writeTemplate: async (request) => (await spreadsheets()).writeTemplate(request),
  readWorkbook: async (...given) => (await spreadsheets()).readWorkbook(...given),
  commentProblems: async (...given) => (await spreadsheets()).commentProblems(...given),
  writeTable: async (sheets) => (await spreadsheets()).writeTable(sheets),
  readTable: async (bytes) => (await spreadsheets()).readTable(bytes),
  readSheets: async (bytes) => (await spreadsheets()).readSheets(bytes),
};

const auditWriter = (format: AuditWriter["format"], load: () => Promise<AuditWriter>): AuditWriter => ({
  format,
  write: async (audit) => (await load()).write(audit),
});

export const lazyAuditWriters: readonly AuditWriter[] = [
  auditWriter("html", async () => (await import("../adapters/audit-page/page-writer.ts")).auditPageWriter),
  auditWriter("docx", async () => (await import("../adapters/annotated/commented-docx.ts")).commentedDocxWriter),
];

const writer = (format: ReportWriter["format"], load: () => Promise<ReportWriter>): ReportWriter => {
  let loaded: Promise<ReportWriter> | undefined;
  return { format, write: async (report) => (await (loaded ??= load())).write(report) };
};

export const lazyWriters: readonly ReportWriter[] = [
  writer("docx", async () => (await import("../adapters/word/docx-writer.ts")).docxWriter()),
  writer("pdf", async () => (await import("../adapters/typst/pdf-writer.ts")).pdfWriter()),
  writer("html", async () => (await import("../adapters/site/html-writer.ts")).htmlWriter()),
];

export const lazyStatements: StatementWriter = {
  write: async (statement) => (await import("../adapters/typst/statement-writer.ts")).statementWriter().write(statement),
};

const backups = async (): Promise<Backups & WholeBackups> => (await import("../adapters/postgres/backups.ts")).postgresBackups;

export const lazyBackups: Backups & WholeBackups = {
  backup: async (...given) => (await backups()).backup(...given),
  restore: async (...given) => (await backups()).restore(...given),
  take: async (...given) => (await backups()).take(...given),
  replace: async (...given) => (await backups()).replace(...given),
};
