/** Addresses of cells: "D12" for people, zero-based row and column for us. */

export interface Range {
  readonly top: number;
  readonly left: number;
  /** Inclusive. */
  readonly bottom: number;
  readonly right: number;
}

/** 0 → "A", 27 → "AB". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function address(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

export function rangeAddress(range: Range): string {
  const start = address(range.top, range.left);
  const end = address(range.bottom, range.right);
  return start === end ? start : `${start}:${end}`;
}

/** Reads "D12" or "$D$12"; null for anything else. */
export function parseAddress(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Reads "B2:D5" or a single address. */
export function parseRange(text: string): Range | null {
  const [start = "", end = start] = text.split(":");
  const first = parseAddress(start);
  const last = parseAddress(end);
  return first && last ? { top: first.row, left: first.column, bottom: last.row, right: last.column } : null;
}
