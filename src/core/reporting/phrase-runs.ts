/** Renders phrases: sentences whose figures cannot all be had are dropped whole, optional clauses alone. */
import type { NarrativeBlock, PhraseNode } from "../definition/outline.ts";
import type { Evaluation } from "../formula/evaluation.ts";
import type { Members } from "../model/selection.ts";
import { equals, isZero, one, sum } from "../quantity/exact.ts";
import { writeNumeral } from "../language/numeral.ts";
import { changeRuns, growthRuns, sharePrinted } from "./change-runs.ts";
import { isCalledFor } from "./condition.ts";
import { coverageOnce, coverageRuns } from "./coverage.ts";
import { fieldRuns, type FiledRow, registerRows, rowsTrace } from "./register-rows.ts";
import type { ReportBlock, Run } from "./report.ts";
import { allOfOneKind, figureRun, joinRuns, plainText, textRun } from "./runs.ts";
import type { Scope } from "./scope.ts";
import { standardRuns } from "./standing.ts";

/** The row whose fields a phrase may name, where it stands inside `rows`. */
interface RowContext {
  readonly ledger: string;
  readonly filed: FiledRow;
}

/** A paragraph's runs; empty when every sentence was dropped. */
export function paragraphRuns(scope: Scope, nodes: readonly PhraseNode[]): Run[] {
  return joinRuns(standingSentences(scope, nodes));
}

/** The sentences that stand. Where a phrase speaks of data and none of those sentences stands, nothing does. */
function standingSentences(scope: Scope, nodes: readonly PhraseNode[], row?: RowContext): Run[] {
  const written = sentences(nodes).map((sentence) => {
    const runs = phraseRuns(scope, sentence, row) ?? [];
    return { speaksOfData: sentence.some(isLive), runs: saysNothing(scope, runs) ? [] : runs };
  });
  const ofData = written.filter((sentence) => sentence.speaksOfData);
  if (ofData.length > 0 && ofData.every((sentence) => sentence.runs.length === 0)) return [];
  return numbered(written.map((sentence) => coverageOnce(sentence.runs))).flat();
}

/** Every figure of the sentence is a zero, and none fell to it: 双元制试点学校0所，与上年持平. */
function saysNothing(scope: Scope, runs: readonly Run[]): boolean {
  const figures = runs.flatMap((run) => (run.kind === "figure" ? [run] : []));
  return figures.length > 0 && figures.every((run) => isZeroFigure(run) && scope.figures.kindOf(run.figure) !== "change");
}

function isLive(node: PhraseNode): boolean {
  return node.kind !== "text" && node.kind !== "word";
}

const ordinal = "\u0001";

/** Writes 一是, 二是 into the sentences that asked for a number; a single one goes without. */
function numbered(sentences: readonly Run[][]): Run[][] {
  const asking = sentences.filter((runs) => runs.some((run) => run.kind === "text" && run.text === ordinal)).length;
  let position = 0;
  return sentences.map((runs) =>
    runs.map((run) => {
      if (run.kind !== "text" || run.text !== ordinal) return run;
      position += 1;
      return textRun(asking === 1 ? "" : `${writeNumeral(position)}是`);
    }),
  );
}

/** Splits a phrase after each 。 of its own text. */
function sentences(nodes: readonly PhraseNode[]): PhraseNode[][] {
  const found: PhraseNode[][] = [[]];
  for (const node of nodes) {
    if (node.kind !== "text") {
      found.at(-1)!.push(node);
      if (node.kind === "when" && found.at(-1)!.length === 1 && endsSentence(node.clause)) found.push([]);
      continue;
    }
    const parts = node.text.split(/(?<=。)/);
    for (const text of parts) {
      found.at(-1)!.push({ kind: "text", text });
      if (text.endsWith("。")) found.push([]);
    }
  }
  return found.filter((sentence) => sentence.length > 0);
}

function endsSentence(nodes: readonly PhraseNode[]): boolean {
  const last = nodes.at(-1);
  return last?.kind === "text" ? last.text.endsWith("。") : last?.kind === "when" && endsSentence(last.clause);
}

/** Runs of a phrase, or null when something in it cannot be had. */
export function phraseRuns(scope: Scope, nodes: readonly PhraseNode[], row?: RowContext): Run[] | null {
  const runs: Run[] = [];
  for (const node of nodes) {
    const rendered = nodeRuns(scope, node, row);
    if (rendered === null) return null;
    runs.push(...rendered);
  }
  return runs;
}

function nodeRuns(scope: Scope, node: PhraseNode, row?: RowContext): Run[] | null {
  switch (node.kind) {
    case "text":
      return [textRun(node.text)];
    case "word":
      return [textRun(node.word === "ordinal" ? ordinal : scope.word(node.word))];
    case "figure":
      return levelRuns(scope, node.measure, node.members, node.attributes, node.show);
    case "change":
      return changeRuns(scope, node);
    case "growth":
      return growthRuns(scope, node);
    case "standard":
      return standardRuns(scope, node.measure, node.show);
    case "list":
      return (node.show === "share" ? shareRuns : listRuns)(scope, node.measure, node.by, node.members);
    case "rows": {
      const all = registerRows(scope, node);
      const most = node.most ?? all.length;
      const rendered = all.slice(0, most).flatMap((filed) => {
        const runs = phraseRuns(scope, node.of, { ledger: node.ledger, filed });
        return runs ? [runs] : [];
      });
      if (rendered.length === 0) return null;
      const joined = rendered.flatMap((runs, at) => (at === 0 ? runs : [textRun(node.separator), ...runs]));
      return all.length > most ? [...joined, textRun("等")] : joined;
    }
    case "field":
      return row ? fieldRuns(scope, row.ledger, row.filed, node.column, true) : null;
    case "rowCount": {
      const found = registerRows(scope, node);
      if (found.length === 0) return null;
      const number = String(found.length);
      const label = scope.evaluator.index.ledgers.get(node.ledger)?.zh ?? node.ledger;
      return [
        figureRun(
          scope.figures.counted(
            label,
            node.ledger,
            scope.organisation.code,
            scope.year,
            number,
            node.unit,
            rowsTrace(scope, node.ledger, found, number),
          ),
        ),
      ];
    }
    case "optional": {
      const runs = phraseRuns(scope, node.of, row);
      return runs && !runs.some(isZeroFigure) ? runs : [];
    }
    case "when":
      return phraseRuns(scope, isCalledFor(scope, node.condition) ? node.clause : node.otherwise, row);
  }
}

/** An optional clause says nothing of a zero: "（含民办0所）". */
function isZeroFigure(run: Run): boolean {
  return run.kind === "figure" && /^0(?:\.0+)?(?![\d.])/.test(run.text);
}

/** Heading and paragraph for each row of a register. */
export function rowSections(scope: Scope, block: Extract<NarrativeBlock, { kind: "rowSections" }>): ReportBlock[] {
  const rows = registerRows(scope, block).slice(0, block.most ?? Number.POSITIVE_INFINITY);
  const sections = rows.flatMap((filed) => {
    const context = { ledger: block.ledger, filed };
    const heading = phraseRuns(scope, block.heading, context);
    return heading ? [{ heading: plainText(coverageOnce(heading)), runs: joinRuns(standingSentences(scope, block.phrase, context)) }] : [];
  });
  return sections.flatMap(({ heading, runs }, at): ReportBlock[] => [
    { kind: "heading", level: 3, text: `（${at + 1}）${heading}` },
    ...(runs.length > 0 ? [{ kind: "paragraph" as const, runs }] : []),
  ]);
}

export function levelRuns(
  scope: Scope,
  measure: string,
  members: Members | undefined,
  attributes: Readonly<Record<string, string>> | undefined,
  show: "full" | "number" | "table",
): Run[] | null {
  const evaluation = scope.evaluator.measure(measure, scope.selection(members, attributes), scope.year);
  const figure = scope.figures.level(measure, scope.organisation.code, scope.year, evaluation, show, members);
  if (!figure) return null;
  return show === "number"
    ? [figureRun(figure)]
    : [figureRun(figure), ...coverageRuns(scope, measure, scope.selection(members, attributes), evaluation, show)];
}

interface Part {
  readonly members: Members;
  readonly name: string;
}

function partsOf(scope: Scope, by: string, members: Members | undefined): Part[] {
  return (scope.evaluator.index.dimensions.get(by)?.members ?? []).map((member) => ({
    members: { ...members, [by]: member.code },
    name: member.zh,
  }));
}

/** The members that are not zero; null when there is none, or when they do not add up to the total over the same organisations. */
function additiveParts(
  scope: Scope,
  measure: string,
  by: string,
  members?: Members,
): (Part & { readonly evaluation: Evaluation })[] | null {
  const parts = partsOf(scope, by, members).map((part) => ({
    ...part,
    evaluation: scope.evaluator.measure(measure, scope.selection(part.members), scope.year),
  }));
  const whole = scope.evaluator.measure(measure, scope.selection(members), scope.year);
  const absent = whole.missing.join();
  if (
    whole.value === null ||
    parts.some(({ evaluation }) => (evaluation.value === null ? evaluation.status === "missing" : evaluation.missing.join() !== absent))
  )
    return null;
  const known = parts.filter(({ evaluation }) => evaluation.value !== null);
  if (!equals(sum(known.map(({ evaluation }) => evaluation.value!)), whole.value)) return null;
  const shown = known.filter(({ evaluation }) => !isZero(evaluation.value!));
  return shown.length === 0 ? null : shown;
}

/** 技能类18个、素质类30个; where all is of one kind, 均为技能类. */
function listRuns(scope: Scope, measure: string, by: string, members?: Members): Run[] | null {
  const parts = additiveParts(scope, measure, by, members);
  if (!parts) return null;
  const [only, ...others] = parts;
  if (only && others.length === 0) return [textRun(`${allOfOneKind}${equals(only.evaluation.value!, one) ? "为" : "均为"}${only.name}`)];
  return parts.flatMap((part, at) => [
    textRun(`${at === 0 ? "" : "、"}${part.name}`),
    figureRun(scope.figures.level(measure, scope.organisation.code, scope.year, part.evaluation, "full", part.members)!),
  ]);
}

/** Members as shares of their sum. Where the printed shares do not add up to 100, the note says so. */
function shareRuns(scope: Scope, measure: string, by: string, members?: Members): Run[] | null {
  const parts = additiveParts(scope, measure, by, members);
  if (!parts) return null;
  const whole = scope.evaluator.measure(measure, scope.selection(members), scope.year);
  let printedTenths = 0;
  const runs = parts.flatMap((part, at): Run[] => {
    const share = sharePrinted(part.evaluation.value!, whole.value!);
    printedTenths += Number(share.text.replace(".", ""));
    return [
      textRun(`${at === 0 ? "" : "、"}${part.name}占`),
      figureRun(scope.figures.part(measure, scope.organisation.code, scope.year, share, part.evaluation, whole, part.members)),
    ];
  });
  const note = printedTenths === 1000 ? [] : [textRun("（因四舍五入，各项之和不等于100%）")];
  return [...runs, ...note, ...coverageRuns(scope, measure, scope.selection(members), whole, "full")];
}
