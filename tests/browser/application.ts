/** The whole application for browser tests: a small season behind a real server, and the built pages in a real browser. */
import { readdirSync, readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { createApp } from "../../src/server/app.ts";
import { listenOn, type Listening } from "../../src/server/serve.ts";
import type { World } from "../../src/server/world.ts";
import { type Fixture, password } from "../server/fixture.ts";
import { buildPages, webRoot } from "./pages.ts";
import { signIn, watch } from "./window.ts";

/** Listens on a free port, or on this one. */
export async function serveFixture(fixture: Fixture, change: Partial<World> = {}, port = 0): Promise<Listening> {
  buildPages();
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
  await signIn(context, origin, username, password);
  const page = await context.newPage();
  watch(page, username, troubles);
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
