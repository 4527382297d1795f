/** What is said with a number: decided by the words that govern it in its clause, never by the nearest noun. */
import { type Direction, directionOf } from "../../language/change-verb.ts";
import type { Aspect } from "../claim.ts";
import type { Quantity } from "../quantity.ts";
import {
  apart,
  arrow,
  changeBefore,
  changedFrom,
  changedTo,
  comparedWith,
  comparison,
  earlierAlone,
  movesBehind,
  namedComparedWith,
  planned,
  ruled,
} from "./words.ts";

export interface Stated {
  readonly aspect: Aspect;
  /** What remains of the words before the number once the governing words are taken off: holds the label. */
  readonly head: string;
  /** Whether the label stands in this clause before the governing words. */
  readonly ownLabel: boolean;
  readonly base: string | null;
  readonly direction: Direction | null;
  readonly comparedWith: number | null;
}

const shareOf =
  /(?:占|相当于|等于)(?:到|了|比)?([^占]*?)(?:的)?(?:比例|比重|比率|比)?(?:约|近|为|是|达到?|到|的|至|高达|超过|接近|稳定在|仅为|仅|了|分别|依次|各|：)*\s?$/;
/** 在毕业生中的占比为. */
const inBase =
  /在([\u4e00-\u9fff“”]{2,14}?)(?:当中|之中|中|里)(?:的)?(?:占比|占|比例|比重|所占比例|所占比重)(?:约|近|为|是|达到?|到|高达)*\s?$/;
/** 以专任教师为基数, 按毕业生计算: the base told before its share. */
const basis = /(?:以|按)([\u4e00-\u9fff“”]{2,14}?)(?:总数)?(?:为基数|为分母|为母数|计算|计)[，,]?[^，。；]{0,4}$/;
const shareWord = /(?:占比|所占比例|所占比重|比例|比重|占有率)(?:约|近|为|是|达到?|到|高达|分别|各|：|:)*\s?$/;
const perHead =
  /(?:每[百千万十]?[名位个所人](?:学生|在校生|教师|专任教师|学校)|每生|均值|平均|中位数|均价|生均|人均|校均|师均|班均|户均|平均每[^，。]{1,4}|每[生人校班]平均?|场均|亩均)/;

/** 比上年多走访32家: by how many more it was done. */
const moreOf = new RegExp(`^\\s*${comparison.source}(多|少)[\\u4e00-\\u9fff]{1,4}$`);

/** The norms themselves, as long as their list goes on with 、. */
const standards = /(?:^|[。；;，,\s])(?:对照|参照)[^，。；;]{2,40}[，,]\s*(?:[^，,。；;]*、)?$/;

const mere = /有所|略有|略微|明显|显著|大幅|小幅|逐[年步]|持续|稳步|增加|减少|增长|下降|提[高升]|上升|降低|扩大|缩[小减]|基本|持平/g;

/** 在校生3700人，辍学人数逐年减少，2013年为84人: another thing is named behind the figure before, whose earlier value this is not. */
function namesAnother(lead: string): boolean {
  const clause = lead
    .replace(/^[^，,（(；;]*/, "")
    .replace(comparison, "")
    .replace(mere, "");
  return clause.replace(/[^\u4e00-\u9fff]/g, "").length >= 4;
}

/** `head` is the clause before the number, `lead` what stands before that since the last number, `behind` a few signs after it. */
/** `afterEarlier`: the figure before this one is an earlier value (上年…); `behindChange`: it is a change or growth. */
export function aspectOf(
  quantity: Quantity,
  head: string,
  lead: string,
  behind: string,
  afterEarlier: boolean,
  behindChange: boolean,
): Stated {
  const plain: Stated = { aspect: "level", head, ownLabel: true, base: null, direction: null, comparedWith: null };
  const before = head.replace(/\s+$/, "");
  if (quantity.kind === "points")
    return changed(quantity, before, lead, "change", afterEarlier) ?? { ...plain, aspect: "change", head: "", ownLabel: false };
  if (
    (quantity.kind === "share" || quantity.kind === "ratio") &&
    /^(?:不低于|不少于|不高于|不超过|不得|至少|不大于|不小于)/.test(quantity.text)
  )
    return { ...plain, aspect: "rule" };
  // 优于20:1的设置标准, 低于国家规定的20:1要求: what the number is called behind it.
  if ((quantity.kind === "share" || quantity.kind === "ratio") && /^的[^，。；、]{0,8}(?:标准|要求|规定|目标|红线|底线)/.test(behind))
    return { ...plain, aspect: "rule" };
  // 对照《设置标准》，生均占地33平方米、生均校舍20平方米、…: what the standard asks for.
  if (standards.test(lead)) return { ...plain, aspect: "rule" };
  if (
    ruled.test(head) &&
    (quantity.kind === "share" || quantity.kind === "ratio" || /不低于|不少于|不超过|至少|标准|规定|要求/.test(head))
  ) {
    const share = quantity.kind === "share" ? shareOf.exec(before) : null;
    if (!share) return { ...plain, aspect: "rule" };
  }
  // ；上年同期为…: behind a change a semicolon still tells what it is a change of.
  if (earlierAlone.test(head) && (behindChange ? /[，,、（(；;]\s*$/ : /[，,、（(]\s*$/).test(lead) && !namesAnother(lead))
    return { ...plain, aspect: valueAspect(quantity, before), head: "", ownLabel: false, base: "from" };
  if (before.trim() === "" && comparedWith.test(lead.replace(/^.*[，,；;]/, "").replace(/\s+$/, "")) && /[（(]\s*$/.test(lead))
    return { ...plain, aspect: valueAspect(quantity, before), head: "", ownLabel: false, base: "from" };
  if (arrow.test(behind)) return { ...plain, aspect: valueAspect(quantity, before), base: "from" };
  if (afterEarlier && arrow.test(head)) return { ...plain, aspect: valueAspect(quantity, before), head: "", ownLabel: false };
  // 与上年的620000人相比: the earlier value, whatever stands between.
  if (/[与同和较跟][^，。；]*$/.test(before) && /^\s*(?:相比|相较|比较|对比)/.test(behind))
    return { ...plain, aspect: valueAspect(quantity, before), head: "", ownLabel: false, base: "from" };
  // 自上年的300名收缩至本年的278名: whatever the verb, behind an earlier value 至 and 到 tell the new one.
  if (
    afterEarlier &&
    !changedTo.test(before) &&
    /^[^，,。；;]{0,8}(?:到了?|至|为|成)(?:目前的?|现在的?|今年的?|本年度?的?|当年的?|(?:19|20)\d\d年的?)?$/.test(before.trim()) &&
    lead.trim() === ""
  )
    return { ...plain, aspect: valueAspect(quantity, before), head: "", ownLabel: false };
  if (changedTo.test(before)) {
    const word = changedTo.exec(before)!;
    const verb = /^[\u4e00-\u9fff]{1,2}?(?=到|至|为)/.exec(word[0])?.[0] ?? "";
    return {
      ...plain,
      aspect: valueAspect(quantity, before),
      head: before.slice(0, word.index).replace(/(?:由|从)[^由从]*$/, ""),
      direction: directionOf(verb),
    };
  }
  const change = changed(
    quantity,
    before,
    lead,
    quantity.kind === "share" || quantity.kind === "times" ? "growth" : "change",
    afterEarlier,
  );
  if (change) return change;
  if (
    changedFrom.test(before) &&
    /^(?:[^，。；]{0,10}(?:增|提|升|减|降|下|上|扩|发展|到|至|调|下滑|拓|跃|涨|变|缩|改)|\s*，)/.test(behind)
  ) {
    const at = /(?:由|从|自(?![然主治筹学贡有动营考愿费助建身行由]))[^由从自]*$/.exec(before)?.index ?? 0;
    return { ...plain, aspect: valueAspect(quantity, before), head: before.slice(0, at), direction: null, base: "from" };
  }
  const compared = namedComparedWith.exec(before);
  if (compared && movesBehind.test(behind))
    return { ...plain, aspect: valueAspect(quantity, before), head: compared[1]!, direction: null, base: "from" };
  const more = moreOf.exec(before);
  if (more) return { ...plain, aspect: "change", head: "", ownLabel: false, direction: more[1] === "多" ? "up" : "down" };
  if (comparedWith.test(head))
    return {
      ...plain,
      aspect: valueAspect(quantity, before),
      head: "",
      direction: /^\s*(?:高于|超过|多于)/.test(head) ? "up" : /^\s*(?:低于|少于|不及)/.test(head) ? "down" : null,
      base: "from",
    };
  if (quantity.kind === "ratio")
    return {
      ...plain,
      aspect: "ratio",
      head: before.replace(/(?:比例|比)?(?:约|为|是|达到?|：|:)*$/, (tail) => (tail.startsWith("比") ? "比" : "")),
    };
  if (quantity.kind === "share") {
    const within = inBase.exec(before);
    if (within) {
      const label = before.slice(0, within.index);
      return { ...plain, aspect: "share", head: label, ownLabel: label.trim() !== "", base: within[1]! };
    }
    const share = shareOf.exec(before);
    if (share) {
      const label = before.slice(0, share.index);
      const counted = (share[1] ?? "") === "" ? basis.exec(`${lead}${label}`)?.[1] : undefined;
      if (counted) return { ...plain, aspect: "share", head: "", ownLabel: false, base: counted };
      return {
        ...plain,
        aspect: "share",
        head: label,
        ownLabel: label.trim() !== "" && !/^(?:分别|依次|各|共|约|均|合计|且|并|也)$/.test(label.trim()),
        base: (share[1] ?? "").replace(/的$/, ""),
      };
    }
    if (/^占比|^占/.test(behind)) return { ...plain, aspect: "share", ownLabel: false, base: "" };
    const word = shareWord.exec(before);
    if (word) {
      const label = before.slice(0, word.index);
      return label.trim() === "" || /^(?:占|所占|其|且|分别)$/.test(label.trim())
        ? { ...plain, aspect: "share", head: "", ownLabel: false, base: "" }
        : { ...plain, aspect: "rate" };
    }
    if (before.trim() === "" && /[（(]\s?$/.test(lead)) return { ...plain, aspect: "share", head: "", ownLabel: false, base: "" };
    return { ...plain, aspect: planned.test(head) && !/完成/.test(head) ? "plan" : "rate" };
  }
  // 生均藏书由藏书82576册除以…: the value is what is divided, not what comes of it.
  if (perHead.test(head)) return /^\s*(?:除以|÷)/.test(behind) ? plain : { ...plain, aspect: "perHead" };
  if (planned.test(head)) return { ...plain, aspect: "plan" };
  return plain;
}

function valueAspect(quantity: Quantity, head: string): Aspect {
  if (quantity.kind === "share") return "rate";
  if (quantity.kind === "ratio") return "ratio";
  return perHead.test(head) ? "perHead" : "level";
}

function changed(quantity: Quantity, before: string, lead: string, aspect: "change" | "growth", afterEarlier: boolean): Stated | null {
  if (apart.test(before) && (afterEarlier || lead !== "" || /变[动化]/.test(before)))
    return { aspect, head: before.replace(apart, ""), ownLabel: false, base: null, direction: null, comparedWith: null };
  const verb = changeBefore.exec(before);
  if (!verb || !verb[1]) return null;
  const word = verb[1];
  const words = before.slice(0, verb.index);
  const compared = afterEarlier || comparison.test(lead) || comparison.test(before) || /相比[，,]?\s*$/.test(lead) || /相比/.test(before);
  if (word.length === 1 && !compared && !new RegExp(`${word}了$`).test(before)) return null;
  if (words.endsWith("新") && !compared) return null;
  // 高于40%, 不少于 … are hedges; 提高 as a noun's part is none.
  const head = words
    .replace(comparison, "")
    .replace(/^\s*(?:按|以)?(?:同|可比|同一|相同)(?:一)?口径(?:计算|计)?[，,]?\s*/, "")
    .replace(/(?:前后)?(?:相比较?|对比|比较)$/, "")
    .replace(
      /(?:又|净|大幅|略微?|小幅|稳步|显著|明显|分别|均|各|再|有所|共|了|约|近|实际|相应|，|,|持续|连续|总体|基本|平均|逐年|较大幅度|大幅度)+$/,
      "",
    );
  return {
    aspect,
    head,
    ownLabel: head.replace(/[其中，,：:、\s]/g, "") !== "",
    base: null,
    direction: directionOf(word),
    comparedWith: null,
  };
}
