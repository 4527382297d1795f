/** Dimensions of cases: what a case is about and at which level it was recognised. */
import type { Dimension } from "../core/definition/dimension.ts";

export const caseTheme: Dimension = {
  code: "caseTheme",
  zh: "案例主题",
  en: "Theme of case",
  members: [
    { code: "system", zh: "办学模式与职教体系", en: "Model and system", aliases: ["办学模式", "中高职衔接", "体制机制"] },
    { code: "teachers", zh: "教师队伍建设", en: "Teachers", aliases: ["师资", "教师管理"] },
    { code: "partnership", zh: "产教融合与校企合作", en: "Partnership", aliases: ["校企合作", "产教融合", "双元制", "现代学徒制"] },
    { code: "teaching", zh: "教学改革", en: "Teaching", aliases: ["三教改革", "课程改革", "1+X"] },
    { code: "moral", zh: "立德树人", en: "Moral education", aliases: ["德育", "思想政治教育"] },
    { code: "serviceTheme", zh: "服务贡献", en: "Service", aliases: ["社会服务", "扶贫", "乡村振兴"] },
    { code: "international", zh: "国际合作", en: "International", aliases: ["对外合作", "中外合作"] },
    { code: "partyTheme", zh: "党建引领", en: "Party building", aliases: ["党建"] },
    { code: "otherTheme", zh: "其他", en: "Other", aliases: ["其它"] },
  ],
};

export const caseLevel: Dimension = {
  code: "caseLevel",
  zh: "案例入选级别",
  en: "Recognised by",
  members: [
    { code: "national", zh: "国家级", en: "National", aliases: ["教育部"] },
    { code: "province", zh: "省级", en: "Province", aliases: ["省教育厅"] },
    { code: "city", zh: "市级", en: "City", aliases: ["市教育局"] },
    { code: "none", zh: "未入选", en: "Not recognised", aliases: ["无"] },
  ],
};

export const casesDimensions: readonly Dimension[] = [caseTheme, caseLevel];
