/** Ranges on the clipboard. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatRange, parseRange } from "./clipboard.ts";

it.each<[string, string[][]]>([
  [
    "1\t2\r\n3\t4\r\n",
    [
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ["1\n2", [["1"], ["2"]]],
  [
    "a\t\n\tb",
    [
      ["a", ""],
      ["", "b"],
    ],
  ],
  ['"多行\n单元格"\tx', [["多行\n单元格", "x"]]],
  ['"引""号"', [['引"号']]],
  ['5" 管\t1', [['5" 管', "1"]]],
  ['"未闭合\t1', [['"未闭合', "1"]]],
  ["", []],
  ["\r\n", [[""]]],
])("reads %j", (text, rows) => expect(parseRange(text)).toEqual(rows));

it("reads back every range that it wrote", () => {
  const cell = fc.string({ unit: fc.constantFrom("1", "甲", "\t", "\n", '"', " ", ",") }).filter((text) => !text.includes("\r"));
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })),
      (rows) => {
        const text = formatRange(rows);
        const isLastLineBlank = rows.at(-1)!.length === 1 && rows.at(-1)![0] === "";
        if (!isLastLineBlank) expect(parseRange(text)).toEqual(rows);
      },
    ),
  );
});
