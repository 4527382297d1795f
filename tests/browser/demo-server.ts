/** The demo city as `npm start` serves it, for browser tests, and windows of its people. */
import type { Browser, Page } from "playwright-core";
import { buildPages } from "./pages.ts";
import { startServe } from "./serve-process.ts";
import { signIn, watch } from "./window.ts";

/** Of every demo account; shown on the sign-in page. */
export const demoPassword = "zhibao-demo-2019";

export interface DemoServer {
  /** http://127.0.0.1:N */
  readonly origin: string;
  /** A window of a demo account, of nobody yet where `username` is null; what goes wrong on its pages is added to `troubles`. */
  window(browser: Browser, username: string | null, troubles: string[], size?: WindowSize): Promise<Page>;
  stop(): Promise<void>;
}

interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** @throws Error with what the server printed when it ends before it listens. */
export async function startDemo(): Promise<DemoServer> {
  buildPages();
  const served = await startServe(["--demo"], /(?<=listening on )http:\/\/\S+(?=\s)/);
  return { origin: served.printed, window: windowsOf(served.printed), stop: () => served.stop() };
}

/** Windows of the demo that is served at `origin`. */
export function windowsOf(origin: string): DemoServer["window"] {
  return async (browser, username, troubles, viewport = { width: 1366, height: 768 }) => {
    const context = await browser.newContext({ viewport, locale: "zh-CN" });
    if (username !== null) await signIn(context, origin, username, demoPassword);
    const page = await context.newPage();
    watch(page, username ?? "nobody", troubles);
    return page;
  };
}
