/** Peers of all sizes: what is compared for each student or teacher, and what as it was counted. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { peerBase } from "./peer-base.ts";

const index = new KnowledgeIndex(knowledge);
const baseOf = (code: string) => peerBase(index, index.elements.get(code)!);

describe("the base of comparison", () => {
  it.each([
    ["students.enrolled", "hundredStudents"],
    ["facilities.landArea", "student"],
    ["teachers.fullTime", "hundredStudents"],
    ["teachers.female", "hundredTeachers"],
    ["funding.otherIncome", "student"],
  ])("of %s is %s", (code, base) => {
    expect(index.elements.has(code)).toBe(true);
    expect(baseOf(code)).toBe(base);
  });

  it("is none for occasions, firms and prizes: a school's size does not make them many", () => {
    const counted = index.knowledge.elements.filter((element) => ["项", "家", "场", "所"].includes(element.unit));
    expect(counted.length).toBeGreaterThan(10);
    expect(counted.filter((element) => peerBase(index, element) !== null)).toEqual([]);
  });
});
