/**
 * Passages that people wrote: the reporting organisation's own chosen texts, and those of organisations
 * below it that it chose. Figures bound as {code} are tied to facts; other numbers are quoted with their text.
 */
import { phrase } from "../definition/phrase.ts";
import { passageParts } from "../definition/reference-name.ts";
import type { ChosenMaterial } from "./chosen-material.ts";
import { coverageOnce } from "./coverage.ts";
import { phraseRuns } from "./phrase-runs.ts";
import { quotedRuns, type Writing } from "./quoted.ts";
import type { ReportBlock, Run } from "./report.ts";
import { joinRuns, textRun } from "./runs.ts";
import type { Scope } from "./scope.ts";

/** The paragraphs of one text, a source line behind those of other organisations. */
export function materialBlocks(scope: Scope, { node, material, version }: ChosenMaterial): ReportBlock[] {
  const theirs = scope.of(node);
  const writing = { title: material.title, organisation: node.code, origin: { ...material.origin, version } };
  const paragraphs = material.text
    .split(/\n+/)
    .map((text) => joinRuns(passageRuns(theirs, text.trim(), writing)))
    .filter((runs) => runs.length > 0);
  return paragraphs.map((runs, at) => {
    const credited = at === paragraphs.length - 1 && node.code !== scope.organisation.code;
    return { kind: "paragraph", runs: credited ? joinRuns([...runs, textRun(`（${node.name}供稿）`)]) : runs };
  });
}

/** As the program's own sentences, one that names a figure which cannot be had is dropped. */
function passageRuns(scope: Scope, text: string, writing: Writing): Run[] {
  return text.split(/(?<=[。！？])/).flatMap((sentence) => {
    const runs: Run[] = [];
    for (const part of passageParts(sentence)) {
      const bound = part.reference === undefined ? quotedRuns(scope, part.text, writing) : boundRuns(scope, part.text);
      if (bound === null) return [];
      runs.push(...bound);
    }
    return coverageOnce(runs);
  });
}

/** A bound reference as figures; null when it has no value, and as it was written when it names nothing in the catalog. */
function boundRuns(scope: Scope, reference: string): Run[] | null {
  try {
    return phraseRuns(scope, phrase(reference));
  } catch {
    return [textRun(reference)];
  }
}
