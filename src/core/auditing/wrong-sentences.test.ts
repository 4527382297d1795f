/** The like of sound sentences with one figure wrong: exactly that is told, with a line to check it by. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "./fixture.ts";

const index = new KnowledgeIndex(knowledge);

const wrong: readonly (readonly [text: string, found: string, proof: string])[] = [
  ["现有国家示范校2所、省示范校4所、省特色校6所，共12所，占学校总数30所的45%。", "SHARE proof 45%", "12 ÷ 30 = 40% ≠ 45%"],
  ["在就业的4256名毕业生中，本地就业3400人，异地就业956人。", "SUM warning 就业的4256名", "3400 + 956 = 4356 > 4256"],
  ["免学费学生22140人，占在校生24600人的95%。", "SHARE proof 95%", "22140 ÷ 24600 = 90% ≠ 95%"],
  ["教师参加国家级培训86人次、省级培训240人次、市级培训1200人次，总计1626人次。", "SUM proof 1626人次", "86 + 240 + 1200 = 1526 ≠ 1626"],
  ["技能大赛参赛40项，获奖25项，获奖率65.2%。", "SHARE warning 获奖率65.2%", "25 ÷ 40 = 62.5% ≠ 65.2%"],
  ["学校占地1200亩，其中北校区700亩、南校区600亩。", "SUM warning 占地1200亩", "700 + 600 = 1300 > 1200"],
  ["在校生24600人中，农村户籍20910人，占82%；家庭经济困难学生3690人，占15%。", "SHARE warning 82%", "20910 ÷ 24600 = 85% ≠ 82%"],
  ["上年就业率95.5%，本年96%，提高1.5个百分点。", "DELTA proof 1.5个百分点", "96 - 95.5 = 0.5 ≠ 1.5个百分点"],
  ["全市在校生24600人，其中市直9800人，县区13800人。", "SUM proof 在校生24600人", "9800 + 13800 = 23600 < 24600"],
  ["全市专任教师1640人，生师比达到18：1，在校生24600人。", "RATIO warning 生师比达到18：1", "24600 ÷ 1640 = 15：1 ≠ 18：1"],
  ["高职升学2800人，本科升学240人，升学3040人，占毕业生7600人的45%。", "SHARE proof 45%", "3040 ÷ 7600 = 40% ≠ 45%"],
];

const codes = (text: string): string[] => faultsOf(auditText(index, text)).map(({ code, tier }) => `${code} ${tier}`);
const wide = (text: string): string => text.replace(/[\d%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (text: string): string => text.replace(/(?<![\d.])\d{5}(?![\d年])/g, (digits) => digits.replace(/\B(?=\d{3}$)/, ","));

describe("wrong sentences", () => {
  it.each(wrong)("%s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each(wrong.slice(1))("are as wrong in full width: %s", (text) => {
    expect(codes(wide(text))).toEqual(codes(text));
  });

  it.each(wrong)("are as wrong with thousands set apart, and among other sentences: %s", (text) => {
    const expected = codes(text);
    expect(codes(grouped(text))).toEqual(expected);
    expect(codes(`校园环境优美，绿地3亩。${text}管理规范有序。`)).toEqual(expected);
    expect(codes(`${text.slice(0, -1)}；管理规范有序。`)).toEqual(expected);
  });
});
