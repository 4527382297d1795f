/**
 * Passages that people wrote: the reporting organisation's own chosen texts, and those of organisations
 * below it that it chose. Figures bound as {code} are tied to facts; other numbers are quoted with their text.
 */
import { phrase } from "../definition/phrase.ts";
import type { Trace } from "../formula/trace.ts";
import type { OrganisationNode } from "../model/organisation.ts";
import type { Material } from "../model/return.ts";
import type { ChosenMaterial } from "./chosen-material.ts";
import { phraseRuns } from "./phrase-runs.ts";
import type { ReportBlock, Run } from "./report.ts";
import { figureRun, joinRuns, textRun } from "./runs.ts";
import type { Scope } from "./scope.ts";

/** The paragraphs of one text, a source line behind those of other organisations. */
export function materialBlocks(scope: Scope, { node, material, version }: ChosenMaterial): ReportBlock[] {
  const theirs = scope.of(node);
  const paragraphs = material.text
    .split(/\n+/)
    .map((text) => joinRuns(passageRuns(theirs, text.trim(), node, material, version)))
    .filter((runs) => runs.length > 0);
  return paragraphs.map((runs, at) => {
    const credited = at === paragraphs.length - 1 && node.code !== scope.organisation.code;
    return { kind: "paragraph", runs: credited ? joinRuns([...runs, textRun(`（${node.name}供稿）`)]) : runs };
  });
}

const numberPattern = /\d+(?:\.\d+)?(?:%|‰|个百分点|(?:万余|余万|万|亿)?余?(?:人次|人|名|所|个|家|项|次|册|台|元|学时|平方米|课时|门|种|件|天)?)/g;
const neverFigure = /\d+年|\d+月|\d+日|〔\d+〕\d+号|1\+X|3\+2|\d+[—-]\d+年/g;

/** As the program's own sentences, one that names a figure which cannot be had is dropped. */
function passageRuns(scope: Scope, text: string, node: OrganisationNode, material: Material, version: number): Run[] {
  return text.split(/(?<=[。！？])/).flatMap((sentence) => {
    const runs: Run[] = [];
    for (const part of boundParts(sentence)) {
      const bound = part.code === undefined ? quotedRuns(scope, part.text, node, material, version) : boundRuns(scope, part.text);
      if (bound === null) return [];
      runs.push(...bound);
    }
    return runs;
  });
}

function boundParts(text: string): { readonly text: string; readonly code?: string }[] {
  return [...text.matchAll(/\{([^{}]+)\}|[^{]+|\{/g)].map((match) => (match[1] === undefined ? { text: match[0] } : { text: match[0], code: match[1] }));
}

/** A bound reference as figures; null when it has no value, and as it was written when it names nothing in the catalog. */
function boundRuns(scope: Scope, reference: string): Run[] | null {
  try {
    return phraseRuns(scope, phrase(reference));
  } catch {
    return [textRun(reference)];
  }
}

function quotedRuns(scope: Scope, text: string, node: OrganisationNode, material: Material, version: number): Run[] {
  const masked = text.replace(neverFigure, (found) => "\u0000".repeat(found.length));
  const runs: Run[] = [];
  let end = 0;
  for (const match of masked.matchAll(numberPattern)) {
    const number = /^\d+(?:\.\d+)?/.exec(match[0])![0];
    if (match.index > end) runs.push(textRun(text.slice(end, match.index)));
    const trace: Trace = { kind: "quoted", value: match[0], material: material.title, origin: { ...material.origin, version } };
    runs.push(figureRun(scope.figures.quoted(match[0], number, material.title, node.code, scope.year, trace)));
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push(textRun(text.slice(end)));
  return runs;
}
