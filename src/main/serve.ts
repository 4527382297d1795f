/** The composition root of the server: opens the store, chooses adapters, listens until told to stop. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { smtpMailer } from "../adapters/mail/smtp-mailer.ts";
import { createAccounts } from "../adapters/accounts/accounts.ts";
import { newCookieSecret } from "../adapters/accounts/cookie-secret.ts";
import { createSetup } from "../adapters/accounts/setup.ts";
import { openStore } from "../adapters/postgres/open.ts";
import { storeKnowledge } from "../adapters/postgres/knowledge.ts";
import { setting } from "../adapters/postgres/desk/settings.ts";
import { sha256 } from "../adapters/system/hash.ts";
import type { Environment, Running, ServeRequest } from "../cli/environment.ts";
import { readAhead } from "../app/desk/judge-return.ts";
import { ownAuditor } from "../app/auditor.ts";
import type { Mailer } from "../app/mailer.ts";
import { createApp } from "../server/app.ts";
import { assertFree, listenOn } from "../server/serve.ts";
import type { World } from "../server/world.ts";
import { handedPorts } from "./hand/hand.ts";
import { startReminders } from "./scheduled-reminders.ts";
import { demoAccounts } from "./demo/accounts.ts";
import { assertNoDemo, prepareDemo } from "./demo/prepare.ts";
import { lazyBackups } from "./lazy.ts";
import { noticesOf } from "./notices.ts";
import { parentEnds } from "./parent-watch.ts";
import { packageRoot } from "../adapters/system/package-root.ts";
import { lazyStatements } from "./lazy.ts";

export async function serve(environment: Environment, request: ServeRequest): Promise<Running> {
  const parent = request.stopWithParent ? [parentEnds()] : [];
  const url = process.env.DATABASE_URL;
  const tls = request.tls === null ? null : await readCertificate(request.tls);
  await assertFree(request);
  request.progress(0, 0, "正在打开数据库 / opening the store");
  const store = await openStore(url ? { url } : { dataDir: request.data }, storeKnowledge(environment.index, environment.catalog));
  try {
    const secret = await setting(store.database, "cookie-secret", newCookieSecret);
    const accounts = createAccounts({ database: store.database, secret, secure: tls !== null });
    if (!request.demo) await assertNoDemo(store);
    const clock = request.demo ? await prepareDemo(environment, store, accounts, request.progress) : environment.clock;
    const setup = createSetup(store.database);
    const token = request.demo || (await accounts.any()) ? null : await setup.issue();
    // Lines are written many at a time, four times a second, errors at once.
    const written = pino.destination({ fd: 2, sync: false, minLength: 8192 });
    setInterval(() => written.flush(), 250).unref();
    const log = pino({ level: process.env.ZHIBAO_LOG ?? "info" }, written);
    process.once("exit", () => written.flushSync());
    const webRoot = join(packageRoot, "dist/web");
    const { version } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8")) as { version: string };
    const beside = handedPorts(join(packageRoot, "dist/main/hand/child.js"));
    const world: World = {
      index: environment.index,
      catalog: environment.catalog,
      clock,
      store,
      accounts,
      setup,
      backups: lazyBackups,
      spreadsheets: beside?.spreadsheets ?? environment.spreadsheets,
      writers: beside?.writers ?? environment.writers,
      statements: beside?.statements ?? lazyStatements,
      documents: beside?.documents ?? environment.documents,
      auditWriters: beside?.auditWriters ?? environment.auditWriters,
      auditor: beside?.auditor ?? ownAuditor(environment.index),
      mailer: mailerOf(process.env),
      log: {
        info: (entry, message) => log.info(entry, message),
        error: (entry, message) => {
          log.error(entry, message);
          written.flushSync();
        },
      },
      sha256: (content) => sha256(typeof content === "string" ? content : Buffer.from(content)),
      demoAccounts: request.demo ? await demoAccounts(store) : null,
      webRoot: existsSync(join(webRoot, "index.html")) ? webRoot : null,
      secure: tls !== null,
      version,
    };
    const stopReminders = startReminders(world, process.env);
    const listening = await listenOn(createApp(world), { host: request.host, port: request.port, tls });
    // When the address is told; whoever is first need not wait for it.
    setTimeout(() => void readAhead(store).catch(() => undefined), 100).unref();
    return {
      url: listening.url,
      notices: noticesOf({ host: request.host, url: listening.url, secure: tls !== null, token }),
      stopped: Promise.race([untilToldToStop(), ...parent]).then(async () => {
        stopReminders();
        await listening.stop();
        beside?.hand.stop();
        await store.close();
      }),
    };
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
}

/** Mail is optional: ZHIBAO_SMTP_URL names the server, ZHIBAO_MAIL_FROM the sender. @throws Error when only one of them is set. */
function mailerOf({ ZHIBAO_SMTP_URL: url, ZHIBAO_MAIL_FROM: from }: NodeJS.ProcessEnv): Mailer | null {
  if (!url && !from) return null;
  if (!url || !from)
    throw new Error("发邮件要同时设置 ZHIBAO_SMTP_URL 与 ZHIBAO_MAIL_FROM / mail needs both ZHIBAO_SMTP_URL and ZHIBAO_MAIL_FROM");
  return smtpMailer({ url, from });
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"] as const) process.once(signal, () => resolve());
  });
}

async function readCertificate(directory: string): Promise<{ cert: string; key: string }> {
  try {
    const [cert, key] = await Promise.all(["cert.pem", "key.pem"].map((name) => readFile(join(directory, name), "utf8")));
    return { cert: cert!, key: key! };
  } catch {
    throw new Error(`${directory} 中没有可读的 cert.pem 与 key.pem`);
  }
}
