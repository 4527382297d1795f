import { describe, expect, it } from "vitest";
import { toSignificant } from "../quantity/rounding.ts";
import { Evaluator } from "./evaluator.ts";
import { dataset, facts, fixtureIndex, fixtureOrganisations, organisation } from "./fixture.ts";
import type { Trace } from "./trace.ts";

const city = { organisation: "C" };
const value = (evaluator: Evaluator, code: string, year = 2019, selection: Parameters<Evaluator["measure"]>[1] = city): string | null => {
  const found = evaluator.measure(code, selection, year).value;
  return found && toSignificant(found);
};
const evaluatorOf = (...lines: string[]): Evaluator => new Evaluator(fixtureIndex, dataset(facts(...lines)));

describe("totals", () => {
  it("add up over the subtree and end at each organisation's cell", () => {
    const evaluator = evaluatorOf("C-01/2019/t.staff=12", "C-02/2019/t.staff=30");
    const found = evaluator.measure("t.staff", city, 2019);
    expect(toSignificant(found.value!)).toBe("42");
    const trace = found.trace as Extract<Trace, { kind: "total" }>;
    expect(trace.parts.map((part) => part.kind === "fact" && [part.organisation, part.value, part.origin.cell])).toEqual([
      ["C-01", "12", "A1"],
      ["C-02", "30", "A1"],
    ]);
  });

  it("name a missing organisation and tell zero, missing and not applicable apart", () => {
    const evaluator = evaluatorOf("C-01/2019/t.staff=0", "C-02/2019/t.staff=");
    expect(evaluator.measure("t.staff", city, 2019)).toMatchObject({ status: "value", missing: ["C-02"], expected: 2 });
    expect(value(evaluator, "t.staff")).toBe("0");
    expect(evaluatorOf("C-01/2019/t.staff=—", "C-02/2019/t.staff=—").measure("t.staff", city, 2019).status).toBe("notApplicable");
    expect(evaluatorOf().measure("t.staff", city, 2019)).toMatchObject({ status: "missing", missing: ["C-01", "C-02"] });
  });

  it("take a breakdown with a blank cell as missing, and single members when asked", () => {
    const evaluator = evaluatorOf(
      "C-01/2019/t.students#gender=female=3",
      "C-01/2019/t.students#gender=male=4",
      "C-02/2019/t.students#gender=female=5",
    );
    expect(evaluator.measure("t.students", city, 2019)).toMatchObject({ missing: ["C-02"] });
    expect(value(evaluator, "t.students")).toBe("7");
    expect(value(evaluator, "t.students", 2019, { ...city, members: { gender: "female" } })).toBe("8");
  });

  it("count a firm shared by two schools once", () => {
    const shared = facts("C-01/2019/t.firmCount=1", "C-02/2019/t.firmCount=1", "C-02/2019/t.firmCount=1").map((fact, at) => ({
      ...fact,
      key: at < 2 ? "same" : "other",
    }));
    expect(value(new Evaluator(fixtureIndex, dataset(shared)), "t.firmCount")).toBe("2");
  });

  it("are held against the task of the whole only where everyone filed", () => {
    const task = "C/2019/t.task=200";
    expect(value(evaluatorOf(task, "C-01/2019/t.teachers=30", "C-02/2019/t.teachers=20"), "t.taskCompletion")).toBe("25");
    expect(evaluatorOf(task, "C-01/2019/t.teachers=30").measure("t.taskCompletion", city, 2019)).toMatchObject({
      status: "missing",
      missing: ["C-02"],
    });
  });

  it("never add up what is an organisation's own", () => {
    const evaluator = evaluatorOf("C/2019/t.task=21000");
    expect(value(evaluator, "t.task")).toBe("21000");
    expect(evaluator.measure("t.task", { organisation: "C1" }, 2019).status).toBe("missing");
  });

  it("follow attributes as a selection", () => {
    expect(
      value(evaluatorOf("C-01/2019/t.staff=12", "C-02/2019/t.staff=30"), "t.staff", 2019, { ...city, attributes: { 隶属: "市直" } }),
    ).toBe("12");
  });
});

describe("indicators", () => {
  it("are sums over sums, on the organisations that gave every input", () => {
    const evaluator = evaluatorOf("C-01/2019/t.staff=10", "C-01/2019/t.teachers=9", "C-02/2019/t.staff=90");
    const found = evaluator.measure("t.teacherShare", city, 2019);
    expect(toSignificant(found.value!)).toBe("90");
    expect(found).toMatchObject({ missing: ["C-02"], numerator: { numerator: 9n }, denominator: { numerator: 10n } });
  });

  it("do not apply when the denominator is zero, and count organisations over the tree", () => {
    expect(
      evaluatorOf("C-01/2019/t.staff=0", "C-01/2019/t.teachers=0").measure("t.teacherShare", { organisation: "C-01" }, 2019).status,
    ).toBe("notApplicable");
    expect(value(evaluatorOf(), "t.schools")).toBe("2");
  });

  it("refuse members that an element lacks, as a bug", () => {
    expect(() => evaluatorOf().measure("t.staff", { ...city, members: { gender: "female" } }, 2019)).toThrow(/not broken down/);
  });
});

describe("changes", () => {
  const both = ["C-01/2019/t.staff=1000", "C-02/2019/t.staff=0", "C-01/2018/t.staff=1000", "C-02/2018/t.staff=0"];

  it("are the difference of the printed values, in the unit of the base", () => {
    const evaluator = evaluatorOf(
      ...both,
      "C-01/2019/t.teachers=756",
      "C-02/2019/t.teachers=0",
      "C-01/2018/t.teachers=631",
      "C-02/2018/t.teachers=0",
    );
    const change = evaluator.change("t.teacherShare", city, 2019);
    expect(change).toMatchObject({ kind: "change", direction: "up", unit: { symbol: "个百分点" } });
    expect(change.kind === "change" && toSignificant(change.printed)).toBe("12.5");
    expect(evaluator.change("t.staff", city, 2019)).toMatchObject({ direction: "flat" });
  });

  it("are withheld in a first year, across a break and where coverage differs", () => {
    expect(evaluatorOf("C-01/2018/t.staff=1").change("t.staff", city, 2018)).toEqual({ kind: "withheld", why: "firstYear" });
    expect(evaluatorOf(...both.slice(0, 3)).change("t.staff", city, 2019)).toEqual({ kind: "withheld", why: "coverage" });
    const broken = dataset(facts(...both, ...both.map((line) => line.replace("staff", "teachers"))), {
      breaks: [{ organisation: "C", measure: "t.staff", year: 2019, reason: "r" }],
    });
    expect(new Evaluator(fixtureIndex, broken).change("t.teacherShare", city, 2019)).toEqual({ kind: "withheld", why: "break" });
    expect(new Evaluator(fixtureIndex, broken).change("t.teachers", city, 2019).kind).toBe("change");
    expect(new Evaluator(fixtureIndex, dataset(facts(...both))).measure("t.growth", city, 2019).status).toBe("missing");
  });

  it("count a merged school as the same set and one that moved here from elsewhere as another", () => {
    const merged = [...fixtureOrganisations, { ...organisation("C-03", "school", "C", "2000-01-01", "2019-06-01"), mergedInto: "C-01" }];
    const all = facts(...both, "C-03/2018/t.staff=5");
    expect(new Evaluator(fixtureIndex, dataset(all, { organisations: merged })).change("t.staff", city, 2019)).toMatchObject({
      direction: "down",
    });
    const moved = merged.map((each) =>
      each.code === "C-02"
        ? {
            ...each,
            versions: [
              { ...each.versions[0]!, to: "2019-03-01", parent: "X" },
              { ...each.versions[0]!, from: "2019-03-01" },
            ],
          }
        : each,
    );
    expect(new Evaluator(fixtureIndex, dataset(all, { organisations: moved })).change("t.staff", city, 2019)).toEqual({
      kind: "withheld",
      why: "coverage",
    });
  });
});
