/** A table as lines to add up: its rows over its columns, or its columns over its rows, in whole numbers that can be summed fast. */
import type { Exact } from "../../quantity/exact.ts";
import type { Quantity } from "../quantity.ts";
import type { GridCell } from "./grid.ts";
import { notAdded } from "./table-claims.ts";

/** What a figure can be, in units of its vector's smallest place: both ends, and twice that so that halves are whole. */
export interface Scaled {
  readonly low: bigint;
  readonly high: bigint;
}

export interface TableLine {
  /** The words next to its figures. */
  readonly label: string;
  /** All words before its figures. */
  readonly headers: readonly string[];
  /** 其中: it is a part of what stands before and is not added to what stands beside. */
  readonly ofWhich: boolean;
  /** Index of the figure in each vector; null where there is none. */
  readonly figures: readonly (number | null)[];
  /** Whether the cell without a figure is empty, a dash or dots, so that it counts as nothing. */
  readonly empty: readonly boolean[];
}

export interface TableVector {
  readonly label: string;
  /** Its name or unit says that its figures do not add up: 生师比, 占比. */
  readonly additive: boolean;
}

export interface TableLines {
  readonly lines: readonly TableLine[];
  readonly vectors: readonly TableVector[];
  /** Of each line and vector. */
  readonly scaled: readonly (readonly (Scaled | null)[])[];
  /** Of each vector: how many units of {@link scaled} make one; null where it could not be scaled. */
  readonly scales: readonly (bigint | null)[];
}

/** Names of lines and vectors of changes: what falls is often printed without its sign. */
export const moved = /较上年|比上年|较去年|比去年|同比|环比|增减|变化|变动|净增|升降|增长|增幅|差额|差值|[±]/;
/** Of one thing in several years no sum is a value. */
export const ofYear = /^(?:(?:19|20)\d\d年?(?:度|末|底|春|秋)?|上年|去年|本年|今年|当年|上一?期|本期)/;
const nothing = /^(?:[-—–―－/…·.．*\s　]*|无)$/u;
const partMark = /^[\s　(（]*(?:其\s*中|[#＃]|of which)/iu;
/** (21): told in brackets because it is not counted with the others. */
const setAside = /^[（(][^（()）]*[)）]$/;
const finest = 10n ** 8n;

/** Both ways of reading a table whose rows have one length. */
export function linesOfTable(cells: readonly (readonly (GridCell | null)[])[], quantities: readonly Quantity[]): TableLines[] {
  const rows = withoutYears(cells);
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => rows.map((row) => row[column] ?? null));
  const down = rows.map((cells) => namedCells(cells, quantities));
  const across = columns.map((cells) => namedCells(cells, quantities));
  return [tabulated(down, across), tabulated(across, down)];

  function tabulated(lines: readonly Named[], vectors: readonly Named[]): TableLines {
    const kept = lines.filter(({ figures }) => figures.some((figure) => figure !== null));
    const used = vectors.flatMap(({ figures }, at) => (figures.filter((figure) => figure !== null).length > 1 ? [at] : []));
    const scales = used.map((at) => scaleOf(vectors[at]!.figures.flatMap((figure) => (figure === null ? [] : [quantities[figure]!]))));
    return {
      vectors: used.map((at) => {
        const { label, headers, figures } = vectors[at]!;
        const inPercent = figures.some((figure) => figure !== null && /^[%‰:倍个]/.test(quantities[figure]!.unit));
        return { label, additive: !inPercent && !headers.some((text) => notAdded.test(text) || moved.test(text)) };
      }),
      scales,
      lines: kept.map(({ label, headers, ofWhich, figures, texts }) => ({
        label,
        headers,
        ofWhich,
        figures: used.map((at) => figures[at]!),
        empty: used.map((at) => figures[at] !== null || nothing.test(texts[at]!)),
      })),
      scaled: kept.map(({ figures }) =>
        used.map((at, position) => {
          const [figure, scale] = [figures[at]!, scales[position]!];
          return figure === null || scale === null ? null : scaledBy(quantities[figure]!, scale);
        }),
      ),
    };
  }
}

const isYear = (text: string): boolean => /^(?:19|20)\d\d年?$/.test(text);

/** Rows and columns of nothing but years are names of the others. */
function withoutYears(rows: readonly (readonly (GridCell | null)[])[]): (GridCell | null)[][] {
  const width = rows[0]?.length ?? 0;
  const areYears = (cells: readonly (GridCell | null)[]): boolean => {
    const figures = cells.filter((cell) => (cell?.figure ?? null) !== null);
    return figures.length > 0 && figures.every((cell) => isYear(cell!.text));
  };
  const columns = Array.from({ length: width }, (_, column) => areYears(rows.map((row) => row[column] ?? null)));
  return rows.map((row) => {
    const years = areYears(row);
    return row.map((cell, column) =>
      cell && (years || columns[column]) && cell.figure !== null ? { ...cell, figure: null, figures: [] } : cell,
    );
  });
}

export interface Named {
  readonly label: string;
  readonly headers: readonly string[];
  readonly ofWhich: boolean;
  readonly figures: readonly (number | null)[];
  readonly texts: readonly string[];
}

/** Its name are the words before its first figure, the nearest of them foremost. */
export function namedCells(cells: readonly (GridCell | null)[], quantities: readonly Quantity[]): Named {
  const first = cells.findIndex((cell) => (cell?.figure ?? null) !== null);
  const before = cells
    .slice(0, first < 0 ? cells.length : first)
    .flatMap((cell) => (cell && (/[^\s\d.、-]/u.test(cell.text) || isYear(cell.text)) ? [cell.text] : []));
  return {
    label: before.at(-1)?.replace(/[\s　]+/gu, "") ?? "",
    headers: before,
    ofWhich: before.some((text) => partMark.test(text)),
    figures: cells.map((cell) => {
      const figure = cell?.figure ?? null;
      return figure !== null && quantities[figure]!.kind !== "range" && !setAside.test(cell!.text) ? figure : null;
    }),
    texts: cells.map((cell) => (cell && !setAside.test(cell.text) ? cell.text : "")),
  };
}

/** The common denominator of the values and their ends; null where it is too fine to be one of printed figures. */
function scaleOf(quantities: readonly Quantity[]): bigint | null {
  let scale = 1n;
  for (const { interval } of quantities)
    for (const end of [interval.low, interval.high]) {
      if (end === null) continue;
      while (scale % end.value.denominator !== 0n) {
        scale *= 10n;
        if (scale > finest) return null;
      }
    }
  return scale;
}

function scaledBy({ interval, value }: Quantity, scale: bigint): Scaled {
  const times = ({ numerator, denominator }: Exact): bigint => (numerator * scale) / denominator;
  return { low: times(interval.low?.value ?? value), high: times(interval.high?.value ?? value) };
}
