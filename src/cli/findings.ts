/** Findings as lines of text: tier, code, message, proof, repair. */
import type { Finding } from "../core/checking/finding.ts";
import type { Language } from "./environment.ts";

const tiers = { proof: { zh: "硬错", en: "proof" }, warning: { zh: "预警", en: "warning" }, note: { zh: "提示", en: "note" } } as const;

export function findingLines(findings: readonly Finding[], language: Language): string[] {
  return findings.map((finding) => {
    const explained =
      finding.explanation === null ? "" : language === "zh" ? `（已说明：${finding.explanation}）` : ` (explained: ${finding.explanation})`;
    return `  ${tiers[finding.tier][language]} ${finding.code} ${finding.organisation} ${finding.check}：${finding.message[language]} [${finding.proof}] → ${finding.repair}${explained}`;
  });
}

/** Findings counted by check, proofs first: what to say where the whole list would bury the rest. */
export function findingSummary(findings: readonly Finding[], language: Language): string[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings)
    groups.set(`${finding.tier} ${finding.check}`, [...(groups.get(`${finding.tier} ${finding.check}`) ?? []), finding]);
  return [...groups.values()].map((group) => {
    const [first] = group as [Finding];
    const explained = group.filter((finding) => finding.explanation !== null).length;
    const counts =
      language === "zh"
        ? `${group.length}条${explained > 0 ? `，已说明${explained}条` : ""}`
        : `${group.length}${explained > 0 ? `, ${explained} explained` : ""}`;
    return `  ${tiers[first.tier][language]} ${first.code} ${first.check}（${counts}）：${first.message[language]}`;
  });
}
