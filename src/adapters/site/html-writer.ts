/** Writes a report as one self-contained web page, in which each figure opens its trace. */
import { createHash } from "node:crypto";
import type { ReportWriter } from "../../app/ports.ts";
import type { Report } from "../../core/reporting/report.ts";
import { marksOf } from "../layout/parts.ts";
import { HtmlBlocks } from "./blocks.ts";
import { clientScript } from "./client-script.ts";
import { figureData } from "./figure-data.ts";
import { escapeHtml, scriptJson } from "./html-text.ts";
import { styleSheet } from "./style.ts";

/** The page may run this script and no other, and may load nothing. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash("sha256").update(clientScript).digest("base64")}'; base-uri 'none'; form-action 'none'`;

const blankDate = "　　　　年　　月　　日";

export function htmlWriter(): ReportWriter {
  return { format: "html", write: (report) => Promise.resolve(new TextEncoder().encode(page(report))) };
}

function page(report: Report): string {
  const title = escapeHtml(report.title + report.subtitle);
  const marks = marksOf(report)
    .map((mark) => `<span class="mark">${mark}</span>`)
    .join(" ");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${marksOf(report)
    .map((mark) => `【${mark}】`)
    .join("")}${title}</title>
<style>${styleSheet}${pageMarks(report)}</style>
</head>
<body>
<a class="skip" href="#report">跳到正文</a>
<div class="bar"><span class="name">${title}</span>${marks}<div id="search" role="search" hidden><input type="search" placeholder="查找数字，如 就业率" aria-label="查找数字" role="combobox" aria-expanded="false" aria-controls="results" autocomplete="off"><ul id="results" hidden></ul><span id="search-status" class="visually-hidden" role="status"></span></div></div>
<div class="frame">
${contents(report)}
<article id="report">
${report.sample ? '<div class="print-mark" aria-hidden="true">示例数据</div>\n' : ""}${cover(report, marks)}
${body(report)}
</article>
</div>
<aside id="trace" role="dialog" aria-labelledby="trace-title" hidden><button type="button" id="trace-close">关闭 <kbd>Esc</kbd></button><div id="trace-content"></div></aside>
<script type="application/json" id="figure-data">${scriptJson(figureData(report))}</script>
<script>${clientScript}</script>
</body>
</html>
`;
}

/** The marks in the margin of every printed page. */
function pageMarks(report: Report): string {
  const marks = marksOf(report).join("　");
  return marks === "" ? "" : `@media print{@page{@top-right{content:"${marks}";font:700 9pt var(--sans);color:#9c1c1c}}}`;
}

function contents(report: Report): string {
  const link = (id: string, text: string): string => `<a href="#${id}">${escapeHtml(text)}</a>`;
  const chapters = report.chapters.map((chapter, index) => {
    const sections = chapter.sections.flatMap((section, position) =>
      section.title === "" ? [] : [`<li>${link(`s${index + 1}-${position + 1}`, section.number + section.title)}</li>`],
    );
    return `<li>${link(`c${index + 1}`, chapter.number + chapter.title)}${sections.length === 0 ? "" : `<ol>${sections.join("")}</ol>`}</li>`;
  });
  const annexes = report.annexes.map((annex, index) => `<li>${link(`a${index + 1}`, annex.title)}</li>`);
  return `<details id="contents-box" open><summary>目录</summary><nav id="contents" aria-label="目录"><ol>${[...chapters, ...annexes].join("")}</ol></nav></details>`;
}

function cover(report: Report, marks: string): string {
  const signed = escapeHtml(report.signedOn ?? blankDate);
  return `<header class="cover">${marks === "" ? "" : `<div>${marks}</div>`}<h1>${escapeHtml(report.title)}</h1><p>${escapeHtml(report.subtitle)}</p><p class="issuer">${escapeHtml(report.signedBy)}</p><p>${signed}</p></header>
<section class="statement"><h2>内容真实性责任声明</h2>${report.statement.map((text) => `<p>${escapeHtml(text)}</p>`).join("")}<div class="signatures"><p>单位（盖章）：${escapeHtml(report.organisationName)}</p><p>负责人（签名）：</p><p>日期：${signed}</p></div></section>`;
}

function body(report: Report): string {
  const blocks = new HtmlBlocks();
  const chapters = report.chapters.map((chapter, index) => {
    const sections = chapter.sections.map((section, position) => {
      const heading =
        section.title === "" ? "" : `<h3 id="s${index + 1}-${position + 1}">${escapeHtml(section.number + section.title)}</h3>\n`;
      return `<section>${heading}${blocks.section(section.blocks)}</section>`;
    });
    return `<section><h2 id="c${index + 1}">${escapeHtml(chapter.number + chapter.title)}</h2>\n${sections.join("\n")}</section>`;
  });
  const signOff = `<div class="sign-off"><p>${escapeHtml(report.signedBy)}</p><p>${escapeHtml(report.signedOn ?? blankDate)}</p></div>`;
  const annexes = report.annexes.map(
    (annex, index) => `<section><h2 id="a${index + 1}">${escapeHtml(annex.title)}</h2>\n${blocks.section(annex.blocks)}</section>`,
  );
  return [`<section>${blocks.section(report.opening)}</section>`, ...chapters, signOff, ...annexes].join("\n");
}
