/** Baseline: Microsoft Recognizers-Text with one plain rule, that the figures behind 其中 add up to the last one before it. */
import suite from "@microsoft/recognizers-text-suite";
import type { Audited, Auditor, ScoredFinding, ScoredQuantity } from "../scoring/auditor.ts";

interface Recognized {
  readonly text: string;
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
  readonly resolution: Readonly<Record<string, string | null>> | null;
}

const { recognizeNumber, recognizePercentage, recognizeCurrency } = suite as unknown as Readonly<
  Record<"recognizeNumber" | "recognizePercentage" | "recognizeCurrency", (text: string, culture: string) => Recognized[]>
>;

/** By sentence, for it is slow on long texts, and once for each sentence that comes again. */
const cache = new Map<string, readonly ScoredQuantity[]>();

function quantitiesOf(sentence: string): readonly ScoredQuantity[] {
  const known = cache.get(sentence);
  if (known) return known;
  const kinds = [
    [recognizeCurrency, "元"],
    [recognizePercentage, "%"],
    [recognizeNumber, ""],
  ] as const;
  const found: ScoredQuantity[] = [];
  for (const [recognize, unit] of kinds)
    for (const { text, start, end, resolution } of recognize(sentence, "zh-cn")) {
      if (found.some((other) => start < other.end && other.start <= end)) continue;
      // Without a unit of its own it takes the sign behind: more than the library does, and to its favour.
      const behind = /^(人次|人|名|所|个百分点|个|家|项|册|平方米|倍)/.exec(sentence.slice(end + 1))?.[0] ?? "";
      found.push({ start, end: end + 1, text, value: (resolution?.value ?? "").replace("%", ""), unit: unit || behind });
    }
  found.sort((left, right) => left.start - right.start);
  cache.set(sentence, found);
  return found;
}

export const recognizersAuditor: Auditor = ({ text }): Audited => {
  const quantities: ScoredQuantity[] = [];
  const findings: ScoredFinding[] = [];
  for (const { 0: sentence, index } of text.matchAll(/[^。\n]+/g)) {
    const here = quantitiesOf(sentence).map((quantity) => ({ ...quantity, start: quantity.start + index, end: quantity.end + index }));
    quantities.push(...here);
    const among = sentence.indexOf("其中");
    if (among < 0) continue;
    const total = here.findLast(({ end }) => end <= index + among);
    const parts = here.filter(({ start, unit }) => start > index + among && unit === total?.unit);
    const sum = parts.reduce((sum, { value }) => sum + Number(value), 0);
    if (total && parts.length > 1 && sum !== Number(total.value))
      findings.push({ code: "SUM", tier: "proof", spans: [total, ...parts], proof: `${sum} ≠ ${total.value}` });
  }
  return { quantities, findings };
};

export const silence: Auditor = () => ({ quantities: [], findings: [] });
