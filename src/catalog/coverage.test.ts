/** Keeps docs/coverage.md true: every code that it names exists, its lists are complete, and a row without a code says why. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { knowledge } from "./knowledge.ts";

interface Row {
  readonly id: string;
  readonly codes: readonly string[];
  /** All cells, without the code cell. */
  readonly text: readonly string[];
  readonly remark: string;
}

const text = readFileSync(path.join(import.meta.dirname, "../../docs/coverage.md"), "utf8");

/** Rows by the letter of their list. */
const lists = new Map<string, Row[]>();
for (const line of text.split("\n")) {
  const cells = line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
  const id = cells[0] ?? "";
  if (!/^[A-Z]\d+$/.test(id) || (cells.length !== 5 && cells.length !== 6)) continue;
  const codes = [...cells.at(-2)!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
  const row = { id, codes, text: cells.slice(1, -2), remark: cells.at(-1)! };
  lists.set(id[0]!, [...(lists.get(id[0]!) ?? []), row]);
}

const known = new Set([
  ...knowledge.ledgers.flatMap((ledger) => [ledger.code, ...(ledger.kind === "register" ? ledger.columns.map((column) => `${ledger.code}.${column.code}`) : [])]),
  ...knowledge.elements.map((element) => element.code),
  ...knowledge.indicators.map((indicator) => indicator.code),
  ...knowledge.checks.map((check) => check.code),
]);

/** How many rows each list has when it is complete. */
const complete: Readonly<Record<string, number>> = {
  /** Numeric statements of the source report. */
  N: 86,
  /** Activities of the source report. */
  A: 101,
  /** The source's figures that were recomputed. */
  Q: 60,
  /** Indicators of the field, with every base in use, and the fields of the six tables. */
  I: 74,
  /** Fields that a province collects from each school. */
  F: 134,
  /** Thresholds of the standards. */
  T: 29,
};

describe.each(Object.entries(complete))("list %s", (letter, size) => {
  const rows = lists.get(letter) ?? [];

  it(`has rows 1 to ${size}`, () => {
    expect(rows.map((row) => row.id)).toEqual(Array.from({ length: size }, (_, position) => `${letter}${position + 1}`));
  });

  it("names only what the catalog has", () => {
    expect(rows.flatMap((row) => row.codes.filter((code) => !known.has(code)).map((code) => `${row.id}: ${code}`))).toEqual([]);
  });

  it("maps each row to a code or says why not", () => {
    expect(rows.filter((row) => row.codes.length === 0 && !row.remark.startsWith("不设：")).map((row) => row.id)).toEqual([]);
    expect(rows.filter((row) => row.text.some((cell) => cell === "")).map((row) => row.id)).toEqual([]);
  });
});

describe("the list of thresholds", () => {
  it("names a measure of every standard's line", () => {
    const named = new Set(lists.get("T")?.flatMap((row) => row.codes));
    expect(knowledge.standards.flatMap((standard) => standard.lines.map((line) => line.measure)).filter((measure) => !named.has(measure))).toEqual([]);
  });
});

describe("the source's line numbers", () => {
  it("lie within its 98 lines", () => {
    const numbers = ["N", "A", "Q"].flatMap((letter) => (lists.get(letter) ?? []).flatMap((row) => row.text[0]!.split("、").map(Number)));
    expect(numbers.filter((number) => !(Number.isInteger(number) && number >= 1 && number <= 98))).toEqual([]);
  });
});
