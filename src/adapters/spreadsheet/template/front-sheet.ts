/** The first sheet: whose workbook it is, how it is filled, and the list of ledgers with a link to each. */
import { deadlineOf } from "../../../core/model/cycle.ts";
import type { TemplateRequest } from "../../../app/ports.ts";
import type { Ledger } from "../../../core/definition/ledger.ts";
import { Canvas, heightOf } from "./canvas.ts";
import { looks } from "./looks.ts";
import { frontLabels, sheetNames } from "./marks.ts";

export interface ListedLedger {
  readonly ledger: Ledger;
  readonly sheet: string;
  /** Cells to fill; 0 for registers. */
  readonly cells: number;
  /** Rows filled in already; null for forms. */
  readonly rows: number | null;
}

const kinds: Readonly<Record<Ledger["kind"], string>> = { form: "表格", register: "台账", material: "素材" };

const rules: readonly (readonly [string, string])[] = [
  ["填哪里", "只填浅黄色的格。灰色是上年数，绿色是自动合计，都不用填，也不会被读取。"],
  ["空、0、—", "留空表示暂缺（报送前要补齐）；0 表示确实没有；不适用本单位的填 —。三者含义不同，请勿混用。"],
  ["数字", "只填数字，不带单位，不写“约”“余”；单位见“单位”列。金额以元为单位时请填到元（可到分）。"],
  ["台账", "一行填一项，行数不限；带 * 的列必填；标明“从列表选择”的列请用下拉列表。确实没有的，在表头右上角选“本年度无”。不要加合计行。"],
  ["日期", "填到日，如 2019-05-06。"],
  ["不要改动", "请勿改动表名、隐藏的行列和表头，勿合并填报格。分部门填报时，可以只留下本部门的表，其余删去：没有的表不受影响。"],
];

export function frontSheet(request: TemplateRequest, listed: readonly ListedLedger[], subjects: ReadonlyMap<string, string>): Canvas {
  const { cycle, organisation } = request;
  const canvas = new Canvas(sheetNames.front, { tabColour: "1F4E79", footer: footerOf(request) });
  canvas.columns.push({ width: 7 }, { width: 18 }, { width: 38 }, { width: 10 }, { width: 14 }, { width: 22 }, { width: 16 });
  const last = 6;
  canvas.spread(0, 0, last, "职业教育质量年度报告数据填报表", looks.frontTitle);
  canvas.height(0, 42);
  const deadline = deadlineOf(cycle, organisation);
  const facts: readonly (readonly [string, string])[] = [
    [frontLabels.name, request.organisationName],
    [frontLabels.organisation, organisation.code],
    [frontLabels.year, String(cycle.year)],
    ["统计期间", `${cycle.dataPeriod.start} 至 ${cycle.dataPeriod.end}${cycle.dataPeriod.kind === "schoolYear" ? "（学年）" : ""}`],
    ["报送截止", deadline ?? "以通知为准"],
    ...(cycle.sample ? [["说明", "示例数据"] as const] : []),
  ];
  let row = 1;
  for (const [name, value] of facts) {
    canvas.spread(row, 0, 1, name, looks.key);
    canvas.spread(row, 2, last, value, looks.text);
    canvas.height(row, 22);
    row += 1;
  }
  row = section(canvas, row + 1, last, "填写办法");
  for (const [name, text] of rules) {
    canvas.spread(row, 0, 1, name, looks.key);
    canvas.spread(row, 2, last, text, { ...looks.label, alignment: { vertical: "center", wrapText: true } });
    canvas.height(row, Math.max(22, heightOf(text, 92, 17)));
    row += 1;
  }
  canvas.spread(row, 0, 1, "颜色", looks.key);
  canvas.put(row, 2, "浅黄：请填写", { ...looks.input, alignment: { horizontal: "center" }, protection: { locked: true } });
  canvas.spread(row, 3, 4, "灰：上年数", { ...looks.previous, alignment: { horizontal: "center" } });
  canvas.put(row, 5, "绿：自动合计", { ...looks.total, alignment: { horizontal: "center" } });
  canvas.put(row, 6, "蓝：表头", looks.head);
  canvas.height(row, 22);
  row = section(canvas, row + 2, last, `本单位应填的表（共 ${listed.length} 张，点击表名直达）`);
  ["序号", "主题", "表名", "类型", "应填", "填报部门", "已填"].forEach((head, column) => canvas.put(row, column, head, looks.head));
  canvas.height(row, 22);
  listed.forEach(({ ledger, sheet, cells, rows }, at) => {
    row += 1;
    canvas.put(row, 0, at + 1, looks.serial);
    canvas.put(row, 1, subjects.get(ledger.subject) ?? "", looks.label);
    canvas.put(row, 2, ledger.zh, looks.link, {
      hyperlink: { target: "", location: `'${sheet.replaceAll("'", "''")}'!A1`, display: ledger.zh },
    });
    canvas.put(row, 3, kinds[ledger.kind], looks.unit);
    canvas.put(row, 4, ledger.kind === "form" ? `${cells} 格` : "逐行填写", { ...looks.unit });
    canvas.put(row, 5, ledger.department ?? "", looks.label);
    canvas.put(row, 6, rows === null ? "" : `${rows} 行`, looks.unit);
    canvas.height(row, 20);
  });
  return canvas;
}

function section(canvas: Canvas, row: number, last: number, title: string): number {
  canvas.height(row - 1, 10);
  canvas.spread(row, 0, last, title, looks.section);
  canvas.height(row, 24);
  return row + 1;
}

export function footerOf(request: TemplateRequest): string {
  return `${request.organisationName}  ${request.cycle.year} 年度${request.cycle.sample ? "  示例数据" : ""}`.replaceAll("&", "&&");
}
