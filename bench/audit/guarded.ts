/** Guarded runs: a process of its own audits one input after another, and is replaced when one takes too long. */
import { type ChildProcess, fork } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import type { Document } from "../../src/core/auditing/document.ts";
import { generateReport } from "./generate.ts";
import { hostile } from "./hostile.ts";
import { render } from "./report.ts";
import type { Auditor } from "./scoring/auditor.ts";

/** A share of a hostile input by name, or one world told `rounds` times. */
export type Job = { readonly hostile: string; readonly share: number } | { readonly rounds: number };

export interface Outcome {
  readonly milliseconds: number;
  readonly characters: number;
  readonly bytes: number;
  readonly quantities: number;
  readonly findings: number;
  readonly error?: string;
}

/** Lines as paragraphs: what a plain text file gives. */
export function plainDocument(text: string): Document {
  const blocks: { kind: "paragraph"; start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") blocks.push({ kind: "paragraph", start, end: start + line.length });
    start += line.length + 1;
  }
  return { file: "plain.txt", format: "txt", text, blocks, changes: [], comments: [], figures: [] };
}

function documentOf(job: Job): Document {
  if ("hostile" in job) {
    const text = hostile[job.hostile]!;
    return plainDocument(text.slice(0, Math.round(text.length * job.share)));
  }
  // The same world over and over, so that more text brings no new contradictions.
  return render(generateReport({ seed: 78, index: 0, phrasing: "development", rounds: job.rounds })).document;
}

/** What the child does for each job that it is sent. */
export function serveJobs(audit: Auditor): void {
  audit(documentOf({ rounds: 3 }), 2019);
  process.on("message", (job: Job) => {
    const document = documentOf(job);
    const size = { characters: document.text.length, bytes: Buffer.byteLength(document.text) };
    const start = performance.now();
    let outcome: Outcome;
    try {
      const { quantities, findings } = audit(document, 2019);
      outcome = { milliseconds: performance.now() - start, ...size, quantities: quantities.length, findings: findings.length };
    } catch (error) {
      outcome = { milliseconds: performance.now() - start, ...size, quantities: 0, findings: 0, error: String(error).slice(0, 80) };
    }
    process.send!(outcome);
  });
  process.send!("ready");
}

/** Outcomes in the order of the jobs; null for one that took longer than `limit` milliseconds. */
export async function runGuarded(jobs: readonly Job[], limit: number): Promise<(Outcome | null)[]> {
  const outcomes: (Outcome | null)[] = [];
  const running: ChildProcess[] = [];
  try {
    for (const job of jobs) {
      if (running.length === 0) running.push(await started());
      const outcome = await answer(running[0]!, job, limit);
      outcomes.push(outcome);
      if (outcome === null) running.pop()!.kill("SIGKILL");
    }
  } finally {
    running.pop()?.kill("SIGKILL");
  }
  return outcomes;
}

function started(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("../audit.ts", import.meta.url)), ["--child"], { execArgv: ["--import", "tsx"] });
  return new Promise((resolve, reject) => {
    child.once("message", () => {
      child.removeAllListeners();
      resolve(child);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the audit's process ended with ${code} before it was ready`)));
  });
}

function answer(child: ChildProcess, job: Job, limit: number): Promise<Outcome | null> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome | null): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(outcome);
    };
    const timer = setTimeout(() => settle(null), limit);
    child.once("message", (outcome) => settle(outcome as Outcome));
    child.once("exit", () => settle(null));
    child.send(job);
  });
}
