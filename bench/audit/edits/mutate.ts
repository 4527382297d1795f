/** Mutants: one fault at a time, of every kind that hands make in a report copied from last year's. */
import { divide, exact, multiply } from "../../../src/core/quantity/exact.ts";
import { round } from "../../../src/core/quantity/rounding.ts";
import { redrawn } from "../numbers.ts";
import { type Equation, operands } from "../oracle/equation.ts";
import type { Random } from "../random.ts";
import { type Figure, figuresOf, printedValue, type Report, type Sentence, type Word, wordsOf } from "../report.ts";
import { digitSlips } from "./digits.ts";
import { byId, type Edit, figuresBeside, withFigure, withFigures, withWord } from "./edit.ts";

type Operator = (report: Report, random: Random) => Omit<Edit, "operator"> | null;

const retyped = (figure: Figure, plain: string): Figure => ({ ...figure, plain, digits: redrawn(figure, plain) });

/** Another value such as last year's report might have had: the same number of places, off by 2 to 15 per cent. */
function older(figure: Figure, random: Random): string | null {
  const decimals = figure.plain.split(".")[1]?.length ?? 0;
  const factor = exact(random.between(random.chance(0.5) ? 0.85 : 1.02, random.chance(0.5) ? 0.98 : 1.15).toFixed(4));
  const plain = round(multiply(exact(figure.plain), factor), decimals);
  return plain === figure.plain ? null : plain;
}

function slip(kind: string): Operator {
  return (report, random) => {
    const figure = random.pick(figuresOf(report));
    const plain = digitSlips[kind]!(figure.plain, random);
    if (plain === null) return null;
    return { report: withFigure(report, figure.id, (found) => retyped(found, plain)), figures: [figure.id], words: [] };
  };
}

const scaleSlip: Operator = (report, random) => {
  const fitting = figuresOf(report).filter(
    ({ role, unitAbove, scale, plain }) => !unitAbove && (scale !== "" || (role === "count" && plain.length > 2)),
  );
  if (fitting.length === 0) return null;
  const figure = random.pick(fitting);
  return {
    report: withFigure(report, figure.id, (found) => ({ ...found, scale: found.scale === "万" ? "" : "万" })),
    figures: [figure.id],
    words: [],
  };
};

/** 人 ↔ 人次: visible where the figure is added to, compared with or repeated as another in the right unit. */
const unitSlip: Operator = (report, random) => {
  const fitting = figuresOf(report).filter(({ unit }) => unit === "人" || unit === "名" || unit === "人次");
  if (fitting.length === 0) return null;
  const figure = random.pick(fitting);
  const visible = report.equations.some(({ law }) => !["quotient", "constant"].includes(law.type) && operands(law).includes(figure.id));
  return {
    report: withFigure(report, figure.id, (found) => ({ ...found, unit: found.unit === "人次" ? "人" : "人次" })),
    figures: [figure.id],
    words: [],
    visible,
  };
};

/** % ↔ 个百分点: a level in points, or a change of a share in per cent, shows by itself. */
const percentAndPoints: Operator = (report, random) => {
  const fitting = figuresOf(report).filter(({ unit }) => unit === "%" || unit.endsWith("百分点"));
  if (fitting.length === 0) return null;
  const figure = random.pick(fitting);
  return {
    report: withFigure(report, figure.id, (found) => ({ ...found, unit: found.unit === "%" ? "个百分点" : "%" })),
    figures: [figure.id],
    words: [],
    visible: true,
  };
};

const sentences = (report: Report): Sentence[] => report.blocks.flatMap((block) => (block.kind === "paragraph" ? block.sentences : []));

const figuresAfter = ({ tokens }: Sentence, word: Word): Figure[] =>
  tokens.slice(tokens.indexOf(word) + 1).flatMap((token) => (typeof token !== "string" && token.kind === "figure" ? [token] : []));

/** The base named is another: the share's equation now reads with that one's figure, if the report prints it. */
const baseSwap: Operator = (report, random) => {
  const { siblings, labels } = report.vocabulary;
  const bases = wordsOf(report).filter(({ role, fact }) => role === "base" && fact !== undefined && siblings[fact]);
  if (bases.length === 0) return null;
  const word = random.pick(bases);
  const other = random.pick(siblings[word.fact!]!);
  const label = labels.get(other);
  const sentence = sentences(report).find(({ tokens }) => tokens.includes(word));
  if (!label || !sentence) return null;
  const inSentence = sentence.tokens.flatMap((token) => (typeof token !== "string" && token.kind === "figure" ? [token] : []));
  // The share itself would be named: it is the word's figure, the next after it where a sentence has several.
  const isShare = ({ role }: Figure): boolean => role === "share";
  const result = figuresAfter(sentence, word).find(isShare) ?? inSentence.find(isShare);
  const equation = report.equations.find(({ law }) => law.type === "quotient" && law.result === result?.id);
  if (!result || !equation || equation.law.type !== "quotient") return null;
  const stated = figuresOf(report).find(({ fact }) => fact === `${other}@now`);
  // Over its own sibling the sentence would state 100 %, which nobody writes.
  if (inSentence.some(({ fact }) => fact === `${other}@now`)) return null;
  const next: Equation | null = stated ? { ...equation, law: { ...equation.law, denominator: stated.id } } : null;
  return {
    report: withWord(report, word.id, (found) => ({ ...found, text: label, fact: other })),
    figures: [result.id],
    words: [word.id],
    rewritten: new Map([[equation, next]]),
  };
};

/** 增加 ↔ 减少 while the figures stay. */
const directionFlipped: Operator = (report, random) => {
  const turns = wordsOf(report).filter(({ opposite }) => opposite !== undefined);
  if (turns.length === 0) return null;
  const word = random.pick(turns);
  const near = new Set(figuresBeside(report, word.id));
  const sentence = sentences(report).find(({ tokens }) => tokens.includes(word));
  const next = sentence && figuresAfter(sentence, word)[0]?.id;
  const turning = report.equations.filter(({ law }) => (law.type === "difference" || law.type === "growth") && near.has(law.now));
  // 增加21人，增长1.1%: each word turns the figure that follows it.
  const equation =
    turning.find(({ law }) => next === (law.type === "difference" ? law.change : law.type === "growth" && law.rate)) ?? turning[0];
  if (!equation || (equation.law.type !== "difference" && equation.law.type !== "growth")) return null;
  const change = equation.law.type === "difference" ? equation.law.change : equation.law.rate;
  const turned: Equation = { ...equation, law: { ...equation.law, sign: equation.law.sign === 1 ? -1 : 1 } };
  return {
    report: withWord(report, word.id, (found) => ({ ...found, text: found.opposite! })),
    figures: [change],
    words: [word.id],
    rewritten: new Map([[equation, turned]]),
  };
};

const glued: Operator = (report, random) => {
  const figure = random.pick(figuresOf(report));
  const old = older(figure, random);
  if (old === null || figure.plain.includes(".")) return null;
  const both = { ...figure, plain: old + figure.plain, digits: redrawn(figure, old) + figure.digits };
  return { report: withFigure(report, figure.id, () => both), figures: [figure.id], words: [] };
};

const spaced: Operator = (report, random) => {
  const figure = random.pick(figuresOf(report).filter(({ unitAbove }) => !unitAbove));
  const old = older(figure, random);
  if (old === null) return null;
  const leftover = `${redrawn(figure, old)}${random.pick([" ", " ", figure.prefix ?? figure.unit])}`;
  return { report: withFigure(report, figure.id, (found) => ({ ...found, leftover })), figures: [figure.id], words: [], visible: true };
};

/** A part and the shares worked out from it are brought up to date, the total of the list is not. */
const totalNotUpdated: Operator = (report, random) => {
  const figures = byId(report);
  const sums = report.equations.flatMap(({ law }) => (law.type === "sum" ? [law] : []));
  const part = figures.get(random.pick(random.pick(sums).parts))!;
  const plain = older(part, random);
  if (plain === null) return null;
  const next = retyped(part, plain);
  const changed = new Map([[part.id, next]]);
  for (const { law } of report.equations)
    if (law.type === "quotient" && law.numerator === part.id) {
      const [result, base] = [figures.get(law.result)!, figures.get(law.denominator)!];
      const value = multiply(divide(printedValue(next), printedValue(base)), law.factor);
      changed.set(result.id, retyped(result, round(value, result.plain.split(".")[1]?.length ?? 0)));
    }
  return { report: withFigures(report, changed), figures: [...changed.keys()], words: [] };
};

/** Visible where a year is still to come, is compared with itself, or gives a figure that stands elsewhere under the right year. */
const yearShifted: Operator = (report, random) => {
  const years = wordsOf(report).filter(({ role }) => role === "year");
  if (years.length === 0) return null;
  const word = random.pick(years);
  const was = Number(word.text.slice(0, 4));
  const year = was + (random.chance(0.5) ? 1 : -1);
  const figures = byId(report);
  const when = was === report.year ? "@now" : "@before";
  const facts = figuresBeside(report, word.id).map((id) => figures.get(id)!.fact);
  const elsewhere = facts.some((fact) => fact.endsWith(when) && [...figures.values()].filter((figure) => figure.fact === fact).length > 1);
  return {
    report: withWord(report, word.id, (found) => ({ ...found, text: `${year}年` })),
    figures: [],
    words: [word.id],
    visible: year > report.year || (was < report.year && year === report.year) || elsewhere,
  };
};

const copyChanged: Operator = (report, random) => {
  const figures = byId(report);
  const copies = report.equations.flatMap(({ law }) => (law.type === "equal" ? [law.left, law.right] : []));
  if (copies.length === 0) return null;
  const figure = figures.get(random.pick(copies))!;
  const plain = older(figure, random);
  return plain === null
    ? null
    : { report: withFigure(report, figure.id, (found) => retyped(found, plain)), figures: [figure.id], words: [] };
};

/** A level is brought up to date wherever it stands; what was worked out from it is not. */
const staleDependant: Operator = (report, random) => {
  const all = figuresOf(report);
  const bases = report.equations.flatMap(({ law }) =>
    law.type === "quotient" ? [law.numerator] : law.type === "difference" || law.type === "growth" ? [law.now] : [],
  );
  const figure = all.find(({ id }) => id === random.pick(bases));
  const plain = figure && older(figure, random);
  if (!figure || !plain) return null;
  const same = all.filter(({ fact }) => fact === figure.fact);
  const value = printedValue({ ...figure, plain });
  // To as many places as each of them has; a cell without 万 below its head holds the same digits as the sentence.
  const changed = new Map(
    same.map((found) => {
      const unscaled = divide(value, printedValue({ ...found, plain: "1" }));
      return [found.id, retyped(found, round(unscaled, found.plain.split(".")[1]?.length ?? 0))];
    }),
  );
  return { report: withFigures(report, changed), figures: [...changed.keys()], words: [] };
};

const operators: Readonly<Record<string, Operator>> = {
  substituted: slip("substituted"),
  transposed: slip("transposed"),
  dropped: slip("dropped"),
  doubled: slip("doubled"),
  lastPlace: slip("lastPlace"),
  scaleSlip,
  unitSlip,
  percentAndPoints,
  baseSwap,
  directionFlipped,
  glued,
  spaced,
  totalNotUpdated,
  yearShifted,
  copyChanged,
  staleDependant,
};

/** `each` mutants of every operator; tries a few times for figures on which it can work. */
export function mutantsOf(report: Report, random: Random, each: number): Edit[] {
  return Object.entries(operators).flatMap(([name, operator]) => {
    const draw = random.fork(name);
    const made = new Map<string, Edit>();
    for (let attempt = 0; attempt < each * 8 && made.size < each; attempt += 1) {
      const edit = operator(report, draw);
      if (edit)
        made.set(`${edit.figures.join()}|${edit.words.join()}|${edit.figures.map((id) => byId(edit.report).get(id)!.plain).join()}`, {
          operator: name,
          ...edit,
        });
    }
    return [...made.values()];
  });
}
