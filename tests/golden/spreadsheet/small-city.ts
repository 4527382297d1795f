/** A small catalog with every kind of ledger, and returns made at random, for tests of workbooks. */
import fc from "fast-check";
import type { TemplateRequest } from "../../../src/app/ports.ts";
import { type Knowledge, KnowledgeIndex } from "../../../src/core/definition/knowledge.ts";
import { defineSubject } from "../../../src/core/definition/subject.ts";
import type { FormCell, ReturnDocument } from "../../../src/core/model/return.ts";
import { formCells } from "../../../src/adapters/spreadsheet/layout.ts";
import { quantitySpecification } from "../../../src/adapters/spreadsheet/values/quantity.ts";

const subject = defineSubject({
  code: "sample",
  zh: "样例",
  en: "Sample",
  ledgers: [
    {
      kind: "form",
      code: "sample.staff",
      zh: "教职工表",
      en: "Staff",
      reportedBy: ["school"],
      department: "人事处",
      note: "年末数。",
      elements: [
        { code: "sample.staffTotal", zh: "教职工", en: "Staff", unit: "人", aliases: ["教职工总数"], note: "在册的全部教职工。" },
        { code: "sample.funds", zh: "培训经费", en: "Funds", unit: "元", aliases: ["经费"] },
        { code: "sample.satisfaction", zh: "满意率", en: "Satisfied", unit: "%", required: false },
        { code: "sample.byEducation", zh: "分学历教师", en: "By education", unit: "人", dimensions: ["education"] },
        {
          code: "sample.partTimeByEducation",
          zh: "分学历兼职教师",
          en: "Part-time by education",
          unit: "人",
          dimensions: ["education"],
          aliases: ["兼职教师学历"],
        },
        { code: "sample.books", zh: "图书", en: "Books", unit: "册" },
        { code: "sample.enrolled", zh: "在校生", en: "Enrolled", unit: "人", dimensions: ["grade", "gender"], note: "年末在校。" },
        { code: "sample.left", zh: "离校生", en: "Left", unit: "人", dimensions: ["grade", "gender"] },
        { code: "sample.later", zh: "后来才有的项", en: "Later", unit: "人", since: 2030 },
      ],
    },
    {
      kind: "form",
      code: "sample.library",
      zh: "图书馆表",
      en: "Library",
      reportedBy: ["school"],
      elements: [{ code: "sample.seats", zh: "阅览座位", en: "Seats", unit: "个" }],
    },
    {
      kind: "register",
      code: "sample.trainings",
      zh: "培训台账",
      en: "Trainings",
      reportedBy: ["school", "city"],
      note: "一行一个培训班。",
      naturalKey: ["name", "startedOn"],
      columns: [
        { code: "name", zh: "培训名称", en: "Name", type: "text", required: true, aliases: ["项目名称"] },
        { code: "kind", zh: "培训类别", en: "Kind", type: "choice", choices: "trainingKind", required: true, aliases: ["类别"] },
        { code: "startedOn", zh: "开始日期", en: "Start", type: "date", required: true, aliases: ["开班日期"] },
        { code: "personTimes", zh: "培训人次", en: "Person-times", type: "integer", unit: "人次", required: true, aliases: ["人次"] },
        { code: "funds", zh: "到账经费", en: "Funds", type: "decimal", unit: "元", required: false },
        { code: "poverty", zh: "是否扶贫", en: "Poverty", type: "boolean", required: false },
        {
          code: "creditCode",
          zh: "企业信用代码",
          en: "Credit code",
          type: "text",
          required: false,
          pattern: "[0-9A-Z]{18}",
          note: "18位统一社会信用代码",
        },
      ],
      elements: [
        {
          code: "sample.trained",
          zh: "培训人次",
          en: "Trained",
          unit: "人次",
          from: { aggregate: { kind: "sum", column: "personTimes" } },
        },
      ],
    },
    { kind: "material", code: "sample.material", zh: "章节素材", en: "Material", reportedBy: ["school"] },
    {
      kind: "form",
      code: "sample.city",
      zh: "市级表",
      en: "City",
      reportedBy: ["city"],
      elements: [{ code: "sample.task", zh: "招生任务", en: "Task", unit: "人" }],
    },
    {
      kind: "form",
      code: "sample.old",
      zh: "旧表",
      en: "Old",
      reportedBy: ["school"],
      until: 2010,
      elements: [{ code: "sample.oldThing", zh: "旧项", en: "Old", unit: "人" }],
    },
  ],
  indicators: [],
  checks: [],
});

export const knowledge: Knowledge = {
  dimensions: [
    {
      code: "education",
      zh: "学历",
      en: "Education",
      members: [
        { code: "master", zh: "硕士", en: "Master", aliases: ["研究生"] },
        { code: "bachelor", zh: "本科", en: "Bachelor" },
        { code: "other", zh: "其他", en: "Other" },
      ],
    },
    {
      code: "grade",
      zh: "年级",
      en: "Grade",
      members: [
        { code: "g1", zh: "一年级", en: "First" },
        { code: "g2", zh: "二年级", en: "Second" },
        { code: "g3", zh: "三年级", en: "Third" },
      ],
    },
    {
      code: "gender",
      zh: "性别",
      en: "Gender",
      members: [
        { code: "male", zh: "男", en: "Male" },
        { code: "female", zh: "女", en: "Female" },
      ],
    },
    {
      code: "trainingKind",
      zh: "培训类别",
      en: "Kind",
      members: [
        { code: "skill", zh: "职业技能培训", en: "Skill", aliases: ["技能培训"] },
        { code: "farmer", zh: "新型职业农民培训", en: "Farmers", aliases: ["农民培训"] },
      ],
    },
  ],
  subjects: [{ code: subject.code, zh: subject.zh, en: subject.en }],
  ledgers: subject.ledgers,
  elements: subject.elements,
  indicators: [],
  checks: [],
  standards: [],
  outlines: [],
};

export const index = new KnowledgeIndex(knowledge);

export const year = 2019;
export const catalog = "0".repeat(64);
export const sections = [
  { code: "1.1", title: "第一章 基本情况 › 规模" },
  { code: "2.3", title: "第二章 教师队伍 › 培训" },
];

export function request(current: ReturnDocument | null, more: Partial<TemplateRequest> = {}): TemplateRequest {
  return {
    index,
    catalog,
    organisation: { code: "411000-01", kind: "school", versions: [] },
    organisationName: "示例职业学校",
    cycle: {
      organisation: "411000",
      year,
      titleYear: year,
      dataPeriod: { kind: "calendarYear", start: "2019-01-01", end: "2019-12-31" },
      issuedOn: null,
      deadlines: { school: "2020-02-28" },
      outlines: { city: "c", school: "s" },
      catalog,
      sample: true,
    },
    current,
    previous: null,
    sections,
    ...more,
  };
}

const origin = { file: "", sheet: "", cell: "" };

/** One form cell in a unit that takes whole numbers or up to two decimals. */
function cell(whole: boolean): fc.Arbitrary<FormCell> {
  const number = whole
    ? fc.nat(99_999_999).map(String)
    : fc
        .tuple(fc.nat(99_999_999), fc.integer({ min: 0, max: 99 }))
        .map(([units, cents]) => (cents === 0 ? String(units) : `${units}.${String(cents).padStart(2, "0").replace(/0$/, "")}`));
  return fc.oneof(
    { weight: 6, arbitrary: number.map((value) => ({ status: "value" as const, value, origin })) },
    { weight: 1, arbitrary: fc.constant({ status: "notApplicable" as const, value: null, origin }) },
    { weight: 1, arbitrary: fc.constant({ status: "missing" as const, value: null, origin }) },
  );
}

function form(code: string): fc.Arbitrary<Record<string, FormCell>> {
  const ledger = index.ledgers.get(code);
  if (ledger?.kind !== "form") throw new Error(code);
  const shape = formCells(index, ledger, year).map(
    ({ key, element }) => [key, cell(quantitySpecification("", element.unit, element.decimals).whole)] as const,
  );
  return fc.record(Object.fromEntries(shape)).filter((cells) => Object.values(cells).some((each) => each.status !== "missing"));
}

/** Text as people type it: Chinese, punctuation that XML minds, line breaks inside, no blanks around. */
const text = fc
  .stringMatching(/^[一-龥A-Za-z0-9<>&"'=+@，。（）“”\n -]{1,40}$/)
  .map((value) => value.trim())
  .filter((value) => value !== "" && !/^(合计|总计|小计|共计)$/.test(value));
const date = fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(Date.UTC(1970, 0, 1 + day)).toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

const row = fc.record({
  name: text,
  kind: fc.constantFrom("skill", "farmer"),
  startedOn: date,
  personTimes: fc.nat(100_000).map(String),
  funds: maybe(fc.nat(10_000_000).map(String)),
  poverty: maybe(fc.constantFrom("true", "false")),
  creditCode: maybe(fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{18}$/)),
});

/** Any return that the small catalog admits. */
export const anyReturn: fc.Arbitrary<ReturnDocument> = fc
  .record({
    staff: form("sample.staff"),
    library: fc.option(form("sample.library"), { nil: null }),
    rows: fc.option(fc.uniqueArray(row, { maxLength: 8, selector: ({ name, startedOn }) => `${name}|${startedOn}` }), { nil: null }),
    materials: fc.uniqueArray(fc.record({ section: fc.constantFrom("1.1", "2.3", "case"), title: text, text, chosen: fc.boolean() }), {
      maxLength: 4,
      selector: ({ section, title }) => `${section}|${title}`,
    }),
  })
  .map(({ staff, library, rows, materials }) => ({
    organisation: "411000-01",
    year,
    catalog,
    forms: { "sample.staff": staff, ...(library ? { "sample.library": library } : {}) },
    registers:
      rows === null
        ? {}
        : {
            "sample.trainings": rows.map((values, at) => ({
              id: at % 2 === 0 ? `sample.trainings:${values.name}|${values.startedOn}` : `r${at}`,
              values,
              origin,
            })),
          },
    materials: materials.map((material) => ({ id: `${material.section}:${material.title}`, ...material, origin })),
    explanations: {},
  }));

/** A document without its places, for comparison. */
export function withoutOrigins(document: ReturnDocument | null): unknown {
  return JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === "origin" ? undefined : value)));
}
