/** Of any city's report every figure ties to its own, and of one altered by hand exactly that figure is named. */
import { describe, expect, it } from "vitest";
import { Random } from "../../../demo/generator/random.ts";
import { knownOf } from "../../../src/app/known-figures.ts";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import type { Document, FigureMark } from "../../../src/core/auditing/document.ts";
import type { Quantity } from "../../../src/core/auditing/quantity.ts";
import { scanQuantities } from "../../../src/core/auditing/scan/scan.ts";
import type { Known } from "../../../src/core/auditing/tie/known-figure.ts";
import { tieFigures } from "../../../src/core/auditing/tie/tie.ts";
import { evaluatorOf, reportOf } from "../../second-city/report-text.ts";
import { randomScenario } from "../../second-city/scenario.ts";
import { documentOf, type Layout } from "./bare.ts";

/** How many figures are altered of each report in each layout; ZHIBAO_TIE_MUTATIONS=all alters every one. */
const mutations = process.env["ZHIBAO_TIE_MUTATIONS"] ?? "12";
const seeds = (process.env["ZHIBAO_TIE_SEEDS"] ?? "2,5,11").split(",").map(Number);

const cases = seeds.flatMap((seed) =>
  (["text", "page"] as const).flatMap((layout) =>
    [false, true].map((withMarks) => ({ seed, layout, withMarks, of: seed % 2 === 0 ? "city" : "school" })),
  ),
);

const worlds = new Map<number, { known: Known; documents: (layout: Layout, withMarks: boolean) => ReturnType<typeof documentOf> }>();

function worldOf(seed: number) {
  let world = worlds.get(seed);
  if (!world) {
    const scenario = randomScenario(knowledge, seed);
    const evaluator = evaluatorOf(scenario);
    const school = scenario.organisations.find(({ kind }) => kind === "school")!.code;
    const report = reportOf(evaluator, scenario.root, scenario.years.at(-1)!, seed % 2 === 0 ? scenario.root : school);
    world = { known: knownOf(evaluator, report), documents: (layout, withMarks) => documentOf(report, layout, withMarks) };
    worlds.set(seed, world);
  }
  return world;
}

const at = (quantities: readonly Quantity[], place: FigureMark): number =>
  quantities.findIndex((quantity) => quantity.start < place.end && place.start < quantity.end);

/** Another digit somewhere in the figure: the same decimals, another number. */
function altered(document: Document, place: FigureMark, random: Random): Document {
  const printed = document.text.slice(place.start, place.end);
  const digits = [...printed.matchAll(/\d/g)].map(({ index }) => place.start + index);
  const first = digits[0]!;
  const chosen = printed.includes("：") ? first : random.pick(digits);
  const was = Number(document.text[chosen]);
  const choices = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => digit !== was);
  return { ...document, text: `${document.text.slice(0, chosen)}${random.pick(choices)}${document.text.slice(chosen + 1)}` };
}

describe.each(cases)("a $of's report, seed $seed, laid out as $layout, marks: $withMarks", ({ seed, layout, withMarks }) => {
  const { known, documents } = worldOf(seed);
  const { document, places } = documents(layout, withMarks);

  it("ties every figure to its own, and finds no difference", () => {
    const { quantities } = scanQuantities(document.text);
    const { ties, isOurs } = tieFigures(document, quantities, [], known);
    const byQuantity = new Map(ties.map((tie) => [tie.quantity, tie]));
    const seen = places.filter((place) => at(quantities, place) >= 0);
    const wrong = seen.filter((place) => {
      const tie = byQuantity.get(at(quantities, place));
      return (
        tie?.state !== "equal" ||
        (tie.fact !== place.id && tie.fact !== seen.find((each) => at(quantities, each) === at(quantities, place))?.id)
      );
    });
    expect(wrong.map((place) => document.text.slice(place.start - 15, place.end + 10))).toEqual([]);
    expect(ties.filter(({ state }) => state === "different")).toEqual([]);
    expect(isOurs).toBe(true);
    expect(seen.length).toBeGreaterThan(places.length * 0.98);
    expect(seen.length).toBeGreaterThan(200);
  });

  it("names exactly the figure that was altered", () => {
    const random = new Random(seed).fork(`mutations ${layout} ${withMarks}`);
    const chosen = mutations === "all" ? places : random.sample(places, Number(mutations));
    const wrong: string[] = [];
    let tested = 0;
    for (const place of chosen) {
      const edited = altered(document, place, random);
      const { quantities } = scanQuantities(edited.text);
      if (at(quantities, place) === -1) continue;
      tested += 1;
      const { ties } = tieFigures(edited, quantities, [], known);
      const different = ties.filter(({ state }) => state === "different");
      const isNamed = different.length === 1 && different[0]!.quantity === at(quantities, place) && different[0]!.fact === place.id;
      if (!isNamed || (layout === "text" && !different[0]!.certain))
        wrong.push(`${edited.text.slice(place.start - 15, place.end + 10)} ${JSON.stringify(different)}`);
    }
    expect(wrong).toEqual([]);
    expect(tested).toBeGreaterThan(chosen.length * 0.85);
  }, 900_000);
});
