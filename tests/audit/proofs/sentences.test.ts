/** A proof is told of every real contradiction, and of none that another reading of the words explains. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import { auditText, faultsOf } from "../../../src/core/auditing/fixture.ts";
import { KnowledgeIndex } from "../../../src/core/definition/knowledge.ts";
import { contradictory, sound } from "./sentences.ts";

const index = new KnowledgeIndex(knowledge);
const tiers = (text: string): string[] => faultsOf(auditText(index, text)).map(({ tier }) => tier);

describe("a proof", () => {
  it.each(sound)("is not told of %s", (text) => {
    expect(tiers(text)).not.toContain("proof");
  });

  it.each(contradictory)("is told of %s", (text) => {
    expect(tiers(text)).toContain("proof");
  });

  it("has hardly a warning beside it on sound words", () => {
    expect(sound.filter((text) => tiers(text).includes("warning")).length).toBeLessThanOrEqual(3);
  });
});
