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
  /** Sum over its suspicious cells of the share of the total, over the organisation whose queue it is, that each could move, in %: what the queue is ranked by. */
  effect: z.string(),
  /** The figure most affected, and how far above (+) or below (−) what was to be expected it lies: 在校生 +12.4%. Empty without doubts. */
  effectText: z.string(),
  /** Without findings, explained or not, open remarks, and figures that changed unlike its peers: may be accepted in bulk. */
  clean: z.boolean(),
  /** Why it is not clean; empty when it is. */
  reasons: z.array(z.enum(["proofs", "warnings", "explained", "remarks", "effect"])),
});

/** One line of the comparison. Lines counted from a register share the slot `none/<ledger>`: the register as a whole. */
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
  /** Last year's value times the median change of at least five peers, else last year's. */
  expected: z.string().nullable(),
  /** Of a suspicious cell: how far it moves the total of the viewer's organisation, signed, in %. */
  effect: z.string().nullable(),
  explanation: z.string().nullable(),
  /** Quartiles of the same cell among at least five others of its kind; outside when further than 1.5 times their distance. */
  peers: z
    .object({
      low: z.string(),
      median: z.string(),
      high: z.string(),
      count: z.number().int(),
      /** What all of them, and `own`, are counted for each of; null: as filed. */
      base: z.enum(["student", "hundredStudents", "hundredTeachers"]).nullable(),
      own: z.string(),
      position: z.enum(["low", "within", "high"]),
    })
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
  /** Of all this: granting names it, so that nothing is granted that was not seen. */
  hash: z.string(),
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
    summary: "审核队列：按对公布数字的影响排序；不指明状态时为已报送待审的",
    policy: "seeQueue",
    query: z.object({ state: z.enum(["submitted", "returned", "accepted", "locked"]).default("submitted") }),
    response: z.array(queueLine),
  },
  "POST /api/review/{organisation}/{year}/accept": {
    summary: "成批接收无问题的填报；不符合条件的逐个列出原因",
    policy: "seeQueue",
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
      /** Names of the ledgers to which the differences belong, in catalog order. */
      ledgers: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
      versions: z.array(versionLine),
    }),
  },
  "POST /api/returns/{organisation}/{year}/accept": { summary: "接收", policy: "review", response: null },
  "POST /api/returns/{organisation}/{year}/return": {
    summary: "退回：总的理由，及只放开的位置（空列表为全部）与各自理由；none/<台账> 放开整本名册",
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
    body: z.object({ id: z.uuid(), slot, thread: z.uuid().nullable(), text: z.string().trim().min(1).max(2000) }),
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
    summary: "更正会改动市级报告的哪些数字与句子，新出现哪些问题",
    policy: "lock",
    response: effect,
  },
  "POST /api/returns/{organisation}/{year}/corrections/{id}/decide": {
    summary: "准予或驳回更正；准予须附所查看的影响的摘要，影响已变时拒绝",
    policy: "lock",
    body: z.object({ grant: z.boolean(), reason: z.string().trim().min(2).max(2000), effect: z.string().nullable() }),
    response: correction,
  },
} satisfies Endpoints;
