/** The process beside the server: reads, audits and writes documents and workbooks, one after the other, so that nobody who types waits for them. */
import { ownAuditor } from "../../app/auditor.ts";
import { Refusal } from "../../app/refusal.ts";
import { knowledge } from "../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { readAnyDocument } from "../documents.ts";
import { lazyAuditWriters, lazySpreadsheets, lazyStatements, lazyWriters } from "../lazy.ts";
import type { HandAnswer, HandRequest, HandTask, HandTasks } from "./tasks.ts";

const index = new KnowledgeIndex(knowledge);
const auditor = ownAuditor(index);

const work: { readonly [Task in HandTask]: (given: HandTasks[Task]["given"]) => Promise<HandTasks[Task]["back"]> } = {
  readDocument: ({ file, bytes }) => readAnyDocument(file, bytes),
  audit: (task) => auditor.audit(task),
  writeReport: ({ format, report }) => lazyWriters.find((writer) => writer.format === format)!.write(report),
  writeStatement: (statement) => lazyStatements.write(statement),
  writeAudit: ({ format, audit }) => lazyAuditWriters.find((writer) => writer.format === format)!.write(audit),
  writeTemplate: (request) => lazySpreadsheets.writeTemplate({ ...request, index }),
  readWorkbook: ({ file, bytes, catalog }) => lazySpreadsheets.readWorkbook(file, bytes, index, catalog),
  commentProblems: ({ bytes, problems }) => lazySpreadsheets.commentProblems(bytes, problems),
  writeTable: (sheets) => lazySpreadsheets.writeTable(sheets),
  readTable: (bytes) => lazySpreadsheets.readTable(bytes),
  readSheets: (bytes) => lazySpreadsheets.readSheets(bytes),
};

const answerOf = async ({ id, task, given }: HandRequest): Promise<HandAnswer> => {
  try {
    return { id, back: await (work[task] as (given: unknown) => Promise<unknown>)(given) };
  } catch (error) {
    if (error instanceof Refusal) return { id, refusal: { code: error.code, zh: error.zh, en: error.en } };
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

process.on("message", (request: HandRequest) => {
  void answerOf(request).then((answer) => process.send?.(answer));
});
// The server is gone: so is the work.
process.on("disconnect", () => process.exit());
// Ctrl+C reaches the whole group; the server says when to stop.
process.on("SIGINT", () => undefined);
