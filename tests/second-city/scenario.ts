/** A city drawn at random: another code, other counties and schools, another profile, one to three years and no total fixed. */
import type { Scenario } from "../../demo/generator/city.ts";
import { Random } from "../../demo/generator/random.ts";
import { sectionsOf } from "../../demo/xuchang/scenario.ts";
import type { Knowledge } from "../../src/core/definition/knowledge.ts";
import type { Organisation } from "../../src/core/model/organisation.ts";
import { secondPhrasebook } from "./phrasebook.ts";

const from = "1978-01-01";
const cityNames = ["澜海市", "屿州市", "潮安州市", "北港市"];
const countyNames = ["望潮县", "青屿区", "石浦县", "东礁市", "沙湾县", "灯塔区", "双岛县"];
const schoolNames = ["海事", "港航", "水产", "轮机", "船舶", "滨海", "商港", "远洋", "渔业", "蓝湾", "航标", "海运", "盐田", "岛城"];
const types = [
  ["中等专业学校", "中等专业学校"],
  ["职业高中", "职业高级中学"],
  ["职教中心", "职业教育中心校"],
] as const;

export function randomScenario(knowledge: Knowledge, seed: number): Scenario {
  const random = new Random(seed).fork("scenario");
  const root = `${random.pick([13, 37])}${String(random.whole(3, 17)).padStart(2, "0")}00`;
  const counties = random.sample(countyNames, random.whole(1, 6)).map((name, at): Organisation => ({
    code: `${root.slice(0, 4)}${21 + at}`,
    kind: "county",
    versions: [{ from, to: null, name, parent: root, attributes: {} }],
  }));
  const schools = random.sample(schoolNames, random.whole(4, 14)).map((stem, at): Organisation => {
    const county = random.chance(0.5) ? random.pick(counties) : null;
    const [type, suffix] = random.pick(types);
    const attributes = { 办学性质: random.chance(0.3) ? "民办" : "公办", 隶属: county ? "县区" : "市直", 类型: type };
    return {
      code: `${root}-${String(at + 1).padStart(2, "0")}`,
      kind: "school",
      versions: [
        {
          from,
          to: null,
          name: `${county?.versions[0]!.name ?? ""}${stem}${suffix}`,
          shortName: `${stem}校`,
          parent: county?.code ?? root,
          attributes,
        },
      ],
    };
  });
  return {
    seed,
    root,
    organisations: [
      { code: root, kind: "city", versions: [{ from, to: null, name: random.pick(cityNames), parent: null, attributes: {} }] },
      ...counties,
      ...schools,
    ],
    years: random.pick([[2018, 2019], [2018, 2019], [2019], [2017, 2018, 2019]]),
    totals: {},
    phrasebook: secondPhrasebook,
    sections: sectionsOf(knowledge, "2016-city", "2016-school"),
    sizes: {},
  };
}
