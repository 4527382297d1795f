/** Where each figure of a report stands: its section, and the sentence or table row that it is part of. */
import type { Figure, Report, ReportBlock, Run, TableCell } from "../../core/reporting/report.ts";

export interface FigurePlace {
  readonly figure: Figure;
  /** Chapter and section: 一、基本情况 · 1、规模和结构. */
  readonly section: string;
  readonly sentence: string;
}

/** Every figure in a text or table, under a name by which it is found again in another composing of the same report. */
export function figurePlaces(report: Report): Map<string, FigurePlace> {
  const figures = new Map(report.figures.map((figure) => [figure.id, figure]));
  const found = new Map<string, FigurePlace>();
  const seen = new Map<string, number>();
  const add = (section: string, id: string, sentence: string): void => {
    const figure = figures.get(id);
    if (!figure) return;
    const name = [section, figure.kind, figure.measure, figure.label, figure.organisation, figure.year].join("/");
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    found.set(`${name}/${times}`, { figure, section, sentence });
  };
  const addBlocks = (section: string, blocks: readonly ReportBlock[]): void => {
    for (const block of blocks) addBlock(block, (id, sentence) => add(section, id, sentence));
  };
  addBlocks(report.title, report.opening);
  for (const chapter of report.chapters)
    for (const section of chapter.sections)
      addBlocks(`${chapter.number}${chapter.title} · ${section.number}${section.title}`, section.blocks);
  for (const annex of report.annexes) addBlocks(annex.title, annex.blocks);
  return found;
}

function addBlock(block: ReportBlock, add: (id: string, sentence: string) => void): void {
  if (block.kind === "paragraph" || block.kind === "footnote") addRuns(block.runs, add);
  if (block.kind !== "table") return;
  for (const row of [...block.header, ...block.rows]) {
    const text = `${block.number}　${block.title}：${row.map(cellText).join(" | ")}`;
    for (const cell of row) for (const run of cell.runs) if (run.kind === "figure") add(run.figure, text);
  }
}

const cellText = (cell: TableCell): string => cell.runs.map((run) => run.text).join("");

/** Each figure of a paragraph with its sentence, from one full stop to the next. */
function addRuns(runs: readonly Run[], add: (id: string, sentence: string) => void): void {
  const text = runs.map((run) => run.text).join("");
  let at = 0;
  for (const run of runs) {
    if (run.kind === "figure") {
      const start = text.slice(0, at).search(/[^。！？]*$/u);
      const rest = /^[^。！？]*[。！？]?/u.exec(text.slice(at + run.text.length))?.[0] ?? "";
      add(run.figure, text.slice(start, at + run.text.length) + rest);
    }
    at += run.text.length;
  }
}
