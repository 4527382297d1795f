/** Indicators of students: schools on the tree, the task against the intake, structure, who stays and who leaves. */
import { difference, measure, organisations, ratio, share, sumOf } from "../../core/definition/formula.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：巩固率");
const own = unverified("本系统按台账定义");
const tree = "按机构目录当年末的有效机构计数，不填报。";

const retention = (grade: string, zh: string, en: string): IndicatorInput => ({
  code: `students.retention${grade[0]!.toUpperCase()}${grade.slice(1)}`, zh: `${zh}巩固率`, en: `Retention, ${en}`,
  formula: share(difference(measure("students.opening", { grade }), measure("students.left", { grade })), measure("students.opening", { grade })), unit: "%", base: `占上年末${zh}在校生`, better: "higher",
  aliases: [], note: `（上年末${zh}在校生－该年级离校学生）÷上年末${zh}在校生×100%。转入学生不抵减离校；本年新生离校计入所在年级，一年级的数因此略低。`, source: sichuan,
  example: { inputs: { [`students.opening#gender=male|grade=${grade}`]: "600", [`students.opening#gender=female|grade=${grade}`]: "400", [`students.left#gender=male|grade=${grade}`]: "30", [`students.left#gender=female|grade=${grade}`]: "10" }, gives: "96.0" },
});

export const studentsIndicators: readonly IndicatorInput[] = [
  { code: "students.schools", zh: "中职学校数", en: "Schools", formula: organisations("school"), unit: "所", aliases: ["中职学校", "中等职业学校", "职业学校数", "保留中职学校"], note: tree, source: own, example: { inputs: { "organisations:school": "10" }, gives: "10" } },
  { code: "students.citySchools", zh: "市直中职学校数", en: "Schools under the city", formula: organisations("school", { 隶属: "市直" }), unit: "所", aliases: ["市直学校", "市直"], note: `隶属为市直的学校。${tree}`, source: own, example: { inputs: { "organisations:school": "10", "organisations:school|隶属=市直": "5" }, gives: "5" } },
  { code: "students.countySchools", zh: "县（市、区）中职学校数", en: "Schools under counties", formula: organisations("school", { 隶属: "县区" }), unit: "所", aliases: ["县区学校", "县属学校"], note: `隶属为县区的学校。${tree}`, source: own, example: { inputs: { "organisations:school": "10", "organisations:school|隶属=县区": "5" }, gives: "5" } },
  { code: "students.privateSchools", zh: "民办中职学校数", en: "Private schools", formula: organisations("school", { 办学性质: "民办" }), unit: "所", aliases: ["民办学校", "民办"], note: `办学性质为民办的学校。${tree}`, source: own, example: { inputs: { "organisations:school": "10", "organisations:school|办学性质=民办": "2" }, gives: "2" } },
  { code: "students.cityPrivateSchools", zh: "市直民办中职学校数", en: "Private schools under the city", formula: organisations("school", { 隶属: "市直", 办学性质: "民办" }), unit: "所", aliases: [], note: `隶属为市直且民办的学校。${tree}`, source: own, example: { inputs: { "organisations:school": "10", "organisations:school|隶属=市直": "5", "organisations:school|办学性质=民办": "2" }, gives: "2" } },
  {
    code: "students.taskCompletion", zh: "招生任务完成率", en: "Intake against task", formula: share("students.intake", "students.task"), unit: "%", base: "占招生任务", better: "higher",
    aliases: ["招生完成率", "任务完成率"], note: "招生数÷招生任务×100%，不含技工院校招生。任务由上级下达给市，只在市级计算。", source: own,
    example: { inputs: { "students.intake#schooling=specialised": "8000", "students.intake#schooling=vocationalHigh": "4325", "students.task": "21000" }, gives: "58.7" },
  },
  {
    code: "students.planCompletion", zh: "招生计划完成率", en: "Intake against plan", formula: share("students.intake", "students.plannedIntake"), unit: "%", base: "占招生计划", better: "higher",
    aliases: ["计划完成率"], note: "招生数÷各校招生计划之和×100%。", source: own, example: { inputs: { "students.intake": "900", "students.plannedIntake": "1000" }, gives: "90.0" },
  },
  {
    code: "students.vocationalShare", zh: "中职招生占高中阶段招生比例", en: "Vocational among upper-secondary intake", formula: share("students.intake", sumOf("students.intake", "students.generalIntake")), unit: "%", base: "占高中阶段招生数",
    aliases: ["职普比", "中职招生占比"], note: "中职招生÷（中职招生＋普通高中招生）×100%；不含技工院校。", source: own, example: { inputs: { "students.intake": "12325", "students.generalIntake": "23000" }, gives: "34.9" },
  },
  {
    code: "students.generalToVocational", zh: "普职招生比", en: "General to vocational intake", formula: ratio("students.generalIntake", "students.intake"), unit: ":1", base: "按中职招生数",
    aliases: ["普职比"], note: "普通高中招生÷中职招生，写作n：1；不含技工院校。", source: own, example: { inputs: { "students.generalIntake": "24650", "students.intake": "12325" }, gives: "2" },
  },
  {
    code: "students.juniorToVocational", zh: "初中毕业生升入中职比例", en: "Junior-high graduates going on to vocational schools", formula: share(measure("students.intakeByOrigin", { intakeOrigin: "juniorThisYear" }), "students.juniorGraduates"), unit: "%", base: "占初中毕业生",
    aliases: ["初中毕业生升中职比例"], note: "应届初中毕业生升入中职人数÷当年初中毕业生×100%；含外市生源，不含升入技工院校的，只在市级计算。", source: own,
    example: { inputs: { "students.intakeByOrigin#intakeOrigin=juniorThisYear": "11000", "students.intakeByOrigin#intakeOrigin=juniorEarlier": "1325", "students.juniorGraduates": "44000" }, gives: "25.0" },
  },
  {
    code: "students.femaleShare", zh: "女生比例", en: "Women among students", formula: share(measure("students.enrolled", { gender: "female" }), "students.enrolled"), unit: "%", base: "占在校生",
    aliases: ["女生占比"], note: "女在校生÷在校生×100%。", source: own, example: { inputs: { "students.enrolled#gender=female|grade=one": "450", "students.enrolled#gender=male|grade=one": "550" }, gives: "45.0" },
  },
  {
    code: "students.boarderShare", zh: "寄宿生比例", en: "Boarders, %", formula: share("students.boarders", "students.enrolled"), unit: "%", base: "占在校生",
    aliases: ["住校率"], note: "寄宿生÷在校生×100%。", source: own, example: { inputs: { "students.boarders": "850", "students.enrolled": "1000" }, gives: "85.0" },
  },
  {
    code: "students.ruralShare", zh: "农村户籍学生比例", en: "Rural students, %", formula: share("students.rural", "students.enrolled"), unit: "%", base: "占在校生",
    aliases: ["农村学生比例"], note: "农村户籍学生÷在校生×100%。", source: own, example: { inputs: { "students.rural": "800", "students.enrolled": "1000" }, gives: "80.0" },
  },
  {
    code: "students.retention", zh: "巩固率", en: "Retention", formula: share(difference("students.opening", "students.left"), "students.opening"), unit: "%", base: "占上年末在校生", better: "higher",
    aliases: ["在校生巩固率", "学生巩固率", "规模巩固率"], note: "（上年末在校生－离校学生）÷上年末在校生×100%。有的报告取三个年级巩固率的平均数，与本指标不同。", source: sichuan,
    example: { inputs: { "students.opening": "1000", "students.left": "40" }, gives: "96.0" },
  },
  retention("one", "一年级", "first year"),
  retention("two", "二年级", "second year"),
  retention("three", "三年级及以上", "third year"),
  {
    code: "students.leftShare", zh: "离校率", en: "Left, %", formula: share("students.left", "students.opening"), unit: "%", base: "占上年末在校生", better: "lower",
    aliases: ["流失率", "辍学比例", "辍学率"], note: "离校学生÷上年末在校生×100%。离校学生含转出和取消学籍，不都是辍学。", source: own, example: { inputs: { "students.left": "40", "students.opening": "1000" }, gives: "4.0" },
  },
];
