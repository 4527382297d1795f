/** Shares of those in jobs: by sector, contract, place and channel, the insured, those at partner firms. Further study is no job. */
import { type Formula, measure, share, sumOf } from "../../core/definition/formula.ts";
import { type Source, unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const directBase = verified("教育部2014、2015年中职毕业生就业情况发布：产业、合同、地域各项以直接就业为基数");
const sixTables = unverified("职业教育质量年度报告附表4《服务贡献表》（2023—2024年表式）");

/** A share of those in jobs: one member of a breakdown, or a cell of its own. */
function ofDirect(
  code: string,
  zh: string,
  en: string,
  part: Formula,
  extra: { readonly aliases: readonly string[]; readonly note: string; readonly input: string; readonly value: string; readonly gives: string; readonly better?: "higher" | "neutral"; readonly source?: Source; readonly since?: number },
): IndicatorInput {
  const { input, value, gives, better = "neutral", source = directBase, note, ...rest } = extra;
  return {
    code,
    zh,
    en,
    formula: share(part, "employment.direct"),
    unit: "%",
    base: "占直接就业人数",
    better,
    source,
    ...rest,
    note: `${note}基数是直接就业人数，不含升学。`,
    example: { inputs: { [input]: value, "employment.direct": "2418" }, gives },
  };
}

export const jobIndicators: readonly IndicatorInput[] = [
  ofDirect("employment.primaryShare", "面向第一产业就业比例", "In the primary sector", measure("employment.bySector", { industrySector: "primary" }), {
    aliases: ["第一产业就业比例"],
    note: "到第一产业就业的人数÷直接就业人数×100%。",
    input: "employment.bySector#industrySector=primary",
    value: "97",
    gives: "4.0",
  }),
  ofDirect("employment.secondaryShare", "面向第二产业就业比例", "In the secondary sector", measure("employment.bySector", { industrySector: "secondary" }), {
    aliases: ["第二产业就业比例"],
    note: "到第二产业就业的人数÷直接就业人数×100%。",
    input: "employment.bySector#industrySector=secondary",
    value: "1209",
    gives: "50.0",
  }),
  ofDirect("employment.tertiaryShare", "面向第三产业就业比例", "In the tertiary sector", measure("employment.bySector", { industrySector: "tertiary" }), {
    aliases: ["第三产业就业比例"],
    note: "到第三产业就业的人数÷直接就业人数×100%。",
    input: "employment.bySector#industrySector=tertiary",
    value: "1112",
    gives: "46.0",
  }),
  ofDirect("employment.contractRate", "劳动合同签订率", "With a contract", sumOf(measure("employment.byContract", { contractKind: "upToOneYear" }), measure("employment.byContract", { contractKind: "overOneYear" })), {
    aliases: ["合同签订率", "签订劳动合同比例"],
    note: "签订劳动合同的人数÷直接就业人数×100%。",
    better: "higher",
    input: "employment.byContract#contractKind=overOneYear",
    value: "2176",
    gives: "90.0",
  }),
  ofDirect("employment.longContractShare", "签订一年以上合同比例", "With a contract of over a year", measure("employment.byContract", { contractKind: "overOneYear" }), {
    aliases: ["一年以上合同比例", "合同一年以上比例"],
    note: "签订一年以上合同的人数÷直接就业人数×100%。",
    better: "higher",
    input: "employment.byContract#contractKind=overOneYear",
    value: "1451",
    gives: "60.0",
  }),
  ofDirect("employment.insuredShare", "社会保险参保率", "With social insurance", measure("employment.insured"), {
    aliases: ["社保参保率", "参加社会保险比例"],
    note: "参加社会保险的人数÷直接就业人数×100%。",
    better: "higher",
    input: "employment.insured",
    value: "2055",
    gives: "85.0",
  }),
  ofDirect("employment.localShare", "本市就业比例", "In the same city", measure("employment.byPlace", { jobPlace: "city" }), {
    aliases: ["本地就业率", "本地就业比例", "当地就业比例"],
    note: "在本市就业的人数÷直接就业人数×100%。",
    input: "employment.byPlace#jobPlace=city",
    value: "1693",
    gives: "70.0",
  }),
  ofDirect("employment.inProvinceShare", "省内就业比例", "In the province", sumOf(measure("employment.byPlace", { jobPlace: "city" }), measure("employment.byPlace", { jobPlace: "province" })), {
    aliases: ["本省就业比例", "省内就业率"],
    note: "在省内（含本市）就业的人数÷直接就业人数×100%。",
    input: "employment.byPlace#jobPlace=province",
    value: "2176",
    gives: "90.0",
  }),
  ofDirect("employment.recommendedShare", "学校推荐就业比例", "Through the school", measure("employment.byChannel", { jobChannel: "school" }), {
    aliases: ["学校推荐就业率"],
    note: "经学校推荐就业的人数÷直接就业人数×100%。",
    input: "employment.byChannel#jobChannel=school",
    value: "1934",
    gives: "80.0",
  }),
  ofDirect("employment.partnerFirmShare", "合作企业接收就业比例", "Taken by partner firms", measure("employment.atPartnerFirms"), {
    aliases: ["合作企业接收毕业生比例"],
    note: "合作企业接收就业人数÷直接就业人数×100%。",
    better: "higher",
    input: "employment.atPartnerFirms",
    value: "846",
    gives: "35.0",
  }),
  ofDirect(
    "employment.firmShare",
    "企业就业比例",
    "At firms of any ownership",
    sumOf(measure("employment.byEmployer", { employerKind: "state" }), measure("employment.byEmployer", { employerKind: "private" }), measure("employment.byEmployer", { employerKind: "foreign" })),
    { aliases: ["到企业就业比例"], note: "到国有、民营、外资企业就业的人数÷直接就业人数×100%。", input: "employment.byEmployer#employerKind=private", value: "1934", gives: "80.0" },
  ),
  ofDirect("employment.smallFirmShare", "到中小微企业就业比例", "At small and medium firms", measure("employment.bySmallFirms"), {
    aliases: ["中小微企业就业比例"],
    note: "到中小微企业就业的人数÷直接就业人数×100%。",
    source: sixTables,
    since: 2022,
    input: "employment.bySmallFirms",
    value: "1451",
    gives: "60.0",
  }),
];
