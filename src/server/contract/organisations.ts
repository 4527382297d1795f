/** Organisations by date, cycles, breaks in series, and the catalog that a cycle pins. */
import { z } from "zod";
import type { Knowledge } from "../../core/definition/knowledge.ts";
import type { Cycle, SeriesBreak } from "../../core/model/cycle.ts";
import type { Organisation } from "../../core/model/organisation.ts";
import { type Endpoints, isoDate, organisationCode, plain, tableProblem } from "./endpoint.ts";

const kind = z.enum(["nation", "province", "city", "county", "school"]);
export const organisationNode = z.object({
  code: organisationCode,
  kind,
  name: z.string(),
  shortName: z.string().nullable(),
  parent: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  from: z.string(),
  to: z.string().nullable(),
});
const version = z.object({
  name: z.string().min(2).max(60),
  shortName: z.string().max(20).optional(),
  parent: organisationCode,
  attributes: z.record(z.string(), z.string()),
});

export const organisationEndpoints = {
  "GET /api/catalog/{hash}": {
    summary: "指标目录（永久缓存；hash 为 current 时是本程序的目录）",
    policy: "signedIn",
    response: plain<Knowledge>("指标目录"),
  },
  "GET /api/organisations": {
    summary: "某日的机构树：自己、下级与各级上级",
    policy: "signedIn",
    query: z.object({ date: isoDate.optional() }),
    response: z.array(organisationNode),
  },
  "GET /api/organisations/template.xlsx": {
    summary: "机构导入表",
    policy: "administer",
    response: { file: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  },
  "GET /api/organisations/{organisation}": { summary: "一个机构的全部沿革", policy: "view", response: plain<Organisation>("机构") },
  "POST /api/organisations": {
    summary: "新建机构",
    policy: "administer",
    body: version
      .extend({ code: organisationCode, kind, from: isoDate.optional().describe("设立的日子；不写即一直都有") })
      .refine(({ code, kind: given }) => code.includes("-") === (given === "school"), {
        path: ["code"],
        message: "学校代码为“六位代码-序号”，其他机构为六位代码",
      }),
    response: organisationNode,
  },
  "POST /api/organisations/{organisation}/versions": {
    summary: "自某日起更名、改隶属或改属性；此前年度不变",
    policy: "administer",
    body: version.partial().extend({ from: isoDate }),
    response: plain<Organisation>("机构"),
  },
  "POST /api/organisations/{organisation}/close": {
    summary: "自某日起撤销",
    policy: "administer",
    body: z.object({ on: isoDate, reason: z.string().min(1) }),
    response: null,
  },
  "POST /api/organisations/{organisation}/merge": {
    summary: "自某日起并入另一机构",
    policy: "administer",
    body: z.object({ on: isoDate, into: organisationCode, reason: z.string().min(1) }),
    response: null,
  },
  "POST /api/organisations/import": {
    summary: "从 Excel 成批建立机构：整表成功或整表不动，逐行列出问题；preview=true 只看会怎样，不建立",
    policy: "administer",
    query: z.object({ preview: z.enum(["true", "false"]).optional() }),
    upload: true,
    response: z.object({
      /** New ones: those that come, or came; none of them while there are problems. */
      count: z.number().int(),
      problems: z.array(tableProblem),
      lines: z.array(
        z.object({
          row: z.number().int(),
          code: z.string(),
          name: z.string(),
          kind,
          parent: z.string(),
          state: z.enum(["new", "known", "different"]),
          differs: z.string(),
        }),
      ),
    }),
  },
  "GET /api/cycles": { summary: "年度", policy: "signedIn", response: z.array(plain<Cycle>("年度")) },
  "POST /api/cycles": {
    summary: "开启一个年度",
    policy: "administer",
    body: z.object({
      organisation: organisationCode,
      year: z.number().int().min(2000).max(2099),
      titleYear: z.number().int().min(2000).max(2099),
      period: z.enum(["calendarYear", "schoolYear"]),
      deadlines: z.object({ school: isoDate, county: isoDate, city: isoDate }),
      outlines: z.object({ city: z.string(), school: z.string() }),
    }),
    response: plain<Cycle>("年度"),
  },
  "PATCH /api/cycles/{organisation}/{year}": {
    summary: "改期限、标题年度、印发日期",
    policy: "administer",
    body: z.object({
      titleYear: z.number().int().optional(),
      issuedOn: isoDate.nullable().optional(),
      deadlines: z.object({ school: isoDate, county: isoDate, city: isoDate }).partial().optional(),
      /** Later deadlines granted to single organisations: the whole list. */
      extensions: z.record(organisationCode, isoDate).optional(),
    }),
    response: plain<Cycle>("年度"),
  },
  "GET /api/breaks": { summary: "口径变化", policy: "signedIn", response: z.array(plain<SeriesBreak>("口径变化")) },
  "POST /api/breaks": {
    summary: "登记口径变化：此前此后不作增减比较",
    policy: "administer",
    body: z.object({ organisation: organisationCode, measure: z.string(), year: z.number().int(), reason: z.string().min(2) }),
    response: null,
  },
} satisfies Endpoints;
