/** What would turn one document into another, slot by slot: the preview of an upload, and the trace of an import by command. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { CellOrigin } from "../../core/model/fact.ts";
import type { RegisterRow, ReturnDocument } from "../../core/model/return.ts";
import { contentOf, naturalKeyOf, pieceOf, sameContent, type Slot, type SlotContent, slotName, type StoredContent } from "./slots.ts";

export interface Difference {
  readonly slot: string;
  readonly before: SlotContent;
  readonly after: SlotContent;
  /** Where the new content was written down; null where something was taken out. */
  readonly origin: CellOrigin | null;
}

/** Rows of `incoming` under the ids that rows with the same natural key have in `current`, where their own id is unknown there. */
export function withKnownRows(index: KnowledgeIndex, current: ReturnDocument | null, incoming: ReturnDocument): ReturnDocument {
  if (!current) return incoming;
  const registers = Object.fromEntries(
    Object.entries(incoming.registers).map(([code, rows]) => [code, knownRows(index, code, current.registers[code] ?? [], rows)]),
  );
  return { ...incoming, registers };
}

function knownRows(index: KnowledgeIndex, code: string, current: readonly RegisterRow[], rows: readonly RegisterRow[]): RegisterRow[] {
  const ledger = index.ledgers.get(code);
  if (ledger?.kind !== "register") return [...rows];
  const known = new Set(current.map((row) => row.id));
  const carried = new Set(rows.map((row) => row.id));
  const byKey = new Map(
    current
      .filter((row) => !carried.has(row.id))
      .map((row) => [naturalKeyOf(ledger, row.values), row.id] as const)
      .filter(([key]) => key !== ""),
  );
  return rows.map((row) => {
    if (known.has(row.id)) return row;
    const key = naturalKeyOf(ledger, row.values);
    const id = byKey.get(key);
    byKey.delete(key);
    return id === undefined ? row : { ...row, id };
  });
}

/** Differences in the ledgers, materials and explanations that `to` has; ledgers that it lacks stay out of it. */
export function differencesOf(from: ReturnDocument | null, to: ReturnDocument): Difference[] {
  const base: ReturnDocument = from ?? { ...to, forms: {}, registers: {}, materials: [], explanations: {} };
  const found: Difference[] = [];
  const pieces = { from: piecesOf(base), to: piecesOf(to) };
  const compare = (slot: Slot): void => {
    const name = slotName(slot);
    const [was, is] = [pieces.from(name, slot), pieces.to(name, slot)];
    const [before, after] = [contentOf(slot, was), contentOf(slot, is)];
    if (sameContent(before, after)) return;
    const origin = typeof is === "object" && is !== null && "origin" in is ? (is.origin as CellOrigin) : null;
    found.push({ slot: name, before, after, origin });
  };
  for (const [ledger, cells] of Object.entries(to.forms))
    for (const key of new Set([...Object.keys(base.forms[ledger] ?? {}), ...Object.keys(cells)])) compare({ kind: "form", ledger, key });
  for (const [ledger, rows] of Object.entries(to.registers)) {
    for (const key of new Set([...(base.registers[ledger] ?? []), ...rows].map((row) => row.id))) compare({ kind: "row", ledger, key });
    compare({ kind: "none", ledger, key: "" });
  }
  for (const key of new Set([...base.materials, ...to.materials].map((each) => each.id))) compare({ kind: "material", ledger: "", key });
  for (const key of new Set([...Object.keys(base.explanations), ...Object.keys(to.explanations)]))
    compare({ kind: "explanation", ledger: "", key });
  return found;
}

/** Pieces of a document by slot, with rows and materials found at once. */
function piecesOf(document: ReturnDocument): (name: string, slot: Slot) => unknown {
  const found = new Map<string, unknown>([
    ...Object.entries(document.registers).flatMap(([ledger, rows]) => rows.map((row) => [`row/${ledger}/${row.id}`, row] as const)),
    ...document.materials.map((each) => [`material/${each.id}`, each] as const),
  ]);
  return (name, slot) => (slot.kind === "row" || slot.kind === "material" ? found.get(name) : pieceOf(document, slot));
}

/** The new content with the place where it stands in its file. */
export function storedAfter({ slot, after, origin }: Difference): StoredContent {
  const placed = /^(form|row|material)\//.test(slot) && after !== null && typeof after === "object" && origin !== null;
  return placed ? { ...after, origin } : after;
}
