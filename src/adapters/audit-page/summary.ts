/** The page's head: what was audited, what was tested where, and what is missing, so that silence is never taken for health. */
import { tierNames, tierOrder } from "../../core/auditing/code-names.ts";
import type { Document } from "../../core/auditing/document.ts";
import type { AuditResult, ChapterCoverage } from "../../core/auditing/finding.ts";
import type { FindingGroup } from "../../core/auditing/finding-groups.ts";
import { escapeHtml } from "../site/html-text.ts";
import { headingId } from "./blocks.ts";
import { type Language, type MessageId, say } from "./messages.ts";

export function summaryHtml(document: Document, result: AuditResult, groups: readonly FindingGroup[], language: Language): string {
  const { file, title, year, characters, quantities } = result.document;
  const fact = (id: MessageId, value: string): string => `<div><dt>${say(id, language)}</dt><dd>${escapeHtml(value)}</dd></div>`;
  const facts = [
    fact("file", file),
    fact("year", year === null ? say("yearUnknown", language) : String(year)),
    fact("characters", grouped(characters)),
    fact("quantities", grouped(quantities)),
    fact("relations", say("relationsOf", language, { tested: grouped(result.relations.tested), held: grouped(result.relations.held) })),
    fact("notQuantities", grouped(result.notQuantities.length)),
  ];
  return `<header id="summary"><p class="kind">${say("heading", language)}</p><h1>${escapeHtml(title === "" ? file : title)}</h1>
<div class="halves"><section><dl class="facts">${facts.join("")}</dl>
${verdictHtml(result, groups, language)}
${outlineHtml(result, language)}</section>
<section><h2>${say("coverage", language)}</h2>${coverageHtml(document, result.chapters, language)}</section></div></header>`;
}

function verdictHtml(result: AuditResult, groups: readonly FindingGroup[], language: Language): string {
  const apart = result.chapters.reduce((count, chapter) => count + chapter.quantities - chapter.inRelations, 0);
  const silence = apart > 0 ? `<p class="aside">${say("untested", language, { count: grouped(apart) })}</p>` : "";
  if (result.findings.length === 0) {
    return `<p class="verdict">${noFindingWords(result, language)}</p>${silence}`;
  }
  const counts = tierOrder.map((tier) => {
    const count = groups.filter(({ root }) => root.tier === tier).length;
    return `<li class="${tier}"><b>${grouped(count)}</b><span>${tierNames[tier][language]}</span></li>`;
  });
  const echoes = result.findings.length - groups.length;
  const echoed = echoes > 0 ? `<p class="aside">${say("echoesCounted", language, { count: echoes })}</p>` : "";
  return `<ul class="counts">${counts.join("")}</ul>${echoed}${silence}`;
}

/** Never says that a report is right: only what was tested. */
export function noFindingWords({ relations: { tested, held } }: AuditResult, language: Language): string {
  if (tested === 0) return say("nothingTested", language);
  const words = say("none", language, { tested: grouped(tested), held: grouped(held) });
  return tested === held ? words : `${words}${language === "zh" ? "" : " "}${say("rest", language, { count: grouped(tested - held) })}`;
}

function outlineHtml({ outline }: AuditResult, language: Language): string {
  const name = say("outline", language);
  if (!outline) return `<p class="outline"><b>${name}</b> ${say("noOutline", language)}</p>`;
  const { required, present, missing, grade } = outline;
  const list =
    missing.length === 0
      ? ""
      : `<p class="missing">${say("missing", language)}${missing.map(escapeHtml).join(language === "zh" ? "、" : "; ")}</p>`;
  return `<div class="outline"><p><b>${name}</b> <span class="grade grade-${grade}">${say("grade", language, { grade })}</span> ${escapeHtml(say("outlineOf", language, { outline: outline.outline, required, present }))}</p>${list}</div>`;
}

function coverageHtml(document: Document, chapters: readonly ChapterCoverage[], language: Language): string {
  if (chapters.length === 0) return `<p class="aside">${say("noChapters", language)}</p>`;
  const headings = new Set(document.blocks.filter((block) => block.kind === "heading").map((block) => block.start));
  const names: readonly MessageId[] = ["chapter", "quantities", "inRelations", "tested", "held"];
  const head = names.map((id) => `<th scope="col">${say(id, language)}</th>`).join("");
  const rows = chapters.map((chapter) => {
    const title = escapeHtml(chapter.title);
    const linked = headings.has(chapter.start) ? `<a href="#${headingId(chapter.start)}">${title}</a>` : title;
    const silent = chapter.quantities > 0 && chapter.tested === 0;
    const tested = silent ? `<td class="silent">${say("notTested", language)}</td>` : `<td>${grouped(chapter.tested)}</td>`;
    return `<tr><th scope="row">${linked}</th><td>${grouped(chapter.quantities)}</td><td>${share(chapter)}<b>${grouped(chapter.inRelations)}</b></td>${tested}<td>${silent ? "—" : grouped(chapter.held)}</td></tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="${say("coverage", language)}"><table class="coverage"><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
}

/** A bar of how many quantities stand in a relation; the figure beside it says the same. */
function share({ quantities, inRelations }: ChapterCoverage): string {
  if (quantities <= 0) return "";
  const percent = Math.min(100, Math.max(0, Math.round((inRelations / quantities) * 100)));
  return `<span class="bar-of" aria-hidden="true"><i style="width:${percent}%"></i></span>`;
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
