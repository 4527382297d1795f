/** Shares with the amounts that they are told of, wherever their base stands: 甲30人，占30%; 甲30人、乙45人，分别占30%和45%. */
import type { Interval } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import { hundred, isExact, quotient } from "../relations/arithmetic.ts";
import type { Reading } from "../relations/relation.ts";
import { directionBefore, gapBefore, isAim } from "./cues.ts";
import { isOperand } from "./operands.ts";

export interface SharePair {
  readonly part: number;
  readonly share: number;
  /** The words that name the base; "" where the share says none. */
  readonly base: string;
  /** What the base may be. */
  readonly implied: Interval;
  /** The first share of those told in the order of their amounts; null where the amount stands right before. */
  readonly row: number | null;
}
const beside =
  /^[人名个所]?(?:[（(][^（）()]*[）)])?[，,（(]?\s*(?:约|共|合计)?(?:(?:所占|占|其)?(?:比例|比重|比)(?:为|是|达到?|约)*|占(?:到|了)?([^，。；、（()）]{0,18}))$/;
const trimmed = /(?:的?(?:比例|比重|比率))?(?:为|是|达到?|约|近|的)*\s*$/;

export function sharePairs(reading: Reading): SharePair[] {
  const found: SharePair[] = [];
  for (const share of reading.quantities.keys()) {
    if (!isShare(reading, share)) continue;
    const inOrder = respective(reading, share);
    if (inOrder.length > 0) {
      found.push(...inOrder);
      continue;
    }
    const pair = adjacent(reading, share);
    if (pair !== null) found.push(pair);
  }
  return found;
}

function isShare(reading: Reading, at: number): boolean {
  const [quantity, claim] = [reading.quantities[at]!, reading.claims[at]!];
  return (
    claim.sentence >= 0 &&
    quantity.kind === "share" &&
    quantity.unit === "%" &&
    isExact(quantity) &&
    !reading.corrupt.has(at) &&
    claim.aspect !== "growth" &&
    claim.aspect !== "rule" &&
    directionBefore(reading, at) === null
  );
}

function isPart(reading: Reading, at: number, sentence: number): boolean {
  const claim = reading.claims[at];
  return (
    claim !== undefined &&
    claim.sentence === sentence &&
    isOperand(reading, at) &&
    claim.aspect !== "change" &&
    directionBefore(reading, at) === null &&
    !isAim(reading, at)
  );
}

function adjacent(reading: Reading, share: number): SharePair | null {
  const { sentence } = reading.claims[share]!;
  let part = share - 1;
  // 出口30亿元，增长5%，占…: what is told of the part between the two is its change.
  while (share - part < 3 && reading.claims[part]?.sentence === sentence && /^(?:change|growth)$/.test(reading.claims[part]!.aspect))
    part -= 1;
  if (!isPart(reading, part, sentence)) return null;
  const words = beside.exec(gapBefore(reading, share));
  if (!words) return null;
  const base = (words[1] ?? "").replace(trimmed, "");
  return paired(reading, part, share, baseCalled(base), null);
}

/** What the base is called by; 占比14.3% and 占全市总量的14.3% say nothing of it. */
function baseCalled(words: string): string {
  const base = words.replace(/^(?:全|本)[市省县区校国]|^我[市省县区校]/, "");
  return /^(?:比|总[数量额]?|总[人件户][数次])?$/.test(base) ? "" : labelKey(base);
}

function paired(reading: Reading, part: number, share: number, base: string, row: number | null): SharePair | null {
  const implied = quotient(reading.quantities[part]!.interval, reading.quantities[share]!.interval, hundred);
  return implied === null ? null : { part, share, base, implied, row };
}

/** The first of a row of shares behind 分别, with as many amounts of one unit before it; ages and grades between are none of them. */
function respective(reading: Reading, first: number): SharePair[] {
  const told = /分别|依次|各占/.exec(gapBefore(reading, first));
  if (!told) return [];
  const { sentence } = reading.claims[first]!;
  const shares = [first];
  while (
    reading.claims[shares.at(-1)! + 1]?.sentence === sentence &&
    isShare(reading, shares.at(-1)! + 1) &&
    /^[、，,和与及]\s*$/.test(gapBefore(reading, shares.at(-1)! + 1))
  )
    shares.push(shares.at(-1)! + 1);
  const { unit } = reading.quantities[first - 1] ?? {};
  const parts: number[] = [];
  for (let at = first - 1; at >= 0 && parts.length < shares.length && reading.claims[at]!.sentence === sentence; at -= 1)
    if (reading.quantities[at]!.unit === unit && isPart(reading, at, sentence)) parts.unshift(at);
  if (shares.length < 2 || parts.length < shares.length) return [];
  const base = baseCalled(/占([^，。；、（()）]{0,18})$/.exec(gapBefore(reading, first))?.[1]?.replace(trimmed, "") ?? "");
  return shares.flatMap((share, at) => paired(reading, parts[at]!, share, base, first) ?? []);
}
