/** The tables of migrations/0003-desk.sql as the query builder sees them. */
import type { Generated } from "kysely";
import type { SlotContent } from "../../../app/desk/slots.ts";
import type { Role } from "../../../app/policies/actor.ts";

interface Returned {
  organisation: string;
  year: number;
}
interface Done {
  actor: string;
  name: string;
  at: string;
}

export interface DeskTables {
  readonly user: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    image: string | null;
    createdAt: Date;
    updatedAt: Date;
    username: string | null;
    displayUsername: string | null;
    role: Role;
    organisation: string;
    ledgers: string | null;
    disabled: boolean;
    mustChange: boolean;
    failures: number;
    lockedUntil: Date | null;
    lastSignIn: Date | null;
  };
  readonly session: {
    id: string;
    expiresAt: Date;
    token: string;
    createdAt: Date;
    updatedAt: Date;
    ipAddress: string | null;
    userAgent: string | null;
    userId: string;
  };
  readonly account: {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    createdAt: Date;
    updatedAt: Date;
  };
  readonly account_changes: { only_row: boolean; number: string };
  readonly settings: { name: string; value: unknown };
  /** `settled`: up to there the batches are in working_slots; behind it stand whole forms alone. */
  readonly working_heads: Returned & { sequence: string; applied: string; settled: string };
  /** `edit`: the client's id of the edit that stands there. */
  readonly working_slots: Returned & Done & { slot: string; content: SlotContent; revision: string; edit: string | null };
  /** A view: what stands in each slot, whole forms included. */
  readonly standing_slots: DeskTables["working_slots"];
  readonly working_batches: Returned & Done & { id: Generated<string>; sequence: string; edits: string };
  /** Of the fourth schema alone. */
  readonly taken_edits: Returned & { edit: string; batch: string };
  /** A view. */
  readonly working_edits: Returned & Done & { edit: string; slot: string; revision: string; before: SlotContent; after: SlotContent };
  readonly working_previews: Returned & { id: string; actor: string; edits: unknown; at: string };
  readonly confirmations: Returned & Done & { ledger: string };
  readonly signatures: Returned & Done & { version: number; hash: string };
  readonly requested_slots: Returned & { version: number; slot: string; reason: string };
  readonly comments: Returned &
    Done & {
      id: string;
      slot: string;
      thread: string | null;
      role: string;
      body: string;
      resolved_name: string | null;
      resolved_at: string | null;
    };
  readonly corrections: Returned &
    Done & {
      id: string;
      slot: string;
      before: SlotContent;
      after: SlotContent;
      reason: string;
      state: "requested" | "granted" | "refused";
      decided_name: string | null;
      decided_at: string | null;
      decided_reason: string | null;
    };
  readonly evidence_contents: { organisation: string; hash: string; content: Uint8Array };
  readonly evidence: Returned & {
    id: string;
    place: string;
    name: string;
    type: string;
    size: number;
    hash: string;
    actor: string;
    by: string;
    at: string;
    withdrawn: boolean;
  };
  readonly reminders: Returned & Done & { id: string; body: string; read_by: string[] };
  readonly mappings: { organisation: string; id: string; content: unknown };
  readonly acts: Done & {
    id: Generated<string>;
    organisation: string;
    year: number | null;
    act: string;
    reason: string;
    detail: string;
    hash: string | null;
  };
}
