/**
 * Filling a return. What people type goes into the working copy slot by slot; each slot has a revision,
 * so that nobody's edit is lost silently. Confirming, signing and submitting freeze it as a version.
 *
 * Slots: `form/<ledger>/<cell key>` → FormCell · `row/<ledger>/<row id>` → RegisterRow without id, or null
 * (row taken out) · `none/<ledger>` → true (register: 本年度无) or null · `material/<id>` → Material without
 * id, or null · `explanation/<check>[#members]` → text, or null.
 */
import { z } from "zod";
import type { Finding } from "../../core/checking/finding.ts";
import type { SeriesBreak } from "../../core/model/cycle.ts";
import type { Fact } from "../../core/model/fact.ts";
import type { Organisation } from "../../core/model/organisation.ts";
import type { ReturnDocument } from "../../core/model/return.ts";
import { bilingual, type Endpoints, instant, plain } from "./endpoint.ts";

export const state = z.enum(["draft", "confirmed", "signed", "submitted", "returned", "accepted", "locked"]);
export const slot = z.string().regex(/^(form|row|none|material|explanation)\/.+$/, "form/<台账>/<单元格> 等");
/** {status, value} for cells, which are most and are tried first; null, text, true; {values} for rows, {section, title, text, chosen} for materials. */
export const slotContent = z.union([
  z.object({ status: z.enum(["value", "missing", "notApplicable"]), value: z.string().max(60).nullable() }),
  z.null(),
  z.literal(true),
  z.string().max(20_000),
  z.object({ values: z.record(z.string(), z.string().max(4000).nullable()) }),
  z.object({ section: z.string(), title: z.string().max(200), text: z.string().max(50_000), chosen: z.boolean() }),
]);

export const confirmation = z.object({ ledger: z.string(), name: z.string(), at: instant });
export const returnView = z.object({
  organisation: z.string(),
  organisationName: z.string(),
  kind: z.enum(["nation", "province", "city", "county", "school"]),
  year: z.number().int(),
  deadline: z.string().nullable(),
  /** "none" until the first version. */
  state: z.union([state, z.literal("none")]),
  version: z.number().int().nullable(),
  /** Newest sequence of the working copy: where `changes?since=` goes on. */
  sequence: z.number().int(),
  document: plain<ReturnDocument>("工作稿：最新版本加上其后的改动"),
  /** Slot → revision, for slots ever edited here; others have revision 0. */
  revisions: z.record(z.string(), z.number().int()),
  /** Ledgers that the organisation owes, in catalog order, and those that the caller may edit now. */
  ledgers: z.array(z.string()),
  editable: z.array(z.string()),
  /** After a return to certain cells: those alone may be edited, each with the reviewer's reason and whether it was edited since. Null: all. */
  requested: z.array(z.object({ slot: z.string(), reason: z.string(), edited: z.boolean() })).nullable(),
  /** Reason of the return as a whole. */
  returnReason: z.string().nullable(),
  confirmations: z.array(confirmation),
  signature: z.object({ name: z.string(), at: instant, hash: z.string() }).nullable(),
  openComments: z.number().int(),
});

export const edit = z.object({
  /** Made by the client once per edit: sending it again changes nothing. */
  id: z.uuid(),
  slot,
  /** Revision that the client last saw: 0 for never edited. */
  base: z.number().int().min(0),
  content: slotContent,
});
export const editResult = z.discriminatedUnion("result", [
  z.object({ id: z.string(), result: z.literal("saved"), revision: z.number().int() }),
  /** Somebody else was first: theirs is shown for choice; send again with their revision as base to overwrite. */
  z.object({
    id: z.string(),
    result: z.literal("conflict"),
    revision: z.number().int(),
    content: slotContent,
    name: z.string(),
    at: instant,
  }),
  z.object({ id: z.string(), result: z.literal("refused"), message: bilingual }),
]);
export const confirmResult = z.discriminatedUnion("result", [
  /** By this request or before. */
  z.object({ ledger: z.string(), result: z.literal("confirmed") }),
  z.object({ ledger: z.string(), result: z.literal("refused"), message: bilingual }),
]);
export const change = z.object({
  sequence: z.number().int(),
  slot: z.string(),
  revision: z.number().int(),
  content: slotContent,
  name: z.string(),
  at: instant,
});

export const summary = z.object({
  organisationName: z.string(),
  year: z.number().int(),
  state: z.union([state, z.literal("none")]),
  filled: z.object({ cells: z.number().int(), of: z.number().int(), rows: z.number().int() }),
  unconfirmed: z.array(z.string()),
  proofs: z.array(plain<Finding>("硬错")),
  warnings: z.array(plain<Finding>("预警")),
  /** Largest changes against last year, as printed. */
  changes: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      en: z.string(),
      text: z.string(),
      previous: z.string(),
      change: z.string(),
      changeEn: z.string(),
    }),
  ),
  hash: z.string(),
});

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const workbookProblem = z.object({
  file: z.string(),
  sheet: z.string(),
  cell: z.string(),
  severity: z.enum(["refusal", "note"]),
  code: z.string(),
  message: bilingual,
  found: z.string(),
  expected: z.string(),
  /** Where it stands in the return: ledger, and a form's cell key, "<row id>/<column>" of a register or a text's id. */
  place: z.object({ ledger: z.string(), cell: z.string().optional() }).optional(),
});

export const returnEndpoints = {
  "GET /api/returns/{organisation}/{year}": {
    summary: "一份填报的工作稿与状态",
    policy: "view",
    validated: true,
    response: returnView,
  },
  "GET /api/returns/{organisation}/{year}/earlier": {
    summary: "前三年的数据与口径变化，供旁列与即时计算",
    policy: "view",
    response: z.object({
      facts: z.array(plain<Fact>("数据")),
      breaks: z.array(plain<SeriesBreak>("口径变化")),
      organisations: z.array(plain<Organisation>("机构")),
      yearEnds: z.record(z.string(), z.string()),
    }),
  },
  "POST /api/returns/{organisation}/{year}/edits": {
    summary: "保存改动：逐项答复；重复发送无副作用；硬性类型错误逐项拒绝",
    policy: "fill",
    body: z.object({ edits: z.array(edit).min(1).max(2000) }),
    response: z.object({ sequence: z.number().int(), results: z.array(editResult) }),
  },
  "GET /api/returns/{organisation}/{year}/changes": {
    summary: "某序号之后他人与自己的改动",
    policy: "view",
    query: z.object({ since: z.string().regex(/^\d+$/) }),
    response: z.object({ sequence: z.number().int(), state: z.union([state, z.literal("none")]), changes: z.array(change) }),
  },
  "GET /api/returns/{organisation}/{year}/findings": {
    summary: "工作稿的校验结果（含与同类学校的比较；of=others：只要与其他单位比较所得的）",
    policy: "view",
    query: z.object({ of: z.enum(["all", "others"]).optional() }),
    response: z.object({ findings: z.array(plain<Finding>("问题")) }),
  },
  "GET /api/returns/{organisation}/{year}/summary": { summary: "签字前的一页摘要", policy: "view", response: summary },
  "GET /api/returns/{organisation}/{year}/statement.pdf": { summary: "填报确认表", policy: "view", response: { file: "application/pdf" } },
  "POST /api/returns/{organisation}/{year}/ledgers/{ledger}/confirm": {
    summary: "科室确认一本台账；有硬错时拒绝",
    policy: "confirm",
    response: z.array(confirmation),
  },
  "POST /api/returns/{organisation}/{year}/confirm": {
    summary: "一次确认多本台账：逐本答复，有硬错等不能确认的说明原因，其余照常确认；重复发送不变",
    policy: "confirm",
    body: z.object({ ledgers: z.array(z.string().max(100)).min(1).max(200) }),
    response: z.object({ confirmations: z.array(confirmation), results: z.array(confirmResult) }),
  },
  "DELETE /api/returns/{organisation}/{year}/ledgers/{ledger}/confirm": {
    summary: "撤回确认",
    policy: "confirm",
    response: z.array(confirmation),
  },
  "POST /api/returns/{organisation}/{year}/sign": {
    summary: "负责人签字并报送：再次输入密码；有硬错、未说明的预警或未确认的台账时拒绝",
    policy: "sign",
    body: z.object({ password: z.string(), hash: z.string() }),
    response: z.object({
      submitted: z.boolean(),
      blocking: z.array(plain<Finding>("问题")),
      unconfirmed: z.array(z.string()),
      version: z.number().int().nullable(),
    }),
  },
  "GET /api/returns/{organisation}/{year}/template.xlsx": {
    summary: "下载 Excel 填报表（带已填内容与上年数）",
    policy: "view",
    response: { file: xlsx },
  },
  "POST /api/returns/{organisation}/{year}/workbook": {
    summary: "上传 Excel：列出全部问题与将要发生的改动，尚不写入",
    policy: "fill",
    upload: true,
    response: z.object({
      problems: z.array(workbookProblem),
      /** Null when refused. */
      edits: z
        .array(
          z.object({
            slot: z.string(),
            base: z.number().int(),
            before: slotContent,
            after: slotContent,
            origin: z.object({ file: z.string(), sheet: z.string(), cell: z.string() }),
          }),
        )
        .nullable(),
      /** Sent to `workbook/apply` to take exactly these. */
      preview: z.string().nullable(),
    }),
  },
  "POST /api/returns/{organisation}/{year}/workbook/apply": {
    summary: "采纳预览过的改动；其间他人改过的项目列为冲突",
    policy: "fill",
    body: z.object({ preview: z.uuid() }),
    response: z.object({ saved: z.number().int(), conflicts: z.array(z.string()) }),
  },
  "POST /api/returns/{organisation}/{year}/workbook/comments.xlsx": {
    summary: "把问题写成批注的同一 Excel",
    policy: "fill",
    upload: true,
    response: { file: xlsx },
  },
} satisfies Endpoints;
