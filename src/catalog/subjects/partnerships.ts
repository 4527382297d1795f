/** Partnerships (校企合作): firms counted once by credit code, classes run with them, what they give, groups and foreign partners. */
import { isTrue } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { partnershipsChecks } from "./partnerships-checks.ts";
import { governmentLedgers } from "./partnerships-government.ts";
import { partnershipsIndicators } from "./partnerships-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：校企合作");
const own = unverified("本系统按年度报告的写作需要定义");
const creditCode = "[0-9A-HJ-NPQRTUWXY]{18}";

const firms: LedgerInput = {
  kind: "register",
  code: "partnerships.firms",
  zh: "合作企业台账",
  en: "Partner firms",
  reportedBy: ["school"],
  department: "校企合作处",
  note: "年末仍在合作的企业，每家一行。全市按统一社会信用代码去重：两校与同一企业合作，全市只计一家。",
  source: sichuan,
  naturalKey: ["creditCode"],
  columns: [
    { code: "creditCode", zh: "统一社会信用代码", en: "Credit code", type: "text", required: true, pattern: creditCode, aliases: ["信用代码", "社会信用代码", "企业代码"] },
    { code: "name", zh: "企业名称", en: "Firm", type: "text", required: true, aliases: ["单位名称", "合作企业"] },
    { code: "sector", zh: "产业类别", en: "Sector", type: "choice", choices: "industrySector", required: true, aliases: ["所属产业"] },
    { code: "scale", zh: "企业规模", en: "Size", type: "choice", choices: "firmScale", required: true, aliases: ["规模"] },
    { code: "place", zh: "所在地", en: "Place", type: "choice", choices: "firmPlace", required: true },
    { code: "agreement", zh: "签有合作协议", en: "Has an agreement", type: "boolean", required: true, aliases: ["是否签订协议", "协议企业"] },
    { code: "signedOn", zh: "签约日期", en: "Signed on", type: "date", required: false, aliases: ["协议日期"] },
    { code: "expiresOn", zh: "协议到期", en: "Expires on", type: "date", required: false, aliases: ["到期日期"] },
    { code: "programmes", zh: "合作专业数", en: "Programmes", type: "integer", unit: "个", required: true, aliases: ["合作专业"] },
    { code: "practiceBase", zh: "校外实训基地", en: "Practice base", type: "boolean", required: true, aliases: ["是否实训基地"] },
    { code: "interns", zh: "本年接收实习学生", en: "Interns taken", type: "integer", unit: "人", required: true, aliases: ["接收实习生"] },
    { code: "graduates", zh: "本年接收毕业生", en: "Graduates taken", type: "integer", unit: "人", required: true, aliases: ["接收就业"] },
    { code: "partTimeTeachers", zh: "派出兼职教师", en: "Part-time teachers sent", type: "integer", unit: "人", required: true, aliases: ["企业兼职教师"] },
  ],
  elements: [
    { code: "partnerships.firmCount", zh: "合作企业", en: "Partner firms", unit: "家", nature: "stock", rollUp: "distinct", better: "higher", aliases: ["合作企业数", "校企合作企业", "合作单位"], from: { aggregate: { kind: "countDistinct", column: "creditCode" } } },
    { code: "partnerships.agreementFirms", zh: "签约合作企业", en: "Firms with an agreement", unit: "家", nature: "stock", rollUp: "distinct", better: "higher", aliases: ["协议企业", "签订合作协议企业", "协议合作企业"], from: { aggregate: { kind: "countDistinct", column: "creditCode" }, where: isTrue("agreement") } },
    { code: "partnerships.firmsByScale", zh: "分规模合作企业", en: "Partner firms by size", unit: "家", nature: "stock", rollUp: "distinct", aliases: ["合作龙头企业"], from: { aggregate: { kind: "countDistinct", column: "creditCode" }, by: { firmScale: "scale" } } },
    { code: "partnerships.firmsByPlace", zh: "分地域合作企业", en: "Partner firms by place", unit: "家", nature: "stock", rollUp: "distinct", aliases: ["本地合作企业"], from: { aggregate: { kind: "countDistinct", column: "creditCode" }, by: { firmPlace: "place" } } },
    { code: "partnerships.firmsBySector", zh: "分产业合作企业", en: "Partner firms by sector", unit: "家", nature: "stock", rollUp: "distinct", from: { aggregate: { kind: "countDistinct", column: "creditCode" }, by: { industrySector: "sector" } } },
    { code: "partnerships.baseFirms", zh: "作为实训基地的合作企业", en: "Firms that are practice bases", unit: "家", nature: "stock", rollUp: "distinct", better: "higher", from: { aggregate: { kind: "countDistinct", column: "creditCode" }, where: isTrue("practiceBase") } },
    { code: "partnerships.internsTaken", zh: "合作企业接收实习学生", en: "Interns taken by partner firms", unit: "人次", better: "higher", aliases: ["企业接收实习生", "接收实习学生"], from: { aggregate: { kind: "sum", column: "interns" } } },
    { code: "partnerships.graduatesTaken", zh: "合作企业接收毕业生（企业台账）", en: "Graduates taken by partner firms", unit: "人", better: "higher", from: { aggregate: { kind: "sum", column: "graduates" } } },
    { code: "partnerships.partTimeTeachers", zh: "合作企业派出兼职教师", en: "Part-time teachers from partner firms", unit: "人", better: "higher", aliases: ["企业派出兼职教师"], from: { aggregate: { kind: "sum", column: "partTimeTeachers" } } },
  ],
};

const classes: LedgerInput = {
  kind: "register",
  code: "partnerships.classes",
  zh: "校企合作班台账",
  en: "Classes run with firms",
  reportedBy: ["school"],
  department: "校企合作处",
  note: "双元制、现代学徒制、订单、冠名等合作班，每班一行，年末在读人数。",
  source: sichuan,
  naturalKey: ["name"],
  columns: [
    { code: "name", zh: "班级名称", en: "Class", type: "text", required: true, aliases: ["班级", "合作班名称"] },
    { code: "kind", zh: "合作班类别", en: "Kind", type: "choice", choices: "classKind", required: true, aliases: ["类别", "培养模式"] },
    { code: "programme", zh: "专业代码", en: "Programme", type: "text", required: true, pattern: "\\d{6}|\\d{4}-\\d" },
    { code: "creditCode", zh: "企业统一社会信用代码", en: "Credit code", type: "text", required: true, pattern: creditCode, aliases: ["信用代码", "统一社会信用代码"] },
    { code: "firm", zh: "合作企业", en: "Firm", type: "text", required: true, aliases: ["企业名称"] },
    { code: "startedOn", zh: "开班日期", en: "Started on", type: "date", required: true, aliases: ["开班时间"] },
    { code: "newThisYear", zh: "本年新开", en: "New this year", type: "boolean", required: true },
    { code: "students", zh: "在读学生", en: "Students", type: "integer", unit: "人", required: true, aliases: ["学生数", "人数"] },
    { code: "apprentices", zh: "其中：签学徒协议", en: "With an apprentice's contract", type: "integer", unit: "人", required: false, aliases: ["学徒人数", "签订学徒协议人数"] },
  ],
  elements: [
    { code: "partnerships.classCount", zh: "校企合作班", en: "Joint classes", unit: "个", nature: "stock", better: "higher", aliases: ["合作班", "校企合作班级"], from: { aggregate: { kind: "count" }, by: { classKind: "kind" } } },
    { code: "partnerships.classesNew", zh: "本年新开合作班", en: "New joint classes", unit: "个", better: "higher", aliases: ["新开合作班"], from: { aggregate: { kind: "count" }, where: isTrue("newThisYear"), by: { classKind: "kind" } } },
    { code: "partnerships.classStudents", zh: "校企合作班学生", en: "Students in joint classes", unit: "人", nature: "stock", better: "higher", aliases: ["合作班学生", "合作班在读学生"], from: { aggregate: { kind: "sum", column: "students" }, by: { classKind: "kind" } } },
    { code: "partnerships.apprentices", zh: "签学徒协议学生", en: "Apprentices", unit: "人", nature: "stock", better: "higher", aliases: ["学徒"], from: { aggregate: { kind: "sum", column: "apprentices" } } },
    { code: "partnerships.classFirms", zh: "合作班企业", en: "Firms with joint classes", unit: "家", nature: "stock", rollUp: "distinct", better: "higher", aliases: ["开设合作班的企业"], from: { aggregate: { kind: "countDistinct", column: "creditCode" } } },
  ],
};

const school: LedgerInput = {
  kind: "form",
  code: "partnerships.school",
  zh: "校企合作投入与成果表",
  en: "Partnerships of the school",
  reportedBy: ["school"],
  department: "校企合作处",
  source: sichuan,
  elements: [
    { code: "partnerships.dualPilotSchools", zh: "双元制试点学校", en: "Schools in the dual pilot", unit: "所", aliases: ["“双元制”试点学校", "双元制试点中职学校", "双元制办学试点学校"], note: "本校经市级以上遴选开办双元制试点班的填1，否则填0；全市数由系统相加，不含高职院校。", source: own },
    { code: "partnerships.visits", zh: "校企互访", en: "Visits between school and firms", unit: "次", nature: "flow", better: "higher", aliases: ["校企互访次数"], source: own },
    { code: "partnerships.committees", zh: "专业建设指导委员会", en: "Programme committees with firms", unit: "个", better: "higher", aliases: ["专业建设委员会"], source: own },
    { code: "partnerships.fundsAgreed", zh: "企业协议投入资金", en: "Funds agreed", unit: "元", nature: "flow", aliases: ["企业投入资金", "合作企业投入资金"] },
    { code: "partnerships.fundsReceived", zh: "其中：到账资金", en: "of which received", unit: "元", nature: "flow", better: "higher", aliases: ["企业到账资金", "校企合作到账资金"] },
    { code: "partnerships.equipmentReceived", zh: "企业捐赠和准捐赠设备值", en: "Equipment given by firms", unit: "元", nature: "flow", better: "higher", aliases: ["企业投入设备值", "企业捐赠设备值"] },
    { code: "partnerships.researchCentres", zh: "校企共建研发中心", en: "Joint research centres", unit: "个", better: "higher", aliases: ["研发中心"] },
    { code: "partnerships.baseOutput", zh: "生产性实训基地产值", en: "Output of productive bases", unit: "元", nature: "flow", better: "higher", aliases: ["基地产值"] },
    { code: "partnerships.jointCourses", zh: "校企合作开发课程", en: "Courses developed with firms", unit: "门", better: "higher", aliases: ["合作开发课程", "开发课程"] },
    { code: "partnerships.jointTextbooks", zh: "校企合作开发教材", en: "Textbooks written with firms", unit: "种", better: "higher", aliases: ["合作开发教材"] },
    { code: "partnerships.specialisedHours", zh: "专业课总课时", en: "Hours of subject courses", unit: "课时", nature: "flow", aliases: ["专业课课时"] },
    { code: "partnerships.groupsLed", zh: "牵头职教集团", en: "Groups led", unit: "个", better: "higher", aliases: ["牵头集团数"] },
    { code: "partnerships.groupsJoined", zh: "参与职教集团", en: "Groups joined", unit: "个", better: "higher", aliases: ["参与集团数", "参加职教集团"], note: "含牵头的。" },
  ],
};

export const partnerships = defineSubject({
  code: "partnerships",
  zh: "校企合作",
  en: "Partnerships",
  ledgers: [firms, classes, school, ...governmentLedgers],
  indicators: partnershipsIndicators,
  checks: partnershipsChecks,
});
