/** Evidence (佐证): scans and files on a ledger or a cell, stored once by content. */
import { z } from "zod";
import { type Endpoints, instant } from "./endpoint.ts";

export const evidenceTypes = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] as const;

export const evidence = z.object({
  id: z.string(),
  /** "ledger/<ledger>", a slot, or "statement" for the stamped 填报确认表. */
  place: z.string(),
  name: z.string(),
  type: z.enum(evidenceTypes),
  size: z.number().int(),
  /** SHA-256 (hex) of the content. */
  hash: z.string(),
  by: z.string(),
  at: instant,
});

export const evidenceEndpoints = {
  "GET /api/returns/{organisation}/{year}/evidence": { summary: "佐证材料", policy: "view", response: z.array(evidence) },
  "POST /api/returns/{organisation}/{year}/evidence": {
    summary: "上传佐证（PDF、PNG、JPEG、xlsx，至多 20 MB；按内容核对类型）",
    policy: "attach",
    upload: true,
    body: z.object({ place: z.string().max(200) }),
    response: evidence,
  },
  "GET /api/returns/{organisation}/{year}/evidence/{id}/content": {
    summary: "佐证内容",
    policy: "view",
    response: { file: "application/octet-stream" },
  },
  "DELETE /api/returns/{organisation}/{year}/evidence/{id}": { summary: "撤下佐证（历史中保留）", policy: "attach", response: null },
} satisfies Endpoints;
