/** Reads .pdf with pdf.js. What a PDF does not say (paragraphs, headings, tables) is guessed from places on the page. */
import type { PDFPageProxy } from "pdfjs-dist";
import type { TextContent } from "pdfjs-dist/types/src/display/api.js";
import type { Document } from "../core/auditing/document.ts";
import { linesOfPages } from "./pdf-columns.ts";
import type { Piece } from "./pdf-lines.ts";
import { paragraphsOf } from "./pdf-paragraphs.ts";
import { withTableRows } from "./pdf-tables.ts";
import { textBlocks } from "./plain-text.ts";
import { UnreadableDocument } from "./unreadable.ts";

/** Where pdf.js finds its data: folders with a slash at the end. In Node they are found beside the package. */
export interface PdfResources {
  readonly cMapUrl?: string;
  readonly standardFontDataUrl?: string;
  /** Of `pdf.worker.mjs`; a browser needs it, unless `globalThis.pdfjsWorker` holds that module. */
  readonly workerUrl?: string;
}

const mostPages = 2000;

export async function readPdf(file: string, bytes: Uint8Array, resources: PdfResources = {}): Promise<Document> {
  const pages = linesOfPages(await piecesOfPages(bytes, resources)).map(withTableRows);
  const text = paragraphsOf(pages)
    .map((paragraph) => `${paragraph}\n`)
    .join("");
  if (text.replace(/\s/g, "").length < Math.max(1, pages.length > 1 ? pages.length * 8 : 1)) throw scanned();
  return {
    file,
    format: "pdf",
    text,
    blocks: textBlocks(text, "seen").filter((block) => block.kind === "table" || !isScale(text.slice(block.start, block.end))),
    changes: [],
    comments: [],
    figures: [],
  };
}

async function piecesOfPages(bytes: Uint8Array, resources: PdfResources): Promise<Piece[][]> {
  const pdf = await import("pdfjs-dist/legacy/build/pdf.mjs");
  if (resources.workerUrl !== undefined) pdf.GlobalWorkerOptions.workerSrc = resources.workerUrl;
  const task = pdf.getDocument({
    // pdf.js takes the bytes away from whoever lends them.
    data: new Uint8Array(bytes),
    cMapUrl: resources.cMapUrl ?? beside("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: resources.standardFontDataUrl ?? beside("standard_fonts"),
    // Asked whether it may fetch, pdf.js looks at the page's address, which a worker has not.
    ...(resources.cMapUrl === undefined ? {} : { useWorkerFetch: /^https?:/.test(resources.cMapUrl) }),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) throw tooManyPages(document.numPages);
    const pages: Piece[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const items = await itemsOf(page);
      pages.push(items.flatMap((item) => ("str" in item && isUpright(item.transform) ? [pieceOf(item)] : [])));
      page.cleanup();
    }
    return pages;
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
}

/** Read piece by piece: getTextContent iterates over the stream itself, which browsers before Chromium 124 cannot. */
async function itemsOf(page: PDFPageProxy): Promise<TextContent["items"]> {
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  const items: TextContent["items"] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return items;
    items.push(...value.items);
  }
}

/** A watermark stands askew behind the text. */
function isUpright([right = 0, up = 0]: readonly number[]): boolean {
  return Math.abs(up) < 0.02 * Math.abs(right);
}

function pieceOf(item: {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}): Piece {
  const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, height: item.height || Math.hypot(skew, scale) };
}

/** Bare numbers: the scale of a chart. */
function isScale(line: string): boolean {
  return /^[\d,.%\s]+$/.test(line);
}

/** A folder of the package, for Node: pdf.js wants a path there. */
function beside(folder: string): string {
  // The address stands apart, lest a bundler take every file of the folder for part of the program.
  const here = import.meta.url;
  const url = new URL(`../../node_modules/pdfjs-dist/${folder}/`, here);
  return url.protocol === "file:" ? decodeURIComponent(url.pathname).replace(/^\/(?=[A-Za-z]:)/, "") : url.href;
}

function refusalOf(error: unknown): UnreadableDocument {
  if (error instanceof UnreadableDocument) return error;
  if (error instanceof Error && error.name === "PasswordException")
    return new UnreadableDocument(
      "PDF 已加密，要密码才能打开。请取消密码再交来，最好交 .docx",
      "the PDF is encrypted; remove its password, or give the .docx",
    );
  return new UnreadableDocument(
    "PDF 不完整或已损坏，打不开。请重新导出，最好交 .docx",
    "the PDF is incomplete or damaged; export it again, or give the .docx",
  );
}

function scanned(): UnreadableDocument {
  return new UnreadableDocument(
    "PDF 里没有文字，是扫描件。请先做文字识别 (OCR)，最好交 .docx 原件",
    "the PDF holds no text: it is a scan; recognise its text (OCR) first, or give the .docx",
  );
}

function tooManyPages(count: number): UnreadableDocument {
  return new UnreadableDocument(
    `PDF 有 ${count} 页，超过上限 ${mostPages} 页，不像一份报告`,
    `the PDF has ${count} pages, more than ${mostPages}: not a report`,
  );
}
