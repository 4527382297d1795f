/** Dimensions of partnerships: firms by size and place, kinds of jointly run classes, meetings, groups and foreign partners. */
import type { Dimension } from "../core/definition/dimension.ts";

const firmScale: Dimension = {
  code: "firmScale",
  zh: "企业规模",
  en: "Size of firm",
  members: [
    { code: "leading", zh: "重点龙头企业", en: "Leading", aliases: ["龙头企业", "重点企业", "领军企业"] },
    { code: "aboveScale", zh: "规模以上企业", en: "Above the statistical threshold", aliases: ["规上企业", "规模以上工业企业", "大中型企业"] },
    { code: "small", zh: "其他企业", en: "Other", aliases: ["中小微企业", "规模以下企业", "小微企业"] },
  ],
};

const firmPlace: Dimension = {
  code: "firmPlace",
  zh: "企业所在地",
  en: "Place of firm",
  members: [
    { code: "city", zh: "市内", en: "In the city", aliases: ["本市", "本地"] },
    { code: "province", zh: "省内市外", en: "Elsewhere in the province", aliases: ["省内", "省内其他市"] },
    { code: "otherProvince", zh: "省外", en: "Other provinces", aliases: ["外省"] },
    { code: "abroad", zh: "境外", en: "Abroad", aliases: ["国（境）外", "国外"] },
  ],
};

/** Kinds of classes run with a firm; a class has one kind. */
const classKind: Dimension = {
  code: "classKind",
  zh: "合作班类别",
  en: "Kind of joint class",
  members: [
    { code: "dual", zh: "双元制试点班", en: "Dual system", aliases: ["双元制", "“双元制”班", "双元制班", "双元制试验班"] },
    { code: "apprenticeship", zh: "现代学徒制班", en: "Apprenticeship", aliases: ["现代学徒制", "学徒制", "学徒班"] },
    { code: "order", zh: "订单班", en: "Order class", aliases: ["订单培养班", "订单式培养"] },
    { code: "named", zh: "企业冠名班", en: "Class named after a firm", aliases: ["冠名班"] },
    { code: "other", zh: "其他合作班", en: "Other", aliases: ["试验班", "其他", "其它"] },
  ],
};

const meetingKind: Dimension = {
  code: "meetingKind",
  zh: "对接活动类别",
  en: "Kind of meeting",
  members: [
    { code: "forum", zh: "校企座谈会", en: "Round table", aliases: ["座谈会", "座谈", "校企融合座谈"] },
    { code: "matching", zh: "校企对接会", en: "Matching event", aliases: ["对接会", "对接活动", "洽谈会"] },
    { code: "signing", zh: "签约活动", en: "Signing", aliases: ["签约", "签约仪式"] },
    { code: "visit", zh: "走访互访", en: "Visits", aliases: ["互访", "走访企业", "互访交流"] },
  ],
};

const delegationDirection: Dimension = {
  code: "delegationDirection",
  zh: "交流方向",
  en: "Direction",
  members: [
    { code: "out", zh: "外出考察", en: "Going out", aliases: ["考察", "学习考察", "出访"] },
    { code: "in", zh: "接待来访", en: "Coming in", aliases: ["来访", "接待"] },
  ],
};

const leaderKind: Dimension = {
  code: "leaderKind",
  zh: "牵头单位类别",
  en: "Kind of leader",
  members: [
    { code: "secondary", zh: "中职学校", en: "Secondary vocational school", aliases: ["中职", "中等职业学校"] },
    { code: "college", zh: "高职院校", en: "Vocational college", aliases: ["高职", "高等职业院校"] },
    { code: "firm", zh: "企业或行业组织", en: "Firm or association", aliases: ["企业", "行业协会"] },
  ],
};

const foreignKind: Dimension = {
  code: "foreignKind",
  zh: "国际合作类别",
  en: "Kind of international work",
  members: [
    { code: "school", zh: "合作办学", en: "Joint programmes", aliases: ["联合办学", "合作开办专业"] },
    { code: "institute", zh: "共建学院或研究院", en: "Joint institutes", aliases: ["共建学院", "研究院", "共建机构"] },
    { code: "teachers", zh: "师资与课程", en: "Teachers and courses", aliases: ["师资培训", "课程引进", "语言培训"] },
    { code: "exchange", zh: "交流互访", en: "Exchange", aliases: ["交流", "友好学校"] },
  ],
};

const agreementState: Dimension = {
  code: "agreementState",
  zh: "合作状态",
  en: "State of agreement",
  members: [
    { code: "talks", zh: "洽谈中", en: "In talks", aliases: ["洽谈", "商讨"] },
    { code: "intent", zh: "达成意向", en: "Intent", aliases: ["意向", "合作意向", "初步意向"] },
    { code: "signed", zh: "已签协议", en: "Signed", aliases: ["签约", "达成协议", "签署协议"] },
    { code: "running", zh: "已实施", en: "Running", aliases: ["实施", "运行", "已开办"] },
    { code: "ended", zh: "已终止", en: "Ended", aliases: ["终止", "到期"] },
  ],
};

export const partnershipsDimensions: readonly Dimension[] = [firmScale, firmPlace, classKind, meetingKind, delegationDirection, leaderKind, foreignKind, agreementState];
