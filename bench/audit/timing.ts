/** Timing: one report, growth with length, hostile inputs, and memory over many reports. */
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { generateReport } from "./generate.ts";
import { type Outcome, runGuarded } from "./guarded.ts";
import { hostile } from "./hostile.ts";
import { render } from "./report.ts";
import type { Auditor } from "./scoring/auditor.ts";
import { table } from "./scoring/table.ts";

const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]!;

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Reports of the length of a real one, warm. */
export function timeReports(audit: Auditor): string {
  const documents = Array.from(
    { length: 20 },
    (_, index) => render(generateReport({ seed: 77, index, phrasing: index % 2 ? "heldBack" : "development", rounds: 6 })).document,
  );
  documents.forEach((document) => audit(document, 2019));
  const taken = documents.map((document) => milliseconds(() => audit(document, 2019)));
  const characters = median(documents.map(({ text }) => text.length));
  return `\nOne report of about ${characters} characters, warm: median ${median(taken).toFixed(1)} ms, most ${Math.max(...taken).toFixed(1)} ms`;
}

const growthLimit = 15_000;
const hostileLimit = 3000;

/** From 10 kB to 1 MB; linear when the last column stays. */
export async function timeGrowth(): Promise<string> {
  const sizes = [3, 15, 50, 160, 500];
  const outcomes = await runGuarded(
    sizes.map((rounds) => ({ rounds })),
    growthLimit,
  );
  const rows = outcomes.map((outcome, index) => {
    if (!outcome) return [`${sizes[index]} rounds`, `over ${growthLimit}`, ""];
    const kilobytes = outcome.bytes / 1024;
    return [kilobytes.toFixed(0), outcome.error ?? outcome.milliseconds.toFixed(1), (outcome.milliseconds / kilobytes).toFixed(2)];
  });
  return table("Growth with length (one world retold, in a process of its own)", ["kB", "ms", "ms per kB"], rows);
}

/** Each input whole and its first tenth: ten times the time is linear, a hundred times is quadratic. */
export async function timeHostile(): Promise<string> {
  const names = Object.keys(hostile);
  const tenths = await runGuarded(
    names.map((name) => ({ hostile: name, share: 0.1 })),
    hostileLimit,
  );
  // What a tenth does not survive, the whole will not.
  const surviving = names.filter((_, index) => tenths[index]);
  const outcomes = await runGuarded(
    surviving.map((name) => ({ hostile: name, share: 1 })),
    hostileLimit,
  );
  const told = (outcome: Outcome | null): string => (outcome ? outcome.milliseconds.toFixed(0) : `over ${hostileLimit}`);
  const rows = names.map((name, index) => {
    const [tenth, whole] = [tenths[index] ?? null, outcomes[surviving.indexOf(name)] ?? null];
    const result = whole
      ? whole.error
        ? `threw ${whole.error}`
        : `${whole.quantities} quantities, ${whole.findings} findings`
      : "stopped";
    return [name, hostile[name]!.length, told(tenth), told(whole), result];
  });
  return table("Hostile inputs", ["input", "characters", "ms for a tenth", "ms", "outcome"], rows);
}

/** Heap after collection, before and after `reports` different reports; stops early after a minute. */
export function memoryOver(audit: Auditor, reports: number): string {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 1048576;
  };
  const one = (index: number): void => void audit(render(generateReport({ seed: 79, index, phrasing: "development" })).document, 2019);
  for (let index = 0; index < 50; index += 1) one(index);
  const before = used();
  const start = performance.now();
  let done = 0;
  for (; done < reports && performance.now() - start < 60_000; done += 1) one(50 + done);
  const after = used();
  const taken = ((performance.now() - start) / 1000).toFixed(1);
  return `\n${done} reports in ${taken} s with their making; heap ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`;
}
