/** Short names of rates, bound by the value before them. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const told = (text: string): string[] => briefly(auditText(index, text)).filter((each) => /^(?:SHARE|BASE)/.test(each));

describe("a short name of a rate", () => {
  it("is tested by the definition of the indicator that counts the value before it", () => {
    expect(told("毕业生直接就业2987人。专业对口就业2539人，对口率85.0%。")).toEqual([]);
    expect(told("毕业生直接就业2987人。专业对口就业2539人，对口率58.0%。")).toHaveLength(1);
  });

  it("stays unbound behind a value of something else", () => {
    expect(told("毕业生直接就业2987人。实习学生899人，对口率98.0%。")).toEqual([]);
  });
});
