/** The words around a quotient against the names of its operands: whether another base is named, and whether a rate's own name fits. */
import { cleanLabel, namedHeads } from "../claims/words.ts";
import { firstAt } from "../document.ts";
import type { Reading } from "../relations/relation.ts";
import { clauseBefore, gapBefore, gapBehind } from "./cues.ts";
import { isPlainValue, namingOf } from "./names.ts";

export interface Pair {
  readonly part: number;
  readonly whole: number;
}

/** 两者数量分别为: names nothing but what was named before. */
const ofBoth = /^(?:两者|二者|前者|后者|双方|两项)(?:的?(?:数量|数值|人数|数))?(?:分别|依次|各)?$/;

/** The words before the share name a thing whose value stands elsewhere and that is neither of the pair. */
export function namesAnotherBase(reading: Reading, at: number, pair: Pair): boolean {
  const own = [pair.part, pair.whole].map((index) => namingOf(reading).of[index]?.name ?? "");
  const { base } = reading.claims[at]!;
  const words = [base ?? "", ...basesOf(reading, at)].filter((name) => name.length > 1);
  const labels = [pair.part, pair.whole].map((index) => reading.claims[index]!.label.replace(ofBoth, ""));
  // 甲占乙的比例为44.0%（1672万元/3801万元）: operands without names of their own are those that were named.
  if ([...own, ...labels].every((name) => name === "")) return false;
  // 占全市常住人口总量的2.9%: the whole has to be called so, not the part.
  const whole = [own[1]!, labels[1]!].filter((label) => label !== "");
  if (base && base !== "from" && /总[人户校班]?[量数额]$|^全[市省国县区]/.test(base) && whole.length > 0)
    return !whole.some((label) => label.includes(base) || (label.length > 2 && base.includes(label)));
  return words.some((name) => ![...own, ...labels].some((label) => label !== "" && (label.includes(name) || name.includes(label))));
}

/** Names in the words before or right behind a share that belong to no figure of the sentence; `all` for those that do as well. */
export function basesOf(reading: Reading, at: number, all = false): string[] {
  const { mentions, of } = namingOf(reading);
  const sentence = reading.sentences[reading.claims[at]!.sentence]!;
  const end = reading.quantities[at]!.end + gapBehind(reading, at).length;
  const start = reading.quantities[at]!.start - gapBefore(reading, at).length;
  const owned = new Set(
    (reading.bySentence[reading.claims[at]!.sentence] ?? []).flatMap((index) =>
      isPlainValue(reading, index) && !all ? [of[index]?.name] : [],
    ),
  );
  const found: string[] = [];
  for (
    let position = firstAt(mentions, start);
    position < mentions.length && mentions[position]!.start < Math.min(end, sentence.end);
    position += 1
  )
    if (!owned.has(mentions[position]!.name)) found.push(mentions[position]!.name);
  return [...new Set(found)];
}

/** 占…的, 在…中, …里, …的: the name stands as that of which the share is. */
export function isNamedBase(reading: Reading, at: number, name: string): boolean {
  const words = gapBefore(reading, at);
  const place = words.lastIndexOf(name);
  if (place < 0) return gapBehind(reading, at).startsWith(`的${name}`);
  const lead = words.slice(Math.max(0, place - 4), place);
  const tail = words.slice(place + name.length);
  if (/^(?:当?中|里|内)?的?(?:比重|比例|份额|占比)/.test(tail) || /^(?:(?:当|之)中|[中里内])[，,]/.test(tail)) return true;
  return !/[，；。]/.test(tail) && (/[占为在是到]$|相当于$|比上?$/.test(lead) || /^(?:当?中|里|内|总数|总量|的)|^$/.test(tail));
}

/** 就专任教师结构而言, 专任教师队伍的构成中: the whole that the figures behind are said to be of, before the part's own words. */
export function dividedBases(reading: Reading, part: number): string[] {
  const { mentions } = namingOf(reading);
  const { start } = reading.quantities[part]!;
  const words = gapBefore(reading, part);
  const found: string[] = [];
  for (let at = firstAt(mentions, start - words.length); at < mentions.length && mentions[at]!.end < start; at += 1) {
    const behind = words.slice(mentions[at]!.end - start + words.length);
    if (/^(?:队伍|群体|整体)?的?(?:[\u4e00-\u9fff]{0,2}结构|构成|组成|分布)(?!为|是|如下)/.test(behind)) found.push(mentions[at]!.name);
  }
  return found;
}

/** 新生中有女生288人，比例为45.7%: the base stands before the part, and the share says nothing of it. */
export function partitiveBases(reading: Reading, part: number): string[] {
  const { mentions } = namingOf(reading);
  const { start } = reading.quantities[part]!;
  const words = gapBefore(reading, part);
  const found: string[] = [];
  for (let at = firstAt(mentions, start - words.length); at < mentions.length && mentions[at]!.end < start; at += 1)
    if (/^(?:队伍|群体|整体)?(?:当中|之中|[中里内])(?![职等专])/.test(words.slice(mentions[at]!.end - start + words.length)))
      found.push(mentions[at]!.name);
  return found;
}

/** 就业率 of 就业人数, 证书取得率 of those who 取得证书: most signs of a rate's own name stand in what it is made of. */
export function rateFits(reading: Reading, at: number, pair: Pair): boolean {
  const words = cleanLabel(clauseBefore(reading, at), 0).text;
  const name = /([\u4e00-\u9fff]{1,14})率$/.exec(words)?.[1];
  if (name === undefined || /^(?:占比|比)$/.test(name)) return shareNameFits(reading, words, pair);
  const sources = [pair.part, pair.whole]
    .map((index) => `${gapBefore(reading, index)}${gapBehind(reading, index)}`)
    .join("")
    .replace(`${name}率`, "");
  if (/^(?:计划)?(?:完成|执行|兑现|落实|达成|到位)$/.test(name)) return /计划|任务|目标|核定|指标/.test(sources);
  const letters = [...name.replace(/总体|平均|全市|全省|全校|学生|毕业生|本年|全年/g, "")];
  return letters.filter((letter) => sources.includes(letter)).length * 3 >= letters.length * 2;
}

/** 规模养殖比重 of 牧场 and 牧场: more than half of the signs of its name have to stand in what it is made of. */
function shareNameFits(reading: Reading, words: string, pair: Pair): boolean {
  const name = /([\u4e00-\u9fff]{2,14})(?:比重|比例)(?:达到?|为|是)?$/.exec(words)?.[1]?.replace(/^.*?(?:的|占)|所占|占/g, "");
  // 甲占乙的比重: no name of its own, but what it is of.
  if (name === undefined || name.length < 3 || /占[^占]{2,14}的?(?:比重|比例)(?:达到?|为|是)?$/.test(words)) return true;
  const sources = [pair.part, pair.whole].map((index) => `${gapBefore(reading, index)}${gapBehind(reading, index)}`).join("");
  return [...name].filter((letter) => sources.includes(letter)).length * 2 > name.length;
}

/** 校均教师 of a count of teachers and one of schools: the noun behind 均, and what the heads are. */
export function headsFit(reading: Reading, at: number, { part, whole }: Pair): boolean {
  const words = clauseBefore(reading, at);
  // 平均每个集团: the heads are named, and a value called 各集团成员学校 counts other things.
  const named = namedHeads(words);
  if (named !== undefined && !reading.claims[whole]!.label.endsWith(named) && !(namingOf(reading).of[whole]?.name ?? "").endsWith(named))
    return false;
  const parts = /^(.*?)(?:([生人校师])均|平均每?([人生校名所])?|每([人生校名所])|人手)(.*)$/.exec(words);
  if (!parts) return true;
  const noun = (parts[5] ?? "").replace(/^(?:拥有|有|配备|占有|为|约|达到?)|(?:为|约|达到?|是|有|折?合|数|量|规模|水平|值|相应|即)+$/g, "");
  const naming = namingOf(reading);
  const label = (index: number): string =>
    `${naming.of[index]?.name ?? ""}${reading.claims[index]!.label}${clauseBefore(reading, index)}${/^[\u4e00-\u9fff]{0,12}/.exec(gapBehind(reading, index))![0]}`;
  const head = parts[2] ?? parts[3] ?? parts[4] ?? "";
  if (/市直|县区|县属|区属|民办|公办|农村|城区|附设/.test(parts[1]!)) return false;
  if (/[校所]/.test(head) && !/校|院|机构|所/.test(label(whole) + reading.quantities[whole]!.unit.replace("家", ""))) return false;
  if (/[生]/.test(head) && reading.quantities[whole]!.unit !== "人") return false;
  return noun === "" || [...noun].filter((letter) => label(part).includes(letter)).length * 2 >= noun.length;
}

/** 占一般公共预算支出的20.1%, where 支出 is told elsewhere: the base is named in full, and is another thing. */
export function isBaseOfLongerName(reading: Reading, at: number, name: string): boolean {
  const { base } = reading.claims[at]!;
  if (!base || base === "from" || !base.endsWith(name)) return false;
  return !/^(?:[全我本][市省县区校国]|学校|当年|年度|[总的])*$/.test(base.slice(0, -name.length));
}
