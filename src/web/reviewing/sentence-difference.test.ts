/** Marks of what differs between two sentences. */
import { expect, it } from "vitest";
import { sentenceDifference } from "./sentence-difference.ts";

const marked = (before: string, after: string): string =>
  sentenceDifference(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "before" ? `[${text}]` : `{${text}}`))
    .join("");

it.each([
  ["占68.8%。", "占73.3%。", "占[68.8]{73.3}%。"],
  ["共1234人，其中女600人。", "共1254人，其中女620人。", "共[1234]{1254}人，其中女[600]{620}人。"],
  ["比上年增加10人。", "比上年减少10人。", "比上年[增加]{减少}10人。"],
  ["相同。", "相同。", "相同。"],
  ["", "新句。", "{新句。}"],
  ["旧句。", "", "[旧句。]"],
])("%s → %s", (before, after, expected) => expect(marked(before, after)).toBe(expected));

it("shows long passages one after the other", () => {
  const [long, other] = ["甲".repeat(1300), "乙".repeat(1300)];
  expect(sentenceDifference(long, other)).toEqual([
    { kind: "before", text: long },
    { kind: "after", text: other },
  ]);
});
