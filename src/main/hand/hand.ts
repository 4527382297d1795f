/**
 * Runs heavy work in a process of its own: a workbook takes a third of a second to write, a report of 30,000 characters a
 * second to audit and to write, and a file that breaks its reader breaks that process and not the server. Started when first
 * needed, ended when idle.
 */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import type { Auditor } from "../../app/auditor.ts";
import type { StatementWriter } from "../../app/desk/statement.ts";
import type { AuditWriter, DocumentReader, ReportWriter, Spreadsheets } from "../../app/ports.ts";
import { refuse, Refusal } from "../../app/refusal.ts";
import type { HandAnswer, HandRequest, HandTask, HandTasks } from "./tasks.ts";

/** After so long without work the process ends, so that its memory is given back. */
const idle = 120_000;
/** No document may take longer. */
const patience = 60_000;
const megabytes = 768;

export interface Hand {
  do<Task extends HandTask>(task: Task, given: HandTasks[Task]["given"]): Promise<HandTasks[Task]["back"]>;
  stop(): void;
}

interface Waiting {
  readonly request: HandRequest;
  readonly resolve: (back: never) => void;
  readonly reject: (error: Error) => void;
}

/** @param entry the compiled child.js. */
export function createHand(entry: string, limits: { readonly patience?: number; readonly idle?: number } = {}): Hand {
  const queue: Waiting[] = [];
  let child: ChildProcess | null = null;
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let ids = 0;
  let stopped = false;

  const finish = (settle: (waiting: Waiting) => void): void => {
    clearTimeout(timer);
    const waiting = current;
    current = null;
    if (waiting) settle(waiting);
    next();
  };

  const start = (): ChildProcess => {
    const started = fork(entry, [], { serialization: "advanced", execArgv: [`--max-old-space-size=${megabytes}`] });
    started.on("message", (answer: HandAnswer) => {
      if (answer.id === current?.request.id) finish((waiting) => settle(waiting, answer));
    });
    const gone = (): void => {
      if (child !== started) return;
      child = null;
      if (current) finish(({ reject }) => reject(refuse("too-heavy", {})));
    };
    started.on("error", gone);
    started.on("exit", gone);
    started.unref();
    started.channel?.unref();
    return started;
  };

  const end = (): void => {
    child?.kill("SIGKILL");
  };

  const next = (): void => {
    if (current || stopped) return;
    current = queue.shift() ?? null;
    if (!current) {
      timer = setTimeout(end, limits.idle ?? idle);
      timer.unref();
      return;
    }
    clearTimeout(timer);
    child ??= start();
    timer = setTimeout(end, limits.patience ?? patience);
    timer.unref();
    child.send(current.request, (error) => {
      if (error && current) finish(({ reject }) => reject(error));
    });
  };

  return {
    do: (task, given) =>
      new Promise((resolve, reject) => {
        if (stopped) {
          reject(new Error("the server is stopping"));
          return;
        }
        clearTimeout(current ? undefined : timer);
        queue.push({ request: { id: (ids += 1), task, given }, resolve: resolve as (back: never) => void, reject });
        next();
      }),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      for (const { reject } of [...(current ? [current] : []), ...queue]) reject(new Error("the server is stopping"));
      end();
    },
  };
}

function settle({ resolve, reject }: Waiting, answer: HandAnswer): void {
  if ("back" in answer) resolve(answer.back as never);
  else if ("refusal" in answer) reject(new Refusal(answer.refusal.code, answer.refusal.zh, answer.refusal.en));
  else reject(new Error(answer.error));
}

/** The ports that the process beside the server stands behind; null where its code is not compiled. */
export function handedPorts(entry: string): {
  readonly hand: Hand;
  readonly documents: DocumentReader;
  readonly auditor: Auditor;
  readonly writers: readonly ReportWriter[];
  readonly statements: StatementWriter;
  readonly auditWriters: readonly AuditWriter[];
  readonly spreadsheets: Spreadsheets;
} | null {
  if (!existsSync(entry)) return null;
  const hand = createHand(entry);
  return {
    hand,
    documents: { read: (file, bytes) => hand.do("readDocument", { file, bytes }) },
    auditor: { audit: (task) => hand.do("audit", task) },
    writers: (["docx", "pdf", "html"] as const).map((format) => ({
      format,
      write: (report) => hand.do("writeReport", { format, report }),
    })),
    statements: { write: (statement) => hand.do("writeStatement", statement) },
    auditWriters: (["html", "docx"] as const).map((format) => ({ format, write: (audit) => hand.do("writeAudit", { format, audit }) })),
    spreadsheets: {
      writeTemplate: ({ index: _index, ...request }) => hand.do("writeTemplate", request),
      readWorkbook: (file, bytes, _index, catalog) => hand.do("readWorkbook", { file, bytes, catalog }),
      commentProblems: (bytes, problems) => hand.do("commentProblems", { bytes, problems }),
      writeTable: (sheets) => hand.do("writeTable", sheets),
      readTable: (bytes) => hand.do("readTable", bytes),
      readSheets: (bytes) => hand.do("readSheets", bytes),
    },
  };
}
