/** Where findings and quantities fall on a rendered report: on which figures and words, by their identity, so that offsets may move. */
import type { Span } from "../../../src/core/auditing/document.ts";
import { equals, exact, isDecimalText, multiply } from "../../../src/core/quantity/exact.ts";
import { printedValue, type Rendered } from "../report.ts";
import type { ScoredFinding, ScoredQuantity } from "./auditor.ts";

export const overlaps = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end;

export interface Hit {
  readonly finding: ScoredFinding;
  readonly figures: ReadonlySet<number>;
  readonly words: ReadonlySet<number>;
  /** The same for the same finding on an edited report. */
  readonly key: string;
}

/** Findings of tier proof and warning with what they touch. */
export function hitsOf(findings: readonly ScoredFinding[], rendered: Rendered): Hit[] {
  return findings
    .filter(({ tier }) => tier !== "note")
    .map((finding) => {
      const touches = (span: Span): boolean => finding.spans.some((found) => overlaps(found, span));
      const figures = new Set([...rendered.figures].filter(([, { whole }]) => touches(whole)).map(([id]) => id));
      const words = new Set([...rendered.words].filter(([, { span }]) => touches(span)).map(([id]) => id));
      const place =
        figures.size + words.size > 0
          ? [...figures].join()
          : finding.spans.map(({ start, end }) => rendered.document.text.slice(start, end)).join();
      return { finding, figures, words, key: `${finding.code}|${place}` };
    });
}

export interface Extraction {
  truth: number;
  /** A quantity covers the digits, no more than one figure's. */
  span: number;
  value: number;
  unit: number;
  extracted: number;
  /** Extracted quantities on a true figure. */
  onTruth: number;
}

export const noExtraction = (): Extraction => ({ truth: 0, span: 0, value: 0, unit: 0, extracted: 0, onTruth: 0 });

interface ExtractionOptions {
  /** Only these figures, and no others, are asked for; then precision has no meaning. */
  readonly only?: readonly number[];
  /** Collects what went wrong, for the eye. */
  readonly misses?: string[];
}

/** Adds one report to the tally. */
export function scoreExtraction(
  tally: Extraction,
  quantities: readonly ScoredQuantity[],
  rendered: Rendered,
  { only, misses }: ExtractionOptions = {},
): void {
  const { text } = rendered.document;
  const sorted = [...quantities].sort((left, right) => left.start - right.start);
  const used = new Set<ScoredQuantity>();
  if (!only) tally.extracted += sorted.length;
  for (const { figure, digits } of rendered.figures.values()) {
    if (only && !only.includes(figure.id)) continue;
    tally.truth += 1;
    const found = sorted.find((quantity) => quantity.start <= digits.start && quantity.end >= digits.end && !used.has(quantity));
    if (!found) {
      misses?.push(
        `not found: …${text.slice(Math.max(0, digits.start - 12), digits.start)}[${figure.digits}]${text.slice(digits.end, digits.end + 8)}…`,
      );
      continue;
    }
    used.add(found);
    tally.span += 1;
    const size = figure.minus ? found.value.replace(/^[-−－]/, "") : found.value;
    // A cell below 「（万元）」 may be told as 22290 万元 or as 222900000 元: both are the same quantity.
    const [, scale, bare] = figure.scaleAbove ? /^([万亿]?)(.*)$/.exec(found.unit)! : ["", "", found.unit];
    const right = isDecimalText(size) && equals(multiply(exact(size), exact(carried[scale as "" | "万" | "亿"])), printedValue(figure));
    // So may one below 「（名）」 be told in 人.
    const above = figure.unitAbove === "名" ? ["名", "人"] : [figure.unitAbove ?? figure.unit];
    const wanted = [figure.unit, ...above, figure.prefix ?? figure.unit].map(plainUnit);
    const unit = wanted.includes(plainUnit(bare!));
    if (right) tally.value += 1;
    if (right && unit) tally.unit += 1;
    if (!right || !unit) misses?.push(`${figure.digits}${figure.scale}${figure.unit} read as ${found.value} ${found.unit}`);
  }
  if (only) return;
  for (const quantity of sorted)
    if (!used.has(quantity))
      misses?.push(`no figure: ${quantity.text} in …${text.slice(Math.max(0, quantity.start - 10), quantity.end + 10)}…`);
  tally.onTruth += used.size;
}

const carried = { "": "1", 万: "10000", 亿: "100000000" } as const;

const plainUnit = (unit: string): string => unit.replace("：", ":").replace(/^百分点$/, "个百分点");
