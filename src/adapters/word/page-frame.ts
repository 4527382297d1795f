/** Running heads with the marks 示例数据 / 暂定数据, and folios "— 1 —": outer edge, as GB/T 9704 has them. */
import { AlignmentType, BorderStyle, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import { textWidth } from "./styles.ts";

/** The same head on odd and even pages. */
export function runningHead(title: string, marks: readonly string[]): { default: Header; even: Header } {
  const head = (): Header =>
    new Header({
      children: [
        new Paragraph({
          style: "RunningHead",
          tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
          ...(title === "" ? {} : { border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 3, color: "A6A6A6" } } }),
          children: [
            new TextRun(title),
            ...(marks.length === 0 ? [] : [new TextRun({ text: `\t${marks.join("　")}`, bold: true, color: "9C1C1C" })]),
          ],
        }),
      ],
    });
  return { default: head(), even: head() };
}

export function folios(): { default: Footer; even: Footer } {
  const folio = (alignment: "left" | "right"): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: "Folio",
          alignment: alignment === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: { left: 320, right: 320 },
          children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
        }),
      ],
    });
  return { default: folio("right"), even: folio("left") };
}
