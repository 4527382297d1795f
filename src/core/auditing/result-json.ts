/** The audit as other programs read it: one language, no more and no less than the published contract. */
import type { FindingCode, Tier } from "../definition/check.ts";
import type { AuditedQuantity, AuditResult, ChapterCoverage, OutlineGrade, TextSpan } from "./finding.ts";

export interface AuditJson {
  readonly document: AuditResult["document"];
  readonly quantities: readonly AuditedQuantity[];
  readonly relations: AuditResult["relations"];
  readonly notQuantities: AuditResult["notQuantities"];
  readonly chapters: readonly ChapterCoverage[];
  readonly outline: OutlineGrade | null;
  readonly findings: readonly {
    readonly id: string;
    readonly code: FindingCode;
    readonly tier: Tier;
    readonly message: string;
    readonly proof: string;
    readonly spans: readonly TextSpan[];
    readonly causes: readonly string[];
    readonly suggestions: readonly string[];
  }[];
}

/** Each object is written out name by name, so that a field added inside never leaks into the contract. */
export function auditJson(result: AuditResult, language: "zh" | "en"): AuditJson {
  const { file, title, year, characters, quantities } = result.document;
  return {
    document: { file, title, year, characters, quantities },
    quantities: result.quantities.map(quantityJson),
    relations: { tested: result.relations.tested, held: result.relations.held },
    notQuantities: result.notQuantities.map((each) => ({ ...spanJson(each), why: each.why })),
    chapters: result.chapters.map((each) => ({
      start: each.start,
      end: each.end,
      title: each.title,
      quantities: each.quantities,
      inRelations: each.inRelations,
      tested: each.tested,
      held: each.held,
    })),
    outline: result.outline && outlineJson(result.outline),
    findings: result.findings.map(({ id, code, tier, message, proof, spans, causes, suggestions }) => ({
      id,
      code,
      tier,
      message: message[language],
      proof,
      spans: spans.map(spanJson),
      causes: [...causes],
      suggestions: suggestions.map((each) => each[language]),
    })),
  };
}

function spanJson({ start, end, text }: TextSpan): TextSpan {
  return { start, end, text };
}

function quantityJson(quantity: AuditedQuantity): AuditedQuantity {
  const { value, unit, hedge, label, concept, scope, period, aspect, tie } = quantity;
  const plain = { ...spanJson(quantity), value, unit, hedge, label, concept, scope, period, aspect };
  return tie ? { ...plain, tie: { state: tie.state, fact: tie.fact, stored: tie.stored } } : plain;
}

function outlineJson({ outline, required, present, missing, grade }: OutlineGrade): OutlineGrade {
  return { outline, required, present, missing: [...missing], grade };
}
