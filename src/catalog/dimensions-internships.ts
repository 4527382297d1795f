/** Dimensions of internships: their kinds under both regulations, who arranged them, which risks they carry. */
import type { Dimension } from "../core/definition/dimension.ts";

/**
 * The regulation of 2016 knows 认识, 跟岗 and 顶岗实习; that of 2021 merges the latter two into 岗位实习.
 * All stand here, so that a series can be read across the change; checks refuse the words of another time.
 */
const internshipKind: Dimension = {
  code: "internshipKind",
  zh: "实习类别",
  en: "Kind of internship",
  members: [
    { code: "observation", zh: "认识实习", en: "Observation", aliases: ["认识"] },
    { code: "following", zh: "跟岗实习", en: "Assisting", aliases: ["跟岗"] },
    { code: "post", zh: "顶岗实习", en: "At a post (2016 rules)", aliases: ["顶岗"] },
    { code: "onJob", zh: "岗位实习", en: "On the job (2021 rules)", aliases: ["岗位"] },
  ],
};

const internshipForm: Dimension = {
  code: "internshipForm",
  zh: "组织形式",
  en: "Who arranged it",
  members: [
    { code: "school", zh: "学校统一安排", en: "Arranged by the school", aliases: ["集中安排", "统一安排", "集中实习"] },
    { code: "self", zh: "学生自行选择", en: "Chosen by the student", aliases: ["自主实习", "自行联系", "自行选择"] },
  ],
};

const riskKind: Dimension = {
  code: "riskKind",
  zh: "高风险类型",
  en: "Kind of risk",
  members: [
    { code: "height", zh: "高空、井下作业", en: "At height or underground", aliases: ["高空", "井下", "高空作业"] },
    { code: "poison", zh: "有毒有害作业", en: "Poisonous substances", aliases: ["有毒", "有害", "接触危险化学品"] },
    { code: "radiation", zh: "放射性作业", en: "Radiation", aliases: ["放射性"] },
    { code: "explosive", zh: "易燃易爆作业", en: "Fire and explosives", aliases: ["易燃易爆"] },
    { code: "labour", zh: "国家规定的第四级体力劳动强度", en: "Hardest physical work", aliases: ["高强度体力劳动", "第四级体力劳动"] },
    { code: "other", zh: "其他安全隐患", en: "Other", aliases: ["其他", "其它"] },
  ],
};

export const internshipsDimensions: readonly Dimension[] = [internshipKind, internshipForm, riskKind];
