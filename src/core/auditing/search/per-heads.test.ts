/** Per-head values are held against the heads that the others imply, whatever words stand around them. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const told = (text: string): string[] => briefly(auditText(index, text)).filter((each) => each.startsWith("PERCAP"));

const report = (land: string, building: string, devices: string, computers: string): string =>
  `本区注册就读的学生规模26,180人。\n校区用地${land}，每名学生合34.0平方米；各类房屋${building}，生均21.0平方米。` +
  `\n教学装备共值${devices}（年内新增1,830万元），生均9,014元，比标准高出6,014元。每百名学生有终端19.6台，共${computers}。`;

describe("per-head values across sentences", () => {
  it("agree with the heads that the text names", () => {
    expect(told(report("89.01万平方米", "54.98万平方米", "2.36亿元", "5,131台"))).toEqual([]);
  });

  it.each([
    ["digits exchanged in an amount", report("98.01万平方米", "54.98万平方米", "2.36亿元", "5,131台")],
    ["万 lost", report("89.01平方米", "54.98万平方米", "2.36亿元", "5,131台")],
    ["a digit mistyped", report("89.01万平方米", "54.98万平方米", "2.36亿元", "5,311台")],
    ["a per-head value exchanged", report("89.01万平方米", "54.98万平方米", "2.36亿元", "5,131台").replace("9,014元", "9,104元")],
  ])("are told: %s", (_, text) => {
    expect(told(text)).toHaveLength(1);
  });

  it("are left alone where the amount is spread over others", () => {
    const text = report("89.01万平方米", "54.98万平方米", "2.36亿元", "5,131台");
    expect(told(`${text}学生宿舍15.36万平方米，生均7.0平方米；实训场地生均12.0平方米。`)).toEqual([]);
  });

  it("need two that agree with a number in the text", () => {
    expect(told("校区用地89.01万平方米，每名学生合43.0平方米。本区注册就读的学生规模26,180人。")).toEqual([]);
  });
});
