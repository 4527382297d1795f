/** Layout: how a section's title and sentences stand on the page: under a heading, run in behind it, or as numbered items. */
import type { Composer } from "./compose.ts";
import type { Phrasing } from "./phrases/phrase.ts";
import type { Block, Sentence } from "./report.ts";

type Layout = (composer: Composer, title: string, sentences: readonly Sentence[]) => Block[];

const headed: Layout = (_, title, sentences) => [
  { kind: "section", text: title },
  { kind: "paragraph", sentences },
];

/** （一）办学规模。全市…… in one paragraph. */
const runIn =
  (mark: string): Layout =>
  (composer, title, sentences) => [{ kind: "paragraph", sentences: [composer.text(`${title}${mark}`), ...sentences] }];

/** Every sentence that states something in a line of its own, numbered. */
const items =
  (numbered: (number: number) => string): Layout =>
  (_, title, sentences) => [
    { kind: "section", text: title },
    ...sentences.filter(({ relation }) => relation === "").map((sentence): Block => ({ kind: "paragraph", sentences: [sentence] })),
    ...sentences
      .filter(({ relation }) => relation !== "")
      .map((sentence, index): Block => ({ kind: "paragraph", sentences: [numberedSentence(sentence, numbered(index + 1))] })),
  ];

/** The number is no sentence of its own: an edit must not part them. */
function numberedSentence({ relation, tokens, lists = [] }: Sentence, number: string): Sentence {
  const moved = lists.map((list) => list.map(([start, end]) => [start + 1, end + 1] as const));
  return { relation, tokens: [number, ...tokens], lists: moved };
}

/** ① to ⑳; there are no more of them. */
const circled = (number: number): string => (number <= 20 ? String.fromCodePoint(0x245f + number) : `（${number}）`);

/** Which ways each set has: titles alone or run in, and numberings of the items. */
const ways: Readonly<
  Record<Phrasing, { readonly titles: readonly Layout[]; readonly numberings: readonly ((number: number) => string)[] }>
> = {
  development: { titles: [headed, runIn("。")], numberings: [(number) => `（${number}）`, (number) => `${number}、`, circled] },
  heldBack: { titles: [headed, runIn("：")], numberings: [() => "——", (number) => `${number}. `, (number) => `${number}．`] },
};

/** The layouts of one report: items are numbered in one way throughout. */
export function sectionLayout(composer: Composer, phrasing: Phrasing): Layout {
  const { titles, numberings } = ways[phrasing];
  const numbered = items(composer.random.pick(numberings));
  return (...given) => composer.random.pick([...titles, numbered])(...given);
}
