/** The whole catalog as tables: what the `dictionary` command prints as Markdown, HTML or a workbook. */
import type { Element } from "../definition/element.ts";
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import type { Source } from "../definition/source.ts";
import { formulaText } from "./formula-text.ts";

export interface DictionarySection {
  readonly code: string;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const rollUps = { sum: "相加", distinct: "去重计数", own: "本级自有，不汇总", none: "不汇总" } as const;
const reporters = { school: "学校", county: "县区", city: "市" } as const;

/** Registers' columns, elements, indicators and checks of each subject, then standards, dimensions and outlines. */
export function dictionarySections(index: KnowledgeIndex): DictionarySection[] {
  const { knowledge } = index;
  const bySubject = knowledge.subjects.flatMap((subject) => [
    columns(index, subject.code, subject.zh),
    elements(index, subject.code, subject.zh),
    indicators(index, subject.code, subject.zh),
    checks(index, subject.code, subject.zh),
  ]);
  return [...bySubject, standards(index), dimensions(index), outlines(index)].filter((section) => section.rows.length > 0);
}

export function dictionaryMarkdown(index: KnowledgeIndex): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  const sections = dictionarySections(index).map((section) =>
    [`## ${section.title}`, "", row(section.header), row(section.header.map(() => "---")), ...section.rows.map(row), ""].join("\n"),
  );
  return ["# 质报指标目录", "", ...sections].join("\n");
}

function sourceText(source: Source | undefined): string {
  if (!source) return "";
  return source.verified ? source.citation : `${source.citation}（未核实 unverified）`;
}

function columns(index: KnowledgeIndex, subject: string, title: string): DictionarySection {
  const types = { text: "文字", integer: "整数", decimal: "小数", date: "日期", choice: "选项", boolean: "是否" } as const;
  const rows = index.knowledge.ledgers.flatMap((ledger) =>
    ledger.kind === "register" && ledger.subject === subject
      ? ledger.columns.map((column) => [
          ledger.zh,
          column.code,
          column.zh,
          column.en,
          types[column.type],
          column.unit ?? "",
          column.required ? "必填" : "",
          index.dimensions.get(column.choices ?? "")?.zh ?? "",
          (column.aliases ?? []).join("、"),
          column.note ?? "",
        ])
      : [],
  );
  return {
    code: `${subject}-columns`,
    title: `${title}·台账栏目`,
    header: ["台账", "代码", "名称", "英文", "类型", "单位", "必填", "选项", "别名", "说明"],
    rows,
  };
}

function elements(index: KnowledgeIndex, subject: string, title: string): DictionarySection {
  const rows = index.knowledge.elements
    .filter((element) => index.ledgers.get(element.ledger)?.subject === subject)
    .map((element) => {
      const ledger = index.ledgers.get(element.ledger);
      return [
        element.code,
        element.zh,
        element.en,
        element.unit,
        ledger?.zh ?? "",
        (ledger?.reportedBy ?? []).map((each) => reporters[each]).join("、"),
        breakdown(index, element),
        element.nature === "stock" ? "时点" : "时期",
        rollUps[element.rollUp],
        element.aliases.join("、"),
        element.note ?? "",
        sourceText(element.source ?? ledger?.source),
      ];
    });
  return {
    code: `${subject}-elements`,
    title: `${title}·数据项`,
    header: ["代码", "名称", "英文", "单位", "台账", "填报单位", "分组", "时点/时期", "汇总", "别名", "说明", "依据"],
    rows,
  };
}

function breakdown(index: KnowledgeIndex, element: Element): string {
  return element.dimensions.map((code) => index.dimensions.get(code)?.zh ?? code).join(" × ");
}

function indicators(index: KnowledgeIndex, subject: string, title: string): DictionarySection {
  const rows = index.knowledge.indicators
    .filter((indicator) => indicator.subject === subject)
    .map((indicator) => [
      indicator.code,
      indicator.zh,
      indicator.en,
      indicator.unit,
      formulaText(index, indicator.formula, indicator.unit),
      indicator.base ?? "",
      indicator.aliases.join("、"),
      indicator.note,
      sourceText(indicator.source),
    ]);
  return {
    code: `${subject}-indicators`,
    title: `${title}·指标`,
    header: ["代码", "名称", "英文", "单位", "计算方法", "基数", "别名", "口径说明", "依据"],
    rows,
  };
}

function checks(index: KnowledgeIndex, subject: string, title: string): DictionarySection {
  const tiers = { proof: "硬错", warning: "预警", note: "提示" } as const;
  const rows = index.knowledge.checks
    .filter((check) => check.subject === subject)
    .map((check) => [
      check.code,
      check.zh,
      check.finding,
      tiers[check.tier],
      check.at.map((each) => reporters[each]).join("、"),
      check.repair,
      sourceText(check.source),
    ]);
  return {
    code: `${subject}-checks`,
    title: `${title}·校验`,
    header: ["代码", "规则", "问题代码", "级别", "适用", "修正办法", "依据"],
    rows,
  };
}

function standards(index: KnowledgeIndex): DictionarySection {
  const rows = index.knowledge.standards.flatMap((standard) =>
    standard.lines.map((line) => [
      standard.zh,
      index.measure(line.measure).zh,
      `${line.kind === "atLeast" ? "≥" : "≤"}${line.value}${index.measure(line.measure).unit}`,
      Object.entries(line.attributes ?? {})
        .map(([name, value]) => `${name}为${value}`)
        .join("、"),
      line.note ?? "",
      sourceText(line.source),
    ]),
  );
  return { code: "standards", title: "标准", header: ["标准", "指标", "标准值", "适用", "说明", "依据"], rows };
}

function dimensions(index: KnowledgeIndex): DictionarySection {
  const rows = index.knowledge.dimensions.map((dimension) => [
    dimension.code,
    dimension.zh,
    dimension.members.map((member) => member.zh).join("、"),
  ]);
  return { code: "dimensions", title: "分组与选项", header: ["代码", "名称", "选项"], rows };
}

function outlines(index: KnowledgeIndex): DictionarySection {
  const rows = index.knowledge.outlines.flatMap((outline) =>
    outline.chapters.flatMap((chapter) =>
      chapter.sections.map((section) => [
        outline.zh,
        chapter.title,
        section.title,
        section.required.map((code) => index.measure(code).zh).join("、"),
        sourceText(outline.source),
      ]),
    ),
  );
  return { code: "outlines", title: "编写大纲", header: ["大纲", "章", "节", "必备指标", "依据"], rows };
}
