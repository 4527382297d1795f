/** Names first, counts behind: who or which year each count is of. */
import { expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { readForAudit } from "../audit.ts";
import { reportOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const claims = (text: string): string[] =>
  readForAudit(reportOf(text), { index }).claims.map(
    ({ label, period, scope, quantity }) => `${label} ${period} ${scope} ${quantity.text}`,
  );

it("gives classes and their later lists their years", () => {
  expect(claims("2017届、2018届和2019届毕业生分别为7012人、6874人和7236人，升学分别为4713人、4982人和5460人。")).toEqual([
    "毕业生 2017  7012人",
    "毕业生 2018  6874人",
    "毕业生 2019  7236人",
    "升学 2017  4713人",
    "升学 2018  4982人",
    "升学 2019  5460人",
  ]);
});

it("takes values of several bodies for no value of the whole", () => {
  expect(claims("东西校区校舍建筑面积分别为21860平方米和47310平方米，合计69170平方米。").map((claim) => claim.split(" ")[2])).toEqual([
    "·各",
    "·各",
    "",
  ]);
});
