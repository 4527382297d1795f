/** A passage as the report would print it: figures bound to data, numbers that were typed, and sentences that would be left out. */
import type { Evaluator } from "../../../core/formula/evaluator.ts";
import type { ReturnDocument } from "../../../core/model/return.ts";
import { materialBlocks } from "../../../core/reporting/material.ts";
import type { Run } from "../../../core/reporting/report.ts";
import { Scope } from "../../../core/reporting/scope.ts";

export interface PreviewRun {
  readonly kind: "text" | "bound" | "typed";
  readonly text: string;
}
export interface PreviewParagraph {
  readonly runs: readonly PreviewRun[];
}

export function previewOf(evaluator: Evaluator, { organisation, year }: ReturnDocument, title: string, text: string): PreviewParagraph[] {
  const node = evaluator.dataset.tree(year).nodes.get(organisation);
  if (!node) return [];
  const scope = new Scope(evaluator, node, year);
  const material = { id: "", section: "", title, text, chosen: true, origin: { file: "form", sheet: "", cell: "" } };
  return materialBlocks(scope, { node, material, version: 0 }).flatMap((block) =>
    block.kind === "paragraph" ? [{ runs: block.runs.map((run) => runOf(scope, run)) }] : [],
  );
}

function runOf(scope: Scope, run: Run): PreviewRun {
  if (run.kind === "text") return { kind: "text", text: run.text };
  return { kind: scope.figures.kindOf(run.figure) === "quoted" ? "typed" : "bound", text: run.text };
}
