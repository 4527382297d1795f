/** Shares told in the order of their values imply one whole. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const told = (text: string): string[] => briefly(auditText(index, text)).filter((each) => each.startsWith("SHARE"));

describe("shares in the order of their values", () => {
  it.each([
    "研习生192人、本科层1,537人、专科层17人，分别占11.0%、88.0%和1.0%。",
    "甲片192人、乙片1,537人、丙片17人，占比依次为11.0%、88.0%、1.0%。",
    "教员1,746人。甲片192人、乙片1,537人，分别占11.0%和88.0%。",
    // Two bases, each right: nothing is known of the whole.
    "甲片192人、乙片1,537人，分别占11.0%和61.0%。",
  ])("are silent: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    "研习生192人、本科层1,573人、专科层17人，分别占11.0%、88.0%和1.0%。",
    "研习生192人、本科层1,537人、专科层17人，分别占11.0%、80.8%和1.0%。",
    "教员共1,746人，甲片192人、乙片1,573人，分别占11.0%和88.0%。",
  ])("are told: %s", (text) => {
    expect(told(text)).toHaveLength(1);
  });
});
