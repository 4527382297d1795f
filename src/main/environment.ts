/** The composition root of the command line: the only place that chooses adapters. */
import { userInfo } from "node:os";
import { newCookieSecret } from "../adapters/accounts/cookie-secret.ts";
import type { PostgresStore } from "../adapters/postgres/store.ts";
import { systemClock } from "../adapters/system/clock.ts";
import { diskFiles } from "../adapters/system/files.ts";
import { contentHash } from "../adapters/system/hash.ts";
import { packageRoot } from "../adapters/system/package-root.ts";
import { knowledge } from "../catalog/knowledge.ts";
import type { Environment } from "../cli/environment.ts";
import { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { readAnyDocument } from "./documents.ts";
import { findDemoData } from "./demo-data.ts";
import { lazyAuditWriters, lazyBackups, lazySpreadsheets, lazyWriters } from "./lazy.ts";

export function productionEnvironment(): Environment {
  const index = new KnowledgeIndex(knowledge);
  let hash: string | undefined;
  const catalog = (): string => (hash ??= contentHash(knowledge));
  const url = process.env.DATABASE_URL;
  const environment: Environment = {
    index,
    get catalog() {
      return catalog();
    },
    clock: systemClock,
    files: { ...diskFiles, isTerminal: process.stderr.isTTY === true },
    spreadsheets: lazySpreadsheets,
    writers: lazyWriters,
    documents: { read: readAnyDocument },
    auditWriters: lazyAuditWriters,
    backups: lazyBackups,
    demoData: () => findDemoData(packageRoot),
    serve: async (request) => (await import("./serve.ts")).serve(environment, request),
    openStore: async (data) => {
      const [{ openStore }, { storeKnowledge }] = await Promise.all([
        import("../adapters/postgres/open.ts"),
        import("../adapters/postgres/knowledge.ts"),
      ]);
      return openStore(url ? { url } : { dataDir: data }, storeKnowledge(index, catalog()));
    },
    accounts: async (store) => {
      const [{ createAccounts }, { setting }] = await Promise.all([
        import("../adapters/accounts/accounts.ts"),
        import("../adapters/postgres/desk/settings.ts"),
      ]);
      const { database } = store as PostgresStore;
      const secret = await setting(database, "cookie-secret", newCookieSecret);
      return createAccounts({ database, secret, secure: false });
    },
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    actor: userInfo().username,
  };
  return environment;
}
