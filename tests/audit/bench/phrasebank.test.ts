import { expect, test } from "vitest";
import { Composer } from "../../../bench/audit/compose.ts";
import { allHold } from "../../../bench/audit/edits/benign.ts";
import { generateReport } from "../../../bench/audit/generate.ts";
import { type Phrasebank, phrasebank } from "../../../bench/audit/phrases/bank.ts";
import type { Phrasing } from "../../../bench/audit/phrases/phrase.ts";
import { Random } from "../../../bench/audit/random.ts";
import { type Relation, relations } from "../../../bench/audit/relations.ts";
import { figuresOf, render, type Sentence, type Token } from "../../../bench/audit/report.ts";
import { createWorld } from "../../../bench/audit/world.ts";

const { development, heldBack } = phrasebank;

/** Phrases by the name of their relation; those of the combined sentences apart. */
function kinds({ sums, ratios, changes, copies, clutter }: Phrasebank): Record<string, readonly string[]> {
  return { ...sums, ...ratios, ...changes, copy: copies, clutter };
}

const combinedOf = ({ combined }: Phrasebank): Record<string, readonly string[]> => ({ ...combined });
const skeleton = (phrase: string): string => phrase.replace(/\{[sy]\}|[^\p{L}\p{N}{}[\]«»<>|/]/gu, "");

test("every relation has at least six phrasings held back and ten for development; no phrase twice", () => {
  expect(Object.keys(kinds(heldBack)).sort()).toEqual(Object.keys(kinds(development)).sort());
  expect([...Object.keys(kinds(heldBack)), "combined"].sort()).toEqual(Object.keys(relations).sort());
  for (const [kind, phrases] of Object.entries(kinds(heldBack))) expect(phrases.length, kind).toBeGreaterThanOrEqual(6);
  for (const [kind, phrases] of Object.entries(kinds(development))) expect(phrases.length, kind).toBeGreaterThanOrEqual(10);
  for (const [kind, phrases] of Object.entries(combinedOf(heldBack))) expect(phrases.length, kind).toBeGreaterThanOrEqual(4);
  const older = { ...kinds(development), ...combinedOf(development) };
  for (const [kind, phrases] of Object.entries({ ...kinds(heldBack), ...combinedOf(heldBack) })) {
    const old = older[kind]!.map(skeleton);
    expect(new Set([...old, ...phrases.map(skeleton)]).size, kind).toBe(new Set(old).size + phrases.length);
  }
  const all = [development, heldBack].flatMap((bank) => [
    ...Object.values(kinds(bank)),
    ...Object.values(combinedOf(bank)),
    bank.filler,
    bank.distractors,
  ]);
  expect(new Set(all.flat()).size).toBe(all.flat().length);
});

test("within one vocabulary no two things share a name", () => {
  for (const bank of [development, heldBack])
    for (const { things } of bank.words) {
      const names = Object.values(things).flatMap(([label, , ...synonyms]) => [label, ...synonyms]);
      expect(new Set(names).size).toBe(names.length);
      expect(Object.keys(things).sort()).toEqual(Object.keys(development.words[0]!.things).sort());
    }
});

test("no head of a table is in both sets, and every shape of the held-back set is drawn", () => {
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
                  .replace(/\d+|（.*?）|\/[^,]+/g, ""),
              ]
            : [],
        ),
      ),
    );
  const [old, fresh] = [heads("development"), heads("heldBack")];
  expect(fresh.size).toBe(4);
  for (const head of fresh) expect(old.has(head), head).toBe(false);
});

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
  for (const bank of [development, heldBack]) {
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
