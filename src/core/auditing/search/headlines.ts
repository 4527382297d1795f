/**
 * A figure in a heading, （一）就业率达96.2%, against the same in the text below it: told where none of the figures below agrees and
 * exactly one of that name is one slip of the hand away.
 */
import { directionOf } from "../../language/change-verb.ts";
import { changeBefore, cleanLabel, labelKey } from "../claims/words.ts";
import { remembered } from "../remembered.ts";
import { bare, isExact, meet, printed } from "../relations/arithmetic.ts";
import { isWholeScope } from "../relations/lookup.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { oneEditApart } from "../relations/slip.ts";
import { isAim, isPrior } from "./cues.ts";
import { digitsOf, type Placed } from "./suspicion.ts";

interface Headline {
  readonly index: number;
  /** What it names, without small words. */
  readonly name: string;
  readonly way: "up" | "down" | "flat" | null;
  /** Where the text that it heads ends. */
  readonly end: number;
}

export function headlineRelations(reading: Reading, placed: Placed): Relation[] {
  const { quantities, claims } = reading;
  return headlinesOf(reading).flatMap(({ index, name, way, end }): Relation[] => {
    const figure = quantities[index]!;
    const same: number[] = [];
    for (let at = index + 1; at < quantities.length && quantities[at]!.start < end; at += 1) {
      const claim = claims[at]!;
      if (claim.sentence < 0 || quantities[at]!.unit !== figure.unit || quantities[at]!.kind !== figure.kind || reading.corrupt.has(at))
        continue;
      const subject = claim.subject === null ? claim : claims[claim.subject]!;
      const isChange = claim.aspect === "change" || claim.aspect === "growth";
      if (isChange !== (way !== null) || (isChange && claim.direction !== way) || claim.aspect === "plan" || claim.aspect === "rule")
        continue;
      if (keyOf(claim.label === "" ? subject.label : claim.label) !== name) continue;
      same.push(at);
    }
    const equal = same.find((at) => meet(quantities[at]!.interval, figure.interval));
    if (equal !== undefined) return [held(index, equal)];
    const [only] = same;
    if (only === undefined || same.length > 1 || !isExact(quantities[only]!) || placed.told.has(only)) return [];
    if (!isWholeScope(claims[only]!.scope.replace(/·.*$/, "")) || (way === null && isPrior(reading, only)) || isAim(reading, only))
      return [];
    return isSlip(reading, index, only) ? [differ(reading, index, only, name)] : [];
  });
}

/** A name in a heading is short, so that small words differ more than in sentences. */
const keyOf = remembered((label): string =>
  labelKey(label)
    .replace(/^(?:应届|本届|学校|中职|学生)?(?:毕业生)(?=.{2,}率$)/, "")
    .replace(/^(?:在校学生)$/, "在校生")
    .replace(/(?<=.{2})(?:总人数|人数|总数|总量|总额|数|规模)$/, ""),
);

function headlinesOf(reading: Reading): Headline[] {
  const { document, quantities } = reading;
  const { blocks, text } = document;
  const found: Headline[] = [];
  let index = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== "heading") continue;
    while (index > 0 && quantities[index - 1]!.start >= block.start) index -= 1;
    while (index < quantities.length && quantities[index]!.start < block.start) index += 1;
    let from = block.start;
    for (; index < quantities.length && quantities[index]!.end <= block.end; index += 1) {
      const quantity = quantities[index]!;
      const words = text
        .slice(from, quantity.start)
        .split(/[，,：:；;、（(）)\s]/)
        .at(-1)!;
      from = quantity.end;
      if (!isExact(quantity) || quantity.unit === "" || reading.corrupt.has(index) || digitsOf(reading, index) < 2) continue;
      const verb = changeBefore.exec(words);
      const way = verb ? directionOf(verb[1]!) : null;
      const name = keyOf(cleanLabel((verb ? words.slice(0, verb.index) : words).replace(/(?:比上年|较上年|同比)$/, ""), 0).text);
      if (name.length < 2 || (quantity.kind === "points" && way === null)) continue;
      const next = blocks.slice(at + 1).find((each) => each.kind === "heading" && each.level <= block.level);
      found.push({ index, name, way, end: block.level === 0 || next === undefined ? text.length : next.start });
    }
  }
  return found;
}

function isSlip(reading: Reading, left: number, right: number): boolean {
  const [one, other] = [left, right].map((index) => bare(reading.quantities[index]!).replace(/[,，\s]/g, "")) as [string, string];
  return (
    one.endsWith("万") === other.endsWith("万") &&
    (one.split(".")[1]?.length ?? 0) === (other.split(".")[1]?.length ?? 0) &&
    oneEditApart(one.replace(".", ""), other.replace(".", ""))
  );
}

function differ(reading: Reading, index: number, below: number, name: string): Relation {
  const [here, there] = [reading.quantities[index]!, reading.quantities[below]!];
  return broken([index, below], {
    code: "CROSS",
    tier: "warning",
    message: {
      zh: `“${name}”标题写作${printed(here)}，正文写作${printed(there)}`,
      en: `"${name}" is ${printed(here)} in the heading and ${printed(there)} in the text`,
    },
    proof: `${bare(here)} ≠ ${bare(there)}`,
    at: [index, below],
    suggestions: [{ zh: "核对后统一", en: "make both the same" }],
  });
}
