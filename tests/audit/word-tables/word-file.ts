/** A Word file made of paragraphs and tables by a few marks, so that merged cells and repeated headers stand in the tests as text. */
import { strToU8, zipSync } from "fflate";

/** A paragraph, or a table: one string for each row, its cells between bars. */
export type Part = string | readonly string[];

/**
 * Marks before a cell's words: `>3 ` spans three columns, `v ` begins a merge downwards, `^` continues it;
 * a row that begins with `T ` is one that Word repeats on each page.
 */
export function wordFile(title: string, parts: readonly Part[]): Uint8Array {
  const body = [title, ...parts].map((part) => (typeof part === "string" ? paragraph(part) : table(part))).join("");
  const files = {
    "[Content_Types].xml":
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

function table(rows: readonly string[]): string {
  return `<w:tbl>${rows.map(row).join("")}</w:tbl>`;
}

function row(line: string): string {
  const header = line.startsWith("T ");
  const cells = (header ? line.slice(2) : line).split("|").map(cell).join("");
  return `<w:tr>${header ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells}</w:tr>`;
}

function cell(words: string): string {
  const text = words.trim();
  const wide = /^>(\d+) ?/.exec(text);
  const merge = /^(v |\^)/.exec(wide ? text.slice(wide[0].length) : text);
  const own = text.slice((wide?.[0].length ?? 0) + (merge?.[0].length ?? 0));
  const properties = `${wide ? `<w:gridSpan w:val="${wide[1]}"/>` : ""}${merge ? (merge[0] === "^" ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>') : ""}`;
  const inner = own.startsWith("[[")
    ? table(
        own
          .slice(2, -2)
          .split("//")
          .map((line) => line.replaceAll("¦", "|")),
      ) + paragraph("")
    : own.split("\\n").map(paragraph).join("");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
}
