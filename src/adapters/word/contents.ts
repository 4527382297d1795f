/**
 * The table of contents as a field whose entries are written already, so that programs which do not
 * compute fields (LibreOffice, WPS, previews) show it too; each page number is a field of its own.
 */
import { BuilderElement, InternalHyperlink, Paragraph, type ParagraphChild, Tab, TabStopType, TextRun } from "docx";
import { textWidth } from "./styles.ts";
import { printable } from "../layout/printable.ts";

export interface ContentsEntry {
  readonly level: 1 | 2;
  readonly text: string;
  readonly bookmark: string;
}

const fieldMark = (type: "begin" | "separate" | "end"): ParagraphChild =>
  run(new BuilderElement({ name: "w:fldChar", attributes: { type: { key: "w:fldCharType", value: type } } }));
const instruction = (text: string): ParagraphChild =>
  run(
    new BuilderElement({ name: "w:instrText", attributes: { space: { key: "xml:space", value: "preserve" } }, children: [text] as never }),
  );

function run(child: BuilderElement): ParagraphChild {
  return new BuilderElement({ name: "w:r", children: [child] }) as unknown as ParagraphChild;
}

/** The pages of contents; `pages` holds the page of each entry. */
export function contentsPages(entries: readonly ContentsEntry[], pages: readonly number[]): Paragraph[] {
  const title = new Paragraph({ style: "ContentsTitle", pageBreakBefore: true, children: [new TextRun("目　　录")] });
  const lines = entries.map((entry, index) => {
    const link = new InternalHyperlink({
      anchor: entry.bookmark,
      children: [
        new TextRun(printable(entry.text)),
        new TextRun({ children: [new Tab()] }),
        fieldMark("begin"),
        instruction(` PAGEREF ${entry.bookmark} \\h `),
        fieldMark("separate"),
        new TextRun(String(pages[index] ?? "")),
        fieldMark("end"),
      ],
    });
    return new Paragraph({
      style: `TOC${entry.level}`,
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: "dot" }],
      children: [
        ...(index === 0 ? [fieldMark("begin"), instruction(' TOC \\o "1-2" \\h \\z \\u '), fieldMark("separate")] : []),
        link,
        ...(index === entries.length - 1 ? [fieldMark("end")] : []),
      ],
    });
  });
  return [title, ...lines];
}
