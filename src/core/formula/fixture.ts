/** A small catalog and city for the engine's tests: two schools under a city, one county without schools. */
import { assemble, KnowledgeIndex } from "../definition/knowledge.ts";
import { difference, earlier, organisations, per, share, sumOf } from "../definition/formula.ts";
import { unverified } from "../definition/source.ts";
import { defineSubject } from "../definition/subject.ts";
import type { SeriesBreak } from "../model/cycle.ts";
import { Dataset } from "../model/dataset.ts";
import type { Fact } from "../model/fact.ts";
import type { Organisation } from "../model/organisation.ts";
import { parseMembersKey } from "../model/selection.ts";

const source = unverified("test");
const plain = { en: "test", note: "test", source, example: { inputs: {}, gives: "0" } };

export const fixtureIndex = new KnowledgeIndex(
  assemble({
    dimensions: [
      {
        code: "gender",
        zh: "性别",
        en: "Gender",
        members: [
          { code: "female", zh: "女", en: "Female" },
          { code: "male", zh: "男", en: "Male" },
        ],
      },
    ],
    subjects: [
      defineSubject({
        code: "t",
        zh: "测试",
        en: "Test",
        ledgers: [
          {
            kind: "form",
            code: "t.form",
            zh: "表",
            en: "Form",
            reportedBy: ["school"],
            elements: [
              { code: "t.staff", zh: "教职工", en: "Staff", unit: "人" },
              { code: "t.teachers", zh: "专任教师", en: "Teachers", unit: "人" },
              { code: "t.students", zh: "在校生", en: "Students", unit: "人", dimensions: ["gender"] },
            ],
          },
          {
            kind: "form",
            code: "t.cityForm",
            zh: "市表",
            en: "City form",
            reportedBy: ["city"],
            elements: [{ code: "t.task", zh: "招生任务", en: "Task", unit: "人", rollUp: "own" }],
          },
          {
            kind: "register",
            code: "t.firms",
            zh: "企业",
            en: "Firms",
            reportedBy: ["school"],
            naturalKey: ["credit"],
            columns: [
              { code: "credit", zh: "信用代码", en: "Credit code", type: "text", required: true },
              { code: "level", zh: "性别", en: "Gender", type: "choice", choices: "gender", required: false },
              { code: "hours", zh: "学时", en: "Hours", type: "decimal", unit: "学时", required: false },
            ],
            elements: [
              {
                code: "t.firmCount",
                zh: "合作企业",
                en: "Firms",
                unit: "家",
                rollUp: "distinct",
                from: { aggregate: { kind: "countDistinct", column: "credit" } },
              },
              {
                code: "t.firmHours",
                zh: "学时",
                en: "Hours",
                unit: "学时",
                from: { aggregate: { kind: "sum", column: "hours" }, by: { gender: "level" } },
              },
            ],
          },
        ],
        indicators: [
          { ...plain, code: "t.teacherShare", zh: "专任教师比例", formula: share("t.teachers", "t.staff"), unit: "%" },
          { ...plain, code: "t.studentTeacherRatio", zh: "生师比", formula: per("t.students", "t.teachers"), unit: ":1" },
          { ...plain, code: "t.taskCompletion", zh: "任务完成率", formula: share("t.teachers", "t.task"), unit: "%" },
          { ...plain, code: "t.otherStaff", zh: "非专任", formula: difference("t.staff", "t.teachers"), unit: "人" },
          { ...plain, code: "t.schools", zh: "学校", formula: organisations("school"), unit: "所" },
          { ...plain, code: "t.growth", zh: "增加", formula: difference("t.teachers", earlier("t.teachers")), unit: "人" },
          { ...plain, code: "t.people", zh: "人员", formula: sumOf("t.staff", "t.students"), unit: "人" },
        ],
        checks: [],
      }),
    ],
    standards: [],
    outlines: [],
  }),
);

export const fixtureOrganisations: readonly Organisation[] = [
  organisation("C", "city", null),
  organisation("C1", "county", "C"),
  organisation("C-01", "school", "C"),
  organisation("C-02", "school", "C1"),
];

export function organisation(
  code: string,
  kind: Organisation["kind"],
  parent: string | null,
  from = "2000-01-01",
  to: string | null = null,
): Organisation {
  return { code, kind, versions: [{ from, to, name: code, parent, attributes: { 隶属: parent === "C" ? "市直" : "县区" } }] };
}

/** Facts from "organisation/year/element#members=value" lines; "—" is not applicable, "" missing. */
export function facts(...lines: string[]): Fact[] {
  return lines.map((line) => {
    const [place = "", text = ""] = line.split(/=(?=[^=]*$)/);
    const [code = "", year = "", cell = ""] = place.split("/");
    const [element = "", members = ""] = cell.split("#");
    const status = text === "—" ? "notApplicable" : text === "" ? "missing" : "value";
    return {
      element,
      organisation: code,
      year: Number(year),
      vintage: Number(year),
      members: parseMembersKey(members),
      status,
      value: status === "value" ? text : null,
      origin: { file: "f.xlsx", sheet: "s", cell: "A1", version: 1 },
    };
  });
}

export function dataset(
  all: readonly Fact[],
  options: { organisations?: readonly Organisation[]; breaks?: readonly SeriesBreak[]; years?: readonly number[] } = {},
): Dataset {
  const years = options.years ?? [2018, 2019];
  return new Dataset({
    organisations: options.organisations ?? fixtureOrganisations,
    yearEnds: Object.fromEntries(years.map((year) => [year, `${year}-12-31`])),
    facts: all,
    filings: [],
    breaks: options.breaks ?? [],
  });
}
