/** School conditions (办学条件达标): one check for each measure that some standard draws a line on. A crossed line wants a word, not a refusal. */
import { type CheckInput, defineSubject } from "../../core/definition/subject.ts";
import { unverified } from "../../core/definition/source.ts";

const source = unverified("各标准条文，逐条来源见标准表");

interface Line {
  readonly measure: string;
  readonly zh: string;
  readonly en: string;
  /** On the line, and just across it, in the measure's unit. */
  readonly meets: string;
  readonly crosses: string;
  readonly repair?: string;
  readonly since?: number;
}

const lines: readonly Line[] = [
  { measure: "students.enrolled", zh: "在校生规模达到设置标准", en: "Enrolment reaches the standard", meets: "1200", crosses: "1199" },
  { measure: "teachers.fullTime", zh: "专任教师数达到标准", en: "Full-time teachers reach the standard", meets: "60", crosses: "59" },
  { measure: "teachers.studentTeacherRatio", zh: "生师比不高于20：1", en: "Student–teacher ratio within the standard", meets: "20", crosses: "20.1", repair: "补充专任教师，或控制招生规模；在校生、专任教师口径有误的先改正。" },
  { measure: "teachers.bachelorShare", zh: "专任教师学历达到规定", en: "Teachers have the degree required", meets: "100", crosses: "99" },
  { measure: "teachers.seniorShare", zh: "高级职称比例达到标准", en: "Share of senior titles reaches the standard", meets: "20", crosses: "19.9" },
  { measure: "teachers.subjectShare", zh: "专业课教师比例达到标准", en: "Share of subject teachers reaches the standard", meets: "50", crosses: "47.5", repair: "降到50%以下须在报告中说明原因（如转任文化课）和补充计划。" },
  { measure: "teachers.doubleQualifiedShare", zh: "双师型教师比例达到标准", en: "Share of dually qualified teachers reaches the standard", meets: "30", crosses: "29" },
  { measure: "teachers.partTimeShareOfFullTime", zh: "兼职教师比例达到标准", en: "Share of part-time teachers reaches the standard", meets: "20", crosses: "5.5", repair: "按专任教师为基数核对；达不到的说明聘任困难和计划。" },
  { measure: "facilities.landArea", zh: "校园占地面积达到标准", en: "Land reaches the standard", meets: "40000", crosses: "39999" },
  { measure: "facilities.landPerStudent", zh: "生均占地面积达到标准", en: "Land per student reaches the standard", meets: "33", crosses: "32" },
  { measure: "facilities.buildingArea", zh: "校舍建筑面积达到标准", en: "Buildings reach the standard", meets: "24000", crosses: "23999" },
  { measure: "facilities.buildingPerStudent", zh: "生均校舍建筑面积达到标准", en: "Building area per student reaches the standard", meets: "20", crosses: "19" },
  { measure: "facilities.trackLength", zh: "环形跑道达到200米", en: "A running track of 200 m", meets: "200", crosses: "150" },
  { measure: "facilities.booksPerStudent", zh: "生均图书达到标准", en: "Books per student reach the standard", meets: "30", crosses: "29.25", repair: "只算印刷图书，分母用在校生；不足的列入购书计划。" },
  { measure: "facilities.periodicals", zh: "报刊种类达到标准", en: "Periodicals reach the standard", meets: "80", crosses: "79" },
  { measure: "facilities.teacherReadingSeatShare", zh: "教师阅览座位达到标准", en: "Reading seats for teachers reach the standard", meets: "20", crosses: "19" },
  { measure: "facilities.studentReadingSeatShare", zh: "学生阅览座位达到标准", en: "Reading seats for students reach the standard", meets: "10", crosses: "9" },
  { measure: "facilities.equipmentValue", zh: "仪器设备总值达到标准", en: "Equipment reaches the standard", meets: "3000000", crosses: "2999999", since: 2022 },
  { measure: "facilities.equipmentValuePerStudent", zh: "生均仪器设备值达到标准", en: "Equipment per student reaches the standard", meets: "2500", crosses: "2499" },
  { measure: "facilities.computersPer100Students", zh: "每百生计算机达到标准", en: "Computers per 100 students reach the standard", meets: "15", crosses: "14" },
];

function check({ measure, zh, en, meets, crosses, repair, since }: Line): CheckInput {
  return {
    code: `standards.${measure.slice(measure.indexOf(".") + 1)}`,
    zh,
    en,
    finding: "STD",
    tier: "warning",
    source,
    rule: { kind: "standard", measure },
    repair: repair ?? "核对数据口径；确未达标的，在说明中写清差距、原因和改善计划。",
    passes: [{ cells: { [measure]: meets } }],
    fails: [{ cells: { [measure]: crosses } }],
    ...(since === undefined ? {} : { since }),
  };
}

export const standards = defineSubject({
  code: "standards",
  zh: "办学条件达标",
  en: "School conditions",
  ledgers: [],
  indicators: [],
  checks: lines.map(check),
});
