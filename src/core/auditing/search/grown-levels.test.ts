/** An amount, its change and its growth, in whichever order. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const told = (text: string): string[] => briefly(auditText(index, text)).filter((each) => !each.startsWith("OUTLINE"));

describe("an amount, its change and its growth", () => {
  it.each([
    "受理工单2736件，同比增长14.00%，同比增加336件。",
    "受理工单2736件（含结转120件），同比增长14.00%，增加336件；办结1824件，同比下降5.00%，减少96件。",
    "本级收入完成48,260万元（自然口径），占调整预算101.32%，同比增长8.57%，增收3,810万元。收入（同口径）完成49,115万元。",
    // The growth is of the amount before it, the change of another.
    "受理工单2736件，同比增长9.3%，办结1824件，同比增加96件。",
    // Against another time.
    "受理工单2736件，环比增长3.1%，同比增加336件。",
  ])("are silent: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    "受理工单2736件，同比增长41.00%，同比增加336件。",
    "受理工单2376件，同比增长14.00%，同比增加336件。",
    "办结工单1824件，同比下降5.00%，同比减少69件。",
    "本级收入完成48,260万元，占调整预算101.32%，同比增长8.57%，增收3,180万元。",
  ])("are told: %s", (text) => {
    expect(told(text).some((each) => each.startsWith("DELTA"))).toBe(true);
  });
});
