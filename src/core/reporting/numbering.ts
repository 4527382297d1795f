/** Keeps the figures that stand in a report and numbers them f1, f2 … in order of appearance: dropped sentences leave none. */
import type { Figure, Report, ReportBlock, ReportChapter, Run, TableCell } from "./report.ts";

type Body = Pick<Report, "opening" | "chapters">;

export function numberFigures(body: Body, made: readonly Figure[]): Body & Pick<Report, "figures"> {
  const known = new Map(made.map((figure) => [figure.id, figure]));
  const numbers = new Map<string, string>();
  const figures: Figure[] = [];

  const numbered = (id: string): string => {
    let number = numbers.get(id);
    if (number === undefined) {
      number = `f${figures.length + 1}`;
      numbers.set(id, number);
      figures.push({ ...known.get(id)!, id: number });
    }
    return number;
  };
  const runs = (of: readonly Run[]): Run[] => of.map((run) => (run.kind === "figure" ? { ...run, figure: numbered(run.figure) } : run));
  const rows = (of: readonly (readonly TableCell[])[]): TableCell[][] =>
    of.map((row) => row.map((cell) => ({ ...cell, runs: runs(cell.runs) })));
  const block = (of: ReportBlock): ReportBlock => {
    switch (of.kind) {
      case "paragraph":
      case "footnote":
        return { ...of, runs: runs(of.runs) };
      case "table":
        return { ...of, header: rows(of.header), rows: rows(of.rows) };
      case "chart":
        return {
          ...of,
          series: of.series.map((series) => ({ ...series, figures: series.figures.map((id) => (id === null ? null : numbered(id))) })),
        };
      case "heading":
        return of;
    }
  };
  const opening = body.opening.map(block);
  const chapters = body.chapters.map((chapter): ReportChapter => ({
    ...chapter,
    sections: chapter.sections.map((section) => ({ ...section, blocks: section.blocks.map(block) })),
  }));
  return { opening, chapters, figures };
}
