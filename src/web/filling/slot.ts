/** Slots as this browser handles them: their names, and all that a return's document says slot by slot. */
import type { CellContent, MaterialContent, RowContent } from "../../app/desk/slots.ts";
import type { ReturnDocument } from "../../core/model/return.ts";
import type { AnswerOf } from "../client.ts";

export type ReturnView = AnswerOf<"GET /api/returns/{organisation}/{year}">;
export type Content = AnswerOf<"GET /api/returns/{organisation}/{year}/changes">["changes"][number]["content"];

export const formSlot = (ledger: string, cell: string): string => `form/${ledger}/${cell}`;
export const rowSlot = (ledger: string, row: string): string => `row/${ledger}/${row}`;
export const noneSlot = (ledger: string): string => `none/${ledger}`;
export const materialSlot = (id: string): string => `material/${id}`;
export const explanationSlot = (key: string): string => `explanation/${key}`;

export const missingCell: CellContent = { status: "missing", value: null };

/** Every slot that the document fills, with its content, in the document's order. */
export function slotsOf(document: ReturnDocument): Map<string, Content> {
  const slots = new Map<string, Content>();
  for (const [ledger, cells] of Object.entries(document.forms))
    for (const [key, { status, value }] of Object.entries(cells)) slots.set(formSlot(ledger, key), { status, value });
  for (const [ledger, rows] of Object.entries(document.registers)) {
    if (rows.length === 0) slots.set(noneSlot(ledger), true);
    for (const row of rows) slots.set(rowSlot(ledger, row.id), { values: { ...row.values } });
  }
  for (const { id, section, title, text, chosen } of document.materials) slots.set(materialSlot(id), { section, title, text, chosen });
  for (const [key, text] of Object.entries(document.explanations)) slots.set(explanationSlot(key), text);
  return slots;
}

/** What a slot says when nobody has written into it. */
export function emptyContent(slot: string): Content {
  return slot.startsWith("form/") ? missingCell : null;
}

export function isCell(content: Content | undefined): content is CellContent {
  return typeof content === "object" && content !== null && "status" in content;
}
export function isRow(content: Content | undefined): content is RowContent & { values: Record<string, string | null> } {
  return typeof content === "object" && content !== null && "values" in content;
}
export function isMaterial(content: Content | undefined): content is MaterialContent {
  return typeof content === "object" && content !== null && "section" in content;
}

/** Ledger and row of a row's slot. */
export function rowOf(slot: string): [ledger: string, id: string] {
  const ledger = slot.slice(4, slot.indexOf("/", 4));
  return [ledger, slot.slice(5 + ledger.length)];
}
