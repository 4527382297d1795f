/** Findings as rows of a file. */
import { codeNames, tierNames } from "../../../../core/auditing/code-names.ts";
import type { AuditJson } from "../../../../core/auditing/result-json.ts";
import type { Language } from "../../../messages/text.ts";

export function findingHeader(language: Language): string[] {
  return language === "zh"
    ? ["编号", "性质", "代码", "类别", "问题", "算式", "位置", "建议", "源自"]
    : ["Id", "Tier", "Code", "Kind", "Message", "Working", "Places", "Suggestions", "Echo of"];
}

export function findingRows(audit: AuditJson, language: Language): string[][] {
  return audit.findings.map((finding) => [
    finding.id,
    tierNames[finding.tier][language],
    finding.code,
    codeNames[finding.code][language],
    finding.message,
    finding.proof,
    finding.spans.map((span) => span.text).join("；"),
    finding.suggestions.join("；"),
    finding.causes.join("、"),
  ]);
}
