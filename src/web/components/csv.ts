/** Tables as files that Excel and WPS open by a double click: CSV in UTF-8 with a byte order mark. */

/** A text which a spreadsheet would run as a formula is kept a text by an apostrophe; numbers stay numbers. */
function cell(text: string): string {
  const safe = /^[=+@\t\r]/.test(text) || (text.startsWith("-") && !/^-[\d.,]+%?$/.test(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Hands a file to the person, as a download. */
export function saveAs(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function saveCsv(header: readonly string[], rows: readonly (readonly string[])[], name: string): void {
  saveAs(new Blob([csvOf(header, rows)], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}
