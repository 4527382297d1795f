/** Teachers (教师队伍): how many there are and of which kind, how they come, go, train and excel. */
import { isIn } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { teachersChecks } from "./teachers-checks.ts";
import { teachersIndicators } from "./teachers-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：教师队伍");
const sixTables = unverified("职业教育质量年度报告附表6《落实政策表》（2023—2024年表式）");

const staff: LedgerInput = {
  kind: "form",
  code: "teachers.staffing",
  zh: "教职工情况表",
  en: "Staff",
  reportedBy: ["school"],
  department: "人事处",
  note: "年末数。专任教师指具有教师资格、专门从事教学工作的在册教师，不含校外兼职教师。学历、职称、年龄三种分法相加都等于专任教师数。",
  source: sichuan,
  elements: [
    { code: "teachers.staff", zh: "教职工", en: "Staff", unit: "人", aliases: ["教职工数", "教职工总数", "教职员工", "在职教职工"], note: "在册的全部教职工，含行政、教辅、工勤人员。" },
    { code: "teachers.establishment", zh: "核定编制", en: "Established posts", unit: "个", aliases: ["编制数", "教职工编制", "额定编制数", "教职工额定编制数"], note: "机构编制部门核定的教职工编制数；民办学校填“—”。", source: sixTables },
    { code: "teachers.established", zh: "在编教职工", en: "Staff on established posts", unit: "人", aliases: ["在编", "在编人数", "在编人员"], note: "民办学校填“—”。" },
    { code: "teachers.newPosts", zh: "本年新增编制", en: "Posts added this year", unit: "个", nature: "flow", better: "higher", aliases: ["新增编制"], source: sichuan },
    { code: "teachers.fullTime", zh: "专任教师", en: "Full-time teachers", unit: "人", better: "higher", aliases: ["专任教师数", "专任教师总数", "专任教师人数", "专职教师", "专任教师队伍", "专任教师规模", "在岗专任教师"] },
    { code: "teachers.female", zh: "女专任教师", en: "Women among full-time teachers", unit: "人", aliases: ["女教师", "女性专任教师"] },
    { code: "teachers.common", zh: "公共基础课教师", en: "Teachers of common courses", unit: "人", aliases: ["文化课教师", "公共课教师", "公共基础课专任教师"], note: "按本年主要任教课程归类，一人只归一类。" },
    {
      code: "teachers.subject",
      zh: "专业课教师",
      en: "Subject teachers",
      unit: "人",
      better: "higher",
      aliases: ["专业课教师数", "专业教师", "专业课专任教师", "专业课教师人数", "专业（含实习指导）课教师"],
      note: "含实习指导课教师；是专任教师的一部分。",
    },
    {
      code: "teachers.doubleQualified",
      zh: "“双师型”教师",
      en: "Double-qualified teachers",
      unit: "人",
      better: "higher",
      aliases: ["双师型教师", "双师型教师数", "“双师型”教师数", "“双师型”专任教师", "双师", "双师素质教师", "双师素质型教师", "“双师”教师", "双师教师"],
      note: "专业课教师中经认定的“双师型”教师。",
    },
    {
      code: "teachers.enterprisePartTime",
      zh: "企业兼职教师",
      en: "Part-time teachers from firms",
      unit: "人",
      better: "higher",
      aliases: ["企业兼职教师数", "行业企业兼职教师", "兼职教师", "外聘兼职教师"],
      note: "当年聘用并实际授课的行业企业人员，不在教职工和专任教师之内。",
    },
    { code: "teachers.byEducation", zh: "分学历专任教师", en: "Full-time teachers by education", unit: "人", dimensions: ["teacherEducation"], aliases: ["专任教师学历结构"], note: "按最高学历填写，学位不等于学历。" },
    {
      code: "teachers.masterDegree",
      zh: "硕士及以上学位专任教师",
      en: "With a master's degree or above",
      unit: "人",
      better: "higher",
      aliases: ["硕士学位教师", "具有硕士以上学位教师"],
      note: "按学位统计，与硕士研究生学历不同：在职取得学位而无学历的计入。",
    },
    { code: "teachers.byTitle", zh: "分职称专任教师", en: "Full-time teachers by title", unit: "人", dimensions: ["teacherTitle"], aliases: ["专任教师职称结构"] },
    { code: "teachers.byAge", zh: "分年龄专任教师", en: "Full-time teachers by age", unit: "人", dimensions: ["teacherAge"], aliases: ["专任教师年龄结构"] },
    { code: "teachers.programmeLeaders", zh: "专业（学科）带头人", en: "Programme leaders", unit: "人", better: "higher", aliases: ["学科带头人", "专业带头人"], note: "市级及以上认定。", source: sichuan },
    { code: "teachers.specialGrade", zh: "特级教师", en: "Special-grade teachers", unit: "人", better: "higher", aliases: ["特级教师数"], source: sichuan },
    { code: "teachers.counsellors", zh: "心理健康教师", en: "Counsellors", unit: "人", better: "higher", aliases: ["心理教师", "专兼职心理健康教师", "心理咨询教师"], note: "专职与兼职合计。", source: sichuan },
    { code: "teachers.movedToSubject", zh: "本年由公共基础课转任专业课", en: "Moved to subject teaching", unit: "人", nature: "flow", aliases: ["转任专业课教师"] },
    { code: "teachers.movedToCommon", zh: "本年由专业课转任公共基础课", en: "Moved to common courses", unit: "人", nature: "flow", aliases: ["转任公共课教师"] },
  ],
};

const work: LedgerInput = {
  kind: "form",
  code: "teachers.work",
  zh: "教师任课与企业实践表",
  en: "Teaching and practice in firms",
  reportedBy: ["school"],
  department: "教务处",
  source: sichuan,
  elements: [
    { code: "teachers.weeklyHours", zh: "专任教师周课时合计", en: "Weekly hours of full-time teachers", unit: "课时", aliases: ["周课时合计"], note: "全部专任教师每周课时之和，平均数由系统计算。" },
    { code: "teachers.partTimeHours", zh: "企业兼职教师年课时总量", en: "Yearly hours of part-time teachers", unit: "课时", nature: "flow", better: "higher", aliases: ["兼职教师课时", "企业兼职教师课时", "年课时总量"], source: sixTables },
    {
      code: "teachers.practiceTeachers",
      zh: "参加企业实践教师",
      en: "Teachers with practice in firms",
      unit: "人",
      nature: "flow",
      better: "higher",
      aliases: ["教师下企业人数", "企业实践教师"],
      note: "当年到企业实践的专任教师，一人多次只计一人。",
    },
    { code: "teachers.practiceDays", zh: "教师企业实践天数", en: "Days of practice in firms", unit: "天", nature: "flow", better: "higher", aliases: ["教师下企业天数", "企业实践天数"], note: "各人实践天数之和。" },
    { code: "teachers.assessedExcellent", zh: "年度考核优秀教职工", en: "Assessed excellent", unit: "人", nature: "flow", aliases: ["考核优秀"], source: sichuan },
    { code: "teachers.assessedPassed", zh: "年度考核合格教职工", en: "Assessed as passed", unit: "人", nature: "flow", aliases: ["考核合格"], source: sichuan },
    { code: "teachers.assessedFailed", zh: "年度考核不合格教职工", en: "Assessed as failed", unit: "人", nature: "flow", better: "lower", aliases: ["考核不合格"], source: sichuan },
  ],
};

const inflow: LedgerInput = {
  kind: "register",
  code: "teachers.inflow",
  zh: "教师补充台账",
  en: "Teachers who came",
  reportedBy: ["school"],
  department: "人事处",
  note: "一行一批。“特聘岗”是财政支持的企业兼职特聘岗位，不计入专任教师。",
  naturalKey: ["batch", "way", "kind"],
  columns: [
    { code: "batch", zh: "批次（公告）名称", en: "Batch", type: "text", required: true, aliases: ["批次", "招聘公告"] },
    { code: "way", zh: "补充方式", en: "Way in", type: "choice", choices: "inflowWay", required: true, aliases: ["方式", "招聘方式"] },
    { code: "kind", zh: "任教类别", en: "Kind", type: "choice", choices: "teacherKind", required: true, aliases: ["岗位类别"] },
    { code: "arrivedOn", zh: "到岗日期", en: "Arrived on", type: "date", required: false, aliases: ["到岗时间", "日期"] },
    { code: "quota", zh: "计划名额", en: "Quota", type: "integer", unit: "名", required: true, aliases: ["名额", "招聘计划"] },
    { code: "hired", zh: "实际到岗", en: "Hired", type: "integer", unit: "名", required: true, aliases: ["到岗人数", "招聘人数", "录用人数"] },
  ],
  elements: [
    {
      code: "teachers.hired",
      zh: "新补充专任教师",
      en: "Teachers hired",
      unit: "名",
      better: "higher",
      aliases: ["新招聘教师", "新招聘中职学校教师", "招聘教师", "新进教师"],
      note: "特聘岗不计入。",
      from: { aggregate: { kind: "sum", column: "hired" }, where: isIn("way", "assessment", "examination", "transfer", "contract"), by: { inflowWay: "way", teacherKind: "kind" } },
    },
    { code: "teachers.hireQuota", zh: "教师补充计划名额", en: "Quota for hiring", unit: "名", aliases: ["招聘名额", "招聘计划数"], from: { aggregate: { kind: "sum", column: "quota" }, by: { inflowWay: "way" } } },
    {
      code: "teachers.specialPosts",
      zh: "特聘教师岗",
      en: "Specially appointed posts",
      unit: "名",
      better: "higher",
      aliases: ["兼职特聘教师岗", "特聘岗计划", "省财政支持的兼职特聘教师岗"],
      from: { aggregate: { kind: "sum", column: "hired" }, where: isIn("way", "special") },
    },
  ],
};

const outflow: LedgerInput = {
  kind: "register",
  code: "teachers.outflow",
  zh: "专任教师减少台账",
  en: "Teachers who left",
  reportedBy: ["school"],
  department: "人事处",
  note: "按减少方式和任教类别各填一行人数，不填姓名。",
  naturalKey: ["way", "kind"],
  columns: [
    { code: "way", zh: "减少方式", en: "Way out", type: "choice", choices: "outflowWay", required: true, aliases: ["方式", "减少原因"] },
    { code: "kind", zh: "任教类别", en: "Kind", type: "choice", choices: "teacherKind", required: true, aliases: ["岗位类别"] },
    { code: "number", zh: "人数", en: "Number", type: "integer", unit: "人", required: true, aliases: ["减少人数"] },
  ],
  elements: [
    {
      code: "teachers.departed",
      zh: "专任教师减少人数",
      en: "Teachers who left",
      unit: "人",
      better: "lower",
      aliases: ["减少教师", "流出教师", "离岗教师"],
      from: { aggregate: { kind: "sum", column: "number" }, by: { outflowWay: "way", teacherKind: "kind" } },
    },
  ],
};

const training: LedgerInput = {
  kind: "register",
  code: "teachers.training",
  zh: "教师培训台账",
  en: "Training of teachers",
  reportedBy: ["school"],
  department: "教师发展中心",
  note: "本校教师参加的培训，一行一个项目；校本教研活动不填。",
  source: sichuan,
  naturalKey: ["title", "startedOn"],
  columns: [
    { code: "title", zh: "培训项目", en: "Training", type: "text", required: true, aliases: ["培训名称", "项目名称"] },
    { code: "kind", zh: "培训类型", en: "Kind", type: "choice", choices: "teacherTrainingKind", required: true, aliases: ["类型"] },
    { code: "level", zh: "培训级别", en: "Level", type: "choice", choices: "trainingLevel", required: true, aliases: ["级别"] },
    { code: "startedOn", zh: "开始日期", en: "Start", type: "date", required: true, aliases: ["培训时间", "日期"] },
    { code: "personTimes", zh: "参训人次", en: "Person-times", type: "integer", unit: "人次", required: true, aliases: ["人次", "培训人数"] },
    { code: "hours", zh: "每人学时", en: "Hours each", type: "integer", unit: "学时", required: true, aliases: ["学时", "课时"] },
    { code: "personHours", zh: "总学时", en: "Person-hours", type: "integer", unit: "学时", required: true, aliases: ["人学时"] },
  ],
  elements: [
    {
      code: "teachers.trainingPersonTimes",
      zh: "教师培训人次",
      en: "Person-times trained",
      unit: "人次",
      better: "higher",
      aliases: ["教师参加培训", "教师培训"],
      from: { aggregate: { kind: "sum", column: "personTimes" }, by: { trainingLevel: "level" } },
    },
    {
      code: "teachers.trainingByKind",
      zh: "分类型教师培训人次",
      en: "Person-times by kind",
      unit: "人次",
      better: "higher",
      aliases: ["骨干教师培训和青年教师企业实践培训"],
      from: { aggregate: { kind: "sum", column: "personTimes" }, by: { teacherTrainingKind: "kind" } },
    },
    { code: "teachers.trainingHours", zh: "教师培训总学时", en: "Person-hours of training", unit: "学时", better: "higher", aliases: ["教师培训学时"], from: { aggregate: { kind: "sum", column: "personHours" } } },
  ],
};

const talent: LedgerInput = {
  kind: "register",
  code: "teachers.talent",
  zh: "人才培养计划台账",
  en: "Talent programme",
  reportedBy: ["city"],
  department: "人事科",
  note: "市级职业教育人才培养计划的遴选名额与遴选结果，一类一行。",
  naturalKey: ["programme", "class"],
  columns: [
    { code: "programme", zh: "计划名称", en: "Programme", type: "text", required: true, aliases: ["人才计划"] },
    { code: "class", zh: "人才类别", en: "Class", type: "choice", choices: "talentClass", required: true, aliases: ["类别"] },
    { code: "quota", zh: "遴选名额", en: "Quota", type: "integer", unit: "名", required: true, aliases: ["名额"] },
    { code: "chosen", zh: "已遴选", en: "Chosen", type: "integer", unit: "名", required: true, aliases: ["遴选人数"] },
    { code: "years", zh: "培养周期", en: "Years", type: "integer", unit: "年", required: false, aliases: ["周期"] },
  ],
  elements: [
    { code: "teachers.talentQuota", zh: "人才培养计划名额", en: "Quota of the talent programme", unit: "名", better: "higher", aliases: ["遴选名额"], from: { aggregate: { kind: "sum", column: "quota" }, by: { talentClass: "class" } } },
    {
      code: "teachers.talentChosen",
      zh: "人才培养计划人选",
      en: "Chosen for the talent programme",
      unit: "名",
      better: "higher",
      aliases: ["遴选人选", "培养对象", "重点培养人选"],
      from: { aggregate: { kind: "sum", column: "chosen" }, by: { talentClass: "class" } },
    },
  ],
};

const contests: LedgerInput = {
  kind: "register",
  code: "teachers.contests",
  zh: "班主任与教师竞赛台账",
  en: "Contests of class teachers",
  reportedBy: ["city"],
  department: "职成教科",
  note: "市组队参加或市里举办的班主任、教师竞赛，一项赛事一行。",
  naturalKey: ["name", "level"],
  columns: [
    { code: "name", zh: "赛事名称", en: "Contest", type: "text", required: true, aliases: ["竞赛名称", "活动名称"] },
    { code: "level", zh: "级别", en: "Level", type: "choice", choices: "level", required: true, aliases: ["赛事级别"] },
    { code: "heldOn", zh: "日期", en: "Date", type: "date", required: false, aliases: ["时间"] },
    { code: "entrants", zh: "参赛教师", en: "Entrants", type: "integer", unit: "名", required: true, aliases: ["参赛人数", "选手"] },
    { code: "first", zh: "一等奖", en: "First prizes", type: "integer", unit: "名", required: true },
    { code: "second", zh: "二等奖", en: "Second prizes", type: "integer", unit: "名", required: true },
    { code: "third", zh: "三等奖", en: "Third prizes", type: "integer", unit: "名", required: true },
    { code: "organisingAwards", zh: "优秀组织奖", en: "Organising awards", type: "integer", unit: "个", required: false, aliases: ["组织奖"] },
    { code: "hosted", zh: "是否承办", en: "Hosted here", type: "boolean", required: false, aliases: ["承办"] },
  ],
  elements: [
    { code: "teachers.contestEntrants", zh: "班主任竞赛参赛教师", en: "Entrants", unit: "名", aliases: ["参赛班主任", "班主任选手"], from: { aggregate: { kind: "sum", column: "entrants" }, by: { level: "level" } } },
    { code: "teachers.contestFirst", zh: "班主任竞赛一等奖", en: "First prizes", unit: "名", better: "higher", aliases: ["班主任一等奖"], from: { aggregate: { kind: "sum", column: "first" }, by: { level: "level" } } },
    { code: "teachers.contestSecond", zh: "班主任竞赛二等奖", en: "Second prizes", unit: "名", better: "higher", aliases: ["班主任二等奖"], from: { aggregate: { kind: "sum", column: "second" }, by: { level: "level" } } },
    { code: "teachers.contestThird", zh: "班主任竞赛三等奖", en: "Third prizes", unit: "名", better: "higher", aliases: ["班主任三等奖"], from: { aggregate: { kind: "sum", column: "third" }, by: { level: "level" } } },
    {
      code: "teachers.contestOrganisingAwards",
      zh: "班主任竞赛优秀组织奖",
      en: "Organising awards",
      unit: "个",
      better: "higher",
      aliases: ["班主任优秀组织奖"],
      from: { aggregate: { kind: "sum", column: "organisingAwards" }, by: { level: "level" } },
    },
  ],
};

export const teachers = defineSubject({
  code: "teachers",
  zh: "教师队伍",
  en: "Teachers",
  ledgers: [staff, work, inflow, outflow, training, talent, contests],
  indicators: teachersIndicators,
  checks: teachersChecks,
});
