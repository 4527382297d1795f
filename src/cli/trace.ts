/** A trace as an indented text: from the figure down to file, sheet and cell. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { Trace } from "../core/formula/trace.ts";
import type { Dataset } from "../core/model/dataset.ts";
import type { Members } from "../core/model/selection.ts";

const operators = { sum: "＋", difference: "－", product: "×", quotient: "÷" } as const;

export function traceLines(trace: Trace, index: KnowledgeIndex, dataset: Dataset, depth = 0): string[] {
  const indent = "  ".repeat(depth);
  const inner = (children: readonly Trace[]): string[] => children.flatMap((child) => traceLines(child, index, dataset, depth + 1));
  const name = (code: string): string => index.elements.get(code)?.zh ?? index.indicators.get(code)?.zh ?? code;
  const organisation = (code: string, year: number): string => dataset.tree(year).nodes.get(code)?.name ?? code;
  const value = (text: string | null): string => text ?? "缺失";
  switch (trace.kind) {
    case "indicator":
      return [`${indent}${name(trace.indicator)} = ${value(trace.value)}`, ...inner([trace.of])];
    case "operation":
      return [
        `${indent}${operators[trace.operator]} = ${value(trace.value)}${trace.scale && trace.scale !== "1" ? `（× ${trace.scale}）` : ""}`,
        ...inner(trace.operands),
      ];
    case "total":
      return [
        `${indent}${name(trace.element)}${memberText(index, trace.members)}（${organisation(trace.organisation, trace.year)} ${trace.year}）= ${value(trace.value)}`,
        ...inner(trace.parts),
        ...trace.missing.map((code) => `${indent}  ${organisation(code, trace.year)}：缺失`),
      ];
    case "fact":
      return [
        `${indent}${organisation(trace.organisation, trace.year)}${memberText(index, trace.members)}：${value(trace.value)} ← ${[trace.origin.file, trace.origin.sheet, trace.origin.cell].join(" › ")} v${trace.origin.version}`,
      ];
    case "organisations":
      return [`${indent}机构 ${trace.value}：${trace.codes.map((code) => organisation(code, trace.year)).join("、")}`];
    case "number":
      return [`${indent}${trace.value}`];
    case "rows":
      return [
        `${indent}${index.ledgers.get(trace.ledger)?.zh ?? trace.ledger} ${trace.value}`,
        ...trace.rows.map(
          (row) =>
            `${indent}  ${organisation(row.organisation, trace.year)} ← ${row.origin.file} › ${row.origin.sheet} › ${row.origin.cell}`,
        ),
      ];
    case "change":
      return [`${indent}变化 ${trace.value}（精确 ${trace.exact}）`, ...inner([trace.now, trace.before])];
    case "quoted":
      return [`${indent}${trace.value} ← ${trace.origin.file} › ${trace.origin.sheet} › ${trace.origin.cell}`];
  }
}

function memberText(index: KnowledgeIndex, members: Members): string {
  const names = Object.entries(members).map(
    ([dimension, member]) => index.dimensions.get(dimension)?.members.find((each) => each.code === member)?.zh ?? member,
  );
  return names.length === 0 ? "" : `〔${names.join("·")}〕`;
}
