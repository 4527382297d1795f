/** Dimensions of employment: where graduates went, what jobs they have, how they were guided and asked. */
import type { Dimension } from "../core/definition/dimension.ts";

/** By which way graduates went on to a higher school; a graduate takes one way, so the kinds are disjoint. */
const furtherStudyKind: Dimension = {
  code: "furtherStudyKind",
  zh: "升学途径",
  en: "Way to further study",
  members: [
    { code: "counterpart", zh: "对口升学", en: "Examination for vocational schools", aliases: ["对口招生", "对口高考", "职教高考", "对口单招", "对口单独招生"] },
    { code: "single", zh: "高职单独招生", en: "Admission by the college", aliases: ["单招", "单独招生", "高职单招"] },
    { code: "bridging", zh: "中高职贯通", en: "Bridged programmes", aliases: ["3+2分段", "五年一贯制", "三二分段", "五年制高职", "3+4", "中高职衔接"] },
    { code: "general", zh: "普通高考", en: "General entrance examination", aliases: ["高考", "统招高考"] },
    { code: "other", zh: "其他升学", en: "Other ways", aliases: ["技能拔尖免试", "免试升学", "出国（境）留学", "留学", "其他", "其它"] },
  ],
};

const furtherStudyLevel: Dimension = {
  code: "furtherStudyLevel",
  zh: "升入学校层次",
  en: "Level of further study",
  members: [
    { code: "undergraduate", zh: "本科", en: "Undergraduate", aliases: ["升入本科", "应用型本科", "职业本科"] },
    { code: "college", zh: "高职（专科）", en: "Higher vocational college", aliases: ["专科", "高职", "高职专科", "大专"] },
    { code: "other", zh: "其他层次", en: "Other", aliases: ["技师学院", "预科", "其他", "其它"] },
  ],
};

/** The three sectors of industry; programmes use them too. */
const industrySector: Dimension = {
  code: "industrySector",
  zh: "产业类别",
  en: "Sector of industry",
  members: [
    { code: "primary", zh: "第一产业", en: "Primary", aliases: ["一产", "农业", "第一产业类"] },
    { code: "secondary", zh: "第二产业", en: "Secondary", aliases: ["二产", "工业", "第二产业类"] },
    { code: "tertiary", zh: "第三产业", en: "Tertiary", aliases: ["三产", "服务业", "第三产业类"] },
  ],
};

const employerKind: Dimension = {
  code: "employerKind",
  zh: "单位性质",
  en: "Kind of employer",
  members: [
    { code: "public", zh: "机关事业单位", en: "Public bodies", aliases: ["机关、事业单位", "党政机关", "事业单位"] },
    { code: "state", zh: "国有企业", en: "State-owned firms", aliases: ["国企", "国有及国有控股企业"] },
    { code: "private", zh: "民营企业", en: "Private firms", aliases: ["民企", "私营企业"] },
    { code: "foreign", zh: "外资企业", en: "Foreign firms", aliases: ["外企", "三资企业", "合资企业", "港澳台资企业"] },
    { code: "individual", zh: "个体经济组织", en: "Individual businesses", aliases: ["个体工商户", "个体", "个体经营"] },
    { code: "flexible", zh: "灵活就业及其他", en: "Flexible and other", aliases: ["灵活就业", "其他单位", "其他", "其它"] },
  ],
};

const contractKind: Dimension = {
  code: "contractKind",
  zh: "劳动合同",
  en: "Contract",
  members: [
    { code: "upToOneYear", zh: "签订一年及以内合同", en: "Up to one year", aliases: ["合同≤1年", "一年以内", "1年及以下", "一年及以下"] },
    { code: "overOneYear", zh: "签订一年以上合同", en: "Over one year", aliases: ["合同>1年", "一年以上", "1年以上", "无固定期限"] },
    { code: "none", zh: "未签订合同", en: "No contract", aliases: ["未签合同", "未签"] },
  ],
};

const jobPlace: Dimension = {
  code: "jobPlace",
  zh: "就业地域",
  en: "Place of work",
  members: [
    { code: "city", zh: "本市", en: "Same city", aliases: ["本地", "市内", "当地", "本地就业"] },
    { code: "province", zh: "省内其他市", en: "Elsewhere in the province", aliases: ["省内", "省内异地", "本省其他市"] },
    { code: "otherProvince", zh: "省外", en: "Other provinces", aliases: ["外省", "异地", "省外就业"] },
    { code: "abroad", zh: "境外", en: "Abroad", aliases: ["国（境）外", "国外"] },
  ],
};

const jobChannel: Dimension = {
  code: "jobChannel",
  zh: "就业渠道",
  en: "How the job was found",
  members: [
    { code: "school", zh: "学校推荐", en: "Through the school", aliases: ["学校推荐就业", "校内招聘"] },
    { code: "agency", zh: "中介介绍", en: "Through an agency", aliases: ["中介", "人力资源机构"] },
    { code: "self", zh: "自主择业及其他", en: "On one's own and other", aliases: ["自主择业", "自谋职业", "其他渠道", "其他"] },
  ],
};

const guidanceKind: Dimension = {
  code: "guidanceKind",
  zh: "就业创业活动类别",
  en: "Kind of career event",
  members: [
    { code: "guidance", zh: "就业创业专题指导", en: "Career guidance", aliases: ["专题指导", "就业指导", "创业指导", "就业指导讲座"] },
    { code: "alumni", zh: "优秀毕业生事迹宣传", en: "Talks by graduates", aliases: ["优秀毕业生宣讲", "优秀毕业生报告会", "校友讲座"] },
    { code: "policy", zh: "就业创业政策宣讲", en: "Talks on policy", aliases: ["政策宣讲", "政策讲解", "双创政策宣讲"] },
    { code: "jobFair", zh: "招聘会与双选会", en: "Job fairs", aliases: ["招聘会", "双选会", "供需见面会", "校园招聘会"] },
    { code: "startup", zh: "创新创业竞赛与实践", en: "Start-up contests and practice", aliases: ["创业大赛", "双创大赛", "创业实践"] },
  ],
};

const surveyMethod: Dimension = {
  code: "surveyMethod",
  zh: "调查方式",
  en: "How people were asked",
  members: [
    { code: "questionnaire", zh: "问卷", en: "Questionnaire", aliases: ["问卷调查", "网络问卷", "线上问卷"] },
    { code: "telephone", zh: "电话回访", en: "Telephone", aliases: ["电话", "电话调查", "电访"] },
    { code: "employer", zh: "用人单位证明", en: "From employers", aliases: ["单位证明", "工资条", "走访企业"] },
    { code: "record", zh: "社保或个税记录", en: "From official records", aliases: ["社保", "个税", "大数据比对"] },
  ],
};

export const employmentDimensions: readonly Dimension[] = [furtherStudyKind, furtherStudyLevel, industrySector, employerKind, contractKind, jobPlace, jobChannel, guidanceKind, surveyMethod];
