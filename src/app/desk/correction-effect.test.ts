/** A correction's effect worked by hand: two schools, 100 + 60 staff this year and 90 + 60 last year, of whom 80 + 30 teach. */
import { describe, expect, it } from "vitest";
import { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { Outline } from "../../core/definition/outline.ts";
import { phrase } from "../../core/definition/phrase.ts";
import { unverified } from "../../core/definition/source.ts";
import { fixtureIndex, organisation } from "../../core/formula/fixture.ts";
import { projectFacts } from "../../core/formula/projection.ts";
import type { Cycle } from "../../core/model/cycle.ts";
import type { FormCell, ReturnDocument } from "../../core/model/return.ts";
import type { StoreReader } from "../ports.ts";
import type { Finding } from "../../core/checking/finding.ts";
import { correctionEffect, newFindings } from "./correction-effect.ts";

const outline: Outline = {
  code: "t",
  zh: "测试",
  level: "city",
  source: unverified("test"),
  since: 2016,
  title: "质量年度报告",
  statement: [],
  opening: [],
  chapters: [
    {
      code: "a",
      title: "基本情况",
      sections: [
        {
          code: "a.b",
          title: "规模",
          required: [],
          blocks: [
            {
              kind: "paragraph",
              phrase: phrase("全市教职工{t.staff}，{change t.staff}。专任教师占{t.teacherShare}。非专任{t.otherStaff}。"),
            },
          ],
        },
      ],
    },
  ],
};
const index = new KnowledgeIndex({
  ...fixtureIndex.knowledge,
  outlines: [outline],
  checks: [
    {
      code: "t.teachersWithinStaff",
      subject: "t",
      zh: "专任教师不超过教职工",
      en: "Teachers are staff",
      finding: "SUBSET",
      tier: "proof",
      rule: { kind: "atMost", left: { kind: "measure", code: "t.teachers" }, right: { kind: "measure", code: "t.staff" } },
      each: [],
      at: ["school"],
      repair: "核对。",
      passes: [],
      fails: [],
    },
  ],
});
const organisations = [organisation("C", "city", null), organisation("C-01", "school", "C"), organisation("C-02", "school", "C")];
const cycle = (year: number): Cycle => ({
  organisation: "C",
  year,
  titleYear: year,
  dataPeriod: { kind: "calendarYear", start: `${year}-01-01`, end: `${year}-12-31` },
  issuedOn: null,
  deadlines: {},
  outlines: { city: "t", school: "t" },
  catalog: "c",
  sample: true,
});

function filed(code: string, year: number, staff: string, teachers: string): ReturnDocument {
  const cell = (value: string, at: string): FormCell => ({
    status: "value",
    value,
    origin: { file: `${code}.xlsx`, sheet: "表", cell: at },
  });
  return {
    organisation: code,
    year,
    catalog: "c",
    forms: { "t.form": { "t.staff": cell(staff, "C3"), "t.teachers": cell(teachers, "C4") } },
    registers: {},
    materials: [],
    explanations: {},
  };
}

const documents = [
  filed("C-01", 2018, "90", "70"),
  filed("C-02", 2018, "60", "30"),
  filed("C-01", 2019, "100", "80"),
  filed("C-02", 2019, "60", "30"),
];

const reader = {
  organisations: async () => organisations,
  cycles: async () => [cycle(2018), cycle(2019)],
  breaks: async () => [],
  facts: async ({ years }: { years: readonly number[] }) =>
    documents.filter((each) => years.includes(each.year)).flatMap((each) => projectFacts(index, each, 1)),
  filings: async ({ years }: { years: readonly number[] }) =>
    documents
      .filter((each) => years.includes(each.year))
      .map(({ organisation: code, year, registers, materials, explanations }) => ({
        organisation: code,
        year,
        state: "locked" as const,
        version: 1,
        registers,
        materials,
        explanations,
      })),
} as unknown as StoreReader;

const effectOf = (staff: string, teachers: string) => correctionEffect(reader, index, filed("C-01", 2019, staff, teachers), 2);

describe("a correction's effect", () => {
  it("names the figures of the city's report that change, with their sentences before and after", async () => {
    // 160 → 150 = 90 + 60, which is last year's 150; 110 ÷ 160 = 68.75% → 110 ÷ 150 = 73.33…%; 160 − 110 = 50 → 40.
    const { figures, findings } = await effectOf("90", "80");
    expect(figures).toEqual([
      expect.objectContaining({
        label: "教职工",
        before: "160人",
        after: "150人",
        section: "一、基本情况 · 1.规模",
        sentenceBefore: "全市教职工160人，比上年增加10人。",
        sentenceAfter: "全市教职工150人，与上年持平。",
      }),
      expect.objectContaining({ label: "教职工较上年变化", before: "10人", after: "" }),
      expect.objectContaining({
        label: "专任教师比例",
        before: "68.8%",
        after: "73.3%",
        sentenceBefore: "专任教师占68.8%。",
        sentenceAfter: "专任教师占73.3%。",
      }),
      expect.objectContaining({ label: "非专任", before: "50人", after: "40人" }),
    ]);
    expect(findings).toEqual([]);
  });

  it("shows a change that only turns its direction", async () => {
    // 100 → 80: 160 − 150 = +10 turns into 140 − 150 = −10; the printed size stays 10人.
    const { figures } = await effectOf("80", "80");
    expect(figures.find((each) => each.label === "教职工较上年变化")).toMatchObject({
      before: "10人",
      after: "10人",
      sentenceBefore: "全市教职工160人，比上年增加10人。",
      sentenceAfter: "全市教职工140人，比上年减少10人。",
    });
  });

  it("tells what checks would newly say", async () => {
    const { findings } = await effectOf("70", "80");
    expect(findings.map(({ check, organisation: code, proof }) => [check, code, proof])).toEqual([
      ["t.teachersWithinStaff", "C-01", "专任教师80 > 教职工70"],
    ]);
  });

  it("takes for the same what is told of the same cells in another order", () => {
    const told = (cells: readonly string[], check = "standards.books"): Finding => ({
      code: "STD",
      tier: "warning",
      check,
      organisation: "C-01",
      year: 2019,
      message: { zh: "", en: "" },
      proof: "",
      places: cells.map((cell) => ({ organisation: "C-01", year: 2019, ledger: "l", cell })),
      repair: "",
      explanation: null,
    });
    expect(newFindings([told(["a", "b"])], [told(["b", "a"])])).toEqual([]);
    expect(newFindings([told(["a", "b"])], [told(["b", "c"])])).toHaveLength(1);
  });

  it("is empty where the report says nothing of the cell", async () => {
    expect((await effectOf("100", "80")).figures).toEqual([]);
  });
});
