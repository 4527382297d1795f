import { describe, expect, it } from "vitest";
import { runChecks } from "../../src/core/checking/run-checks.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import { decimalsOf } from "../../src/core/formula/change.ts";
import { Evaluator } from "../../src/core/formula/evaluator.ts";
import { round } from "../../src/core/quantity/rounding.ts";
import { inventCity } from "../generator/city.ts";
import { datasetOf } from "../generator/dataset.ts";
import { fillers } from "../generator/fillers.ts";
import { Random } from "../generator/random.ts";
import { xuchangScenario } from "./scenario.ts";

const index = new KnowledgeIndex(knowledge);
const scenario = xuchangScenario(knowledge);
const documents = inventCity(index, scenario, fillers, new Random(scenario.seed), "catalog");
const evaluator = new Evaluator(index, datasetOf(index, scenario.organisations, documents));
const city = { organisation: scenario.root };

function printed(code: string, year: number, members?: Record<string, string>): string {
  const found = evaluator.measure(code, members ? { ...city, members } : city, year).value;
  return found === null ? "—" : round(found, decimalsOf(index.measure(code)));
}

describe("the demo city", () => {
  it.each([
    ["teachers.staff", "2140", ""],
    ["teachers.fullTime", "1941", "-21"],
    ["teachers.studentTeacherRatio", "15", "0"],
    ["teachers.subject", "922", "-147"],
    ["teachers.subjectShare", "47.5", "-7.0"],
    ["teachers.partTimeShareOfSubject", "11.6", "2.8"],
    ["teachers.doubleQualifiedShare", "75.7", "12.5"],
    ["teachers.masterShare", "10.5", "1.8"],
    ["teachers.bachelorShare", "86.7", "0.0"],
    ["teachers.seniorShare", "24.6", "0.2"],
    ["students.enrolled", "29115", "615"],
    ["students.intake", "12325", "1974"],
    ["facilities.equipmentValue", "226862000", "9840000"],
    ["facilities.books", "851713", "37920"],
    ["facilities.workstationsPerStudent", "0.6", "0.0"],
    ["employment.graduates", "7631", "-68"],
    ["employment.employed", "7498", "-67"],
    ["employment.rate", "98.26", "0.00"],
    ["employment.direct", "2418", "-1443"],
    ["employment.furtherStudy", "5080", "1376"],
    ["employment.furtherStudyShare", "67.8", "18.8"],
    ["attainment.culturalPassRate", "96.5", "0.5"],
    ["attainment.skillPassRate", "97.0", "0.5"],
    ["attainment.cohortGraduationRate", "88.0", "1.0"],
    ["quality.cityEntrants", "1356", ""],
    ["service.trainingPersonTimes", "4162", ""],
    ["teachers.talentChosen", "112", ""],
    ["students.schools", "10", "0"],
  ])("has %s = %s in 2019, %s against 2018", (code, value, change) => {
    expect(printed(code, 2019)).toBe(value);
    if (change === "") return;
    const found = evaluator.change(code, city, 2019);
    expect(found.kind === "change" && round(found.printed, found.decimals)).toBe(change);
  });

  it("wins the published prizes by category and grade", () => {
    const prizes = (prizeGrade: string): string[] => ["skills", "quality", "tradition", "civility"].map((contestCategory) => printed("quality.prizes", 2019, { level: "provincial", contestCategory, prizeGrade }));
    expect([prizes("first"), prizes("second"), prizes("third")]).toEqual([
      ["18", "18", "9", "3"],
      ["34", "19", "22", "11"],
      ["50", "14", "4", "0"],
    ]);
  });

  it("has no finding of tier proof, and every warning is one that a real city would explain", () => {
    const findings = scenario.years.flatMap((year) => [...evaluator.dataset.tree(year).nodes.keys()].flatMap((code) => runChecks(evaluator, code, year)));
    expect(findings.filter((finding) => finding.tier === "proof").map((finding) => `${finding.organisation} ${finding.year} ${finding.check} ${finding.proof}`)).toEqual([]);
    const warned = new Set(findings.filter((finding) => finding.tier === "warning").map((finding) => finding.check));
    expect(warned.has("standards.subjectShare")).toBe(true);
    expect([...warned].filter((check) => check.startsWith("required:"))).toEqual([]);
  });
});
