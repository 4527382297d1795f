/** The auditor: a document in, everything that its figures cannot all be out. Pure: no store, no clock, no file. */
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import { toSignificant } from "../quantity/rounding.ts";
import { blame, namedSpan, numbered } from "./blame.ts";
import type { Document } from "./document.ts";
import type { AuditedQuantity, Bilingual, AuditFinding, AuditResult, ChapterCoverage, TextSpan } from "./finding.ts";
import { formFindings } from "./form/form-checks.ts";
import { gradeOutline } from "./form/outline-grade.ts";
import { type Read, readDocumentClaims } from "./read.ts";
import { averageRelations } from "./relations/averages.ts";
import { withCertainty } from "./relations/certainty.ts";
import { changeRelations } from "./relations/changes.ts";
import { directionsElsewhere } from "./relations/directions-elsewhere.ts";
import { directionRelations } from "./relations/directions.ts";
import { changeWithGrowth } from "./relations/growth.ts";
import { closingTotals } from "./relations/closing-totals.ts";
import { completionRelations } from "./relations/completion.ts";
import { enumerationRelations } from "./relations/enumerations.ts";
import { impossibleRelations } from "./relations/impossible.ts";
import { limitRelations } from "./relations/limits.ts";
import { looseRelations } from "./relations/loose-totals.ts";
import { otherYears } from "./relations/other-years.ts";
import { partRelations } from "./relations/parts.ts";
import { pointRelations } from "./relations/points.ts";
import { populationRelations } from "./relations/populations.ts";
import { priorRelations } from "./relations/prior-report.ts";
import { rateRelations } from "./relations/rates.ts";
import type { Relation, Rule } from "./relations/relation.ts";
import { repeatRelations } from "./relations/repeats.ts";
import { gluedDecimals, gluedThousands, gluedRemains, residueRelations, trackedOnFigures } from "./relations/residue.ts";
import { restRelations } from "./relations/rests.ts";
import { scopeRelations } from "./relations/scopes.ts";
import { resonantRelations } from "./relations/resonance.ts";
import { shareRelations } from "./relations/shares.ts";
import { remainRelations } from "./relations/remains.ts";
import { perUnitRelations } from "./relations/per-unit.ts";
import { periodRelations } from "./relations/years.ts";
import { comparable, shownOperandRelations, statedCoverage } from "./relations/stated-coverage.ts";
import { standingRelations } from "./relations/standing.ts";
import { unlessTogether } from "./relations/together.ts";
import { unitRelations } from "./relations/units.ts";
import { unlessBeyondBelief } from "./search/believable.ts";
import { unlessOtherwiseMade } from "./search/otherwise-made.ts";
import { withSearch } from "./search/search.ts";
import { exchangedHeads } from "./tables/exchanged-heads.ts";
import { tableRelations } from "./tables/table-relations.ts";
import { repairs } from "./repairs.ts";
import { titleOf } from "./title.ts";

export interface AuditOptions {
  readonly index: KnowledgeIndex;
  /** The year reported; read from the title when not given. */
  readonly year?: number;
  /** Last year's report. */
  readonly prior?: Document;
}

const rules: readonly Rule[] = [
  residueRelations,
  remainRelations,
  partRelations,
  closingTotals,
  shareRelations,
  rateRelations,
  completionRelations,
  unitRelations,
  periodRelations,
  directionRelations,
  directionsElsewhere,
  otherYears,
  changeRelations,
  changeWithGrowth,
  pointRelations,
  limitRelations,
  populationRelations,
  repeatRelations,
  scopeRelations,
  impossibleRelations,
  enumerationRelations,
  looseRelations,
  averageRelations,
  perUnitRelations,
  restRelations,
  standingRelations,
  shownOperandRelations,
];

/** Everything that was found, with what was tested. */
export function auditDocument(document: Document, options: AuditOptions): AuditResult {
  return auditRead(readForAudit(document, options), options);
}

/** The document read into figures and claims, as {@link auditRead} takes it. */
export function readForAudit(document: Document, options: AuditOptions): Read {
  const title = titleOf(document);
  return readDocumentClaims(document, options.index, options.year ?? title.year, options.year !== undefined || title.certain);
}

/** Audits what was read; `others` are findings made elsewhere, such as ties to a store, numbered with the rest. */
export function auditRead(read: Read, options: AuditOptions, others: readonly Omit<AuditFinding, "id">[] = []): AuditResult {
  const { source: document, year } = read;
  const title = titleOf(document);
  const { reading, relations } = relationsOf(read);
  // What last year's report says comes on top: the same figures may agree among themselves.
  if (options.prior) relations.push(...priorRelations(reading, readPrior(options.prior, options.index, year)));
  const context = { index: options.index, year, title: title.text, quantities: reading.quantities };
  const outline = gradeOutline(document, context);
  const form = formFindings(document, context, outline);
  return {
    document: { file: document.file, title: title.text, year, characters: document.text.length, quantities: reading.quantities.length },
    quantities: reading.quantities.map((_, at) => shownQuantity(reading, at)),
    notQuantities: reading.notQuantities.map(({ start, end, text, why }) => ({ start, end, text, why })),
    relations: { tested: relations.length, held: relations.filter((relation) => relation.held).length },
    chapters: coverage(reading, relations),
    outline: outline.grade,
    findings: findingsOf(reading, relations, [...editFindings(reading), ...form, ...others]),
  };
}

/** Every relation that the text states, tested; with the reading in which values glued together are known as such. */
export function relationsOf(read: Read): { reading: Read; relations: Relation[] } {
  const glued = gluedRemains(read);
  const reading: Read = { ...read, corrupt: new Map([...read.corrupt, ...glued.corrupt]) };
  const covered = statedCoverage(reading);
  const relations = distinct(
    comparable(
      reading,
      [
        ...glued.relations,
        ...rules.flatMap((rule) => rule(reading)),
        ...reading.grids.flatMap((grid) => [
          ...tableRelations(grid, reading.quantities, covered),
          ...exchangedHeads(grid, reading.quantities),
        ]),
      ],
      covered,
    ),
  );
  const used = new Set(
    relations.filter((relation) => !relation.weak && relation.operands.length > 1).flatMap((relation) => relation.operands),
  );
  relations.push(...resonantRelations(reading, used));
  const searched = comparable(reading, withSearch(reading, relations), covered);
  return { reading, relations: believed(reading, withCertainty(reading, unlessTogether(reading, searched))) };
}

/** Without what the figures around a finding, or its size, show to be misread. */
const believed = (reading: Read, relations: readonly Relation[]): Relation[] =>
  directionsOnce(unlessBeyondBelief(reading, unlessOtherwiseMade(reading, relations)));

/** Last year's report by the year in its own title; where that has none, the year before this one. */
function readPrior(prior: Document, index: KnowledgeIndex, year: number | null): Read {
  const title = titleOf(prior);
  return readDocumentClaims(prior, index, title.certain ? title.year : year === null ? title.year : year - 1, true);
}

/** One relation tested by two rules counts once; broken ones are told once for the same figures. */
function distinct(relations: readonly Relation[]): Relation[] {
  const seen = new Map<string, Relation>();
  for (const relation of relations) {
    const key = `${[...new Set(relation.operands)].sort((left, right) => left - right).join(",")} ${relation.finding?.code ?? ""}`;
    const opposite = relation.finding ? seen.get(`${key.split(" ")[0]} `) : undefined;
    if (opposite?.held && relation.finding!.tier !== "note" && relation.operands.length > 1 && relation.finding!.code !== "PP") continue;
    if (!seen.has(key)) seen.set(key, relation);
  }
  return [...seen.values()];
}

/** A direction that contradicts is told once, with the most figures that show it. */
function directionsOnce(relations: readonly Relation[]): Relation[] {
  const told = relations.filter(({ finding }) => finding?.code === "DIR");
  const isWithin = (inner: Relation): boolean =>
    told.some((outer) => outer.operands.length > inner.operands.length && inner.operands.every((index) => outer.operands.includes(index)));
  return relations.filter((relation) => relation.finding?.code !== "DIR" || !isWithin(relation));
}

function findingsOf(reading: Read, relations: readonly Relation[], others: readonly Omit<AuditFinding, "id">[]): AuditFinding[] {
  const blamed = blame(relations, reading.corrupt);
  const arithmetic = blamed.map(({ draft, cause, relation }, key) => ({
    key,
    cause,
    code: draft.code,
    tier: draft.tier,
    message: { ...draft.message, zh: withInnerQuotes(draft.message.zh) },
    proof: draft.proof,
    spans: uniqueSpans([
      ...draft.at.map((at) => namedSpan(reading.source, reading, at)),
      ...(draft.places ?? []).map((place) => ({ ...place, text: reading.source.text.slice(place.start, place.end) })),
    ]),
    suggestions: [...guesses(reading, relation, draft.at[0]), ...(draft.suggestions ?? [])],
  }));
  const rest = others.map((finding, at) => ({
    key: arithmetic.length + at,
    cause: null,
    code: finding.code,
    tier: finding.tier,
    message: finding.message,
    proof: finding.proof,
    spans: finding.spans,
    suggestions: finding.suggestions,
  }));
  return numbered([...arithmetic, ...rest]);
}

/** Quotes within quotes are single: “‘双师型’教师”. */
const withInnerQuotes = (words: string): string => words.replaceAll(/“([^“”]*)“([^“”]*)”([^“”]*)”/g, "“$1‘$2’$3”");

/** How the figure to blame may have been mistyped; for the others of the relation when it says nothing. */
function guesses(reading: Read, relation: Relation, first: number | undefined): Bilingual[] {
  if (!relation.needs) return [];
  const order = [...relation.needs].sort(([left], [right]) => Number(right === first) - Number(left === first));
  for (const [at, needed] of order) {
    const found = repairs(reading.document, reading.quantities[at]!, needed);
    if (found.length > 0) return found;
  }
  return [];
}

function uniqueSpans(spans: readonly TextSpan[]): TextSpan[] {
  return spans.filter((span, at) => spans.findIndex((each) => each.start === span.start && each.end === span.end) === at);
}

/** Decimals run together, and figures on which a tracked change is still open. */
function editFindings(reading: Read): Omit<AuditFinding, "id">[] {
  const { source: document, quantities } = reading;
  const glued = gluedDecimals(document, reading.notQuantities).map(({ span, text }): Omit<AuditFinding, "id"> => ({
    code: "RESIDUE",
    tier: "proof",
    message: { zh: `“${text}”有两个小数点，像是两个值粘在一起`, en: `"${text}" has two decimal points: two values glued` },
    proof: `“${text}”不是一个数`,
    spans: [{ ...span, text }],
    causes: [],
    suggestions: [],
  }));
  const commas = gluedThousands(document, reading.notQuantities).map(({ span, text }): Omit<AuditFinding, "id"> => ({
    code: "RESIDUE",
    tier: "warning",
    message: {
      zh: `“${text}”的千位分隔不对，像是新旧两个值粘在一起`,
      en: `"${text}": its thousands' commas are those of two values glued`,
    },
    proof: `“${text}”不是一个数`,
    spans: [{ ...span, text }],
    causes: [],
    suggestions: [],
  }));
  const tracked = trackedOnFigures(document, quantities).map(({ quantity, deleted, inserted }): Omit<AuditFinding, "id"> => {
    const span = namedSpan(document, reading, quantity);
    return {
      code: "RESIDUE",
      tier: "warning",
      message: {
        zh: `数字上有未处理的修订：${deleted ? `删去“${deleted}”` : ""}${deleted && inserted ? "，" : ""}${inserted ? `插入“${inserted}”` : ""}`,
        en: `a tracked change on a figure is open: ${deleted ? `"${deleted}" deleted` : ""}${deleted && inserted ? ", " : ""}${inserted ? `"${inserted}" inserted` : ""}`,
      },
      proof: `现读作“${span.text}”，接受或拒绝修订后数值不同`,
      spans: [span],
      causes: [],
      suggestions: [{ zh: "发布前接受或拒绝全部修订", en: "accept or reject all changes before publishing" }],
    };
  });
  return [...glued, ...commas, ...tracked];
}

function shownQuantity(reading: Read, at: number): AuditedQuantity {
  const [quantity, claim] = [reading.quantities[at]!, reading.claims[at]!];
  return {
    start: quantity.start,
    end: quantity.end,
    text: quantity.text,
    value: toSignificant(quantity.value),
    unit: printedUnit(reading, at),
    hedge: quantity.hedge,
    label: claim.label,
    concept: claim.concept,
    scope: claim.scope,
    period: claim.period,
    aspect: claim.aspect,
  };
}

/** The unit as its author wrote it: 名 stays 名. */
function printedUnit(reading: Read, at: number): string {
  const quantity = reading.quantities[at]!;
  if (quantity.unit !== "人") return quantity.unit;
  const behind = /^\s?([人名位](?:次|（次）|\(次\))?)/.exec(
    reading.document.text.slice(quantity.digits.end, quantity.digits.end + 8).replace(/^[万千百亿余多几]+/, ""),
  )?.[1];
  return behind && behind.length === 1 ? behind : quantity.unit;
}

function coverage(reading: Read, relations: readonly Relation[]): ChapterCoverage[] {
  const { blocks, text } = reading.document;
  const starts = blocks.filter((block) => block.kind === "heading" && block.level === 1);
  const chapters = [
    { start: 0, title: "" },
    ...starts.map((block) => ({ start: block.start, title: text.slice(block.start, block.end).trim() })),
  ];
  const last = Math.max(text.length, 0);
  const spans = chapters.map((chapter, at) => ({ ...chapter, end: chapters[at + 1]?.start ?? last }));
  const chapterOf = (position: number): number => {
    let at = 0;
    while (at + 1 < spans.length && spans[at + 1]!.start <= position) at += 1;
    return at;
  };
  const counts = spans.map(() => ({ quantities: 0, tested: 0, held: 0, inRelations: new Set<number>() }));
  const ofQuantity = reading.quantities.map((quantity) => chapterOf(quantity.start));
  for (const chapter of ofQuantity) counts[chapter]!.quantities += 1;
  for (const relation of relations) {
    const first = relation.operands[0];
    if (first === undefined) continue;
    const entry = counts[ofQuantity[first]!]!;
    entry.tested += 1;
    if (relation.held) entry.held += 1;
    for (const operand of relation.operands) counts[ofQuantity[operand]!]!.inRelations.add(operand);
  }
  return spans
    .map(({ start, end, title }, at) => ({
      start,
      end,
      title,
      quantities: counts[at]!.quantities,
      inRelations: counts[at]!.inRelations.size,
      tested: counts[at]!.tested,
      held: counts[at]!.held,
    }))
    .filter((chapter) => chapter.title !== "" || chapter.quantities > 0);
}
