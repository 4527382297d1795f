/** Numbers in texts that people wrote become figures of kind "quoted", with the text as their origin. */
import type { Trace } from "../formula/trace.ts";
import type { FactOrigin } from "../model/fact.ts";
import type { Run } from "./report.ts";
import { figureRun, textRun } from "./runs.ts";
import type { Scope } from "./scope.ts";

const numberPattern =
  /\d+(?:\.\d+)?(?:%|‰|个百分点|(?:万余|余万|万|亿)?余?(?:人次|人|名|所|个|家|项|次|册|台|元|学时|平方米|课时|门|种|件|天|期|场)?)/g;
/** Dates, document numbers, ordinals and names such as 1+X are no figures. */
const neverFigure = /\d+年|\d+月|\d+日|〔\d+〕\d+号|第\d+|\d+号|\d[+＋][\dX]|\d+[—-]\d+年?|[A-Za-z]\d+/g;

export interface Writing {
  readonly title: string;
  readonly organisation: string;
  readonly origin: FactOrigin;
}

export function quotedRuns(scope: Scope, text: string, { title, organisation, origin }: Writing): Run[] {
  const masked = text.replace(neverFigure, (found) => "\u0000".repeat(found.length));
  const runs: Run[] = [];
  let end = 0;
  for (const match of masked.matchAll(numberPattern)) {
    const number = /^\d+(?:\.\d+)?/.exec(match[0])![0];
    if (match.index > end) runs.push(textRun(text.slice(end, match.index)));
    const trace: Trace = { kind: "quoted", value: match[0], material: title, origin };
    runs.push(figureRun(scope.figures.quoted(match[0], number, title, organisation, scope.year, trace)));
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push(textRun(text.slice(end)));
  return runs;
}
