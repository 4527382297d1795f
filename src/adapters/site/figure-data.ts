/** The figures with their traces as the page embeds them: once, with sources, files and sheets shared. */
import type { Report } from "../../core/reporting/report.ts";
import { provenanceOf } from "../provenance/provenance.ts";
import { originWords } from "../provenance/words.ts";

/** See client-script.ts for the reader of this; `cells` are [organisation, status, value, file, sheet, cell, version] with file and sheet as indices. */
export function figureData(report: Report): object {
  const { figures, sources } = provenanceOf(report);
  const files = new Interned();
  const sheets = new Interned();
  const used = new Set<string>([report.organisation]);
  const packed = sources.map((source) => {
    if (source.organisation !== null) used.add(source.organisation);
    for (const code of source.missing) used.add(code);
    return {
      label: source.label,
      organisation: source.organisation,
      year: source.year,
      value: source.value,
      origin: originWords(source),
      missing: source.missing,
      cells: source.cells.map((cell) => {
        used.add(cell.organisation);
        const where =
          cell.origin === null
            ? []
            : [files.index(cell.origin.file), sheets.index(cell.origin.sheet), cell.origin.cell, cell.origin.version];
        return [cell.organisation, cell.status === "value" ? "" : cell.status, cell.value, ...where];
      }),
    };
  });
  const listed = figures.map(({ figure, calculation }) => {
    used.add(figure.organisation);
    for (const code of figure.missing) used.add(code);
    return {
      id: figure.id,
      measure: figure.measure,
      label: figure.label,
      organisation: figure.organisation,
      year: figure.year,
      kind: figure.kind,
      text: figure.text,
      unit: figure.unit,
      exact: figure.exact,
      numerator: figure.numerator,
      denominator: figure.denominator,
      formula: figure.formula,
      missing: figure.missing,
      calculation,
    };
  });
  const names = Object.fromEntries([...used].flatMap((code) => (report.names[code] === undefined ? [] : [[code, report.names[code]]])));
  return { catalog: report.catalog, figures: listed, sources: packed, files: files.list, sheets: sheets.list, names };
}

class Interned {
  readonly list: string[] = [];
  readonly #indices = new Map<string, number>();

  index(text: string): number {
    let index = this.#indices.get(text);
    if (index === undefined) this.#indices.set(text, (index = this.list.push(text) - 1));
    return index;
  }
}
