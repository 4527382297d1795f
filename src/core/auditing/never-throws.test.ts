/** Whatever numbers stand in a sentence, the audit ends with findings: a zero, or the same number twice, once ended it in a division. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { knowledge } from "../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../definition/knowledge.ts";
import { auditText, tableReport } from "./fixture.ts";
import { auditDocument } from "./audit.ts";

const index = new KnowledgeIndex(knowledge);

/** # stands for a number. */
const sentences = [
  "全市在校生#人，其中男生#人、女生#人，女生占#%。",
  "在校生由上年的#人增加到#人，增加#人，增长#%。",
  "专任教师#人，生师比#∶1，比上年的#∶1提高#。",
  "合格率从年初的#%升到年末的#%，提高#个百分点。",
  "普通高中招生#人，高中阶段招生合计#人，职普比为#∶#。",
  "设备总值#万元，生均#元，上年为#元（#万元、#人）。",
  "培训#期，每期平均#人，累计#人次，人均#课时。",
  "三个校区面积分别为#平方米、#平方米和#平方米，合计#平方米，占#%。",
  "年初预算#万元，支出决算#万元，完成预算的#%，其余#万元结转。",
  "近三年毕业生分别为#人、#人和#人，升学分别为#人、#人和#人，升学率#%。",
  "为#名学生每人每月发放#元，全年#个月，共#万元，人均#元。",
  "全市#所学校校均#人，比上年的#所增加#所，#所学校达标，达标率#%。",
  "参加#项比赛，获一等奖#个、二等奖#个，获奖面#%，居全省第#位。",
  "由2015年的#人增加到2019年的#人，年均增长#%，累计增长#倍。",
  "教师#人，缺口#%；双师型教师占比#%，高于全省平均#%#个百分点。",
  "收入#万元，是2015年的#倍；支出#万元，较上年#万元下降#%。",
];
const number = fc.oneof(
  fc.constantFrom("0", "0.0", "0.00", "1", "100", "7", "12.5", "三", "零", "1万"),
  fc.integer({ min: 0, max: 9999 }).map(String),
  fc.integer({ min: 0, max: 999 }).map((tenths) => (tenths / 10).toFixed(1)),
);
const filled = fc
  .tuple(fc.subarray(sentences, { minLength: 1, maxLength: 4 }), fc.array(number, { minLength: 24, maxLength: 24 }))
  .map(([chosen, numbers]) => {
    let at = 0;
    return chosen.join("").replaceAll("#", () => numbers[at++ % numbers.length]!);
  });

it("ends, whatever the numbers of its sentences are", () => {
  fc.assert(
    fc.property(filled, (text) => {
      expect(auditText(index, text).findings).toBeInstanceOf(Array);
    }),
    { numRuns: 400 },
  );
}, 60_000);

it("ends, whatever the numbers of a table are", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, number, number), { minLength: 3, maxLength: 5 }), (cells) => {
      const names = ["东县", "西县", "南县", "北县", "合计"];
      const rows = cells.map((row, at) => [at === cells.length - 1 ? "合计" : names[at]!, ...row].join(" | "));
      const head = "县区 | 在校生（人） | 专任教师（人） | 生师比 | 比上年增长（%）";
      expect(auditDocument(tableReport([head, ...rows]), { index }).findings).toBeInstanceOf(Array);
    }),
    { numRuns: 200 },
  );
}, 60_000);
