/** Joins runs of text and figures so that dropped clauses leave no stray punctuation behind. */
import type { Figure, Run } from "./report.ts";

export const textRun = (text: string): Run => ({ kind: "text", text });
export const figureRun = (figure: Figure): Run => ({ kind: "figure", figure: figure.id, text: figure.text });

const pause = /[，、；：,;]/;
const stop = /[。！？]/;

/** Merges neighbouring texts and mends punctuation: no doubled commas, no comma before a stop or at the start. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.kind === "figure") {
      joined.push(run);
      continue;
    }
    let { text } = run;
    const last = joined.at(-1);
    const before = last ? last.text.at(-1)! : "。";
    if (pause.test(before) || stop.test(before) || before === "（" || before === "“") text = text.replace(/^[，、；,;]+/, "");
    text = text.replace(/[，、；]+(?=[。；，、）])/g, "").replace(/。{2,}/g, "。").replace(/（）/g, "");
    if (text === "") continue;
    if (last?.kind === "text") {
      const first = text[0]!;
      const kept = pause.test(before) && (stop.test(first) || first === "；" || first === "）") ? last.text.slice(0, -1) : last.text;
      joined[joined.length - 1] = { ...last, text: kept + text };
    } else joined.push({ ...run, text });
  }
  return joined;
}

export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}
