/** Layout: how a section's title and sentences stand on the page: under a heading, run in behind it, as numbered items, as a list below its sentence. */
import type { Composer } from "./compose.ts";
import type { Phrasing } from "./phrases/phrase.ts";
import type { Random } from "./random.ts";
import type { Block, Sentence, Token } from "./report.ts";

type Layout = (composer: Composer, title: string, sentences: readonly Sentence[]) => Block[];

/** One paragraph; a sentence with ¶ breaks it and stands in paragraphs of its own. */
function paragraphs(sentences: readonly Sentence[]): Block[] {
  const found: Sentence[][] = [];
  let open: Sentence[] | null = null;
  for (const sentence of sentences) {
    const parts = broken(sentence);
    if (parts.length > 1) {
      found.push(...parts.map((part) => [part]));
      open = null;
    } else if (open) open.push(sentence);
    else found.push((open = [sentence]));
  }
  return found.map((together): Block => ({ kind: "paragraph", sentences: together }));
}

/** The sentence at its ¶; its list stands in many paragraphs then and is no list that an edit could reorder. */
function broken(sentence: Sentence): Sentence[] {
  const parts: Token[][] = [[]];
  for (const token of sentence.tokens) {
    if (typeof token !== "string" || !token.includes("¶")) parts.at(-1)!.push(token);
    else
      token.split("¶").forEach((piece, index) => {
        if (index > 0) parts.push([]);
        if (piece !== "") parts.at(-1)!.push(piece);
      });
  }
  return parts.length === 1 ? [sentence] : parts.map((tokens) => ({ relation: sentence.relation, tokens }));
}

const headed: Layout = (_, title, sentences) => [{ kind: "section", text: title }, ...paragraphs(sentences)];

/** （一）办学规模。全市…… in one paragraph. */
const runIn =
  (mark: string): Layout =>
  (composer, title, sentences) =>
    paragraphs([composer.text(`${title}${mark}`), ...sentences]);

/** 【办学规模】全市…… in one paragraph. */
const boxed: Layout = (composer, title, sentences) => paragraphs([composer.text(`【${title}】`), ...sentences]);

/** Every sentence that states something in a line of its own, numbered. */
const items =
  (numbered: (number: number) => string): Layout =>
  (_, title, sentences) => [
    { kind: "section", text: title },
    ...sentences.filter(({ relation }) => relation === "").map((sentence): Block => ({ kind: "paragraph", sentences: [sentence] })),
    ...sentences
      .filter(({ relation }) => relation !== "")
      .flatMap((sentence, index) => paragraphs([numberedSentence(sentence, numbered(index + 1))])),
  ];

/** The number is no sentence of its own: an edit must not part them. */
function numberedSentence({ relation, tokens, lists = [] }: Sentence, number: string): Sentence {
  const moved = lists.map((list) => list.map(([start, end]) => [start + 1, end + 1] as const));
  return { relation, tokens: [number, ...tokens], lists: moved };
}

/** ① to ⑳; there are no more of them. */
const circled = (number: number): string => (number <= 20 ? String.fromCodePoint(0x245f + number) : `（${number}）`);

const wider = { titles: [headed, headed, runIn("：")], numberings: [(number: number) => `${number}.`, () => "● ", circled] };

/** Which ways each set has: titles alone or run in, and numberings of the items. */
const ways: Readonly<
  Record<Phrasing, { readonly titles: readonly Layout[]; readonly numberings: readonly ((number: number) => string)[] }>
> = {
  development: { titles: [headed, runIn("。")], numberings: [(number) => `（${number}）`, (number) => `${number}、`, circled] },
  heldBack: { titles: [headed, runIn("：")], numberings: [() => "——", (number) => `${number}. `, (number) => `${number}．`] },
  opened: {
    titles: [headed, headed, runIn("　")],
    numberings: [(number) => `${number}）`, () => "■ ", (number) => `第${chinese(number)}，`],
  },
  blind: {
    titles: [headed, headed, boxed],
    numberings: [(number) => `(${number}) `, () => "◆ ", (number) => `其${chinese(number)}，`],
  },
  wider,
  widerReserved: wider,
};

const signs = "一二三四五六七八九十";

/** 一 to 九十九. */
function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? signs[tens - 1]! : ""}${tens > 0 ? "十" : ""}${ones > 0 ? signs[ones - 1]! : ""}`;
}

/** What stands before the titles of chapters and sections, counted from 1. */
export interface Heads {
  readonly chapter: (number: number) => string;
  readonly section: (chapter: number, number: number) => string;
}

const bracketed: Heads = { chapter: (number) => `${chinese(number)}、`, section: (_, number) => `（${chinese(number)}）` };

const pointed: Heads = { chapter: (number) => `${number}.`, section: (chapter, number) => `${chapter}.${number} ` };

const heads: Readonly<Record<Phrasing, readonly Heads[]>> = {
  development: [bracketed],
  heldBack: [bracketed],
  opened: [
    bracketed,
    { chapter: (number) => `第${chinese(number)}部分　`, section: (_, number) => `${chinese(number)}、` },
    { chapter: (number) => `${chinese(number)}、`, section: (_, number) => `${number}.` },
    { chapter: (number) => `${number} `, section: (chapter, number) => `${chapter}.${number} ` },
  ],
  wider: [bracketed, pointed],
  widerReserved: [bracketed, pointed],
  blind: [
    { chapter: (number) => `第${chinese(number)}章　`, section: (_, number) => `第${chinese(number)}节　` },
    { chapter: (number) => `${number}、`, section: (_, number) => `（${number}）` },
    { chapter: (number) => `${chinese(number)}. `, section: (_, number) => `${number}、` },
    { chapter: () => "", section: () => "" },
  ],
};

/** One way for the whole report. */
export function headsOf(random: Random, phrasing: Phrasing): Heads {
  return random.fork("heads").pick(heads[phrasing]);
}

/** The layouts of one report: items are numbered in one way throughout. */
export function sectionLayout(composer: Composer, phrasing: Phrasing): Layout {
  const { titles, numberings } = ways[phrasing];
  const numbered = items(composer.random.pick(numberings));
  return (...given) => composer.random.pick([...titles, numbered])(...given);
}
