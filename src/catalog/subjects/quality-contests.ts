/** Contests: what a school's entries won at any level (from schools), and the contests that the city held (from the city). */
import { isTrue, present } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { LedgerInput } from "../../core/definition/subject.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目：技能奖（国/省/市×一、二、三等）、文明风采奖");
const own = unverified("本系统按竞赛组织惯例定义");

const entries: LedgerInput = {
  kind: "register",
  code: "quality.contestEntries",
  zh: "学生竞赛参赛获奖台账",
  en: "Contest entries and prizes",
  reportedBy: ["school"],
  department: "教务处",
  note: "每个赛项、每个等次一行，“参赛数”填该等次的作品（队、人）数；没有获奖的也要填一行，等次留空，否则获奖率会虚高。只填学生竞赛，教师竞赛填入教师台账。",
  source: sichuan,
  naturalKey: ["level", "contest", "event", "grade"],
  columns: [
    { code: "level", zh: "竞赛级别", en: "Level", type: "choice", choices: "level", required: true, aliases: ["级别"], note: "按主办单位的级别：全国职业院校技能大赛为国家级，市级选拔赛为市级。" },
    { code: "category", zh: "竞赛类别", en: "Category", type: "choice", choices: "contestCategory", required: true, aliases: ["类别"] },
    { code: "contest", zh: "竞赛名称", en: "Contest", type: "text", required: true, aliases: ["大赛名称", "比赛名称"] },
    { code: "event", zh: "赛项", en: "Event", type: "text", required: true, aliases: ["项目", "比赛项目"] },
    { code: "heldOn", zh: "比赛日期", en: "Date", type: "date", required: false, aliases: ["日期", "时间"] },
    { code: "grade", zh: "获奖等次", en: "Prize", type: "choice", choices: "prizeGrade", required: false, aliases: ["等次", "奖项", "等级"], note: "没有获一、二、三等奖的留空（优秀奖也留空）。" },
    { code: "entries", zh: "参赛数", en: "Entries", type: "integer", unit: "个", required: true, aliases: ["数量", "个数", "参赛队（作品）数"], note: "团体项目一队计一个。" },
    { code: "entrants", zh: "参赛学生", en: "Students", type: "integer", unit: "人", required: true, aliases: ["参赛人数", "学生数"] },
    { code: "tutors", zh: "辅导教师", en: "Tutors", type: "integer", unit: "人次", required: false, aliases: ["指导教师"] },
  ],
  elements: [
    {
      code: "quality.entries",
      zh: "竞赛参赛数",
      en: "Contest entries",
      unit: "个",
      aliases: ["参赛项目数", "参赛作品数", "参赛队数"],
      note: "含未获奖的，是获奖率的分母。",
      from: { aggregate: { kind: "sum", column: "entries" }, by: { level: "level", contestCategory: "category" } },
    },
    {
      code: "quality.prizes",
      zh: "竞赛获奖数",
      en: "Prizes",
      unit: "个",
      better: "higher",
      aliases: ["竞赛获奖", "获奖个数", "技能大赛获奖", "竞赛奖项"],
      note: "一、二、三等奖，按级别、类别、等次；同一作品逐级获奖的各级分别计。",
      from: { aggregate: { kind: "sum", column: "entries" }, where: present("grade"), by: { level: "level", contestCategory: "category", prizeGrade: "grade" } },
    },
    { code: "quality.entrants", zh: "竞赛参赛学生", en: "Students in contests", unit: "人次", better: "higher", aliases: ["参赛学生数", "学生参赛人次"], from: { aggregate: { kind: "sum", column: "entrants" }, by: { level: "level" } } },
    {
      code: "quality.prizeTutors",
      zh: "获奖辅导教师",
      en: "Tutors of prize winners",
      unit: "人次",
      better: "higher",
      aliases: ["获奖项目指导教师"],
      from: { aggregate: { kind: "sum", column: "tutors" }, where: present("grade"), by: { level: "level" } },
    },
  ],
};

const cityContests: LedgerInput = {
  kind: "register",
  code: "quality.cityContests",
  zh: "市级学生竞赛项目台账",
  en: "Contests held by the city",
  reportedBy: ["city"],
  department: "职教教研室",
  note: "市里举办的每个项目一行，参赛和获奖为该项目的全部参赛单位（可以含高职中专部）。学校填的是本校参赛获奖，两者不相加。",
  source: own,
  naturalKey: ["event"],
  columns: [
    { code: "event", zh: "赛项", en: "Event", type: "text", required: true, aliases: ["项目", "项目名称"] },
    { code: "category", zh: "竞赛类别", en: "Category", type: "choice", choices: "contestCategory", required: true, aliases: ["类别"] },
    { code: "allParticipation", zh: "全员化试点", en: "Open to all", type: "boolean", required: true, aliases: ["全员化", "全员化试点项目"] },
    { code: "venue", zh: "承办学校", en: "Venue", type: "text", required: true, aliases: ["承办单位", "赛点", "比赛地点"] },
    { code: "heldOn", zh: "比赛日期", en: "Date", type: "date", required: false, aliases: ["日期"] },
    { code: "entrants", zh: "参赛学生", en: "Students", type: "integer", unit: "人", required: true, aliases: ["参赛人数", "学生数"] },
    { code: "first", zh: "一等奖", en: "First prizes", type: "integer", unit: "名", required: true },
    { code: "second", zh: "二等奖", en: "Second prizes", type: "integer", unit: "名", required: true },
    { code: "third", zh: "三等奖", en: "Third prizes", type: "integer", unit: "名", required: true },
    { code: "tutors", zh: "优秀辅导教师", en: "Commended tutors", type: "integer", unit: "人次", required: true, aliases: ["辅导教师", "优秀指导教师"] },
  ],
  elements: [
    { code: "quality.cityEvents", zh: "市级竞赛项目", en: "Events of the city's contests", unit: "个", aliases: ["市级技能大赛项目", "比赛项目数", "市赛项目"], from: { aggregate: { kind: "count" }, by: { contestCategory: "category" } } },
    { code: "quality.cityAllParticipation", zh: "全员化试点项目", en: "Events open to all", unit: "个", aliases: ["全员化项目", "全员化竞赛项目"], from: { aggregate: { kind: "count" }, where: isTrue("allParticipation") } },
    {
      code: "quality.cityEntrants",
      zh: "市级竞赛参赛学生",
      en: "Students in the city's contests",
      unit: "名",
      better: "higher",
      aliases: ["市赛参赛学生", "市级技能大赛参赛学生", "市级竞赛参赛人数"],
      from: { aggregate: { kind: "sum", column: "entrants" }, by: { contestCategory: "category" } },
    },
    { code: "quality.cityFirst", zh: "市级竞赛一等奖", en: "First prizes of the city", unit: "名", aliases: ["市级一等奖", "市赛一等奖"], from: { aggregate: { kind: "sum", column: "first" }, by: { contestCategory: "category" } } },
    { code: "quality.citySecond", zh: "市级竞赛二等奖", en: "Second prizes of the city", unit: "名", aliases: ["市级二等奖", "市赛二等奖"], from: { aggregate: { kind: "sum", column: "second" }, by: { contestCategory: "category" } } },
    { code: "quality.cityThird", zh: "市级竞赛三等奖", en: "Third prizes of the city", unit: "名", aliases: ["市级三等奖", "市赛三等奖"], from: { aggregate: { kind: "sum", column: "third" }, by: { contestCategory: "category" } } },
    { code: "quality.cityTutors", zh: "市级竞赛优秀辅导教师", en: "Commended tutors of the city", unit: "人次", aliases: ["优秀辅导教师", "优秀指导教师"], from: { aggregate: { kind: "sum", column: "tutors" } } },
    { code: "quality.cityVenues", zh: "市级竞赛承办学校", en: "Venues of the city's contests", unit: "所", rollUp: "distinct", aliases: ["市赛承办学校", "竞赛赛点"], from: { aggregate: { kind: "countDistinct", column: "venue" } } },
  ],
};

const cityForm: LedgerInput = {
  kind: "form",
  code: "quality.cityForm",
  zh: "市级竞赛组织表",
  en: "How the city's contests were organised",
  reportedBy: ["city"],
  department: "职教教研室",
  source: own,
  elements: [
    { code: "quality.participatingUnits", zh: "市级竞赛参赛单位", en: "Units in the city's contests", unit: "所", nature: "flow", aliases: ["市赛参赛学校", "市级竞赛参赛学校"], note: "含高职院校中专部。" },
    { code: "quality.organisingAwards", zh: "优秀组织奖", en: "Awards for organisers", unit: "个", nature: "flow", aliases: ["优秀组织单位", "优秀组织奖单位"] },
    { code: "quality.hostedContests", zh: "承办省级以上赛事", en: "Provincial contests hosted", unit: "次", nature: "flow", better: "higher", aliases: ["承办省级赛事", "承办省级大赛"] },
  ],
};

export const contestLedgers: readonly LedgerInput[] = [entries, cityContests, cityForm];
