/** Indicators of facilities: what one student has; the base is always the full-time students enrolled, and named. */
import { per, share } from "../../core/definition/formula.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const conditions = verified("《职业学校办学条件达标工程实施方案》附件（2022年）");
const setting = verified("《中等职业学校设置标准》（教职成〔2010〕12号）");
const remembered = unverified("《中等职业学校设置标准》（教职成〔2010〕12号）");
const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：设施设备");
const own = unverified("本系统按台账定义");

/** A total for each student enrolled. */
function perStudent(
  code: string,
  zh: string,
  en: string,
  total: string,
  unit: string,
  more: Pick<IndicatorInput, "note" | "source" | "example"> & { readonly aliases?: readonly string[]; readonly scale?: number; readonly decimals?: number },
): IndicatorInput {
  const { scale, decimals, ...rest } = more;
  return { code: `facilities.${code}`, zh, en, formula: per(total, "students.enrolled", scale ?? 1), unit, base: "按在校生", better: "higher", ...(decimals === undefined ? {} : { decimals }), ...rest };
}

export const facilitiesIndicators: readonly IndicatorInput[] = [
  perStudent("equipmentValuePerStudent", "生均教学仪器设备值", "Equipment per student", "facilities.equipmentValue", "元/生", {
    aliases: ["生均仪器设备值", "生均设备值", "生均教学设备值"],
    note: "教学仪器设备值÷在校生（元/生）。总值常以万元计，计算前须换算；不可用招生数作基数。",
    source: conditions,
    example: { inputs: { "facilities.equipmentValue": "226862000", "students.enrolled": "29115" }, gives: "7792" },
  }),
  perStudent("practiceEquipmentPerStudent", "生均实训设备值", "Practice equipment per student", "facilities.practiceEquipmentValue", "元/生", {
    note: "实训设备值÷在校生。",
    source: sichuan,
    example: { inputs: { "facilities.practiceEquipmentValue": "145575000", "students.enrolled": "29115" }, gives: "5000" },
  }),
  perStudent("workstationsPerStudent", "生均实训实习工位", "Workstations per student", "facilities.workstations", "个/生", {
    decimals: 1,
    aliases: ["生均实训工位", "生均工位", "生均实训实习工位数", "生均校内实践教学工位数"],
    note: "校内实训实习工位÷在校生；有的学校以专业课学生为基数，不可比较。",
    source: sichuan,
    example: { inputs: { "facilities.workstations": "17469", "students.enrolled": "29115" }, gives: "0.6" },
  }),
  perStudent("booksPerStudent", "生均图书", "Books per student", "facilities.books", "册/生", {
    aliases: ["生均图书册数", "生均纸质图书", "生均印刷图书"],
    note: "纸质图书÷在校生（册/生），电子图书不折合。设置标准要求不少于30册。",
    source: setting,
    example: { inputs: { "facilities.books": "851713", "students.enrolled": "29115" }, gives: "29.25" },
  }),
  perStudent("landPerStudent", "生均占地面积", "Land per student", "facilities.landArea", "平方米/生", {
    aliases: ["生均用地面积", "生均占地"],
    note: "占地面积÷在校生。",
    source: conditions,
    example: { inputs: { "facilities.landArea": "1048140", "students.enrolled": "29115" }, gives: "36.0" },
  }),
  perStudent("buildingPerStudent", "生均校舍建筑面积", "Buildings per student", "facilities.buildingArea", "平方米/生", {
    aliases: ["生均建筑面积", "生均校舍面积"],
    note: "校舍建筑面积÷在校生。",
    source: conditions,
    example: { inputs: { "facilities.buildingArea": "640530", "students.enrolled": "29115" }, gives: "22.0" },
  }),
  {
    code: "facilities.dormitoryPerBoarder",
    zh: "寄宿生均宿舍面积",
    en: "Dormitory area per boarder",
    formula: per("facilities.dormitoryArea", "students.boarders"),
    unit: "平方米/生",
    base: "按寄宿生",
    better: "higher",
    aliases: ["生均宿舍面积", "生均宿舍"],
    note: "学生宿舍面积÷寄宿生；以在校生为基数的算法偏低，不可混用。",
    source: own,
    example: { inputs: { "facilities.dormitoryArea": "123740", "students.boarders": "24748" }, gives: "5.0" },
  },
  perStudent("dormitoryPerStudent", "生均宿舍面积（按在校生）", "Dormitory area per student", "facilities.dormitoryArea", "平方米/生", {
    note: "学生宿舍面积÷在校生；走读生多的学校偏低，与按寄宿生的算法分列。",
    source: sichuan,
    example: { inputs: { "facilities.dormitoryArea": "116460", "students.enrolled": "29115" }, gives: "4.0" },
  }),
  perStudent("electronicBooksPerStudent", "生均电子图书", "Electronic books per student", "facilities.electronicBooks", "册/生", {
    aliases: ["生均电子图书册数"],
    note: "电子图书÷在校生（册/生），不计入设置标准的生均印刷图书。",
    source: sichuan,
    example: { inputs: { "facilities.electronicBooks": "582300", "students.enrolled": "29115" }, gives: "20.00" },
  }),
  perStudent("computersPer100Students", "百生教学用计算机", "Computers per 100 students", "facilities.computers", "台/百生", {
    scale: 100,
    aliases: ["每百生计算机", "百生计算机", "每百生拥有教学用计算机"],
    note: "教学用计算机÷在校生×100（台/百生）。",
    source: remembered,
    example: { inputs: { "facilities.computers": "5823", "students.enrolled": "29115" }, gives: "20.0" },
  }),
  perStudent("digitalResourcesPerStudent", "生均数字教学资源", "Digital material per student", "facilities.digitalResources", "GB/生", {
    note: "数字教学资源（GB）÷在校生。",
    source: sichuan,
    example: { inputs: { "facilities.digitalResources": "58230", "students.enrolled": "29115" }, gives: "2.0" },
  }),
  {
    code: "facilities.studentReadingSeatShare",
    zh: "学生阅览座位与学生数之比",
    en: "Reading seats for students, %",
    formula: share("facilities.studentReadingSeats", "students.enrolled"),
    unit: "%",
    base: "占在校生",
    better: "higher",
    aliases: ["学生阅览座位比例"],
    note: "学生阅览座位÷在校生×100%。设置标准要求不低于10%。",
    source: setting,
    example: { inputs: { "facilities.studentReadingSeats": "3494", "students.enrolled": "29115" }, gives: "12.0" },
  },
  {
    code: "facilities.teacherReadingSeatShare",
    zh: "教师阅览座位与专任教师数之比",
    en: "Reading seats for teachers, %",
    formula: share("facilities.teacherReadingSeats", "teachers.fullTime"),
    unit: "%",
    base: "占专任教师总数",
    better: "higher",
    aliases: ["教师阅览座位比例"],
    note: "教师阅览座位÷专任教师×100%。设置标准要求不低于20%。",
    source: setting,
    example: { inputs: { "facilities.teacherReadingSeats": "485", "teachers.fullTime": "1941" }, gives: "25.0" },
  },
  {
    code: "facilities.practiceEquipmentShare",
    zh: "实训设备占教学仪器设备比例",
    en: "Share of practice equipment",
    formula: share("facilities.practiceEquipmentValue", "facilities.equipmentValue"),
    unit: "%",
    base: "占教学仪器设备值",
    better: "higher",
    aliases: ["实训设备占比"],
    note: "实训设备值÷教学仪器设备值×100%。",
    source: own,
    example: { inputs: { "facilities.practiceEquipmentValue": "136117200", "facilities.equipmentValue": "226862000" }, gives: "60.0" },
  },
  {
    code: "facilities.equipmentAddedShare",
    zh: "新增教学仪器设备值比例",
    en: "Equipment added, %",
    formula: share("facilities.equipmentAdded", "facilities.equipmentOpening"),
    unit: "%",
    base: "占上年末教学仪器设备值",
    better: "higher",
    aliases: ["新增设备比例"],
    note: "本年新增教学仪器设备值÷上年末教学仪器设备值×100%。",
    source: own,
    example: { inputs: { "facilities.equipmentAdded": "21702200", "facilities.equipmentOpening": "217022000" }, gives: "10.0" },
  },
];
