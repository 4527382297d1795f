/** Paragraph styles of the Word file, after GB/T 9704: 三号 text on a grid of 22 lines, headings told apart by typeface. */
import { AlignmentType, type IStylesOptions, LineRuleType } from "docx";
import { blackFace, bodyFace, runFonts, scriptFace, songFace, titleFace } from "./fonts.ts";

/** Twips. The type area is 156 × 225 mm on A4. */
export const page = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474, header: 1050, footer: 1360 } as const;
export const textWidth = page.width - page.left - page.right;
/** One line of text: 28.95 pt. */
export const lineHeight = 579;
/** One line of 五号 text in tables, captions and notes: 15 pt, the same with every typeface. */
export const smallLine = 300;
export const titleLine = 700;
export const heading1Before = 200;
export const heading2Before = 80;
export const subtitleAfter = 300;
export const pictureSpace = 200;
export const captionSpace = { before: 160, after: 80 } as const;
export const remarkSpace = { before: 40, after: 200 } as const;
/** Half-points: 三号, 二号, 五号. */
export const sizes = { body: 32, title: 44, small: 21 } as const;

const exactLine = { line: lineHeight, lineRule: LineRuleType.EXACT };
const smallExact = { line: smallLine, lineRule: LineRuleType.EXACT };
const ownLine = { line: 240, lineRule: LineRuleType.AUTO };

const heading = (face: string, outlineLevel: number, before: number): object => ({
  run: { font: runFonts(face), size: sizes.body, bold: true, color: "000000" },
  paragraph: {
    spacing: { ...exactLine, before, after: 0 },
    indent: { firstLine: 640, firstLineChars: 200 },
    keepNext: true,
    keepLines: true,
    outlineLevel,
  },
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: runFonts(bodyFace), size: sizes.body, language: { value: "en-US", eastAsia: "zh-CN" } },
      paragraph: { spacing: { ...exactLine } },
    },
    title: {
      run: { font: runFonts(titleFace), size: sizes.title, bold: true, color: "000000" },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: titleLine, lineRule: LineRuleType.AT_LEAST } },
    },
    heading1: heading(blackFace, 0, heading1Before),
    heading2: heading(scriptFace, 1, heading2Before),
    heading3: heading(bodyFace, 2, 0),
    heading4: heading(scriptFace, 3, 0),
    footnoteText: { run: { font: runFonts(songFace), size: 18 }, paragraph: { spacing: { ...ownLine } } },
    caption: {
      run: { font: runFonts(blackFace), size: sizes.small, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...smallExact, ...captionSpace } },
    },
  },
  paragraphStyles: [
    {
      id: "BodyIndented",
      name: "正文缩进",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: 640, firstLineChars: 200 } },
    },
    {
      id: "TableText",
      name: "表格文字",
      basedOn: "Normal",
      quickFormat: true,
      run: { font: runFonts(songFace), size: sizes.small },
      paragraph: { spacing: { ...smallExact, before: 40, after: 40 } },
    },
    {
      id: "Remark",
      name: "图表注",
      basedOn: "TableText",
      run: { color: "595959" },
      paragraph: { spacing: { ...smallExact, ...remarkSpace } },
    },
    {
      id: "Picture",
      name: "图",
      basedOn: "Normal",
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...ownLine, before: pictureSpace, after: 0 }, keepNext: true },
    },
    { id: "SignOff", name: "落款", basedOn: "Normal", paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 640 } } },
    {
      id: "SubtitleLine",
      name: "副标题行",
      basedOn: "Normal",
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactLine, after: subtitleAfter } },
    },
    { id: "Plain", name: "无缩进", basedOn: "Normal" },
    {
      id: "Marks",
      name: "数据标识",
      basedOn: "Normal",
      run: { font: runFonts(blackFace), size: 28, bold: true, color: "9C1C1C" },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...ownLine, before: 60, after: 60 } },
    },
    {
      id: "RunningHead",
      name: "页眉文字",
      basedOn: "Normal",
      run: { font: runFonts(songFace), size: 18, color: "595959" },
      paragraph: { spacing: { ...ownLine } },
    },
    { id: "Folio", name: "页码", basedOn: "Normal", run: { font: runFonts(songFace), size: 28 }, paragraph: { spacing: { ...ownLine } } },
    {
      id: "ContentsTitle",
      name: "目录标题",
      basedOn: "Title",
      paragraph: { spacing: { line: titleLine, lineRule: LineRuleType.AT_LEAST, after: 240 } },
    },
    {
      id: "TOC1",
      name: "toc 1",
      basedOn: "Normal",
      run: { font: runFonts(blackFace), size: 28, bold: true },
      paragraph: { spacing: { ...ownLine, before: 160, after: 40 } },
    },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      run: { font: runFonts(bodyFace), size: 24 },
      paragraph: { spacing: { ...ownLine, before: 30, after: 30 }, indent: { left: 560 } },
    },
  ],
};
