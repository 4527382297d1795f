/** A column of 序号 counts lines and says nothing of the world: its numerals are no quantities. */
import type { Cell, Document } from "../document.ts";
import type { NotQuantity, Quantity } from "../quantity.ts";

/** Heads of columns that number their lines, or hold a code. */
export const serialHead = /^(?:序号?|[\u4e00-\u9fff]{0,8}(?:编号|编码|代码)|行次|项次|排序|No\.?|#)$/i;

/** Where the numbers of row labels stand that number their lines, 2 管理人员 and 2.1 选修课教师: two or more in the first column. */
function numberedLabels(document: Document, cells: readonly Cell[]): number[] {
  const found = cells.flatMap(({ column, start, end }) => {
    if (column !== 0) return [];
    const words = document.text.slice(start, end);
    const number = /^\s*(?=\d{1,2}(?:\.\d{1,2}){0,2}[.．]?[ \u3000]+[\u4e00-\u9fff])/.exec(words);
    return number ? [start + number[0].length] : [];
  });
  return found.length < 2 ? [] : found;
}

/** The quantities without those of such columns, which are told among the others with their reason. */
export function withoutSerialNumbers(
  document: Document,
  scan: { readonly quantities: readonly Quantity[]; readonly notQuantities: readonly NotQuantity[] },
): { quantities: readonly Quantity[]; notQuantities: readonly NotQuantity[] } {
  const cells = document.blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const words = (cell: Cell): string => document.text.slice(cell.start, cell.end).replace(/\s/g, "");
    // 类、款、项 over the three columns of a budget's code.
    const ranks = block.cells.filter((cell) => /^[类款项]$/.test(words(cell)));
    const heads = block.cells.filter(
      (cell) => serialHead.test(words(cell)) || (new Set(ranks.map(words)).size === 3 && ranks.includes(cell)),
    );
    return block.cells.filter((cell) => heads.some((head) => head.column === cell.column && cell.row > head.row));
  });
  const labels = new Set(document.blocks.flatMap((block) => (block.kind === "table" ? numberedLabels(document, block.cells) : [])));
  if (cells.length === 0 && labels.size === 0) return scan;
  const inside = (quantity: Quantity): boolean =>
    quantity.unit === "" && (labels.has(quantity.start) || cells.some((cell) => cell.start <= quantity.start && quantity.end <= cell.end));
  const serial = scan.quantities.filter(inside);
  return {
    quantities: scan.quantities.filter((quantity) => !serial.includes(quantity)),
    notQuantities: [
      ...scan.notQuantities,
      ...serial.map(({ start, end, text }): NotQuantity => ({ start, end, text, why: "list number" })),
    ].toSorted((left, right) => left.start - right.start),
  };
}
