/** Lists that name first and count behind, A、B、C分别为a、b、c: each figure gets the name, or the year, in its place. */
import type { Claim } from "../claim.ts";
import type { Sentence } from "./sentences.ts";
import { cleanLabel } from "./words.ts";

/** A、B、C分别为a、b、c: each figure of the run gets the name in its place. */
export function respective(claims: Claim[], sentence: Sentence, text: string): Claim[] {
  let years: readonly number[] | null = null;
  for (let first = 0; first < claims.length; first += 1) {
    const from = first === 0 ? sentence.start : claims[first - 1]!.quantity.end;
    const gap = text.slice(from, claims[first]!.quantity.start);
    const word = /(?:[，,]?\s*)(?:的?(?:人数|数量|人数或数量|数)?)?(?:分别|依次|顺次|各(?=[有为是占]?\s*$))[^，,。；;\d]{0,5}\s*$/.exec(
      gap,
    );
    if (!word || /占/.test(word[0])) continue;
    let last = first;
    while (
      last + 1 < claims.length &&
      /^(?:[、，,]|和|与|及|以及)\s*$/.test(text.slice(claims[last]!.quantity.end, claims[last + 1]!.quantity.start)) &&
      claims[last + 1]!.quantity.unit === claims[first]!.quantity.unit
    )
      last += 1;
    const before = gap.slice(0, word.index);
    const start = Math.max(
      ...["，", "。", "；", "：", "（", "其中", "中，"].map((sign) =>
        before.lastIndexOf(sign) < 0 ? 0 : before.lastIndexOf(sign) + sign.length,
      ),
    );
    const names = splitNames(before.slice(start));
    if (last > first && names.length === 1) {
      // 校舍面积分别为…和…: of several bodies, or of the years of the list before.
      const { label, concept, named } = claims[first]!;
      for (let at = first; at <= last; at += 1)
        claims[at] =
          years?.length === last - first + 1
            ? { ...claims[at]!, label, concept, named, period: years[at - first]! }
            : { ...claims[at]!, scope: `${claims[at]!.scope}·各` };
      first = last;
      continue;
    }
    if (last === first || names.length !== last - first + 1) continue;
    const offset = from + start;
    const classes = classesOf(names);
    years = classes ?? names.map(({ name }) => Number(/((?:19|20)\d\d)年度?$/.exec(name)?.[1] ?? NaN));
    if (years.includes(NaN)) years = null;
    const named = classes ? names.at(-1)! : names[0]!;
    names.forEach(({ name, at }, position) => {
      const claim = claims[first + position]!;
      // 在校生2018年、2019年分别为…: one name, told for each year.
      const clean = years === null ? cleanLabel(name, offset + at) : cleanLabel(named.name, offset + named.at);
      claims[first + position] = {
        ...claim,
        period: years === null ? claim.period : years[position]!,
        aspect: claim.aspect === "plan" ? "level" : claim.aspect,
        label: clean.text,
        named: { start: clean.start, end: clean.start + clean.text.length },
      };
    });
    first = last;
  }
  return claims;
}

/** 2022届、2023届和2024届毕业生: one name, behind the last of its years. */
function classesOf(names: readonly { readonly name: string }[]): readonly number[] | null {
  const years = names.map(({ name }) => /^((?:19|20)\d\d)(?:届|级|学?年度?)(.*)$/.exec(name.trim()));
  const last = years.at(-1);
  if (!last?.[2] || years.slice(0, -1).some((each) => each === null || each[2] !== "")) return null;
  return years.map((each) => Number(each![1]));
}

function splitNames(words: string): { name: string; at: number }[] {
  const names: { name: string; at: number }[] = [];
  let from = 0;
  for (const joint of words.matchAll(/、|和(?!谐)|与|以及|及(?!以)/g)) {
    if (joint.index < from) continue;
    names.push({ name: words.slice(from, joint.index), at: from });
    from = joint.index + joint[0].length;
  }
  names.push({ name: words.slice(from).replace(/(?:人数或数量|人数|数量)$/, ""), at: from });
  const suffix = /^[一二三四五](.+)$/.exec(names.at(-1)!.name)?.[1];
  if (suffix && names.slice(0, -1).every(({ name }) => /^[一二三四五]$/.test(name)))
    for (const each of names.slice(0, -1)) each.name += suffix;
  return names.some(({ name }) => name.trim() === "" || name.length > 20) ? [] : names;
}
