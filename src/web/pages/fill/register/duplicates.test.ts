/** Duplicates kept row by row are those that a look at all rows finds. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { Duplicates } from "./duplicates.ts";

const ledger = { naturalKey: ["name", "day"] };

it("marks rows with the same whole key, and no longer when one of them changes", () => {
  const duplicates = new Duplicates(ledger);
  duplicates.put("1", { name: "甲", day: "1" });
  duplicates.put("2", { name: "甲 ", day: "1" });
  duplicates.put("3", { name: "甲", day: null });
  const both = duplicates.found;
  expect([...both]).toEqual(["1", "2"]);
  duplicates.put("3", { name: "乙", day: null });
  expect(duplicates.found).toBe(both);
  duplicates.put("2", { name: "甲", day: "2" });
  expect(duplicates.found.size).toBe(0);
});

it("agrees with a look at all rows after any edits", () => {
  const edit = fc.record({
    id: fc.constantFrom("1", "2", "3", "4", "5"),
    values: fc.option(fc.record({ name: fc.constantFrom("甲", "乙", ""), day: fc.constantFrom("1", "2", null) })),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const duplicates = new Duplicates(ledger);
      const rows = new Map<string, string>();
      for (const { id, values } of edits) {
        duplicates.put(id, values);
        if (values && values.name !== "" && values.day !== null) rows.set(id, `${values.name}/${values.day}`);
        else rows.delete(id);
        const expected = [...rows].filter(([, key]) => [...rows.values()].filter((each) => each === key).length > 1).map(([row]) => row);
        expect([...duplicates.found].toSorted()).toEqual(expected.toSorted());
      }
    }),
  );
});
