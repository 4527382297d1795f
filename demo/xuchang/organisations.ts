/** The demo city's organisations: real administrative codes, invented schools. */
import type { Organisation } from "../../src/core/model/organisation.ts";

const from = "1949-10-01";
const city = "411000";

const counties = [
  ["411003", "建安区"],
  ["411024", "鄢陵县"],
  ["411025", "襄城县"],
  ["411081", "禹州市"],
  ["411082", "长葛市"],
] as const;

/** Code, name, short name, parent, ownership, type. */
const schools = [
  ["411000-01", "莲城中等专业学校", "莲城中专", city, "公办", "中等专业学校"],
  ["411000-02", "许都机电工程学校", "许都机电", city, "公办", "中等专业学校"],
  ["411000-03", "灞陵财经商贸学校", "灞陵财经", city, "公办", "中等专业学校"],
  ["411000-04", "春秋楼艺术职业学校", "春秋艺职", city, "民办", "职业高中"],
  ["411000-05", "清潩河科技职业学校", "清潩科职", city, "民办", "职业高中"],
  ["411000-06", "建安区示例职业教育中心", "建安职教", "411003", "公办", "职教中心"],
  ["411000-07", "鄢陵县示例职业教育中心", "鄢陵职教", "411024", "公办", "职教中心"],
  ["411000-08", "襄城县示例职业教育中心", "襄城职教", "411025", "公办", "职教中心"],
  ["411000-09", "禹州市示例职业教育中心", "禹州职教", "411081", "公办", "职教中心"],
  ["411000-10", "长葛市示例职业教育中心", "长葛职教", "411082", "公办", "职教中心"],
] as const;

export const xuchangOrganisations: readonly Organisation[] = [
  { code: city, kind: "city", versions: [{ from, to: null, name: "许昌市", parent: null, attributes: {} }] },
  ...counties.map(([code, name]): Organisation => ({ code, kind: "county", versions: [{ from, to: null, name, parent: city, attributes: {} }] })),
  ...schools.map(([code, name, shortName, parent, ownership, type]): Organisation => ({
    code,
    kind: "school",
    versions: [{ from, to: null, name, shortName, parent, attributes: { 办学性质: ownership, 隶属: parent === city ? "市直" : "县区", 类型: type } }],
  })),
];

/** Relative sizes of the schools, about 1. */
export const xuchangSizes: Readonly<Record<string, number>> = {
  "411000-01": 1.35,
  "411000-02": 1.25,
  "411000-03": 1.1,
  "411000-04": 0.55,
  "411000-05": 0.6,
  "411000-06": 0.85,
  "411000-07": 0.9,
  "411000-08": 1.05,
  "411000-09": 1.3,
  "411000-10": 1.05,
};
