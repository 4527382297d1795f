/** What the ties say to a reader: a figure that differs from the data, and how many figures the data does not know. */
import type { Claim } from "../claim.ts";
import type { Document, Span } from "../document.ts";
import type { AuditFinding, TextSpan } from "../finding.ts";

import type { Quantity } from "../quantity.ts";
import type { Known, KnownFigure } from "./known-figure.ts";
import type { TiedDocument } from "./tie.ts";

type Finding = Omit<AuditFinding, "id">;

/** Words between a figure and its name that may still stand in one span. */
const nearby = 20;

export interface TieContext {
  readonly document: Document;
  readonly quantities: readonly Quantity[];
  readonly claims: readonly Claim[];
  readonly known: Known;
}

export function tieFindings({ ties }: TiedDocument, { document, quantities, claims, known }: TieContext): Finding[] {
  const figures = new Map([...known.printed, ...known.data].map((figure) => [figure.id, figure]));
  const claimOf = new Map(claims.map((claim) => [claim.quantity, claim]));
  const spanOf = (index: number): TextSpan => withName(document.text, quantities[index]!, claimOf.get(quantities[index]!));
  const findings = ties
    .filter((tie) => tie.state === "different")
    .map((tie): Finding => {
      const quantity = quantities[tie.quantity]!;
      const figure = tie.fact === null ? undefined : figures.get(tie.fact);
      const stored = tie.stored ?? "";
      const name = figure ? nameOf(figure, known) : (claimOf.get(quantity)?.label ?? "");
      return {
        code: "TIE",
        tier: tie.certain && figure ? "proof" : "warning",
        message: figure
          ? { zh: `“${name}”与填报数据不一致。`, en: `“${name}” differs from the data.` }
          : { zh: "报告固定文字中的数字被改动。", en: "A number in the report's fixed wording was altered." },
        proof: figure ? `报告 ${quantity.text}，数据 ${stored}（${name}，${figure.year}年）` : `报告 ${quantity.text}，系统行文 ${stored}`,
        spans: [spanOf(tie.quantity)],
        causes: [],
        suggestions: stored === "" ? [] : [{ zh: `改为${stored}`, en: `Change to ${stored}` }],
      };
    });
  const unknown = ties.filter((tie) => tie.state === "unknown");
  const strays = unknown.filter((tie) => tie.certain);
  findings.push(...strays.map((tie) => strayNote(quantities[tie.quantity]!, spanOf(tie.quantity))));
  const others = unknown.filter((tie) => !tie.certain);
  if (others.length === 0) return findings;
  const counted = `${ties.length}个数字中有${others.length}个在填报数据中没有对应。`;
  return [
    ...findings,
    {
      code: "TIE",
      tier: "note",
      message: { zh: counted, en: `${others.length} of ${ties.length} figures have no counterpart in the data.` },
      proof: `${ties.length} − ${others.length} = ${ties.length - others.length}`,
      spans: [spanOf(others[0]!.quantity)],
      causes: [],
      suggestions: [],
    },
  ];
}

function strayNote(quantity: Quantity, span: TextSpan): Finding {
  return {
    code: "TIE",
    tier: "note",
    message: { zh: `“${quantity.text}”在填报数据中没有对应。`, en: `“${quantity.text}” is in no fact of the data.` },
    proof: `报告 ${quantity.text}，数据无此数`,
    spans: [span],
    causes: [],
    suggestions: [],
  };
}

/** 市直专任教师, or 全市专任教师 for the whole. */
function nameOf(figure: KnownFigure, known: Known): string {
  const scope = figure.scope === "" ? (known.whole.find((word) => word.startsWith("全")) ?? "") : figure.scope;
  return figure.kind === "quoted" ? figure.label : `${scope}${figure.label}`;
}

/** The figure with the words that name it, where they stand close by. */
function withName(text: string, quantity: Quantity, claim: Claim | undefined): TextSpan {
  const { start, end } = claim && isClose(claim.named, quantity) ? union(claim.named, quantity) : quantity;
  return { start, end, text: text.slice(start, end) };
}

function isClose(named: Span, quantity: Span): boolean {
  return named.end > named.start && Math.max(named.start - quantity.end, quantity.start - named.end) <= nearby;
}

function union(left: Span, right: Span): Span {
  return { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) };
}
