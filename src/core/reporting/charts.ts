/** Charts as data: categories, series and the figure behind each mark; the writers draw them. */
import type { ChartSeries, NarrativeBlock } from "../definition/outline.ts";
import type { Members } from "../model/selection.ts";
import { equals, type Exact, exact, isZero, sum, zero } from "../quantity/exact.ts";
import { styleOf } from "./printed.ts";
import type { ReportBlock, Series } from "./report.ts";
import type { Scope } from "./scope.ts";

interface Mark {
  readonly value: string | null;
  readonly figure: string | null;
}

export function chart(scope: Scope, block: Extract<NarrativeBlock, { kind: "chart" }>): ReportBlock | null {
  const { categories, series, unit } = seriesOf(scope, block.series);
  const marks = series.flatMap((each) => each.values).filter((value) => value !== null);
  if (categories.length < 2 || marks.length < 2 || marks.every((value) => isZero(exact(value)))) return null;
  if (block.form === "pie" && block.series.kind === "members" && !addsUp(scope, block.series)) return null;
  return { kind: "chart", number: scope.nextChart(), title: scope.title(block.title), form: block.form, unit, categories, series };
}

/** A pie shows a whole: things counted once in the total and twice among the members make none. */
function addsUp(scope: Scope, { measure, by, members }: Extract<ChartSeries, { kind: "members" }>): boolean {
  const value = (of?: Members): Exact => scope.evaluator.measure(measure, scope.selection(of), scope.year).value ?? zero;
  const parts = (scope.evaluator.index.dimensions.get(by)?.members ?? []).map((member) => value({ ...members, [by]: member.code }));
  return equals(sum(parts), value(members));
}

function seriesOf(scope: Scope, of: ChartSeries): { categories: string[]; series: Series[]; unit: string } {
  const { index, dataset } = scope.evaluator;
  switch (of.kind) {
    case "measures": {
      const shown = of.measures.filter((measure) => scope.evaluator.measure(measure, scope.selection(), scope.year).value !== null);
      const years = dataset.hasYear(scope.year - 1) ? [scope.year - 1, scope.year] : [scope.year];
      const series = years.map((year) =>
        toSeries(
          `${year}年`,
          shown.map((measure) => mark(scope, measure, scope.organisation.code, year)),
        ),
      );
      return { categories: shown.map((measure) => index.measure(measure).zh), series, unit: symbolOf(scope, shown[0]) };
    }
    case "members": {
      const members = (index.dimensions.get(of.by)?.members ?? []).filter((member) => {
        const { value } = scope.evaluator.measure(of.measure, scope.selection({ ...of.members, [of.by]: member.code }), scope.year);
        return value !== null && !isZero(value);
      });
      const marks = members.map((member) =>
        mark(scope, of.measure, scope.organisation.code, scope.year, { ...of.members, [of.by]: member.code }),
      );
      return {
        categories: members.map((member) => member.zh),
        series: [toSeries(`${scope.year}年`, marks)],
        unit: symbolOf(scope, of.measure),
      };
    }
    case "years": {
      const years = dataset.years.filter((year) => year <= scope.year);
      const series = of.measures.map((measure) =>
        toSeries(
          index.measure(measure).zh,
          years.map((year) => mark(scope, measure, scope.organisation.code, year)),
        ),
      );
      return { categories: years.map((year) => `${year}年`), series, unit: symbolOf(scope, of.measures[0]) };
    }
    case "organisations": {
      const nodes = scope.nodes().filter((node) => node.kind === of.of);
      return {
        categories: nodes.map((node) => node.shortName ?? node.name),
        series: [
          toSeries(
            index.measure(of.measure).zh,
            nodes.map((node) => mark(scope, of.measure, node.code, scope.year)),
          ),
        ],
        unit: symbolOf(scope, of.measure),
      };
    }
  }
}

function toSeries(name: string, marks: readonly Mark[]): Series {
  return { name, values: marks.map((each) => each.value), figures: marks.map((each) => each.figure) };
}

function symbolOf(scope: Scope, measure: string | undefined): string {
  return measure ? styleOf(scope.evaluator.index.measure(measure)).symbol : "";
}

function mark(scope: Scope, measure: string, organisation: string, year: number, members?: Members): Mark {
  const evaluation = scope.evaluator.measure(measure, members ? { organisation, members } : { organisation }, year);
  const figure = scope.figures.level(measure, organisation, year, evaluation, "table", members);
  return { value: figure?.number ?? null, figure: figure?.id ?? null };
}
