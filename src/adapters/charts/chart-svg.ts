/**
 * Draws a chart of the report as SVG on the server. The same drawing goes into the page, the PDF and
 * (as PNG) the Word file; the title is no part of it, for captions belong to the text.
 */
import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { type EChartsCoreOption, init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ReportBlock } from "../../core/reporting/report.ts";
import { widthInCharacters } from "../layout/parts.ts";
import { printable } from "../layout/printable.ts";
import { serifFamily, serifRegular } from "./fonts.ts";
import { glyphFont } from "./outlines.ts";
import { ink, inkOn, paper, quietInk, rule, seriesColours } from "./palette.ts";

export type Chart = Extract<ReportBlock, { kind: "chart" }>;

export interface ChartDrawing {
  readonly svg: string;
  /** In px of 96 per inch. */
  readonly width: number;
  readonly height: number;
}

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, SVGRenderer]);
setPlatformAPI({
  measureText: (text, font) => {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? "")?.[1] ?? 12);
    const glyphs = glyphFont(serifRegular);
    return { width: (glyphs.width(text) / glyphs.unitsPerEm) * size };
  },
});

const width = 600;
const fontSize = 12;
const textStyle = { fontFamily: serifFamily, fontSize, color: ink };
const symbols = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect"];
const dashes = ["solid", [7, 4], [2, 3], [9, 3, 2, 3]] as const;

/** Charts are immutable: the three writers of one report share a drawing. */
const drawn = new WeakMap<Chart, ChartDrawing>();

export function drawChart(chart: Chart): ChartDrawing {
  let drawing = drawn.get(chart);
  if (!drawing) drawn.set(chart, (drawing = draw(chart)));
  return drawing;
}

function draw(chart: Chart): ChartDrawing {
  const sideways = liesSideways(chart);
  const height = heightOf(chart, sideways);
  const canvas = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    canvas.setOption({
      animation: false,
      color: [...seriesColours],
      textStyle,
      ...(chart.form === "pie" ? pie(chart) : cartesian(chart, sideways)),
    });
    return { svg: plainSvg(printable(canvas.renderToSVGString())), width, height };
  } finally {
    canvas.dispose();
  }
}

/** Bars with long names lie on their side, so that the names can be read. */
function liesSideways(chart: Chart): boolean {
  if (chart.form !== "bar" && chart.form !== "stackedBar") return false;
  const room = (width - 90) / Math.max(1, chart.categories.length) / fontSize;
  return chart.categories.some((category) => [...category].length > room * 2) || chart.categories.length > 12;
}

function heightOf(chart: Chart, sideways: boolean): number {
  if (!sideways) return chart.form === "pie" ? 230 : 280;
  const perCategory = chart.form === "bar" ? 12 + 16 * chart.series.length : 30;
  return 56 + perCategory * chart.categories.length + (chart.series.length > 1 ? 26 : 0);
}

const numeric = (value: string | null | undefined): number | null => (value === null || value === undefined ? null : Number(value));

const legend = (show: boolean): object => ({
  show,
  bottom: 0,
  itemWidth: 16,
  itemHeight: 10,
  itemGap: 20,
  icon: "rect",
  textStyle: { ...textStyle },
});

function cartesian(chart: Chart, sideways: boolean): EChartsCoreOption {
  const names = chart.categories;
  const labelWidth = sideways ? 168 : Math.floor((width - 90) / Math.max(1, names.length)) - 6;
  const category = {
    type: "category",
    data: sideways ? names.toReversed() : [...names],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: quietInk } },
    axisLabel: {
      ...textStyle,
      interval: 0,
      overflow: "break",
      width: labelWidth,
      formatter: (name: string): string => evenLines(name, labelWidth / fontSize),
    },
  };
  const values = {
    type: "value",
    name: chart.unit === "" ? "" : `单位：${chart.unit}`,
    nameLocation: "end",
    nameGap: 12,
    nameTextStyle: { ...textStyle, color: quietInk, align: "left", padding: sideways ? [32, 0, 0, -4] : [0, 0, 4, -34] },
    axisLabel: { ...textStyle, color: quietInk },
    splitLine: { lineStyle: { color: rule, type: [3, 3], width: 0.75 } },
    ...valueRange(chart),
  };
  const top = sideways ? 8 : 34;
  return {
    grid: {
      left: sideways ? 8 : 12,
      right: sideways ? 72 : 16,
      top,
      bottom: chart.series.length > 1 ? 34 : 8,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    legend: { ...legend(chart.series.length > 1), ...(chart.form === "line" ? { icon: undefined, itemWidth: 28 } : {}) },
    xAxis: sideways ? values : category,
    yAxis: sideways ? category : values,
    series: chart.series.map((series, index) => seriesOption(chart, series.values, series.name, index, sideways)),
  };
}

/** A label in lines of like length, each at most `room` Chinese characters: "莲城／中专", not "莲城中／专". */
function evenLines(name: string, room: number): string {
  const lines = Math.ceil(widthInCharacters(name) / Math.max(1, Math.floor(room)));
  if (lines < 2 || /[!-~]/.test(name)) return name;
  const characters = [...name];
  const each = Math.ceil(characters.length / lines);
  return Array.from({ length: lines }, (_, line) => characters.slice(line * each, (line + 1) * each).join("")).join("\n");
}

/** Shares end at 100%; lines far above zero may leave it out, bars never. */
function valueRange(chart: Chart): object {
  const all = chart.series.flatMap((series) => series.values.map(numeric)).filter((value) => value !== null);
  const highest = Math.max(...all);
  const lowest = Math.min(...all);
  return {
    ...(all.every(Number.isInteger) ? { minInterval: 1 } : {}),
    ...(chart.unit === "%" && chart.form !== "stackedBar" && highest <= 100 && highest > 80 ? { max: 100 } : {}),
    ...(chart.form === "line" && lowest > 0 && lowest / highest > 0.7 ? { scale: true } : {}),
  };
}

function seriesOption(chart: Chart, given: readonly (string | null)[], name: string, index: number, sideways: boolean): object {
  const values = sideways ? given.toReversed() : given;
  const colour = seriesColours[index % seriesColours.length] ?? ink;
  const formatter = ({ dataIndex }: { readonly dataIndex: number }): string => values[dataIndex] ?? "";
  if (chart.form === "line")
    return {
      type: "line",
      name,
      data: values.map(numeric),
      symbol: symbols[index % symbols.length],
      symbolSize: 7,
      lineStyle: { width: 2, type: dashes[index % dashes.length] },
      label: { ...textStyle, show: true, position: "top", formatter },
      labelLayout: { hideOverlap: true },
    };
  const stacked = chart.form === "stackedBar";
  return {
    type: "bar",
    name,
    data: values.map(numeric),
    ...(stacked ? { stack: "all" } : {}),
    barMaxWidth: sideways ? 16 : 44,
    barGap: "12%",
    itemStyle: { borderColor: paper, borderWidth: stacked ? 1 : 0 },
    label: {
      ...textStyle,
      show: true,
      formatter,
      ...(stacked ? { position: "inside", color: inkOn(colour) } : { position: sideways ? "right" : "top" }),
    },
  };
}

function pie(chart: Chart): EChartsCoreOption {
  const series = chart.series[0];
  const slices = chart.categories.map((category, index) => ({
    name: category,
    value: numeric(series?.values[index]),
    text: series?.values[index] ?? "",
  }));
  return {
    legend: legend(false),
    series: [
      {
        type: "pie",
        radius: ["38%", "74%"],
        center: ["50%", "50%"],
        startAngle: 90,
        minAngle: 2,
        data: slices.filter((slice) => slice.value !== null),
        itemStyle: { borderColor: paper, borderWidth: 1.5 },
        label: {
          ...textStyle,
          formatter: ({ data }: { readonly data: { readonly name: string; readonly text: string } }) =>
            `${data.name} ${data.text}${chart.unit}`,
        },
        labelLine: { length: 12, length2: 14, lineStyle: { color: quietInk } },
      },
    ],
  };
}

/** Drops what only the browser runtime of echarts uses (hover styles, clips of its animations), and with it the counters that differ from call to call. */
function plainSvg(svg: string): string {
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>\s*/g, "")
    .replace(/<defs\s*>[\s\S]*?<\/defs>\s*/g, "")
    .replace(/ (?:class|clip-path|ecmeta_[a-z_]+|pointer-events|xmlns:xlink|baseProfile|version)="[^"]*"/g, "")
    .replace(/<path [^>]*fill-opacity="0"[^>]*><\/path>\n?/g, "")
    .replaceAll("\n", "");
}
