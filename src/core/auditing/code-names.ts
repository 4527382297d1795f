/** The names of the finding codes and tiers, so that terminal, page and documents call one fault by one name. */
import type { FindingCode, Tier } from "../definition/check.ts";
import type { Bilingual } from "./finding.ts";

export const codeNames: Readonly<Record<FindingCode, Bilingual>> = {
  SUM: { zh: "合计不符", en: "parts and total disagree" },
  SHARE: { zh: "占比不符", en: "share is not part ÷ whole" },
  RATIO: { zh: "比值不符", en: "ratio is not its operands'" },
  BASE: { zh: "基数有误", en: "wrong base named" },
  SUBSET: { zh: "部分大于整体", en: "part exceeds its whole" },
  RANGE: { zh: "数值不可能", en: "impossible value" },
  PERCAP: { zh: "人均不符", en: "per-head value does not fit" },
  DENOM: { zh: "隐含人数不一", en: "implied heads disagree" },
  DELTA: { zh: "变化不符", en: "change contradicts its levels" },
  PRIOR: { zh: "上年值不成立", en: "earlier value cannot be" },
  INTEGER: { zh: "无整数基数", en: "no whole base grows to this" },
  PP: { zh: "百分点误作百分比", en: "% written for percentage points" },
  DIR: { zh: "升降不符", en: "direction contradicts the figures" },
  CROSS: { zh: "前后不一", en: "one fact, two values" },
  SCOPE: { zh: "口径变化", en: "scope changes silently" },
  LIST: { zh: "列举不符", en: "list and count disagree" },
  RESIDUE: { zh: "修改残留", en: "remains of an edit" },
  STALE: { zh: "旧值未改", en: "fits only the old value" },
  ROUND: { zh: "取舍不当", en: "wrongly rounded" },
  HEDGE: { zh: "约数不当", en: "hedge contradicts the figure" },
  PERIOD: { zh: "时间有误", en: "wrong or missing period" },
  DUP: { zh: "段落重复", en: "passage used twice" },
  NAME: { zh: "名称不一", en: "one body, two names" },
  STD: { zh: "跨线未说明", en: "standard crossed unexplained" },
  OUTLINE: { zh: "大纲缺项", en: "required item absent" },
  FORMAT: { zh: "格式", en: "form" },
  TIE: { zh: "与数据不符", en: "differs from the data" },
};

export const tierNames: Readonly<Record<Tier, Bilingual>> = {
  proof: { zh: "硬错", en: "Proof" },
  warning: { zh: "预警", en: "Warning" },
  note: { zh: "提示", en: "Note" },
};

/** Gravest first. */
export const tierOrder: readonly Tier[] = ["proof", "warning", "note"];
