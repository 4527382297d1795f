/** An audit as one self-contained web page: the report's text with its marks, and the findings beside it. */
import { createHash } from "node:crypto";
import type { Document } from "../../core/auditing/document.ts";
import type { AuditResult } from "../../core/auditing/finding.ts";
import { findingGroups } from "../../core/auditing/finding-groups.ts";
import { tierNames, tierOrder } from "../../core/auditing/code-names.ts";
import { escapeHtml, scriptJson } from "../site/html-text.ts";
import { textHtml } from "./blocks.ts";
import { clientScript } from "./client-script.ts";
import { findingsHtml } from "./findings-list.ts";
import { MarkedText } from "./marked-text.ts";
import { type Language, say } from "./messages.ts";
import { pageData } from "./page-data.ts";
import { styleSheet } from "./style.ts";
import { summaryHtml } from "./summary.ts";

/** The page may run this script and no other, and may load nothing. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash("sha256").update(clientScript).digest("base64")}'; base-uri 'none'; form-action 'none'`;

export function auditPage(document: Document, result: AuditResult, language: Language): string {
  const groups = findingGroups(result.findings);
  const title = result.document.title === "" ? result.document.file : result.document.title;
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(say("pageTitle", language, { title }))}</title>
<style>${styleSheet}</style>
</head>
<body>
<a class="skip" href="#text">${say("skipToText", language)}</a><a class="skip" href="#findings">${say("skipToFindings", language)}</a>
<nav class="bar" aria-label="${say("summary", language)}"><span class="name">${escapeHtml(title)}</span><a href="#findings">${say("findings", language)} ${result.findings.length}</a></nav>
${summaryHtml(document, result, groups, language)}
<div class="frame">
<main id="text" aria-label="${say("text", language)}" tabindex="-1">
${legendHtml(language)}
<article lang="zh-CN">
${textHtml(document, new MarkedText(document, result, language), language)}
</article>
</main>
<aside id="findings" aria-labelledby="findings-title" tabindex="-1">
${findingsHtml(result, groups, language)}
</aside>
</div>
<div id="tip" role="tooltip" hidden></div>
<script type="application/json" id="audit-data">${scriptJson(pageData(result, language))}</script>
<script>${clientScript}</script>
</body>
</html>
`;
}

function legendHtml(language: Language): string {
  const tiers = tierOrder.map((tier) => `<span class="m ${tier}">${tierNames[tier][language]}</span>`);
  return `<p class="legend"><b>${say("legend", language)}</b> <span class="m q">${say("legendPlain", language)}</span> ${tiers.join(" ")}</p>`;
}
