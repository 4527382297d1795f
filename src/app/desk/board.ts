/** The board of completeness: every organisation that owes a return, ledger by ledger, those who are late first. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { isInForce, type Ledger } from "../../core/definition/ledger.ts";
import { combinations } from "../../core/formula/total.ts";
import { type Cycle, deadlineOf } from "../../core/model/cycle.ts";
import { type OrganisationKind, subtree, treeAt } from "../../core/model/organisation.ts";
import type { ReturnState } from "../../core/model/return.ts";
import { findCycle } from "../cycles.ts";
import type { StoreReader } from "../ports.ts";
import type { Desk } from "./desk.ts";
import type { DeskCount, LedgerCount } from "./progress.ts";
import { ledgersOwed } from "./slot-guard.ts";
import { parseSlot } from "./slots.ts";

/** none: nothing yet · started · filled: every required cell says something · confirmed by the department · returned: cells of it were given back and not edited since. */
export type LedgerState = "none" | "started" | "filled" | "confirmed" | "returned";

export interface BoardCell {
  readonly state: LedgerState;
  readonly filled: number;
  /** Cells that must be filled; 0 for registers and section material, of which `filled` counts rows and texts. */
  readonly of: number;
}

export interface BoardRow {
  readonly organisation: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly parent: string;
  /** "none" until something was typed or filed. */
  readonly state: ReturnState | "none";
  readonly version: number | null;
  readonly deadline: string | null;
  readonly late: boolean;
  /** When it was filed or edited last. */
  readonly at: string | null;
  /** Reason for which it was given back; empty else. */
  readonly reason: string;
  readonly requested: DeskCount["requested"];
  readonly ledgers: Readonly<Record<string, BoardCell>>;
}

export interface Board {
  readonly cycle: Cycle;
  readonly ledgers: readonly Ledger[];
  readonly rows: readonly BoardRow[];
}

/** States in which a return is out of its organisation's hands. */
export const handedIn: ReadonlySet<string> = new Set(["submitted", "accepted", "locked"]);
const signedOff: ReadonlySet<string> = new Set(["signed", ...handedIn]);

/**
 * @param today ISO date.
 * @param kinds only these; all where left out.
 * @throws Refusal when no cycle of `year` covers `root`.
 */
export async function readBoard(
  reader: StoreReader,
  desk: Pick<Desk, "progress">,
  index: KnowledgeIndex,
  { root, year, today }: { readonly root: string; readonly year: number; readonly today: string },
): Promise<Board> {
  const cycle = await findCycle(reader, root, year);
  const expected = expectedCells(index, year);
  const counts = grouped(
    await desk.progress.ledgers(
      root,
      year,
      [...expected.values()].flatMap(({ counted }) => counted),
    ),
  );
  const desks = new Map((await desk.progress.desks(root, year)).map((each) => [each.organisation, each]));
  const heads = new Map((await reader.returnStates(root, year)).map((each) => [each.organisation, each]));
  const tree = treeAt(await reader.organisations(), cycle.dataPeriod.end);
  const used = new Set<Ledger>();
  const rows = subtree(tree, root).flatMap((node): BoardRow[] => {
    const owed = ledgersOwed(index, node.kind, year);
    if (owed.length === 0) return [];
    const head = heads.get(node.code);
    const desked = desks.get(node.code);
    const own = counts.get(node.code);
    const state = head?.state ?? (desked?.editedAt || own ? "draft" : "none");
    const deadline = deadlineOf(cycle, node);
    const requested = new Set((desked?.requested ?? []).filter(({ edited }) => !edited).map(({ slot }) => ledgerOfSlot(slot)));
    const cells = owed.map((ledger) => {
      used.add(ledger);
      const filled = own?.get(ledger.kind === "material" ? "material" : ledger.code);
      const of = expected.get(ledger.code)?.cells ?? 0;
      return [ledger.code, { state: ledgerState(ledger, filled, of, state, requested, desked), filled: filled ?? 0, of }] as const;
    });
    return [
      {
        organisation: node.code,
        name: node.name,
        kind: node.kind,
        parent: node.parent ?? "",
        state,
        version: head?.version ?? null,
        deadline,
        late: !handedIn.has(state) && deadline !== null && today > deadline,
        at: newer(head?.at ?? null, desked?.editedAt ?? null),
        reason: state === "returned" ? (head?.reason ?? "") : "",
        requested: desked?.requested ?? [],
        ledgers: Object.fromEntries(cells),
      },
    ];
  });
  return { cycle, ledgers: index.knowledge.ledgers.filter((ledger) => used.has(ledger)), rows: rows.sort(byUrgency) };
}

/** Of each form ledger, what counts as filled: its required cells, or all of them where none is required. */
function expectedCells(
  index: KnowledgeIndex,
  year: number,
): Map<string, { readonly cells: number; readonly counted: { element: string; ledger: string }[] }> {
  const found = new Map<string, { cells: number; counted: { element: string; ledger: string }[] }>();
  for (const ledger of index.knowledge.ledgers) {
    if (ledger.kind !== "form" || !isInForce(ledger, year)) continue;
    const elements = (index.elementsByLedger.get(ledger.code) ?? []).filter((element) => !element.from && isInForce(element, year));
    const required = elements.filter((element) => element.required);
    const counting = required.length > 0 ? required : elements;
    found.set(ledger.code, {
      cells: counting.reduce((cells, element) => cells + combinations(index, element.dimensions).length, 0),
      counted: counting.map((element) => ({ element: element.code, ledger: ledger.code })),
    });
  }
  return found;
}

function grouped(counts: readonly LedgerCount[]): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const { organisation, ledger, filled } of counts) {
    const own = found.get(organisation) ?? new Map<string, number>();
    found.set(organisation, own.set(ledger, filled));
  }
  return found;
}

function ledgerState(
  ledger: Ledger,
  filled: number | undefined,
  of: number,
  state: BoardRow["state"],
  requested: ReadonlySet<string>,
  desk: DeskCount | undefined,
): LedgerState {
  if (requested.has(ledger.code) || (requested.has("material") && ledger.kind === "material")) return "returned";
  if (desk?.confirmed.includes(ledger.code)) return "confirmed";
  if (filled === undefined || (ledger.kind !== "register" && filled === 0)) return "none";
  if (signedOff.has(state)) return "confirmed";
  return ledger.kind === "form" && filled < of ? "started" : "filled";
}

/** The ledger of a slot; "material" for section material. */
function ledgerOfSlot(slot: string): string {
  const parsed = parseSlot(slot);
  return parsed?.kind === "material" ? "material" : (parsed?.ledger ?? "");
}

function newer(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left > right ? left : right;
}

const ranks: readonly string[] = ["none", "returned", "draft", "confirmed", "signed", "submitted", "accepted", "locked"];

function byUrgency(left: BoardRow, right: BoardRow): number {
  return (
    Number(right.late) - Number(left.late) ||
    ranks.indexOf(left.state) - ranks.indexOf(right.state) ||
    (left.organisation < right.organisation ? -1 : 1)
  );
}
