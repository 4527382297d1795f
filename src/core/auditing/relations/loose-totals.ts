/** Totals told apart from what they add up: 累计培训1万余人次 in one place, the items by 一是、二是 in another; needs and stocks with the gap between them. */
import { compare, divide, multiply, subtract } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { bare, hundred, isExact, meet, printed, shown, shownInterval, total } from "./arithmetic.ts";
import { isWholeScope, valueOf } from "./lookup.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

/** Words that stand for teachers without saying which. */
const staffWords = /(?:^|有)(?:师资|教师队伍|教师总数|师资力量)$/;

export function looseRelations(reading: Reading): Relation[] {
  return [...itemisedTotals(reading), ...looseStaff(reading), ...gaps(reading), ...pilots(reading)];
}

function itemisedTotals(reading: Reading): Relation[] {
  const { text } = reading.document;
  let levels: ReadonlyMap<string, readonly number[]> | undefined;
  return reading.claims.flatMap((claim, at) => {
    if (claim.aspect !== "level" || claim.sentence < 0 || !/^(?:人次|人)$/.test(claim.quantity.unit)) return [];
    const lead = text.slice(Math.max(reading.sentences[claim.sentence]!.start, claim.quantity.start - 14), claim.quantity.start);
    if (!/(?:累计|总计|合计|共计|全年共)/.test(lead) || labelKey(claim.label).length < 2) return [];
    levels ??= levelsByEnding(reading);
    const items = itemsOfOneBlock(reading, at, levels.get(endingOf(reading, at)) ?? []);
    if (items.length < 3 || !isOrdinalParagraph(reading, reading.sentences[reading.claims[items[0]!]!.sentence]!.block)) return [];
    const sum = total(items.map((index) => reading.quantities[index]!.interval));
    if (meet(sum, claim.quantity.interval)) return [held(at, ...items)];
    const more = sum.low !== null && compare(sum.low.value, claim.quantity.value) > 0;
    return [
      broken([at, ...items], {
        code: "SUM",
        tier: more ? "warning" : "note",
        message: {
          zh: `“${claim.label}”${printed(claim.quantity)}与分项之和${shownInterval(sum, claim.quantity)}不符，分项${more ? "多于" : "只说明了一部分"}`,
          en: `"${claim.label}" ${printed(claim.quantity)} against items that make ${shownInterval(sum, claim.quantity)}`,
        },
        proof: `${items.map((index) => bare(reading.quantities[index]!)).join(" + ")} = ${shownInterval(sum)} ${more ? ">" : "<"} ${printed(claim.quantity)}`,
        at: [at, ...items],
        suggestions: [{ zh: "写明其余部分，或说明分项不全", en: "name the rest, or say that the items are not all" }],
      }),
    ];
  });
}

/** The items but the total itself; none where they stand in more than one block. */
function itemsOfOneBlock(reading: Reading, total: number, indexes: readonly number[]): number[] {
  const items: number[] = [];
  let first: number | undefined;
  for (const index of indexes) {
    // The total told again is no item of itself.
    if (index === total || labelKey(reading.claims[index]!.label) === labelKey(reading.claims[total]!.label)) continue;
    const { block } = reading.sentences[reading.claims[index]!.sentence]!;
    first ??= block;
    if (block !== first) return [];
    items.push(index);
  }
  return items;
}

/** Values that may be added up: of one chapter, unit and year, with names that end alike. */
function levelsByEnding(reading: Reading): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, claim] of reading.claims.entries()) {
    if (!reading.sentences[claim.sentence] || claim.aspect !== "level" || reading.corrupt.has(index)) continue;
    const ending = endingOf(reading, index);
    const list = found.get(ending);
    if (list) list.push(index);
    else found.set(ending, [index]);
  }
  return found;
}

function endingOf(reading: Reading, index: number): string {
  const { label, sentence, quantity, period } = reading.claims[index]!;
  return `${reading.sentences[sentence]!.chapter} ${quantity.unit} ${period} ${labelKey(label).slice(-2)}`;
}

function isOrdinalParagraph(reading: Reading, block: number): boolean {
  const each = reading.document.blocks[block]!;
  const words = reading.document.text.slice(each.start, each.end);
  return /一是|（1）|其一|第一/.test(words) && /二是|（2）|其二|第二/.test(words);
}

/** 师资2000余名: fits the staff and not the full-time teachers, or the reverse. */
function looseStaff(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    if (claim.aspect !== "level" || claim.quantity.unit !== "人" || !staffWords.test(labelKey(claim.label)) || !isWholeScope(claim.scope))
      return [];
    const [teachers, staff] = [valueOf(reading, "teachers.fullTime", at), valueOf(reading, "teachers.staff", at)];
    const known = [teachers, staff].filter((index) => index !== null);
    if (known.length === 0 || known.includes(at)) return [];
    const fits = known.filter((index) => meet(reading.quantities[index]!.interval, claim.quantity.interval));
    if (teachers !== null && fits.includes(teachers)) return [held(at, teachers)];
    const [first] = known;
    return [
      broken([at, ...known], {
        code: fits.length > 0 ? "SCOPE" : "CROSS",
        tier: "warning",
        message: {
          zh: `“${claim.label}”${printed(claim.quantity)}与${known.map((index) => `“${reading.claims[index]!.label}”${printed(reading.quantities[index]!)}`).join("、")}口径不清`,
          en: `"${claim.label}" ${printed(claim.quantity)}: it is not said which teachers are meant`,
        },
        proof:
          fits.length > 0
            ? `${printed(claim.quantity)}只合“${reading.claims[fits[0]!]!.label}”${printed(reading.quantities[fits[0]!]!)}，不合“${reading.claims[first!]!.label}”${printed(reading.quantities[first!]!)}`
            : `${printed(claim.quantity)} ≠ ${printed(reading.quantities[first!]!)}`,
        at: [at, ...known],
        suggestions: [{ zh: "写明是专任教师还是教职工，并给出确数", en: "say which staff is meant and give the number" }],
      }),
    ];
  });
}

/** 需要X，现有Y，缺口p%: the gap is (X − Y) ÷ X. Where Y is hedged, the exact value of the text goes in its place. */
function gaps(reading: Reading): Relation[] {
  return reading.claims.flatMap((claim, at) => {
    if (claim.quantity.unit !== "%" || !/缺口|缺额|短缺|不足$/.test(claim.label) || claim.sentence < 0) return [];
    const before = reading.bySentence[claim.sentence]!.filter((index) => index < at);
    const needed = before
      .filter((index) => reading.claims[index]!.aspect === "plan" && reading.quantities[index]!.kind === "number")
      .at(-1);
    const present = before.filter((index) => reading.claims[index]!.aspect === "level" && index > (needed ?? at)).at(-1);
    if (needed === undefined || present === undefined || reading.quantities[needed]!.unit !== reading.quantities[present]!.unit) return [];
    const exactly =
      isExact(reading.quantities[present]!) || !staffWords.test(labelKey(reading.claims[present]!.label))
        ? present
        : (valueOf(reading, "teachers.fullTime", at) ?? present);
    const [due, have] = [reading.quantities[needed]!, reading.quantities[exactly]!];
    const share = multiply(divide(subtract(due.value, have.value), due.value), hundred);
    const operands = [at, needed, present, ...(exactly === present ? [] : [exactly])];
    if (meet({ low: { value: share, closed: true }, high: { value: share, closed: true } }, claim.quantity.interval))
      return [held(...operands)];
    return [
      broken(operands, {
        code: claim.quantity.hedge ? "HEDGE" : "SHARE",
        tier: "warning",
        message: {
          zh: `缺口按文中数字为${shown(share, claim.quantity)}%，文中写作${printed(claim.quantity)}`,
          en: `by the text's figures the gap is ${shown(share, claim.quantity)}%, the text says ${printed(claim.quantity)}`,
        },
        proof: `(${bare(due)} - ${bare(have)}) ÷ ${bare(due)} = ${shown(share, claim.quantity)}%`,
        at: operands,
      }),
    ];
  });
}

/** A pilot is held against so many others behind it: each against all would take time and room by the square of a long text. */
const nearby = 60;

/** 遴选2所…“双元制” in one chapter and 遴选…5所…“双元制” in another: one pilot with two sizes. */
function pilots(reading: Reading): Relation[] {
  const { text } = reading.document;
  const found: { at: number; terms: string[]; noun: string; which: string }[] = [];
  for (const [at, claim] of reading.claims.entries()) {
    if (claim.aspect !== "level" || claim.sentence < 0 || !/^(?:所|家)$/.test(claim.quantity.unit) || !isExact(claim.quantity)) continue;
    const sentence = reading.sentences[claim.sentence]!;
    const lead = text.slice(Math.max(sentence.start, claim.quantity.start - 90), claim.quantity.start);
    const behind = text.slice(claim.quantity.end, Math.min(sentence.end, claim.quantity.end + 40));
    const called = /^([\u4e00-\u9fff“”]{2,10}?)(?:办学)?试[点验](学校|院校|企业)$/.exec(claim.label);
    if (called) {
      found.push({ at, terms: [called[1]!.replace(/[“”]/g, "")], noun: called[2]!, which: "" });
      continue;
    }
    if (!/遴选|选取|选定|确定/.test(lead)) continue;
    const terms = [
      ...[...behind.matchAll(/“([^”\d]{2,10})”/g)].map((each) => each[1]!),
      ...[...behind.matchAll(/(?:开展|开办|举办|实施|参加)“?([\u4e00-\u9fff]{2,8}?)”?(?:办学)?试[点验]/g)].map((each) => each[1]!),
    ];
    const [, which = "", noun = ""] = /^([\u4e00-\u9fff]{0,4}?)(学校|院校|企业|学院)/.exec(behind) ?? [];
    if (terms.length > 0 && noun) found.push({ at, terms, noun, which });
  }
  return found.flatMap((first, position) =>
    found.slice(position + 1, position + 1 + nearby).flatMap((second) => {
      const [left, right] = [reading.quantities[first.at]!, reading.quantities[second.at]!];
      const term = first.terms.find((each) => second.terms.includes(each));
      if (term === undefined || first.noun !== second.noun || reading.claims[first.at]!.sentence === reading.claims[second.at]!.sentence)
        return [];
      if (compare(left.value, right.value) === 0) return [held(first.at, second.at)];
      return [
        broken([second.at, first.at], {
          code: first.which === second.which ? "CROSS" : "SCOPE",
          tier: "warning",
          message: {
            zh: `“${term}”${first.noun}，一处${printed(left)}，一处${printed(right)}`,
            en: `"${term}": ${printed(left)} in one place, ${printed(right)} in another`,
          },
          proof: `${printed(left)} ≠ ${printed(right)}`,
          at: [second.at, first.at],
          suggestions: [{ zh: "口径不同的，两处都写明", en: "if they differ in scope, say so in both places" }],
        }),
      ];
    }),
  );
}
