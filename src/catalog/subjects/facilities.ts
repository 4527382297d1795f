/** Facilities (设施设备): campus, fixed assets, equipment and books as stock and flow, practice, informatisation. */
import { isIn } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { facilitiesChecks } from "./facilities-checks.ts";
import { facilitiesIndicators } from "./facilities-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：设施设备、信息化");
const sixTables = unverified("职业教育质量年度报告附表3《教学资源表》（2023—2024年表式）");

const campus: LedgerInput = {
  kind: "form",
  code: "facilities.campus",
  zh: "校园校舍表",
  en: "Campus",
  reportedBy: ["school"],
  department: "总务处",
  note: "年末数，学校产权和独立使用的面积，租用的另行说明；金额单位元，可带“万元”填写。",
  source: sichuan,
  elements: [
    {
      code: "facilities.landArea",
      zh: "占地面积",
      en: "Land",
      unit: "平方米",
      better: "higher",
      aliases: ["校园占地面积", "学校占地面积", "占地", "校园占地", "占地总面积", "校园总占地", "校园总占地面积", "校园占地总面积"],
      note: "1亩约666.67平方米。",
    },
    { code: "facilities.buildingArea", zh: "校舍建筑面积", en: "Buildings", unit: "平方米", better: "higher", aliases: ["建筑面积", "校舍面积", "总建筑面积", "校舍总面积", "校舍总建筑面积", "校舍建筑总面积", "建筑总面积"] },
    { code: "facilities.teachingArea", zh: "教学辅助用房面积", en: "Teaching rooms", unit: "平方米", aliases: ["教学及辅助用房", "教学用房面积"] },
    { code: "facilities.practiceArea", zh: "实训用房面积", en: "Practice rooms", unit: "平方米", better: "higher", aliases: ["实训场地面积", "实验实训用房"] },
    { code: "facilities.dormitoryArea", zh: "学生宿舍面积", en: "Dormitories", unit: "平方米", aliases: ["宿舍面积", "学生公寓面积"] },
    { code: "facilities.campusCapacity", zh: "最大办学规模", en: "Campus capacity", unit: "人", better: "higher", aliases: ["办学容量", "最大办学规模为", "可容纳学生"], note: "按现有校舍和设施核定可容纳的学历教育在校生。" },
    { code: "facilities.trackLength", zh: "环形跑道长度", en: "Running track", unit: "米", rollUp: "none", aliases: ["跑道长度", "环形跑道"], note: "没有环形跑道填0。" },
    { code: "facilities.counsellingRooms", zh: "心理咨询室", en: "Counselling rooms", unit: "间", better: "higher", aliases: ["心理辅导室"] },
    { code: "facilities.seats", zh: "教室座位", en: "Classroom seats", unit: "座", aliases: ["座位数", "教室座位数"] },
    { code: "facilities.fixedAssets", zh: "固定资产总值", en: "Fixed assets", unit: "元", better: "higher", aliases: ["固定资产", "固定资产值"] },
  ],
};

const equipment: LedgerInput = {
  kind: "form",
  code: "facilities.equipment",
  zh: "教学仪器设备表",
  en: "Equipment",
  reportedBy: ["school"],
  department: "实训中心",
  note: "上年末＋本年新增－本年报废＝年末。金额单位元，可带“万元”填写，系统换算。",
  source: sichuan,
  elements: [
    { code: "facilities.equipmentOpening", zh: "上年末教学仪器设备值", en: "Equipment at the end of last year", unit: "元", aliases: ["期初设备值"] },
    { code: "facilities.equipmentAdded", zh: "本年新增教学仪器设备值", en: "Equipment added", unit: "元", nature: "flow", better: "higher", aliases: ["新增设备值", "年新增教学仪器设备值", "新增教学仪器设备值"] },
    { code: "facilities.equipmentDisposed", zh: "本年报废教学仪器设备值", en: "Equipment disposed of", unit: "元", nature: "flow", aliases: ["报废设备值", "减少设备值"] },
    {
      code: "facilities.equipmentValue",
      zh: "教学仪器设备值",
      en: "Equipment",
      unit: "元",
      better: "higher",
      aliases: ["教学仪器设备总值", "教学实习仪器设备资产总值", "设备总值", "仪器设备总值", "教学设备值"],
      note: "年末教学、实习、实训仪器设备资产原值。",
    },
    { code: "facilities.practiceEquipmentValue", zh: "其中：实训设备值", en: "of which for practice", unit: "元", better: "higher", aliases: ["实训设备总值", "实训设备值"] },
    { code: "facilities.practiceEquipmentAdded", zh: "其中：本年新增实训设备值", en: "of the added for practice", unit: "元", nature: "flow", required: false, better: "higher", aliases: ["新增实训设备值", "年新增实训设备值"] },
    {
      code: "facilities.firmEquipmentValue",
      zh: "企业提供的校内实践教学设备值",
      en: "Equipment provided by firms",
      unit: "元",
      better: "higher",
      aliases: ["企业提供设备值", "企业投入设备"],
      note: "产权属企业、放在校内使用的设备，不计入教学仪器设备值。",
      source: sixTables,
    },
    { code: "facilities.workstations", zh: "校内实训实习工位", en: "Practice workstations", unit: "个", better: "higher", aliases: ["实训工位", "工位数", "实训实习工位", "校内实践教学工位数"], note: "同时可供学生操作的工位。" },
  ],
};

const library: LedgerInput = {
  kind: "form",
  code: "facilities.library",
  zh: "图书馆表",
  en: "Library",
  reportedBy: ["school"],
  department: "图书馆",
  note: "图书指纸质（印刷）图书；上年末＋本年新增－本年剔旧＝年末。电子图书另填，不折合。",
  source: sichuan,
  elements: [
    { code: "facilities.booksOpening", zh: "上年末图书", en: "Books at the end of last year", unit: "册", aliases: ["期初图书"] },
    { code: "facilities.booksAdded", zh: "本年新增图书", en: "Books added", unit: "册", nature: "flow", better: "higher", aliases: ["新增图书", "年度新增图书"] },
    { code: "facilities.booksDisposed", zh: "本年剔旧图书", en: "Books disposed of", unit: "册", nature: "flow", aliases: ["剔旧", "报废图书"] },
    { code: "facilities.books", zh: "图书", en: "Books", unit: "册", better: "higher", aliases: ["图书资源", "图书总册数", "纸质图书", "印刷图书", "藏书", "图书册数", "馆藏图书", "馆藏纸质图书", "图书馆藏书", "纸质藏书", "图书藏量"] },
    { code: "facilities.electronicBooks", zh: "电子图书", en: "Electronic books", unit: "册", better: "higher", aliases: ["电子图书册数"] },
    { code: "facilities.periodicals", zh: "报刊种类", en: "Periodicals", unit: "种", rollUp: "none", better: "higher", aliases: ["报刊", "期刊种类", "报刊种数"], note: "全市不相加：各校订阅的大多相同。" },
    { code: "facilities.studentReadingSeats", zh: "学生阅览座位", en: "Reading seats for students", unit: "座", better: "higher", aliases: ["学生阅览座位数", "阅览座位"] },
    { code: "facilities.teacherReadingSeats", zh: "教师阅览座位", en: "Reading seats for teachers", unit: "座", better: "higher", aliases: ["教师阅览座位数"] },
    { code: "facilities.electronicSeats", zh: "电子阅览座位", en: "Seats with a screen", unit: "座", better: "higher", aliases: ["电子阅览座位数"] },
  ],
};

const informatisation: LedgerInput = {
  kind: "form",
  code: "facilities.informatisation",
  zh: "信息化表",
  en: "Informatisation",
  reportedBy: ["school"],
  department: "信息中心",
  source: sichuan,
  elements: [
    { code: "facilities.computers", zh: "教学用计算机", en: "Computers for teaching", unit: "台", better: "higher", aliases: ["计算机", "计算机台数", "教学用计算机台数"] },
    { code: "facilities.bandwidth", zh: "互联网出口带宽", en: "Internet bandwidth", unit: "Mbps", rollUp: "none", better: "higher", aliases: ["出口带宽", "带宽"], source: sixTables },
    { code: "facilities.backbone", zh: "校园网主干带宽", en: "Backbone bandwidth", unit: "Mbps", rollUp: "none", better: "higher", aliases: ["主干带宽"], source: sixTables },
    { code: "facilities.networkPoints", zh: "网络信息点", en: "Network points", unit: "个", better: "higher", aliases: ["信息点"] },
    { code: "facilities.multimediaRooms", zh: "多媒体教室", en: "Multimedia classrooms", unit: "间", better: "higher", aliases: ["网络多媒体教室"] },
    { code: "facilities.digitalResources", zh: "数字教学资源", en: "Digital material", unit: "GB", better: "higher", aliases: ["数字资源量", "数字资源"] },
    { code: "facilities.virtualBases", zh: "虚拟仿真实训基地", en: "Virtual simulation bases", unit: "个", better: "higher", aliases: ["虚拟仿真基地"], source: sixTables },
    { code: "facilities.informationSystems", zh: "在用管理信息系统", en: "Information systems in use", unit: "个", better: "higher", aliases: ["管理信息系统", "信息化系统"] },
  ],
};

const bases: LedgerInput = {
  kind: "register",
  code: "facilities.bases",
  zh: "实训基地台账",
  en: "Practice bases",
  reportedBy: ["school"],
  department: "实训中心",
  note: "年末在用的校内、校外实训实习基地，一处一行。",
  source: sichuan,
  naturalKey: ["name"],
  columns: [
    { code: "name", zh: "基地名称", en: "Base", type: "text", required: true, aliases: ["名称", "实训基地名称"] },
    { code: "place", zh: "基地类型", en: "Place", type: "choice", choices: "basePlace", required: true, aliases: ["类型"] },
    { code: "group", zh: "专业大类", en: "Programme group", type: "choice", choices: "programmeGroup", required: true, aliases: ["面向专业"] },
    { code: "firm", zh: "共建（依托）企业", en: "Firm", type: "text", required: false, aliases: ["合作企业", "依托单位"] },
    { code: "area", zh: "面积", en: "Area", type: "decimal", unit: "平方米", required: false, aliases: ["建筑面积"] },
    { code: "stations", zh: "工位（可接收学生）", en: "Workstations", type: "integer", unit: "个", required: true, aliases: ["工位数", "接收学生数"] },
    { code: "openedOn", zh: "建成（签约）日期", en: "Since", type: "date", required: false, aliases: ["建成日期", "签约日期"] },
  ],
  elements: [
    {
      code: "facilities.baseCount",
      zh: "实训基地数",
      en: "Practice bases",
      unit: "个",
      nature: "stock",
      better: "higher",
      aliases: ["实训基地", "实习实训基地", "校外实训基地", "校内实训基地"],
      from: { aggregate: { kind: "count" }, by: { basePlace: "place" } },
    },
    {
      code: "facilities.baseStations",
      zh: "校内基地工位",
      en: "Workstations of bases in school",
      unit: "个",
      nature: "stock",
      better: "higher",
      aliases: ["基地工位"],
      from: { aggregate: { kind: "sum", column: "stations" }, where: isIn("place", "inside") },
    },
  ],
};

export const facilities = defineSubject({
  code: "facilities",
  zh: "设施设备",
  en: "Facilities",
  ledgers: [campus, equipment, library, informatisation, bases],
  indicators: facilitiesIndicators,
  checks: facilitiesChecks,
});
