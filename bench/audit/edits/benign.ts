/** Benign edits: other ways to write the same true report. A finding that one of them brings is a false alarm. */
import { divide, exact } from "../../../src/core/quantity/exact.ts";
import { round } from "../../../src/core/quantity/rounding.ts";
import { chineseNumeral, grouped } from "../numbers.ts";
import { canHold } from "../oracle/equation.ts";
import type { Random } from "../random.ts";
import { type Block, type Figure, figuresOf, type Report, type Sentence, type Token, wordsOf } from "../report.ts";
import { byId, type Edit, withFigure, withFigures, withWord } from "./edit.ts";

type Operator = (report: Report, random: Random) => Omit<Edit, "operator"> | null;

const plainCounts = (report: Report): Figure[] =>
  figuresOf(report).filter(
    ({ role, hedge, scale, unitAbove }) => role === "count" && hedge === "" && scale === "" && unitAbove === undefined,
  );

function onFigure(fits: (figure: Figure) => boolean, change: (figure: Figure, random: Random) => Partial<Figure>): Operator {
  return (report, random) => {
    const fitting = plainCounts(report).filter(fits);
    if (fitting.length === 0) return null;
    const figure = random.pick(fitting);
    return { report: withFigure(report, figure.id, (found) => ({ ...found, ...change(found, random) })), figures: [figure.id], words: [] };
  };
}

/** One share with another number of decimals, wherever it stands. */
const rerounded: Operator = (report, random) => {
  const shares = figuresOf(report).filter(({ role, unitAbove }) => role === "share" && unitAbove === undefined);
  if (shares.length === 0) return null;
  const { fact, plain } = random.pick(shares);
  const decimals = random.pick([0, 1, 2].filter((places) => places !== (plain.split(".")[1]?.length ?? 0)));
  const changed = new Map(
    figuresOf(report)
      .filter((figure) => figure.fact === fact)
      .map((figure) => {
        const digits = round(figure.exact, decimals);
        return [figure.id, { ...figure, plain: digits, digits }];
      }),
  );
  return { report: withFigures(report, changed), figures: [...changed.keys()], words: [] };
};

const scaled = onFigure(
  ({ plain }) => plain.length >= 5,
  ({ plain }, random) => {
    const digits = round(divide(exact(plain), exact(10_000)), random.pick([1, 2]));
    return { digits, plain: digits, scale: "万" };
  },
);

/** To two leading digits, up, down or to the nearest, with the word that says so. */
const hedged = onFigure(
  ({ plain }) => plain.length >= 3 && plain.length < 7,
  ({ plain }, random) => {
    const step = 10 ** (plain.length - 2);
    const value = Number(plain);
    if (value % step === 0) return {};
    const hedge = random.pick(["near", "over", "about"] as const);
    const digits = String({ near: Math.ceil, over: Math.floor, about: Math.round }[hedge](value / step) * step);
    return { digits, plain: digits, hedge };
  },
);

const inChinese = onFigure(
  ({ plain, digits, unit }) => digits === plain && Number(plain) >= 2 && Number(plain) <= 10 && unit !== "人次",
  ({ plain }) => ({ digits: chineseNumeral(plain)! }),
);

const thousands = onFigure(
  ({ plain, digits }) => digits === plain && plain.length >= 4,
  ({ plain }) => ({ digits: grouped(plain) }),
);

const fullWidth = onFigure(
  ({ plain }) => plain.length >= 2,
  ({ plain }) => ({ digits: plain.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))) }),
);

const synonym: Operator = (report, random) => {
  const of = (fact: string): readonly string[] => report.vocabulary.synonyms.get(fact) ?? [];
  const fitting = wordsOf(report).filter(({ fact }) => fact !== undefined && of(fact).length > 0);
  if (fitting.length === 0) return null;
  const word = random.pick(fitting);
  return {
    report: withWord(report, word.id, (found) => ({ ...found, text: random.pick(of(found.fact!)) })),
    figures: [],
    words: [word.id],
  };
};

/** 全市 before a label that stood without. */
const scopeAdded: Operator = (report, random) => {
  const scope = report.scope;
  const fitting = paragraphs(report).flatMap(({ sentences }) =>
    sentences.flatMap(({ tokens }) =>
      tokens.filter((token, index) => {
        const before = tokens[index - 1];
        return (
          typeof token !== "string" &&
          token.kind === "word" &&
          token.role === "label" &&
          typeof before === "string" &&
          /[，；。]$/.test(before)
        );
      }),
    ),
  );
  if (fitting.length === 0) return null;
  const word = random.pick(fitting);
  if (typeof word === "string" || word.kind !== "word") return null;
  return { report: withWord(report, word.id, (found) => ({ ...found, text: scope + found.text })), figures: [], words: [word.id] };
};

const paragraphs = (report: Report): (Block & { kind: "paragraph" })[] => report.blocks.filter((block) => block.kind === "paragraph");

/** The items of one list in another order. */
const reorderedItems: Operator = (report, random) => {
  const fitting = paragraphs(report).flatMap(({ sentences }) => sentences.filter(({ lists }) => lists && lists.length > 0));
  if (fitting.length === 0) return null;
  const sentence = random.pick(fitting);
  const list = random.pick(sentence.lists!);
  const order = [...list.slice(1), list[0]!];
  const tokens: Token[] = [];
  let at = 0;
  list.forEach(([start, end], index) => {
    tokens.push(...sentence.tokens.slice(at, start), ...sentence.tokens.slice(...order[index]!));
    at = end;
  });
  tokens.push(...sentence.tokens.slice(at));
  return { report: withSentence(report, sentence, [{ relation: sentence.relation, tokens }]), figures: [], words: [] };
};

/** The sentences of one paragraph in another order; each names what it speaks of. */
const reorderedSentences: Operator = (report, random) => {
  const fitting = paragraphs(report).filter(({ sentences }) => sentences.length > 2);
  if (fitting.length === 0) return null;
  const chosen = random.pick(fitting);
  const [opening, ...rest] = chosen.sentences;
  const sentences = [opening!, ...rest.slice(1), rest[0]!];
  return {
    report: { ...report, blocks: report.blocks.map((block) => (block === chosen ? { ...chosen, sentences } : block)) },
    figures: [],
    words: [],
  };
};

function withSentence(report: Report, old: Sentence, next: readonly Sentence[]): Report {
  const blocks = report.blocks.map((block) =>
    block.kind === "paragraph"
      ? { ...block, sentences: block.sentences.flatMap((sentence) => (sentence === old ? next : [sentence])) }
      : block,
  );
  return { ...report, blocks };
}

/** `each` edits of every kind that leave every equation possible. */
export function benignOf(report: Report, random: Random, each: number): Edit[] {
  const operators: Readonly<Record<string, Operator>> = {
    rerounded,
    scaled,
    synonym,
    reorderedItems,
    reorderedSentences,
    hedged,
    scopeAdded,
    chineseNumeral: inChinese,
    thousands,
    fullWidth,
  };
  return Object.entries(operators).flatMap(([name, operator]) => {
    const draw = random.fork(name);
    const made: Edit[] = [];
    for (let attempt = 0; attempt < each * 4 && made.length < each; attempt += 1) {
      const edit = operator(report, draw);
      if (edit && edit.report !== report && allHold(edit.report)) made.push({ operator: name, ...edit });
    }
    return made;
  });
}

export function allHold(report: Report): boolean {
  const figures = byId(report);
  return report.equations.every(({ law }) => canHold(law, figures));
}
