/** Draws a report's chart with ECharts, as SVG so that it prints sharp; a mark opens the trace of its figure. */
import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ReportBlock } from "../../../../core/reporting/report.ts";
import { liesSideways } from "./report-captions.ts";

type Chart = Extract<ReportBlock, { kind: "chart" }>;

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const colours = ["#1f5fbf", "#d98324", "#3a8f6b", "#8b5fb0", "#b8433f", "#4aa3c0", "#8a7a3d", "#6b7785"];
const fontFamily = '"Microsoft YaHei", "PingFang SC", "Noto Sans SC", sans-serif';
const ink = "#39424e";

/** Returns what takes the drawing away again. A click on a mark is a click on the link of its figure. */
export function drawChart(box: HTMLElement, chart: Chart): () => void {
  const canvas = init(box, null, { renderer: "svg" });
  canvas.setOption(optionOf(chart));
  canvas.on("click", (event) => {
    const series = chart.form === "pie" ? chart.series[0] : chart.series[event.seriesIndex ?? 0];
    const figure = series?.figures[event.dataIndex];
    if (figure) box.dispatchEvent(new CustomEvent("figure", { detail: figure, bubbles: true }));
  });
  const resize = (): void => canvas.resize();
  const observer = new ResizeObserver(resize);
  observer.observe(box);
  return () => {
    observer.disconnect();
    canvas.dispose();
  };
}

export function optionOf(chart: Chart): EChartsCoreOption {
  const base = { animation: false, color: colours, textStyle: { fontFamily, color: ink, fontSize: 12 } };
  return { ...base, ...(chart.form === "pie" ? pie(chart) : cartesian(chart)) };
}

/** Names come from people: tooltips are text, never markup. ECharts places marks by floats; every number that is read is the printed one. */
function placed(value: string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function pie(chart: Chart): EChartsCoreOption {
  const values = chart.series[0]?.values ?? [];
  const printed = (at: number): string => `${values[at] ?? "—"}${chart.unit}`;
  return {
    tooltip: {
      trigger: "item",
      renderMode: "richText",
      formatter: ({ dataIndex, percent }: Mark) => `${chart.categories[dataIndex]}：${printed(dataIndex)}（${percent}%）`,
    },
    series: [
      {
        type: "pie",
        radius: ["38%", "68%"],
        center: ["50%", "50%"],
        label: { formatter: ({ dataIndex }: Mark) => `${chart.categories[dataIndex]}\n${printed(dataIndex)}`, color: ink, lineHeight: 17 },
        itemStyle: { borderColor: "#fff", borderWidth: 2 },
        cursor: "pointer",
        data: chart.categories.map((name, at) => ({ name, value: placed(values[at]) })),
      },
    ],
  };
}

interface Mark {
  readonly dataIndex: number;
  readonly seriesIndex: number;
  readonly percent?: number;
}

function cartesian(chart: Chart): EChartsCoreOption {
  const isSideways = liesSideways(chart);
  const categories = {
    type: "category",
    data: chart.categories,
    ...(isSideways ? { inverse: true } : {}),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: "#b8c0cc" } },
    axisLabel: { color: ink, interval: 0, ...(isSideways ? { width: 150, overflow: "break" } : { hideOverlap: true }) },
  };
  const values = {
    type: "value",
    name: chart.unit === "" ? "" : chart.unit,
    nameTextStyle: { color: "#5c6675" },
    splitLine: { lineStyle: { color: "#edf0f5" } },
    axisLabel: { color: "#5c6675" },
  };
  const printed = (series: number, at: number): string => chart.series[series]?.values[at] ?? "—";
  const areShown = chart.categories.length * chart.series.length <= 24;
  return {
    grid: { left: 8, right: isSideways ? 56 : 16, top: 36, bottom: 8, containLabel: true },
    ...(chart.series.length > 1 ? { legend: { top: 4, right: 8, itemWidth: 14, itemHeight: 10, textStyle: { color: ink } } } : {}),
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      axisPointer: { type: chart.form === "line" ? "line" : "shadow" },
      formatter: (marks: readonly Mark[]) =>
        [
          chart.categories[marks[0]?.dataIndex ?? 0],
          ...marks.map((mark) => `${chart.series[mark.seriesIndex]?.name}：${printed(mark.seriesIndex, mark.dataIndex)}${chart.unit}`),
        ].join("\n"),
    },
    xAxis: isSideways ? values : categories,
    yAxis: isSideways ? categories : values,
    series: chart.series.map((series, number) => ({
      name: series.name,
      type: chart.form === "line" ? "line" : "bar",
      ...(chart.form === "stackedBar" ? { stack: "whole" } : {}),
      barMaxWidth: 30,
      cursor: "pointer",
      label: {
        show: areShown,
        position: chart.form === "stackedBar" ? "inside" : isSideways ? "right" : "top",
        fontSize: 11,
        color: chart.form === "stackedBar" ? "#fff" : ink,
        formatter: ({ dataIndex }: Mark) => printed(number, dataIndex),
      },
      data: series.values.map(placed),
    })),
  };
}
