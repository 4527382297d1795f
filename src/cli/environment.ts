/** What the commands need from the world: handed in by the composition root, so that commands choose no adapter. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { DemoData } from "../app/demo-city.ts";
import type { Accounts } from "../app/accounts.ts";
import type { AuditWriter, Clock, DocumentReader, Files, Progress, ReportWriter, Spreadsheets, Store } from "../app/ports.ts";

export type Language = "zh" | "en";

export interface Backups {
  /** Writes the whole store into one file; the number of rows by table. */
  backup(store: Store, file: string, progress: Progress): Promise<Readonly<Record<string, number>>>;
  /** Opens the store only after the whole file was found to be sound. */
  restore(open: () => Promise<Store>, file: string, progress: Progress): Promise<Readonly<Record<string, number>>>;
}

export interface ServeRequest {
  readonly data: string;
  readonly host: string;
  /** 0 chooses a free port. */
  readonly port: number;
  readonly demo: boolean;
  /** Directory with cert.pem and key.pem. */
  readonly tls: string | null;
  /** Stops when the process that started it ends: for starters that pass no signals on. */
  readonly stopWithParent: boolean;
  readonly progress: Progress;
}

/** The web application while it runs. */
export interface Running {
  readonly url: string;
  /** What whoever started it should know, such as the one-time link of the first administrator. */
  readonly notices: readonly { readonly zh: string; readonly en: string }[];
  /** Resolves when it has stopped cleanly. */
  readonly stopped: Promise<void>;
}

export interface Environment {
  readonly index: KnowledgeIndex;
  readonly catalog: string;
  readonly clock: Clock;
  readonly files: Files & { list(directory: string): Promise<string[]>; isTerminal: boolean };
  readonly spreadsheets: Spreadsheets;
  readonly writers: readonly ReportWriter[];
  readonly documents: DocumentReader;
  readonly auditWriters: readonly AuditWriter[];
  readonly backups: Backups;
  demoData(): Promise<DemoData>;
  serve(request: ServeRequest): Promise<Running>;
  /** Opens the embedded store in `data`, or the server of DATABASE_URL, which goes before it. */
  openStore(data: string): Promise<Store>;
  /** The accounts kept in a store. */
  accounts(store: Store): Promise<Accounts>;
  /** Standard output is a terminal that shows colours. */
  readonly colour: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Who acts, when no --actor is given. */
  readonly actor: string;
}
