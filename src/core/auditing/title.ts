/** The title of a report and the year that it reports, from its first lines. */
import type { Document } from "./document.ts";

export interface Title {
  readonly text: string;
  readonly year: number | null;
  /** The year stands in the title, and is no guess from the text. */
  readonly certain: boolean;
}

const reportWord = /年度报告|质量报告|年报|公报|统计|报告|通报|总结/;
/** （2019年度）, 2018—2019学年 alone on a line. */
const subtitle =
  /^[（(]?\s?(?:(?:19|20)\d\d(?:\s?[-—–－~]\s?(?:19|20)?\d\d)?|[一二][〇零九][〇零一二三四五六七八九]{2})\s?(?:年度?|学年度?|学年)\s?[）)]?$/;
const chineseDigits: Readonly<Record<string, string>> = {
  〇: "0",
  零: "0",
  一: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
};

/** The first line that names a report, else the first line; the year in it or in the lines just below, else the year that the text names most. */
export function titleOf(document: Document): Title {
  const lines = document.text
    .slice(0, 1200)
    .split("\n")
    .map((line) => line.replace(/^#+\s*/, "").trim())
    .filter((line) => line !== "");
  const at = lines.slice(0, 12).findIndex((line) => reportWord.test(line) && line.length < 60);
  const text = (lines[Math.max(0, at)] ?? "").slice(0, 80);
  const near = lines.slice(Math.max(0, at - 1), Math.max(0, at) + 4);
  for (const line of [text, ...near]) {
    if (line.length > 60) continue;
    const year = yearIn(line);
    if (year !== null) return { text, year, certain: (line === text && reportWord.test(line)) || subtitle.test(line) };
  }
  return { text, year: mostNamed(document.text), certain: false };
}

function yearIn(line: string): number | null {
  const school = /((?:19|20)\d\d)\s?[-—–－~]\s?((?:19|20)?\d\d)\s?学年/.exec(line);
  if (school) return Number(school[2]!.length === 2 ? school[1]!.slice(0, 2) + school[2]! : school[2]);
  const plain = /((?:19|20)\d\d)\s?(?:年|）|\))/.exec(line) ?? /[（(]((?:19|20)\d\d)/.exec(line);
  if (plain) return Number(plain[1]);
  const chinese = /([一二][〇零九][〇零一二三四五六七八九]{2})年/.exec(line);
  return chinese ? Number([...chinese[1]!].map((sign) => chineseDigits[sign]).join("")) : null;
}

function mostNamed(text: string): number | null {
  const counts = new Map<number, number>();
  for (const match of text.slice(0, 200_000).matchAll(/((?:19|20)\d\d)\s?年/g))
    counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  let best: number | null = null;
  for (const [year, count] of counts)
    if (best === null || count > counts.get(best)! || (count === counts.get(best)! && year > best)) best = year;
  return best;
}
