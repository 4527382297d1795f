/** The season: what is due for whom, the board of completeness, urging, the 汇总表 on screen. */
import { z } from "zod";
import { type Endpoints, instant, isoDate, organisationCode } from "./endpoint.ts";
import { state } from "./returns.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** How far one ledger of one organisation is. */
export const ledgerState = z.enum(["none", "started", "filled", "confirmed", "returned"]);

export const boardRow = z.object({
  organisation: organisationCode,
  name: z.string(),
  kind: z.enum(["nation", "province", "city", "county", "school"]),
  parent: z.string(),
  state: z.union([state, z.literal("none")]),
  deadline: z.string().nullable(),
  late: z.boolean(),
  at: instant.nullable(),
  /** Ledger → how far; ledgers not owed are absent. */
  ledgers: z.record(z.string(), z.object({ state: ledgerState, filled: z.number().int(), of: z.number().int() })),
});

export const task = z.object({
  /** fill, confirm, sign, answer (comments), repair (returned), review, decide (corrections), urge (late ones below), read */
  kind: z.enum(["fill", "correct", "confirm", "sign", "answer", "repair", "review", "decide", "urge", "read"]),
  organisation: organisationCode,
  organisationName: z.string(),
  year: z.number().int(),
  ledger: z.string().nullable(),
  /** In words: 学生 · 在校生台账：已填 12/40. */
  text: z.string(),
  /** The same in English; names stay as they are. */
  en: z.string(),
  /** How much of it is done, where it is counted: cells or rows of a ledger, ledgers of a return, returns of a queue. */
  progress: z.object({ done: z.number().int(), of: z.number().int() }).nullable().optional(),
  due: isoDate.nullable(),
  late: z.boolean(),
  /** Where it is done, a path of the web application. */
  to: z.string(),
});

export const reminder = z.object({
  id: z.string(),
  organisation: organisationCode,
  year: z.number().int(),
  text: z.string(),
  name: z.string(),
  at: instant,
  read: z.boolean(),
});

export const seasonEndpoints = {
  "GET /api/season/{year}/tasks": { summary: "我的待办", policy: "signedIn", validated: true, response: z.array(task) },
  "GET /api/season/{organisation}/{year}/board": {
    summary: "进度表：机构 × 台账，逾期在前",
    policy: "oversee",
    validated: true,
    response: z.object({ ledgers: z.array(z.object({ code: z.string(), zh: z.string() })), rows: z.array(boardRow) }),
  },
  "GET /api/season/{organisation}/{year}/board.xlsx": { summary: "进度表与未报名单", policy: "oversee", response: { file: xlsx } },
  "GET /api/season/{organisation}/{year}/urging": {
    summary: "催报文字：谁欠什么，可贴到工作群",
    policy: "oversee",
    response: z.object({ text: z.string(), organisations: z.array(organisationCode) }),
  },
  "POST /api/season/{organisation}/{year}/reminders": {
    summary: "提醒：站内，设了 SMTP 的同时发邮件",
    policy: "oversee",
    body: z.object({ organisations: z.array(organisationCode).min(1), text: z.string().trim().min(2).max(2000), mail: z.boolean() }),
    response: z.object({ reminded: z.number().int(), mailed: z.number().int(), mailProblem: z.string().nullable() }),
  },
  "GET /api/reminders": { summary: "收到的提醒", policy: "signedIn", response: z.array(reminder) },
  "POST /api/reminders/{id}/read": { summary: "提醒已读", policy: "signedIn", response: null },
  "GET /api/season/{organisation}/{year}/matrix": {
    summary: "汇总表：数据项 × 机构",
    policy: "view",
    validated: true,
    query: z.object({ acceptedOnly: z.enum(["true", "false"]).default("false"), subject: z.string().optional() }),
    response: z.object({
      organisations: z.array(z.object({ code: organisationCode, name: z.string(), state: z.union([state, z.literal("none")]) })),
      rows: z.array(
        z.object({
          ledger: z.string(),
          element: z.string(),
          zh: z.string(),
          members: z.string(),
          unit: z.string(),
          total: z.string().nullable(),
          values: z.array(z.string().nullable()),
        }),
      ),
    }),
  },
  "GET /api/season/{organisation}/{year}/matrix.xlsx": { summary: "汇总表", policy: "view", response: { file: xlsx } },
} satisfies Endpoints;
