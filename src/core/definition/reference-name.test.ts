/** Bound references are shown to people by the catalog's names, and what names nothing says so. */
import { expect, it } from "vitest";
import { knowledge } from "../../catalog/knowledge.ts";
import { KnowledgeIndex } from "./knowledge.ts";
import { namedPassage, passageParts, referenceName } from "./reference-name.ts";

const index = new KnowledgeIndex(knowledge);

it("parts a passage into text and references, and takes a lone brace for text", () => {
  expect(passageParts("共招生{students.intake}，{见附件\n}")).toEqual([
    { text: "共招生" },
    { text: "{students.intake}", reference: "students.intake" },
    { text: "，" },
    { text: "{" },
    { text: "见附件\n}" },
  ]);
});

it("calls each kind of reference by its name", () => {
  expect(referenceName(index, "students.intake", "zh")).toBe("招生数");
  expect(referenceName(index, "change students.intake", "zh")).toBe("招生数较上年变化");
  expect(referenceName(index, "number students.intake", "zh")).toBe("招生数（不带单位）");
  expect(referenceName(index, "year", "zh")).toBe("报告年份");
  expect(referenceName(index, "students.nothing", "zh")).toBeNull();
  expect(referenceName(index, "见附件", "zh")).toBeNull();
  expect(namedPassage(index, "共招生{students.intake}{见附件}。")).toBe("共招生〔招生数〕〔见附件〕。");
});
