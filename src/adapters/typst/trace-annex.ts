/**
 * The annex 数字溯源表: figures with their calculations, the sources they share, and the files in which the
 * sources' cells stand. It says once what many cells have in common, for it is the longest part of the file.
 */
import type { Report } from "../../core/reporting/report.ts";
import { exact, sum } from "../../core/quantity/exact.ts";
import { toSignificant } from "../../core/quantity/rounding.ts";
import { type ExplainedFigure, provenanceOf, type Source, type SourceCell } from "../provenance/provenance.ts";
import { operandWords, originWords, valueWords } from "../provenance/words.ts";
import { breakable } from "./breakable.ts";

/** `printed` holds the ids of figures that stand in the text, to link back to. */
export function traceAnnex(report: Report, printed: ReadonlySet<string>): object {
  const { figures, sources } = provenanceOf(report);
  const name = (code: string): string => report.names[code] ?? code;
  const shortName = (code: string): string => report.names[`short:${code}`] ?? name(code);
  const files = new Files(sources);
  return {
    traceHelp: `正文中每个取自数据的数字均可在本表查到算式与来源：〔S〕编号指下列数据来源，〔〕内为填报文件的工作表与单元格，填报文件列于表后。数据目录版本：${report.catalog}。`,
    operands: sources.map((source, index) => `${operandWords(source)}〔S${index + 1}〕`),
    figures: mergedRows(figures).map(({ figure, calculation, ids }) => ({
      marks: ids.map((id) => ({ id, printed: printed.has(id) })),
      label: breakable(
        `${figure.year}年${figure.label}${figure.organisation === report.organisation ? "" : `（${name(figure.organisation)}）`}`,
      ),
      text: figure.text,
      exact: figure.exact === figure.number ? "" : figure.exact,
      calculation,
      missing: figure.missing.length === 0 ? "" : `　缺：${figure.missing.map(name).join("、")}`,
    })),
    sources: sources.map((source, index) => {
      const filings = filingsOf(source);
      const common = commonPlace(filings);
      const organisation = source.organisation === null ? "" : `（${name(source.organisation)}）`;
      const cells = filings.map((filing) =>
        `${filing.organisation === "" ? "" : shortName(filing.organisation)} ${filing.value}${placeWords(filing, common, files.number(filing, source.year))}`.trim(),
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

/** Figures that say the same thing share a row: a number of the text that stands in a table and a chart too. */
function mergedRows(figures: readonly ExplainedFigure[]): (ExplainedFigure & { readonly ids: readonly string[] })[] {
  const rows = new Map<string, ExplainedFigure & { readonly ids: string[] }>();
  for (const explained of figures) {
    const { label, organisation, year, number, exact } = explained.figure;
    const key = JSON.stringify([label, organisation, year, number, exact, explained.calculation]);
    const row = rows.get(key);
    if (row) row.ids.push(explained.figure.id);
    else rows.set(key, { ...explained, ids: [explained.figure.id] });
  }
  return [...rows.values()];
}

/** What one organisation filed of a source: its cells' sum and the range in which they stand. */
interface FiledPart {
  readonly organisation: string;
  readonly value: string;
  readonly file: string | null;
  readonly place: string;
}

function filingsOf(source: Source): FiledPart[] {
  const groups = new Map<string, SourceCell[]>();
  for (const cell of source.cells) {
    const key = `${cell.organisation}/${cell.origin?.file ?? ""}/${cell.origin?.sheet ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].map((cells) => {
    const [first, last] = [cells[0]!, cells.at(-1)!];
    const range = first.origin && last.origin ? rangeOf(first.origin.cell, last.origin.cell) : "";
    const counted = source.rollUp === "distinct" ? `${cells.length}项` : sumWords(cells);
    return {
      organisation: first.organisation,
      value: counted,
      file: first.origin?.file ?? null,
      place: first.origin ? `${first.origin.sheet}!${range}` : "",
    };
  });
}

function sumWords(cells: readonly SourceCell[]): string {
  const values = cells.map((cell) => cell.value).filter((value) => value !== null);
  if (cells.length === 1 || values.length < cells.length)
    return cells
      .map(valueWords)
      .filter((words) => words !== "")
      .join("＋");
  return toSignificant(sum(values.map(exact)));
}

function rangeOf(first: string, last: string): string {
  const [from = first] = first.split(":");
  const to = last.split(":").at(-1) ?? last;
  return from === to ? from : `${from}:${to}`;
}

/** Sheet and cell when they are the same in every organisation's file, as in our own templates; else "". */
function commonPlace(filings: readonly FiledPart[]): string {
  const places = new Set(filings.map((filing) => filing.place));
  return filings.length > 1 && places.size === 1 ? ([...places][0] ?? "") : "";
}

function placeWords(filing: FiledPart, common: string, file: string): string {
  if (filing.file === null) return "";
  const parts = [file, common === "" ? filing.place : ""].filter((part) => part !== "");
  return parts.length === 0 ? "" : `〔${parts.join(" ")}〕`;
}

/** Numbers files W1, W2 …; an organisation's only file for a year needs no mention at each cell. */
class Files {
  readonly #byOwner = new Map<string, Set<string>>();
  readonly #numbers = new Map<string, { readonly number: string; readonly organisation: string }>();

  constructor(sources: readonly Source[]) {
    for (const source of sources) {
      for (const cell of source.cells) {
        if (cell.origin === null || cell.origin.file === "") continue;
        const owner = `${cell.organisation}/${source.year}`;
        const owned = this.#byOwner.get(owner) ?? new Set();
        this.#byOwner.set(owner, owned.add(cell.origin.file));
        if (!this.#numbers.has(cell.origin.file))
          this.#numbers.set(cell.origin.file, { number: `W${this.#numbers.size + 1}`, organisation: cell.organisation });
      }
    }
  }

  number(filing: FiledPart, year: number | null): string {
    if (filing.file === null || (filing.organisation !== "" && this.#byOwner.get(`${filing.organisation}/${year}`)?.size === 1)) return "";
    return this.#numbers.get(filing.file)?.number ?? "";
  }

  list(name: (code: string) => string): string[] {
    return [...this.#numbers].map(
      ([file, { number, organisation }]) => `${number}　${organisation === "" ? "" : `${name(organisation)}：`}${file}`,
    );
  }
}
