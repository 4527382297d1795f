/** Indicators of partnerships. Firms are counted once, so a city's share of firms is not an average of its schools' shares. */
import { type Formula, measure, organisations, per, share, sumOf } from "../../core/definition/formula.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：校企合作");
const own = unverified("本系统按校企合作台账定义");

function ofFirms(code: string, zh: string, en: string, part: Formula, input: string, aliases: readonly string[], note: string): IndicatorInput {
  return {
    code, zh, en, formula: share(part, "partnerships.firmCount"), unit: "%", base: "占合作企业数", better: "higher", aliases, source: own, note: `${note}÷合作企业×100%，企业按信用代码去重。`,
    example: { inputs: { [input]: "48", "partnerships.firmCount": "64" }, gives: "75.0" },
  };
}

const classKinds = (...kinds: string[]): Formula => sumOf(...kinds.map((classKind) => measure("partnerships.classCount", { classKind })));
const classStudents = (...kinds: string[]): Formula => sumOf(...kinds.map((classKind) => measure("partnerships.classStudents", { classKind })));

export const partnershipsIndicators: readonly IndicatorInput[] = [
  ofFirms("partnerships.agreementShare", "合作企业签约率", "Firms with an agreement, %", measure("partnerships.agreementFirms"), "partnerships.agreementFirms", ["签约率", "协议企业比例"], "签约合作企业"),
  ofFirms("partnerships.localShare", "本市合作企业比例", "Firms in the city, %", measure("partnerships.firmsByPlace", { firmPlace: "city" }), "partnerships.firmsByPlace#firmPlace=city", ["本地合作企业比例"], "市内合作企业"),
  ofFirms("partnerships.leadingShare", "规模以上合作企业比例", "Leading and large firms, %", sumOf(measure("partnerships.firmsByScale", { firmScale: "leading" }), measure("partnerships.firmsByScale", { firmScale: "aboveScale" })), "partnerships.firmsByScale#firmScale=leading", ["规上合作企业比例", "龙头企业比例"], "重点龙头和规模以上合作企业"),
  ofFirms("partnerships.baseShare", "实训基地型合作企业比例", "Firms that are practice bases, %", measure("partnerships.baseFirms"), "partnerships.baseFirms", ["实训基地企业比例"], "作为校外实训基地的合作企业"),
  {
    code: "partnerships.firmsPerSchool", zh: "校均合作企业", en: "Partner firms per school", formula: per("partnerships.firmCount", organisations("school")), unit: "家/所", base: "按学校数", better: "higher",
    aliases: ["校均合作企业数"], source: own, note: "合作企业（去重）÷学校数。",
    example: { inputs: { "partnerships.firmCount": "64", "organisations:school": "10" }, gives: "6.4" },
  },
  {
    code: "partnerships.dualClasses", zh: "双元制与学徒制班", en: "Dual and apprentice classes", formula: classKinds("dual", "apprenticeship"), unit: "个", better: "higher",
    aliases: ["双元制和现代学徒制班", "双元制试点班数"], source: own, note: "双元制试点班＋现代学徒制班。",
    example: { inputs: { "partnerships.classCount#classKind=dual": "4", "partnerships.classCount#classKind=apprenticeship": "3" }, gives: "7" },
  },
  {
    code: "partnerships.orderClasses", zh: "订单班与冠名班", en: "Order and named classes", formula: classKinds("order", "named"), unit: "个", better: "higher",
    aliases: ["订单班数", "订单（冠名）班"], source: sichuan, note: "订单班＋企业冠名班。",
    example: { inputs: { "partnerships.classCount#classKind=order": "14", "partnerships.classCount#classKind=named": "6" }, gives: "20" },
  },
  {
    code: "partnerships.dualStudentShare", zh: "双元制与学徒制学生比例", en: "Students in dual and apprentice classes, %", formula: share(classStudents("dual", "apprenticeship"), "students.enrolled"), unit: "%", base: "占在校生数", better: "higher",
    aliases: ["双元制学生比例"], source: own, note: "双元制与现代学徒制班在读学生÷在校生×100%。",
    example: { inputs: { "partnerships.classStudents#classKind=dual": "291", "students.enrolled": "29100" }, gives: "1.0" },
  },
  {
    code: "partnerships.orderStudentShare", zh: "订单培养学生比例", en: "Students in order classes, %", formula: share(classStudents("order", "named"), "students.enrolled"), unit: "%", base: "占在校生数", better: "higher",
    aliases: ["订单班学生比例", "订单培养比例"], source: sichuan, note: "订单班与冠名班在读学生÷在校生×100%。",
    example: { inputs: { "partnerships.classStudents#classKind=order": "2328", "students.enrolled": "29100" }, gives: "8.0" },
  },
  {
    code: "partnerships.classSize", zh: "合作班平均人数", en: "Students per joint class", formula: per("partnerships.classStudents", "partnerships.classCount"), unit: "人/班", base: "按合作班数",
    aliases: ["合作班班均人数"], source: own, note: "校企合作班学生÷校企合作班数。",
    example: { inputs: { "partnerships.classStudents": "1026", "partnerships.classCount": "27" }, gives: "38.0" },
  },
  {
    code: "partnerships.dualSchoolShare", zh: "双元制试点学校比例", en: "Schools in the dual pilot, %", formula: share("partnerships.dualPilotSchools", organisations("school")), unit: "%", base: "占学校数",
    aliases: ["双元制试点学校占比"], source: own, note: "双元制试点学校÷中职学校数×100%，不含高职院校。",
    example: { inputs: { "partnerships.dualPilotSchools": "3", "organisations:school": "10" }, gives: "30.0" },
  },
  {
    code: "partnerships.receivedShare", zh: "企业资金到账率", en: "Funds received, %", formula: share("partnerships.fundsReceived", "partnerships.fundsAgreed"), unit: "%", base: "占企业协议投入资金", better: "higher",
    aliases: ["企业投入资金到账率"], source: sichuan, note: "到账资金÷企业协议投入资金×100%。",
    example: { inputs: { "partnerships.fundsReceived": "3600000", "partnerships.fundsAgreed": "4500000" }, gives: "80.0" },
  },
  {
    code: "partnerships.firmInput", zh: "企业投入合计", en: "Given by firms", formula: sumOf("partnerships.fundsReceived", "partnerships.equipmentReceived"), unit: "元", better: "higher",
    aliases: ["企业投入总额", "校企合作投入"], source: sichuan, note: "到账资金＋捐赠和准捐赠设备值。",
    example: { inputs: { "partnerships.fundsReceived": "3600000", "partnerships.equipmentReceived": "5400000" }, gives: "9000000" },
  },
  {
    code: "partnerships.firmInputPerStudent", zh: "生均企业投入", en: "Given by firms per student", formula: per("partnerships.firmInput", "students.enrolled"), unit: "元/生", base: "按在校生", better: "higher",
    aliases: ["生均校企合作投入"], source: own, note: "企业投入合计÷在校生。",
    example: { inputs: { "partnerships.fundsReceived": "3600000", "partnerships.equipmentReceived": "5400000", "students.enrolled": "30000" }, gives: "300" },
  },
  {
    code: "partnerships.firmTeacherShare", zh: "企业兼职教师课时比例", en: "Hours given by teachers from firms, %", formula: share("teachers.partTimeHours", "partnerships.specialisedHours"), unit: "%", base: "占专业课总课时", better: "higher",
    aliases: ["兼职课时占比", "兼职教师课时比例"], source: sichuan, note: "企业兼职教师年课时总量÷专业课总课时×100%。",
    example: { inputs: { "teachers.partTimeHours": "12000", "partnerships.specialisedHours": "100000" }, gives: "12.0" },
  },
  {
    code: "partnerships.jointCourseShare", zh: "校企合作课程比例", en: "Courses developed with firms, %", formula: share("partnerships.jointCourses", "programmes.courseCount"), unit: "%", base: "占开设课程", better: "higher",
    aliases: ["合作开发课程比例"], source: own, note: "校企合作开发课程÷开设课程×100%。",
    example: { inputs: { "partnerships.jointCourses": "60", "programmes.courseCount": "1200" }, gives: "5.0" },
  },
  {
    code: "partnerships.schoolsPerGroup", zh: "集团平均成员学校", en: "Schools per group", formula: per("partnerships.groupSchools", "partnerships.groupCount"), unit: "所", decimals: 1, base: "按职教集团数",
    aliases: ["每个集团成员学校"], source: own, note: "集团成员学校（累加）÷职业教育集团数。",
    example: { inputs: { "partnerships.groupSchools": "35", "partnerships.groupCount": "7" }, gives: "5.0" },
  },
  {
    code: "partnerships.firmsPerGroup", zh: "集团平均成员企业", en: "Firms per group", formula: per("partnerships.groupFirms", "partnerships.groupCount"), unit: "家", decimals: 1, base: "按职教集团数", better: "higher",
    aliases: ["每个集团成员企业"], source: own, note: "集团成员企业（累加）÷职业教育集团数。",
    example: { inputs: { "partnerships.groupFirms": "87", "partnerships.groupCount": "7" }, gives: "12.4" },
  },
  {
    code: "partnerships.internationalSigned", zh: "已签约国际合作项目", en: "International projects signed", formula: sumOf(measure("partnerships.internationalCount", { agreementState: "signed" }), measure("partnerships.internationalCount", { agreementState: "running" })), unit: "项", better: "higher",
    aliases: ["国际合作协议", "中外合作协议"], source: own, note: "状态为已签协议和已实施的国际合作项目；达成意向的不算协议。",
    example: { inputs: { "partnerships.internationalCount#agreementState=signed": "2", "partnerships.internationalCount#agreementState=intent": "1", "partnerships.internationalCount#agreementState=running": "3" }, gives: "5" },
  },
];
