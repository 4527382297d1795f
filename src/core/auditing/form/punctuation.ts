/** FORMAT: half-width signs in Chinese text, mixed or open brackets, doubled signs, a space before the unit. */
import { type Fault, firstOf, type FormCheck, type FormFinding, orHabit } from "./form-context.ts";
import { type Passage, prose } from "./prose.ts";

export const punctuation: FormCheck = (document) => {
  const passages = prose(document);
  const each = (find: (passage: Passage) => Iterable<Fault>): FormFinding[] => orHabit(document, through(passages, find));
  const narrow = [...firstOf(through(passages, halfWidth)), ...firstOf(through(passages, narrowPairs))];
  // A text that writes most of its commas half-width does so throughout: one remark is enough.
  const most = narrow.length * 2 > document.text.split("，").length ? 2 : 8;
  return [
    orHabit(
      document,
      narrow.sort((left, right) => left.spans[0]!.start - right.spans[0]!.start),
      most,
    ),
    each(brackets),
    each(doubled),
    each(spaces),
  ].flat();
};

function* through(passages: readonly Passage[], find: (passage: Passage) => Iterable<Fault>): Generator<Fault> {
  for (const passage of passages) yield* find(passage);
}

const chinese = /[\u3400-\u9fff“”‘’《》（）。，、；：％]/u;
const latin = /[A-Za-z@/\\_]/;

const full: Readonly<Record<string, string>> = { ",": "，", ":": "：", ";": "；", "?": "？", "!": "！", ".": "。" };

const isRatio = (text: string, at: number): boolean => text[at] === "：" && /\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? "");

/** The words before a sign that show where it stands: at most six characters of the same clause. */
function lead(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < 6 && (!/[\s，。、；：,;]/u.test(text[from - 1]!) || isRatio(text, from - 1))) from--;
  return from;
}

function* halfWidth(passage: Passage): Generator<Fault> {
  for (const match of passage.text.matchAll(/[,:;?!.]/gu)) {
    const sign = match[0];
    const before = passage.text[match.index - 1] ?? "";
    const after = /\S/u.exec(passage.text.slice(match.index + 1, match.index + 4))?.[0] ?? "";
    if (!isMisused(sign, before, after)) continue;
    const start = passage.start + lead(passage.text, match.index);
    const end = passage.start + match.index + 1;
    yield {
      code: "FORMAT",
      spans: [{ start, end }],
      zh: `中文行文中使用了半角标点“${sign}”，宜改为全角“${full[sign]}”。`,
      en: `Half-width "${sign}" in Chinese text; write "${full[sign]}".`,
      proof: `“${sign}” → “${full[sign]}”`,
    };
  }
}

/** Thousands, decimals, times, addresses and English keep their signs: one neighbour must be Chinese and none Latin. */
function isMisused(sign: string, before: string, after: string): boolean {
  if (before === "" || latin.test(before) || latin.test(after)) return false;
  const beforeChinese = chinese.test(before);
  const afterChinese = chinese.test(after);
  if (sign === ".") return /[\u3400-\u9fff]/u.test(before) && (afterChinese || after === "");
  if (sign === ":") return beforeChinese;
  if (sign === ",") return beforeChinese || (/[\d%]/u.test(before) && afterChinese);
  return beforeChinese && (afterChinese || after === "");
}

const closing: Readonly<Record<string, string>> = { "（": "）", "(": ")" };

function* brackets(passage: Passage): Generator<Fault> {
  const open: number[] = [];
  const { text } = passage;
  for (const match of text.matchAll(/[()（）]/gu)) {
    const at = match.index;
    if (match[0] === "(" || match[0] === "（") open.push(at);
    else {
      const from = open.pop();
      if (from === undefined) {
        const label = /[0-9a-zA-Z]/.test(text[at - 1] ?? "") && /^[\s，。；：]?$/u.test(text[at - 2] ?? "");
        if (match[0] === "）" && !label)
          yield bracketFault(passage, lead(text, at), at + 1, "单独的后括号，缺少前括号", "A closing bracket without its opening one");
      } else if (closing[text[from]!] !== match[0])
        yield bracketFault(passage, from, at + 1, "括号一半全角、一半半角", "A bracket pair is half full-width, half half-width");
    }
  }
  for (const at of open)
    if (text[at] === "（") yield bracketFault(passage, at, Math.min(at + 8, text.length), "括号没有闭合", "A bracket is never closed");
}

/** (含2所): half-width brackets around Chinese words; English, years and labels keep theirs. */
function* narrowPairs(passage: Passage): Generator<Fault> {
  for (const match of passage.text.matchAll(/(?<![A-Za-z])\([^()（）\n]{1,200}\)/gu))
    if (/[\u3400-\u9fff]/u.test(match[0]) && !/^\([一二三四五六七八九十]{1,3}\)$/u.test(match[0]))
      yield bracketFault(
        passage,
        match.index,
        match.index + match[0].length,
        "中文行文中使用了半角括号",
        "Half-width brackets around Chinese text",
      );
}

function bracketFault(passage: Passage, from: number, to: number, zh: string, en: string): Fault {
  const end = to - from > 60 ? from + 12 : to;
  const quoted = passage.text.slice(from, end);
  return {
    code: "FORMAT",
    spans: [{ start: passage.start + from, end: passage.start + end }],
    zh: `${zh}：“${quoted}”。`,
    en: `${en}: ${quoted}`,
    proof: quoted,
  };
}

function* doubled(passage: Passage): Generator<Fault> {
  for (const match of passage.text.matchAll(/[，、；：][，。、；：]|。[，。、；：](?!。)/gu))
    yield {
      code: "FORMAT",
      spans: [{ start: passage.start + lead(passage.text, match.index), end: passage.start + match.index + 2 }],
      zh: `标点重复：“${match[0]}”。`,
      en: `Two punctuation marks in a row: "${match[0]}".`,
      proof: match[0],
    };
}

const spaced =
  /\d[\d.,]{0,15}[%％]?[ \t\u00a0\u3000]{1,4}(?:人次|平方米|万元|亿元|个百分点|[人名所个家项册万亿元台门间套篇])(?![a-zA-Z])(?<!人(?=[才员力民文工类物])|项(?=目)|名(?=称|单)|所(?=有|在)|家(?=庭|长)|门(?=类|户)|台(?=账))/gu;

/** Only where no space stands before the number: a text that sets every number off by spaces does so on purpose. */
function* spaces(passage: Passage): Generator<Fault> {
  for (const match of passage.text.matchAll(spaced)) {
    const before = passage.text[match.index - 1] ?? "";
    if (before === "" || /[\s\d.,]/u.test(before)) continue;
    yield {
      code: "FORMAT",
      spans: [{ start: passage.start + lead(passage.text, match.index), end: passage.start + match.index + match[0].length }],
      zh: `数字与计量单位之间有多余空格：“${match[0]}”。`,
      en: `A space between the number and its unit: "${match[0]}".`,
      proof: `“${match[0]}” → “${match[0].replace(/\s+/gu, "")}”`,
    };
  }
}
