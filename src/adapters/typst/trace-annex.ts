/**
 * The annex 数字溯源表: figures with their calculations, the sources they share, and the files in which the
 * sources' cells stand. It says once what many cells have in common, for it is the longest part of the file.
 */
import type { Report } from "../../core/reporting/report.ts";
import { provenanceOf, type Source, type SourceCell } from "../provenance/provenance.ts";
import { operandWords, originWords, valueWords } from "../provenance/words.ts";
import { breakable } from "./breakable.ts";

/** `printed` holds the ids of figures that stand in the text, to link back to. */
export function traceAnnex(report: Report, printed: ReadonlySet<string>): object {
  const { figures, sources } = provenanceOf(report);
  const name = (code: string): string => report.names[code] ?? code;
  const files = new Files(sources);
  return {
    traceHelp: `正文中每个取自数据的数字均可在本表查到算式与来源：〔S〕编号指下列数据来源，〔〕内为填报文件的工作表与单元格，填报文件列于表后。数据目录版本：${report.catalog}。`,
    operands: sources.map((source, index) => `${operandWords(source)}〔S${index + 1}〕`),
    figures: figures.map(({ figure, calculation }) => ({
      id: figure.id,
      printed: printed.has(figure.id),
      label: breakable(
        `${figure.year}年${figure.label}${figure.organisation === report.organisation ? "" : `（${name(figure.organisation)}）`}`,
      ),
      text: figure.text,
      exact: figure.exact,
      calculation,
      missing: figure.missing.length === 0 ? "" : `　缺：${figure.missing.map(name).join("、")}`,
    })),
    sources: sources.map((source, index) => {
      const common = commonPlace(source);
      const organisation = source.organisation === null ? "" : `（${name(source.organisation)}）`;
      const cells = source.cells.map((cell) =>
        `${cell.organisation === "" ? "" : name(cell.organisation)} ${valueWords(cell)}${placeWords(cell, common, files.number(cell, source.year))}`.trim(),
      );
      const missing = source.missing.length === 0 ? "" : `。未报：${source.missing.map(name).join("、")}`;
      return {
        head: `S${index + 1}　${operandWords(source)}${organisation}　${originWords(source)}${common === "" ? "" : `〔${common}〕`}：`,
        body: breakable(cells.join("；") + missing),
      };
    }),
    files: files.list(name).map(breakable),
  };
}

/** Sheet and cell when they are the same in every organisation's file, as in our own templates; else "". */
function commonPlace(source: Source): string {
  const places = new Set(source.cells.map((cell) => (cell.origin === null ? "" : `${cell.origin.sheet}!${cell.origin.cell}`)));
  return source.cells.length > 1 && places.size === 1 ? ([...places][0] ?? "") : "";
}

function placeWords(cell: SourceCell, common: string, file: string): string {
  if (cell.origin === null) return "";
  const parts = [file, common === "" ? `${cell.origin.sheet}!${cell.origin.cell}` : ""].filter((part) => part !== "");
  return parts.length === 0 ? "" : `〔${parts.join(" ")}〕`;
}

/** Numbers files W1, W2 …; an organisation's only file for a year needs no mention at each cell. */
class Files {
  readonly #byOwner = new Map<string, Set<string>>();
  readonly #numbers = new Map<string, { readonly number: string; readonly organisation: string }>();

  constructor(sources: readonly Source[]) {
    for (const source of sources) {
      for (const cell of source.cells) {
        if (cell.origin === null) continue;
        const owner = `${cell.organisation}/${source.year}`;
        const owned = this.#byOwner.get(owner) ?? new Set();
        this.#byOwner.set(owner, owned.add(cell.origin.file));
        if (!this.#numbers.has(cell.origin.file))
          this.#numbers.set(cell.origin.file, { number: `W${this.#numbers.size + 1}`, organisation: cell.organisation });
      }
    }
  }

  number(cell: SourceCell, year: number | null): string {
    if (cell.origin === null || (cell.organisation !== "" && this.#byOwner.get(`${cell.organisation}/${year}`)?.size === 1)) return "";
    return this.#numbers.get(cell.origin.file)?.number ?? "";
  }

  list(name: (code: string) => string): string[] {
    return [...this.#numbers].map(
      ([file, { number, organisation }]) => `${number}　${organisation === "" ? "" : `${name(organisation)}：`}${file}`,
    );
  }
}
