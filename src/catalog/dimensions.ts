/** Dimensions that several subjects share: who the students and teachers are. */
import type { Dimension, Member } from "../core/definition/dimension.ts";

const member = (code: string, zh: string, en: string, ...aliases: string[]): Member => (aliases.length > 0 ? { code, zh, en, aliases } : { code, zh, en });

const gender: Dimension = { code: "gender", zh: "性别", en: "Gender", members: [member("male", "男", "Male", "男生"), member("female", "女", "Female", "女生")] };

const grade: Dimension = {
  code: "grade",
  zh: "年级",
  en: "Grade",
  members: [member("one", "一年级", "First year", "一年级在校生"), member("two", "二年级", "Second year"), member("three", "三年级及以上", "Third year and above", "三年级")],
};

/** Kinds of schooling leading to a secondary vocational certificate; 技工 is counted apart everywhere. */
const schooling: Dimension = {
  code: "schooling",
  zh: "学历教育类别",
  en: "Kind of schooling",
  members: [
    member("specialised", "普通中专", "Specialised secondary", "普通中等专业学校", "中专"),
    member("vocationalHigh", "职业高中", "Vocational high school", "职高"),
    member("adult", "成人中专", "Adult secondary", "成人中等专业学校"),
    member("fiveYear", "五年制高职（中职段）", "Five-year college, first stage", "五年一贯制", "3+2中职段"),
  ],
};

/** Programme groups of the 2010 catalogue of secondary vocational programmes. */
const programmeGroup: Dimension = {
  code: "programmeGroup",
  zh: "专业大类",
  en: "Programme group",
  members: [
    member("agriculture", "农林牧渔类", "Agriculture", "农林牧渔"),
    member("resources", "资源环境类", "Resources and environment", "资源环境"),
    member("energy", "能源与新能源类", "Energy", "能源与新能源"),
    member("civil", "土木水利类", "Civil engineering", "土木水利"),
    member("manufacturing", "加工制造类", "Manufacturing", "加工制造", "装备制造"),
    member("petrochemical", "石油化工类", "Petrochemicals", "石油化工"),
    member("textile", "轻纺食品类", "Light industry and food", "轻纺食品"),
    member("transport", "交通运输类", "Transport", "交通运输"),
    member("information", "信息技术类", "Information technology", "信息技术", "电子信息"),
    member("medicine", "医药卫生类", "Medicine and health", "医药卫生"),
    member("leisure", "休闲保健类", "Leisure and care", "休闲保健"),
    member("finance", "财经商贸类", "Finance and trade", "财经商贸"),
    member("tourism", "旅游服务类", "Tourism", "旅游服务"),
    member("arts", "文化艺术类", "Culture and arts", "文化艺术"),
    member("sports", "体育与健身类", "Sports", "体育与健身"),
    member("education", "教育类", "Education", "教育", "学前教育"),
    member("law", "司法服务类", "Law", "司法服务"),
    member("public", "公共管理与服务类", "Public administration", "公共管理与服务"),
    member("other", "其他", "Other", "其它"),
  ],
};

/** Level of the body that held, gave or paid. */
const level: Dimension = {
  code: "level",
  zh: "级别",
  en: "Level",
  members: [
    member("national", "国家级", "National", "国家", "全国"),
    member("provincial", "省级", "Provincial", "省"),
    member("city", "市级", "City", "市"),
    member("county", "县区级", "County", "县级", "区县级", "区县"),
    member("school", "校级", "School", "校"),
  ],
};

/** Where teachers are trained: the levels and abroad. */
const trainingLevel: Dimension = {
  code: "trainingLevel",
  zh: "培训级别",
  en: "Level of training",
  members: [
    member("national", "国家级", "National", "国培"),
    member("provincial", "省级", "Provincial", "省培"),
    member("city", "市级", "City", "市培"),
    member("county", "县区级", "County", "区县级"),
    member("abroad", "国（境）外", "Abroad", "境外", "国外"),
  ],
};

const prizeGrade: Dimension = {
  code: "prizeGrade",
  zh: "获奖等次",
  en: "Grade of prize",
  members: [member("first", "一等奖", "First prize", "金奖"), member("second", "二等奖", "Second prize", "银奖"), member("third", "三等奖", "Third prize", "铜奖")],
};

const education: Dimension = {
  code: "teacherEducation",
  zh: "学历",
  en: "Education",
  members: [
    member("doctor", "博士研究生", "Doctorate", "博士"),
    member("master", "硕士研究生", "Master's", "硕士"),
    member("bachelor", "本科", "Bachelor's", "大学本科"),
    member("college", "专科", "College", "大专"),
    member("below", "高中阶段及以下", "Below college", "中专及以下"),
  ],
};

const title: Dimension = {
  code: "teacherTitle",
  zh: "专业技术职务",
  en: "Title",
  members: [
    member("professor", "正高级", "Full senior", "正高"),
    member("senior", "副高级", "Senior", "高级讲师", "高级教师", "副高"),
    member("intermediate", "中级", "Intermediate", "讲师"),
    member("junior", "初级", "Junior", "助理讲师", "员级"),
    member("none", "未定职级", "Without title", "无职称", "未评职称"),
  ],
};

const age: Dimension = {
  code: "teacherAge",
  zh: "年龄",
  en: "Age",
  members: [member("under35", "35岁及以下", "35 and under", "35岁以下"), member("to45", "36—45岁", "36 to 45"), member("to55", "46—55岁", "46 to 55"), member("over55", "56岁及以上", "56 and over", "56岁以上")],
};

export const generalDimensions: readonly Dimension[] = [gender, grade, schooling, programmeGroup, level, trainingLevel, prizeGrade, education, title, age];
