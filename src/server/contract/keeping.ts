/** Keeping: the history of every act, backup and restore, bringing in earlier years and other offices' exports. */
import { z } from "zod";
import { bilingual, type Endpoints, instant, isoDate, organisationCode, yearText } from "./endpoint.ts";
import { workbookProblem } from "./returns.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const historyQuery = z.object({
  organisation: organisationCode.optional(),
  year: yearText.optional(),
  act: z.string().optional(),
  search: z.string().max(200).optional(),
  /** Days in China's time, both inclusive. */
  from: isoDate.optional(),
  to: isoDate.optional(),
  before: z.string().regex(/^\d+$/).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
});

export const historyLine = z.object({
  /** Position for paging; newest first. */
  id: z.number().int(),
  organisation: organisationCode,
  organisationName: z.string(),
  year: z.number().int().nullable(),
  act: z.string(),
  actText: bilingual,
  name: z.string(),
  /** Done by command under a name that no account has. */
  byCommand: z.boolean(),
  at: instant,
  reason: z.string(),
  /** What it was done to, in words: a cell's label with before → after, a ledger, an account. */
  detail: z.string(),
  /** Hash of the chained entry, for acts that are chained. */
  hash: z.string().nullable(),
});

/** Which column of an office's export feeds which element. */
export const mapping = z.object({
  id: z.string(),
  name: z.string(),
  /** Header texts by which the sheet is recognised. */
  sheet: z.string(),
  headerRow: z.number().int(),
  organisationColumn: z.string(),
  columns: z.array(z.object({ header: z.string(), element: z.string(), members: z.string(), factor: z.enum(["1", "10000", "0.0001"]) })),
});
const mappingDraft = mapping.omit({ id: true });

export const keepingEndpoints = {
  "GET /api/history": {
    summary: "历史：可查、可筛",
    policy: "signedIn",
    query: historyQuery,
    response: z.object({ lines: z.array(historyLine), acts: z.array(z.object({ act: z.string(), text: bilingual })), more: z.boolean() }),
  },
  "GET /api/history.xlsx": { summary: "历史导出", policy: "signedIn", query: historyQuery, response: { file: xlsx } },
  "GET /api/backup": { summary: "整库备份", policy: "administer", response: { file: "application/octet-stream" } },
  "POST /api/restore": {
    summary: "恢复备份到空库：核对每条哈希链后替换；密码再输一次",
    policy: "administer",
    upload: true,
    body: z.object({ password: z.string() }),
    response: z.object({ rows: z.record(z.string(), z.number().int()) }),
  },
  "GET /api/verify": {
    summary: "核对全库：哈希链、投影、汇总",
    policy: "administer",
    response: z.object({ checked: z.record(z.string(), z.number().int()), problems: z.array(z.string()) }),
  },
  "GET /api/mappings": { summary: "已存的列对应关系", policy: "importData", response: z.array(mapping) },
  "POST /api/mappings": { summary: "存一个列对应关系", policy: "importData", body: mappingDraft, response: mapping },
  "DELETE /api/mappings/{id}": { summary: "删一个列对应关系", policy: "importData", response: null },
  "POST /api/exports/read": {
    summary: "读一份其他系统的导出表：前几行与表头，供建立对应关系；含按名称与别名的建议",
    policy: "importData",
    upload: true,
    response: z.object({
      sheets: z.array(
        z.object({
          name: z.string(),
          headerRow: z.number().int(),
          header: z.array(z.string()),
          sample: z.array(z.array(z.string())),
          suggested: mappingDraft.nullable(),
        }),
      ),
    }),
  },
  "POST /api/exports/compare/{organisation}/{year}": {
    summary: "按对应关系取数，与已填的逐项比较；采纳走填报的改动接口",
    policy: "importData",
    upload: true,
    body: z.object({ mapping: z.string() }),
    response: z.object({
      lines: z.array(
        z.object({
          slot: z.string(),
          label: z.string(),
          unit: z.string(),
          filed: z.string().nullable(),
          exported: z.string().nullable(),
          base: z.number().int(),
          cell: z.string(),
          same: z.boolean(),
        }),
      ),
      problems: z.array(workbookProblem),
    }),
  },
  "POST /api/earlier/{organisation}": {
    summary: "导入往年的填报 Excel（整本成功或不动）",
    policy: "importData",
    upload: true,
    response: z.object({
      result: z.enum(["imported", "unchanged", "refused"]),
      year: z.number().int().nullable(),
      problems: z.array(workbookProblem),
      message: bilingual.nullable(),
    }),
  },
} satisfies Endpoints;
