/** What a stranger recomputes from finished reports of random cities agrees; and he would notice if it did not. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Random } from "../../demo/generator/random.ts";
import { xuchangScenario } from "../../demo/xuchang/scenario.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { evaluatorOf, passages, reportOf } from "../second-city/report-text.ts";
import { drawn } from "./drawn.ts";
import { contradictions, type Passage } from "./reader.ts";

const [cities, batch] = [200, 10];

it.each(Array.from({ length: cities / batch }, (_, at) => at * batch + 1))(
  `finds no contradiction in the reports of random cities: ${batch} from seed %i`,
  (from) => {
    for (let seed = from; seed < from + batch; seed += 1) expect([seed, contradictions(passages(drawn(seed)))]).toEqual([seed, []]);
  },
  60_000,
);

const scenario = xuchangScenario(knowledge);
const demo = passages(reportOf(evaluatorOf(scenario), scenario.root, 2019));

/** The demo's report with one text replaced, in the text or in one cell. */
function altered(from: string, to: string): Passage[] {
  let left = 1;
  const once = (text: string): string => (left > 0 && text.includes(from) ? ((left -= 1), text.replace(from, to)) : text);
  const changed = demo.map((passage) =>
    typeof passage === "string"
      ? once(passage)
      : passage.map((row) => (row.join("|").includes(from) ? once(row.join("|")).split("|") : row)),
  );
  expect(left, `the report says ${from}`).toBe(0);
  return changed;
}

describe("the stranger", () => {
  it("is at most a hundred lines, and imports nothing of ours", () => {
    const source = readFileSync(new URL("reader.ts", import.meta.url), "utf8");
    expect(source.trimEnd().split("\n").length).toBeLessThanOrEqual(100);
    expect([...source.matchAll(/from "([^"]+)"/g)].map((match) => match[1])).toEqual(["fflate"]);
  });

  it.each([
    ["a part of a sum", "技能类18个", "技能类17个", "各项之和"],
    ["the whole of a sum", "一等奖48个", "一等奖49个", "各项之和"],
    ["a share", "占专任教师总数的47.5%", "占专任教师总数的47.6%", "占比"],
    ["the part of a share", "“双师型”教师698人，", "“双师型”教师699人，", "占比"],
    ["a change in the text", "在校生29115人，比上年增加615人", "在校生29115人，比上年增加616人", "较上年"],
    ["the direction of a change", "比上年提高9.4个百分点", "比上年下降9.4个百分点", "较上年"],
    ["a change in a table", "10351|12325|增加1974", "10351|12325|增加1975", "较上年"],
    ["持平 of what is not", "10351|12325|增加1974", "10351|12325|持平", "较上年"],
    ["a cell of a table with a total", "4060|1810|1080|285", "4061|1810|1080|285", "合计"],
    ["a total row", "全市|29115|12325", "全市|29115|12326", "合计"],
    ["a total column", "技能类|18|34|50|102", "技能类|18|34|50|103", "合计"],
    ["a change of a share in %", "比上年提高9.4个百分点", "比上年提高9.4%", "比例的变化"],
    ["a change of a share in %, in a table", "49.3|58.7|提高9.4个百分点", "49.3|58.7|提高9.4%", "比例的变化"],
  ])("finds %s", (_, from, to, kind) => {
    expect(contradictions(demo)).toEqual([]);
    expect(contradictions(altered(from, to)).join("\n")).toContain(kind);
  });

  /** The share of figures, altered one at a time, whose alteration is noticed: many stand in no equation that the text alone holds. */
  function noticed(random: Random, inTables: boolean): number {
    const figures = demo
      .slice(0, demo.indexOf("指标解释"))
      .flatMap((passage, at) =>
        (typeof passage !== "string") === inTables
          ? [...JSON.stringify(passage).matchAll(/\d+(?:\.\d+)?(?=人|%|名|个|万元|册|"[,\]])/g)].map((match) => ({ at, match }))
          : [],
      );
    const tried = random.sample(figures, 60);
    return (
      tried.filter(({ at, match: { 0: digits, index } }) => {
        const text = JSON.stringify(demo[at]);
        const other = (Number(digits) + (digits.includes(".") ? 0.3 : 3)).toFixed(digits.split(".")[1]?.length ?? 0);
        return (
          contradictions(demo.with(at, JSON.parse(text.slice(0, index) + other + text.slice(index + digits.length)) as Passage)).length > 0
        );
      }).length / tried.length
    );
  }

  it("notices about a third of the figures altered at random in sentences, and most of those in tables", () => {
    const [inText, inTables] = [noticed(new Random(2019), false), noticed(new Random(2019), true)];
    expect(inText).toBeGreaterThan(0.3);
    expect(inTables).toBeGreaterThan(2 / 3);
  }, 60_000);
});
