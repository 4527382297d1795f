/** Provenance: calculations are infix over shared sources, down to cells, with what is missing named. */
import { describe, expect, it } from "vitest";
import { sampleReport } from "../../../tests/golden/writers/sample-report.ts";
import { provenanceOf } from "./provenance.ts";
import { calculationWords, cellWords, valueWords } from "./words.ts";

const report = sampleReport({ clean: true });
const provenance = provenanceOf(report);
const explained = (label: string, kind = "level") => {
  const found = provenance.figures.find(({ figure }) => figure.label === label && figure.kind === kind);
  if (!found) throw new Error(`no figure ${label}`);
  return found;
};
const words = (label: string, kind?: string): string => calculationWords(explained(label, kind).calculation, provenance.sources);

describe("provenanceOf", () => {
  it("writes a quotient over its operands", () => {
    const { figure } = explained("双师型教师占专业课教师比例");
    expect(words("双师型教师占专业课教师比例")).toBe(
      `${figure.year}年双师型教师 ${figure.numerator} ÷ ${figure.year}年专业课教师 ${figure.denominator} × 100`,
    );
  });

  it("puts sums inside quotients and both sides of a change into brackets", () => {
    expect(words("就业率")).toMatch(/^（2031年直接就业 \d+ ＋ 2031年升学 \d+） ÷ 2031年毕业生 \d+ × 100$/);
    expect(words("双师型教师占比较上年", "change")).toMatch(
      /^（2031年双师型教师 \d+ ÷ 2031年专业课教师 \d+ × 100） － （2030年.+ × 100）$/,
    );
  });

  it("lets figures with the same trace share a source", () => {
    const sourcesByTrace = new Map<string, Set<unknown>>();
    for (const { figure, calculation } of provenance.figures) {
      const key = JSON.stringify(figure.trace);
      sourcesByTrace.set(key, (sourcesByTrace.get(key) ?? new Set()).add(JSON.stringify(calculation)));
    }
    expect([...sourcesByTrace.values()].every((calculations) => calculations.size === 1)).toBe(true);
    expect(provenance.sources.length).toBeLessThan(provenance.figures.length);
    expect(new Set(provenance.sources.map((source) => JSON.stringify(source))).size).toBe(provenance.sources.length);
  });

  it("goes down to every school's cell and names the school that gave none", () => {
    const source = provenance.sources.find((each) => each.code === "employment.graduates" && each.year === 2030);
    expect(source?.cells).toHaveLength(10);
    expect(source?.cells.map(valueWords)[8]).toBe("未填报");
    expect(source?.missing).toEqual(["990100-09"]);
    expect(source?.cells[0] && cellWords(source.cells[0])).toBe("990100-01-2030.xlsx › 就业去向 › D8");
  });

  it("explains counts of organisations, rows of a register and numbers quoted from a passage", () => {
    expect(words("中等职业学校", "count")).toBe("2031年学校 10");
    expect(words("省级以上竞赛获奖", "count")).toBe("2031年技能竞赛获奖台账 3");
    expect(words("材料所引数字", "quoted")).toBe("填报材料原文 36");
  });
});
