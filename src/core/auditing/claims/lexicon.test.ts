/** A label means a measure of the catalog by all of its words and a unit that fits, or it means none. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { Lexicon } from "./lexicon.ts";
import { labelKey } from "./words.ts";

const index = new KnowledgeIndex(knowledge);
const lexicon = new Lexicon(index);

describe("lexicon", () => {
  it.each([
    ["在校生", "人", "students.enrolled"],
    ["专任教师", "人", "teachers.fullTime"],
    ["专任教师", "名", "teachers.fullTime"],
    ["就业率", "%", "employment.rate"],
    ["生师比", ":1", "teachers.studentTeacherRatio"],
    ["生均图书", "册", "facilities.booksPerStudent"],
  ])("finds %s in %s", (key, symbol, code) => {
    expect(lexicon.find(key, symbol)).toBe(code);
  });

  it.each([
    ["专任教师", "%"],
    ["专任教师", "所"],
    ["在校生的家长", "人"],
    ["教师的自行车", "辆"],
    ["", "人"],
  ])("finds nothing for %s in %s", (key, symbol) => {
    expect(lexicon.find(key, symbol)).toBe(null);
  });

  it("finds every measure by its official name and unit, or two share it", () => {
    const measures = [...index.knowledge.elements, ...index.knowledge.indicators];
    const lost = measures.filter(({ zh, code, unit }) => {
      const key = labelKey(zh);
      return key.length >= 2 && lexicon.find(key, unit) !== code && !lexicon.isAmbiguous(key, unit);
    });
    expect(lost.map(({ code }) => code)).toEqual([]);
  });

  it("ignores a noun behind the name only when asked", () => {
    expect(lexicon.find("对口就业毕业生", "人")).toBe(null);
    expect(lexicon.findLoosely("对口就业毕业生", "人")).toBe("employment.matched");
  });

  it("finds the longest name at the end, with what stands before", () => {
    expect(lexicon.findAtEnd("青河县在校生", "人")).toEqual({ code: "students.enrolled", before: "青河县" });
    expect(lexicon.findAtEnd("青河县绿化树木", "株")).toBe(null);
  });
});
