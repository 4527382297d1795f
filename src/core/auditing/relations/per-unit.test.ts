/** So much of each times how many is what it makes; read only where the amount and the each stand side by side. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("so much of each", () => {
  it.each([
    "全年办班14期、3290人次，平均每期235人次；另组织送教下乡26次。",
    "教师下企业锻炼72人，人均锻炼25天，合计1800天。",
    "为1320名实习学生购买保险，每生每年60元，保费合计7.92万元。",
    "发放补助928.6万元，惠及学生4643人次，人次均2000元。",
    "基地种植面积1.2万亩，年产值0.9亿元，亩均产值7500元。",
    "为乡村教师412人发放补助，每人每月300元，全年10个月计发123.6万元。",
    "开设订单班8个、每班45人，共360人。",
    "投入910万元，为650间教室更换照明，平均每间1.4万元。",
    "资助学生3216人，按每生每年2000元标准发放643.2万元。",
  ])("holds: %s", (text) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([]);
    expect(result.relations.held).toBeGreaterThan(0);
  });

  it.each([
    ["全年办班14期、3290人次，平均每期325人次；另组织送教下乡26次。", "3290 ÷ 14 = 235 ≠ 325人次"],
    ["教师下企业锻炼72人，人均锻炼25天，合计1080天。", "1080 ÷ 72 = 15 ≠ 25天"],
    ["为1320名实习学生购买保险，每生每年60元，保费合计9.72万元。", "9.72万 ÷ 1320 = 73.64 ≠ 60元"],
    ["发放补助928.6万元，惠及学生4643人次，人次均1800元。", "928.6万 ÷ 4643 = 2000 ≠ 1800元"],
    ["基地种植面积1.2万亩，年产值0.9亿元，亩均产值5700元。", "0.9亿 ÷ 1.2万 = 7500 ≠ 5700元"],
    ["为乡村教师412人发放补助，每人每月300元，全年10个月计发132.6万元。", "132.6万 ÷ 10 ÷ 412 = 321.84 ≠ 300元"],
    ["开设订单班8个、每班45人，共306人。", "306 ÷ 8 = 38.25 ≠ 45人"],
    ["投入910万元，为650间教室更换照明，平均每间1.2万元。", "910万 ÷ 650 = 14000 ≠ 1.2万元"],
    ["发放助学贷款4812笔、金额3850万元，笔均8500元。", "3850万 ÷ 4812 = 8000.83 ≠ 8500元"],
    ["资助学生3216人，按每生每年2000元标准发放634.2万元。", "634.2万 ÷ 3216 = 1972"],
  ])("fails: %s", (text, proof) => {
    const [found, ...others] = faultsOf(auditText(index, text));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "PERCAP", tier: "warning" });
    expect(found!.proof).toContain(proof);
  });

  it.each([
    "专任教师58人，人均年收入8万元，学校总收入5000万元。",
    "全年培训1.2万人次，其中企业职工班18期，每期约60人。",
    "每班配备电脑10台，共有教学班36个，学生1620人。",
    "全市有在校生24600人，每个教学点教师8人，共有教学点30个。",
  ])("is silent where the amount is another thing: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
