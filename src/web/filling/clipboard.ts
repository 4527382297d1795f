/** Ranges as Excel and WPS put them on the clipboard: tabs between cells, line ends between rows, quotes around cells that hold either. */

/** Rows of cells; a last line end opens no row. */
export function parseRange(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = (): void => {
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const [cell, next] = text[at] === '"' ? quoted(text, at) : bare(text, at);
    row.push(cell);
    at = next;
    if (at >= text.length) break;
    if (text[at] === "\t") {
      at += 1;
      if (at === text.length) row.push("");
      continue;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}

function bare(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && text[end] !== "\t" && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return [text.slice(from, end), end];
}

/** A quoted cell; a quote that never closes, or that something follows, is a plain character. */
function quoted(text: string, from: number): [string, number] {
  let cell = "";
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text[at];
      continue;
    }
    if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
      continue;
    }
    const next = text[at + 1];
    return next === undefined || next === "\t" || next === "\n" || next === "\r" ? [cell, at + 1] : bare(text, from);
  }
  return bare(text, from);
}

/** The text that Excel and WPS read back as the same range. */
export function formatRange(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\r\n");
}
