/** Programmes (专业布局): the register of programmes with their students, and how courses are planned and taught. */
import { all, column, compareValues, isIn, isTrue, literal, not } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { programmesChecks } from "./programmes-checks.ts";
import { programmesIndicators } from "./programmes-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：专业布局、课程开设");
const sixTables = unverified("职业教育质量年度报告附表3《教学资源表》（2023—2024年表式）");
const offered = isIn("state", "running", "new", "dormant");

const register: LedgerInput = {
  kind: "register",
  code: "programmes.register",
  zh: "专业台账",
  en: "Register of programmes",
  reportedBy: ["school"],
  department: "教务处",
  note: "每个专业（技能方向）一行，本年停办但仍有学生或毕业生的也要列入。人数为年末数，毕业生为当年毕业数。",
  source: sichuan,
  naturalKey: ["code", "direction"],
  columns: [
    { code: "code", zh: "专业代码", en: "Code", type: "text", required: true, pattern: "\\d{6}|\\d{4}-\\d", note: "按当年有效的专业目录填写六位代码；技工类填四位代码加层次，例如0106-4。", aliases: ["代码", "专业编号"] },
    { code: "name", zh: "专业名称", en: "Name", type: "text", required: true, aliases: ["专业"] },
    { code: "direction", zh: "技能方向", en: "Direction", type: "text", required: false, aliases: ["专业方向", "专业（技能）方向"] },
    { code: "group", zh: "专业大类", en: "Group", type: "choice", choices: "programmeGroup", required: true, aliases: ["大类", "专业类"] },
    { code: "sector", zh: "面向产业", en: "Sector", type: "choice", choices: "industrySector", required: true, aliases: ["产业类别", "产业"] },
    { code: "state", zh: "专业状态", en: "State", type: "choice", choices: "programmeState", required: true, aliases: ["状态"] },
    { code: "openedIn", zh: "开设年份", en: "Opened in", type: "integer", required: false, aliases: ["设置年份"] },
    { code: "length", zh: "学制", en: "Length", type: "decimal", unit: "年", required: true, aliases: ["学制（年）"] },
    { code: "pillar", zh: "对接本地支柱产业", en: "Serves a pillar industry", type: "boolean", required: true, aliases: ["支柱产业专业", "是否对接支柱产业"] },
    { code: "level", zh: "建设层次", en: "Level", type: "choice", choices: "programmeLevel", required: true, aliases: ["专业级别", "专业层次"] },
    { code: "designatedBy", zh: "认定部门", en: "Designated by", type: "text", required: false, aliases: ["批准单位", "立项单位"] },
    { code: "designatedOn", zh: "认定日期", en: "Designated on", type: "date", required: false, aliases: ["立项日期", "批准日期"] },
    { code: "designatedThisYear", zh: "本年新立项", en: "Designated this year", type: "boolean", required: true, aliases: ["本年立项", "是否本年新立项"] },
    { code: "bridging", zh: "中高职衔接形式", en: "Way on to a college", type: "choice", choices: "bridgingKind", required: true, aliases: ["衔接形式"] },
    { code: "partner", zh: "衔接院校", en: "Partner college", type: "text", required: false, aliases: ["对接高校", "合作院校"] },
    { code: "certificate", zh: "1+X试点证书", en: "1+X certificate", type: "text", required: false, note: "参加1+X证书制度试点的填证书名称，没有的留空。", aliases: ["1+X证书", "职业技能等级证书"] },
    { code: "dualSystem", zh: "双元制或现代学徒制试点", en: "Dual system or apprenticeship", type: "boolean", required: true, aliases: ["双元制试点", "现代学徒制试点", "学徒制"] },
    { code: "partnerFirms", zh: "合作企业数", en: "Partner firms", type: "integer", unit: "家", required: true },
    { code: "intake", zh: "本年招生", en: "Intake", type: "integer", unit: "人", required: true, aliases: ["招生数", "招生人数"] },
    { code: "gradeOne", zh: "一年级", en: "First year", type: "integer", unit: "人", required: true, aliases: ["一年级人数"] },
    { code: "gradeTwo", zh: "二年级", en: "Second year", type: "integer", unit: "人", required: true, aliases: ["二年级人数"] },
    { code: "gradeThree", zh: "三年级及以上", en: "Third year and above", type: "integer", unit: "人", required: true, aliases: ["三年级", "三年级人数"] },
    { code: "students", zh: "在校生合计", en: "Students", type: "integer", unit: "人", required: true, aliases: ["在校生", "在校生数", "专业人数"] },
    { code: "graduates", zh: "毕业生", en: "Graduates", type: "integer", unit: "人", required: true, aliases: ["毕业生数"] },
    { code: "employed", zh: "其中：就业（含升学）", en: "Employed", type: "integer", unit: "人", required: false, aliases: ["就业人数"] },
  ],
  elements: [
    { code: "programmes.offered", zh: "专业点数", en: "Programmes offered", unit: "个", nature: "stock", aliases: ["专业数", "开设专业", "开设专业数", "专业总数", "专业布点数"], note: "各校开设的专业（含新增和暂停招生）按校累加；同一专业两校开设计两个点。", from: { aggregate: { kind: "count" }, where: offered, by: { industrySector: "sector" } } },
    { code: "programmes.distinct", zh: "专业种数", en: "Different programmes", unit: "种", nature: "stock", rollUp: "distinct", aliases: ["专业种类", "不同专业数"], note: "按专业代码去重，同一专业几校开设只计一种。", from: { aggregate: { kind: "countDistinct", column: "code" }, where: offered } },
    { code: "programmes.byGroup", zh: "分大类专业点数", en: "Programmes by group", unit: "个", nature: "stock", aliases: ["各大类专业数"], from: { aggregate: { kind: "count" }, where: offered, by: { programmeGroup: "group" } } },
    { code: "programmes.added", zh: "新增专业", en: "New programmes", unit: "个", aliases: ["新增专业数", "新开专业", "新设专业"], from: { aggregate: { kind: "count" }, where: isIn("state", "new") } },
    { code: "programmes.stopped", zh: "停办专业", en: "Stopped programmes", unit: "个", aliases: ["停办专业数", "撤销专业", "淘汰专业", "停招专业"], from: { aggregate: { kind: "count" }, where: isIn("state", "stopped") } },
    { code: "programmes.byLevel", zh: "分建设层次专业点数", en: "Programmes by level", unit: "个", nature: "stock", better: "higher", aliases: ["重点专业与特色专业数"], from: { aggregate: { kind: "count" }, where: offered, by: { programmeLevel: "level" } } },
    { code: "programmes.designated", zh: "本年新立项建设专业", en: "Designated this year", unit: "个", better: "higher", aliases: ["新立项专业", "申报成功专业（群）项目", "专业（群）建设项目"], from: { aggregate: { kind: "count" }, where: all(offered, isTrue("designatedThisYear")), by: { programmeLevel: "level" } } },
    { code: "programmes.pillar", zh: "对接支柱产业专业", en: "Serving pillar industries", unit: "个", nature: "stock", better: "higher", aliases: ["支柱产业专业数", "支柱产业相关专业"], from: { aggregate: { kind: "count" }, where: all(offered, isTrue("pillar")) } },
    { code: "programmes.bridging", zh: "中高职衔接专业", en: "Leading on to a college", unit: "个", nature: "stock", better: "higher", aliases: ["中高职衔接专业点", "中高职贯通培养专业"], from: { aggregate: { kind: "count" }, where: all(offered, not(isIn("bridging", "none"))), by: { bridgingKind: "bridging" } } },
    { code: "programmes.partners", zh: "衔接院校", en: "Partner colleges", unit: "所", nature: "stock", rollUp: "distinct", aliases: ["中高职衔接院校", "对接高校"], note: "按院校名称去重，请填全称。", from: { aggregate: { kind: "countDistinct", column: "partner" }, where: all(offered, not(isIn("bridging", "none"))) } },
    { code: "programmes.certificatePilots", zh: "1+X证书试点专业", en: "1+X pilots", unit: "个", nature: "stock", better: "higher", aliases: ["1+X试点专业", "1+X试点专业点"], from: { aggregate: { kind: "count" }, where: { kind: "present", column: "certificate" } } },
    { code: "programmes.dualSystem", zh: "双元制与现代学徒制专业", en: "Dual system and apprenticeship", unit: "个", nature: "stock", better: "higher", aliases: ["双元制试点专业", "现代学徒制试点专业"], from: { aggregate: { kind: "count" }, where: all(offered, isTrue("dualSystem")) } },
    { code: "programmes.withFirms", zh: "有合作企业的专业", en: "With partner firms", unit: "个", nature: "stock", better: "higher", aliases: ["校企合作覆盖专业", "校企合作覆盖专业数"], from: { aggregate: { kind: "count" }, where: all(offered, compareValues(column("partnerFirms"), ">", literal(0))) } },
    { code: "programmes.small", zh: "在校生不足30人的专业", en: "With fewer than 30 students", unit: "个", nature: "stock", better: "lower", aliases: ["小规模专业"], note: "在办专业中在校生少于30人的专业点，不含本年新增。", from: { aggregate: { kind: "count" }, where: all(isIn("state", "running"), compareValues(column("students"), "<", literal(30))) } },
    { code: "programmes.students", zh: "分专业大类在校生", en: "Students by programme group", unit: "人", nature: "stock", aliases: ["各专业大类在校生", "专业人数"], from: { aggregate: { kind: "sum", column: "students" }, by: { programmeGroup: "group" } } },
    { code: "programmes.studentsBySector", zh: "分产业专业在校生", en: "Students by sector", unit: "人", nature: "stock", aliases: ["面向各产业专业在校生"], from: { aggregate: { kind: "sum", column: "students" }, by: { industrySector: "sector" } } },
    { code: "programmes.studentsByLevel", zh: "分建设层次专业在校生", en: "Students by level of programme", unit: "人", nature: "stock", from: { aggregate: { kind: "sum", column: "students" }, by: { programmeLevel: "level" } } },
    { code: "programmes.studentsDual", zh: "双元制与现代学徒制专业在校生", en: "Students in dual programmes", unit: "人", nature: "stock", better: "higher", from: { aggregate: { kind: "sum", column: "students" }, where: isTrue("dualSystem") } },
    { code: "programmes.studentsBridging", zh: "中高职衔接专业在校生", en: "Students in bridged programmes", unit: "人", nature: "stock", better: "higher", from: { aggregate: { kind: "sum", column: "students" }, where: not(isIn("bridging", "none")) } },
    { code: "programmes.intake", zh: "分专业大类招生", en: "Intake by programme group", unit: "人", aliases: ["各专业大类招生"], from: { aggregate: { kind: "sum", column: "intake" }, by: { programmeGroup: "group" } } },
    { code: "programmes.graduates", zh: "分专业大类毕业生", en: "Graduates by programme group", unit: "人", aliases: ["各专业大类毕业生"], from: { aggregate: { kind: "sum", column: "graduates" }, by: { programmeGroup: "group" } } },
    { code: "programmes.employed", zh: "分专业大类就业人数", en: "Employed by programme group", unit: "人", aliases: ["各专业大类就业人数"], from: { aggregate: { kind: "sum", column: "employed" }, by: { programmeGroup: "group" } } },
  ],
};

const courses: LedgerInput = {
  kind: "form",
  code: "programmes.courses",
  zh: "课程与教学表",
  en: "Courses and teaching",
  reportedBy: ["school"],
  department: "教务处",
  note: "按当年执行的人才培养方案和教学计划统计；同一课程几个专业开设只计一门。",
  source: sichuan,
  elements: [
    { code: "programmes.courseCount", zh: "开设课程", en: "Courses", unit: "门", nature: "flow", aliases: ["课程总数", "课程门数", "教学计划内课程总数"] },
    { code: "programmes.coursesWithStandard", zh: "有课程标准的课程", en: "With a course standard", unit: "门", nature: "flow", better: "higher", aliases: ["课程标准", "制定课程标准的课程"] },
    { code: "programmes.onlineCourses", zh: "在线精品课程", en: "Online courses", unit: "门", better: "higher", aliases: ["在线精品课", "精品在线课程", "网络课程"], source: sixTables },
    { code: "programmes.resourceLibraries", zh: "专业教学资源库", en: "Libraries of teaching material", unit: "个", better: "higher", aliases: ["教学资源库", "资源库数"], source: sixTables },
    { code: "programmes.lessonHours", zh: "教学计划内总课时", en: "Planned hours", unit: "课时", nature: "flow", aliases: ["总课时", "教学总课时", "教学计划内学时"] },
    { code: "programmes.practiceHours", zh: "其中：实践教学课时", en: "of which practical", unit: "课时", nature: "flow", better: "higher", aliases: ["实践教学课时", "实训课时"] },
    { code: "programmes.textbooks", zh: "选用教材", en: "Textbooks in use", unit: "种", nature: "flow", aliases: ["使用教材种数", "选用教材种数"] },
    { code: "programmes.plannedTextbooks", zh: "其中：国家和省级规划教材", en: "of which approved", unit: "种", nature: "flow", better: "higher", aliases: ["规划教材", "国家规划教材"] },
    { code: "programmes.ownTextbooks", zh: "自编（校本）教材", en: "Written by the school", unit: "种", better: "higher", aliases: ["校本教材", "编写教材数", "自编教材"] },
    { code: "programmes.leaderVisits", zh: "校领导听课", en: "Lessons visited by school leaders", unit: "次", nature: "flow", better: "higher", aliases: ["校领导听课节数", "领导听课"] },
    { code: "programmes.leaderLessons", zh: "校领导上课", en: "Lessons given by school leaders", unit: "课时", nature: "flow", better: "higher", aliases: ["校领导授课"] },
    { code: "programmes.plansRevised", zh: "本年修订人才培养方案的专业", en: "Programmes with a revised plan", unit: "个", nature: "flow", better: "higher", aliases: ["修订人才培养方案", "制定专业建设方案"] },
  ],
};

export const programmes = defineSubject({
  code: "programmes",
  zh: "专业布局",
  en: "Programmes",
  ledgers: [register, courses],
  indicators: programmesIndicators,
  checks: programmesChecks,
});
