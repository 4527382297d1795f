/** Dimensions of students and their life at school: why they leave, how schools recruit, what was asked of them. */
import type { Dimension } from "../core/definition/dimension.ts";

export const studentsDimensions: readonly Dimension[] = [
  {
    code: "publicityKind",
    zh: "宣传活动类别",
    en: "Kind of publicity",
    members: [
      { code: "activityWeek", zh: "职业教育活动周", en: "Vocational education week", aliases: ["活动周", "职教活动周"] },
      { code: "publicityMonth", zh: "招生宣传月", en: "Publicity month", aliases: ["宣传活动月", "招生宣传活动月"] },
      { code: "lectures", zh: "招生宣讲", en: "Lectures", aliases: ["宣讲团", "招生宣讲团", "集中宣讲"] },
      { code: "openDay", zh: "校园开放与职业体验", en: "Open days", aliases: ["开放日", "职业体验"] },
      { code: "service", zh: "职教便民服务", en: "Service to the public", aliases: ["便民服务", "职教服务"] },
      { code: "other", zh: "其他宣传", en: "Other", aliases: ["其他", "媒体宣传"] },
    ],
  },
  {
    code: "intakeOrigin",
    zh: "生源类别",
    en: "Where new students come from",
    members: [
      { code: "juniorThisYear", zh: "应届初中毕业生", en: "This year's junior-high graduates", aliases: ["应届初中毕业", "应届初中生"] },
      { code: "juniorEarlier", zh: "往届初中毕业生", en: "Earlier junior-high graduates", aliases: ["往届初中毕业", "往届初中生"] },
      { code: "senior", zh: "高中阶段毕（肄）业生", en: "From upper-secondary schools", aliases: ["高中毕业生", "高中起点"] },
      { code: "society", zh: "退役军人、农民工等社会生源", en: "Veterans, migrant workers and others", aliases: ["社会人员", "其他生源", "社会生源"] },
    ],
  },
  {
    code: "leaveReason",
    zh: "离校原因",
    en: "Reason for leaving",
    members: [
      { code: "dropout", zh: "退学", en: "Dropped out", aliases: ["辍学", "自动离校"] },
      { code: "transfer", zh: "转出", en: "Transferred out", aliases: ["转学", "转到外校"] },
      { code: "army", zh: "在校入伍", en: "Joined the army", aliases: ["应征入伍", "保留学籍入伍"] },
      { code: "cancelled", zh: "取消学籍", en: "Struck off", aliases: ["注销学籍", "重复学籍清理", "未注册"] },
      { code: "other", zh: "其他离校", en: "Other", aliases: ["休学未复学", "死亡", "其他"] },
    ],
  },
  {
    code: "testSubject",
    zh: "检测科目",
    en: "Subject of the test",
    members: [
      { code: "chinese", zh: "语文", en: "Chinese" },
      { code: "mathematics", zh: "数学", en: "Mathematics" },
      { code: "english", zh: "英语", en: "English", aliases: ["外语"] },
    ],
  },
  {
    code: "conductGrade",
    zh: "操行等级",
    en: "Grade of conduct",
    members: [
      { code: "excellent", zh: "操行优秀", en: "Excellent", aliases: ["优", "优秀"] },
      { code: "good", zh: "操行良好", en: "Good", aliases: ["良", "良好"] },
      { code: "passed", zh: "操行合格", en: "Passed", aliases: ["合格"] },
      { code: "failed", zh: "操行不合格", en: "Failed", aliases: ["不合格"] },
    ],
  },
  {
    code: "satisfactionItem",
    zh: "满意度项目",
    en: "Asked about",
    members: [
      { code: "theory", zh: "理论学习", en: "Theory", aliases: ["理论课"] },
      { code: "practice", zh: "专业学习与实训", en: "Practice", aliases: ["专业学习", "实习实训"] },
      { code: "campus", zh: "校园文化与社团", en: "Campus life", aliases: ["校园文化", "社团活动"] },
      { code: "life", zh: "生活服务", en: "Board and lodging", aliases: ["生活", "后勤服务"] },
      { code: "safety", zh: "校园安全", en: "Safety", aliases: ["安全"] },
      { code: "guidance", zh: "就业与成长指导", en: "Guidance", aliases: ["毕业生对学校", "就业指导"] },
      { code: "overall", zh: "总体评价", en: "Overall", aliases: ["总体满意度"] },
    ],
  },
  {
    code: "satisfactionGrade",
    zh: "满意程度",
    en: "How satisfied",
    members: [
      { code: "very", zh: "非常满意", en: "Very", aliases: ["满意"] },
      { code: "basically", zh: "基本满意", en: "Basically", aliases: ["较满意"] },
      { code: "not", zh: "不满意", en: "Not" },
    ],
  },
  {
    code: "aidKind",
    zh: "资助类别",
    en: "Kind of aid",
    members: [
      { code: "tuitionWaiver", zh: "免学费", en: "Tuition waived", aliases: ["免除学费"] },
      { code: "grant", zh: "国家助学金", en: "State grant", aliases: ["助学金"] },
      { code: "scholarship", zh: "国家奖学金", en: "State scholarship", aliases: ["奖学金"] },
      { code: "povertyAllowance", zh: "建档立卡等生活补助", en: "Allowance for poor families", aliases: ["雨露计划", "建档立卡补助", "生活补助"] },
      { code: "schoolAid", zh: "校级资助", en: "Aid by the school", aliases: ["学校资助", "勤工助学"] },
    ],
  },
  {
    code: "moralKind",
    zh: "德育活动类别",
    en: "Kind of moral-education activity",
    members: [
      { code: "theme", zh: "主题教育", en: "Theme", aliases: ["德育主题教育活动月", "主题班会", "主题教育活动"] },
      { code: "manners", zh: "文明礼仪与行为规范", en: "Manners", aliases: ["文明礼仪", "行为规范"] },
      { code: "lifeSafety", zh: "珍爱生命与安全教育", en: "Life and safety", aliases: ["安全教育", "生命教育", "风险防范"] },
      { code: "legal", zh: "法治教育", en: "Law", aliases: ["法制教育", "普法"] },
      { code: "mental", zh: "心理健康教育", en: "Mental health", aliases: ["心理健康"] },
      { code: "culture", zh: "传统文化与人文素养", en: "Culture", aliases: ["传统文化", "人文素养"] },
      { code: "other", zh: "其他德育活动", en: "Other", aliases: ["其他"] },
    ],
  },
];
