/** Reads a document into figures and claims: everything that the rules take. */
import { KnowledgeIndex } from "../definition/knowledge.ts";
import type { Formula } from "../definition/formula.ts";
import { type Claim, claimOf } from "./claim.ts";
import { Lexicon } from "./claims/lexicon.ts";
import { withRateConcepts } from "./claims/rate-concepts.ts";
import { readClaims } from "./claims/read-claims.ts";
import { type Sentence, sentencesOf } from "./claims/sentences.ts";
import { labelKey } from "./claims/words.ts";
import { type Document, firstAt } from "./document.ts";
import { type NotQuantity, type Quantity, quantityWith } from "./quantity.ts";
import { asRounded } from "./relations/arithmetic.ts";
import type { Reading } from "./relations/relation.ts";
import { spacedRemains } from "./relations/residue.ts";
import { withoutShownOperands } from "./relations/stated-coverage.ts";
import { folded } from "./scan/folded.ts";
import { scanQuantities } from "./scan/scan.ts";
import { captionUnit } from "./tables/caption-unit.ts";
import { cellUnits } from "./tables/cell-units.ts";
import { type Grid, gridOf } from "./tables/grid.ts";
import { withoutSerialNumbers } from "./tables/serial-numbers.ts";
import { tableClaims } from "./tables/table-claims.ts";

export interface Read extends Reading {
  /** The document as it came; {@link Reading.document} has its signs folded. */
  readonly source: Document;
  readonly notQuantities: readonly NotQuantity[];
  readonly grids: readonly Grid[];
}

/** Nobody counts what is needed or lacking: such a number was worked out, and rounded. */
const workedOut = /需要|需求|应[配有需]|缺[口额]|折[合算]|[测估]算/;

const lexicons = new WeakMap<KnowledgeIndex, Lexicon>();

export function readDocumentClaims(source: Document, index: KnowledgeIndex, year: number | null, yearCertain: boolean): Read {
  // The rules read full-width signs as their usual ones; every offset stays.
  const document: Document = { ...source, text: folded(source.text) };
  const lexicon = lexicons.get(index) ?? new Lexicon(index);
  lexicons.set(index, lexicon);
  const scan = withoutSerialNumbers(source, scanQuantities(source.text));
  const corrupt = spacedRemains(document, scan.quantities);
  // The first of two values in one place has the unit of the second.
  const found = scan.quantities.map((quantity, at) =>
    quantity.unit === "" && corrupt.has(at)
      ? quantityWith(quantity, { text: quantity.text, unit: corrupt.get(at)!.at(-1)!.unit })
      : quantity,
  );
  const sentences = sentencesOf(document).flatMap((sentence) => parted(sentence, found));
  const claims = new Map<number, Claim>();
  const bySentence: number[][] = sentences.map(() => []);
  let at = 0;
  const ordered = sentences
    .map((sentence, position) => ({ sentence, position }))
    .sort((left, right) => left.sentence.start - right.sentence.start);
  for (const { sentence, position } of ordered) {
    while (at < found.length && found[at]!.start < sentence.start) at += 1;
    const first = at;
    while (at < found.length && found[at]!.end <= sentence.end) at += 1;
    if (at === first) continue;
    const indexes = Array.from({ length: at - first }, (_, offset) => first + offset);
    bySentence[position] = indexes;
    readClaims(sentence, position, found.slice(first, at), first, { document, lexicon, year }).forEach((claim, offset) =>
      claims.set(first + offset, claim),
    );
  }
  const grids: Grid[] = [];
  for (const block of document.blocks) {
    if (block.kind !== "table") continue;
    const grid = gridOf(document, block, found, firstAt(found, block.start));
    if (!grid) continue;
    grids.push(grid);
    for (const [figure, quantity] of cellUnits(grid, found, captionUnit(document, block))) found[figure] = quantity;
    for (const [figure, claim] of tableClaims(grid, found, lexicon, year)) claims.set(figure, claim);
  }
  for (const [figure, claim] of claims)
    if (claim.quantity.kind === "number" && workedOut.test(claim.label))
      claims.set(figure, { ...claim, quantity: asRounded(claim.quantity) });
  const quantities = found.map((quantity, index_) => claims.get(index_)?.quantity ?? quantity);
  const all = withoutShownOperands(
    quantities.map((quantity, index_) => claims.get(index_) ?? unnamed(quantity, year)),
    document.text,
  );
  return {
    source,
    document,
    quantities,
    claims: withRateConcepts(withShareConcepts(all, index, lexicon), index).map(claimOf),
    sentences,
    bySentence,
    corrupt,
    year,
    yearCertain,
    focused: /职业|中职|高职|中专|技工|技师|学校/.test(document.text.slice(0, 80)),
    index,
    lexicon,
    notQuantities: scan.notQuantities,
    grids,
  };
}

/** So many figures are no sentence; beyond it is cut, for the rules compare the figures of a sentence with each other. */
const mostFigures = 80;

function parted(sentence: Sentence, quantities: readonly Quantity[]): Sentence[] {
  const { block, chapter, section } = sentence;
  const from = (start: number, end: number): Sentence => ({ start, end, block, chapter, section });
  const parts: Sentence[] = [];
  let { start } = sentence;
  for (let first = firstAt(quantities, start); ; first += mostFigures) {
    const next = quantities[first + mostFigures];
    if (next === undefined || next.start >= sentence.end) break;
    parts.push(from(start, next.start));
    start = next.start;
  }
  return parts.length === 0 ? [sentence] : [...parts, from(start, sentence.end)];
}

/** A figure outside every sentence and table: in a heading, or in a cell among other words. */
function unnamed(quantity: Quantity, year: number | null): Claim {
  const named = { start: quantity.start, end: quantity.start };
  return {
    quantity,
    aspect: quantity.kind === "ratio" ? "ratio" : quantity.kind === "share" ? "rate" : "level",
    label: "",
    named,
    concept: null,
    members: {},
    scope: "",
    period: year,
    base: null,
    direction: null,
    comparedWith: null,
    subject: null,
    sentence: -1,
    clause: 0,
  };
}

/** A share of a named base is the indicator whose formula has that part and that base. */
function withShareConcepts(claims: readonly Claim[], index: KnowledgeIndex, lexicon: Lexicon): Claim[] {
  const byPair = new Map<string, string>();
  for (const indicator of index.knowledge.indicators) {
    const { formula } = indicator;
    if (formula.kind === "quotient" && isMeasure(formula.numerator) && isMeasure(formula.denominator) && indicator.unit === "%")
      byPair.set(`${formula.numerator.code}/${formula.denominator.code}`, indicator.code);
  }
  return claims.map((claim) => {
    if (claim.aspect !== "share" || claim.subject === null || !claim.base) return claim;
    const part = claims[claim.subject]!;
    const base = lexicon.find(labelKey(claim.base), part.quantity.unit);
    const code = part.concept && base ? byPair.get(`${part.concept}/${base}`) : undefined;
    return code ? { ...claim, concept: code } : claim;
  });
}

const isMeasure = (formula: Formula): formula is Extract<Formula, { kind: "measure" }> => formula.kind === "measure" && !formula.members;
