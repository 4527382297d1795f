/** What the server needs from the world: handed in by the composition root, so that resources choose no adapter. */
import type { Accounts, Setup, SignedIn } from "../app/accounts.ts";
import type { StatementWriter } from "../app/desk/statement.ts";
import type { AuditWriter, Clock, DocumentReader, ReportWriter, Spreadsheets, Store } from "../app/ports.ts";
import type { Auditor } from "../app/auditor.ts";
import type { Mailer } from "../app/mailer.ts";
import type { Role } from "../app/policies/actor.ts";
import type { WholeBackups } from "../app/keeping-store.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";

/** An account of the demo city, shown on its sign-in page. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly org: string;
  readonly name: string;
  readonly orgName: string;
}

/** Structured log lines; never personal data: people appear by account id, contents not at all. */
export interface Log {
  info(entry: Readonly<Record<string, unknown>>, message: string): void;
  error(entry: Readonly<Record<string, unknown>>, message: string): void;
}

/** Signing in over HTTP. */
export interface SignIn {
  /** Answers the paths of signing in and out below /api/auth/. */
  handle(request: Request): Promise<Response>;
  /** Whom the request's cookie signs in; null without a session, or for an account that is disabled. */
  signedIn(headers: Headers): Promise<SignedIn | null>;
}

export interface World {
  readonly index: KnowledgeIndex;
  readonly catalog: string;
  readonly clock: Clock;
  readonly store: Store;
  readonly accounts: Accounts & SignIn;
  readonly setup: Setup;
  readonly backups: WholeBackups;
  readonly spreadsheets: Spreadsheets;
  readonly writers: readonly ReportWriter[];
  readonly statements: StatementWriter;
  readonly documents: DocumentReader;
  readonly auditWriters: readonly AuditWriter[];
  readonly auditor: Auditor;
  /** Null where no mail server is set. */
  readonly mailer: Mailer | null;
  readonly log: Log;
  /** SHA-256 (hex) of bytes or text. */
  readonly sha256: (content: Uint8Array | string) => string;
  /** Null outside demo mode. */
  readonly demoAccounts: readonly DemoAccount[] | null;
  /** Absolute path of the built web application; null when it was not built. */
  readonly webRoot: string | null;
  /** Served over TLS: cookies are marked secure. */
  readonly secure: boolean;
  readonly version: string;
}
