/** Of which value a change, growth or share speaks: the nearest before it that it can be said of, or the one that it names again. */
import type { Claim } from "../claim.ts";
import type { Quantity } from "../quantity.ts";
import type { Stated } from "./aspect.ts";
import { labelKey } from "./words.ts";

/** How many figures back a change or share may look for what it speaks of. */
const reach = 24;

/** 在校生24600人，其中甲11480人、乙13120人，比上年增加600人: behind a list of parts a change speaks of the whole. */
export function ofWhole(subject: number | null, stated: Stated, claims: readonly Claim[], first: number, text: string): number | null {
  if (subject === null || stated.ownLabel || (stated.aspect !== "change" && stated.aspect !== "growth")) return subject;
  let at = subject - first;
  let items = 1;
  while (at > 0) {
    const gap = text.slice(claims[at - 1]!.quantity.end, claims[at]!.quantity.start);
    if (/其中|包括|分别/.test(gap))
      return items > 1 && claims[at - 1]!.quantity.unit === claims[at]!.quantity.unit ? first + at - 1 : subject;
    if (!/^[^，。；]*、/.test(gap) || claims[at - 1]!.quantity.unit !== claims[at]!.quantity.unit) return subject;
    items += 1;
    at -= 1;
  }
  return subject;
}

/** The claims before, a null for each that stands in a bracket closed since: 初中5万所（其中职业初中11所），比上年增加88所. */
export function open(claims: readonly Claim[], quantity: Quantity, text: string): (Claim | null)[] {
  let depth = 0;
  const result: (Claim | null)[] = [];
  let from = quantity.start;
  for (let at = claims.length - 1; at >= Math.max(0, claims.length - reach); at -= 1) {
    const each = claims[at]!;
    for (let position = from - 1; position >= each.quantity.end; position -= 1) {
      const sign = text[position];
      if (sign === "）" || sign === ")") depth += 1;
      else if (sign === "（" || sign === "(") depth = Math.max(0, depth - 1);
    }
    from = each.quantity.start;
    result[at] = depth > 0 ? null : each;
  }
  return result;
}

/** The claim of which a change, growth or share speaks: the nearest value before it in the sentence, when it has no label of its own. */
export function subjectOf(
  stated: Stated,
  named: { readonly text: string; readonly scope: string },
  claims: readonly (Claim | null)[],
  first: number,
  gap: string,
  quantity: Quantity,
): number | null {
  if (stated.aspect !== "change" && stated.aspect !== "growth" && stated.aspect !== "share") return null;
  const told = claims.at(-1);
  if (!stated.ownLabel && named.text !== "" && told?.base === "from" && told.label === named.text) {
    const again = claims.findLastIndex((each) => each && isValue(each) && each.base !== "from" && isCalled(each.label, named.text));
    return again < 0 ? null : first + again;
  }
  if (stated.ownLabel && named.text !== "") {
    for (let at = claims.length - 1; at >= 0; at -= 1) {
      const each = claims[at];
      if (each && isValue(each) && labelKey(each.label) === labelKey(named.text)) return first + at;
    }
    // 从2018年的2000人到2019年的2100人，在校生增长5%: the values go before their name.
    const [from, to] = claims.slice(-2);
    return from?.base === "from" &&
      from.label === "" &&
      to &&
      isValue(to) &&
      to.label === "" &&
      to.base !== "from" &&
      stated.aspect !== "share"
      ? first + claims.length - 1
      : null;
  }
  if (/[。；;]/.test(gap) && stated.aspect === "share") return null;
  // 比上年增加400人，增长5%: both are said of one value.
  const last = claims.at(-1);
  const isAmount = last?.quantity.kind === "number" && last.quantity.unit !== "";
  if (
    stated.aspect === "growth" &&
    last?.aspect === "change" &&
    (last.subject !== null || isAmount) &&
    /^[，,、]\s*[\u4e00-\u9fff]{2,6}\s*$/.test(gap)
  )
    return last.subject;
  for (let at = claims.length - 1; at >= 0; at -= 1) {
    const each = claims[at];
    if (!each || each.base === "from") continue;
    if (stated.aspect === "share" ? each.aspect !== "level" : !isValue(each)) continue;
    if (stated.aspect === "change" && quantity.kind === "number" && each.quantity.unit !== quantity.unit) continue;
    // 青河县3400人，全市比上年增加1700人: said of another whole.
    return named.scope !== "" && each.scope.replace(/·.*$/, "") !== named.scope ? null : first + at;
  }
  return null;
}

/** 奖牌总数 is called 奖牌数 again, 中职教育经费总投入 just 总投入. */
function isCalled(label: string, name: string): boolean {
  const [whole, again] = [labelKey(label), labelKey(name)];
  return whole === again || (again.length > 1 && whole.endsWith(again));
}

export function isValue(claim: Claim): boolean {
  return (
    claim.aspect === "level" ||
    claim.aspect === "share" ||
    claim.aspect === "rate" ||
    claim.aspect === "perHead" ||
    claim.aspect === "ratio"
  );
}
