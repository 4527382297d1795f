/** States of returns and of their ledgers, kinds of organisation, in words. */
import type { Words } from "./text.ts";

export const stateWords = {
  none: { zh: "未开始", en: "Not started" },
  draft: { zh: "填报中", en: "Being filled" },
  confirmed: { zh: "科室已确认", en: "Confirmed" },
  signed: { zh: "已签字", en: "Signed" },
  submitted: { zh: "已报送", en: "Submitted" },
  returned: { zh: "已退回", en: "Returned" },
  accepted: { zh: "已接收", en: "Accepted" },
  locked: { zh: "已锁定", en: "Locked" },
} as const satisfies Words;

export const ledgerStateWords = {
  none: { zh: "未填", en: "Empty" },
  started: { zh: "在填", en: "Started" },
  filled: { zh: "填完", en: "Filled" },
  confirmed: { zh: "已确认", en: "Confirmed" },
  returned: { zh: "被退回", en: "Returned" },
} as const satisfies Words;

export const kindWords = {
  nation: { zh: "国家", en: "Nation" },
  province: { zh: "省", en: "Province" },
  city: { zh: "市", en: "City" },
  county: { zh: "县（市、区）", en: "County" },
  school: { zh: "学校", en: "School" },
} as const satisfies Words;

/** Colours of antd's tags that go with the words; the words alone suffice. */
export const stateColours: Readonly<Record<keyof typeof stateWords, string>> = {
  none: "default",
  draft: "default",
  confirmed: "processing",
  signed: "processing",
  submitted: "blue",
  returned: "error",
  accepted: "success",
  locked: "success",
};
