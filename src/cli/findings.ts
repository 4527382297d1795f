/** Findings as lines of text: tier, code, message, proof, repair. */
import type { Finding } from "../core/checking/finding.ts";
import type { Language } from "./environment.ts";

const tiers = { proof: { zh: "硬错", en: "proof" }, warning: { zh: "预警", en: "warning" }, note: { zh: "提示", en: "note" } } as const;

export function findingLines(findings: readonly Finding[], language: Language): string[] {
  return findings.map((finding) => {
    const explained = finding.explanation === null ? "" : language === "zh" ? `（已说明：${finding.explanation}）` : ` (explained: ${finding.explanation})`;
    return `  ${tiers[finding.tier][language]} ${finding.code} ${finding.organisation} ${finding.check}：${finding.message[language]} [${finding.proof}] → ${finding.repair}${explained}`;
  });
}
