/** The annexes: what each indicator used in the report means, who is in the report, and what to know about the data. */
import type { Indicator } from "../definition/indicator.ts";
import { formulaText } from "./formula-text.ts";
import { styleOf } from "./printed.ts";
import type { Annex, Figure, ReportBlock, TableCell } from "./report.ts";
import { textRun } from "./runs.ts";
import { chineseDate } from "./printed.ts";
import type { Scope } from "./scope.ts";

const head = (text: string): TableCell => ({ runs: [textRun(text)], align: "center", strong: true });
const cell = (text: string, align: TableCell["align"] = "left"): TableCell => ({ runs: [textRun(text)], align });

interface AnnexData {
  /** Those that stand in the report. */
  readonly figures: readonly Figure[];
  /** Names of those whose return was not accepted. */
  readonly provisional: readonly string[];
  /** Names of those of whom nothing is in the data. */
  readonly absent: readonly string[];
  /** Measures that the outline requires. */
  readonly required: readonly string[];
}

export function annexes(scope: Scope, data: AnnexData): Annex[] {
  return [definitions(scope, data), organisations(scope), dataNotes(scope, data)].filter((annex) => annex.blocks.length > 0);
}

/** 指标解释, printed from the catalog: only the indicators that the report uses. */
function definitions(scope: Scope, { figures }: AnnexData): Annex {
  const { index } = scope.evaluator;
  const used = new Set(figures.map((figure) => figure.measure));
  const rows = index.knowledge.indicators
    .filter((indicator) => used.has(indicator.code))
    .map((indicator) => definitionRow(scope, indicator));
  if (rows.length === 0) return { title: "指标解释", blocks: [] };
  return {
    title: "指标解释",
    blocks: [
      {
        kind: "table",
        number: scope.nextTable(),
        title: "本报告所用指标的计算方法与口径",
        header: [[head("指标"), head("单位"), head("计算方法"), head("口径说明"), head("依据")]],
        rows,
      },
    ],
  };
}

function definitionRow(scope: Scope, indicator: Indicator): TableCell[] {
  const { citation, verified } = indicator.source;
  return [
    cell(indicator.zh),
    cell(styleOf(indicator).symbol, "center"),
    cell(formulaText(scope.evaluator.index, indicator.formula, indicator.unit)),
    cell(indicator.note),
    cell(verified ? citation : `${citation}（未核实）`),
  ];
}

/** Those whom the notes name as having given nothing, as far as they owe the measure. */
const absentOnes = "没有数据的各应报单位";

/** Of the measures that lack the same organisations: so many are named. */
const mostNames = 12;

const kinds = { nation: "国家", province: "省", city: "市", county: "县（市、区）", school: "学校" } as const;

function organisations(scope: Scope): Annex {
  const nodes = scope.nodes();
  if (nodes.length < 2) return { title: "机构名单", blocks: [] };
  const rows = nodes.map((node) => [
    cell(node.code),
    cell(node.name),
    cell(kinds[node.kind], "center"),
    cell(node.attributes["隶属"] ?? "—", "center"),
    cell(node.attributes["办学性质"] ?? "—", "center"),
    cell(node.attributes["类型"] ?? "—", "center"),
  ]);
  return {
    title: "机构名单",
    blocks: [
      {
        kind: "table",
        number: scope.nextTable(),
        title: `${scope.organisation.name}报送机构`,
        header: [["代码", "机构", "类别", "隶属", "办学性质", "类型"].map(head)],
        rows,
      },
    ],
  };
}

function dataNotes(scope: Scope, { figures, provisional, absent, required }: AnnexData): Annex {
  const lacking = required
    .filter((code) => scope.evaluator.measure(code, scope.selection(), scope.year).status === "missing")
    .map((code) => `“${scope.figures.label(code)}”`);
  const { dataset } = scope.evaluator;
  const partial = missingIn(scope, figures, absent);
  const table = missingTable(scope, partial);
  const quoted = figures.filter((figure) => figure.kind === "quoted").length;
  const lines = [
    `本报告数据截至${chineseDate(dataset.tree(scope.year).date)}，由各单位填报、逐级汇总计算；比例和人均数由系统按所列口径计算，不单独填报。`,
    ...(figures.some((figure) => figure.kind === "change") ? ["与上年相比的变化按两年印出的数值相减；比例的变化以百分点表示。"] : []),
    ...(quoted > 0 ? ["典型案例和章节素材中由撰写单位提供的数字，以所在材料为来源，单独计数，不参与汇总。"] : []),
    ...(provisional.length > 0 ? [`以下单位的数据尚未完成审核，相关数字为暂定数：${provisional.join("、")}。`] : []),
    ...(lacking.length > 0 ? [`编写大纲要求而本年度没有数据的指标：${lacking.join("")}。`] : []),
    ...(absent.length > 0 ? [`以下单位没有数据计入本报告：${absent.join("、")}。`] : []),
    ...(partial.size > 0
      ? [
          `缺少部分单位的数据只合计其余单位，括号内为计入单位数与应报单位数，其后的算式为计算所用的数，不与上年比较；${table ? `各项数据缺哪些单位见${table.number}` : "所缺即没有数据的各应报单位"}。`,
        ]
      : []),
    ...scope.notes.lines(new Set([...partial.values()].flatMap((measures) => [...measures]))),
  ];
  const paragraphs = lines.map((text, at): ReportBlock => ({ kind: "paragraph", runs: [textRun(`${at + 1}.${text}`)] }));
  return { title: "数据说明", blocks: table ? [...paragraphs, table] : paragraphs };
}

/** Which figures lack whom: names once for each set, not once for each figure. */
function missingTable(scope: Scope, partial: ReadonlyMap<string, ReadonlySet<string>>): Extract<ReportBlock, { kind: "table" }> | null {
  if ([...partial.keys()].every((names) => names === absentOnes)) return null;
  return {
    kind: "table",
    number: scope.nextTable(),
    title: "未计入合计的单位",
    header: [[head("缺报或未计入的单位"), head("所涉数据")]],
    rows: [...partial].map(([names, measures]) => [cell(names), cell(listed([...measures]))]),
  };
}

/** So many names as can be read in a cell, and how many there are. */
function listed(names: readonly string[]): string {
  return names.length <= mostNames ? names.join("、") : `${names.slice(0, mostNames).join("、")}等${names.length}项`;
}

/** Who is missing, and the names of the measures that lack them. Who gave nothing at all is named once, in the notes. */
function missingIn(scope: Scope, figures: readonly Figure[], absent: readonly string[]): Map<string, Set<string>> {
  const { nodes } = scope.evaluator.dataset.tree(scope.year);
  const found = new Map<string, Set<string>>();
  for (const { missing, measure, organisation, year } of figures) {
    if (missing.length === 0 || organisation !== scope.organisation.code || year !== scope.year) continue;
    const every = missing.map((code) => nodes.get(code)?.name ?? code);
    const others = every.filter((name) => !absent.includes(name));
    const names = [...(others.length < every.length ? [absentOnes] : []), ...others].join("、");
    found.set(names, (found.get(names) ?? new Set()).add(scope.figures.label(measure)));
  }
  return found;
}
