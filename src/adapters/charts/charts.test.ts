/** Charts: every form draws the report's own digits, the same for the same chart, and PNG needs no font of the machine. */
import { inflateSync } from "node:zlib";
import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { chartPng, outlineText } from "./chart-png.ts";
import { type Chart, drawChart } from "./chart-svg.ts";
import { serifRegular } from "./fonts.ts";
import { glyphFont } from "./outlines.ts";
import { luminance, seriesColours } from "./palette.ts";

const chart = (form: Chart["form"], categories = ["市直", "县区"]): Chart => ({
  kind: "chart",
  number: "1",
  title: "在校生",
  form,
  unit: "人",
  categories,
  series: [
    { name: "2030年", values: categories.map((_, index) => String(1200 + index)), figures: categories.map(() => null) },
    { name: "2031年", values: categories.map((_, index) => (index === 1 ? null : "1300.50")), figures: categories.map(() => null) },
  ],
});

const texts = (svg: string): string[] => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? "");

function wellFormed(xml: string): void {
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, "image/svg+xml");
}

describe("drawChart", () => {
  it.each(["bar", "line", "stackedBar"] as const)(
    "prints values of a %s chart as they stand in the report, with unit and legend",
    (form) => {
      const { svg } = drawChart(chart(form));
      wellFormed(svg);
      expect(texts(svg)).toEqual(expect.arrayContaining(["1200", "1201", "1300.50", "单位：人", "市直", "县区", "2030年", "2031年"]));
    },
  );

  it("prints a pie's slices with name, value and unit", () => {
    expect(texts(drawChart(chart("pie")).svg)).toEqual(["市直 1200人", "县区 1201人"]);
  });

  it("draws the same bytes again, with no trace of earlier charts", () => {
    for (const form of ["bar", "line", "pie", "stackedBar"] as const) expect(drawChart(chart(form)).svg).toBe(drawChart(chart(form)).svg);
  });

  it("takes text as text", () => {
    const { svg } = drawChart(chart("bar", [`甲<&>"'`, "]]></svg><script>"]));
    wellFormed(svg);
    expect(svg).not.toContain("<script");
  });

  it("lays bars with long names on their side, high enough for all", () => {
    const names = Array.from({ length: 14 }, (_, index) => `某某市第${index}职业中等专业学校`);
    const { svg, height } = drawChart(chart("bar", names));
    expect(height).toBeGreaterThan(500);
    expect(texts(svg).filter((text) => text.endsWith("学校"))).toHaveLength(14);
  });

  it("parts a label that needs two lines in the middle", () => {
    const names = Array.from({ length: 10 }, (_, index) => `${"甲乙丙丁戊己庚辛壬癸"[index]}城中专`);
    expect(texts(drawChart(chart("bar", names)).svg)).toEqual(expect.arrayContaining(["甲城", "癸城", "中专"]));
  });

  it("keeps neighbouring series apart in a grey print", () => {
    seriesColours
      .slice(1)
      .forEach((colour, index) => expect(Math.abs(luminance(colour) - luminance(seriesColours[index] ?? colour))).toBeGreaterThan(0.2));
  });
});

describe("chartPng", () => {
  it("gives a PNG of twice the size with ink where bars and letters are", async () => {
    const drawing = drawChart(chart("bar"));
    const png = Buffer.from(await chartPng(drawing));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([drawing.width * 2, drawing.height * 2]);
    const data = inflateSync(png.subarray(png.indexOf("IDAT") + 4, png.length - 16));
    expect(data.length).toBe(drawing.height * 2 * (drawing.width * 2 * 3 + 1));
    expect(data.includes(Buffer.from([0x1f, 0x4e, 0x79]))).toBe(true);
  });

  it("replaces all text by outlines, keeping its place", () => {
    const outlined = outlineText(
      '<svg><text dominant-baseline="central" text-anchor="end" style="font-size:10px;" transform="translate(5 6)" fill="#333">中&lt;1</text></svg>',
    );
    expect(outlined).toMatch(/^<svg><path d="M-?[\d.]+ .*Z" transform="translate\(5 6\)" fill="#333"\/><\/svg>$/);
  });

  it("knows widths: Chinese characters fill the em square", () => {
    const font = glyphFont(serifRegular);
    expect(font.width("中等职业") / font.unitsPerEm).toBe(4);
    expect(font.width("1") / font.unitsPerEm).toBeCloseTo(0.47, 2);
    expect(font.path(" ", 0, 0, 10)).toBe("");
  });
});
