/** PERIOD: a year without 年, and a year after the report's own told as if it had passed. */
import type { Document } from "../document.ts";
import { type Fault, type FormCheck, isYearlyReport, orHabit } from "./form-context.ts";
import { insideTitle, type Passage, prose, sentences } from "./prose.ts";

export const period: FormCheck = (document, { year, title }) => {
  const passages = prose(document);
  const later = year !== null && isYearlyReport(document, title) && isAbout(document, year) ? laterYears(document, passages, year) : [];
  return [...orHabit(document, bareYears(document, passages)), ...orHabit(document, later)];
};

/** Whether the text itself speaks of that year: in its opening, and more often than of the years after it. */
function isAbout(document: Document, year: number): boolean {
  if (!document.text.slice(0, 300).includes(String(year))) return false;
  const own = document.text.split(`${year}年`).length - 1;
  const later = [...document.text.matchAll(/(?<!\d)(20\d{2})年/gu)].filter((match) => Number(match[1]) > year).length;
  return later <= Math.max(1, own / 2);
}

const bareYear =
  /(?<![\d.\-—–~～年/／〔[(（A-Za-z第])(?:19|20)\d{2}(?:以来|以后|之后|以前|之前|至今|上半年|下半年|全年|全[市县省区校国]|我[市县省区校]|底(?!薪|层|部)|末(?!端|位)|初(?![中级高次步始试]))/gu;

function* bareYears(document: Document, passages: readonly Passage[]): Generator<Fault> {
  for (const passage of passages)
    for (const match of passage.text.matchAll(bareYear)) {
      const start = passage.start + match.index;
      if (insideTitle(document.text, start)) continue;
      const repaired = `${match[0].slice(0, 4)}年${match[0].slice(4)}`;
      yield {
        code: "PERIOD",
        spans: [{ start, end: start + match[0].length }],
        zh: `年份缺少“年”字：“${match[0]}”应为“${repaired}”。`,
        en: `The year lacks 年: ${match[0]} should read ${repaired}.`,
        proof: `${match[0]} → ${repaired}`,
      };
    }
}

/** Words with which a sentence speaks of what is to come, or of a span of years. */
const ahead =
  /计划|规划|目标|预计|预期|拟于?|力争|争取|将|今后|下一步|未来|方案|展望|有望|届时|明年|来年|任务|行动|打算|期限|有效期|截止|聘期/u;

/** The year after it belongs to the time of writing where only its first months are named. */
function* laterYears(document: Document, passages: readonly Passage[], year: number): Generator<Fault> {
  const told = passages.filter((passage) => !passage.heading && passage.text.trim().length > 24);
  for (const sentence of told.flatMap(sentences)) {
    if (ahead.test(sentence.text)) continue;
    for (const match of sentence.text.matchAll(
      /(?<![\d—–\-~～至到〔])(20\d{2})年(?!度|代|级|届|[^\d]{0,2}[—–\-~～至到])(?:(\d{1,2})月)?/gu,
    )) {
      const later = Number(match[1]);
      const start = sentence.start + match.index;
      if (later <= year || (later === year + 1 && match[2] !== undefined && Number(match[2]) <= 4) || insideTitle(document.text, start))
        continue;
      yield {
        code: "PERIOD",
        spans: [{ start, end: start + match[0].length }],
        zh: `报告年度为${year}年，“${match[0]}”晚于报告年度却当作已发生的事来写，请核对年份。`,
        en: `The report is about ${year}; ${match[0]} is later, yet told as a fact.`,
        proof: `${later} > ${year}`,
      };
    }
  }
}
