/** Plans and multiples: 完成计划（N人）的p%, 计划A实际B完成率p%, A是B的n倍, and a rate whose base follows in brackets. */
import { negate, one } from "../../quantity/exact.ts";
import { add, point } from "../../quantity/interval.ts";
import { labelKey } from "../claims/words.ts";
import { bare, hundred, isExact, meet, printed, quotient, shownInterval, verdict } from "./arithmetic.ts";
import { isWholeScope, valueCalled } from "./lookup.ts";
import { cutOffFinding } from "./cut-off.ts";
import { quotientNeeds } from "./quotient-needs.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

const ofPlan = /(?:计划完成率|完成率|到位率|执行率|达成率|完成比例|完成度)$/;

export function completionRelations(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    if (claim.sentence < 0 || reading.corrupt.has(at)) return [];
    const told = byOperands(reading, at);
    if (told !== null) return told;
    if (claim.quantity.unit === "%" && claim.quantity.kind === "share")
      return completed(reading, at) ?? bracketed(reading, at) ?? ofBracket(reading, at) ?? [];
    if (claim.quantity.unit === "倍") return multiple(reading, at) ?? [];
    return [];
  });
}

/** 占…的61.4%，分子、分母依次是10.2万人和16.7万人: what is divided by what is said outright. */
function byOperands(reading: Reading, at: number): Relation[] | null {
  const { sentence, aspect } = reading.claims[at]!;
  const { text } = reading.document;
  if (
    !/^(?:share|rate)$/.test(aspect) ||
    !text.slice(reading.sentences[sentence]!.start, reading.sentences[sentence]!.end).includes("分母")
  )
    return null;
  const indexes = reading.bySentence[sentence]!;
  const called = (name: string): number[] =>
    indexes.filter((index) => usable(reading, index) && (reading.claims[index]!.label === name || before(reading, index).includes(name)));
  const [above, below] = [
    called("分子").filter((index) => reading.claims[index]!.label !== "分母"),
    called("分母").filter((index) => reading.claims[index]!.label !== "分子"),
  ];
  const quotients = indexes.filter((index) => /^(?:share|rate|ratio)$/.test(reading.claims[index]!.aspect));
  return above.length === 1 &&
    below.length === 1 &&
    quotients.length === 1 &&
    above[0] !== below[0] &&
    alike(reading.quantities[above[0]!]!.unit, reading.quantities[below[0]!]!.unit)
    ? [compare(reading, at, above[0]!, below[0]!, "比例")]
    : null;
}

/** The clause before the figure, as far back as the last figure. */
function before(reading: Reading, at: number): string {
  const claim = reading.claims[at]!;
  const from = Math.max(reading.sentences[claim.sentence]!.start, reading.quantities[at - 1]?.end ?? 0);
  return reading.document.text.slice(from, claim.quantity.start);
}

function usable(reading: Reading, index: number): boolean {
  return reading.quantities[index]!.kind === "number" && reading.quantities[index]!.unit !== "" && !reading.corrupt.has(index);
}

function completed(reading: Reading, at: number): Relation[] | null {
  const claim = reading.claims[at]!;
  const words = before(reading, at);
  const named = ofPlan.test(labelKey(claim.label)) || /完成率(?:为|达|达到)?$/.test(words);
  const stated =
    /(?:完成|相当于|为|达到|占)[^，。；]{0,12}(?:计划|任务|目标)[^，。；]{0,4}的?$|^[）)]?的$|^[）)]\s*的(?:约|近)?$/.test(words) &&
    /计划|任务|目标/.test(reading.document.text.slice(Math.max(0, claim.quantity.start - 40), claim.quantity.start));
  if (!named && !stated) return null;
  // 任务数53400,完成数48530,完成率80.9%: numbers of a bracket may go without units.
  const counts = (index: number): boolean =>
    usable(reading, index) ||
    (reading.quantities[index]!.kind === "number" && reading.quantities[index]!.unit === "" && !reading.corrupt.has(index));
  const own = reading.bySentence[claim.sentence]!.filter((index) => index < at && counts(index)).slice(-4);
  // 招生计划1571名。实际录取1620名，计划完成率…: one value alone, the plan in the sentence before.
  const indexes = own.length === 1 && named ? [...planBefore(reading, claim.sentence), ...own] : own;
  const plan = indexes
    .filter((index) => reading.claims[index]!.aspect === "plan" || /(?:计划|任务|目标)[^，。；]{0,4}$/.test(before(reading, index)))
    .at(-1);
  const done = indexes
    .filter(
      (index) =>
        index !== plan &&
        reading.claims[index]!.aspect === "level" &&
        reading.quantities[index]!.unit === reading.quantities[plan ?? index]!.unit,
    )
    .at(-1);
  if (plan === undefined || done === undefined) return told(reading, at, words);
  if (/[（(]/.test(words) || (!stated && !akin(reading.claims[plan]!.label, reading.claims[done]!.label))) return null;
  const relation = compare(reading, at, done, plan, "完成比例");
  return relation.held || !hasPlanOfItsOwn(reading, plan, done) ? [relation] : null;
}

/** The plan that is all that the sentence before tells, in the same section. */
function planBefore(reading: Reading, sentence: number): readonly number[] {
  const told = reading.bySentence[sentence - 1] ?? [];
  const near = reading.sentences[sentence - 1]?.section === reading.sentences[sentence]!.section;
  return near && told.length === 1 && reading.claims[told[0]!]!.aspect === "plan" ? told : [];
}

/** 计划42亿元，完成40亿元；其中园区完成12亿元，为计划的98%: behind 其中 a plan is meant that is not told. */
function hasPlanOfItsOwn(reading: Reading, plan: number, done: number): boolean {
  const between = reading.document.text.slice(reading.quantities[plan]!.end, reading.quantities[done]!.start);
  return plan < done - 1 && /其中|[；;]/.test(between);
}

/** 招生任务完成104.67%：招生计划数21327名，当年新生22324名. */
function told(reading: Reading, at: number, words: string): Relation[] | null {
  const [first, second] = [at + 1, at + 2];
  const [plan, done] = [reading.claims[first], reading.claims[second]];
  if (
    !/完成率?(?:为|达|达到)?$/.test(words.trim()) ||
    !plan ||
    !done ||
    plan.sentence !== reading.claims[at]!.sentence ||
    done.sentence !== plan.sentence
  )
    return null;
  if (
    !/^[：:，,（(]/.test(reading.document.text.slice(reading.quantities[at]!.end, reading.quantities[at]!.end + 1)) ||
    plan.aspect !== "plan" ||
    done.aspect !== "level" ||
    !usable(reading, first) ||
    !usable(reading, second) ||
    plan.quantity.unit !== done.quantity.unit
  )
    return null;
  return [compare(reading, at, second, first, "完成比例")];
}

/** 证书取得率89.6%（毕业生1312名）: what stands before is the part. */
function bracketed(reading: Reading, at: number): Relation[] | null {
  const next = at + 1;
  const base = reading.claims[next];
  if (
    !/^(?:rate|share)$/.test(reading.claims[at]!.aspect) ||
    !base ||
    base.base === "from" ||
    base.sentence !== reading.claims[at]!.sentence ||
    base.aspect !== "level" ||
    !usable(reading, next)
  )
    return null;
  const gap = reading.document.text.slice(reading.quantities[at]!.end, reading.quantities[next]!.start);
  const behind = reading.document.text.slice(reading.quantities[next]!.end, reading.quantities[next]!.end + 1);
  if (!/^[（(](?:以|按|基数|占)?[\u4e00-\u9fff“”]{1,12}[:：为]?$/.test(gap) || !/[）)]/.test(behind)) return null;
  const part = reading.bySentence[base.sentence]!.filter(
    (index) =>
      index < at &&
      usable(reading, index) &&
      reading.claims[index]!.aspect === "level" &&
      reading.quantities[index]!.unit === reading.quantities[next]!.unit,
  ).at(-1);
  if (part === undefined || part !== at - 1) return null;
  return [compare(reading, at, part, next, reading.claims[at]!.label || "比例")];
}

/** 占新生（6261名）的81.3%: the base stands in brackets behind its name, and must be what that name has elsewhere. */
function ofBracket(reading: Reading, at: number): Relation[] | null {
  const base = at - 1;
  const claim = reading.claims[at]!;
  if (base < 0 || reading.claims[base]!.sentence !== claim.sentence || !usable(reading, base)) return null;
  if (!/^(?:\s*[）)])?\s*的?(?:比例|比重)?(?:为|达|达到)?(?:约|近)?$/.test(before(reading, at))) return null;
  const words = before(reading, base);
  const named = /占(?:到|了)?([\u4e00-\u9fff“”]{2,14}?)(?:总数)?[（(]?$/.exec(words.replace(/\s+$/, ""));
  if (!named) return null;
  const { unit } = reading.quantities[base]!;
  const own = words
    .slice(0, named.index)
    .split(/[，,；;。]/)
    .at(-1)!
    .trim();
  const part = reading.bySentence[claim.sentence]!.filter(
    (index) =>
      index < base &&
      usable(reading, index) &&
      reading.claims[index]!.aspect === "level" &&
      reading.quantities[index]!.unit === unit &&
      (own === "" || labelKey(reading.claims[index]!.label) === labelKey(own)),
  ).at(-1);
  const relations = part === undefined ? [] : [compare(reading, at, part, base, `占${named[1]!}的比例`)];
  const elsewhere = valueCalled(reading, named[1]!, base, unit);
  if (elsewhere !== null && elsewhere !== base && isExact(reading.quantities[elsewhere]!) && isExact(reading.quantities[base]!)) {
    const [here, there] = [reading.quantities[base]!, reading.quantities[elsewhere]!];
    if (meet(here.interval, there.interval)) relations.push(held(base, elsewhere));
    else
      relations.push(
        broken([base, elsewhere, at], {
          code: "BASE",
          tier: "warning",
          message: {
            zh: `基数“${named[1]!}”写作${printed(here)}，另处为${printed(there)}`,
            en: `the base "${named[1]!}" is ${printed(here)} here and ${printed(there)} elsewhere`,
          },
          proof: `${bare(here)} ≠ ${bare(there)}`,
          at: [base, elsewhere, at],
        }),
      );
  }
  return relations;
}

/** 农村户籍学生A人，是城镇户籍学生B人的2.7倍; 为上年的1.2倍 needs last year's value and is left alone. */
function multiple(reading: Reading, at: number): Relation[] | null {
  const claim = reading.claims[at]!;
  const own = before(reading, at);
  const tight = at > 0 && /^[）)]?\s*(?:的|之)(?:约|近)?$/.test(own.trim());
  const words = tight ? before(reading, at - 1) : own;
  const pronoun = /(前者|后者)(?:是|为|相当于|约为|达到|达)?(前者|后者)的?(?:约|近)?$/.exec(own.trim());
  if (pronoun) return pronouns(reading, at, pronoun[1] === "前者");
  if (/[是为]其(?:的)?(?:约|近)?$/.test(own.trim())) return pronouns(reading, at, false);
  const clause = /(?:^|[，,；;。])?([^，,；;。]*?)(?:是|为|相当于|约为|达到|达)([^，,；;。]*?)(?:的|之)?(?:约|近)?[（(]?\s*$/.exec(
    words.slice(Math.max(0, words.search(/[^，,；;。]*$/))),
  );
  if (!clause) return null;
  const indexes = reading.bySentence[claim.sentence]!.filter(
    (index) =>
      index < at &&
      usable(reading, index) &&
      reading.claims[index]!.aspect === "level" &&
      isWholeScope(reading.claims[index]!.scope.replace(/·.*$/, "")),
  );
  const call = (name: string): number | undefined => {
    const key = labelKey(name.replace(/^(?:其中|而|也|是|约)/, ""));
    return key.length < 2 ? undefined : indexes.filter((index) => labelKey(reading.claims[index]!.label) === key).at(-1);
  };
  const last = indexes.at(-1);
  const adjacent = last === at - 1 && tight;
  // 外地企业72家。本地企业130家，是外地企业的1.8倍: the base in the sentence before.
  const named = (): number | undefined => {
    const unit = last === undefined ? undefined : reading.quantities[last]!.unit;
    const found = unit === undefined || (clause[2] ?? "").length < 3 ? null : valueCalled(reading, clause[2]!, at, unit, last);
    return found !== null && reading.claims[found]!.sentence === claim.sentence - 1 ? found : undefined;
  };
  const below = adjacent ? last : (call(clause[2] ?? "") ?? named());
  if (below === undefined) return null;
  const above =
    call(clause[1] ?? "") ??
    indexes
      .filter((index) => index < below || !adjacent)
      .filter((index) => index !== below)
      .at(-1);
  if (above === undefined || !alike(reading.quantities[above]!.unit, reading.quantities[below]!.unit)) return null;
  if (isInRun(reading, above, below)) return null;
  return [compare(reading, at, above, below, "倍数")];
}

/** 甲、乙、丙分别为600、400、300: of three in a row the words before do not say which two are meant. */
function isInRun(reading: Reading, left: number, right: number): boolean {
  const [first, last] = [Math.min(left, right), Math.max(left, right)];
  const joined = (index: number): boolean =>
    reading.quantities[index + 1] !== undefined &&
    /^[、和与及]$/.test(reading.document.text.slice(reading.quantities[index]!.end, reading.quantities[index + 1]!.start));
  return last === first + 1 && joined(first) && (joined(first - 1 < 0 ? last : first - 1) || joined(last));
}

/** 前者 and 后者 are the two values just before. */
function pronouns(reading: Reading, at: number, firstIsPart: boolean): Relation[] | null {
  const [left, right] = [at - 2, at - 1];
  if (left < 0 || reading.claims[left]!.sentence !== reading.claims[at]!.sentence || !usable(reading, left) || !usable(reading, right))
    return null;
  return [firstIsPart ? compare(reading, at, left, right, "倍数") : compare(reading, at, right, left, "倍数")];
}

/** 招生计划 and 实际招收新生 speak of one thing: they share a sign besides 计划. */
function akin(plan: string, done: string): boolean {
  const bare = plan.replace(/计划|任务|目标|下达|数|人|名|生|年度|完成|学/g, "");
  if (plan.includes("招") && /新生|招|录取|到校|报到/.test(done)) return true;
  return bare === "" || done === "" || [...bare].some((sign) => done.includes(sign));
}

/** Person-times may well be a multiple of persons. */
function alike(left: string, right: string): boolean {
  return left === right || (/^人次?$/.test(left) && /^人次?$/.test(right));
}

function compare(reading: Reading, at: number, part: number, whole: number, name: string): Relation {
  const [figure, above, below] = [reading.quantities[at]!, reading.quantities[part]!, reading.quantities[whole]!];
  const times = figure.unit === "倍";
  const computed = quotient(above.interval, below.interval, times ? one : hundred);
  const operands = [at, part, whole] as const;
  const found = computed === null ? "held" : verdict(computed, figure);
  if (computed === null || found === "held") return held(...operands);
  // 71.6万人次，超出目标60万人次的19.3%: by so much more than all of it.
  const excess = add(computed, point(negate(hundred)));
  if (!times && /超[出过额]|高[出于]/.test(before(reading, at) + before(reading, whole)) && verdict(excess, figure) !== "off")
    return held(...operands);
  const mark = times ? "倍" : "%";
  const value = shownInterval(computed, figure);
  const proof = `${bare(above)} ÷ ${bare(below)} = ${value}${mark}`;
  if (found === "truncated") return broken(operands, cutOffFinding(figure, `${value}${mark}`, proof, operands));
  return broken(
    operands,
    {
      code: times ? "RATIO" : "SHARE",
      tier:
        [figure, above, below].every(isExact) && operands.every((index) => reading.claims[index]!.sentence === reading.claims[at]!.sentence)
          ? "proof"
          : "warning",
      message: {
        zh: `${name}应为${value}${mark}，文中为${printed(figure)}`,
        en: `${times ? "the multiple" : "the share"} is ${value}${mark}, the text says ${printed(figure)}`,
      },
      proof: `${proof} ≠ ${printed(figure)}`,
      at: operands,
    },
    quotientNeeds(reading, operands, computed, times ? one : hundred),
  );
}
