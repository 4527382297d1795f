/** Names of measures, members and columns as findings print them. */
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import type { Column, RegisterLedger } from "../definition/ledger.ts";
import type { Members } from "../model/selection.ts";

export type Language = "zh" | "en";

/** 专任教师, or 在校生（一年级，女) for single members. */
export function measureLabel(index: KnowledgeIndex, code: string, members: Members = {}, language: Language = "zh"): string {
  return index.measure(code)[language] + membersLabel(index, members, language);
}

/** （一年级，女）; empty for no members. */
export function membersLabel(index: KnowledgeIndex, members: Members, language: Language = "zh"): string {
  const names = Object.entries(members).map(([dimension, member]) => memberLabel(index, dimension, member, language));
  if (names.length === 0) return "";
  return language === "zh" ? `（${names.join("，")}）` : ` (${names.join(", ")})`;
}

export function memberLabel(index: KnowledgeIndex, dimension: string, member: string, language: Language = "zh"): string {
  return index.dimensions.get(dimension)?.members.find((each) => each.code === member)?.[language] ?? member;
}

/** A register's value as people read it: choices and yes/no by their names. */
export function valueLabel(index: KnowledgeIndex, column: Column, value: string, language: Language = "zh"): string {
  if (column.type === "boolean") return language === "zh" ? (value === "true" ? "是" : "否") : value === "true" ? "yes" : "no";
  return column.choices === undefined ? value : memberLabel(index, column.choices, value, language);
}

/** What people know a row by: the values of its natural key that are not blank. */
export function rowKeyLabels(
  index: KnowledgeIndex,
  ledger: RegisterLedger,
  values: Readonly<Record<string, string | null>>,
  language: Language = "zh",
): string[] {
  return ledger.naturalKey.flatMap((code) => {
    const value = values[code]?.trim() ?? "";
    const column = ledger.columns.find((each) => each.code === code);
    return value === "" || !column ? [] : [valueLabel(index, column, value, language)];
  });
}
