/** Shares with a base in words (占…的p%): part ÷ base must print as the share; where another figure fits as base, the base is misnamed. */
import { compare } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { bare, hundred, isExact, meet, printed, quotient, shown, shownInterval, verdict } from "./arithmetic.ts";
import { sectionOf, valueCalled, valuesCalled, valuesOfSection } from "./lookup.ts";
import { cutOffFinding } from "./cut-off.ts";
import { isOfAnotherBody, quotientNeeds } from "./quotient-needs.ts";
import { broken, type Draft, held, type Reading, type Relation } from "./relation.ts";

export function shareRelations(reading: Reading): Relation[] {
  const relations: Relation[] = [];
  for (const [at, claim] of reading.claims.entries()) {
    if (claim.aspect !== "share" || claim.base === null || claim.quantity.unit !== "%" || claim.quantity.kind === "range") continue;
    const relation = testShare(reading, at);
    if (relation) relations.push(relation);
  }
  return relations;
}

function testShare(reading: Reading, at: number): Relation | null {
  const claim = reading.claims[at]!;
  const called = pronoun(reading, at);
  if (called !== null) return compareShare(reading, at, called.part, called.whole, true);
  const inside = insideNumber(reading, at);
  if (inside !== null) return misnamed(reading, at, inside.whole) ?? compareShare(reading, at, inside.part, inside.whole, true);
  const counted = countedBehind(reading, at);
  if (counted !== null) return compareShare(reading, at, counted.part, counted.whole, false);
  const part = partOf(reading, at);
  if (part === null || reading.corrupt.has(part)) return null;
  const piece = reading.quantities[part]!;
  if (isUnnamed(reading, at)) return testUnnamed(reading, at, part);
  const { period } = reading.claims[part]!;
  // 2021年61人、2022年70人、2023年84人，占专业课教师的比例依次为…: each of the base of its own year.
  if (period !== claim.period) {
    const [own] = valuesCalled(reading, claim.base!, at, piece.unit).filter((index) => reading.claims[index]!.period === period);
    return own === undefined || own === part ? null : compareShare(reading, at, part, own, true);
  }
  const whole =
    valueCalled(reading, claim.base!, at, piece.unit) ?? (piece.unit === "人次" ? valueCalled(reading, claim.base!, at, "人") : null);
  if (whole === null || whole === part || isRegional(reading, at, whole)) return null;
  return compareShare(reading, at, part, whole, true);
}

/** 占总供水量的80.8%, and elsewhere 南方供水量3314.7亿: without 总 or 共 it may be that of a part, unless it gives the share. */
function isRegional(reading: Reading, at: number, whole: number): boolean {
  const [share, value] = [reading.claims[at]!, reading.quantities[whole]!];
  if (!/^总(?=[^数量额]{2})/.test(share.base!) || reading.claims[whole]!.sentence === share.sentence) return false;
  return !/[总共]|合计|全[市省县区国校]/.test(reading.document.text.slice(Math.max(0, value.start - 14), value.start));
}

/** A人，B人，前者占B的p%: the pronoun is the value before last; its base is called by name, or is the other. */
function pronoun(reading: Reading, at: number): { part: number; whole: number } | null {
  const gap = reading.document.text.slice(reading.quantities[at - 1]?.end ?? 0, reading.claims[at]!.quantity.start);
  const word = /(前者|后者)[^，。；]{0,2}占/.exec(gap)?.[1];
  if (word === undefined || at < 2 || reading.claims[at - 2]!.sentence !== reading.claims[at]!.sentence) return null;
  const part = word === "前者" ? at - 2 : at - 1;
  const other = word === "前者" ? at - 1 : at - 2;
  const { unit } = reading.quantities[part]!;
  const base = reading.claims[at]!.base;
  const named = base && !/前者|后者/.test(base) ? valueCalled(reading, base, at, unit) : other;
  return named === null || reading.quantities[named]!.unit !== unit || reading.corrupt.has(part) || reading.corrupt.has(named)
    ? null
    : { part, whole: named };
}

/** 应届毕业生239952名，在293246名新生中占比81.8%: the base is the number just before. */
function insideNumber(reading: Reading, at: number): { part: number; whole: number } | null {
  if (at < 2 || reading.claims[at - 2]!.sentence !== reading.claims[at]!.sentence) return null;
  const gap = reading.document.text.slice(reading.quantities[at - 1]!.end, reading.claims[at]!.quantity.start);
  if (!/^[\u4e00-\u9fff“”]{1,14}?(?:当中|之中|中|里)的?(?:占比|占|比例|比重|所占比例)(?:约|近|为|是|达到?|到|高达)*\s?$/.test(gap))
    return null;
  const lead = reading.document.text.slice(reading.quantities[at - 2]!.end, reading.quantities[at - 1]!.start);
  const [part, whole] = [at - 2, at - 1];
  return lead.endsWith("在") &&
    reading.quantities[part]!.unit === reading.quantities[whole]!.unit &&
    reading.claims[part]!.aspect === "level"
    ? { part, whole }
    : null;
}

/** 在1918人教职工中: the number is that of another thing than the noun behind it. */
function misnamed(reading: Reading, at: number, base: number): Relation | null {
  const { label, quantity } = reading.claims[base]!;
  const elsewhere = label === "" ? null : valueCalled(reading, label, at, quantity.unit, base);
  if (elsewhere === null || elsewhere === base || meet(reading.quantities[elsewhere]!.interval, quantity.interval)) return null;
  const there = reading.quantities[elsewhere]!;
  return broken([base, elsewhere, at], {
    code: "BASE",
    tier: "warning",
    message: {
      zh: `“${label}”此处为${printed(quantity)}，另处为${printed(there)}`,
      en: `"${label}" is ${printed(quantity)} here and ${printed(there)} elsewhere`,
    },
    proof: `${bare(quantity)} ≠ ${bare(there)}`,
    at: [base, elsewhere, at],
  });
}

/** 专职教师40263人，高级职务教师占26.43%，计10640人: the count of the share stands behind it. */
function countedBehind(reading: Reading, at: number): { part: number; whole: number } | null {
  const next = reading.claims[at + 1];
  const claim = reading.claims[at]!;
  if (!next || next.sentence !== claim.sentence || next.aspect !== "level") return null;
  if (
    !/^[，,]\s*(?:即|计|共计|合计|共|约)$/.test(reading.document.text.slice(reading.quantities[at]!.end, reading.quantities[at + 1]!.start))
  )
    return null;
  const { unit } = reading.quantities[at + 1]!;
  const usable = (index: number | null): index is number =>
    index !== null && index !== at + 1 && !reading.corrupt.has(index) && reading.quantities[index]!.unit === unit;
  if (claim.base && !isUnnamed(reading, at)) {
    const named = valueCalled(reading, claim.base, at, unit, at + 1);
    return usable(named) ? { part: at + 1, whole: named } : null;
  }
  const before = reading.bySentence[claim.sentence]!.filter(
    (index) => index < at && reading.claims[index]!.aspect === "level" && usable(index),
  );
  return before.length === 1 ? { part: at + 1, whole: before[0]! } : null;
}

/** Subjects of 分别占: as many values before as there are shares, in order. */
function partOf(reading: Reading, at: number): number | null {
  const claim = reading.claims[at]!;
  const gap = reading.document.text.slice(reading.quantities[at - 1]?.end ?? 0, claim.quantity.start);
  if (/分别|依次/.test(gap) || (/^、\s*$/.test(gap) && reading.claims[at - 1]?.aspect === "share")) return respective(reading, at);
  return claim.subject;
}

function respective(reading: Reading, at: number): number | null {
  let first = at;
  while (first > 0 && reading.claims[first - 1]!.sentence === reading.claims[at]!.sentence && reading.claims[first - 1]!.aspect === "share")
    first -= 1;
  let count = 1;
  while (
    reading.claims[first + count]?.aspect === "share" &&
    /^[、和，及]\s*$/.test(
      reading.document.text.slice(reading.quantities[first + count - 1]!.end, reading.quantities[first + count]!.start),
    )
  )
    count += 1;
  const subject = first - count + (at - first);
  const valid =
    subject >= 0 && reading.claims[subject]!.sentence === reading.claims[at]!.sentence && reading.claims[subject]!.aspect === "level";
  return valid && count > 1 ? subject : null;
}

/**
 * A share without a named base (占比p%, 占总数的p%): of a value told before it. One that fits is it; where none
 * does, the base is the one that its neighbours share, or the whole that its list names.
 */
function testUnnamed(reading: Reading, at: number, part: number): Relation | null {
  const piece = reading.quantities[part]!;
  const wholes = basesBefore(reading, at, part);
  if (wholes.length === 0) return null;
  const fits = (share: number, of: number, whole: number): boolean => {
    const computed = quotient(reading.quantities[of]!.interval, reading.quantities[whole]!.interval, hundred);
    return computed !== null && verdict(computed, reading.quantities[share]!) === "held";
  };
  const fitting = wholes.find((whole) => fits(at, part, whole));
  if (fitting !== undefined) return held(at, part, fitting);
  const neighbours = reading.bySentence[reading.claims[at]!.sentence]!.filter(
    (index) =>
      index !== at && isUnnamed(reading, index) && reading.claims[index]!.subject !== null && reading.claims[index]!.subject !== part,
  );
  const common = wholes.find((whole) =>
    neighbours.some(
      (index) =>
        isExact(reading.quantities[index]!) &&
        reading.quantities[reading.claims[index]!.subject!]!.unit === reading.quantities[whole]!.unit &&
        fits(index, reading.claims[index]!.subject!, whole) &&
        reading.claims[index]!.subject !== whole &&
        bare(reading.quantities[whole]!).length > 2,
    ),
  );
  if (common !== undefined) return compareShare(reading, at, part, common, false);
  const [first] = wholes;
  const text = reading.document.text.slice(reading.quantities[first!]!.end, piece.start);
  if (!/其中|[（(]/.test(text.replace(/[（(][^（）()]*[）)]/g, "")) || wholes.length > 1) return null;
  return compareShare(reading, at, part, first!, false);
}

function isUnnamed(reading: Reading, index: number): boolean {
  const { aspect, base } = reading.claims[index]!;
  return aspect === "share" && base !== null && /^(?:总数|总量|全部|其)?$/.test(base);
}

/** Values of the part's unit before it in its sentence, and totals (共, 总) in the two sentences before that. */
function basesBefore(reading: Reading, at: number, part: number): number[] {
  const { sentence, period } = reading.claims[at]!;
  const usable = (index: number): boolean => {
    const claim = reading.claims[index]!;
    return (
      index < part &&
      claim.aspect === "level" &&
      claim.base !== "from" &&
      claim.period === period &&
      reading.quantities[index]!.unit === reading.quantities[part]!.unit &&
      !reading.corrupt.has(index) &&
      compare(reading.quantities[index]!.value, reading.quantities[part]!.value) >= 0
    );
  };
  const block = reading.sentences[sentence]?.block;
  const before = [sentence - 2, sentence - 1].flatMap((each) =>
    reading.sentences[each]?.block === block ? (reading.bySentence[each] ?? []) : [],
  );
  const totals = before.filter(
    (index) =>
      usable(index) &&
      /[共总]/.test(reading.document.text.slice(Math.max(0, reading.quantities[index]!.start - 8), reading.quantities[index]!.start)),
  );
  return [...totals, ...reading.bySentence[sentence]!.filter(usable)];
}

/** Tests `at` = part ÷ whole; a failure looks for another base in the text before it blames the share. */
export function compareShare(reading: Reading, at: number, part: number, whole: number, named: boolean): Relation | null {
  const [share, piece, base] = [reading.quantities[at]!, reading.quantities[part]!, reading.quantities[whole]!];
  const computed = quotient(piece.interval, base.interval, hundred);
  if (computed === null) return null;
  const found = verdict(computed, share);
  if (found === "held") return held(at, part, whole);
  // 692人，占专业课教师的52.5%。招聘163人，其中专业课教师112人: the base is the one of that name which gives the share.
  const namesake = named ? namesakeThatFits(reading, at, part) : undefined;
  if (namesake !== undefined) return held(at, part, namesake);
  const operands = [at, part, whole];
  const [name, baseName] = [
    reading.claims[part]!.label || printed(piece),
    (named && reading.claims[at]!.base) || reading.claims[whole]!.label || printed(base),
  ];
  const value = shownInterval(computed, share);
  const proof = `${bare(piece)} ÷ ${bare(base)} = ${value}%`;
  if (found === "truncated") {
    return broken(operands, {
      ...cutOffFinding(share, `${value}%`, proof, operands),
      suggestions: [{ zh: `改为${rounded(computed, share)}%`, en: `print ${rounded(computed, share)}%` }],
    });
  }
  const other = fittingBase(reading, at, part, whole);
  if (other !== null && isExact(share)) return broken(operands, wrongBase(reading, at, part, whole, other, proof));
  // 占总支出的56%, and somewhere else 支出: perhaps another's.
  const called = !named || labelKey(reading.claims[at]!.base ?? "") === labelKey(reading.claims[whole]!.label);
  const apart =
    reading.claims[at]!.sentence !== reading.claims[whole]!.sentence && reading.claims[at]!.base !== reading.claims[whole]!.label;
  if (named && (!called || apart) && isOfAnotherBody(reading, operands, computed)) return null;
  if (compare(piece.value, base.value) > 0 && isExact(piece) && isExact(base))
    return broken(
      operands,
      {
        code: "SUBSET",
        tier: called ? "proof" : "warning",
        message: {
          zh: `“${name}”${printed(piece)}超过其基数“${baseName}”${printed(base)}，不可能占${printed(share)}`,
          en: `"${name}" ${printed(piece)} exceeds its base "${baseName}" ${printed(base)}`,
        },
        proof: `${proof} ≠ ${printed(share)}`,
        at: [part, at, whole],
      },
      quotientNeeds(reading, [at, part, whole], computed, hundred),
    );
  const near = reading.claims[part]!.sentence === reading.claims[at]!.sentence;
  const firm =
    near && named && isExact(share) && isExact(piece) && isExact(base) && called && sectionOf(reading, whole) === sectionOf(reading, at);
  return broken(
    operands,
    {
      code: "SHARE",
      tier: firm ? "proof" : "warning",
      message: {
        zh: `“${name}”占“${baseName}”的比例应为${value}%，文中为${printed(share)}`,
        en: `the share of "${name}" in "${baseName}" is ${value}%, the text says ${printed(share)}`,
      },
      proof: `${proof} ≠ ${printed(share)}`,
      at: operands,
      suggestions: [{ zh: `若人数无误，应为${rounded(computed, share)}%`, en: `if the counts are right, ${rounded(computed, share)}%` }],
    },
    quotientNeeds(reading, [at, part, whole], computed, hundred),
  );
}

/** A value called as the base is, elsewhere in the text, that gives the share exactly. */
function namesakeThatFits(reading: Reading, at: number, part: number): number | undefined {
  const [share, piece] = [reading.quantities[at]!, reading.quantities[part]!];
  const { base, period } = reading.claims[at]!;
  if (!base || bare(share).replace(/\D/g, "").length < 2) return undefined;
  return valuesCalled(reading, base, at, piece.unit).find((index) => {
    const computed =
      index === part || reading.claims[index]!.period !== period
        ? null
        : quotient(piece.interval, reading.quantities[index]!.interval, hundred);
    return computed !== null && verdict(computed, share) === "held";
  });
}

function rounded(computed: NonNullable<ReturnType<typeof quotient>>, share: Reading["quantities"][number]): string {
  const text = shown(computed.low!.value, share);
  const decimals = bare(share).split(".")[1]?.length ?? 0;
  return Number(text).toFixed(decimals);
}

/** Another value of the section that fits as base, when it has enough digits not to fit by chance. */
function fittingBase(reading: Reading, at: number, part: number, whole: number): number | null {
  const [share, piece] = [reading.quantities[at]!, reading.quantities[part]!];
  const fits = valuesOfSection(reading, at).flatMap((index) => {
    const claim = reading.claims[index]!;
    if (index === whole || index === part || reading.quantities[index]!.unit !== piece.unit) return [];
    if (!isExact(reading.quantities[index]!) || reading.corrupt.has(index) || claim.label === "") return [];
    if (compare(reading.quantities[index]!.value, piece.value) < 0) return [];
    const computed = quotient(piece.interval, reading.quantities[index]!.interval, hundred);
    return computed && meet(computed, share.interval) ? [index] : [];
  });
  return fits.length === 1 && bare(reading.quantities[fits[0]!]!).replace(/\D/g, "").length >= 3 ? fits[0]! : null;
}

export function wrongBase(reading: Reading, at: number, part: number, whole: number | null, other: number, proof: string): Draft {
  const [share, piece, fits] = [reading.quantities[at]!, reading.quantities[part]!, reading.quantities[other]!];
  const named = reading.claims[at]!.base || (whole === null ? reading.claims[at]!.label : reading.claims[whole]!.label);
  const fitting = reading.claims[other]!.label;
  const computed = quotient(piece.interval, fits.interval, hundred)!;
  return {
    code: "BASE",
    tier: "warning",
    message: {
      zh: `${printed(share)}不是以“${named}”为基数算出的；以“${fitting}”${printed(fits)}为基数才相符`,
      en: `${printed(share)} does not rest on "${named}"; it fits "${fitting}" ${printed(fits)} as base`,
    },
    proof: `${proof}；${bare(piece)} ÷ ${bare(fits)} = ${shownInterval(computed, share)}%`,
    at: [at, part, ...(whole === null ? [] : [whole]), other],
    suggestions: [{ zh: `基数改称“${fitting}”`, en: `name "${fitting}" as the base` }],
  };
}
