/** Attainment and life at school (学生素质与在校体验): tests, certificates, satisfaction, aid, conduct, activities. */
import { isIn } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { attainmentChecks } from "./attainment-checks.ts";
import { attainmentIndicators } from "./attainment-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：学生素质、在校体验");
const aidRule = unverified("中等职业教育国家资助政策（免学费、国家助学金、国家奖学金）");

const tests: LedgerInput = {
  kind: "form",
  code: "attainment.tests",
  zh: "学业与体质测评表",
  en: "Tests",
  reportedBy: ["school"],
  department: "教务处",
  note: "填参加人数和合格人数，合格率由系统计算。不得填“以上”“左右”的数。",
  source: sichuan,
  elements: [
    { code: "attainment.culturalTested", zh: "文化课参加测评学生", en: "Tested in common courses", unit: "人", nature: "flow", aliases: ["文化课测评人数"] },
    { code: "attainment.culturalPassed", zh: "文化课合格学生", en: "Passed in common courses", unit: "人", nature: "flow", better: "higher", aliases: ["文化课合格人数"] },
    { code: "attainment.skillTested", zh: "专业技能参加测评学生", en: "Tested in skills", unit: "人", nature: "flow", aliases: ["专业技能测评人数"] },
    { code: "attainment.skillPassed", zh: "专业技能合格学生", en: "Passed in skills", unit: "人", nature: "flow", better: "higher", aliases: ["专业技能合格人数"] },
    { code: "attainment.fitnessTested", zh: "体质测评学生", en: "Tested in fitness", unit: "人", nature: "flow", aliases: ["体质测评人数", "体质健康测试人数"], note: "应测减免测后的实测人数。" },
    { code: "attainment.fitnessExempt", zh: "体质免测学生", en: "Exempt from the fitness test", unit: "人", nature: "flow", aliases: ["免测人数"] },
    { code: "attainment.fitnessPassed", zh: "体质测评合格学生", en: "Passed in fitness", unit: "人", nature: "flow", better: "higher", aliases: ["体质合格人数", "体质测评合格人数"], note: "《国家学生体质健康标准》60分及以上。" },
    { code: "attainment.cityTested", zh: "市级质量检测参测人次", en: "Tested by the city", unit: "人次", nature: "flow", dimensions: ["testSubject"], aliases: ["市级检测人次"] },
    { code: "attainment.cityPassed", zh: "市级质量检测合格人次", en: "Passed the city's test", unit: "人次", nature: "flow", dimensions: ["testSubject"], better: "higher", aliases: ["市级检测合格人次"] },
  ],
};

const certificates: LedgerInput = {
  kind: "form",
  code: "attainment.certificates",
  zh: "证书表",
  en: "Certificates",
  reportedBy: ["school"],
  department: "教务处",
  source: sichuan,
  elements: [
    {
      code: "attainment.certificateEntrants",
      zh: "参加职业资格（等级）考核的毕业生",
      en: "Graduates entered for a vocational certificate",
      unit: "人",
      nature: "flow",
      required: false,
      aliases: ["参加考证毕业生", "参加资格考核毕业生"],
      note: "在校期间参加过职业资格（等级）考核的毕业生，一人多次只计一人。",
    },
    {
      code: "attainment.certified",
      zh: "取得职业资格（等级）证书的毕业生",
      en: "Graduates with a vocational certificate",
      unit: "人",
      nature: "flow",
      better: "higher",
      aliases: ["获得资格证书毕业生", "取证毕业生"],
      note: "毕业时至少持有一本职业资格证书或职业技能等级证书的毕业生，一人多证计一人。",
    },
    { code: "attainment.doubleCertified", zh: "取得双证书的毕业生", en: "Graduates with both certificates", unit: "人", nature: "flow", better: "higher", aliases: ["双证书毕业生"], note: "同时取得毕业证书和职业资格（等级）证书。" },
    { code: "attainment.certificates", zh: "职业资格（等级）证书", en: "Certificates won", unit: "个", nature: "flow", better: "higher", aliases: ["资格证书数", "证书总数"] },
    { code: "attainment.onePlusXEntrants", zh: "1+X证书参考学生", en: "Entered for 1+X", unit: "人次", nature: "flow", aliases: ["1+X参考人次", "参加1+X考核"] },
    { code: "attainment.onePlusXPassed", zh: "1+X证书取证学生", en: "Passed 1+X", unit: "人次", nature: "flow", better: "higher", aliases: ["1+X取证人次", "取得1+X证书"] },
  ],
};

const satisfaction: LedgerInput = {
  kind: "form",
  code: "attainment.satisfactionSurvey",
  zh: "在校体验满意度调查表",
  en: "Satisfaction survey",
  reportedBy: ["school"],
  department: "学生处",
  note: "填各选项人数，比例由系统计算，三项比例之和自然为100%。没有开展调查的填“—”。",
  source: sichuan,
  elements: [{ code: "attainment.satisfaction", zh: "满意度调查人次", en: "Answers", unit: "人次", nature: "flow", dimensions: ["satisfactionItem", "satisfactionGrade"], required: false, aliases: ["满意度调查"] }],
};

const aid: LedgerInput = {
  kind: "form",
  code: "attainment.aid",
  zh: "学生资助表",
  en: "Student aid",
  reportedBy: ["school"],
  department: "资助中心",
  source: aidRule,
  elements: [
    {
      code: "attainment.aidRecipients",
      zh: "受资助学生",
      en: "Recipients",
      unit: "人次",
      nature: "flow",
      dimensions: ["aidKind"],
      better: "neutral",
      aliases: ["资助学生", "享受资助学生", "享受国家助学金学生", "免学费学生"],
      note: "按类别填写，一名学生享受两类资助在两类中各计一次。",
    },
    { code: "attainment.aidAmount", zh: "资助金额", en: "Amount of aid", unit: "元", nature: "flow", dimensions: ["aidKind"], better: "neutral", aliases: ["资助资金", "发放助学金", "免学费补助资金"] },
    { code: "attainment.poorStudents", zh: "建档立卡等家庭经济困难学生", en: "Students from poor families", unit: "人", aliases: ["建档立卡学生", "贫困家庭学生", "家庭经济困难学生"] },
  ],
};

const life: LedgerInput = {
  kind: "form",
  code: "attainment.life",
  zh: "校园生活与安全表",
  en: "Life at school",
  reportedBy: ["school"],
  department: "学生处",
  source: sichuan,
  elements: [
    { code: "attainment.clubs", zh: "学生社团", en: "Clubs", unit: "个", better: "higher", aliases: ["社团", "社团数", "学生社团数"] },
    { code: "attainment.clubMembers", zh: "参加社团学生", en: "Club members", unit: "人", better: "higher", aliases: ["社团成员"], note: "一人参加几个社团只计一人。" },
    { code: "attainment.volunteers", zh: "注册志愿者学生", en: "Volunteers", unit: "人", better: "higher", aliases: ["志愿者", "学生志愿者"] },
    { code: "attainment.volunteerHours", zh: "志愿服务时长", en: "Hours of volunteering", unit: "小时", nature: "flow", better: "higher", aliases: ["志愿服务小时"] },
    { code: "attainment.conduct", zh: "操行评定学生", en: "Graded in conduct", unit: "人", nature: "flow", dimensions: ["conductGrade"], aliases: ["操行评定"] },
    { code: "attainment.violations", zh: "受违纪处分学生", en: "Disciplined", unit: "人", nature: "flow", better: "lower", aliases: ["违纪学生", "违纪人数"] },
    { code: "attainment.seriousAccidents", zh: "安全责任事故", en: "Accidents", unit: "例", nature: "flow", better: "lower", aliases: ["安全事故", "校园安全事故"] },
    { code: "attainment.safetyDrills", zh: "安全应急演练", en: "Drills", unit: "次", nature: "flow", better: "higher", aliases: ["应急演练"] },
    { code: "attainment.moralHonours", zh: "德育荣誉", en: "Honours for moral education", unit: "项", nature: "flow", better: "higher", aliases: ["德育获奖", "德育工作荣誉"] },
    { code: "attainment.moralProjects", zh: "德育课题", en: "Research on moral education", unit: "项", nature: "flow", better: "higher", aliases: ["德育课题数"] },
  ],
};

const moral: LedgerInput = {
  kind: "register",
  code: "attainment.moralActivities",
  zh: "德育活动台账",
  en: "Moral-education activities",
  reportedBy: ["school", "city"],
  department: "学生处",
  note: "谁主办谁填，一项活动一行；系列活动合并填写，场次填次数。",
  source: sichuan,
  naturalKey: ["title", "heldOn"],
  columns: [
    { code: "title", zh: "活动名称", en: "Activity", type: "text", required: true, aliases: ["名称", "主题"] },
    { code: "kind", zh: "德育活动类别", en: "Kind", type: "choice", choices: "moralKind", required: true, aliases: ["类别"] },
    { code: "heldOn", zh: "日期", en: "Date", type: "date", required: true, aliases: ["时间", "开始日期"] },
    { code: "sessions", zh: "场次", en: "Sessions", type: "integer", unit: "场", required: true, aliases: ["次数"] },
    { code: "personTimes", zh: "参加人次", en: "Participants", type: "integer", unit: "人次", required: true, aliases: ["人次", "参加学生"] },
  ],
  elements: [
    { code: "attainment.moralSessions", zh: "德育活动场次", en: "Sessions", unit: "场", better: "higher", aliases: ["德育活动", "德育主题教育活动"], from: { aggregate: { kind: "sum", column: "sessions" }, by: { moralKind: "kind" } } },
    { code: "attainment.moralPersonTimes", zh: "德育活动参加人次", en: "Participants", unit: "人次", better: "higher", aliases: ["参加德育活动"], from: { aggregate: { kind: "sum", column: "personTimes" }, by: { moralKind: "kind" } } },
    {
      code: "attainment.safetySessions",
      zh: "珍爱生命与安全教育场次",
      en: "Sessions on safety",
      unit: "场",
      better: "higher",
      aliases: ["安全教育场次"],
      from: { aggregate: { kind: "sum", column: "sessions" }, where: isIn("kind", "lifeSafety") },
    },
  ],
};

export const attainment = defineSubject({
  code: "attainment",
  zh: "学生素质与在校体验",
  en: "Attainment and life at school",
  ledgers: [tests, certificates, satisfaction, aid, life, moral],
  indicators: attainmentIndicators,
  checks: attainmentChecks,
});
