/** STALE: words that were true when written and are not in a report on a whole year; a name that a rule has replaced. */
import type { Document } from "../document.ts";
import { type Fault, type FormCheck, type FormContext, type FormFinding, formFinding, isYearlyReport, orHabit } from "./form-context.ts";
import { insideTitle, type Passage, prose } from "./prose.ts";

export const stale: FormCheck = (document, context) => {
  const yearly = context.year !== null && isYearlyReport(document, context.title);
  return [...(yearly ? wordsOfAnotherTime(document) : []), ...formerName(document, context)];
};

const another =
  /今年(?:以来|来|\d{1,2}月份?|[上下]半年|[春秋]季|[年]?[初底末])?|(?<!基|根|成|资|版|文)本月(?!薪)|上个?月(?=[，初底中]|\d)|下个?月(?=[，初底中]|将)|日前(?=[，,]|已|在|由)|近日|(?<![出呈表发实体])现已(?!经)|(?:目前|现)?(?:正待|尚待|正在等待|等待)[\u3400-\u9fff]{2,6}|即将(?:印发|下发|出台|实施|启动|开工|建成|投入|揭牌|投用)/gu;

/** In what is to be done, the coming year is at home. */
const outlook = /问题|改进|措施|打算|展望|挑战|下一步|计划|方向/u;

function wordsOfAnotherTime(document: Document): FormFinding[] {
  let chapterTitle = "";
  const told = function* (): Generator<Fault> {
    for (const passage of prose(document)) {
      if (passage.heading && passage.level <= 1) chapterTitle = passage.text;
      yield* timeWords(document, passage, another);
      if (!outlook.test(chapterTitle)) yield* timeWords(document, passage, /明年(?:将|要|拟)?/gu);
    }
  };
  return orHabit(document, told());
}

function* timeWords(document: Document, passage: Passage, pattern: RegExp): Generator<Fault> {
  for (const match of passage.text.matchAll(pattern)) {
    const start = passage.start + match.index;
    if (insideTitle(document.text, start)) continue;
    yield {
      code: "STALE",
      spans: [{ start, end: start + match[0].length }],
      zh: `年度报告中“${match[0]}”是另一时点的说法，宜改为确切的年月或说明年末的实际状态。`,
      en: `"${match[0]}" speaks of another time than the year's end; give the date or the state at the year's end.`,
      proof: match[0],
    };
  }
}

/** 教职成〔2021〕4号 speaks of 岗位实习. */
function formerName(document: Document, { year }: FormContext): FormFinding[] {
  if (year === null || year < 2022) return [];
  const spans = prose(document).flatMap((passage) =>
    [...passage.text.matchAll(/顶岗实习/gu)]
      .map((match) => ({ start: passage.start + match.index, end: passage.start + match.index + match[0].length }))
      .filter(({ start }) => !insideTitle(document.text, start)),
  );
  if (spans.length === 0) return [];
  return [
    formFinding(document, {
      code: "STALE",
      spans: spans.slice(0, 20),
      zh: `教职成〔2021〕4号已将“顶岗实习”改称“岗位实习”，全文仍有${spans.length}处旧称。`,
      en: `顶岗实习 has been called 岗位实习 since 教职成〔2021〕4号; ${spans.length} places keep the old name.`,
      proof: "顶岗实习 → 岗位实习",
      suggestions: [{ zh: "改为“岗位实习”", en: "Write 岗位实习" }],
    }),
  ];
}
