/** Joins runs of text and figures so that dropped clauses leave no stray punctuation behind. */
import type { Figure, Run } from "./report.ts";

/** Opens a list of one kind, before which 其中 and 为 fall away: 12个，均为技能类. */
export const allOfOneKind = "\u0002";

export const textRun = (text: string): Run => ({ kind: "text", text });
export const figureRun = (figure: Figure): Run => ({ kind: "figure", figure: figure.id, text: figure.text });

/** Merges neighbouring texts and mends punctuation: no doubled commas, no comma before a stop or at the start. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (run.kind === "text" && last?.kind === "text" && run.strong === last.strong)
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return withNestedQuotes(merged)
    .map((run, at) =>
      run.kind === "text" ? { ...run, text: at === 0 ? mended(run.text).replace(/^[，、；：。]+/, "") : mended(run.text) } : run,
    )
    .filter((run) => run.text !== "");
}

/** Quotation marks inside quotation marks become single ones: “学习‘主题教育’”. */
function withNestedQuotes(runs: readonly Run[]): Run[] {
  let depth = 0;
  const nested = (text: string): string =>
    text.replace(/[“”]/g, (mark) => {
      if (mark === "“") return (depth += 1) > 1 ? "‘" : mark;
      return (depth = Math.max(0, depth - 1)) > 0 ? "’" : mark;
    });
  return runs.map((run) => (run.kind === "text" ? { ...run, text: nested(run.text) } : run));
}

/** Of several pauses in a row the strongest stays; none stays before a stop or after an opening bracket. */
function mended(text: string): string {
  const once = text
    .replace(new RegExp(`(?:其中|中|为)?${allOfOneKind}`, "g"), "")
    .replace(/（[，、；：]*）/g, "")
    .replace(/[，、；：]{2,}/g, (pauses) => strongest(pauses))
    .replace(/[，、；：]+(?=[。！？）])/g, "")
    .replace(/(?<=[。！？（])[，、；：。]+/g, "");
  return once === text ? text : mended(once);
}

function strongest(pauses: string): string {
  return [..."；：，、"].find((pause) => pauses.includes(pause)) ?? "";
}

export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}
