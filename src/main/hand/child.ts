/** The process beside the server: reads, audits and writes documents, one after the other, so that nobody who types waits for them. */
import { ownAuditor } from "../../app/auditor.ts";
import { Refusal } from "../../app/refusal.ts";
import { knowledge } from "../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { readAnyDocument } from "../documents.ts";
import { lazyAuditWriters, lazyStatements, lazyWriters } from "../lazy.ts";
import type { HandAnswer, HandRequest, HandTask, HandTasks } from "./tasks.ts";

const auditor = ownAuditor(new KnowledgeIndex(knowledge));

const work: { readonly [Task in HandTask]: (given: HandTasks[Task]["given"]) => Promise<HandTasks[Task]["back"]> } = {
  readDocument: ({ file, bytes }) => readAnyDocument(file, bytes),
  audit: (task) => auditor.audit(task),
  writeReport: ({ format, report }) => lazyWriters.find((writer) => writer.format === format)!.write(report),
  writeStatement: (statement) => lazyStatements.write(statement),
  writeAudit: ({ format, audit }) => lazyAuditWriters.find((writer) => writer.format === format)!.write(audit),
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
