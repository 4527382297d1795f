/** Combined: one sentence that states several relations, so that each figure in it stands between others it has nothing to do with. */
import { divide, exact } from "../../src/core/quantity/exact.ts";
import type { Composer } from "./compose.ts";
import { oneTo } from "./numbers.ts";
import type { Phrasebank } from "./phrases/bank.ts";
import type { Figure, Sentence } from "./report.ts";
import { valueOf } from "./world.ts";

const hundred = exact(100);
const relation = "combined";

type Kind = keyof Phrasebank["combined"];
type Teller = (composer: Composer, phrase: string) => Sentence | null;

/** Part ÷ base of figures that stand in the same sentence. */
function stateShare(composer: Composer, result: Figure, numerator: Figure, denominator: Figure): void {
  composer.state(relation, { type: "quotient", result: result.id, numerator: numerator.id, denominator: denominator.id, factor: hundred });
}

/** The change of a fact since last year; null where there is none. */
function changed(composer: Composer, key: string): { n: Figure; b: Figure; c: Figure; up: boolean } | null {
  const [n, b] = [composer.level(key), composer.level(key, "before")];
  if (n.plain === b.plain) return null;
  const up = composer.rises(n, b);
  const c = composer.change(n, b, n.role, n.unit);
  composer.state(relation, { type: "difference", now: n.id, before: b.id, change: c.id, sign: up ? 1 : -1 });
  return { n, b, c, up };
}

const tellers: Readonly<Record<Kind, Teller>> = {
  changeAndGrowth: (composer, phrase) => {
    const key = composer.random.pick(["students", "entrants", "staff", "books", "partners", "funds", "floor"]);
    const made = changed(composer, key);
    if (!made) return null;
    const { up, ...figures } = made;
    const g = composer.growth(made.n, made.b);
    composer.state(relation, { type: "growth", now: made.n.id, before: made.b.id, rate: g.id, sign: up ? 1 : -1 });
    return composer.fill(relation, phrase, { words: { t: composer.label(key) }, figures: { ...figures, g }, up });
  },
  partsAndShares: (composer, phrase) => {
    const { whole, parts } = composer.random.pick(composer.world.partitions);
    const t = composer.level(whole);
    const items = parts.map((key) => {
      const [l, p] = [composer.level(key), composer.share(key, whole)];
      stateShare(composer, p, l, t);
      return { words: { l: composer.label(key) }, figures: { l, p } };
    });
    composer.state(relation, { type: "sum", total: t.id, parts: items.map(({ figures }) => figures.l.id) });
    return composer.fill(relation, phrase, { words: { t: composer.label(whole) }, figures: { t }, items });
  },
  shareOfShare: (composer, phrase) => {
    const [t, a, d] = [composer.level("teachers"), composer.level("vocational"), composer.level("double")];
    const [p, q] = [composer.share("vocational", "teachers"), composer.share("double", "vocational")];
    stateShare(composer, p, a, t);
    stateShare(composer, q, d, a);
    const words = {
      t: composer.label("teachers"),
      b: composer.base("teachers"),
      a: composer.label("vocational"),
      e: composer.base("vocational"),
      d: composer.label("double"),
    };
    return composer.fill(relation, phrase, { words, figures: { t, a, d, p, q } });
  },
  rateAndParts: (composer, phrase) => {
    const name = composer.world.rates.find(([, numerator]) => numerator === "placed")![0];
    const [d, n] = [composer.level("graduates"), composer.level("placed")];
    const r = composer.share("placed", "graduates", "now", name);
    stateShare(composer, r, n, d);
    const items = ["hired", "promoted"].map((key) => ({ words: { l: composer.label(key) }, figures: { l: composer.level(key) } }));
    composer.state(relation, { type: "sum", total: n.id, parts: items.map(({ figures }) => figures.l.id) });
    const words = { d: composer.label("graduates"), n: composer.label("placed"), r: name };
    return composer.fill(relation, phrase, { words, figures: { d, n, r }, items });
  },
  changeAndShare: (composer, phrase) => {
    const people = ["students", "teachers", "staff", "entrants"];
    const [part, key] = composer.random.pick(composer.world.shares.filter(([, base]) => people.includes(base)));
    const made = changed(composer, key);
    if (!made) return null;
    const { up, ...figures } = made;
    const [a, p] = [composer.level(part), composer.share(part, key)];
    stateShare(composer, p, a, made.n);
    const words = { t: composer.label(key), a: composer.label(part), e: composer.base(key) };
    return composer.fill(relation, phrase, { words, figures: { ...figures, a, p }, up });
  },
  changeAndRatio: (composer, phrase) => {
    const made = changed(composer, "students");
    if (!made) return null;
    const { facts } = composer.world;
    const n = composer.level("teachers");
    const value = divide(valueOf(facts.get("students")!, "now"), valueOf(facts.get("teachers")!, "now"));
    const r = composer.derived("students÷teachers:1", "ratio", value, 1, composer.random.pick(["：1", ":1"]), "生师比");
    composer.state(relation, { type: "quotient", result: r.id, numerator: made.n.id, denominator: n.id, factor: exact(1) });
    const words = { d: composer.label("students"), n: composer.label("teachers") };
    return composer.fill(relation, phrase, { words, figures: { d: made.n, b: made.b, c: made.c, n, r, v: oneTo(r) }, up: made.up });
  },
};

export function combined(composer: Composer, bank: Phrasebank): Sentence | null {
  // Another kind each time, while there are others.
  const kinds = Object.keys(bank.combined) as Kind[];
  const fresh = kinds.filter((kind) => !composer.used.has(kind));
  const kind = composer.random.pick(fresh.length > 0 ? fresh : kinds);
  composer.used.add(kind);
  return tellers[kind](composer, composer.random.pick(bank.combined[kind]));
}
