/** Finds lists in a sentence: a whole, the words that join it to its parts, and the parts as far as they go. */
import { ofWhole } from "../claims/sentences.ts";
import { labelKey } from "../claims/words.ts";
import { isExact } from "./arithmetic.ts";
import { makesUp, parallel } from "./categories.ts";
import { valueCalled } from "./lookup.ts";
import type { Reading } from "./relation.ts";
import { behindCoverage } from "./stated-coverage.ts";

export interface List {
  readonly whole: number;
  readonly parts: readonly number[];
  /** The words that join whole and parts. */
  readonly joint: string;
  /** No 等 behind it. */
  readonly ended: boolean;
  /** Ended, and written as one list. */
  readonly closed: boolean;
  readonly bracketed: boolean;
}

const joints =
  /(其中|(?<![不未])(?:包括|包含|涵盖)|分别为|分别是|分别有|依次为|依次是|依次登记|分别登记|各有|各为|分项为|细分为|由|分为|构成为|组成为|具体为|即|(?<![不未])含|(?<=^[，,])既?有|：|:)/;
const closing = /(?:分别为|分别是|分别有|依次为|依次是|各有|各为|由|分为|具体为|即)/;
const fresh = /(?:此外|另外|另有|同时|除此|全市共|全省共|全校共|若|如果|假如|合计|共计|总计|累计|截[至止]|较|比上|同比)/;
/** 税收580亿元；全市支出1612亿元: behind the semicolon something else of the same body is told. */
const anew = /[；;]\s*(?:全|我)[国省市区县州校]/;
const ofItem = /^[）)]?[，,、]?(?:较|比|与|同比)[^，。；、（]{0,12}$/;
/** The lists of one sentence: a value, a joint, and the values of the same unit behind it as far as the list goes. */
export function readLists(reading: Reading, indexes: readonly number[], sentence: number): List[] {
  const { text } = reading.document;
  const lists: List[] = [];
  for (const [position, whole] of indexes.entries()) {
    if (!isCountable(reading, whole)) continue;
    const next = indexes[position + 1];
    if (next === undefined) continue;
    const { end } = reading.sentences[sentence]!;
    const list = listAfter(reading, indexes, position, text, end);
    if (list && list.parts.length > 0) lists.push({ ...list, whole });
    const behind = list?.bracketed ? behindBracket(reading, indexes, position, text) : null;
    const further = behind === null ? null : listAfter(reading, indexes, position, text, end, behind);
    if (further && further.parts.length > 0 && !further.bracketed) lists.push({ ...further, whole });
  }
  lists.push(...namedWholes(reading, indexes, text), ...impliedLists(reading, indexes, text, lists));
  return lists;
}

/** Where a list behind the bracket of the whole begins: 高校268所（含独立学院25所），比上年增加2所。其中，本科126所、专科142所. */
interface Behind {
  readonly from: number;
  readonly first: number;
}

function behindBracket(reading: Reading, indexes: readonly number[], position: number, text: string): Behind | null {
  const { end } = reading.quantities[indexes[position]!]!;
  const open = /^\s*[（(]/.exec(text.slice(end, end + 3));
  const close = open ? closingBracket(text, end + open[0].length - 1) : null;
  if (close === null) return null;
  const first = indexes.findIndex((index) => reading.quantities[index]!.start > close);
  return first < 0 ? null : { from: close + 1, first };
}

function listAfter(
  reading: Reading,
  indexes: readonly number[],
  position: number,
  text: string,
  end: number,
  behind?: Behind,
): Omit<List, "whole"> | null {
  const within = behind ? null : withinNumber(reading, indexes, position, text);
  if (within) return within;
  const whole = reading.quantities[indexes[position]!]!;
  // The joint may stand behind figures that speak of the whole itself: 教职工2140人，较上年减少3人，其中…
  let from = behind?.from ?? behindCoverage(text, whole.end);
  let first = behind?.first ?? position + 1;
  for (; first < indexes.length; first += 1) {
    const gap = text.slice(from, reading.quantities[indexes[first]!]!.start);
    if (joints.test(gap)) break;
    if (!behind && first === position + 1 && /^\s*[（(][^，。；（()）]{1,14}$/.test(gap))
      return bareBracket(reading, indexes, position, text);
    const claim = reading.claims[indexes[first]!]!;
    if (claim.subject !== indexes[position] && !(claim.subject !== null && indexes.slice(position + 1, first).includes(claim.subject)))
      return null;
    from = reading.quantities[indexes[first]!]!.end;
  }
  if (first >= indexes.length) return behind ? null : bareBracket(reading, indexes, position, text);
  const gap = text.slice(from, reading.quantities[indexes[first]!]!.start);
  if (
    /[。；;]/.test(gap.slice(0, gap.search(joints)).replace(/[。；;]\s*$/, "")) ||
    (/[。；;]\s*$/.test(gap.slice(0, gap.search(joints))) && !(/^[。；;]/.test(gap) && ofWhole.test(gap.slice(1))))
  )
    return null;
  // Behind a full stop 其中 may speak of any value before it: only one that is called a total, or that stands alone, is its whole.
  if (/^[。；;]/.test(gap)) {
    const rivals = indexes
      .slice(0, position)
      .filter((index) => reading.quantities[index]!.unit === whole.unit && isCountable(reading, index));
    const total = (index: number): boolean =>
      /[共总]/.test(text.slice(Math.max(0, reading.quantities[index]!.start - 10), reading.quantities[index]!.start));
    if (rivals.length > 0 && (!total(indexes[position]!) || rivals.some(total))) return null;
  }
  const joint = joints.exec(gap)![1]!;
  const before = gap.slice(0, gap.indexOf(joint));
  // 学生党员7人＝其中：学生党员7: a formula, no list.
  if (/[＝=]/.test(before)) return null;
  if (
    (joint === "即" || joint === "由" || joint === "含") &&
    !/^[\s（(，,]*(?:其中|主要|共|具体)?[\s（(]*$/.test(
      before.replace(/[\u4e00-\u9fff]{0,6}$/, joint === "含" || joint === "由" ? "" : "$&"),
    )
  )
    return null;
  if ((joint === "：" || joint === ":") && !/^[\s（(，,]*[\u4e00-\u9fff]{0,14}$/.test(before)) return null;
  if (/(?:其余|其他|其它|另外|剩余)[^，。；]{0,20}$/.test(before) && /分别|依次|为/.test(joint)) return null;
  if (before.length > (/分别|依次|各有|各为/.test(joint) ? 80 : 24)) return null;
  // 工勤人员174人，而专任教师又分为…: the joint has a whole of its own.
  if (
    /^(?:分为|由|包括|包含|涵盖|构成为|组成为)$/.test(joint) &&
    /[，,；;。]/.test(before) &&
    /[\u4e00-\u9fff]{2,}$/.test(
      before
        .replace(/(?:又|主要|具体|其|并|可|按类别|大致|还|也|均)+$/, "")
        .split(/[，,（(]/)
        .at(-1)!,
    )
  )
    return null;
  if (fresh.test(before) && !/^[^，。]*$/.test(before)) return null;
  // 其中实训楼项目（总投资8600万元）完成…: a bracket behind the joint holds what is said of one part.
  const opened = /[（(]\s*(?:其中|包括|包含|含|分别为|由|即)?[^（()）]*$/.exec(gap);
  const bracketed = opened !== null && !/[）)]/.test(gap.slice(opened.index)) && opened.index < gap.indexOf(joint) + joint.length;
  const aside = opened !== null && !bracketed && !/[）)]/.test(gap.slice(opened.index)) ? 1 : 0;
  const parts: number[] = [];
  let depth = aside;
  let last = from;
  let listed = false;
  let compared = false;
  for (let at = first; at < indexes.length; at += 1) {
    const index = indexes[at]!;
    const quantity = reading.quantities[index]!;
    const between = text.slice(last, quantity.start);
    // 蔬菜12吨，其中叶菜占四成；水果30吨: behind the semicolon nothing is a part of the first any more.
    if (at > first && parts.length === 0 && !bracketed && /[；;。]/.test(between)) break;
    if (at > first) {
      const around = bracketed ? depth + 1 : depth;
      const level = depthAfter(between, around);
      if (bracketed && level.lowest < 1) break;
      if (!bracketed && level.lowest < 0) break;
      depth = bracketed ? level.depth - 1 : level.depth;
      // 国家级8处、省级24处、市级26处；自然景观12处: a list between 、 ends at the semicolon.
      if (listed && !bracketed && depth <= 0 && /[；;]/.test(between)) break;
      if (/[。；;]/.test(between) && !bracketed && !/[；;]\s*[^，。；]{0,14}$/.test(between)) break;
      // 一等奖57个（…），比上年增加6个；二等奖…: the comparison is of the item before it, and the list goes on behind a semicolon.
      const { aspect } = reading.claims[index]!;
      if ((aspect === "change" || aspect === "growth") && ofItem.test(between)) {
        last = quantity.end;
        compared = true;
        continue;
      }
      if (compared && level.lowest >= (bracketed ? 1 : 0) && level.depth === around && !/^[^，。；]{0,3}[；;]/.test(between)) break;
      compared = false;
      if (fresh.test(between) || (!bracketed && anew.test(between)) || (/其中/.test(between) && level.depth <= (bracketed ? 1 : 0))) break;
      if (/、/.test(between)) listed = true;
    }
    last = quantity.end;
    if (depth > 0) continue;
    const claim = reading.claims[index]!;
    if (quantity.unit !== whole.unit) continue;
    if (claim.aspect !== "level" || !(isExact(quantity) || quantity.hedge)) continue;
    if (claim.period !== reading.claims[indexes[position]!]!.period) continue;
    parts.push(index);
  }
  const tail = text.slice(last, Math.min(end, last + 12));
  const open = /^\s*(?:等|以上|，?等)/.test(tail) || /等(?![奖次级])[^，。；]{0,8}$/.test(before);
  return { parts, joint, ended: !open, closed: !open && (closing.test(joint) || listed || bracketed), bracketed };
}

/** 39331人（高级职称教师10660人、中级职称教师16037人）: a bracket right behind the whole. */
function bareBracket(reading: Reading, indexes: readonly number[], position: number, text: string): Omit<List, "whole"> | null {
  const whole = reading.quantities[indexes[position]!]!;
  const open = /^\s*[（(]/.exec(text.slice(whole.end, whole.end + 3));
  if (!open) return null;
  const end = closingBracket(text, whole.end + open[0].length - 1);
  if (end === null) return null;
  const inside = indexes.slice(position + 1).filter((index) => reading.quantities[index]!.end <= end);
  const parts = inside.filter((index) => reading.claims[index]!.aspect === "level" && reading.quantities[index]!.unit === whole.unit);
  const all = parts.length > 2 && parts.length === inside.length && !/含|其中|另/.test(text.slice(whole.end, end));
  if (parts.length < 2 || !(all || parallel(parts.map((index) => labelKey(reading.claims[index]!.label))))) return null;
  const ended = !/等\s*$/.test(text.slice(reading.quantities[parts.at(-1)!]!.end, end));
  return { parts, joint: "其中", ended, closed: ended, bracketed: true };
}

/** 教职工5488人，专任教师为…，行政管理人员为…: kinds that make up the whole by their names alone. */
function impliedLists(reading: Reading, indexes: readonly number[], text: string, known: readonly List[]): List[] {
  return indexes.flatMap((whole, position) => {
    if (!isCountable(reading, whole) || known.some((list) => list.whole === whole && list.parts.length > 1)) return [];
    const parts: number[] = [];
    for (let at = position + 1; at < indexes.length; at += 1) {
      const between = text.slice(reading.quantities[indexes[at - 1]!]!.end, reading.quantities[indexes[at]!]!.start);
      if (
        /[。；;（()）]|而|其中|共|合计|总计/.test(between) ||
        reading.claims[indexes[at]!]!.aspect !== "level" ||
        reading.quantities[indexes[at]!]!.unit !== reading.quantities[whole]!.unit
      )
        break;
      parts.push(indexes[at]!);
    }
    const keys = parts.map((index) => labelKey(reading.claims[index]!.label));
    return parts.length >= 2 && makesUp(reading.claims[whole]!.label, keys)
      ? [{ whole, parts, joint: "其中", ended: true, closed: false, bracketed: false }]
      : [];
  });
}

/** 全校5178人在校生当中，一年级学生有1918人、二年级…: the list begins behind the noun of the whole. */
function withinNumber(reading: Reading, indexes: readonly number[], position: number, text: string): Omit<List, "whole"> | null {
  const whole = reading.quantities[indexes[position]!]!;
  const next = indexes[position + 1];
  if (next === undefined) return null;
  const gap = text.slice(whole.end, reading.quantities[next]!.start);
  if (!/^[\u4e00-\u9fff“”]{1,14}?(?:当中|之中|中|里)(?:[，,：:]|有|共有)[^。；]{0,60}$/.test(gap) || /其中/.test(gap)) return null;
  const parts: number[] = [];
  let last = whole.end;
  for (const index of indexes.slice(position + 1)) {
    const between = text.slice(last, reading.quantities[index]!.start);
    if (
      parts.length > 0 &&
      (/[。；;（(]/.test(between) || !/[、，,和与及]/.test(between) || /[，,](?:[^、]{0,6})(?:占|较|比|全|共)/.test(between))
    )
      break;
    last = reading.quantities[index]!.end;
    if (reading.claims[index]!.aspect !== "level" || reading.quantities[index]!.unit !== whole.unit) break;
    parts.push(index);
  }
  if (parts.length < 2) return null;
  const ended = !/^\s*等/.test(text.slice(last, last + 3));
  return { parts, joint: "其中", ended, closed: ended, bracketed: false };
}

function closingBracket(text: string, open: number): number | null {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + 400); at += 1) {
    if (text[at] === "（" || text[at] === "(") depth += 1;
    if ((text[at] === "）" || text[at] === ")") && (depth -= 1) === 0) return at;
  }
  return null;
}

/** 专任教师又分为…, 在校生包括…: a whole called by its name. */
const split = /(?:^|[，,；;。])\s*(?:而|其中|其)?([\u4e00-\u9fff“”]{2,12}?)(?:又)?(?:分为|包括|包含|由)[^，。；、]{0,16}$/;

const called =
  /(?:^|[，,；;。：\n])\s*(?:在)?(?:全部|所有|这些|上述)?([\u4e00-\u9fff“”]{2,14}?)(?:当)?中[，,：:]?(?:有)?[^，。；、]{0,14}$/;

/** 在专任教师中，高级职称…、中级职称…: the whole is named again by words. */
function namedWholes(reading: Reading, indexes: readonly number[], text: string): List[] {
  return indexes.flatMap((first, position) => {
    const from =
      position === 0 ? reading.sentences[reading.claims[first]!.sentence]!.start : reading.quantities[indexes[position - 1]!]!.end;
    const words = text.slice(from, reading.quantities[first]!.start);
    const named = (/分为|包[括含]|由/.test(words) && split.exec(words)) || (words.includes("中") && called.exec(words));
    if (!named || named[1]!.endsWith("其")) return [];
    const whole = valueCalled(reading, named[1]!, first, reading.quantities[first]!.unit);
    if (whole === null || whole >= first || !isCountable(reading, whole)) return [];
    const parts: number[] = [];
    for (let at = position; at < indexes.length; at += 1) {
      const index = indexes[at]!;
      const between = at === position ? "" : text.slice(reading.quantities[indexes[at - 1]!]!.end, reading.quantities[index]!.start);
      if (/[。；;（(]|其中|此外|另/.test(between) || (at > position && !/[、，,和及]/.test(between))) break;
      const claim = reading.claims[index]!;
      if (claim.aspect !== "level" || reading.quantities[index]!.unit !== reading.quantities[whole]!.unit) continue;
      parts.push(index);
    }
    return parts.length < 2 ? [] : [{ whole, parts, joint: "其中", ended: true, closed: false, bracketed: false }];
  });
}

function depthAfter(text: string, start: number): { depth: number; lowest: number } {
  let [depth, lowest] = [start, start];
  for (const sign of text) {
    if (sign === "（" || sign === "(") depth += 1;
    if (sign === "）" || sign === ")") {
      depth -= 1;
      lowest = Math.min(lowest, depth);
    }
  }
  return { depth, lowest };
}

/** A mean, a balance or a net change is no whole: 校均86亩，其中最大的320亩; 结余120万元，其中收入3600万元. */
const unbounded = /[校生师班人户年月]均|平均|人平|净[增减]|结余|结存|余额|盈余|差额|差距|薪|工资|单价|标准|每[名位所人校生班个万千百亩台]/;

/** 320人（不包括临时工45人），其中…: what is left out is neither whole nor part. */
const leftOut = /[（(](?:[^（）()]*[，,])?(?:不[包含计]|未[包含计]|除|另有|另外|此外)[^（）()]*$/;

function isCountable(reading: Reading, index: number): boolean {
  const [quantity, claim] = [reading.quantities[index]!, reading.claims[index]!];
  if (leftOut.test(reading.document.text.slice(Math.max(0, quantity.start - 24), quantity.start))) return false;
  const clause = /[^，,；;。：:（()）\n]*$/.exec(reading.document.text.slice(Math.max(0, quantity.start - 24), quantity.start))![0];
  if (unbounded.test(clause)) return false;
  return (
    quantity.kind === "number" &&
    claim.aspect === "level" &&
    quantity.unit !== "" &&
    !/年|月|天|分|岁/.test(quantity.unit) &&
    !reading.corrupt.has(index)
  );
}
