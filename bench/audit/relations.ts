/** Relations: for each kind of statement, which facts it takes and which equation it asserts. */
import { divide, type Exact, exact, multiply } from "../../src/core/quantity/exact.ts";
import { combined } from "./combined.ts";
import type { Composer } from "./compose.ts";
import { oneTo } from "./numbers.ts";
import type { Phrasebank } from "./phrases/bank.ts";
import type { Figure, Sentence } from "./report.ts";
import { type Partition, valueOf } from "./world.ts";

/** null where the world or the phrasebank has nothing to tell. */
export type Relation = (composer: Composer, bank: Phrasebank) => Sentence | null;

const one: Exact = exact(1);
const hundred: Exact = exact(100);

function summed(relation: keyof Phrasebank["sums"]): Relation {
  return (composer, bank) => {
    const phrase = composer.random.pick(bank.sums[relation]);
    const { whole, parts } = composer.random.pick(composer.world.partitions);
    const total = composer.level(whole);
    const figures = parts.map((key) => composer.level(key));
    composer.state(relation, { type: "sum", total: total.id, parts: figures.map(({ id }) => id) });
    return composer.fill(relation, phrase, {
      words: { t: composer.label(whole) },
      figures: { t: total },
      // One list may name labels and figures together or apart.
      items: parts.map((key, index) => ({ words: { l: composer.label(key) }, figures: { l: figures[index]! } })),
    });
  };
}

const nested: Relation = (composer, bank) => {
  const { partitions } = composer.world;
  const inner = (outer: Partition): Partition[] => partitions.filter(({ whole }) => outer.parts.includes(whole));
  const outer = composer.random.pick(partitions.filter((partition) => inner(partition).length > 0));
  const middle = composer.random.pick(inner(outer));
  const [total, mid] = [composer.level(outer.whole), composer.level(middle.whole)];
  const rest = outer.parts.filter((key) => key !== middle.whole).map((key) => [key, composer.level(key)] as const);
  const deep = middle.parts.map((key) => [key, composer.level(key)] as const);
  composer.state("nested", { type: "sum", total: total.id, parts: [mid.id, ...rest.map(([, { id }]) => id)] });
  composer.state("nested", { type: "sum", total: mid.id, parts: deep.map(([, { id }]) => id) });
  // {m} may occur twice in one phrase: the word keeps one identity, which edits of labels never touch.
  return composer.fill("nested", composer.random.pick(bank.sums.nested), {
    words: { t: composer.label(outer.whole), m: composer.world.facts.get(middle.whole)!.label },
    figures: { t: total, m: mid },
    items: [
      ...rest.map(([key, figure]) => ({ words: { o: composer.label(key) }, figures: { o: figure } })),
      ...deep.map(([key, figure]) => ({ words: { l: composer.label(key) }, figures: { l: figure } })),
    ],
  });
};

const subset: Relation = (composer, bank) => {
  const { whole, parts } = composer.random.pick(composer.world.partitions);
  const part = composer.random.pick(parts);
  const [t, a] = [composer.level(whole), composer.level(part)];
  composer.state("subset", { type: "atMost", part: a.id, whole: t.id });
  const words = { t: composer.label(whole), a: composer.label(part) };
  return composer.fill("subset", composer.random.pick(bank.sums.subset), { words, figures: { t, a } });
};

const list: Relation = (composer, bank) => {
  const named = composer.random.shuffle(bank.trades).slice(0, composer.random.whole(3, 6));
  const n = composer.few(composer.derived(`list:${named.join()}`, "count", exact(named.length), 0, "个", "专业"));
  composer.state("list", { type: "constant", figure: n.id, value: exact(named.length) });
  const items = named.map((x) => ({ words: { x }, figures: {} }));
  return composer.fill("list", composer.random.pick(bank.sums.list), { figures: { n }, items });
};

const share: Relation = (composer, bank) => {
  const [part, base] = composer.random.pick(composer.world.shares);
  const [a, t, p] = [composer.level(part), composer.level(base), composer.share(part, base)];
  composer.state("share", { type: "quotient", result: p.id, numerator: a.id, denominator: t.id, factor: hundred });
  const words = { a: composer.label(part), t: composer.label(base), b: composer.base(base) };
  return composer.fill("share", composer.random.pick(bank.ratios.share), { words, figures: { a, t, p } });
};

/** The base must already be printed; its nearest earlier figure is the operand. */
const shareAcross: Relation = (composer, bank) => {
  const known = composer.world.shares.filter(([, base]) => composer.printed.has(`${base}@now`));
  if (known.length === 0) return null;
  const [part, base] = composer.random.pick(known);
  const [a, p] = [composer.level(part), composer.share(part, base)];
  const denominator = composer.printed.get(`${base}@now`)!.at(-1)!;
  composer.state("shareAcross", { type: "quotient", result: p.id, numerator: a.id, denominator, factor: hundred });
  const words = { a: composer.label(part), b: composer.base(base) };
  return composer.fill("shareAcross", composer.random.pick(bank.ratios.shareAcross), { words, figures: { a, p } });
};

const rate: Relation = (composer, bank) => {
  const [name, numerator, denominator] = composer.random.pick(composer.world.rates);
  const [n, d, r] = [composer.level(numerator), composer.level(denominator), composer.share(numerator, denominator, "now", name)];
  composer.state("rate", { type: "quotient", result: r.id, numerator: n.id, denominator: d.id, factor: hundred });
  const words = { n: composer.label(numerator), d: composer.label(denominator), r: name };
  return composer.fill("rate", composer.random.pick(bank.ratios.rate), { words, figures: { n, d, r } });
};

/** Numerator ÷ denominator printed with some decimals: ratios, per-head values, 倍. */
function quotient(
  composer: Composer,
  of: { relation: string; role: "ratio" | "perHead" | "times"; unit: string; decimals: number; n: string; d: string; name: string },
): {
  n: Figure;
  d: Figure;
  q: Figure;
} {
  const { facts } = composer.world;
  const value = divide(valueOf(facts.get(of.n)!, "now"), valueOf(facts.get(of.d)!, "now"));
  const [n, d] = [composer.level(of.n), composer.level(of.d)];
  const q = composer.derived(`${of.n}÷${of.d}:${of.decimals}`, of.role, value, of.decimals, of.unit, of.name);
  composer.state(of.relation, { type: "quotient", result: q.id, numerator: n.id, denominator: d.id, factor: one });
  return { n, d, q };
}

const teacherRatio: Relation = (composer, bank) => {
  const unit = composer.random.pick(["：1", ":1"]);
  const { n, d, q } = quotient(composer, {
    relation: "teacherRatio",
    role: "ratio",
    unit,
    decimals: 1,
    n: "students",
    d: "teachers",
    name: "生师比",
  });
  const words = { d: composer.label("students"), n: composer.label("teachers") };
  const figures = { d: n, n: d, r: q, v: oneTo(q) };
  return composer.fill("teacherRatio", composer.random.pick(bank.ratios.teacherRatio), { words, figures });
};

const perHead: Relation = (composer, bank) => {
  const [name, unit, total] = composer.random.pick(composer.world.perHead);
  const decimals = unit === "元" ? 0 : unit === "个" ? 2 : composer.decimals;
  const { n, d, q } = quotient(composer, { relation: "perHead", role: "perHead", unit, decimals, n: total, d: "students", name });
  const words = { t: composer.label(total), h: composer.label("students"), q: name };
  return composer.fill("perHead", composer.random.pick(bank.ratios.perHead), { words, figures: { t: n, h: d, q } });
};

const perSchool: Relation = (composer, bank) => {
  if (composer.world.level === "school") return null;
  const key = composer.random.pick(["students", "entrants", "partners"]);
  const { unit, label } = composer.world.facts.get(key)!;
  const { n, d, q } = quotient(composer, {
    relation: "perSchool",
    role: "perHead",
    unit,
    decimals: unit === "家" ? 1 : 0,
    n: key,
    d: "schools",
    name: label,
  });
  const words = { t: composer.label(key), k: composer.label("schools") };
  return composer.fill("perSchool", composer.random.pick(bank.ratios.perSchool), { words, figures: { t: n, k: d, q } });
};

const times: Relation = (composer, bank) => {
  const [n, d] = composer.random.pick([
    ["promoted", "hired"],
    ["vocational", "instructors"],
    ["rural", "urban"],
    ["inside", "outside"],
    ["bachelors", "masters"],
  ] as const);
  const made = quotient(composer, { relation: "times", role: "times", unit: "倍", decimals: composer.random.pick([1, 2]), n, d, name: "" });
  const words = { n: composer.label(n), d: composer.label(d) };
  return composer.fill("times", composer.random.pick(bank.ratios.times), { words, figures: { n: made.n, d: made.d, m: made.q } });
};

const plan: Relation = (composer, bank) => {
  const [n, d, p] = [composer.level("entrants"), composer.level("planned"), composer.share("entrants", "planned")];
  composer.state("plan", { type: "quotient", result: p.id, numerator: n.id, denominator: d.id, factor: hundred });
  const words = { n: composer.label("entrants"), d: composer.label("planned") };
  return composer.fill("plan", composer.random.pick(bank.ratios.plan), { words, figures: { n, d, p } });
};

const moving = [
  "teachers",
  "students",
  "entrants",
  "graduates",
  "staff",
  "double",
  "books",
  "stations",
  "trained",
  "partners",
  "awards",
  "funds",
] as const;

function moved(relation: "change" | "fromTo" | "growth"): Relation {
  return (composer, bank) => {
    const key = composer.random.pick(moving);
    const [n, b] = [composer.level(key), composer.level(key, "before")];
    if (n.plain === b.plain) return null;
    const up = composer.rises(n, b);
    const [now, before, sign] = [n.id, b.id, up ? 1 : -1] as const;
    const words = { t: composer.label(key) };
    const phrase = composer.random.pick(bank.changes[relation]);
    if (relation === "change") {
      const c = composer.change(n, b, n.role, n.unit);
      composer.state(relation, { type: "difference", now, before, change: c.id, sign });
      return composer.fill(relation, phrase, { words, figures: { n, b, c }, up });
    }
    const g = composer.growth(n, b);
    composer.state(relation, { type: "growth", now, before, rate: g.id, sign });
    return composer.fill(relation, phrase, { words, figures: { n, b, g }, up });
  };
}

const points: Relation = (composer, bank) => {
  const [name, numerator, denominator] = composer.random.pick(composer.world.rates);
  const n = composer.share(numerator, denominator, "now", name);
  const b = composer.share(numerator, denominator, "before", name);
  if (n.plain === b.plain) return null;
  const up = composer.rises(n, b);
  const c = composer.change(n, b, "points", composer.numbers.points);
  composer.state("points", { type: "difference", now: n.id, before: b.id, change: c.id, sign: up ? 1 : -1 });
  return composer.fill("points", composer.random.pick(bank.changes.points), { words: { r: name }, figures: { n, b, c }, up });
};

/** A level that stands already; the equation follows from the fact's identity. */
const copy: Relation = (composer, bank) => {
  const known = [...composer.printed.keys()].filter((fact) => fact.endsWith("@now") && composer.world.facts.has(fact.slice(0, -4)));
  if (known.length === 0) return null;
  const key = composer.random.pick(known).slice(0, -4);
  // The same sentence twice in one report would be a slip of its own.
  const fresh = bank.copies.filter((phrase) => !composer.used.has(phrase));
  const phrase = composer.random.pick(fresh.length > 0 ? fresh : bank.copies);
  composer.used.add(phrase);
  return composer.fill("copy", phrase, {
    words: { t: composer.label(key) },
    figures: { t: composer.level(key) },
  });
};

/** A sentence whose figures nothing else speaks of. */
const clutterSentence: Relation = (composer, bank) => {
  // Said twice with other figures it would contradict itself.
  const left = bank.clutter.filter((phrase) => !composer.used.has(phrase));
  if (left.length === 0) return null;
  const phrase = composer.random.pick(left);
  composer.used.add(phrase);
  const figures: Record<string, Figure> = {};
  const template = phrase.replace(
    /\[(\d+)\.\.(\d+)(万?)([^+\]]+)(\+?)\]/g,
    (_, low: string, high: string, scale: "" | "万", unit: string, over: string) => {
      const name = `q${Object.keys(figures).length}`;
      const value = composer.random.whole(Number(low), Number(high));
      const printed = over ? Math.floor(value / 100) * 100 : value;
      const role = unit === "%" ? "share" : unit === "元" ? "amount" : "count";
      const figure = composer.few(composer.derived(`${phrase}${name}`, role, exact(printed), 0, unit));
      figures[name] = { ...figure, scale, hedge: over ? "over" : "", exact: scale ? multiply(figure.exact, exact(10_000)) : figure.exact };
      return `[${name}]`;
    },
  );
  return composer.fill("clutter", template, { figures });
};

/** In an order that lets the later ones find figures of the earlier. */
export const relations: Readonly<Record<string, Relation>> = {
  among: summed("among"),
  bracket: summed("bracket"),
  composed: summed("composed"),
  respectively: summed("respectively"),
  nested,
  subset,
  list,
  share,
  shareAcross,
  rate,
  teacherRatio,
  perHead,
  perSchool,
  times,
  plan,
  change: moved("change"),
  fromTo: moved("fromTo"),
  growth: moved("growth"),
  points,
  combined,
  clutter: clutterSentence,
  copy,
};
