/** Students (学生规模): the enrolment task and intake, the enrolled as stock and flow, the cohort due, publicity. */
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { studentsChecks } from "./students-checks.ts";
import { studentsIndicators } from "./students-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：规模");
const statistics = unverified("中等职业教育学校（机构）统计调查制度");

const enrolment: LedgerInput = {
  kind: "form",
  code: "students.enrolment",
  zh: "在校生情况表",
  en: "Enrolment",
  reportedBy: ["school"],
  department: "教务处",
  note: "全日制学历教育学生，年末数；技工学历另列，不计入在校生和招生数。上年末在校生＋招生＋转入－毕业－离校＝年末在校生。",
  source: sichuan,
  elements: [
    {
      code: "students.enrolled",
      zh: "在校生",
      en: "Students enrolled",
      unit: "人",
      dimensions: ["grade", "gender"],
      better: "higher",
      aliases: ["在校生数", "在校学生", "在校生人数", "在校生总数", "学历教育在校生", "在校学生数", "在校学生总数", "在校学生规模", "在校学生总规模", "在校生规模", "在校生总规模", "在籍在校生", "学历教育在校学生"],
      note: "年末在校的全日制学历教育学生，含顶岗实习学生，不含技工。",
      source: statistics,
    },
    { code: "students.opening", zh: "上年末在校生", en: "Enrolled at the end of last year", unit: "人", dimensions: ["grade", "gender"], aliases: ["期初在校生", "年初在校生"], note: "等于上一年度报送的年末在校生。" },
    { code: "students.newByGender", zh: "本年招收新生", en: "New students", unit: "人", nature: "flow", dimensions: ["gender"], aliases: ["新生注册"], note: "与分类别招生数为同一批学生。" },
    { code: "students.transferredIn", zh: "转入与复学", en: "Transferred in", unit: "人", nature: "flow", dimensions: ["gender"], aliases: ["转入", "转入学生", "复学"] },
    { code: "students.graduatedByGender", zh: "本年毕业学生", en: "Graduated", unit: "人", nature: "flow", dimensions: ["gender"], aliases: ["毕业离校"] },
    {
      code: "students.left",
      zh: "离校学生",
      en: "Left",
      unit: "人",
      nature: "flow",
      dimensions: ["grade", "gender"],
      better: "lower",
      aliases: ["流失学生", "流失人数", "离校人数", "减少学生"],
      note: "未毕业而离开的学生，含退学、转出、取消学籍；按离校时所在年级。",
    },
    { code: "students.leftByReason", zh: "分原因离校学生", en: "Left by reason", unit: "人", nature: "flow", dimensions: ["leaveReason"], better: "lower", aliases: ["流失原因"] },
    { code: "students.boarders", zh: "寄宿生", en: "Boarders", unit: "人", aliases: ["住校生", "寄宿学生"] },
    { code: "students.rural", zh: "农村户籍学生", en: "From rural households", unit: "人", aliases: ["农村学生", "农村户籍在校生"] },
    { code: "students.outOfCity", zh: "外市户籍学生", en: "From elsewhere", unit: "人", aliases: ["市外学生", "外地学生"] },
    { code: "students.technicalEnrolled", zh: "技工学历在校生", en: "In technical-school programmes", unit: "人", required: false, aliases: ["技工在校生", "技工院校在校生"], note: "只有开设技工学历教育的学校填写；不计入在校生。" },
  ],
};

const intake: LedgerInput = {
  kind: "form",
  code: "students.intakeForm",
  zh: "招生情况表",
  en: "Intake",
  reportedBy: ["school"],
  department: "招生就业处",
  note: "当年实际录取并注册的新生。",
  source: sichuan,
  elements: [
    {
      code: "students.intake",
      zh: "招生数",
      en: "Intake",
      unit: "人",
      nature: "flow",
      dimensions: ["schooling"],
      better: "higher",
      aliases: ["招生", "中职学历招生", "招生人数", "学历招生", "完成招生", "招生总数", "招生规模", "招收新生", "招收学生"],
      note: "学历教育招生，不含技工院校；按学历教育类别填写。",
      source: statistics,
    },
    { code: "students.intakeByOrigin", zh: "分生源招生", en: "Intake by origin", unit: "人", nature: "flow", dimensions: ["intakeOrigin"], required: false, aliases: ["招生生源结构"], note: "各类生源之和等于招生数。" },
    { code: "students.technicalIntake", zh: "技工学历招生", en: "Technical-school intake", unit: "人", nature: "flow", required: false, aliases: ["技工招生", "技工院校招生"], note: "不计入招生数。" },
    { code: "students.plannedIntake", zh: "招生计划", en: "Planned intake", unit: "人", nature: "flow", aliases: ["招生计划数", "计划招生"], note: "主管部门下达给本校的招生计划。" },
    { code: "students.applicants", zh: "报名人数", en: "Applicants", unit: "人", nature: "flow", required: false, aliases: ["报名学生"] },
  ],
};

const cohort: LedgerInput = {
  kind: "form",
  code: "students.cohort",
  zh: "毕业届别情况表",
  en: "Cohort due to graduate",
  reportedBy: ["school"],
  department: "教务处",
  note: "毕业率有两种基数：应届应毕业生和三年前招生数，两个都填，系统分别计算。",
  elements: [
    { code: "students.graduated", zh: "毕业人数", en: "Graduated", unit: "人", nature: "flow", aliases: ["毕业学生数"], note: "当年取得毕业证书的学历教育学生，与毕业生去向表的毕业生数一致。" },
    { code: "students.cohortDue", zh: "应届应毕业生", en: "Due to graduate", unit: "人", nature: "flow", aliases: ["应毕业生数", "应毕业学生"], note: "当年应当毕业的在籍学生，含结业、延期毕业者。" },
    { code: "students.cohortIntake", zh: "本届学生三年前招生数", en: "Intake of the cohort three years before", unit: "人", nature: "flow", aliases: ["入学时招生数", "三年前招生数"] },
  ],
};

const task: LedgerInput = {
  kind: "form",
  code: "students.taskForm",
  zh: "招生任务与普职结构表",
  en: "Enrolment task",
  reportedBy: ["city"],
  department: "职成教科",
  note: "省下达全市的招生任务和全市高中阶段招生结构，由市级填报，不由学校相加。",
  elements: [
    { code: "students.task", zh: "招生任务", en: "Enrolment task", unit: "人", nature: "flow", rollUp: "own", aliases: ["省定招生任务", "下达招生任务", "招生任务数"], note: "上级下达的中等职业教育招生任务。" },
    { code: "students.generalIntake", zh: "普通高中招生数", en: "Intake of general high schools", unit: "人", nature: "flow", rollUp: "own", aliases: ["普高招生", "普通高中招生"] },
    { code: "students.juniorGraduates", zh: "初中毕业生数", en: "Junior-high graduates", unit: "人", nature: "flow", rollUp: "own", aliases: ["初中毕业生"] },
  ],
};

const yearbook: LedgerInput = {
  kind: "form",
  code: "students.yearbook",
  zh: "教育事业统计对照表",
  en: "Education statistics",
  reportedBy: ["county", "city"],
  department: "发展规划科",
  note: "填教育事业统计报表中本县（市、区）、本市中职学校的数，与学校填报的合计对照；统计时点不同（学年初、年末）造成的差额请说明。",
  source: statistics,
  elements: [
    { code: "students.yearbookEnrolled", zh: "事业统计中职在校生", en: "Enrolled by the education statistics", unit: "人", rollUp: "own", required: false, aliases: ["事业统计在校生"], note: "不含技工院校。" },
    { code: "students.yearbookIntake", zh: "事业统计中职招生", en: "Intake by the education statistics", unit: "人", nature: "flow", rollUp: "own", required: false, aliases: ["事业统计招生"], note: "不含技工院校。" },
  ],
};

const publicity: LedgerInput = {
  kind: "register",
  code: "students.publicity",
  zh: "招生宣传与活动周台账",
  en: "Publicity",
  reportedBy: ["school", "county", "city"],
  department: "招生就业处",
  note: "谁主办谁填，每场活动一行；参加人数按实际到场统计，分项之和不超过合计。",
  naturalKey: ["title", "heldOn"],
  columns: [
    { code: "title", zh: "活动名称", en: "Event", type: "text", required: true, aliases: ["名称", "主题"] },
    { code: "kind", zh: "活动类别", en: "Kind", type: "choice", choices: "publicityKind", required: true, aliases: ["类别"] },
    { code: "heldOn", zh: "日期", en: "Date", type: "date", required: true, aliases: ["时间", "举办日期"] },
    { code: "participants", zh: "参加人数", en: "Participants", type: "integer", unit: "人", required: true, aliases: ["参加活动人数", "合计"] },
    { code: "officials", zh: "其中：政府及部门人员", en: "Officials", type: "integer", unit: "人", required: false, aliases: ["领导和部门负责人"] },
    { code: "firms", zh: "其中：行业企业代表", en: "From firms", type: "integer", unit: "人", required: false, aliases: ["企业代表"] },
    { code: "schoolHeads", zh: "其中：初中校长和教师", en: "From junior high schools", type: "integer", unit: "人", required: false, aliases: ["初中校长"] },
    { code: "students", zh: "其中：师生和家长", en: "Teachers, students, parents", type: "integer", unit: "人", required: false, aliases: ["师生代表", "师生"] },
  ],
  elements: [
    { code: "students.publicityEvents", zh: "招生宣传活动场次", en: "Publicity events", unit: "场", better: "higher", aliases: ["宣传活动", "招生宣传活动"], from: { aggregate: { kind: "count" }, by: { publicityKind: "kind" } } },
    {
      code: "students.publicityParticipants",
      zh: "招生宣传活动参加人数",
      en: "Participants",
      unit: "人",
      better: "higher",
      aliases: ["参加活动", "活动周参加人数"],
      from: { aggregate: { kind: "sum", column: "participants" }, by: { publicityKind: "kind" } },
    },
  ],
};

export const students = defineSubject({
  code: "students",
  zh: "学生规模",
  en: "Students",
  ledgers: [enrolment, intake, cohort, task, yearbook, publicity],
  indicators: studentsIndicators,
  checks: studentsChecks,
});
