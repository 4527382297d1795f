/** The pages before the text: cover and 内容真实性责任声明. */
import { AlignmentType, BorderStyle, Paragraph, TextRun } from "docx";
import type { Report } from "../../core/reporting/report.ts";
import { marksOf, titleLines } from "../layout/parts.ts";
import { printable } from "../layout/printable.ts";

const blankDate = "　　　　年　　月　　日";

export function cover(report: Report): Paragraph[] {
  const marks = marksOf(report);
  const edge = { style: BorderStyle.SINGLE, size: 8, space: 4, color: "9C1C1C" };
  const banner =
    marks.length === 0
      ? []
      : [
          new Paragraph({
            style: "Marks",
            border: { top: edge, bottom: edge, left: edge, right: edge },
            children: [new TextRun(marks.join("　·　"))],
          }),
        ];
  const lines = titleLines(report.title);
  return [
    ...banner,
    new Paragraph({
      style: "Title",
      spacing: { before: marks.length === 0 ? 3600 : 3000, after: 240 },
      children: lines.map((line, index) => new TextRun({ text: printable(line), size: 56, ...(index > 0 ? { break: 1 } : {}) })),
    }),
    new Paragraph({
      style: "SubtitleLine",
      spacing: { after: 5200 },
      children: [new TextRun({ text: printable(report.subtitle), size: 36 })],
    }),
    new Paragraph({
      style: "Plain",
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: printable(report.signedBy), size: 36 })],
    }),
    new Paragraph({
      style: "Plain",
      alignment: AlignmentType.CENTER,
      spacing: { before: 120 },
      children: [new TextRun(printable(report.signedOn ?? blankDate))],
    }),
  ];
}

export function statementPage(report: Report): Paragraph[] {
  const signature = (text: string, before = 0): Paragraph =>
    new Paragraph({ style: "Plain", indent: { left: 3600 }, spacing: { before }, children: [new TextRun(printable(text))] });
  return [
    new Paragraph({ style: "ContentsTitle", children: [new TextRun("内容真实性责任声明")] }),
    ...report.statement.map((text) => new Paragraph({ style: "BodyIndented", children: [new TextRun(printable(text))] })),
    signature(`单位（盖章）：${report.organisationName}`, 900),
    signature("负责人（签名）：", 120),
    signature(`日期：${report.signedOn ?? blankDate}`, 120),
  ];
}
