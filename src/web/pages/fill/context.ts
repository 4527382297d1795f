/** How the pages of filling reach the open return; cells listen to their own slot and their own findings alone. */
import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { Ledger } from "../../../core/definition/ledger.ts";
import type { Finding } from "../../../core/checking/finding.ts";
import type { LiveSnapshot } from "../../filling/engine/engine.ts";
import type { FillingSession } from "../../filling/session.ts";
import type { ReturnView } from "../../filling/slot.ts";
import type { SlotSnapshot } from "../../filling/working-copy.ts";

export const FillingContext = createContext<FillingSession | null>(null);

export function useFilling(): FillingSession {
  const session = useContext(FillingContext);
  if (!session) throw new Error("outside of a return that is being filled");
  return session;
}

export function useReturnView(): ReturnView {
  const session = useFilling();
  return useSyncExternalStore(session.subscribe, () => session.view);
}

export function useSlot(slot: string): SlotSnapshot {
  const { copy } = useFilling();
  return useSyncExternalStore(
    useCallback((listener: () => void) => copy.subscribeSlot(slot, listener), [copy, slot]),
    () => copy.snapshot(slot),
  );
}

/** Changes with every edit, answer and change from elsewhere: for what looks at the whole. */
export function useCopyVersion(): number {
  const { copy } = useFilling();
  return useSyncExternalStore(copy.subscribe, () => copy.version);
}

export function useSyncVersion(): number {
  const { sync } = useFilling();
  return useSyncExternalStore(sync.subscribe, () => sync.version);
}

export function useLive(): LiveSnapshot {
  const { engine } = useFilling();
  return useSyncExternalStore(engine.subscribe, () => engine.snapshot);
}

/** Findings at "<ledger>/<cell key>". */
export function usePlace(place: string): readonly Finding[] {
  const { engine } = useFilling();
  return useSyncExternalStore(
    useCallback((listener: () => void) => engine.subscribePlace(place, listener), [engine, place]),
    () => engine.findingsAt(place),
  );
}

/** A cell to go to; a new object each time, so that one can go there twice. */
export interface Jump {
  readonly cell: string;
}

/** Whether a place of evidence or of a remark lies in the ledger: every text does in that of section material, of which a return has one. */
export function concernsSlot(place: string, { kind, code }: Pick<Ledger, "kind" | "code">): boolean {
  return kind === "material" && place.startsWith("material/") ? true : place.split("/", 2)[1] === code;
}

/** The ledger of the page, which the catalog has: else there would be no page. */
export function useLedger(code: string): Ledger {
  return useFilling().index.ledgers.get(code)!;
}

/** The word for what is active in a ledger: a cell, a row, a text. */
export function slotWord<Word extends "evidenceHere" | "remarkWrite">({ kind }: Pick<Ledger, "kind">, word: Word) {
  const part = { form: "", register: "Row", material: "Text" } as const;
  return `${word}${part[kind]}` as const;
}
