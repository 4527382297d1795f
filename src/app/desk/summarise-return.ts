/** What a head reads on one page before signing: how much is filled, what changed against last year, what is still doubtful. */
import type { Finding } from "../../core/checking/finding.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { isInForce, type Ledger } from "../../core/definition/ledger.ts";
import { combinations } from "../../core/formula/total.ts";
import type { ReturnDocument, ReturnState } from "../../core/model/return.ts";
import { absolute, compare, divide, exact, isZero, subtract } from "../../core/quantity/exact.ts";
import { canonicalJson } from "../canonical.ts";
import { type IndicatorLine, indicatorLines, printedWithUnit } from "../indicators.ts";
import type { Store } from "../ports.ts";
import type { ScopedStore } from "./desk.ts";
import { judgeBesideOthers, judgeOnce, type Judgement } from "./judge-return.ts";
import { openedCopy, type Place, type WorkingCopy, workingCopy } from "./read-return.ts";
import { ledgersOwed } from "./slot-guard.ts";

export interface DeskWorld {
  readonly index: KnowledgeIndex;
  readonly catalog: string;
  /** The store as a whole: peers are looked at on the server alone. */
  readonly store: Pick<Store, "snapshot">;
  readonly sha256: (content: string) => string;
}

/** How far one ledger is: cells of a form, rows of a register, texts of section material. */
export interface LedgerCount {
  readonly ledger: Ledger;
  readonly filled: number;
  /** Cells of a form; null for registers and material, which have no end. */
  readonly of: number | null;
  /** A register that says "none this year". */
  readonly none: boolean;
}

export interface ChangeLine {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly text: string;
  readonly previous: string;
  readonly change: string;
  readonly changeEn: string;
}

export interface Summary {
  readonly organisationName: string;
  readonly year: number;
  readonly state: ReturnState | "none";
  readonly filled: { readonly cells: number; readonly of: number; readonly rows: number };
  readonly unconfirmed: readonly string[];
  readonly proofs: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly changes: readonly ChangeLine[];
  readonly hash: string;
}

export interface Examined extends WorkingCopy, Judgement {
  readonly hash: string;
  readonly unconfirmed: readonly string[];
}

const mostChanges = 15;

/** The working copy, judged. @throws Refusal for an unknown organisation or a year without cycle. */
export async function examine(store: Pick<ScopedStore, "read">, world: DeskWorld, place: Place): Promise<Examined> {
  const copy = await store.read((reader, desk) => workingCopy(reader, desk, world.index, world.catalog, place));
  const hash = world.sha256(canonicalJson(copy.document));
  const judged = await judgeOnce(world.store, world.index, place, copy.document, copy.standing.state, hash);
  const confirmed = new Set(copy.standing.confirmations.map(({ ledger }) => ledger));
  const unconfirmed = ledgersOwed(world.index, judged.node.kind, place.year)
    .map(({ code }) => code)
    .filter((code) => !confirmed.has(code));
  return { ...copy, ...judged, unconfirmed, hash };
}

/** What comparing the working copy with others finds. @throws Refusal for an unknown organisation or a year without cycle. */
export async function findingsBesideOthers(
  store: Pick<ScopedStore, "open">,
  world: Omit<DeskWorld, "sha256">,
  place: Place,
): Promise<readonly Finding[]> {
  const opened = await store.open(place.organisation, place.year);
  const { document } = openedCopy(opened, world.index, world.catalog, place);
  return judgeBesideOthers(world.store, world.index, place, opened, document);
}

export async function summariseReturn(store: Pick<ScopedStore, "read">, world: DeskWorld, place: Place): Promise<Summary> {
  const examined = await examine(store, world, place);
  const { node, evaluator, findings, document, standing, unconfirmed, hash } = examined;
  const counts = countLedgers(world.index, ledgersOwed(world.index, node.kind, place.year), document);
  const sum = (of: (count: LedgerCount) => number): number => counts.reduce((total, count) => total + of(count), 0);
  return {
    organisationName: node.name,
    year: place.year,
    state: standing.state,
    filled: {
      cells: sum((count) => (count.of === null ? 0 : count.filled)),
      of: sum((count) => count.of ?? 0),
      rows: sum((count) => (count.ledger.kind === "register" ? count.filled : 0)),
    },
    unconfirmed,
    proofs: findings.filter((finding) => finding.tier === "proof"),
    warnings: findings.filter((finding) => finding.tier === "warning"),
    changes: largestChanges(world.index, indicatorLines(evaluator, place.organisation, place.year)),
    hash,
  };
}

export function countLedgers(index: KnowledgeIndex, ledgers: readonly Ledger[], document: ReturnDocument): LedgerCount[] {
  return ledgers.map((ledger) => {
    if (ledger.kind === "form") {
      const elements = (index.elementsByLedger.get(ledger.code) ?? []).filter((each) => !each.from && isInForce(each, document.year));
      const cells = Object.values(document.forms[ledger.code] ?? {});
      return {
        ledger,
        filled: cells.filter((cell) => cell.status !== "missing").length,
        of: elements.reduce((total, element) => total + combinations(index, element.dimensions).length, 0),
        none: false,
      };
    }
    if (ledger.kind === "material") return { ledger, filled: document.materials.length, of: null, none: false };
    const rows = document.registers[ledger.code];
    return { ledger, filled: rows?.length ?? 0, of: null, none: rows?.length === 0 };
  });
}

/** Changes by their size against last year's value, largest first; what stayed is left out. */
export function largestChanges(index: KnowledgeIndex, lines: readonly IndicatorLine[]): ChangeLine[] {
  const ranked = lines.flatMap((line) => {
    if (line.value === null || line.previous === null || line.change === null) return [];
    const [now, before] = [exact(line.value), exact(line.previous)];
    const difference = absolute(subtract(now, before));
    if (isZero(difference)) return [];
    return [{ line, size: isZero(before) ? null : divide(difference, absolute(before)) }];
  });
  // From nothing to something has no quotient, and stands before all that have one.
  ranked.sort((left, right) =>
    left.size === null ? (right.size === null ? 0 : -1) : right.size === null ? 1 : compare(right.size, left.size),
  );
  return ranked.slice(0, mostChanges).map(({ line }) => changeLine(index, line));
}

export function changeLine(index: KnowledgeIndex, { code, zh, en, text, previous, change }: IndicatorLine): ChangeLine {
  return {
    code,
    zh,
    en,
    text,
    previous: previous === null ? "" : printedWithUnit(exact(previous), index.measure(code)),
    change: change?.text ?? "",
    changeEn: change?.en ?? "",
  };
}
