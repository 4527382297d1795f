/** Writes a report as .docx: official layout, a content control for each figure, traces in a custom XML part. */
import { Document, NumberFormat, Packer, Paragraph, SectionType, TextRun } from "docx";
import type { ISectionOptions } from "docx";
import type { ReportWriter } from "../../app/ports.ts";
import type { Report, ReportBlock } from "../../core/reporting/report.ts";
import { marksOf } from "../layout/parts.ts";
import { BlockWriter, drawPictures, printedHeight } from "./blocks.ts";
import { contentsPages } from "./contents.ts";
import { cover, statementPage } from "./front-matter.ts";
import { finishPackage } from "./package.ts";
import { folios, runningHead } from "./page-frame.ts";
import { headingPages } from "./pagination.ts";
import { page, styles } from "./styles.ts";
import { tracesXml } from "./traces-part.ts";
import { printable } from "../layout/printable.ts";

export function docxWriter(): ReportWriter {
  return { format: "docx", write: writeDocx };
}

async function writeDocx(report: Report): Promise<Uint8Array> {
  const pictures = await drawPictures(allBlocks(report));
  const writer = new BlockWriter(pictures);
  const body = bodyOf(report, writer);
  const pages = headingPages(report, (block) => printedHeight(pictures.get(block)) * 15);
  const title = printable(report.title + report.subtitle);
  const document = new Document({
    title,
    creator: printable(report.signedBy),
    lastModifiedBy: printable(report.signedBy),
    description: marksOf(report).join("、"),
    styles,
    footnotes: writer.footnotes,
    evenAndOddHeaderAndFooters: true,
    sections: [
      section({ headers: runningHead("", marksOf(report)) }, cover(report)),
      section({ headers: runningHead(title, marksOf(report)) }, [...statementPage(report), ...contentsPages(writer.contents, pages)]),
      section({ headers: runningHead(title, marksOf(report)), footers: folios() }, body, 1),
    ],
  });
  return finishPackage(await Packer.toBuffer(document), tracesXml(report));
}

function section(
  frame: Pick<ISectionOptions, "headers" | "footers">,
  children: ISectionOptions["children"],
  firstPage?: number,
): ISectionOptions {
  return {
    ...frame,
    children,
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: page.width, height: page.height },
        margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right, header: page.header, footer: page.footer },
        ...(firstPage === undefined ? {} : { pageNumbers: { start: firstPage, formatType: NumberFormat.DECIMAL } }),
      },
    },
  };
}

function allBlocks(report: Report): ReportBlock[] {
  return [
    ...report.opening,
    ...report.chapters.flatMap((chapter) => chapter.sections.flatMap((each) => each.blocks)),
    ...report.annexes.flatMap((annex) => annex.blocks),
  ];
}

function bodyOf(report: Report, writer: BlockWriter): ISectionOptions["children"] {
  const line = (style: string, text: string): Paragraph => new Paragraph({ style, children: [new TextRun(printable(text))] });
  return [
    line("Title", report.title),
    new Paragraph({ style: "SubtitleLine", children: [new TextRun(printable(report.subtitle))] }),
    ...writer.blocks(report.opening),
    ...report.chapters.flatMap((chapter) => [
      writer.heading(1, chapter.number + chapter.title),
      ...chapter.sections.flatMap((each) => [
        ...(each.title === "" ? [] : [writer.heading(2, each.number + each.title)]),
        ...writer.blocks(each.blocks),
      ]),
    ]),
    new Paragraph({ style: "SignOff", spacing: { before: 800 }, keepNext: true, children: [new TextRun(printable(report.signedBy))] }),
    line("SignOff", report.signedOn ?? "　　　　年　　月　　日"),
    ...report.annexes.flatMap((annex) => [writer.heading(1, annex.title, [], true), ...writer.blocks(annex.blocks)]),
  ];
}
