/** 催报: who owes what, as a text to paste into a chat group and as tables to send round. */
import { dayInChina } from "../day.ts";
import type { TableSheet } from "../ports.ts";
import { type Board, type BoardRow, handedIn, type LedgerState } from "./board.ts";
import { chineseDate, daysBetween, listed } from "./words.ts";

/** Names of ledgers spelled out for each organisation; a longer list nobody reads. */
const spelledOut = 4;

export interface Urging {
  readonly text: string;
  readonly organisations: readonly string[];
}

/** Those who have not filed, by deadline, the late ones first. @param today ISO date. */
export function urgingText(board: Board, name: string, today: string): Urging {
  const open = board.rows.filter((row) => !handedIn.has(row.state));
  const head = `【${name}${board.cycle.titleYear}年度中等职业教育质量年度报告·数据填报】`;
  if (open.length === 0) return { text: `${head}\n各单位均已报送，谢谢大家。`, organisations: [] };
  const days = [...new Set(open.map((row) => row.deadline))].sort((left, right) => ((left ?? "9") < (right ?? "9") ? -1 : 1));
  const paragraphs = days.map((deadline) => {
    const rows = open.filter((row) => row.deadline === deadline);
    return [`${deadlineWords(deadline, today)}`, ...rows.map((row, at) => `${at + 1}. ${owes(board, row)}`)].join("\n");
  });
  const done = board.rows.length - open.length;
  const lines = [
    head,
    `截至${chineseDate(today, "")}，已报送 ${done}/${board.rows.length} 个单位，尚未报送：`,
    ...paragraphs,
    "请抓紧填报、确认、签字。有困难请及时联系。",
  ];
  return { text: lines.join("\n"), organisations: open.map((row) => row.organisation) };
}

function deadlineWords(deadline: string | null, today: string): string {
  if (deadline === null) return "■ 未定期限";
  const days = daysBetween(today, deadline);
  const left = days < 0 ? `已逾期 ${-days} 天` : days === 0 ? "今天截止" : `还有 ${days} 天`;
  return `■ ${chineseDate(deadline, today)}截止（${left}）`;
}

/** 某校：已填 3/52 本，缺 校园校舍表、… */
function owes(board: Board, row: BoardRow): string {
  if (row.state === "returned") {
    const cells = row.requested.length;
    return `${row.name}：已退回待修改${cells > 0 ? `（${cells} 处）` : ""}`;
  }
  const { lacking, owed } = lackingLedgers(board, row);
  if (lacking.length === owed) return `${row.name}：尚未填报（应填 ${owed} 本台账）`;
  if (lacking.length === 0) return `${row.name}：已填完 ${owed} 本台账，待确认签字`;
  return `${row.name}：已填 ${owed - lacking.length}/${owed} 本，缺${listed(lacking, spelledOut, "本")}`;
}

/** Titles of forms and registers that are not filled; section material is owed by nobody in particular. */
function lackingLedgers(board: Board, row: BoardRow): { readonly lacking: string[]; readonly owed: number } {
  const owed = board.ledgers.filter((ledger) => ledger.kind !== "material" && row.ledgers[ledger.code]);
  const lacking = owed.filter((ledger) => ["none", "started"].includes(row.ledgers[ledger.code]!.state));
  return { lacking: lacking.map((ledger) => ledger.zh), owed: owed.length };
}

const ledgerStates: Readonly<Record<LedgerState, string>> = {
  none: "未填",
  started: "填报中",
  filled: "已填",
  confirmed: "已确认",
  returned: "退回待改",
};

/** The board, and those who have not filed. @param stateNames words for the states of a return, "none" included. */
export function boardSheets(board: Board, stateNames: Readonly<Record<string, string>>, today: string): TableSheet[] {
  const text = (value: string): { text: string; numeric: boolean } => ({ text: value, numeric: false });
  const sample = board.cycle.sample ? [["示例数据"]] : [];
  const names = new Map(board.rows.map((row) => [row.organisation, row.name]));
  const open = board.rows.filter((row) => !handedIn.has(row.state));
  return [
    {
      name: "进度表",
      header: [...sample, ["代码", "单位", "上级", "状态", "截止日期", "逾期", "最近操作", ...board.ledgers.map((ledger) => ledger.zh)]],
      rows: board.rows.map((row) => [
        ...[row.organisation, row.name, names.get(row.parent) ?? "", stateNames[row.state] ?? row.state, row.deadline ?? ""].map(text),
        text(row.late ? "逾期" : ""),
        text(row.at === null ? "" : dayInChina(row.at)),
        ...board.ledgers.map((ledger) => {
          const cell = row.ledgers[ledger.code];
          if (!cell) return text("—");
          return text(
            `${ledgerStates[cell.state]}${cell.of > 0 ? ` ${cell.filled}/${cell.of}` : cell.filled > 0 ? ` ${cell.filled}条` : ""}`,
          );
        }),
      ]),
      frozenColumns: 2,
    },
    {
      name: "未报名单",
      header: [...sample, ["代码", "单位", "上级", "状态", "截止日期", "逾期天数", "未填台账数", "未填台账"]],
      rows: open.map((row) => {
        const { lacking } = lackingLedgers(board, row);
        const days = row.deadline === null ? 0 : Math.max(0, daysBetween(row.deadline, today));
        return [
          ...[row.organisation, row.name, names.get(row.parent) ?? "", stateNames[row.state] ?? row.state, row.deadline ?? ""].map(text),
          { text: String(days), numeric: true },
          { text: String(lacking.length), numeric: true },
          text(lacking.join("、")),
        ];
      }),
      frozenColumns: 2,
    },
  ];
}
