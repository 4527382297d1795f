/**
 * A warning rests on words that can be misread: which figures make this one. Before it is told, the figures around it are tried:
 * where another pair makes the printed share, ratio or value per head, 在校生60815人 … 若计入技工院校73655人 … 生师比14.06∶1, or
 * another value grew as told, the words were misread and nobody mistyped.
 */
import { compare } from "../../quantity/exact.ts";
import { isPlanned } from "../relations/planned-chapters.ts";
import { type Reading, type Relation, weaklyHeld } from "../relations/relation.ts";
import { isPrior } from "./cues.ts";
import { isQuotient } from "./operands.ts";
import { chosenAmong, withoutOdd } from "./otherwise-added.ts";
import type { Otherwise } from "./otherwise-around.ts";
import { otherChange, otherGrowth } from "./otherwise-changed.ts";
import { otherPair, ownBase } from "./otherwise-divided.ts";

/** The relations, without warnings whose figures the text makes another way. */
export function unlessOtherwiseMade(reading: Reading, relations: readonly Relation[]): Relation[] {
  const [shared, grown] = [/^(?:share|rate)$/, /^(?:growth|change)$/].map((aspects) => pairsBy(aspects, reading, relations)) as [
    Pairs,
    Pairs,
  ];
  return relations.map((relation) => {
    if (!relation.finding || relation.finding.tier === "note") return relation;
    const { code } = relation.finding;
    // 2023届3514人，落实3279人，93.31%: one is a share of the other, and neither what the other was before.
    // 4365元增长64.5%到7180元，晋升比例61.2%: nor the other way about.
    const pair = keyOf(relation.operands.slice(-2));
    if (
      /^(?:DELTA|DIR|CROSS)$/.test(code)
        ? shared.has(pair) || (code === "DELTA" && isQuotient(reading, relation.finding.at[0]!) && grown.has(pair))
        : code === "SHARE" && grown.has(pair)
    )
      return weaklyHeld(...relation.operands);
    const made = otherwise[code]?.(reading, relation);
    return made ? weaklyHeld(...made) : relation;
  });
}

type Pairs = ReadonlySet<string>;

const keyOf = (pair: readonly number[]): string => [...pair].sort((left, right) => left - right).join();

/** Pairs of which one makes a printed share of the other, or grew to it. */
function pairsBy(aspects: RegExp, reading: Reading, relations: readonly Relation[]): Pairs {
  return new Set(
    relations.flatMap(({ held, weak, operands }) => {
      if (!held || weak || operands.length !== 3) return [];
      const values = operands.filter((index) => reading.quantities[index]!.kind === "number");
      const share = operands.find((index) => reading.quantities[index]!.kind === "share");
      return values.length === 2 && share !== undefined && aspects.test(reading.claims[share]!.aspect) ? [keyOf(values)] : [];
    }),
  );
}

const otherwise: Readonly<Record<string, Otherwise>> = {
  SHARE: otherPair,
  RATIO: otherPair,
  PERCAP: otherPair,
  BASE: ownBase,
  SUM: chosenAmong,
  DIR: otherGrowth,
  DELTA: otherChange,
  CROSS: toldBeside,
  RANGE: withoutOdd,
};

/** Kinds of money that every fund and office has of its own. */
const ofMany = /^(?:人员经费|公用经费|基本支出|项目支出|本年支出|本年收入|(?:年初|年末)?结转和?结余|财政拨款)$/;

/** 生师比16.2：1，市直15.7：1，县区16.7：1: the value told elsewhere stands in the same sentence as another's. Or one of them is planned, one done. */
function toldBeside(reading: Reading, { operands }: Relation): readonly number[] | null {
  if (new Set(operands.map((index) => isPlanned(reading, index))).size > 1) return operands;
  if (operands.some((index) => ofMany.test(reading.claims[index]!.label))) return operands;
  for (const [here, there] of [operands, [...operands].reverse()] as [number, number][]) {
    const { sentence } = reading.claims[here]!;
    const beside = (reading.bySentence[sentence] ?? []).find(
      (index) =>
        index !== here &&
        !isPrior(reading, index) &&
        reading.quantities[index]!.kind === reading.quantities[here]!.kind &&
        compare(reading.quantities[index]!.value, reading.quantities[there]!.value) === 0,
    );
    if (sentence >= 0 && operands.length === 2 && beside !== undefined && beside !== there) return [there, beside];
  }
  return null;
}
