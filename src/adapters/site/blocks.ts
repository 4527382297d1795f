/** Turns the report's blocks into HTML: figures become buttons, charts inline SVG with their numbers in a table beneath. */
import { fractionParts } from "../../core/reporting/fraction-parts.ts";
import type { ReportBlock, Run, TableCell } from "../../core/reporting/report.ts";
import { drawChart } from "../charts/chart-svg.ts";
import { captionNumber, chartWords, columnShares, filledRow, type Footnote, hangFootnotes, noteText, type Table } from "../layout/parts.ts";
import { escapeHtml } from "./html-text.ts";

export class HtmlBlocks {
  readonly #seen = new Set<string>();
  #footnotes = 0;

  /** The blocks of one section, its footnotes at its end. */
  section(blocks: readonly ReportBlock[]): string {
    const notes: string[] = [];
    const html = hangFootnotes(blocks).map(({ block, footnotes }) =>
      this.#block(block, footnotes.map((note) => this.#reference(note, notes)).join("")),
    );
    return (
      html.join("\n") +
      (notes.length === 0
        ? ""
        : `\n<aside class="notes" aria-label="脚注"><ol start="${this.#footnotes - notes.length + 1}">${notes.join("")}</ol></aside>`)
    );
  }

  #reference(note: Footnote, notes: string[]): string {
    this.#footnotes += 1;
    const number = this.#footnotes;
    notes.push(`<li id="note-${number}">${this.runs(note.runs)} <a href="#note-from-${number}" aria-label="返回正文">↩</a></li>`);
    return `<sup><a id="note-from-${number}" href="#note-${number}" aria-label="脚注${number}">${number}</a></sup>`;
  }

  #block(block: Exclude<ReportBlock, Footnote>, references: string): string {
    switch (block.kind) {
      case "paragraph":
        return `<p>${this.runs(block.runs)}${references}</p>`;
      case "heading":
        return `<h${block.level + 1}>${escapeHtml(block.text)}${references}</h${block.level + 1}>`;
      case "table":
        return this.#table(block, references);
      case "chart":
        return this.#chart(block, references);
    }
  }

  runs(runs: readonly Run[], print: (text: string) => string = escapeHtml): string {
    let taken = 0;
    return runs
      .map((run, index) => {
        if (run.kind === "figure") {
          const next = runs[index + 1];
          const closing = next?.kind === "text" ? (/^[，。；：、？！）》”’〕】％]+/.exec(next.text)?.[0] ?? "") : "";
          taken = closing.length;
          // A button is a box of its own, after which a line might break: punctuation must not open the next line.
          const button = this.figure(run.figure, run.text);
          return closing === "" ? button : `<span class="k">${button}${closing}</span>`;
        }
        const text = print(run.text.slice(taken)).replaceAll("\n", "<br>");
        taken = 0;
        return run.strong ? `<strong>${text}</strong>` : text;
      })
      .join("");
  }

  /** A figure's button; the first one of a figure bears its id. */
  figure(id: string, text: string): string {
    const anchor = this.#seen.has(id) ? "" : ` id="${escapeHtml(id)}"`;
    this.#seen.add(id);
    return `<button type="button" class="n"${anchor} data-figure="${escapeHtml(id)}" aria-haspopup="dialog" aria-expanded="false">${escapeHtml(text)}</button>`;
  }

  #table(table: Table, references: string): string {
    const shares = columnShares(table);
    const row = (cells: readonly TableCell[], tag: "td" | "th"): string =>
      `<tr>${filledRow(cells, shares.length)
        .map((cell) => this.#cell(cell, tag))
        .join("")}</tr>`;
    const caption = `${captionNumber("表", table.number)}　${table.title}`;
    return [
      `<figure class="table"><div class="scroll"><table><caption class="caption">${escapeHtml(caption)}${references}</caption>`,
      `<colgroup>${shares.map((share) => `<col style="width:${(share * 100).toFixed(1)}%">`).join("")}</colgroup>`,
      `<thead>${table.header.map((cells) => row(cells, "th")).join("")}</thead><tbody>${table.rows.map((cells) => row(cells, "td")).join("")}</tbody></table></div>`,
      `${remark(table.note)}</figure>`,
    ].join("");
  }

  #cell(cell: TableCell, tag: "td" | "th"): string {
    const scope = tag === "th" ? ' scope="col"' : "";
    const content = this.runs(cell.runs, whole);
    return `<${tag}${scope} class="${tag === "th" ? "center" : cell.align}${cell.align === "right" ? " number" : ""}">${cell.strong && tag === "td" ? `<strong>${content}</strong>` : content}</${tag}>`;
  }

  #chart(chart: Extract<ReportBlock, { kind: "chart" }>, references: string): string {
    const { svg, width, height } = drawChart(chart);
    const drawing = svg
      .replace(
        /^<svg [^>]*>/,
        `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(chartWords(chart))}" xmlns="http://www.w3.org/2000/svg">`,
      )
      .replaceAll("font-family:Noto Serif SC;", "");
    const caption = `${captionNumber("图", chart.number)}　${chart.title}`;
    return `<figure><div class="scroll">${drawing}</div><figcaption>${escapeHtml(caption)}${references}</figcaption>${remark(chart.note)}${this.#chartData(chart)}</figure>`;
  }

  /** The numbers of a chart that are figures, so that each opens its trace. */
  #chartData(chart: Extract<ReportBlock, { kind: "chart" }>): string {
    if (!chart.series.some((series) => series.figures.some((figure) => figure !== null))) return "";
    const head = `<tr><th scope="col">项目</th>${chart.series.map((series) => `<th scope="col">${escapeHtml(series.name)}${chart.unit === "" ? "" : `（${escapeHtml(chart.unit)}）`}</th>`).join("")}</tr>`;
    const rows = chart.categories.map((category, index) => {
      const cells = chart.series.map((series) => {
        const value = series.values[index] ?? "—";
        const figure = series.figures[index];
        return `<td class="right number">${figure ? this.figure(figure, value) : escapeHtml(value)}</td>`;
      });
      return `<tr><th scope="row" class="left">${escapeHtml(category)}</th>${cells.join("")}</tr>`;
    });
    return `<details><summary>图中数据</summary><div class="scroll"><table><thead>${head}</thead><tbody>${rows.join("")}</tbody></table></div></details>`;
  }
}

/** A cell's text, whose fractions no line may end within. */
function whole(text: string): string {
  return fractionParts(text)
    .map((part) => (part.isFraction ? `<span class="k">${escapeHtml(part.text)}</span>` : escapeHtml(part.text)))
    .join("");
}

function remark(note: string | undefined): string {
  return note === undefined ? "" : `<p class="remark">${escapeHtml(noteText(note))}</p>`;
}
