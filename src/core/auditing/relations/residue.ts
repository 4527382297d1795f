/** Remains of an edit: two values in one place, spaced (69 25.88册) or glued (204174人), and changes tracked but never decided on a figure. */
import { add, compare, multiply, subtract } from "../../quantity/exact.ts";
import { scale as scaled } from "../../quantity/interval.ts";
import type { Document, Span } from "../document.ts";
import type { NotQuantity, Quantity } from "../quantity.ts";
import { scanQuantities } from "../scan/scan.ts";
import { bare, hundred, meet, printed, quotient, shownInterval } from "./arithmetic.ts";
import { valueCalled } from "./lookup.ts";
import { broken, type Reading, type Relation } from "./relation.ts";

/** Pairs of figures with nothing but spaces between them, the first without a unit: what each could have meant. */
export function spacedRemains(document: Document, quantities: readonly Quantity[]): Map<number, readonly Quantity[]> {
  const corrupt = new Map<number, readonly Quantity[]>();
  const inTable = tableTest(document);
  for (let at = 0; at + 1 < quantities.length; at += 1) {
    const [left, right] = [quantities[at]!, quantities[at + 1]!];
    if (left.chinese || right.chinese || left.hedge) continue;
    // 96名99名: two whole figures with nothing at all between them.
    if (
      left.unit !== "" &&
      left.unit === right.unit &&
      left.end === right.digits.start &&
      left.kind === right.kind &&
      !inTable(left.start)
    ) {
      corrupt.set(at, [left, right]);
      corrupt.set(at + 1, corrupt.get(at)!);
      continue;
    }
    if (left.unit !== "" || left.kind !== "number" || left.digits.end !== left.end) continue;
    if (right.kind === "range" || (right.kind === "ratio" && !isNear(left, right))) continue;
    if (right.unit === "" || right.start !== right.digits.start) continue;
    const gap = document.text.slice(left.end, right.start);
    // 35-60岁 32.00 40.0 60岁以上: a line of a table, laid flat.
    const before = document.text.slice(Math.max(0, left.start - 24), left.start);
    if (/\d[\d.%]*\s+$/.test(before) || right.unit.startsWith("岁")) continue;
    if (!/^ {1,3}$/.test(gap) || inTable(left.start) || /[A-Za-z.:：/]$/.test(document.text.slice(Math.max(0, left.start - 1), left.start)))
      continue;
    const alternatives = [{ ...left, unit: right.unit, kind: right.kind }, right];
    corrupt.set(at, alternatives);
    corrupt.set(at + 1, alternatives);
  }
  return corrupt;
}

/** 15.4 15.6:1: no more apart than two years' ratios. */
function isNear(left: Quantity, right: Quantity): boolean {
  const [one, two] = [left, right].map(({ value }) => Number(value.numerator) / Number(value.denominator)) as [number, number];
  return Math.min(one, two) * 1.25 > Math.max(one, two);
}

function tableTest(document: Document): (at: number) => boolean {
  const tables = document.blocks.filter((block) => block.kind === "table");
  return (at) => tables.some((table) => at >= table.start && at < table.end);
}

/** 招生1923人，超出年度计划1850人73人: the second is what the first leaves of a figure before. */
function isDifference(reading: Reading, at: number): boolean {
  const [left, right] = [reading.quantities[at]!, reading.quantities[at + 1]!];
  return [at - 1, at - 2].some((index) => {
    const whole = reading.quantities[index];
    return (
      whole !== undefined &&
      reading.claims[index]!.sentence === reading.claims[at]!.sentence &&
      [add(left.value, right.value), subtract(left.value, right.value)].some((value) => compare(value, whole.value) === 0)
    );
  });
}

export function residueRelations(reading: Reading): Relation[] {
  const found: Relation[] = [];
  for (const [at, alternatives] of reading.corrupt) {
    const [left, right] = [reading.quantities[at]!, reading.quantities[at + 1]];
    if (!right || reading.corrupt.get(at + 1) !== alternatives || isSpacedOut(reading.document, left.start)) continue;
    if (isDifference(reading, at)) continue;
    found.push(
      broken([at, at + 1], {
        code: "RESIDUE",
        // 8 6.5亩 may be one number with a blank in it.
        tier: bare(left).length > 1 ? "proof" : "warning",
        message: {
          zh: `一处写了两个数：“${printed(left)}”和“${printed(right)}”，像是修改后旧值没有删去`,
          en: `two values in one place, "${printed(left)}" and "${printed(right)}": an edit left the old one`,
        },
        proof: `“${reading.document.text.slice(left.start, right.end)}”只能有一个值`,
        at: [at, at + 1],
        suggestions: [
          { zh: `只留“${printed(right)}”`, en: `keep "${printed(right)}" only` },
          { zh: `或只留“${printed(left)}${right.unit}”`, en: `or keep "${printed(left)}${right.unit}" only` },
        ],
      }),
    );
  }
  return found;
}

/** 共 有 学 生 2 3 4 5 人: where signs are set apart, as scanners and converters leave them, a blank in a number says nothing. */
function isSpacedOut(document: Document, at: number): boolean {
  const around = document.text.slice(Math.max(0, at - 200), at + 200);
  return (around.match(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])|(?<=\d) (?=[\d.])|(?<=\.) (?=\d)/g) ?? []).length > 3;
}

/** Glued values: a part that exceeds its base, and whose digits split into one that fits the share. */
export function gluedRemains(reading: Reading): { readonly corrupt: Map<number, readonly Quantity[]>; readonly relations: Relation[] } {
  const corrupt = new Map<number, readonly Quantity[]>();
  const relations: Relation[] = [];
  for (const [at, claim] of reading.claims.entries()) {
    if (claim.aspect !== "share" || !claim.base || claim.subject === null || reading.corrupt.has(claim.subject)) continue;
    const piece = reading.quantities[claim.subject]!;
    const whole = valueCalled(reading, claim.base, at, piece.unit);
    if (whole === null || compare(piece.value, reading.quantities[whole]!.value) <= 0) continue;
    const base = reading.quantities[whole]!;
    const pieces = splits(reading.document.text, piece).find(([left, right]) =>
      [left, right].some((each) => {
        const computed = quotient(each.interval, base.interval, hundred);
        return computed !== null && meet(computed, claim.quantity.interval);
      }),
    );
    if (!pieces) continue;
    corrupt.set(claim.subject, pieces);
    const fitting = pieces.find((each) => meet(quotient(each.interval, base.interval, hundred)!, claim.quantity.interval))!;
    relations.push(
      broken([claim.subject, at, whole], {
        code: "RESIDUE",
        tier: "proof",
        message: {
          zh: `“${printed(piece)}”超过“${claim.base}”${printed(base)}，像是两个值粘在一起：${bare(pieces[0])}和${bare(pieces[1])}`,
          en: `"${printed(piece)}" exceeds its base ${printed(base)}: two values glued, ${bare(pieces[0])} and ${bare(pieces[1])}`,
        },
        proof: `${bare(piece)} > ${bare(base)}；${bare(fitting)} ÷ ${bare(base)} = ${shownInterval(quotient(fitting.interval, base.interval, hundred)!, claim.quantity)}%`,
        at: [claim.subject, at, whole],
        suggestions: [{ zh: `只留${bare(fitting)}${piece.unit}`, en: `keep ${bare(fitting)} only` }],
      }),
    );
  }
  return { corrupt, relations };
}

/** Both halves of the digits, cut at every place where neither begins with zero. */
function splits(text: string, quantity: Quantity): [Quantity, Quantity][] {
  const digits = text.slice(quantity.digits.start, quantity.digits.end);
  if (!/^\d{4,12}$/.test(digits)) return [];
  const cuts: [Quantity, Quantity][] = [];
  for (let at = 1; at < digits.length; at += 1) {
    if (digits[at] === "0") continue;
    const halves = [digits.slice(0, at), digits.slice(at)].map((half) => {
      const read = scanQuantities(`${half}${/^\s*([^\d\s]+)/.exec(text.slice(quantity.digits.end, quantity.end))?.[1] ?? ""}`)
        .quantities[0];
      if (!read) return null;
      const { scale } = quantity;
      return {
        ...quantity,
        value: multiply(read.value, scale),
        step: multiply(read.step, scale),
        interval: scaled(read.interval, scale),
        text: half,
      };
    });
    if (halves[0] && halves[1]) cuts.push([halves[0], halves[1]]);
  }
  // Even cuts are the likeliest: 204|174.
  return cuts.sort((left, right) => unevenness(left) - unevenness(right));
}

const unevenness = ([left, right]: [Quantity, Quantity]): number => Math.abs(left.text.length - right.text.length);

/** 55,55061,185人: two values with thousands' commas that run into one another. */
export function gluedThousands(
  document: Document,
  notQuantities: readonly NotQuantity[],
): { readonly span: Span; readonly text: string }[] {
  return notQuantities
    .filter(({ why }) => why === "two values")
    .map(({ start, end }) => ({ span: { start, end }, text: document.text.slice(start, end) }));
}

/** 75.774.2%: two decimals that run into one another. */
export function gluedDecimals(document: Document, notQuantities: readonly NotQuantity[]): { readonly span: Span; readonly text: string }[] {
  return notQuantities
    .filter(
      (each) =>
        each.why === "code" &&
        /^\d{1,3}\.\d{1,4}\.\d{1,2}$/.test(each.text) &&
        /^\s?(?:%|％|个百分点)/.test(document.text.slice(each.end, each.end + 5)),
    )
    .map((each) => ({ span: { start: each.start, end: each.end + 1 }, text: document.text.slice(each.start, each.end + 1) }));
}

/** Figures on which a tracked change is still open. */
export function trackedOnFigures(
  document: Document,
  quantities: readonly Quantity[],
): { readonly quantity: number; readonly deleted: string; readonly inserted: string }[] {
  const found = new Map<number, { deleted: string; inserted: string }>();
  const changes = [...document.changes].sort((left, right) => left.start - right.start);
  let from = 0;
  for (const [index, quantity] of quantities.entries()) {
    while (from < changes.length && changes[from]!.end < quantity.digits.start) from += 1;
    for (let at = from; at < changes.length && changes[at]!.start <= quantity.digits.end; at += 1) {
      const change = changes[at]!;
      const touches =
        change.kind === "deleted"
          ? /\d|[一二三四五六七八九十百千万]/.test(change.text)
          : change.start < quantity.digits.end && change.end > quantity.digits.start;
      if (!touches || (change.kind === "inserted" && change.text.length > 40)) continue;
      const entry = found.get(index) ?? { deleted: "", inserted: "" };
      if (change.kind === "deleted") entry.deleted += change.text;
      else entry.inserted += change.text;
      found.set(index, entry);
    }
  }
  return [...found].map(([quantity, each]) => ({ quantity, ...each }));
}
