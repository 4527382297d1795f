/** Marks of what differs between two sentences. */
import { expect, it } from "vitest";
import { differingMiddle } from "./differing-middle.ts";

it.each([
  ["教职工160人，增加10人。", "教职工150人，与上年持平。", "教职工", "160人，增加10人", "150人，与上年持平", "。"],
  ["占68.8%。", "占73.3%。", "占", "68.8", "73.3", "%。"],
  ["共1234人。", "共1254人。", "共", "1234", "1254", "人。"],
  ["增加10人。", "减少10人。", "", "增加", "减少", "10人。"],
  ["相同。", "相同。", "相同。", "", "", ""],
  ["", "新句。", "", "", "新句。", ""],
])("%s → %s", (before, after, ...parts) => {
  const found = differingMiddle(before, after);
  expect([found.start, found.before, found.after, found.end]).toEqual(parts);
});
