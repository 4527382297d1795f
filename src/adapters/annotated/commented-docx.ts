/** The author's own .docx with each finding as a Word comment at its words. */
import type { AuditWriter } from "../../app/ports.ts";
import { codeNames, tierNames } from "../../core/auditing/code-names.ts";
import type { AuditFinding, AuditResult } from "../../core/auditing/finding.ts";
import { commentDocx } from "./comment-docx.ts";

type Language = "zh" | "en";

const author = { zh: "质报", en: "zhibao" } as const;
const words = {
  proof: { zh: "算式：", en: "Working: " },
  see: { zh: "另见：", en: "See also: " },
  suggestion: { zh: "建议：", en: "Suggestion: " },
} as const;

export const commentedDocxWriter: AuditWriter = {
  format: "docx",
  write: async ({ bytes, result, language, at }) =>
    commentDocx(
      bytes,
      result.findings.flatMap((finding) => {
        const [first] = finding.spans;
        return first
          ? [{ start: first.start, end: first.end, author: author[language], date: at, text: commentText(finding, result, language) }]
          : [];
      }),
    ),
};

function commentText(finding: AuditFinding, result: AuditResult, language: Language): string {
  const others = finding.spans.slice(1, 6).map((span) => span.text.replace(/\s+/g, " ").slice(0, 40));
  const roots = finding.causes.map((id) => result.findings.find((each) => each.id === id)?.message[language] ?? id);
  return [
    `【${tierNames[finding.tier][language]}·${codeNames[finding.code][language]}】${finding.message[language]}`,
    `${words.proof[language]}${finding.proof}`,
    ...(others.length > 0 ? [`${words.see[language]}${others.join("；")}`] : []),
    ...roots.map((root) => `← ${root}`),
    ...finding.suggestions.map((suggestion) => `${words.suggestion[language]}${suggestion[language]}`),
  ].join("\n");
}
