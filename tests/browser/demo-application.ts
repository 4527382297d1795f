/** The demo as `npm start` serves it, for browser tests: its own process, its own data, the built pages. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Of every demo account; shown on the sign-in page. */
const password = "zhibao-demo-2019";

export interface DemoApplication {
  readonly origin: string;
  /** A window of one demo account; errors of its pages are added to `troubles`. */
  signedIn(browser: Browser, username: string, size: { width: number; height: number }, troubles: string[]): Promise<Page>;
  stop(): Promise<void>;
}

export async function startDemo(): Promise<DemoApplication> {
  if (!existsSync(join(root, "dist/web/index.html"))) await build({ configFile: join(root, "vite.config.ts"), logLevel: "warn" });
  const data = mkdtempSync(join(tmpdir(), "zhibao-demo-application-"));
  const child = spawn(process.execPath, [join(root, "bin/zhibao"), "serve", "--demo", "--port", "0", "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const origin = await listening(child);
  return {
    origin,
    signedIn: async (browser, username, viewport, troubles) => {
      const context = await browser.newContext({ viewport, locale: "zh-CN", acceptDownloads: true });
      const response = await context.request.post(`${origin}/api/auth/sign-in/username`, {
        data: { username, password },
        headers: { origin },
      });
      if (!response.ok()) throw new Error(`${username} could not sign in: ${await response.text()}`);
      const page = await context.newPage();
      page.on("pageerror", (error) => troubles.push(`${username}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" && !/Failed to load resource/.test(message.text())) troubles.push(`${username}: ${message.text()}`);
      });
      return page;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /listening on (http:\/\/\S+)/.exec(said);
      if (found) resolve(found[1]!);
    };
    child.stdout!.on("data", hear);
    child.stderr!.on("data", hear);
    child.once("exit", (code) => reject(new Error(`serve --demo ended with ${code}: ${said.slice(-2000)}`)));
  });
}
