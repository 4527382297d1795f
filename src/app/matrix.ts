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

/** A cell of ledgers over all who report it: total over the subtree, and what each gave. */
export interface MatrixRow {
  readonly ledger: string;
  readonly element: string;
  readonly zh: string;
  /** Members of its breakdown in words; empty for the whole. */
  readonly members: string;
  readonly unit: string;
  /** Null where values do not add up, and where nobody gave one; "—" is not applicable. */
  readonly total: string | null;
  readonly values: readonly (string | null)[];
}

export interface MatrixPart {
  readonly subject: string;
  readonly reporter: Reporter;
  readonly reporters: readonly OrganisationNode[];
  readonly rows: readonly MatrixRow[];
}

const titles: Readonly<Record<Reporter, string>> = { school: "学校填报", county: "县区填报", city: "市级填报" };

/** One part for each subject and kind of reporter: rows are cells of ledgers, columns are organisations and their total. */
export function matrixParts(evaluator: Evaluator, root: string, year: number, only?: string): MatrixPart[] {
  const { index, dataset } = evaluator;
  const nodes = subtree(dataset.tree(year), root);
  return index.knowledge.subjects
    .filter((subject) => only === undefined || subject.code === only)
    .flatMap((subject) =>
      (["school", "county", "city"] as const).flatMap((reporter): MatrixPart[] => {
        const reporters = nodes.filter((node) => node.kind === reporter);
        const elements = elementsOf(index, subject.code, reporter, year);
        if (reporters.length === 0 || elements.length === 0) return [];
        const rows = elements.flatMap((element) => rowsOf(evaluator, element, reporters, root, year));
        return [{ subject: subject.code, reporter, reporters, rows }];
      }),
    );
}

/** The parts as sheets. */
export function matrixSheets(evaluator: Evaluator, root: string, year: number, sample: boolean): TableSheet[] {
  const subjects = new Map(evaluator.index.knowledge.subjects.map((subject) => [subject.code, subject.zh]));
  const text = (value: string): Cell => ({ text: value, numeric: false });
  const value = (shown: string | null): Cell => ({ text: shown ?? "", numeric: shown !== null && shown !== notApplicable });
  return matrixParts(evaluator, root, year).map(({ subject, reporter, reporters, rows }) => ({
    name: `${subjects.get(subject)}-${titles[reporter]}`.slice(0, 31),
    header: [
      ...(sample ? [["示例数据"]] : []),
      ["台账", "数据项", "分组", "单位", "代码", "合计", ...reporters.map((node) => node.shortName ?? node.name)],
    ],
    rows: rows.map((row) => [
      ...[row.ledger, row.zh, row.members, row.unit, row.element].map(text),
      value(row.total),
      ...row.values.map(value),
    ]),
    frozenColumns: 6,
  }));
}

function elementsOf(index: KnowledgeIndex, subject: string, reporter: Reporter, year: number): Element[] {
  return index.knowledge.elements.filter((element) => {
    const ledger = index.ledgers.get(element.ledger);
    return ledger?.subject === subject && ledger.reportedBy.includes(reporter) && isInForce(ledger, year) && isInForce(element, year);
  });
}

function rowsOf(evaluator: Evaluator, element: Element, reporters: readonly OrganisationNode[], root: string, year: number): MatrixRow[] {
  const { index } = evaluator;
  const groups: Members[] =
    element.dimensions.length === 0
      ? [{}]
      : [{}, ...(element.from ? filedCombinations(evaluator, element, reporters, year) : combinations(index, element.dimensions))];
  const ledger = index.ledgers.get(element.ledger)?.zh ?? "";
  return groups.map((members) => {
    const value = (organisation: string): string | null => shown(evaluator.measure(element.code, selectionOf(organisation, members), year));
    return {
      ledger,
      element: element.code,
      zh: element.zh,
      members: membersText(evaluator, members),
      unit: element.unit,
      total: element.rollUp === "sum" || element.rollUp === "distinct" ? value(root) : null,
      values: reporters.map((node) => value(node.code)),
    };
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

const notApplicable = "—";

function shown(evaluation: Evaluation): string | null {
  if (evaluation.value === null) return evaluation.status === "notApplicable" ? notApplicable : null;
  return toSignificant(evaluation.value, 20);
}
