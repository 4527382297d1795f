/** What the board counts and shows: filters, order, and a sign for each state besides its colour. */
import type { AnswerOf } from "../../client.ts";
import type { ledgerStateWords, stateWords } from "../../messages/states.ts";

export type Board = AnswerOf<"GET /api/season/{organisation}/{year}/board">;
export type BoardRow = Board["rows"][number];
export type LedgerState = keyof typeof ledgerStateWords;
export type ReturnState = keyof typeof stateWords;

/** A sign that tells states apart without colour. */
export const signs: Readonly<Record<LedgerState, string>> = { none: "", started: "◔", filled: "●", confirmed: "✓", returned: "↩" };

const handedIn: ReadonlySet<ReturnState> = new Set(["submitted", "accepted", "locked"]);

export interface BoardFilter {
  readonly search: string;
  readonly onlyLate: boolean;
  readonly kind: BoardRow["kind"] | null;
  readonly state: ReturnState | null;
}

export function filterRows(rows: readonly BoardRow[], { search, onlyLate, kind, state }: BoardFilter): BoardRow[] {
  const wanted = search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (!onlyLate || row.late) &&
      (kind === null || row.kind === kind) &&
      (state === null || row.state === state) &&
      (wanted === "" || row.name.toLowerCase().includes(wanted) || row.organisation.startsWith(wanted)),
  );
}

export function countRows(rows: readonly BoardRow[]) {
  const of = (wanted: (row: BoardRow) => boolean): number => rows.filter(wanted).length;
  return {
    all: rows.length,
    handedIn: of((row) => handedIn.has(row.state)),
    accepted: of((row) => row.state === "accepted" || row.state === "locked"),
    returned: of((row) => row.state === "returned"),
    late: of((row) => row.late),
  };
}

/** Subjects in the order of their ledgers, each with how many columns it spans; ledgers that none of the rows owes are left out. */
export function columnsOf(board: Board): {
  readonly ledgers: Board["ledgers"];
  readonly subjects: readonly { code: string; span: number }[];
} {
  const owed = new Set(board.rows.flatMap((row) => Object.keys(row.ledgers)));
  const ledgers = board.ledgers.filter((ledger) => owed.has(ledger.code));
  const subjects: { code: string; span: number }[] = [];
  for (const { code } of ledgers) {
    const subject = code.split(".", 1)[0]!;
    const last = subjects.at(-1);
    if (last?.code === subject) last.span += 1;
    else subjects.push({ code: subject, span: 1 });
  }
  return { ledgers, subjects };
}
