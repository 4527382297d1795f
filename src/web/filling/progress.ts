/** How far a ledger is filled, counted in the working copy itself, so that the list is right before anything is saved. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { isInForce } from "../../core/definition/ledger.ts";
import { combinations } from "../../core/formula/total.ts";
import { cellKey, type ReturnDocument } from "../../core/model/return.ts";
import { membersKey } from "../../core/model/selection.ts";

export interface Progress {
  readonly kind: "form" | "register" | "material";
  /** Cells that must be filled and are; rows; texts. */
  readonly filled: number;
  /** Cells that must be filled; 0 for registers and materials. */
  readonly of: number;
  /** Cells that may be left blank. */
  readonly optional: number;
  /** A register that says "none this year". */
  readonly none: boolean;
  readonly state: "empty" | "started" | "filled";
}

export function progressOf(index: KnowledgeIndex, document: ReturnDocument, code: string): Progress {
  const ledger = index.ledgers.get(code);
  if (ledger?.kind === "register") {
    const rows = document.registers[code];
    const filled = rows?.length ?? 0;
    return { kind: "register", filled, of: 0, optional: 0, none: rows?.length === 0, state: rows ? "filled" : "empty" };
  }
  if (ledger?.kind === "material") {
    const filled = document.materials.length;
    return { kind: "material", filled, of: 0, optional: 0, none: false, state: filled > 0 ? "filled" : "empty" };
  }
  const cells = document.forms[code] ?? {};
  let [filled, of, optional, touched] = [0, 0, 0, 0];
  for (const element of index.elementsByLedger.get(code) ?? []) {
    if (!isInForce(element, document.year) || element.from) continue;
    for (const members of combinations(index, element.dimensions)) {
      const isFilled = (cells[cellKey(element.code, membersKey(members))]?.status ?? "missing") !== "missing";
      if (isFilled) touched += 1;
      if (!element.required) optional += 1;
      else {
        of += 1;
        if (isFilled) filled += 1;
      }
    }
  }
  const state = touched === 0 ? "empty" : filled === of ? "filled" : "started";
  return { kind: "form", filled, of, optional, none: false, state };
}
