/** FORMAT: words that a proofreader strikes: 一下 for 以下, 截止 for 截至, 比 and 与 in each other's place. */
import type { Document } from "../document.ts";
import { type Fault, type FormCheck, orHabit } from "./form-context.ts";
import { insideTitle, type Passage, prose } from "./prose.ts";

interface Slip {
  readonly pattern: RegExp;
  readonly repair: (found: string) => string;
  readonly zh: string;
  readonly en: string;
}

const lastYear = "(?:上一?年度?|上学年|去年|前年|往年|(?:19|20)\\d{2}年?)(?:同期)?";
const noun = "(?!率|幅|量|速|值|部分|趋势|比例|水平|态势|情况|的)";

const slips: readonly Slip[] = [
  {
    pattern:
      /(?<=[在为有现于从取列出，。；：、])一下(?=[几两三四五六七八九十多\d]{1,2}[个点项条方种类]|方面|问题|措施|内容|原则|要求|情况)[几两三四五六七八九十多\d]{0,2}[个点项条方种类]?/gu,
    repair: (found) => found.replace("一下", "以下"),
    zh: "“一下”应为“以下”",
    en: "一下 (a moment) stands for 以下 (the following)",
  },
  {
    pattern:
      /截止(?=(?:19|20)\d{2}年?|\d{1,2}月|目前|上?年底|去年|今年|当前|报告期|学年末)(?:目前|当前|今年|去年|报告期|学年末)?(?:(?:19|20)\d{2}年?)?(?:\d{1,2}月)?(?:年?[底末])?/gu,
    repair: (found) => found.replace("截止", "截至"),
    zh: "时间前应用“截至”，“截止”后不接时间",
    en: "截至 goes before a date; 截止 takes none",
  },
  {
    pattern: new RegExp(`比${lastYear}(?:基本|大体|大致)?(?:持平|相当|一致)`, "gu"),
    repair: (found) => found.replace("比", "与"),
    zh: "“持平”前应用“与”",
    en: "持平 (level) takes 与, not 比",
  },
  {
    pattern: new RegExp(`(?:与|和|同)${lastYear}(?:略有|有所|稍有|大幅|明显)?(?:增长|增加|提高|提升|上升|下降|减少|降低)${noun}`, "gu"),
    repair: (found) => found.replace(/^[与和同]/u, "比"),
    zh: "增减之前应用“比”或“较”",
    en: "A rise or fall takes 比 or 较, not 与",
  },
];

export const wording: FormCheck = (document) => {
  const passages = prose(document);
  return slips.flatMap((slip) => orHabit(document, occurrences(document, passages, slip)));
};

function* occurrences(document: Document, passages: readonly Passage[], slip: Slip): Generator<Fault> {
  for (const passage of passages)
    for (const match of passage.text.matchAll(slip.pattern)) {
      const start = passage.start + match.index;
      if (insideTitle(document.text, start)) continue;
      const proof = `“${match[0]}” → “${slip.repair(match[0])}”`;
      yield {
        code: "FORMAT",
        spans: [{ start, end: start + match[0].length }],
        zh: `${slip.zh}：${proof}。`,
        en: `${slip.en}.`,
        proof,
        suggestions: [{ zh: `改为“${slip.repair(match[0])}”`, en: `Write ${slip.repair(match[0])}` }],
      };
    }
}
