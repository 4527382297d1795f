/**
 * Slots are the pieces of a return that people edit one by one: a cell, a row, "none this year", a text, an
 * explanation. Here they are named, taken out of a document and laid over one. Pure, so that the browser does the same.
 */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { Ledger, RegisterLedger } from "../../core/definition/ledger.ts";
import { measureLabel, membersLabel, rowKeyLabels } from "../../core/checking/labels.ts";
import type { CellOrigin, FactStatus } from "../../core/model/fact.ts";
import type { FormCell, Material, RegisterRow, ReturnDocument } from "../../core/model/return.ts";
import { parseMembersKey } from "../../core/model/selection.ts";

export type Slot =
  | { readonly kind: "form"; readonly ledger: string; readonly key: string }
  | { readonly kind: "row"; readonly ledger: string; readonly key: string }
  | { readonly kind: "none"; readonly ledger: string; readonly key: "" }
  | { readonly kind: "material"; readonly ledger: ""; readonly key: string }
  | { readonly kind: "explanation"; readonly ledger: ""; readonly key: string };

export interface CellContent {
  readonly status: FactStatus;
  readonly value: string | null;
}
export interface RowContent {
  readonly values: Readonly<Record<string, string | null>>;
}
export type MaterialContent = Omit<Material, "id" | "origin">;
export type SlotContent = null | true | string | CellContent | RowContent | MaterialContent;

/** Content with where it was written down; typed content has none of it. */
export type StoredContent = SlotContent | ((CellContent | RowContent | MaterialContent) & { readonly origin: CellOrigin });

export interface SlotEntry {
  readonly slot: string;
  readonly content: StoredContent;
}

/** Null for what is no slot. Keys of rows may hold slashes. */
export function parseSlot(text: string): Slot | null {
  const [, kind = "", rest = ""] = /^(form|row|none|material|explanation)\/(.+)$/su.exec(text) ?? [];
  if (kind === "none") return rest.includes("/") ? null : { kind, ledger: rest, key: "" };
  if (kind === "material" || kind === "explanation") return { kind, ledger: "", key: rest };
  if (kind !== "form" && kind !== "row") return null;
  const at = rest.indexOf("/");
  return at > 0 && at < rest.length - 1 ? { kind, ledger: rest.slice(0, at), key: rest.slice(at + 1) } : null;
}

export function slotName({ kind, ledger, key }: Slot): string {
  return [kind, ledger, key].filter((part) => part !== "").join("/");
}

/** What a document holds for a slot, as it stands there: a cell, a row, the register's rows, a material, a text. */
export function pieceOf(document: ReturnDocument, slot: Slot): unknown {
  switch (slot.kind) {
    case "form":
      return document.forms[slot.ledger]?.[slot.key];
    case "row":
      return document.registers[slot.ledger]?.find((row) => row.id === slot.key);
    case "none":
      return document.registers[slot.ledger]?.length === 0 ? true : null;
    case "material":
      return document.materials.find((each) => each.id === slot.key);
    case "explanation":
      return document.explanations[slot.key];
  }
}

/** A piece of a document, or stored content, as people see and send it: without ids and origins. */
export function contentOf(slot: Slot, piece: unknown): SlotContent {
  if (piece === undefined || piece === null) return slot.kind === "form" ? { status: "missing", value: null } : null;
  switch (slot.kind) {
    case "form": {
      const { status, value } = piece as CellContent;
      return { status, value };
    }
    case "row":
      return { values: (piece as RowContent).values };
    case "material": {
      const { section, title, text, chosen } = piece as MaterialContent;
      return { section, title, text, chosen };
    }
    case "none":
      return true;
    case "explanation":
      return piece as string;
  }
}

export function sameContent(left: SlotContent, right: SlotContent): boolean {
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") return left === right;
  if ("values" in left && "values" in right) {
    const columns = new Set([...Object.keys(left.values), ...Object.keys(right.values)]);
    return [...columns].every((column) => (left.values[column] ?? null) === (right.values[column] ?? null));
  }
  if ("section" in left && "section" in right)
    return left.section === right.section && left.title === right.title && left.text === right.text && left.chosen === right.chosen;
  return "status" in left && "status" in right && left.status === right.status && left.value === right.value;
}

/**
 * A document with slots laid over it, in the order given (that of their edits): new rows and materials follow
 * those that were there. Rows decide whether a register says "none this year": it does where there are none.
 */
export function layOver(
  index: KnowledgeIndex,
  base: ReturnDocument | null,
  identity: { readonly organisation: string; readonly year: number; readonly catalog: string },
  entries: readonly SlotEntry[],
): ReturnDocument {
  const forms: Record<string, Record<string, FormCell>> = Object.fromEntries(
    Object.entries(base?.forms ?? {}).map(([ledger, cells]) => [ledger, { ...cells }]),
  );
  const rows = new Map(
    Object.entries(base?.registers ?? {}).map(([ledger, list]) => [ledger, new Map(list.map((row) => [row.id, row]))] as const),
  );
  const none = new Map([...rows].map(([ledger, list]) => [ledger, list.size === 0]));
  const materials = new Map((base?.materials ?? []).map((each) => [each.id, each]));
  const explanations: Record<string, string> = { ...base?.explanations };
  for (const { slot: name, content } of entries) {
    const slot = parseSlot(name);
    if (!slot) continue;
    const seen = contentOf(slot, content);
    const origin = originOf(index, slot, seen, content);
    switch (slot.kind) {
      case "form":
        (forms[slot.ledger] ??= {})[slot.key] = { ...(seen as CellContent), origin };
        break;
      case "row": {
        const list = rows.get(slot.ledger) ?? new Map<string, RegisterRow>();
        if (seen === null) list.delete(slot.key);
        else list.set(slot.key, { id: slot.key, values: (seen as RowContent).values, origin });
        rows.set(slot.ledger, list);
        break;
      }
      case "none":
        none.set(slot.ledger, seen === true);
        break;
      case "material":
        if (seen === null) materials.delete(slot.key);
        else materials.set(slot.key, { id: slot.key, ...(seen as MaterialContent), origin });
        break;
      case "explanation":
        if (typeof seen === "string" && seen !== "") explanations[slot.key] = seen;
        else delete explanations[slot.key];
    }
  }
  const registers: Record<string, readonly RegisterRow[]> = {};
  for (const ledger of new Set([...rows.keys(), ...none.keys()])) {
    const list = [...(rows.get(ledger)?.values() ?? [])];
    if (list.length > 0 || none.get(ledger) === true) registers[ledger] = list;
  }
  return { ...identity, forms, registers, materials: [...materials.values()], explanations };
}

function originOf(index: KnowledgeIndex, slot: Slot, seen: SlotContent, content: StoredContent): CellOrigin {
  if (typeof content === "object" && content !== null && "origin" in content) return content.origin;
  const ledger = index.ledgers.get(slot.ledger);
  return { file: "form", sheet: ledger?.zh ?? "", cell: slotLabel(index, slot, seen) };
}

/** What people call a slot: 在校生（一年级，女）, a row by its natural key, a text by its title. */
export function slotLabel(index: KnowledgeIndex, slot: Slot, seen: SlotContent): string {
  switch (slot.kind) {
    case "form": {
      const [element = "", members = ""] = slot.key.split("#", 2);
      return index.elements.has(element) ? measureLabel(index, element, parseMembersKey(members)) : slot.key;
    }
    case "row":
      return rowLabel(index, index.ledgers.get(slot.ledger), seen) || slot.key;
    case "none":
      return "本年度无";
    case "material":
      return seen !== null && typeof seen === "object" && "title" in seen ? seen.title : slot.key;
    case "explanation":
      return `${checkName(index, slot.key)}（说明）`;
  }
}

/** The check's own words; of generated ones (`required:<element>`) those of what they look at. */
function checkName(index: KnowledgeIndex, key: string): string {
  const [check = "", members = ""] = key.split("#", 2);
  const about = check.slice(check.indexOf(":") + 1);
  const named = index.knowledge.checks.find(({ code }) => code === check) ?? index.elements.get(about) ?? index.ledgers.get(about);
  return named ? named.zh + membersLabel(index, parseMembersKey(members)) : key;
}

function rowLabel(index: KnowledgeIndex, ledger: Ledger | undefined, seen: SlotContent): string {
  if (ledger?.kind !== "register" || seen === null || typeof seen !== "object" || !("values" in seen)) return "";
  return rowKeyLabels(index, ledger, seen.values).join(" / ");
}

/** What tells rows apart: the raw values of the natural key. People are shown `slotLabel`. */
export function naturalKeyOf(ledger: RegisterLedger, values: RowContent["values"]): string {
  return ledger.naturalKey
    .map((column) => values[column]?.trim() ?? "")
    .filter((text) => text !== "")
    .join(" / ");
}
