/** Reviewing: the queue, a return as differences, remarks on cells, accepting, returning to certain cells, locking, corrections after the lock. */
import { z } from "zod";
import type { Finding } from "../../core/checking/finding.ts";
import { type Endpoints, instant, organisationCode, plain } from "./endpoint.ts";
import { slot, slotContent, state } from "./returns.ts";

export const queueLine = z.object({
  organisation: organisationCode,
  name: z.string(),
  kind: z.enum(["nation", "province", "city", "county", "school"]),
  state,
  version: z.number().int(),
  submittedAt: instant,
  proofs: z.number().int(),
  warnings: z.number().int(),
  explained: z.number().int(),
  openComments: z.number().int(),
  /** Sum over its suspicious cells of the share of the city's value that the doubt could move, in %: what the queue is ranked by. */
  effect: z.string(),
  /** The figure most affected, in words: 在校生 +12.4%. */
  effectText: z.string(),
  /** Without proofs, unexplained warnings and open remarks: may be accepted in bulk. */
  clean: z.boolean(),
});

export const difference = z.object({
  slot: z.string(),
  ledger: z.string(),
  /** Label, with members: 在校生 · 一年级 · 女. */
  label: z.string(),
  unit: z.string(),
  now: z.string().nullable(),
  lastYear: z.string().nullable(),
  lastSubmission: z.string().nullable(),
  /** Printed change against last year: +12.4%, +21. */
  change: z.string(),
  explanation: z.string().nullable(),
  /** Among at least five organisations of its kind: quartiles of the same cell per head of the same base where it has one, else of the cell. */
  peers: z
    .object({ low: z.string(), median: z.string(), high: z.string(), count: z.number().int(), position: z.enum(["low", "within", "high"]) })
    .nullable(),
  findings: z.array(z.number().int()),
});

export const comment = z.object({
  id: z.string(),
  slot: z.string(),
  /** First remark of its thread, or null when it is the first. */
  thread: z.string().nullable(),
  name: z.string(),
  role: z.string(),
  at: instant,
  text: z.string(),
  resolved: z.object({ name: z.string(), at: instant }).nullable(),
});

export const correction = z.object({
  id: z.string(),
  organisation: organisationCode,
  organisationName: z.string(),
  year: z.number().int(),
  slot: z.string(),
  label: z.string(),
  before: slotContent,
  after: slotContent,
  reason: z.string(),
  state: z.enum(["requested", "granted", "refused"]),
  name: z.string(),
  at: instant,
  decided: z.object({ name: z.string(), at: instant, reason: z.string() }).nullable(),
});

/** A figure of the city's report before and after, and the sentence in which it stands. */
export const effect = z.object({
  figures: z.array(
    z.object({
      label: z.string(),
      before: z.string(),
      after: z.string(),
      section: z.string(),
      sentenceBefore: z.string(),
      sentenceAfter: z.string(),
    }),
  ),
  findings: z.array(plain<Finding>("修正后新出现的问题")),
});

export const versionLine = z.object({
  version: z.number().int(),
  state,
  name: z.string(),
  at: instant,
  reason: z.string(),
  hash: z.string(),
});

export const reviewEndpoints = {
  "GET /api/review/{organisation}/{year}": {
    summary: "待审队列：按对公布数字的影响排序",
    policy: "review",
    response: z.array(queueLine),
  },
  "POST /api/review/{organisation}/{year}/accept": {
    summary: "成批接收无问题的填报；不符合条件的逐个列出原因",
    policy: "review",
    body: z.object({ organisations: z.array(organisationCode).min(1) }),
    response: z.object({
      accepted: z.array(organisationCode),
      left: z.array(z.object({ organisation: organisationCode, reason: z.string() })),
    }),
  },
  "GET /api/returns/{organisation}/{year}/review": {
    summary: "一份填报的审核视图：问题在前，逐项与上年、上次报送、同类比较",
    policy: "view",
    response: z.object({
      organisationName: z.string(),
      state: z.union([state, z.literal("none")]),
      version: z.number().int().nullable(),
      findings: z.array(plain<Finding>("问题")),
      differences: z.array(difference),
      versions: z.array(versionLine),
    }),
  },
  "POST /api/returns/{organisation}/{year}/accept": { summary: "接收", policy: "review", response: null },
  "POST /api/returns/{organisation}/{year}/return": {
    summary: "退回：总的理由，及只放开的单元格（空列表为全部）与各自理由",
    policy: "review",
    body: z.object({
      reason: z.string().trim().min(2).max(2000),
      cells: z.array(z.object({ slot, reason: z.string().trim().min(1).max(500) })).max(500),
    }),
    response: null,
  },
  "POST /api/returns/{organisation}/{year}/lock": { summary: "锁定已接收的填报", policy: "lock", response: null },
  "GET /api/returns/{organisation}/{year}/comments": { summary: "单元格上的批注", policy: "view", response: z.array(comment) },
  "POST /api/returns/{organisation}/{year}/comments": {
    summary: "写批注或回复",
    policy: "comment",
    body: z.object({ id: z.uuid(), slot, thread: z.string().nullable(), text: z.string().trim().min(1).max(2000) }),
    response: comment,
  },
  "POST /api/returns/{organisation}/{year}/comments/{id}/resolve": { summary: "批注已解决", policy: "comment", response: comment },
  "GET /api/corrections/{year}": { summary: "锁定后的更正申请（本级及下级）", policy: "signedIn", response: z.array(correction) },
  "POST /api/returns/{organisation}/{year}/corrections": {
    summary: "申请更正一个已锁定的数",
    policy: "requestCorrection",
    body: z.object({ id: z.uuid(), slot, after: slotContent, reason: z.string().trim().min(2).max(2000) }),
    response: correction,
  },
  "GET /api/returns/{organisation}/{year}/corrections/{id}/effect": {
    summary: "更正会改动哪些公布数字与句子",
    policy: "view",
    response: effect,
  },
  "POST /api/returns/{organisation}/{year}/corrections/{id}/decide": {
    summary: "准予或驳回更正",
    policy: "lock",
    body: z.object({ grant: z.boolean(), reason: z.string().trim().min(2).max(2000) }),
    response: correction,
  },
} satisfies Endpoints;
