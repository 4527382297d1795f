/** What Excel gets. */
import { expect, it } from "vitest";
import { csvOf } from "./csv.ts";

it("begins with a byte order mark, quotes what needs it, and lets no text run as a formula", () => {
  expect(
    csvOf(
      ["单位", "说明"],
      [
        ["莲城中专", '他说"好",\n换行'],
        ["=1+1", "-12.5%"],
        ["-cmd", "+1"],
      ],
    ),
  ).toBe('\uFEFF单位,说明\r\n莲城中专,"他说""好"",\n换行"\r\n\'=1+1,-12.5%\r\n\'-cmd,\'+1\r\n');
});
