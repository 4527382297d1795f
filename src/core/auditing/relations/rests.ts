/**
 * 收集问题74条，当场解决59条，其余15条: the rest is what the parts told before it leave of the whole; 净增 is what came less what
 * went; and 空编, 超出, 还差, 结余 are what lies between the two before them.
 */
import { absolute, add, compare, type Exact, exact, multiply, subtract, zero } from "../../quantity/exact.ts";
import { point, subtract as subtractIntervals } from "../../quantity/interval.ts";
import { bare, bareLike, isExact, meet, printed, shownLike } from "./arithmetic.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

/** What came in and what went, before what that makes: 新增3417.5万元，报废775.3万元，净增2642.2万元. */
const net = /[，,、]\s*(?:全年|实际|两项相抵)?净(增|减)(?:加|少)?(?:了|为)?\s*$/;
const went = /减|停|撤|退|核|报废|淘汰|流失|关|注销|转出|离/;
const came = /增|新|购|招|引进|转入|开/;

const rest = /(?:^|[，,、；;])\s*(?:其余|剩余|余下)(?:的)?[^，,。；;：:（(\d]{0,8}$/;

/** What lies between two amounts: those told right before it. */
const gap =
  /(?:空编|缺编|空缺|缺额|缺口|超出|超额|多出|高出|还差|尚差|尚缺|短缺|结余|节余|结存|(?:前者|后者|两者|二者)[^，。；\d]{0,8}(?:高|低|多|少|相差|差))(?:了|为|约|达|有|共)?\s*$/;
/** Of another body or time than those. */
const ofOthers = /上年|去年|同期|同比|全[国省市]|平均|累计|历年|目标|标准|要求/;

function gapOf(reading: Reading, at: number): Relation | null {
  const [first, second, figure] = [at - 2, at - 1, at].map((index) => reading.quantities[index]!) as [Figure, Figure, Figure];
  const { text } = reading.document;
  const words = text.slice(second.end, figure.start);
  if (!gap.test(words) || ofOthers.test(words) || !/^[^。；;]{1,30}$/.test(words)) return null;
  const { sentence } = reading.claims[at]!;
  const [one, two] = [at - 2, at - 1].map((index) => reading.claims[index]!);
  const unit = figure.kind === "points" ? "%" : figure.unit;
  if (one!.sentence !== sentence || two!.sentence !== sentence || first.unit !== unit || second.unit !== unit || unit === "") return null;
  if (![first, second, figure].every(isExact) || [at - 2, at - 1, at].some((index) => reading.corrupt.has(index))) return null;
  const apart = absolute(subtract(first.value, second.value));
  const own = reading.bySentence[sentence]!.filter((index) => index !== at && reading.quantities[index]!.unit === unit);
  for (const left of own)
    for (const right of own)
      if (meet(subtractIntervals(reading.quantities[left]!.interval, reading.quantities[right]!.interval), figure.interval))
        return held(at, left, right);
  // Of three amounts or more the two may be others, and one of many times the other is no plan of it.
  if (own.length > 2 || compare(apart, zero) === 0 || /其中|包括|含/.test(text.slice(first.end, second.start))) return null;
  const [more, less] = compare(first.value, second.value) > 0 ? [first, second] : [second, first];
  if (figure.kind !== "points" && compare(more.value, multiply(less.value, exact(10))) > 0) return null;
  return broken(
    [at, at - 2, at - 1],
    {
      code: "DELTA",
      tier: "warning",
      message: {
        zh: `${printed(more)}与${printed(less)}相差${shownLike(apart, figure)}，文中为${printed(figure)}`,
        en: `between ${printed(more)} and ${printed(less)} lie ${shownLike(apart, figure)}, the text says ${printed(figure)}`,
      },
      proof: `${bare(more)} - ${bare(less)} = ${bareLike(apart, figure)} ≠ ${printed(figure)}`,
      at: [at, at - 2, at - 1],
    },
    new Map([[at, point(apart)]]),
  );
}

export function restRelations(reading: Reading): Relation[] {
  return reading.bySentence.flatMap((indexes) =>
    indexes.flatMap((at, place): Relation[] => {
      if (place < 2) return [];
      const balance = netOf(reading, at);
      if (balance !== null) return [balance];
      const between = gapOf(reading, at);
      if (between !== null) return [between];
      if (!isPlain(reading, at)) return [];
      const { start, unit } = reading.quantities[at]!;
      if (!rest.test(reading.document.text.slice(reading.quantities[indexes[place - 1]!]!.end, start))) return [];
      const before = indexes.slice(0, place).filter((index) => reading.quantities[index]!.unit === unit && isPlain(reading, index));
      return before.length < 2 ? [] : tested(reading, before, at);
    }),
  );
}

function isPlain(reading: Reading, index: number): boolean {
  const { aspect, base } = reading.claims[index]!;
  const quantity = reading.quantities[index]!;
  return (
    quantity.kind === "number" &&
    quantity.unit !== "" &&
    aspect === "level" &&
    base !== "from" &&
    isExact(quantity) &&
    !reading.corrupt.has(index)
  );
}

function tested(reading: Reading, before: readonly number[], at: number): Relation[] {
  const value = (index: number): Exact => reading.quantities[index]!.value;
  let sum = value(at);
  for (let place = before.length - 1; place >= 0; place -= 1) {
    const whole = before[place]!;
    if (place < before.length - 1 && compare(value(whole), sum) === 0) return [held(whole, ...before.slice(place + 1), at)];
    sum = add(sum, value(whole));
  }
  // Of more figures one may be a part of another.
  if (before.length !== 2) return [];
  // 6市招生…，5市招生…，其余4市: of a number that is not told.
  if (bare(reading.quantities[before[0]!]!).length < 2) return [];
  const [whole, part] = before as [number, number];
  if (compare(value(whole), value(part)) <= 0) return [];
  const left = subtract(value(whole), value(part));
  return [
    broken(
      [at, whole, part],
      {
        code: "SUM",
        tier: "warning",
        message: {
          zh: `${printed(reading.quantities[whole]!)}除去${printed(reading.quantities[part]!)}，其余应为${shownLike(left, reading.quantities[at]!)}，文中为${printed(reading.quantities[at]!)}`,
          en: `${printed(reading.quantities[whole]!)} less ${printed(reading.quantities[part]!)} leaves ${shownLike(left, reading.quantities[at]!)}, the text says ${printed(reading.quantities[at]!)}`,
        },
        proof: `${bare(reading.quantities[whole]!)} - ${bare(reading.quantities[part]!)} = ${bareLike(left, reading.quantities[at]!)} ≠ ${printed(reading.quantities[at]!)}`,
        at: [at, whole, part],
      },
      new Map([
        [at, point(left)],
        [whole, point(add(value(part), value(at)))],
        [part, point(subtract(value(whole), value(at)))],
      ]),
    ),
  ];
}

function netOf(reading: Reading, at: number): Relation | null {
  const { text } = reading.document;
  const [first, second, figure] = [at - 2, at - 1, at].map((index) => reading.quantities[index]!) as [Figure, Figure, Figure];
  const way = net.exec(text.slice(second.end, figure.start))?.[1];
  if (way === undefined || first.unit !== figure.unit || second.unit !== figure.unit || figure.kind !== "number" || figure.unit === "")
    return null;
  if (![first, second, figure].every(isExact)) return null;
  const clauseOf = (from: number, to: number): string => /[^，,。；;]*$/.exec(text.slice(Math.max(from, to - 24), to))![0];
  const [one, two] = [clauseOf(reading.quantities[at - 3]?.end ?? 0, first.start), clauseOf(first.end, second.start)];
  if (!came.test(one) || went.test(one) || !went.test(two)) return null;
  const left = way === "增" ? subtract(first.value, second.value) : subtract(second.value, first.value);
  if (compare(left, figure.value) === 0) return held(at, at - 2, at - 1);
  const [more, less] = way === "增" ? [first, second] : [second, first];
  return broken([at, at - 2, at - 1], {
    code: "DELTA",
    tier: "warning",
    message: {
      zh: `增${printed(first)}、减${printed(second)}，净${way}应为${shownLike(left, figure)}，文中为${printed(figure)}`,
      en: `${printed(first)} came and ${printed(second)} went: ${shownLike(left, figure)} net, the text says ${printed(figure)}`,
    },
    proof: `${bare(more)} - ${bare(less)} = ${bareLike(left, figure)} ≠ ${printed(figure)}`,
    at: [at, at - 2, at - 1],
  });
}

type Figure = Reading["quantities"][number];
