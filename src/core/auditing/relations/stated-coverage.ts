/**
 * Coverage that a text states behind its figures, 27443人（9/10所）: figures of different organisations stand in no relation,
 * while a ratio that shows what it was computed from, 15：1（8/10所，25006人÷1644人）, must be what these give.
 */
import type { FindingCode } from "../../definition/check.ts";
import { add, exact, subtract } from "../../quantity/exact.ts";
import { point } from "../../quantity/interval.ts";
import type { Claim } from "../claim.ts";
import type { Quantity } from "../quantity.ts";
import { asRounded, bare, hundred, printed, quotient, shownInterval, verdict } from "./arithmetic.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

const coverage = /^\s?[（(](\d{1,4})\/(\d{1,4})\s?(所|个单位)(?=[）)，,])/;
/** A coverage with nothing else in its bracket, as a cell has it behind its figure. */
export const coverageAtEnd = /[（(]\d{1,4}\/\d{1,4}\s?(?:所|个单位)[）)]$/;
const coverageAlone = /^\s?[（(]\d{1,4}\/\d{1,4}\s?(?:所|个单位)[）)]/;
const bracketOpen = /^\s?[（(]\d{1,4}\/\d{1,4}\s?(?:所|个单位)[，,]\s?$/;
const operators = /^\s?([÷-])\s?$/;

/** A bracket stands at `end`, or behind one blank: what every coverage begins with. */
function opensBracket(text: string, end: number): boolean {
  const sign = text[end] ?? "\n";
  return "（(".includes(sign) || (sign.trim() === "" && "（(".includes(text[end + 1] ?? "\n"));
}

/** Where the words behind a figure begin: behind its coverage, 102场（10/13个单位）；其中…. */
export function behindCoverage(text: string, end: number): number {
  return end + (coverageAlone.exec(text.slice(end, end + 20))?.[0].length ?? 0);
}

/** Coverage by figure, "9/10所"; null where the text states none. In a sentence it holds until the next one. */
export function statedCoverage({ document, quantities, bySentence }: Reading): readonly (string | null)[] {
  const found: (string | null)[] = quantities.map(({ end }) => {
    if (!opensBracket(document.text, end)) return null;
    const [, some, all, unit] = coverage.exec(document.text.slice(end, end + 20)) ?? [];
    return some === undefined ? null : `${some}/${all}${unit}`;
  });
  for (const indexes of bySentence) {
    let holds: string | null = null;
    for (const at of indexes) found[at] = holds = found[at] ?? holds;
  }
  return found;
}

/** Whether all these figures cover the same organisations, as far as the text says. */
export function coversOne(covered: readonly (string | null)[], figures: readonly number[]): boolean {
  let first: string | null = null;
  for (const at of figures) {
    const stated = covered[at] ?? null;
    if (stated === null || stated === first) continue;
    if (first !== null) return false;
    first = stated;
  }
  return true;
}

const ofQuotient: ReadonlySet<FindingCode> = new Set<FindingCode>(["SHARE", "RATIO", "PERCAP", "BASE"]);

/**
 * Without the relations between figures of different coverage (but no part of some exceeds the whole of all), and without
 * faults of a quotient that shows its own operands and is what they give: it rests on these and not on others of their name.
 */
export function comparable(reading: Reading, relations: readonly Relation[], covered: readonly (string | null)[]): Relation[] {
  const given = new Set(
    shownOperandRelations(reading).flatMap(({ operands, held: holds }) => (holds ? [factOf(reading, operands[0]!)] : [])),
  );
  return relations.filter(({ operands, finding }) => {
    if (finding && ofQuotient.has(finding.code) && given.has(factOf(reading, finding.at[0] ?? -1))) return false;
    if (coversOne(covered, operands)) return true;
    const stated = [...new Set(operands.flatMap((at) => covered[at] ?? []))];
    return finding?.code === "SUBSET" && stated.length === 2 && stated.some(isComplete);
  });
}

/** The same figure in prose and in a table; by its place where it is not known what it is. */
function factOf(reading: Reading, at: number): string {
  const claim = reading.claims[at];
  return claim?.concept ? `${claim.concept} ${claim.period} ${bare(claim.quantity)}` : String(at);
}

function isComplete(stated: string): boolean {
  const [some, all] = stated.split("/");
  return Number(some) === Number.parseInt(all!, 10);
}

interface Shown {
  readonly at: number;
  readonly operator: "÷" | "-";
}

/** Figures that show their operands, which are the two figures behind them. */
function shownOperands(text: string, quantities: readonly Quantity[]): Shown[] {
  return quantities.flatMap((quantity, at) => {
    const [left, right] = [quantities[at + 1], quantities[at + 2]];
    if (!left || !right || !opensBracket(text, quantity.end) || !bracketOpen.test(text.slice(quantity.end, left.start))) return [];
    const operator = operators.exec(text.slice(left.end, right.start))?.[1];
    return operator === "÷" || operator === "-" ? [{ at, operator }] : [];
  });
}

/** The operands that a figure shows belong to it and say nothing of their own. */
export function withoutShownOperands(claims: readonly Claim[], text: string): Claim[] {
  const operands = new Set(
    shownOperands(
      text,
      claims.map(({ quantity }) => quantity),
    ).flatMap(({ at }) => [at + 1, at + 2]),
  );
  return claims.map((claim, at) =>
    operands.has(at)
      ? {
          ...claim,
          aspect: "rule",
          label: "",
          named: { start: claim.quantity.start, end: claim.quantity.start },
          concept: null,
          base: null,
          subject: null,
        }
      : claim.subject !== null && operands.has(claim.subject)
        ? { ...claim, subject: null }
        : claim,
  );
}

export function shownOperandRelations({ document, quantities }: Reading): Relation[] {
  return shownOperands(document.text, quantities).flatMap(({ at, operator }) => {
    const [said, left, right] = [quantities[at]!, quantities[at + 1]!, quantities[at + 2]!];
    const operands = [at, at + 1, at + 2];
    const computed =
      operator === "-"
        ? [point(subtract(left.value, right.value))]
        : [said.unit === "%" ? hundred : exact(1), ...(said.kind === "number" ? [hundred] : [])].flatMap(
            (factor) => quotient(left.interval, right.interval, factor) ?? [],
          );
    const [first] = computed;
    if (!first) return [];
    if (computed.some((value) => verdict(value, asRounded(said)) === "held")) return [held(...operands)];
    const value = shownInterval(first, said);
    return [
      broken(
        operands,
        {
          code: codeOf(said, operator),
          tier: "proof",
          message: {
            zh: `${printed(said)}与其后所列算式不符，按算式应为${value}`,
            en: `${printed(said)} is not what the operands behind it give, ${value}`,
          },
          proof: `${bare(left)} ${operator} ${bare(right)} = ${value} ≠ ${printed(said)}`,
          at: operands,
        },
        operator === "-"
          ? new Map([
              [at, first],
              [at + 1, point(add(said.value, right.value))],
              [at + 2, point(subtract(left.value, said.value))],
            ])
          : undefined,
      ),
    ];
  });
}

function codeOf({ unit }: Quantity, operator: Shown["operator"]): FindingCode {
  if (operator === "-") return "SUM";
  return unit === "%" ? "SHARE" : unit === ":1" ? "RATIO" : "PERCAP";
}
