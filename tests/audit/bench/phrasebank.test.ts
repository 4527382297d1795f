import { expect, test } from "vitest";
import { Composer } from "../../../bench/audit/compose.ts";
import { allHold } from "../../../bench/audit/edits/benign.ts";
import { mutantsOf } from "../../../bench/audit/edits/mutate.ts";
import { generateReport } from "../../../bench/audit/generate.ts";
import { oneTo, redrawn } from "../../../bench/audit/numbers.ts";
import { classify } from "../../../bench/audit/oracle/classify.ts";
import { operands } from "../../../bench/audit/oracle/equation.ts";
import { type Phrasebank, phrasebank } from "../../../bench/audit/phrases/bank.ts";
import { type Phrasing, phrasings } from "../../../bench/audit/phrases/phrase.ts";
import { Random } from "../../../bench/audit/random.ts";
import { type Relation, relations } from "../../../bench/audit/relations.ts";
import { type Figure, figuresOf, printedStep, printedValue, render, type Sentence, type Token } from "../../../bench/audit/report.ts";
import { createWorld } from "../../../bench/audit/world.ts";
import type { Exact } from "../../../src/core/quantity/exact.ts";

const { development, heldBack, opened, blind, wider, widerReserved } = phrasebank;
/** The halves of the wider set share all but the wording of their relations. */
const halves = { ...wider, filler: [], distractors: [], clutter: [] };
const otherHalf = widerReserved;
const banks = [development, heldBack, opened, blind, halves, otherHalf];

/** Phrases by the name of their relation; those of the combined sentences apart. */
function kinds({ sums, ratios, changes, copies, clutter }: Phrasebank): Record<string, readonly string[]> {
  return { ...sums, ...ratios, ...changes, copy: copies, clutter };
}

const combinedOf = ({ combined }: Phrasebank): Record<string, readonly string[]> => ({ ...combined });
const skeleton = (phrase: string): string => phrase.replace(/\{[sy]\}|[^\p{L}\p{N}{}[\]«»<>|/]/gu, "");

test("every relation has at least six phrasings held back, no fewer in each set after it and ten for development; no phrase twice", () => {
  for (const bank of banks) expect(Object.keys(kinds(bank)).sort()).toEqual(Object.keys(kinds(development)).sort());
  expect([...Object.keys(kinds(heldBack)), "combined"].sort()).toEqual(Object.keys(relations).sort());
  for (const [kind, phrases] of Object.entries(kinds(heldBack))) expect(phrases.length, kind).toBeGreaterThanOrEqual(6);
  for (const [kind, phrases] of Object.entries(kinds(development))) expect(phrases.length, kind).toBeGreaterThanOrEqual(10);
  for (const [kind, phrases] of Object.entries(combinedOf(heldBack))) expect(phrases.length, kind).toBeGreaterThanOrEqual(4);
  for (const [older, newer] of [
    [heldBack, opened],
    [opened, blind],
  ] as const)
    for (const [kind, phrases] of Object.entries({ ...kinds(older), ...combinedOf(older) })) {
      const later = { ...kinds(newer), ...combinedOf(newer) }[kind]!;
      expect(later.length, kind).toBeGreaterThanOrEqual(phrases.length);
    }
  banks.slice(1).forEach((bank, index) => {
    const earlier = banks.slice(0, index + 1).map((old): Record<string, readonly string[]> => ({ ...kinds(old), ...combinedOf(old) }));
    // The wider set says the same words with other signs and line breaks on purpose.
    const same = bank === halves || bank === otherHalf ? (phrase: string): string => phrase : skeleton;
    for (const [kind, phrases] of Object.entries({ ...kinds(bank), ...combinedOf(bank) })) {
      const old = earlier.flatMap((found) => found[kind]!.map(same));
      expect(new Set([...old, ...phrases.map(same)]).size, kind).toBe(new Set(old).size + phrases.length);
    }
  });
  const all = banks.flatMap((bank) => [...Object.values(kinds(bank)), ...Object.values(combinedOf(bank)), bank.filler, bank.distractors]);
  expect(new Set(all.flat()).size).toBe(all.flat().length);
});

test("within one vocabulary no two things share a name", () => {
  for (const bank of banks)
    for (const { things } of bank.words) {
      const names = Object.values(things).flatMap(([label, , ...synonyms]) => [label, ...synonyms]);
      expect(new Set(names).size).toBe(names.length);
      expect(Object.keys(things).sort()).toEqual(Object.keys(development.words[0]!.things).sort());
    }
});

test("no head of a table is in two sets, and every shape of the sets after development is drawn", () => {
  const heads = (phrasing: Phrasing): Set<string> =>
    new Set(
      Array.from({ length: 60 }, (_, index) => generateReport({ seed: 14, index, phrasing })).flatMap(({ blocks }) =>
        // Digits, units and names of parts aside.
        blocks.flatMap((block) =>
          block.kind === "table"
            ? [
                block.rows[0]!.flat()
                  .filter(isText)
                  .join()
                  .replace(/\d+|（.*?）|\/[^,]+|,+(?=$|其中)/g, "")
                  .replace(/,+$/, ""),
              ]
            : [],
        ),
      ),
    );
  const [old, ...later] = phrasings.map(heads) as [Set<string>, ...Set<string>[]];
  expect(later.map(({ size }) => size)).toEqual([4, 6, 7, 3, 3]);
  const seen = new Set(old);
  for (const set of later)
    for (const head of set) {
      expect(seen.has(head), head).toBe(false);
      seen.add(head);
    }
});

const inNumber = ({ numerator, denominator }: Exact): number => Number(numerator) / Number(denominator);

const isText = (token: Token): token is string => typeof token === "string";

const told = ({ tokens }: Sentence): string =>
  tokens.map((token) => (typeof token === "string" ? token : token.kind === "word" ? token.text : token.digits)).join("");

/** Tells the one phrase in worlds of every level until one of them has what it needs. */
function tell(relation: Relation, bank: Phrasebank, seed: number): Sentence | null {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const random = new Random(seed * 100 + attempt);
    const world = createWorld(random, (["city", "school", "province"] as const)[attempt % 3]!, random.pick(bank.words));
    const composer = new Composer(random, world);
    // Copies and shares of a base elsewhere need something printed before.
    if (attempt > 0) for (const key of world.facts.keys()) composer.note(composer.level(key));
    const sentence = relation(composer, bank);
    if (sentence) return sentence;
  }
  return null;
}

test("every phrase of every relation can be filled and says each of its figures once", () => {
  for (const bank of banks) {
    const { sums, ratios, changes, combined } = bank;
    const single = (name: string, phrase: string): Phrasebank => ({
      ...bank,
      sums: { ...sums, ...(name in sums ? { [name]: [phrase] } : {}) },
      ratios: { ...ratios, ...(name in ratios ? { [name]: [phrase] } : {}) },
      changes: { ...changes, ...(name in changes ? { [name]: [phrase] } : {}) },
      copies: name === "copy" ? [phrase] : bank.copies,
      clutter: name === "clutter" ? [phrase] : bank.clutter,
    });
    const cases: [string, string, Relation, Phrasebank][] = Object.entries(kinds(bank)).flatMap(([name, phrases]) =>
      phrases.map((phrase): [string, string, Relation, Phrasebank] => [name, phrase, relations[name]!, single(name, phrase)]),
    );
    for (const [name, phrases] of Object.entries(combinedOf(bank)))
      for (const phrase of phrases) {
        const only = Object.fromEntries([[name, [phrase]]]) as unknown as typeof combined;
        cases.push([name, phrase, relations.combined!, { ...bank, combined: only }]);
      }
    cases.forEach(([name, phrase, relation, one], seed) => {
      const sentence = tell(relation, one, seed);
      expect(sentence, `${name} ${phrase}`).not.toBeNull();
      expect(told(sentence!), name).not.toMatch(/[{}[\]<>«»|]/);
      const ids = sentence!.tokens.flatMap((token) => (typeof token !== "string" && token.kind === "figure" ? [token.id] : []));
      expect(new Set(ids).size, phrase).toBe(ids.length);
    });
  }
});

test("held-back reports: every equation holds, no fact has two values, no share of a base is over 100 %", () => {
  for (let index = 0; index < 200; index += 1) {
    const report = generateReport({ seed: 51, index, phrasing: "heldBack" });
    expect(allHold(report)).toBe(true);
    const values = new Map<string, Set<string>>();
    for (const { fact, scale, plain, minus } of figuresOf(report))
      values.set(fact, (values.get(fact) ?? new Set()).add(scale === "" && minus ? `-${plain}` : plain + scale));
    for (const [fact, found] of values) {
      // The change of a fact stands with a minus in a table and without one behind 减少.
      const sizes = new Set([...found].map((value) => value.replace("-", "")));
      expect(sizes.size, `${fact}: ${[...found].join()}`).toBe(1);
    }
    for (const { fact, role, plain } of figuresOf(report))
      if (role === "share" && !fact.startsWith("entrants/planned")) expect(Number(plain), fact).toBeLessThanOrEqual(100);
    const { document, figures } = render(report);
    for (const { figure, digits } of figures.values()) expect(document.text.slice(digits.start, digits.end)).toBe(figure.digits);
  }
});

test.each(["opened", "blind"] as const)(
  "%s reports: every equation holds, what a table gives in full and a sentence in 万 is one value, numbers are printed in several ways",
  (phrasing) => {
    const seen = { grouped: 0, scaled: 0, hundredMillions: 0, chinese: 0, oneTo: 0, moneyTables: 0, lists: 0 };
    for (let index = 0; index < 200; index += 1) {
      const report = generateReport({ seed: 53, index, phrasing });
      expect(allHold(report)).toBe(true);
      const values = new Map<string, Figure[]>();
      for (const figure of figuresOf(report)) values.set(figure.fact, [...(values.get(figure.fact) ?? []), figure]);
      for (const [fact, found] of values) {
        for (const scale of ["", "万", "亿"] as const) {
          const same = found.filter((figure) => figure.scale === scale).map(({ plain }) => plain);
          expect(new Set(same).size, `${fact}: ${same.join()}`).toBeLessThanOrEqual(1);
        }
        for (const figure of found) {
          const off = Math.abs(inNumber(printedValue(figure)) - Math.abs(inNumber(figure.exact)));
          expect(off, `${fact} ${figure.plain}${figure.scale}`).toBeLessThanOrEqual(inNumber(printedStep(figure)) / 2 + 1e-9);
          if (figure.role === "share" && !fact.startsWith("entrants/planned")) expect(Number(figure.plain), fact).toBeLessThanOrEqual(100);
          if (figure.digits.includes(",")) seen.grouped += 1;
          if (figure.scale === "万" && figure.unit !== "元" && figure.unitAbove !== "元") seen.scaled += 1;
          if (figure.scale === "亿") seen.hundredMillions += 1;
          if (/[一两三四五六七八九十]/.test(figure.digits)) seen.chinese += 1;
          if (figure.prefix) seen.oneTo += 1;
          if (figure.scaleAbove) seen.moneyTables += 1;
        }
      }
      const { document, figures } = render(report);
      expect(document.text).not.toMatch(/[¶{}[\]<>«»|]/);
      for (const { figure, digits } of figures.values()) expect(document.text.slice(digits.start, digits.end)).toBe(figure.digits);
      if (/\n {4}(?:● |——|总计[：　])/.test(document.text)) seen.lists += 1;
    }
    for (const [way, count] of Object.entries(seen)) expect(count, way).toBeGreaterThan(20);
  },
);

test.each(["opened", "blind", "widerReserved"] as const)(
  "every mutant of %s reports is classed, and each operator makes faults that the text shows",
  (phrasing) => {
    const shown = new Map<string, number>();
    for (let index = 0; index < 40; index += 1) {
      const report = generateReport({ seed: 54, index, phrasing });
      const clean = render(report).document.text;
      for (const edit of mutantsOf(report, new Random(index), 2)) {
        const { checkable, violated } = classify(edit);
        expect(["text", "data", "equivalent"]).toContain(checkable);
        for (const { law } of violated) expect(operands(law).some((id) => edit.figures.includes(id))).toBe(true);
        expect(render(edit.report).document.text, edit.operator).not.toBe(clean);
        shown.set(edit.operator, (shown.get(edit.operator) ?? 0) + (checkable === "text" ? 1 : 0));
      }
    }
    expect(shown.size).toBe(16);
    for (const [operator, count] of shown) expect(count, operator).toBeGreaterThan(0);
  },
);

test("a slip keeps the manner of its figure: thousands stay apart, 1：n stays in front", () => {
  const grouped = { kind: "figure", digits: "12,325", plain: "12325" } as Figure;
  expect(redrawn(grouped, "12352")).toBe("12,352");
  expect(redrawn(grouped, "12325.5")).toBe("12,325.5");
  expect(redrawn({ ...grouped, digits: "三", plain: "3" }, "5")).toBe("五");
  expect(redrawn({ ...grouped, digits: "三", plain: "3" }, "33")).toBe("33");
  expect(redrawn({ ...grouped, digits: "12325" }, "12352")).toBe("12352");
  const ratio = { ...grouped, id: 1, digits: "15.3", plain: "15.3", scale: "", hedge: "", unit: "：1" } as Figure;
  const blocks = [{ kind: "paragraph", sentences: [{ relation: "", tokens: [oneTo({ ...ratio, leftover: "14.9 " })] }] }] as const;
  const rendered = render({ ...generateReport({ seed: 1, index: 0, phrasing: "opened" }), blocks });
  expect(rendered.document.text.trim()).toBe("1：14.9 15.3");
  expect(rendered.figures.get(1)!.whole).toEqual({ start: 4, end: 15 });
});
