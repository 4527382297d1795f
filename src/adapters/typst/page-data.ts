/** Prepares a report for the Typst template: plain JSON in which charts are drawn and footnotes hang where they belong. */
import type { Report, ReportBlock, Run, TableCell } from "../../core/reporting/report.ts";
import { drawChart } from "../charts/chart-svg.ts";
import { captionNumber, chartWords, columnShares, filledRow, hangFootnotes, marksOf, noteText, titleLines } from "../layout/parts.ts";
import { type Provenance, provenanceOf, type Source } from "../provenance/provenance.ts";
import { operandWords, originWords, valueWords } from "../provenance/words.ts";

/** The template's input; see template.ts for where each part is printed. */
export function pageData(report: Report): object {
  const printed = new Set<string>();
  const runs = (given: readonly Run[]): object[] =>
    given.map((run) => {
      if (run.kind === "text") return { text: breakable(run.text), ...(run.strong ? { strong: true } : {}) };
      const first = !printed.has(run.figure);
      printed.add(run.figure);
      return { text: run.text, figure: run.figure, first };
    });
  const cells = (row: readonly TableCell[], columns: number): object[] => filledRow(row, columns).map((cell) => ({ align: cell.align, strong: cell.strong ?? false, runs: runs(cell.runs) }));
  const blocks = (given: readonly ReportBlock[]): object[] =>
    hangFootnotes(given).map(({ block, footnotes }) => {
      const hung = { kind: block.kind, footnotes: footnotes.map((note) => runs(note.runs)) };
      switch (block.kind) {
        case "paragraph":
          return { ...hung, runs: runs(block.runs) };
        case "heading":
          return { ...hung, level: block.level, text: breakable(block.text) };
        case "table": {
          const shares = columnShares(block);
          const row = (each: readonly TableCell[]): object[] => cells(each, shares.length);
          return { ...hung, caption: caption("表", block), note: note(block), shares: shares.map((share) => Math.round(share * 1000)), header: block.header.map(row), rows: block.rows.map(row) };
        }
        case "chart":
          return { ...hung, caption: caption("图", block), note: note(block), svg: drawChart(block).svg, alt: chartWords(block) };
      }
    });
  const body = {
    opening: blocks(report.opening),
    chapters: report.chapters.map((chapter) => ({
      title: chapter.number + breakable(chapter.title),
      sections: chapter.sections.map((section) => ({ title: section.number + breakable(section.title), blocks: blocks(section.blocks) })),
    })),
    annexes: report.annexes.map((annex) => ({ title: breakable(annex.title), blocks: blocks(annex.blocks) })),
  };
  return {
    title: report.title, titleLines: titleLines(report.title), subtitle: report.subtitle, organisationName: report.organisationName, marks: marksOf(report), sample: report.sample,
    statement: report.statement.map(breakable), signedBy: report.signedBy, signedOn: report.signedOn ?? "　　　　年　　月　　日", ...body, ...traces(report, printed),
  };
}

function caption(kind: "表" | "图", block: { readonly number: string; readonly title: string }): string {
  return `${captionNumber(kind, block.number)}　${breakable(block.title)}`;
}

function note(block: { readonly note?: string }): string | null {
  return block.note === undefined ? null : breakable(noteText(block.note));
}

/** The annex 数字溯源表: figures, the sources they share, and the files in which the sources' cells stand. */
function traces(report: Report, printed: ReadonlySet<string>): object {
  const { figures, sources } = provenanceOf(report);
  const name = (code: string): string => report.names[code] ?? code;
  const files = new Map<string, string>();
  const place = (source: Source): string =>
    source.cells
      .map((cell) => {
        const where = cell.origin === null ? "" : `〔${fileNumber(files, cell.origin.file)} ${cell.origin.sheet}!${cell.origin.cell}〕`;
        return `${name(cell.organisation)} ${valueWords(cell)}${where}`.trim();
      })
      .join("；");
  return {
    traceHelp: `正文中每个取自数据的数字均可在本表查到算式与来源。〔S〕编号指下列数据来源，〔W〕编号指填报文件，其后为工作表与单元格。数据目录版本：${report.catalog}。`,
    operands: sources.map((source, index) => `${operandWords(source)}〔S${index + 1}〕`),
    figures: figures.map(({ figure, calculation }) => ({
      id: figure.id, printed: printed.has(figure.id), label: breakable(`${figure.year}年${figure.label}（${name(figure.organisation)}）`), text: figure.text, exact: figure.exact, calculation,
      missing: figure.missing.length === 0 ? "" : `　缺：${figure.missing.map(name).join("、")}`,
    })),
    sources: sources.map((source, index) => ({ head: sourceHead(source, index, name), body: breakable(place(source) + missingWords(source, name)) })),
    files: breakable([...files].map(([file, number]) => `${number}　${file}`).join("；　")),
  };
}

function sourceHead(source: Provenance["sources"][number], index: number, name: (code: string) => string): string {
  const organisation = source.organisation === null ? "" : `（${name(source.organisation)}）`;
  return `S${index + 1}　${operandWords(source)}${organisation}　${originWords(source)}：`;
}

function missingWords(source: Source, name: (code: string) => string): string {
  return source.missing.length === 0 ? "" : `。未报：${source.missing.map(name).join("、")}`;
}

function fileNumber(files: Map<string, string>, file: string): string {
  let number = files.get(file);
  if (number === undefined) files.set(file, (number = `W${files.size + 1}`));
  return number;
}

/** Lets words longer than a line break, by invisible spaces every 20 letters. */
function breakable(text: string): string {
  return text.replace(/[!-~]{41,}/g, (word) => word.replace(/.{20}/g, "$&\u200b"));
}
