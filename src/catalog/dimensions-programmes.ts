/** Dimensions of programmes: how far they are developed, whether they run, which college they lead to. */
import type { Dimension } from "../core/definition/dimension.ts";

/** The highest level to which a programme has been designated; a programme has one. */
const programmeLevel: Dimension = {
  code: "programmeLevel",
  zh: "专业建设层次",
  en: "Level of the programme",
  members: [
    { code: "national", zh: "国家级示范（优质）专业", en: "National model", aliases: ["国家级示范专业", "国家级优质专业", "国家级"] },
    { code: "provincial", zh: "省级高水平专业（群）", en: "Provincial high-level", aliases: ["省级高水平", "省级高水平专业群", "省级高水平专业", "省级品牌专业", "省级重点专业"] },
    { code: "cityKey", zh: "市级重点专业", en: "City key programme", aliases: ["市级重点", "市重点专业", "市级骨干专业"] },
    { code: "cityFeature", zh: "市级特色专业", en: "City feature programme", aliases: ["特色专业", "特色", "市级特色"] },
    { code: "none", zh: "一般专业", en: "Ordinary", aliases: ["一般", "无", "未立项"] },
  ],
};

const programmeState: Dimension = {
  code: "programmeState",
  zh: "专业状态",
  en: "State of the programme",
  members: [
    { code: "running", zh: "在办", en: "Running", aliases: ["开办", "招生", "正常招生"] },
    { code: "new", zh: "新增", en: "New this year", aliases: ["新开", "本年新增", "新设"] },
    { code: "dormant", zh: "暂停招生", en: "No intake this year", aliases: ["停招", "隔年招生"] },
    { code: "stopped", zh: "停办", en: "Stopped", aliases: ["撤销", "淘汰", "本年停办"] },
  ],
};

/** How a programme leads on to a college. */
const bridgingKind: Dimension = {
  code: "bridgingKind",
  zh: "中高职衔接形式",
  en: "Way on to a college",
  members: [
    { code: "threeTwo", zh: "“3＋2”分段", en: "3 + 2 years", aliases: ["3+2", "3＋2", "三二分段", "3+2分段"] },
    { code: "fiveYear", zh: "五年一贯制", en: "Five years in one", aliases: ["五年制", "五年一贯", "五年制高职"] },
    { code: "threeFour", zh: "“3＋4”本科", en: "3 + 4 years", aliases: ["3+4", "3＋4", "中本贯通"] },
    { code: "other", zh: "其他衔接", en: "Other", aliases: ["联合培养", "其他", "其它"] },
    { code: "none", zh: "未衔接", en: "None", aliases: ["无", "没有"] },
  ],
};

export const programmesDimensions: readonly Dimension[] = [programmeLevel, programmeState, bridgingKind];
