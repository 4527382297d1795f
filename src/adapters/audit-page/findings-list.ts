/** The list of findings: filters, and per finding a card with proof, places and suggestions, echoes beneath their root. */
import { codeNames, tierNames, tierOrder } from "../../core/auditing/code-names.ts";
import type { AuditFinding, AuditResult, TextSpan } from "../../core/auditing/finding.ts";
import type { FindingGroup } from "../../core/auditing/finding-groups.ts";
import { findingCodes } from "../../core/definition/check.ts";
import { escapeHtml } from "../site/html-text.ts";
import { placeKey } from "./marked-text.ts";
import { type Language, say } from "./messages.ts";
import { noFindingWords } from "./summary.ts";

const longestExcerpt = 48;

/** More would push the list itself out of sight. */
const fewCodes = 6;

export function findingsHtml(result: AuditResult, groups: readonly FindingGroup[], language: Language): string {
  const title = `<h2 id="findings-title">${say("findings", language)} <span class="total">${say("count", language, { count: result.findings.length })}</span></h2>`;
  if (result.findings.length === 0) return `${title}<p class="verdict">${noFindingWords(result, language)}</p>`;
  const numbers = new Map(result.findings.map((finding, index) => [finding.id, index + 1]));
  const items = groups.map(({ root, echoes }) => {
    const beneath =
      echoes.length === 0
        ? ""
        : `<ol class="echoes" aria-label="${say("echoes", language)}">${echoes.map((echo) => `<li>${findingHtml(echo, numbers, language)}</li>`).join("")}</ol>`;
    return `<li class="group">${findingHtml(root, numbers, language)}${beneath}</li>`;
  });
  const remark = result.findings.some((finding) => finding.suggestions.length > 0)
    ? `<p class="aside">${say("suggestionsRemark", language)}</p>`
    : "";
  return `${title}${remark}${filtersHtml(result.findings, language)}<ol class="groups">${items.join("\n")}</ol>`;
}

function filtersHtml(findings: readonly AuditFinding[], language: Language): string {
  const tiers = counted(findings.map((finding) => finding.tier));
  const codes = counted(findings.map((finding) => finding.code));
  const chip = (kind: "tier" | "code", value: string, words: string, count: number, style = ""): string =>
    `<button type="button" class="chip${style}" data-${kind}="${value}" aria-pressed="false">${words} <b>${count}</b></button>`;
  const tierChips = tierOrder.map((tier) => chip("tier", tier, tierNames[tier][language], tiers.get(tier) ?? 0, ` ${tier}`));
  const codeChips = findingCodes.flatMap((code) => {
    const count = codes.get(code);
    return count === undefined ? [] : [chip("code", code, `${code} ${codeNames[code][language]}`, count)];
  });
  return `<div id="filters"><div role="group" aria-label="${say("filterTier", language)}">${tierChips.join("")}</div>
<details${codes.size <= fewCodes ? " open" : ""}><summary>${say("filterCode", language)}</summary><div role="group" aria-label="${say("filterCode", language)}">${codeChips.join("")}</div></details>
<p><span id="shown" role="status">${say("shown", language, { shown: findings.length, total: findings.length })}</span> <button type="button" id="show-all" hidden>${say("all", language)}</button></p></div>`;
}

function findingHtml(finding: AuditFinding, numbers: ReadonlyMap<string, number>, language: Language): string {
  const number = numbers.get(finding.id) ?? 0;
  const causes = finding.causes.flatMap((id) => {
    const cause = numbers.get(id);
    return cause === undefined ? [] : [`<button type="button" class="link" data-open="${cause}">${cause}</button>`];
  });
  const row = (term: string, content: string): string => (content === "" ? "" : `<dt>${term}</dt><dd>${content}</dd>`);
  const places = finding.spans.map((span, position) => placeHtml(number, position, span, language));
  const suggestions = finding.suggestions.map((each) => `<li>${escapeHtml(each[language])}</li>`);
  const card = [
    row(say("proof", language), finding.proof === "" ? "" : `<code>${escapeHtml(finding.proof)}</code>`),
    row(say("echoOf", language), causes.join(" ")),
    row(say("places", language), places.length === 0 ? "" : `<ol class="places">${places.join("")}</ol>`),
    row(say("suggestions", language), suggestions.length === 0 ? "" : `<ol>${suggestions.join("")}</ol>`),
  ].join("");
  const code = `<span class="code">${finding.code}</span> ${codeNames[finding.code][language]}`;
  return `<article class="finding ${finding.tier}" id="finding-${number}" data-tier="${finding.tier}" data-code="${finding.code}">
<button type="button" class="head" aria-expanded="false" aria-controls="card-${number}"><span class="top"><span class="index">${number}</span><span class="tier">${tierNames[finding.tier][language]}</span> ${code}</span><span class="message">${escapeHtml(finding.message[language])}</span></button>
<div class="card" id="card-${number}"><p class="also" hidden></p><dl>${card}</dl><button type="button" class="shut">${say("close", language)}</button></div></article>`;
}

function placeHtml(number: number, position: number, span: TextSpan, language: Language): string {
  const role = say(position === 0 ? "placeOfFault" : "placeOfProof", language);
  const words = span.text.trim() === "" ? say("pointInText", language) : excerpt(span.text);
  return `<li><span class="role">${role}</span> <button type="button" class="place" data-place="${placeKey({ finding: number - 1, span: position })}">${escapeHtml(words)}</button></li>`;
}

function excerpt(text: string): string {
  const characters = [...text.slice(0, longestExcerpt * 2 + 2).replace(/\s+/g, " ")];
  return characters.length <= longestExcerpt ? characters.join("") : `${characters.slice(0, longestExcerpt).join("")}…`;
}

function counted<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
