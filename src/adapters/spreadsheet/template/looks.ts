/** The look of our workbooks: fonts that Chinese offices have, quiet fills, one colour for cells to be filled. */
import type { BorderSide, CellStyle } from "hucre";

const colours = {
  ink: "1F2937",
  blue: "1F4E79",
  line: "B7C0CC",
  head: "D9E5F2",
  input: "FFF8DC",
  previous: "F3F4F6",
  total: "E8F0E4",
  quiet: "6B7280",
  section: "EEF3F9",
  red: "B42318",
};

const side: BorderSide = { style: "thin", color: { rgb: colours.line } };
const box = { top: side, right: side, bottom: side, left: side };
const fill = (rgb: string): NonNullable<CellStyle["fill"]> => ({ type: "pattern", pattern: "solid", fgColor: { rgb } });
const font = (size: number, more: NonNullable<CellStyle["font"]> = {}): NonNullable<CellStyle["font"]> => ({
  name: "微软雅黑",
  size,
  color: { rgb: colours.ink },
  ...more,
});

const middle = { vertical: "center" } as const;

export const looks = {
  title: { font: font(16, { bold: true, color: { rgb: colours.blue } }), alignment: { ...middle, horizontal: "left" } },
  frontTitle: { font: font(20, { bold: true, color: { rgb: colours.blue } }), alignment: { ...middle, horizontal: "center" } },
  information: { font: font(10, { color: { rgb: colours.quiet } }), alignment: { ...middle, wrapText: true } },
  note: { font: { name: "宋体", size: 10, color: { rgb: colours.quiet } }, alignment: { vertical: "top", wrapText: true } },
  section: {
    font: font(11, { bold: true, color: { rgb: colours.blue } }),
    alignment: middle,
    fill: fill(colours.section),
    border: { bottom: { style: "medium", color: { rgb: colours.blue } } },
  },
  head: {
    font: font(10, { bold: true }),
    alignment: { ...middle, horizontal: "center", wrapText: true },
    fill: fill(colours.head),
    border: box,
  },
  requiredHead: {
    font: font(10, { bold: true, color: { rgb: colours.red } }),
    alignment: { ...middle, horizontal: "center", wrapText: true },
    fill: fill(colours.head),
    border: box,
  },
  label: { font: font(10), alignment: { ...middle, horizontal: "left", indent: 1, wrapText: true }, border: box },
  serial: { font: font(9, { color: { rgb: colours.quiet } }), alignment: { ...middle, horizontal: "center" }, border: box },
  unit: { font: font(9), alignment: { ...middle, horizontal: "center" }, border: box },
  remark: {
    font: { name: "宋体", size: 9, color: { rgb: colours.quiet } },
    alignment: { ...middle, horizontal: "left", indent: 1, wrapText: true },
    border: box,
  },
  previous: {
    font: font(10, { color: { rgb: colours.quiet } }),
    alignment: { ...middle, horizontal: "right" },
    fill: fill(colours.previous),
    border: box,
  },
  input: {
    font: font(10),
    alignment: { ...middle, horizontal: "right" },
    fill: fill(colours.input),
    border: box,
    protection: { locked: false },
  },
  inputText: {
    font: font(10),
    alignment: { ...middle, horizontal: "left", indent: 1, wrapText: true },
    fill: fill(colours.input),
    border: box,
    protection: { locked: false },
    numFmt: "@",
  },
  inputCentred: {
    font: font(10),
    alignment: { ...middle, horizontal: "center" },
    fill: fill(colours.input),
    border: box,
    protection: { locked: false },
  },
  total: { font: font(10, { bold: true }), alignment: { ...middle, horizontal: "right" }, fill: fill(colours.total), border: box },
  totalLabel: {
    font: font(10, { bold: true }),
    alignment: { ...middle, horizontal: "left", indent: 1 },
    fill: fill(colours.total),
    border: box,
  },
  key: { font: font(10, { bold: true }), alignment: { ...middle, horizontal: "left", indent: 1 }, fill: fill(colours.head), border: box },
  link: {
    font: font(10, { color: { rgb: colours.blue }, underline: true }),
    alignment: { ...middle, horizontal: "left", indent: 1, wrapText: true },
    border: box,
  },
  number: { font: font(10), alignment: { ...middle, horizontal: "right" }, border: box },
  text: { font: font(10), alignment: { ...middle, horizontal: "left", indent: 1 }, border: box },
  strongNumber: { font: font(10, { bold: true }), alignment: { ...middle, horizontal: "right" }, fill: fill(colours.total), border: box },
  strongText: { font: font(10, { bold: true }), alignment: { ...middle, horizontal: "left" }, fill: fill(colours.total), border: box },
  hidden: { font: font(8, { color: { rgb: "9CA3AF" } }) },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** Number format for values with that many decimals. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

export const dateFormat = "yyyy-mm-dd";

/** A look with a number format. */
export function formatted(look: CellStyle, numFmt: string): CellStyle {
  return { ...look, numFmt };
}

/** Fill for a required field left blank in a row that has begun. */
export const blankAlarm: CellStyle = {
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FBD5D0" }, bgColor: { rgb: "FBD5D0" } },
};

/** Tab colours, by subject in turn. */
export const tabColours = ["2F6DB5", "3C8D5A", "B7791F", "8E5AA8", "C0504D", "2A8C99", "7A7A3A", "5B6FB8"] as const;
