/** Which words name a number: those before it in its clause, before the sign ahead of it, or the noun behind its unit. */
import type { Quantity } from "../quantity.ts";
import type { Stated } from "./aspect.ts";
import { type CleanLabel, cleanLabel, scopeWords } from "./words.ts";

const boundary = "，,。；;：:、（）()\n！？";
const rightNoun = /^(?:[“”‘’"\u4e00-\u9fffA-Za-z0-9+]{0,16})/;
const rightStop =
  /(?:的|获|参加|荣|占|为|是|在|被|与|和|及|以|进|开展|入|从|通过|组成|共|分别|达到|来自|担任|承担|具有|实现|提供|完成|接受|选择|顺利|成功|就业于|以上|左右|前往|赴|到|已|均|都|还|也|将|对|向|等|当中|之中|中[，,]|里[，,]|承担|计算|相比|共同|此外)/;

/** Where the clause before the number begins; a bracket that closes again, as in 县（市区）, is part of it. */
export function lastBoundary(gap: string): number {
  for (let at = gap.length - 1; at >= 0; at -= 1) {
    const sign = gap[at]!;
    if (sign === "）" || sign === ")") {
      const open = Math.max(gap.lastIndexOf("（", at), gap.lastIndexOf("(", at));
      if (open > 0 && !boundary.includes(gap[open - 1]!) && at - open < 16) {
        at = open;
        continue;
      }
    }
    if (boundary.includes(sign)) return at + 1;
  }
  return 0;
}

/** 教职工由专任教师300人…: the whole is named before the first of its parts. */
export const makes = /^([\u4e00-\u9fff“”]{2,14}?)(?:由|包括|包含|分为|来自)(?=[\u4e00-\u9fff“”]{2})/;
/** …构成，计3212人: the total of what was told, which is not named again. */
export const totalOf = /(?:构成|组成|之和|合计|共计|总计|总数|相加|累加|加起来|一共|[，,][共计])[^，。；]{0,4}$/;

/** 招生计划：1571名, 专任教师（2950人）: the name goes before the sign, and nothing stands behind it but whose the number is. */
export function nameAhead(stated: Stated, lead: string, head: string, from: number): CleanLabel | null {
  if (!stated.ownLabel || stated.base !== null || (stated.aspect !== "level" && stated.aspect !== "rate" && stated.aspect !== "plan"))
    return null;
  const sign = /[：:（(]\s*$/.exec(lead);
  if (!sign || (head !== "" && !bareHead.test(head)) || (head !== "" && /[（(]/.test(sign[0]))) return null;
  const words = lead.slice(0, sign.index);
  const start = lastBoundary(words);
  const found = cleanLabel(words.slice(start), from + start);
  return found.text.length < 2 || found.text.length > 14 || isScopeAlone(found.text) || /[\d%]/.test(found.text) ? null : found;
}

const bareHead = /^(?:全[市省县区国校]|[我本][市省县区校]|市域内?|学校)?(?:范围内)?(?:共计?|现|总计|合计|实)?(?:有|为|是|达到?)?$/;

/** The label stands before the number; where nothing is named there, the noun behind the unit. */
export function nameOf(
  stated: Stated,
  head: string,
  quantity: Quantity,
  start: number,
  text: string,
  limit: number,
): { text: string; start: number; scope: string } {
  const left = cleanLabel(stated.head, start);
  if (
    left.text !== "" &&
    !/^[\d.%]+$/.test(left.text) &&
    !isScopeAlone(left.text) &&
    !(stated.base === "from" && /^(?:上年|去年|上一?年度?|同期|上年同期|去年同期)$/.test(left.text))
  )
    return { ...left };
  if (stated.base === "from") return { text: "", start: quantity.start, scope: left.scope };
  const right = rightNoun.exec(text.slice(quantity.end, limit))?.[0] ?? "";
  const stop = rightStop.exec(right);
  const noun = (stop ? right.slice(0, stop.index) : right).replace(/\d.*$/, "").replace(/(?:当中|之中|中|里)$/, "");
  return { text: noun, start: quantity.end, scope: left.scope };
}

/** 全省280所中职学校: the words before the number say whose, the noun behind it what. */
function isScopeAlone(text: string): boolean {
  return scopeWords.exec(text)?.[0] === text || /^(?:分布在?|分布于|共有|有|以|承担|负责|服务|覆盖|为|由|供|按)$/.test(text);
}
