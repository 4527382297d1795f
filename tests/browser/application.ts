/** The whole application for browser tests: a small season behind a real server, and the built pages in a real browser. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { createApp } from "../../src/server/app.ts";
import { listenOn, type Listening } from "../../src/server/serve.ts";
import type { World } from "../../src/server/world.ts";
import { type Fixture, password } from "../server/fixture.ts";

export const webRoot = fileURLToPath(new URL("../../dist/web", import.meta.url));

/** Listens on a free port, or on this one; builds the pages when nobody has. */
export async function serveFixture(fixture: Fixture, change: Partial<World> = {}, port = 0): Promise<Listening> {
  if (!existsSync(`${webRoot}/index.html`))
    await build({ configFile: fileURLToPath(new URL("../../vite.config.ts", import.meta.url)), logLevel: "warn" });
  return listenOn(createApp({ ...fixture.world, webRoot, ...change }), { host: "127.0.0.1", port, tls: null });
}

/** A window of one person, signed in; what goes wrong on its pages is noted in `troubles`. */
export async function signedIn(browser: Browser, origin: string, username: string, troubles: string[]): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  return openAs(context, origin, username, troubles);
}

export async function openAs(context: BrowserContext, origin: string, username: string, troubles: string[]): Promise<Page> {
  const response = await context.request.post(`${origin}/api/auth/sign-in/username`, { data: { username, password }, headers: { origin } });
  if (!response.ok()) throw new Error(`${username} could not sign in: ${await response.text()}`);
  const page = await context.newPage();
  page.on("pageerror", (error) => troubles.push(`${username}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) troubles.push(`${username}: ${message.text()}`);
  });
  return page;
}

/** Ends a browser as a power cut does: the processes that use its profile folder, which the test itself made. */
export function killBrowserOf(profile: string): void {
  for (const pid of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(profile)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
