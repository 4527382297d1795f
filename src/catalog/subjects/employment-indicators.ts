/** Indicators of employment. The base is the trap here: graduates, all employed (further study included), or those in jobs. */
import { type Formula, measure, per, share, sumOf } from "../../core/definition/formula.ts";
import { type Source, unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const ministry = verified("教育部2012年全国中等职业学校毕业生就业情况：就业学生＝企事业单位＋个体经营＋升学");
const directBase = verified("教育部2014、2015年中职毕业生就业情况发布：产业、合同、地域各项以直接就业为基数");
const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：就业质量");
const sixTables = unverified("职业教育质量年度报告附表1《人才培养质量计分卡》（2023—2024年表式）");

/** The demo year's destinations, from which most examples are worked. */
const outcomes = { "employment.graduates": "7631", "employment.direct": "2418", "employment.furtherStudy": "5080", "employment.army": "0", "employment.business": "0" };

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
    code, zh, en, formula: share(part, "employment.direct"), unit: "%", base: "占直接就业人数", better, source, ...rest,
    note: `${note}基数是直接就业人数，不含升学。`,
    example: { inputs: { [input]: value, "employment.direct": "2418" }, gives },
  };
}

export const employmentIndicators: readonly IndicatorInput[] = [
  {
    code: "employment.employed", zh: "就业人数", en: "Employed", formula: sumOf("employment.direct", "employment.furtherStudy", "employment.army", "employment.business"), unit: "人", better: "higher",
    aliases: ["就业", "就业毕业生", "就业学生", "毕业去向落实人数", "去向落实人数"], source: ministry,
    note: "直接就业＋升学＋参军入伍＋自主创业。升学计入就业，所以就业人数不等于到岗工作的人数。",
    example: { inputs: outcomes, gives: "7498" },
  },
  {
    code: "employment.rate", zh: "就业率", en: "Employment rate", formula: share("employment.employed", "employment.graduates"), unit: "%", decimals: 2, base: "占毕业生数", better: "higher",
    aliases: ["毕业生就业率", "初次就业率", "毕业去向落实率", "去向落实率"], source: ministry,
    note: "就业人数（含升学、参军、创业）÷毕业生数×100%，保留两位小数。2022年以后的文件多称“毕业去向落实率”，口径相同。",
    example: { inputs: outcomes, gives: "98.26" },
  },
  {
    code: "employment.directRate", zh: "直接就业率", en: "In jobs, % of graduates", formula: share("employment.direct", "employment.graduates"), unit: "%", base: "占毕业生数",
    aliases: ["直接就业占毕业生比例"], source: verified("广东省2018年中职毕业生就业情况：直接就业人数÷毕业生数"),
    note: "直接就业人数÷毕业生数×100%。升学比例升高时它会下降，并不表示就业变差。",
    example: { inputs: outcomes, gives: "31.7" },
  },
  {
    code: "employment.directShare", zh: "直接就业占就业人数比例", en: "In jobs, % of employed", formula: share("employment.direct", "employment.employed"), unit: "%", base: "占就业人数",
    aliases: ["直接就业占就业人数"], source: ministry,
    note: "直接就业人数÷就业人数×100%；与升学、参军、创业所占比例相加为100%。",
    example: { inputs: outcomes, gives: "32.2" },
  },
  {
    code: "employment.furtherStudyShare", zh: "升学人数占就业人数比例", en: "In further study, % of employed", formula: share("employment.furtherStudy", "employment.employed"), unit: "%", base: "占就业人数",
    aliases: ["升学占就业人数", "升学占就业比例", "升学占年度就业人数", "升学占去向落实人数比例"], source: verified("教育部2006、2007、2012年及上海市2023年发布：升学÷就业（去向落实）人数"),
    note: "升学人数÷就业人数×100%。升学率有两种通行基数，本项以就业人数为基数，另一项以毕业生数为基数，两者不可混比。",
    example: { inputs: outcomes, gives: "67.8" },
  },
  {
    code: "employment.furtherStudyRate", zh: "升学率", en: "In further study, % of graduates", formula: share("employment.furtherStudy", "employment.graduates"), unit: "%", base: "占毕业生数",
    aliases: ["升学比例", "毕业生升学率", "升学占毕业生比例", "升学人数占毕业生数比例"], source: verified("上海市2017年发布、四川省采集项目：升学÷毕业生总数"),
    note: "升学人数÷毕业生数×100%。以就业人数为基数的见“升学人数占就业人数比例”。",
    example: { inputs: outcomes, gives: "66.6" },
  },
  {
    code: "employment.undergraduateShare", zh: "升入本科比例", en: "Undergraduates, % of further study", formula: share(measure("employment.furtherStudyByLevel", { furtherStudyLevel: "undergraduate" }), "employment.furtherStudy"), unit: "%", base: "占升学人数", better: "higher",
    aliases: ["本科升学比例", "升入本科占升学人数"], source: sixTables, note: "升入本科人数÷升学人数×100%。",
    example: { inputs: { "employment.furtherStudyByLevel#furtherStudyLevel=undergraduate": "254", "employment.furtherStudyByLevel": "5080", "employment.furtherStudy": "5080" }, gives: "5.0" },
  },
  {
    code: "employment.counterpartShare", zh: "对口升学占毕业生比例", en: "By the vocational examination, % of graduates", formula: share(measure("employment.furtherStudy", { furtherStudyKind: "counterpart" }), "employment.graduates"), unit: "%", base: "占毕业生数",
    aliases: ["对口单招比例", "对口升学比例"], source: sichuan, note: "对口升学人数÷毕业生数×100%。",
    example: { inputs: { "employment.furtherStudy#furtherStudyKind=counterpart": "2289", "employment.graduates": "7631" }, gives: "30.0" },
  },
  {
    code: "employment.generalShare", zh: "普通高考升学占毕业生比例", en: "By the general examination, % of graduates", formula: share(measure("employment.furtherStudy", { furtherStudyKind: "general" }), "employment.graduates"), unit: "%", base: "占毕业生数",
    aliases: ["高考升学比例"], source: sichuan, note: "经普通高考升学的人数÷毕业生数×100%。",
    example: { inputs: { "employment.furtherStudy#furtherStudyKind=general": "153", "employment.graduates": "7631" }, gives: "2.0" },
  },
  {
    code: "employment.armyRate", zh: "参军入伍比例", en: "In the army, % of graduates", formula: share("employment.army", "employment.graduates"), unit: "%", base: "占毕业生数",
    aliases: ["参军比例"], source: sichuan, note: "参军入伍人数÷毕业生数×100%。",
    example: { inputs: { "employment.army": "38", "employment.graduates": "7600" }, gives: "0.5" },
  },
  {
    code: "employment.businessRate", zh: "自主创业率", en: "Own business, % of graduates", formula: share("employment.business", "employment.graduates"), unit: "%", base: "占毕业生数", better: "higher",
    aliases: ["创业率", "毕业生创业率", "自主创业比例"], source: sixTables, note: "自主创业人数÷毕业生数×100%。",
    example: { inputs: { "employment.business": "76", "employment.graduates": "7600" }, gives: "1.0" },
  },
  {
    code: "employment.unemployedRate", zh: "未就业比例", en: "Without a destination, % of graduates", formula: share("employment.unemployed", "employment.graduates"), unit: "%", decimals: 2, base: "占毕业生数", better: "lower",
    aliases: ["未落实去向比例", "待就业率"], source: ministry, note: "未就业人数÷毕业生数×100%，与就业率相加为100%。",
    example: { inputs: { "employment.unemployed": "133", "employment.graduates": "7631" }, gives: "1.74" },
  },
  {
    code: "employment.matchedRate", zh: "对口就业率", en: "Jobs that match the programme", formula: share("employment.matched", "employment.direct"), unit: "%", base: "占直接就业人数", better: "higher",
    aliases: ["专业对口就业率", "专业对口率", "就业对口率"], source: verified("广东省2018年、2013年全国中职毕业生就业情况：“直接就业学生中，对口就业……”（2013年76.01%，2015年77.60%）"),
    note: "对口就业人数÷直接就业人数×100%。对口就业是直接就业的一部分，比率不会超过100%；用就业人数（含升学）作基数会把它压低。",
    example: { inputs: { "employment.matched": "1886", "employment.direct": "2418" }, gives: "78.0" },
  },
  {
    code: "employment.averagePay", zh: "毕业生初次就业月收入", en: "Average starting pay", formula: per("employment.payTotal", "employment.paySample"), unit: "元/月", base: "按起薪调查样本", better: "higher",
    aliases: ["初次就业月收入", "平均起薪", "月均收入", "平均月收入", "起薪", "就业起薪"], source: verified("上海市2023年中职毕业生就业情况：3848.89元，调查6913人"),
    note: "样本月收入合计÷样本人数。各校合并时是合计除以合计，不是各校平均数的平均；引用时应同时写出样本人数和调查日期。",
    example: { inputs: { "employment.payTotal": "4600000", "employment.paySample": "1840" }, gives: "2500" },
  },
  {
    code: "employment.payCoverage", zh: "起薪调查覆盖率", en: "Coverage of the pay survey", formula: share("employment.paySample", "employment.direct"), unit: "%", base: "占直接就业人数", better: "higher",
    aliases: ["起薪调查比例", "起薪样本比例"], source: unverified("本系统定义：样本占直接就业的比例，说明平均起薪的代表性"),
    note: "起薪调查样本人数÷直接就业人数×100%。低于50%时平均起薪的代表性不足。",
    example: { inputs: { "employment.paySample": "1840", "employment.direct": "2300" }, gives: "80.0" },
  },
  {
    code: "employment.stableRate", zh: "就业半年稳定率", en: "Still employed after six months", formula: share("employment.stable", "employment.tracked"), unit: "%", base: "占毕业半年跟踪人数", better: "higher",
    aliases: ["半年稳定率", "顶岗半年稳定率", "就业稳定率", "稳定就业率"], source: sichuan,
    note: "半年后仍在岗人数÷毕业半年跟踪人数×100%。基数是联系到的人数，失去联系的不在内。",
    example: { inputs: { "employment.stable": "1530", "employment.tracked": "1800" }, gives: "85.0" },
  },
  {
    code: "employment.promotedRate", zh: "毕业三年晋升比例", en: "Promoted within three years", formula: share("employment.promoted", "employment.threeYearTracked"), unit: "%", base: "占毕业三年跟踪人数", better: "higher",
    aliases: ["毕业三年职位晋升比例"], source: sixTables, note: "三年内职位晋升人数÷毕业三年跟踪人数×100%。", since: 2022,
    example: { inputs: { "employment.promoted": "240", "employment.threeYearTracked": "600" }, gives: "40.0" },
  },
  ofDirect("employment.primaryShare", "面向第一产业就业比例", "In the primary sector", measure("employment.bySector", { industrySector: "primary" }), { aliases: ["第一产业就业比例"], note: "到第一产业就业的人数÷直接就业人数×100%。", input: "employment.bySector#industrySector=primary", value: "97", gives: "4.0" }),
  ofDirect("employment.secondaryShare", "面向第二产业就业比例", "In the secondary sector", measure("employment.bySector", { industrySector: "secondary" }), { aliases: ["第二产业就业比例"], note: "到第二产业就业的人数÷直接就业人数×100%。", input: "employment.bySector#industrySector=secondary", value: "1209", gives: "50.0" }),
  ofDirect("employment.tertiaryShare", "面向第三产业就业比例", "In the tertiary sector", measure("employment.bySector", { industrySector: "tertiary" }), { aliases: ["第三产业就业比例"], note: "到第三产业就业的人数÷直接就业人数×100%。", input: "employment.bySector#industrySector=tertiary", value: "1112", gives: "46.0" }),
  ofDirect("employment.contractRate", "劳动合同签订率", "With a contract", sumOf(measure("employment.byContract", { contractKind: "upToOneYear" }), measure("employment.byContract", { contractKind: "overOneYear" })), { aliases: ["合同签订率", "签订劳动合同比例"], note: "签订劳动合同的人数÷直接就业人数×100%。", better: "higher", input: "employment.byContract#contractKind=overOneYear", value: "2176", gives: "90.0" }),
  ofDirect("employment.longContractShare", "签订一年以上合同比例", "With a contract of over a year", measure("employment.byContract", { contractKind: "overOneYear" }), { aliases: ["一年以上合同比例", "合同一年以上比例"], note: "签订一年以上合同的人数÷直接就业人数×100%。", better: "higher", input: "employment.byContract#contractKind=overOneYear", value: "1451", gives: "60.0" }),
  ofDirect("employment.insuredShare", "社会保险参保率", "With social insurance", measure("employment.insured"), { aliases: ["社保参保率", "参加社会保险比例"], note: "参加社会保险的人数÷直接就业人数×100%。", better: "higher", input: "employment.insured", value: "2055", gives: "85.0" }),
  ofDirect("employment.localShare", "本市就业比例", "In the same city", measure("employment.byPlace", { jobPlace: "city" }), { aliases: ["本地就业率", "本地就业比例", "当地就业比例"], note: "在本市就业的人数÷直接就业人数×100%。", input: "employment.byPlace#jobPlace=city", value: "1693", gives: "70.0" }),
  ofDirect("employment.inProvinceShare", "省内就业比例", "In the province", sumOf(measure("employment.byPlace", { jobPlace: "city" }), measure("employment.byPlace", { jobPlace: "province" })), { aliases: ["本省就业比例", "省内就业率"], note: "在省内（含本市）就业的人数÷直接就业人数×100%。", input: "employment.byPlace#jobPlace=province", value: "2176", gives: "90.0" }),
  ofDirect("employment.recommendedShare", "学校推荐就业比例", "Through the school", measure("employment.byChannel", { jobChannel: "school" }), { aliases: ["学校推荐就业率"], note: "经学校推荐就业的人数÷直接就业人数×100%。", input: "employment.byChannel#jobChannel=school", value: "1934", gives: "80.0" }),
  ofDirect("employment.partnerFirmShare", "合作企业接收就业比例", "Taken by partner firms", measure("employment.atPartnerFirms"), { aliases: ["合作企业接收毕业生比例"], note: "合作企业接收就业人数÷直接就业人数×100%。", better: "higher", input: "employment.atPartnerFirms", value: "846", gives: "35.0" }),
  ofDirect("employment.firmShare", "企业就业比例", "At firms of any ownership", sumOf(measure("employment.byEmployer", { employerKind: "state" }), measure("employment.byEmployer", { employerKind: "private" }), measure("employment.byEmployer", { employerKind: "foreign" })), { aliases: ["到企业就业比例"], note: "到国有、民营、外资企业就业的人数÷直接就业人数×100%。", input: "employment.byEmployer#employerKind=private", value: "1934", gives: "80.0" }),
  ofDirect("employment.smallFirmShare", "到中小微企业就业比例", "At small and medium firms", measure("employment.bySmallFirms"), { aliases: ["中小微企业就业比例"], note: "到中小微企业就业的人数÷直接就业人数×100%。", source: sixTables, since: 2022, input: "employment.bySmallFirms", value: "1451", gives: "60.0" }),
  {
    code: "employment.courseShare", zh: "就业创业课程覆盖率", en: "Coverage of career courses", formula: share("employment.courseStudents", "students.enrolled"), unit: "%", base: "占在校生数", better: "higher",
    aliases: ["就业创业教育覆盖率"], source: unverified("本系统定义"), note: "修读就业创业课程的学生÷在校生×100%，同一学生只计一次。",
    example: { inputs: { "employment.courseStudents": "17469", "students.enrolled": "29115" }, gives: "60.0" },
  },
  {
    code: "employment.graduatesPerAdviser", zh: "毕业生与就业指导教师比", en: "Graduates for each adviser", formula: per("employment.graduates", "employment.advisers"), unit: ":1", better: "lower",
    aliases: ["就业指导教师生师比"], source: unverified("本系统定义"), note: "毕业生数÷就业指导教师数。",
    example: { inputs: { "employment.graduates": "7631", "employment.advisers": "52" }, gives: "147" },
  },
];
