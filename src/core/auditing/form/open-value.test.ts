/** Open values of known measures are noted; plans, changes and unknown things may stay open. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { contextOf, documentOf } from "./fixture.ts";
import { openValues } from "./open-value.ts";

const index = new KnowledgeIndex(knowledge);
const found = (text: string) => {
  const document = documentOf(text);
  return openValues(document, contextOf(index, document)).map(({ spans }) => spans[0]!.text);
};

describe("open values", () => {
  it.each([
    ["文化课合格率达到94.2%以上，比上年提高。", "文化课合格率达到94.2%以上"],
    ["毕业生初次就业月收入为2800元左右。", "毕业生初次就业月收入为2800元左右"],
    ["全年累计完成培训1万余人次。", "累计完成培训1万余人次"],
    ["“双师型”教师比例约60%。", "“双师型”教师比例约60%"],
  ])("of %s", (text, span) => {
    expect(found(text)).toEqual([span]);
  });

  it.each([
    "文化课合格率为94.2%。",
    "合格率不低于95%以上的要求。",
    "到会1200多名学生。",
    "招生较上年增加近800人。",
    "力争就业率达到98%以上。",
  ])("but not of %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
