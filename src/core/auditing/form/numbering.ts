/** FORMAT: numbers before headings and items that skip, repeat, change their sign, or stand on a line of their own in one chapter only. */
import type { Document, Span } from "../document.ts";
import { parseNumeral } from "../../language/numeral.ts";
import { type Fault, type FormCheck, type FormFinding, formFinding, orHabit } from "./form-context.ts";
import { type Passage, prose } from "./prose.ts";

interface Label extends Span {
  /** "一、", "（一）", "1、", "（1）": labels of one style count together. */
  readonly style: "chapter" | "bracketed" | "number" | "bracketedNumber";
  readonly value: number;
  /** The sign behind the number: 、 . ． */
  readonly sign: string;
  readonly printed: string;
  /** The title runs on into a sentence. */
  readonly runIn: boolean;
  readonly heading: boolean;
  readonly passage: Passage;
}

interface Series {
  readonly depth: number;
  readonly labels: Label[];
}

export const numbering: FormCheck = (document) => {
  const series = seriesOf(prose(document).flatMap(labelOf));
  return [...orHabit(document, signs(series)), ...orHabit(document, steps(document, series)), ...runningIn(document, series)];
};

const label =
  /^[\s\u3000]*(?:([一二三四五六七八九十]{1,3})([、．.])|[（(]([一二三四五六七八九十]{1,3})[）)]|(\d{1,2})(?:([、．])|(\.)(?![\d\s]*\d))|[（(](\d{1,2})[）)])/u;

function labelOf(passage: Passage): Label[] {
  const match = label.exec(passage.number === "" ? passage.text.slice(0, 40) : `${passage.number} ${passage.text.slice(0, 40)}`);
  if (!match) return [];
  const automatic = passage.number !== "";
  const [whole, chapter, chapterSign, bracketed, number, sign, point, bracketedNumber] = match;
  const numeral = chapter ?? bracketed;
  const read = numeral === undefined ? Number(number ?? bracketedNumber) : Number(parseNumeral(numeral)?.numerator ?? 0n);
  const blanks = whole.length - whole.trimStart().length;
  const body = passage.text.trimEnd();
  const start = passage.start + (automatic ? 0 : blanks);
  return [
    {
      style: chapter ? "chapter" : bracketed ? "bracketed" : number ? "number" : "bracketedNumber",
      value: read,
      sign: chapterSign ?? sign ?? point ?? "",
      printed: whole.trim(),
      runIn: /^[^。，；]{2,28}。./u.test(automatic ? body : body.slice(whole.length)),
      heading: passage.heading || (body.length <= 40 && !/[。；]/u.test(body)),
      start,
      end: Math.min(passage.start + body.length, titleEnd(passage, start)),
      passage,
    },
  ];
}

/** The label with its title: up to the first full stop, at most thirty characters. */
function titleEnd(passage: Passage, start: number): number {
  const words = /^[^。；\n]{1,30}/u.exec(passage.text.slice(start - passage.start));
  return start + (words?.[0].length ?? 1);
}

/** Labels that count together: those of one style under one label of each style above. */
function seriesOf(labels: readonly Label[]): Series[] {
  const closed: Series[] = [];
  let open: Series[] = [];
  for (const each of labels) {
    const at = open.findIndex((series) => series.labels[0]!.style === each.style);
    if (at < 0) {
      open.push({ depth: open.length, labels: [each] });
      continue;
    }
    closed.push(...open.slice(at + 1));
    open = open.slice(0, at + 1);
    if (each.value !== 1) open[at]!.labels.push(each);
    else {
      closed.push(open[at]!);
      open[at] = { depth: at, labels: [each] };
    }
  }
  return [...closed, ...open].sort((left, right) => left.labels[0]!.start - right.labels[0]!.start);
}

/** One sign leads the series, another stands in it. */
function* signs(series: readonly Series[]): Generator<Fault> {
  for (const { labels } of series) {
    const counts = new Map<string, number>();
    for (const { sign } of labels) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    if (counts.size < 2 || labels.length < 3) continue;
    const usual = [...counts].sort((left, right) => right[1] - left[1])[0]![0];
    const first = labels.slice(0, 12);
    const proof = first.map(({ printed }) => printed).join(" ");
    for (const odd of labels.filter(({ sign }) => sign !== usual))
      yield {
        code: "FORMAT",
        spans: [odd],
        zh: `同级编号用法不一：“${odd.printed}”与同级的“${usual}”不同（${proof}）。`,
        en: `The label ${odd.printed} differs from its siblings: ${proof}.`,
        proof,
      };
  }
}

/** A number that is missing or comes twice; one that stands inside a paragraph counts as present. */
function* steps(document: Document, series: readonly Series[]): Generator<Fault> {
  for (const { labels } of series)
    for (let at = 1; at < labels.length; at++) {
      const before = labels[at - 1]!;
      const here = labels[at]!;
      const step = here.value - before.value;
      if (step === 1 || step < 0 || step > 3 || (step > 1 && standsBetween(document, before, here))) continue;
      const proof = `${before.printed} → ${here.printed}`;
      yield {
        code: "FORMAT",
        spans: [here, before],
        zh: step === 0 ? `编号重复：两处都是“${here.printed}”。` : `编号不连续：“${before.printed}”之后是“${here.printed}”。`,
        en: step === 0 ? `The number ${here.printed} comes twice.` : `The numbering jumps: ${proof}.`,
        proof,
      };
    }
}

function standsBetween(document: Document, before: Label, here: Label): boolean {
  return document.text.slice(before.end, Math.min(here.start, before.end + 5000)).includes(follower(before));
}

const numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

function follower(before: Label): string {
  const next = before.value + 1;
  const written = before.style === "chapter" || before.style === "bracketed" ? (numerals[next] ?? "\u0000") : String(next);
  return before.style === "chapter" || before.style === "number" ? written + before.sign : written;
}

/** Headings of one style and depth stand alone in most chapters and run into their paragraph in this one. */
function runningIn(document: Document, series: readonly Series[]): FormFinding[] {
  const found: FormFinding[] = [];
  for (const style of ["bracketed", "number"] as const)
    for (const depth of [1, 2]) {
      const group = series.filter((each) => each.depth === depth && each.labels[0]!.style === style);
      const alone = group.reduce((count, { labels }) => count + labels.filter((each) => each.heading).length, 0);
      const running = group.reduce((count, { labels }) => count + labels.filter((each) => each.runIn && !each.heading).length, 0);
      if (alone < 4 || running === 0 || running >= alone) continue;
      for (const { labels } of group) {
        const odd = labels.filter((each) => each.runIn && !each.heading);
        if (odd.length === 0) continue;
        found.push(
          formFinding(document, {
            code: "FORMAT",
            spans: odd.slice(0, 20),
            zh: `同级标题格式不一：其他章的标题单独成行，这里的${odd.length}个标题与正文连排。`,
            en: "Headings of this level stand alone elsewhere and run into the paragraph here.",
            proof: `${alone}个单独成行，${running}个连排`,
          }),
        );
      }
    }
  return found;
}
