import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Run } from "./report.ts";
import { joinRuns, plainText, textRun } from "./runs.ts";

const figure = (text: string): Run => ({ kind: "figure", figure: "f1", text });
const joined = (...runs: Run[]): string => plainText(joinRuns(runs));

describe("joinRuns", () => {
  it.each([
    ["，甲，，乙、，丙", "甲，乙，丙"],
    ["甲，。乙、；丙：。", "甲。乙；丙。"],
    ["甲（，乙、）丙（）丁（、）", "甲（乙）丙丁"],
    ["甲。。，乙", "甲。乙"],
    ["获奖12个，其中\u0002均为技能类", "获奖12个，均为技能类"],
    ["开展“学习“两会”精神”活动", "开展“学习‘两会’精神”活动"],
  ])("mends %s", (given, expected) => expect(joined(...[...given].map(textRun))).toBe(expected));

  it("keeps figures and merges texts around them", () =>
    expect(
      joinRuns([textRun("共有"), figure("1941人"), textRun("，"), textRun("，较上年减少"), figure("21人"), textRun("，"), textRun("。")]),
    ).toEqual([textRun("共有"), figure("1941人"), textRun("，较上年减少"), figure("21人"), textRun("。")]));

  it("leaves no two pauses together, whatever is dropped", () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."，、；：。（）甲乙", "21人"), { maxLength: 20 }), (parts) => {
        const text = joined(...parts.map((part) => (part === "21人" ? figure(part) : textRun(part))));
        expect(text).not.toMatch(/[，、；：]{2}|[，、；：]。|。[，、；：。]|（[，、；：）]|^[，、；：。]/);
      }),
    ));
});
