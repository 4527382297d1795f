/** One body under two names is a note; two bodies of like names are none. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { contextOf, documentOf } from "./fixture.ts";
import { names } from "./names.ts";
import { organisationNames } from "./organisation-names.ts";

const index = new KnowledgeIndex(knowledge);
const pairs = (text: string) => {
  const document = documentOf(text);
  return names(document, contextOf(index, document)).map(({ spans }) =>
    spans
      .map((span) => span.text)
      .sort()
      .join(" ~ "),
  );
};

describe("names", () => {
  it("are cut free from the words before them", () => {
    const found = organisationNames(
      documentOf("主动对接云川职业技术学院，遴选青河县职教中心、白石县机电学校，推动本市各中等职业学校与高职院校合作。"),
    ).map(({ name }) => name);
    expect(found).toEqual(["云川职业技术学院", "青河县职教中心", "白石县机电学校"]);
  });

  it.each([
    ["在青河中专、白石学校举办。青河市中等专业学校获奖。", "青河中专 ~ 青河市中等专业学校"],
    ["由白石县职教中心承办。白石县职业技术教育中心获评基地。", "白石县职业技术教育中心 ~ 白石县职教中心"],
    ["含云川电气学院在内。云川电气职业学院牵头。", "云川电气学院 ~ 云川电气职业学院"],
    ["与德国海森工业大学签约。德国中海森工业大学来访。", "德国中海森工业大学 ~ 德国海森工业大学"],
    ["成立云川职业技术学院园区分院。云川职业技术学院园区校区揭牌。", "云川职业技术学院园区分院 ~ 云川职业技术学院园区校区"],
  ])("of one body: %s", (text, pair) => {
    expect(pairs(text)).toEqual([pair]);
  });

  it.each([
    "云川市第一职业学校、云川市第二职业学校。",
    "云川职业技术学院东校区、云川职业技术学院西校区。",
    "云川学院、云川职业技术学院、云川市职业学院。",
    "青河县职教中心、白石县职教中心。",
    "云川市职业中专、云川县职业中专。",
    "云川电气学院中专部、云川电气学院。",
    "云川市机电学校、云川市机械学校、云川市工商管理学校、云川市科技学校。",
    "青河市中等专业学校（以下简称“青河中专”）获奖，青河中专承办。",
    "青河市中等专业学校（青河中专）获奖，青河中专承办。",
    "各中等职业学校、各中等专业学校、成人中专和成人中等专业学校。",
    "江南大学、江南农业大学、江南师范大学。",
  ])("of different bodies, or defined: %s", (text) => {
    expect(pairs(text)).toEqual([]);
  });

  it("stay linear on a megabyte of names", () => {
    const letters = Array.from(
      { length: 60_000 },
      (_, at) => `${String.fromCharCode(0x4e00 + (at % 20_000), 0x5000 + ((at * 7) % 15_000))}川机电职业学院，`,
    );
    const document = documentOf(letters.join(""));
    const begun = process.cpuUsage().user / 1000;
    names(document, contextOf(index, documentOf("")));
    names(documentOf("学校".repeat(500_000)), contextOf(index, documentOf("")));
    names(documentOf("甲".repeat(1_000_000)), contextOf(index, documentOf("")));
    expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(20_000);
  }, 60_000);
});
