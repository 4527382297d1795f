/** The 汇总表: organisations across, elements down, with totals by each element's own rule — the sheet an officer lives by. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { Element } from "../core/definition/element.ts";
import { isInForce, type Reporter } from "../core/definition/ledger.ts";
import type { Evaluation } from "../core/formula/evaluation.ts";
import type { Evaluator } from "../core/formula/evaluator.ts";
import { combinations } from "../core/formula/total.ts";
import { type OrganisationNode, subtree } from "../core/model/organisation.ts";
import { type Members, type Selection } from "../core/model/selection.ts";
import { toSignificant } from "../core/quantity/rounding.ts";
import type { TableSheet } from "./ports.ts";

interface Cell {
  readonly text: string;
  readonly numeric: boolean;
}

const titles: Readonly<Record<Reporter, string>> = { school: "学校填报", county: "县区填报", city: "市级填报" };

/** One sheet for each subject and kind of reporter: rows are cells of ledgers, columns are organisations and their total. */
export function matrixSheets(evaluator: Evaluator, root: string, year: number, sample: boolean): TableSheet[] {
  const { index, dataset } = evaluator;
  const nodes = subtree(dataset.tree(year), root);
  const sheets: TableSheet[] = [];
  for (const subject of index.knowledge.subjects)
    for (const reporter of ["school", "county", "city"] as const) {
      const reporters = nodes.filter((node) => node.kind === reporter);
      const elements = elementsOf(index, subject.code, reporter, year);
      if (reporters.length === 0 || elements.length === 0) continue;
      sheets.push({
        name: `${subject.zh}-${titles[reporter]}`.slice(0, 31),
        header: [
          ...(sample ? [["示例数据"]] : []),
          ["台账", "数据项", "分组", "单位", "代码", "合计", ...reporters.map((node) => node.shortName ?? node.name)],
        ],
        rows: elements.flatMap((element) => rowsOf(evaluator, element, reporters, root, year)),
        frozenColumns: 6,
      });
    }
  return sheets;
}

function elementsOf(index: KnowledgeIndex, subject: string, reporter: Reporter, year: number): Element[] {
  return index.knowledge.elements.filter((element) => {
    const ledger = index.ledgers.get(element.ledger);
    return ledger?.subject === subject && ledger.reportedBy.includes(reporter) && isInForce(ledger, year) && isInForce(element, year);
  });
}

function rowsOf(evaluator: Evaluator, element: Element, reporters: readonly OrganisationNode[], root: string, year: number): Cell[][] {
  const { index } = evaluator;
  const groups: Members[] =
    element.dimensions.length === 0
      ? [{}]
      : [{}, ...(element.from ? filedCombinations(evaluator, element, reporters, year) : combinations(index, element.dimensions))];
  const ledger = index.ledgers.get(element.ledger)?.zh ?? "";
  return groups.map((members) => {
    const value = (organisation: string): Cell => cellOf(evaluator.measure(element.code, selectionOf(organisation, members), year));
    const total = element.rollUp === "sum" || element.rollUp === "distinct" ? value(root) : { text: "", numeric: false };
    return [ledger, element.zh, membersText(evaluator, members), element.unit, element.code]
      .map((text) => ({ text, numeric: false }))
      .concat(
        total,
        reporters.map((node) => value(node.code)),
      );
  });
}

/** The combinations of members that occur in what was filed. */
function filedCombinations(evaluator: Evaluator, element: Element, reporters: readonly OrganisationNode[], year: number): Members[] {
  const filed = reporters.flatMap((node) => evaluator.dataset.facts(element.code, node.code, year)).map((fact) => fact.members);
  return combinations(evaluator.index, element.dimensions).filter((members) =>
    filed.some((each) => Object.entries(members).every(([dimension, member]) => each[dimension] === member)),
  );
}

function selectionOf(organisation: string, members: Members): Selection {
  return Object.keys(members).length === 0 ? { organisation } : { organisation, members };
}

function membersText(evaluator: Evaluator, members: Members): string {
  const names = Object.entries(members).map(
    ([dimension, member]) => evaluator.index.dimensions.get(dimension)?.members.find((each) => each.code === member)?.zh ?? member,
  );
  return names.length === 0 ? "" : names.join(" · ");
}

function cellOf(evaluation: Evaluation): Cell {
  if (evaluation.value === null) return { text: evaluation.status === "notApplicable" ? "—" : "", numeric: false };
  return { text: toSignificant(evaluation.value, 20), numeric: true };
}
