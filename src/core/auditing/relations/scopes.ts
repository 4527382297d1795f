/** One value told for two populations: 含技工学校 here, 不含 there, and the same year before. */
import { equals, subtract } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import { bare, printed, shown } from "./arithmetic.ts";
import { broken, type Reading, type Relation } from "./relation.ts";

const marker = /(不含|不包括|含|包括|包含)(技工[学院]校|技工院校|民办学校|民办|附设中职班|五年制|成人中专)/g;

interface Scoped {
  readonly index: number;
  readonly body: string;
  readonly included: boolean;
}

export function scopeRelations(reading: Reading): Relation[] {
  const all = reading.claims.flatMap((claim, index): Scoped[] => {
    if (claim.aspect !== "level" || claim.sentence < 0 || claim.base === "from") return [];
    const sentence = reading.sentences[claim.sentence]!;
    const around = reading.document.text.slice(
      Math.max(sentence.start, claim.quantity.start - 40),
      Math.min(sentence.end, claim.quantity.end + 14),
    );
    const found = [...around.matchAll(marker)].at(-1);
    return found ? [{ index, body: found[2]!.slice(0, 2), included: !found[1]!.startsWith("不") }] : [];
  });
  // A text in which every figure is so marked is no report.
  const scoped = all.slice(0, 60);
  return scoped.flatMap((wide) =>
    scoped.flatMap((narrow) => {
      if (!wide.included || narrow.included || wide.body !== narrow.body) return [];
      const [left, right] = [reading.claims[wide.index]!, reading.claims[narrow.index]!];
      const [one, other] = [labelKey(left.label), labelKey(right.label)];
      if (left.quantity.unit !== right.quantity.unit || one.length < 2 || !(one.endsWith(other) || other.endsWith(one))) return [];
      const earlier = reading.bySentence[left.sentence]!.find(
        (index) => index > wide.index && reading.claims[index]!.base === "from" && reading.quantities[index]!.unit === left.quantity.unit,
      );
      const change = reading.bySentence[right.sentence]!.find(
        (index) =>
          reading.claims[index]!.subject === narrow.index &&
          reading.claims[index]!.aspect === "change" &&
          reading.claims[index]!.direction === "up",
      );
      if (earlier === undefined || change === undefined) return [];
      const implied = subtract(right.quantity.value, reading.quantities[change]!.value);
      const before = reading.quantities[earlier]!;
      if (!equals(implied, before.value)) return [];
      return [
        broken([earlier, wide.index, narrow.index, change], {
          code: "SCOPE",
          tier: "warning",
          message: {
            zh: `上年数${printed(before)}不含${wide.body}，本年数${printed(left.quantity)}含${wide.body}，口径不同不能相比`,
            en: `last year's ${printed(before)} leaves out what this year's ${printed(left.quantity)} includes: they cannot be compared`,
          },
          proof: `${bare(right.quantity)} - ${bare(reading.quantities[change]!)} = ${shown(implied, before)}（不含${wide.body}）`,
          at: [earlier, wide.index, narrow.index, change],
          suggestions: [{ zh: "换成同一口径的上年数", en: "use last year's value of the same population" }],
        }),
      ];
    }),
  );
}
