/** Which other values of the sentence may lie as far apart as a change or a growth tells. */
import { compare, divide, type Exact, isZero, multiply, one, subtract, zero } from "../../quantity/exact.ts";
import { point } from "../../quantity/interval.ts";
import { asRounded, hundred, meet } from "../relations/arithmetic.ts";
import type { Reading, Relation } from "../relations/relation.ts";
import { gapBefore, isPrior } from "./cues.ts";
import { around, isAlike } from "./otherwise-around.ts";

/** Another value than the nearest grew as told: 投入21603万元，其中…县区4318万元，较上年的19874万元增长8.7%. */
export function otherGrowth(reading: Reading, { operands }: Relation): readonly number[] | null {
  const sentence = reading.claims[operands[0]!]!.sentence;
  // 营业收入1472.8亿元，增长8.2%（2018年为1361.5亿元）；工业总产值1095.3亿元，增长9.4%: what stands behind a semicolon grew from something else.
  const levels = operands.filter((index) => reading.quantities[index]!.kind === "number").map((index) => reading.quantities[index]!.start);
  if (
    sentence >= 0 &&
    operands.every((index) => reading.claims[index]!.sentence === sentence) &&
    /[；;]/.test(reading.document.text.slice(Math.min(...levels), Math.max(...levels)))
  )
    return operands;
  const figures = reading.bySentence[sentence] ?? [];
  const rates = figures.filter(
    (index) => reading.quantities[index]!.kind === "share" && /^(?:growth|change)$/.test(reading.claims[index]!.aspect),
  );
  const changes = figures.filter(
    (index) =>
      reading.quantities[index]!.kind === "number" && reading.claims[index]!.aspect === "change" && reading.claims[index]!.direction,
  );
  const values = around(reading, operands[0]!);
  for (const change of changes)
    for (const base of operands)
      for (const level of values) {
        if (level === change || base === change || !operands.every((index) => isAlike(reading, level, index))) continue;
        const apart = subtract(reading.quantities[level]!.value, reading.quantities[base]!.value);
        const size = reading.claims[change]!.direction === "down" ? subtract(zero, apart) : apart;
        if (compare(size, reading.quantities[change]!.value) === 0) return [change, level, base];
      }
  for (const rate of rates)
    for (const base of operands.filter((index) => !isZero(reading.quantities[index]!.value)))
      for (const level of values) {
        if (!operands.every((index) => isAlike(reading, level, index))) continue;
        const { direction } = reading.claims[rate]!;
        const grown = subtract(divide(reading.quantities[level]!.value, reading.quantities[base]!.value), one);
        const size = direction === "down" ? subtract(zero, grown) : grown;
        if (compare(size, zero) > 0 && meet(point(multiply(size, hundred)), asRounded(reading.quantities[rate]!).interval))
          return [rate, level, base];
      }
  return null;
}

/** Two other figures of the sentence lie that far apart: 由2021年的88.6%、2022年的90.3%提高到2023年的92.1%，两年累计提高3.5个百分点. */
export function otherChange(reading: Reading, { operands, finding }: Relation): readonly number[] | null {
  const at = operands.find((index) => index === finding!.at[0]) ?? operands[0]!;
  const figure = asRounded(reading.quantities[at]!);
  const grows = figure.kind === "share";
  // 年均增长8.3%: of each year, not of all of them.
  if (grows && /年均|年平均|每年/.test(gapBefore(reading, at))) return operands;
  const valueOf = (index: number): Exact => reading.quantities[index]!.value;
  const values = (reading.bySentence[reading.claims[at]!.sentence] ?? []).filter(
    (index) => index !== at && compare(valueOf(index), zero) > 0,
  );
  for (const one of operands)
    for (const other of values) {
      if (one === at || one === other || isZero(valueOf(one)) || reading.quantities[one]!.unit !== reading.quantities[other]!.unit)
        continue;
      const [low, high] = compare(valueOf(one), valueOf(other)) < 0 ? [one, other] : [other, one];
      const apart = subtract(valueOf(high), valueOf(low));
      const made = grows ? multiply(divide(apart, valueOf(low)), hundred) : apart;
      // 2018年合计4102.7万元，今年增加344.9万元，增长8.41%: of what is said to have been before.
      if (grows && isPrior(reading, high) && meet(point(multiply(divide(valueOf(low), valueOf(high)), hundred)), figure.interval))
        return [at, low, high];
      if (meet(point(made), figure.interval)) return [at, high, low];
    }
  return null;
}
