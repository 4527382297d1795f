/** A contradiction stays a proof only where nothing qualifies its figures and a slip can have made it. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const told = (text: string): string[] => briefly(auditText(index, text));

describe("a contradiction", () => {
  it("is a proof where all words are plain", () => {
    expect(told("资助学生900人次，比上年增加100人次，增幅达15.2%。")).toEqual(["DELTA proof 15.2%"]);
  });

  it("is a warning where a word qualifies one of its figures", () => {
    expect(told("累计资助学生900人次，比上年增加100人次，增幅达15.2%。")).toEqual(["DELTA warning 15.2%"]);
    expect(told("免学费学生（不含技工学校）22140人，占在校生24600人的95%。")).toEqual(["SHARE warning 95%"]);
  });

  it("is a warning where no slip of the hand can have made a sum of its parts", () => {
    expect(told("建成市级精品课程21门、校级精品课程34门，共计55门。")).toEqual([]);
    expect(told("建成市级精品课程21门、校级精品课程34门，共计56门。")).toEqual(["SUM proof 56门"]);
    expect(told("建成市级精品课程21门、校级精品课程34门，共计139门。")).toEqual(["SUM warning 139门"]);
  });
});
