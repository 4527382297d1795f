/** Checks of facilities: equipment and books follow from last year, parts stay within their whole, units are right. */
import { difference, earlier, measure, sumOf } from "../../core/definition/formula.ts";
import { column, compareValues, implies, isIn, literal, present } from "../../core/definition/row.ts";
import type { CheckInput } from "../../core/definition/subject.ts";
import { onceOnly, rowsKeep, steady, usually, within } from "../usual-checks.ts";

/** Opening + added − disposed = closing, and opening is what was reported a year ago. */
function stockAndFlow(stem: string, closing: string, zh: string, en: string, papers: string): CheckInput[] {
  const [opening, added, disposed, stock] = [`facilities.${stem}Opening`, `facilities.${stem}Added`, `facilities.${stem}Disposed`, `facilities.${closing}`];
  return [
    {
      code: `facilities.${stem}Balance`,
      zh: `${zh}：上年末＋新增－减少＝年末`,
      en: `${en}: opening + added − disposed = closing`,
      finding: "SUM",
      tier: "proof",
      rule: { kind: "equal", left: difference(sumOf(opening, added), disposed), right: measure(stock) },
      repair: `核对${papers}，四个数同一口径、同一单位。`,
      passes: [{ cells: { [opening]: "8000", [added]: "500", [disposed]: "100", [stock]: "8400" } }],
      fails: [{ cells: { [opening]: "8000", [added]: "500", [disposed]: "100", [stock]: "8500" } }],
    },
    {
      code: `facilities.${stem}OpeningAsClosed`,
      zh: `上年末${zh}等于上年报送数`,
      en: `${en}: opening is last year's closing`,
      finding: "PRIOR",
      tier: "warning",
      rule: { kind: "equal", left: measure(opening), right: earlier(stock) },
      repair: "与上年报送的年末数一致；上年数更正过的请说明。",
      passes: [{ cells: { [opening]: "8000", [`${stock}@-1`]: "8000" } }],
      fails: [{ cells: { [opening]: "8000", [`${stock}@-1`]: "8100" } }],
    },
  ];
}

/** A value per student far from that of peers: mostly a slip of unit or of a digit. `peers` are five usual values. */
function peculiar(stem: string, zh: string, en: string, total: string, peers: readonly string[]): CheckInput {
  const cells = (factor: number): Readonly<Record<string, string>> => ({ [total]: String(Number(peers[2]) * 1000 * factor), "students.enrolled": "1000" });
  return {
    code: `facilities.${stem}Outlier`,
    zh: `${zh}偏离同类学校`,
    en: `${en} far from peers`,
    finding: "RANGE",
    tier: "warning",
    rule: { kind: "outlier", of: measure(`facilities.${stem}`), deviations: "10" },
    repair: "核对总数的单位和位数、在校生数；属实的说明原因。",
    passes: [{ cells: cells(1), peers }],
    fails: [{ cells: cells(10), peers }],
  };
}

export const facilitiesChecks: readonly CheckInput[] = [
  ...stockAndFlow("equipment", "equipmentValue", "教学仪器设备值", "Equipment", "固定资产明细账"),
  ...stockAndFlow("books", "books", "图书", "Books", "图书总括登记"),
  within({
    code: "facilities.practiceEquipmentWithin",
    zh: "实训设备值不多于教学仪器设备值",
    en: "Practice equipment is equipment",
    part: "facilities.practiceEquipmentValue",
    whole: "facilities.equipmentValue",
    repair: "企业提供的设备不计入；核对单位（元、万元）。",
  }),
  within({
    code: "facilities.practiceAddedWithin",
    zh: "新增实训设备值不多于新增教学仪器设备值",
    en: "Practice equipment added is equipment added",
    part: "facilities.practiceEquipmentAdded",
    whole: "facilities.equipmentAdded",
    repair: "由其他设备转作实训用途的不算新增；核对单位。",
  }),
  within({
    code: "facilities.equipmentWithinAssets",
    zh: "教学仪器设备值不多于固定资产总值",
    en: "Equipment is a fixed asset",
    part: "facilities.equipmentValue",
    whole: "facilities.fixedAssets",
    tier: "warning",
    repair: "核对两项单位是否一致；租赁设备应说明。",
  }),
  within({ code: "facilities.teachingWithinBuildings", zh: "教学辅助用房不多于校舍建筑面积", en: "Teaching rooms are buildings", part: "facilities.teachingArea", whole: "facilities.buildingArea", repair: "核对房产证与校舍统计。" }),
  within({ code: "facilities.practiceWithinTeaching", zh: "实训用房不多于校舍建筑面积", en: "Practice rooms are buildings", part: "facilities.practiceArea", whole: "facilities.buildingArea", repair: "核对校舍统计。" }),
  within({ code: "facilities.dormitoryWithinBuildings", zh: "宿舍面积不多于校舍建筑面积", en: "Dormitories are buildings", part: "facilities.dormitoryArea", whole: "facilities.buildingArea", repair: "核对校舍统计。" }),
  within({
    code: "facilities.enrolledWithinCapacity",
    zh: "在校生不多于最大办学规模",
    en: "Students within capacity",
    part: "students.enrolled",
    whole: "facilities.campusCapacity",
    tier: "warning",
    repair: "超容量办学的请说明；顶岗实习学生多时可以高于容量。",
  }),
  within({
    code: "facilities.stationsWithin",
    zh: "校内基地工位不多于校内实训实习工位",
    en: "Base workstations are workstations",
    part: "facilities.baseStations",
    whole: "facilities.workstations",
    tier: "warning",
    repair: "实训基地台账与设备表核对。",
  }),
  usually({
    code: "facilities.equipmentPerStudentUsual",
    zh: "生均教学仪器设备值在500—50000元之间",
    en: "Equipment per student between 500 and 50,000 yuan",
    of: "facilities.equipmentValuePerStudent",
    low: "500",
    high: "50000",
    usual: "7792",
    odd: "77920000",
    repair: "多是把万元当元或元当万元，请核对单位。",
  }),
  usually({
    code: "facilities.booksPerStudentUsual",
    zh: "生均图书在5—120册之间",
    en: "Books per student between 5 and 120",
    of: "facilities.booksPerStudent",
    low: "5",
    high: "120",
    usual: "29.25",
    odd: "690",
    repair: "核对图书册数与在校生数。",
  }),
  usually({
    code: "facilities.computersUsual",
    zh: "百生计算机在2—120台之间",
    en: "Computers per 100 students between 2 and 120",
    of: "facilities.computersPer100Students",
    low: "2",
    high: "120",
    usual: "20",
    odd: "2000",
    repair: "核对计算机台数。",
  }),
  peculiar("equipmentValuePerStudent", "生均教学仪器设备值", "Equipment per student", "facilities.equipmentValue", ["6800", "7300", "7800", "8300", "8800"]),
  peculiar("booksPerStudent", "生均图书", "Books per student", "facilities.books", ["27", "28", "29", "30", "31"]),
  steady({ code: "facilities.landSteady", zh: "占地面积较上年变动在两成以内", en: "Land within 20% of last year", of: "facilities.landArea", bound: "0.2", repair: "核对单位（亩、平方米），或说明新征土地、校区搬迁。" }),
  steady({ code: "facilities.buildingSteady", zh: "校舍建筑面积较上年变动在三成以内", en: "Buildings within 30% of last year", of: "facilities.buildingArea", bound: "0.3", repair: "核对口径，或说明新建校舍。" }),
  rowsKeep({
    code: "facilities.outsideNamesFirm",
    zh: "校外基地写明依托企业",
    en: "A base out of school names its firm",
    ledger: "facilities.bases",
    finding: "OUTLINE",
    tier: "warning",
    holds: implies(isIn("place", "outside"), present("firm")),
    passes: [{ place: "outside", firm: "某企业" }, { place: "inside" }],
    fails: [{ place: "outside", firm: null }],
    repair: "补填依托企业全称。",
  }),
  rowsKeep({
    code: "facilities.stationsPositive",
    zh: "基地工位大于零",
    en: "A base has workstations",
    ledger: "facilities.bases",
    tier: "warning",
    holds: compareValues(column("stations"), ">", literal(0)),
    passes: [{ stations: "40" }],
    fails: [{ stations: "0" }],
    repair: "停用的基地删去该行。",
  }),
  onceOnly({ code: "facilities.baseOnce", zh: "基地不重复", en: "A base stands once", ledger: "facilities.bases", columns: ["name"], repair: "合并重复的行。" }),
];
