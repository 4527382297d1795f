/** The tables of migrations/0001-store.sql as the query builder sees them; those of the desk stand in desk/tables.ts. */
import type { Generated, Kysely } from "kysely";
import type { Cycle } from "../../core/model/cycle.ts";
import type { CellOrigin, FactStatus } from "../../core/model/fact.ts";
import type { OrganisationKind, OrganisationVersion } from "../../core/model/organisation.ts";
import type { DeskTables } from "./desk/tables.ts";
import type { ReturnDocument, ReturnState } from "../../core/model/return.ts";

export interface Tables extends DeskTables {
  readonly organisations: { code: string; kind: OrganisationKind; versions: OrganisationVersion[]; merged_into: string | null };
  readonly cycles: { organisation: string; year: number; content: Cycle };
  readonly breaks: { organisation: string; measure: string; year: number; reason: string };
  readonly returns: {
    organisation: string;
    year: number;
    version: number;
    document: ReturnDocument;
    hash: string;
    facts_hash: string;
    projected_by: string;
  };
  readonly return_states: StateColumns & { ordinal: number };
  readonly return_heads: StateColumns & { ordinal: number; hash: string };
  readonly lineage: { year: number; ancestor: string; organisation: string; depth: number };
  readonly facts: FactColumns;
  readonly register_rows: {
    organisation: string;
    year: number;
    ledger: string;
    id: string;
    version: number;
    natural_key: string;
    payload: Record<string, string | null>;
    origin: CellOrigin;
    withdrawn: boolean;
  };
  readonly sums: { ancestor: string; year: number; basis: Basis; cell: string; amount: string; present: number; missing: number };
  readonly sum_deltas: {
    id: Generated<string>;
    organisation: string;
    year: number;
    basis: Basis;
    cells: Record<string, [string, number, number]>;
  };
  readonly history: HistoryColumns;
  readonly chain_heads: { organisation: string; sequence: number; hash: string };
  readonly seals: {
    sequence: number;
    act: string;
    actor: string;
    at: string;
    reason: string;
    heads: Record<string, number>;
    root: string;
    previous: string;
    hash: string;
  };
}

/** Sums over everything filed, or only over accepted returns. */
export type Basis = "filed" | "accepted";

interface StateColumns {
  organisation: string;
  year: number;
  version: number;
  state: ReturnState;
  actor: string;
  at: string;
  reason: string;
}

export interface FactColumns {
  organisation: string;
  vintage: number;
  ordinal: number;
  version: number;
  year: number;
  element: string;
  members: string;
  key: string | null;
  status: FactStatus;
  value: string | null;
  file: string;
  sheet: string;
  cell: string;
}

export interface HistoryColumns {
  organisation: string;
  sequence: number;
  act: string;
  year: number | null;
  version: number | null;
  actor: string;
  at: string;
  reason: string;
  content: string;
  previous: string;
  hash: string;
}

export type Database = Kysely<Tables>;

/** Runs queries somewhere: on the pool, in a transaction, or behind the walls of one organisation. */
export type Run = <T>(work: (database: Database) => Promise<T>) => Promise<T>;
