/** Counting and filtering the board. */
import { expect, it } from "vitest";
import { type Board, type BoardRow, columnsOf, countRows, filterRows } from "./board-counts.ts";

const row = (organisation: string, name: string, change: Partial<BoardRow>): BoardRow => ({
  organisation,
  name,
  kind: "school",
  parent: "411000",
  state: "none",
  deadline: null,
  late: false,
  at: null,
  ledgers: {},
  ...change,
});
const cell = { state: "none", filled: 0, of: 3 } as const;
const rows = [
  row("411000-01", "莲城中专", { state: "accepted", ledgers: { "students.enrolment": cell, "teachers.work": cell } }),
  row("411000-02", "许都机电", { late: true, ledgers: { "students.cohort": cell } }),
  row("411081", "禹州市", { kind: "county", state: "submitted" }),
];

it("counts what was handed in, accepted and is late", () => {
  expect(countRows(rows)).toEqual({ all: 3, handedIn: 2, accepted: 1, returned: 0, late: 1 });
});

it("filters by name or code, kind, state and lateness together", () => {
  const all = { search: "", onlyLate: false, kind: null, state: null };
  expect(filterRows(rows, all)).toHaveLength(3);
  expect(filterRows(rows, { ...all, search: "机电" }).map((each) => each.organisation)).toEqual(["411000-02"]);
  expect(filterRows(rows, { ...all, search: "4110", kind: "school", onlyLate: true })).toHaveLength(1);
  expect(filterRows(rows, { ...all, state: "submitted", kind: "school" })).toEqual([]);
});

it("groups ledgers by subject and leaves out what nobody owes", () => {
  const board: Board = {
    rows,
    ledgers: ["students.enrolment", "students.cohort", "teachers.work", "funding.school"].map((code) => ({ code, zh: code })),
  };
  const { ledgers, subjects } = columnsOf(board);
  expect(ledgers.map((ledger) => ledger.code)).toEqual(["students.enrolment", "students.cohort", "teachers.work"]);
  expect(subjects).toEqual([
    { code: "students", span: 2 },
    { code: "teachers", span: 1 },
  ]);
});
