/** A chart of the report: drawn once the page is at rest, with its numbers in a table beneath, each a link to its trace. */
import { useEffect, useRef, type ReactNode } from "react";
import type { ReportBlock } from "../../../../core/reporting/report.ts";
import { readingWords } from "../../../messages/reading.ts";
import { useWords } from "../../../messages/text.ts";
import { captionNumber, liesSideways, noteText } from "./report-captions.ts";
import { FigureLink } from "./report-runs.tsx";

type Chart = Extract<ReportBlock, { kind: "chart" }>;

export function ReportChart({ chart, title }: { readonly chart: Chart; readonly title: ReactNode }) {
  const say = useWords(readingWords);
  const canvas = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = canvas.current;
    if (!box) return undefined;
    let clear: (() => void) | undefined;
    let isGone = false;
    void import("./chart-drawing.ts").then(({ drawChart }) => {
      if (!isGone) clear = drawChart(box, chart);
    });
    return () => {
      isGone = true;
      clear?.();
    };
  }, [chart]);
  const unit = chart.unit === "" ? "" : `（${chart.unit}）`;
  const words = chart.series
    .map(
      (series) =>
        `${series.name}${unit}：${chart.categories.map((name, at) => `${name} ${series.values[at] ?? say("noData")}`).join("，")}`,
    )
    .join("；");
  return (
    <figure className="report-chart">
      <div ref={canvas} className="report-drawing" role="img" aria-label={`${chart.title}。${words}`} style={{ height: heightOf(chart) }} />
      <figcaption>
        {captionNumber("图", chart.number)}　{title}
      </figcaption>
      {chart.note !== undefined && <p className="report-remark">{noteText(chart.note)}</p>}
      <details className="report-data">
        <summary>{say("chartData")}</summary>
        <div className="report-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{say("item")}</th>
                {chart.series.map((series) => (
                  <th key={series.name} scope="col">
                    {series.name}
                    {unit}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chart.categories.map((category, at) => (
                <tr key={category}>
                  <th scope="row">{category}</th>
                  {chart.series.map((series) => {
                    const figure = series.figures[at];
                    const value = series.values[at] ?? "—";
                    return (
                      <td key={series.name} className="right">
                        {figure ? <FigureLink id={figure} content={value} /> : value}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** In px: lying bars need a line each. */
function heightOf(chart: Chart): number {
  if (chart.form === "pie") return 280;
  return chart.form === "bar" && liesSideways(chart) ? 70 + chart.categories.length * (14 + 16 * chart.series.length) : 300;
}
