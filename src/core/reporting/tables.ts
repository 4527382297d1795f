/** The tables of a report: measures, breakdowns, organisations and registers, every number a figure. */
import type { NarrativeBlock } from "../definition/outline.ts";
import type { Members } from "../model/selection.ts";
import { changeVerb } from "../language/change-verb.ts";
import { isZero } from "../quantity/exact.ts";
import { printedChange } from "./change-runs.ts";
import { basisNote, coverageRuns } from "./coverage.ts";
import { levelRuns } from "./phrase-runs.ts";
import { styleOf } from "./printed.ts";
import { fieldRuns, registerOf, registerRows } from "./register-rows.ts";
import type { ReportBlock, Run, TableCell } from "./report.ts";
import { figureRun, textRun } from "./runs.ts";
import type { Scope } from "./scope.ts";
import { schoolCounts, standardLine } from "./standing.ts";

type BlockOf<Kind extends NarrativeBlock["kind"]> = Extract<NarrativeBlock, { kind: Kind }>;

const heading = (text: string): TableCell => ({ runs: [textRun(text)], align: "center", strong: true });
const words = (text: string, strong = false): TableCell => ({ runs: [textRun(text)], align: "left", ...(strong ? { strong } : {}) });
const numbers = (runs: readonly Run[] | null, strong = false): TableCell => ({
  runs: runs ?? [textRun("—")],
  align: "right",
  ...(strong ? { strong } : {}),
});

function table(
  scope: Scope,
  title: string,
  header: readonly TableCell[],
  rows: readonly (readonly TableCell[])[],
  note?: string,
): ReportBlock | null {
  return rows.length === 0
    ? null
    : { kind: "table", number: scope.nextTable(), title: scope.title(title), header: [header], rows, ...(note ? { note } : {}) };
}

function withNote(made: ReportBlock | null, note: ReportBlock | null): ReportBlock[] | null {
  return made && [made, ...(note ? [note] : [])];
}

/** Null too where nothing was counted in either year: a table of zeros says nothing. */
export function measureTable(scope: Scope, block: BlockOf<"measureTable">): ReportBlock[] | null {
  const firstYear = !scope.evaluator.dataset.hasYear(scope.year - 1);
  const columns = firstYear ? block.columns.filter((column) => column.show !== "previous" && column.show !== "change") : block.columns;
  const rows = block.measures.flatMap((measure) => {
    const { value } = scope.evaluator.measure(measure, scope.selection(), scope.year);
    return value === null
      ? []
      : [[words(scope.evaluator.index.measure(measure).zh), ...columns.map((column) => measureCell(scope, measure, column.show))]];
  });
  const counted = [scope.year - 1, scope.year].flatMap((year) =>
    block.measures.map((measure) => scope.evaluator.measure(measure, scope.selection(), year).value),
  );
  if (counted.every((value) => value === null || isZero(value))) return null;
  const header = [heading("指标"), ...columns.map((column) => heading(scope.title(column.title)))];
  return withNote(table(scope, block.title, header, rows), basisNote(scope, block.measures));
}

function measureCell(scope: Scope, measure: string, show: BlockOf<"measureTable">["columns"][number]["show"]): TableCell {
  const definition = scope.evaluator.index.measure(measure);
  switch (show) {
    case "unit":
      return { runs: [textRun(styleOf(definition).symbol)], align: "center" };
    case "value":
      return numbers(levelRuns(scope, measure, undefined, undefined, "table"));
    case "previous": {
      const previous = scope.evaluator.measure(measure, scope.selection(), scope.year - 1);
      const figure = scope.figures.level(measure, scope.organisation.code, scope.year - 1, previous, "table");
      return numbers(figure && [figureRun(figure), ...coverageRuns(scope, measure, scope.selection(), previous)]);
    }
    case "change": {
      const change = printedChange(scope, measure);
      if (!change) return numbers(null);
      if (change.direction === "flat") return numbers([textRun("持平")]);
      const { of } = styleOf(definition);
      const points = of.kind === "share" || of.kind === "perMille";
      return numbers([
        textRun(changeVerb(of.kind, change.direction)),
        figureRun(change.figure(true)),
        ...(points ? [textRun(change.unit)] : []),
      ]);
    }
    case "standard":
      return { runs: standardCell(scope, measure), align: "center" };
  }
}

/** A school's line, or how many schools of a city meet theirs. */
function standardCell(scope: Scope, measure: string): Run[] {
  const line = standardLine(scope, measure);
  if (!line) return [textRun("—")];
  const bound = textRun(`${line.kind === "atLeast" ? "≥" : "≤"}${line.value}`);
  const counts = scope.organisation.kind === "school" ? null : schoolCounts(scope, measure);
  return counts ? [bound, textRun("，"), figureRun(counts.met), textRun("/"), figureRun(counts.all), textRun("达标")] : [bound];
}

export function crossTable(scope: Scope, block: BlockOf<"crossTable">): ReportBlock | null {
  const { index } = scope.evaluator;
  const down = index.dimensions.get(block.down)?.members ?? [];
  const across = block.across ? (index.dimensions.get(block.across)?.members ?? []) : [];
  const at = (members: Members): ReturnType<typeof scope.evaluator.measure> =>
    scope.evaluator.measure(block.measure, scope.selection({ ...block.members, ...members }), scope.year);
  const some = (members: Members): boolean => {
    const { value } = at(members);
    return value !== null && !isZero(value);
  };
  const downShown = down.filter((member) => some({ [block.down]: member.code }));
  const acrossShown = across.filter((member) => some({ [block.across!]: member.code }));
  const cell = (members: Members, strong = false): TableCell =>
    numbers(levelRuns(scope, block.measure, { ...block.members, ...members }, undefined, "table"), strong);
  const line = (name: string, members: Members, strong = false): TableCell[] => [
    words(name, strong),
    ...acrossShown.map((member) => cell({ ...members, [block.across!]: member.code }, strong)),
    cell(members, strong),
  ];
  const rows = downShown.map((member) => line(member.zh, { [block.down]: member.code }));
  if (rows.length === 0) return null;
  const symbol = styleOf(index.measure(block.measure)).symbol;
  const header = [
    heading(index.dimensions.get(block.down)?.zh ?? ""),
    ...acrossShown.map((member) => heading(member.zh)),
    heading(`合计（${symbol}）`),
  ];
  return table(scope, block.title, header, [...rows, line("合计", {}, true)]);
}

export function organisationTable(scope: Scope, block: BlockOf<"organisationTable">): ReportBlock[] | null {
  const nodes = scope.nodes().filter((node) => node.kind === block.of);
  if (nodes.length === 0) return null;
  const { index } = scope.evaluator;
  const cell = (organisation: string, measure: string, strong: boolean): TableCell => {
    const evaluation = scope.evaluator.measure(measure, { organisation }, scope.year);
    const figure = scope.figures.level(measure, organisation, scope.year, evaluation, "table");
    return numbers(figure && [figureRun(figure), ...coverageRuns(scope, measure, { organisation }, evaluation)], strong);
  };
  const line = (name: string, organisation: string, strong = false): TableCell[] => [
    words(name, strong),
    ...block.measures.map((measure) => cell(organisation, measure, strong)),
  ];
  const header = [
    heading(block.of === "school" ? "学校" : "县（市、区）"),
    ...block.measures.map((measure) => heading(`${index.measure(measure).zh}（${styleOf(index.measure(measure)).symbol}）`)),
  ];
  const rows = [...nodes.map((node) => line(node.name, node.code)), line(scope.word("whole"), scope.organisation.code, true)];
  return withNote(table(scope, block.title, header, rows), basisNote(scope, block.measures));
}

export function registerTable(scope: Scope, block: BlockOf<"registerTable">): ReportBlock | null {
  const ledger = registerOf(scope, block.ledger);
  const rows = registerRows(scope, block).map((filed) =>
    block.columns.map((code): TableCell => {
      const runs = fieldRuns(scope, block.ledger, filed, code, false);
      return runs?.length === 1 && runs[0]!.kind === "figure" ? numbers(runs) : { runs: runs ?? [textRun("—")], align: "left" };
    }),
  );
  const header = block.columns.map((code) => {
    if (code === "organisation") return heading("单位");
    const column = ledger.columns.find((each) => each.code === code);
    const symbol = column?.unit && column.unit !== "年" ? styleOf({ unit: column.unit }).symbol : undefined;
    return heading(`${column?.zh ?? code}${symbol ? `（${symbol}）` : ""}`);
  });
  return table(scope, block.title, header, rows);
}
