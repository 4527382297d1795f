/** Undoing what was typed, also what could not be a value. */
import { expect, it } from "vitest";
import type { ReturnView } from "./slot.ts";
import { WorkingCopy } from "./working-copy.ts";

const slot = "form/teachers.work/teachers.practice";
const view = {
  organisation: "411000-01",
  year: 2019,
  sequence: 0,
  revisions: {},
  document: { organisation: "411000-01", year: 2019, catalog: "", forms: {}, registers: {}, materials: [], explanations: {} },
} as unknown as ReturnView;

const value = (text: string) => ({ value: text, status: "value" }) as const;

function opened(): WorkingCopy {
  let count = 0;
  return new WorkingCopy(view, "clerk", () => String((count += 1)));
}

it("forgets a text that is no value at the first undo, and the value before it at the second", () => {
  const copy = opened();
  copy.edit([{ slot, content: value("65") }]);
  copy.edit([], [{ slot, invalid: { text: "abc", problem: { kind: "number" } as never } }]);
  expect(copy.snapshot(slot).invalid?.text).toBe("abc");
  expect(copy.undo()).toEqual([slot]);
  expect(copy.snapshot(slot)).toMatchObject({ invalid: undefined, content: { value: "65" } });
  expect(copy.undo()).toEqual([slot]);
  expect(copy.undo()).toEqual([]);
  expect(copy.redo()).toEqual([slot]);
  expect(copy.snapshot(slot).content).toMatchObject({ value: "65" });
});

it("passes over a text that was mended meanwhile, and undoes a pasted range with its wrong cells at once", () => {
  const copy = opened();
  const other = `${slot}Days`;
  copy.edit([], [{ slot, invalid: { text: "abc", problem: { kind: "number" } as never } }]);
  copy.edit([{ slot, content: value("66") }]);
  copy.undo();
  expect(copy.undo()).toEqual([]);
  copy.edit([{ slot, content: value("7") }], [{ slot: other, invalid: { text: "x", problem: { kind: "number" } as never } }]);
  expect(copy.undo()).toEqual([slot, other]);
  expect(copy.invalids).toEqual([]);
});
