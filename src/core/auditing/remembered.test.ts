import { expect, it } from "vitest";
import { remembered } from "./remembered.ts";

it("asks once for the same words, and forgets all when it knows too many", () => {
  const asked: string[] = [];
  const length = remembered((words) => asked.push(words) && words.length, 2);
  expect(["甲", "甲乙", "甲"].map(length)).toEqual([1, 2, 1]);
  expect(asked).toEqual(["甲", "甲乙"]);
  expect(length("甲乙丙")).toBe(3);
  expect(length("甲")).toBe(1);
  expect(asked).toEqual(["甲", "甲乙", "甲乙丙", "甲"]);
});
