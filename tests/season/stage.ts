/** The stage of the season: zhibao as an office starts it (no demo, an empty store), a real Chromium, one window for each person. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../browser/chromium.ts";
import { buildPages } from "../browser/pages.ts";
import { startServe } from "../browser/serve-process.ts";
import { still, watch } from "../browser/window.ts";

const screenshots = fileURLToPath(new URL("../../out/season-screenshots", import.meta.url));
/** A busy machine is ten times slower than an idle one. */
const patience = Number(process.env.ZHIBAO_SEASON_PATIENCE ?? 90_000);

export interface Stage {
  readonly origin: string;
  /** The one-time link that the server printed for the first administrator. */
  readonly setupLink: string;
  /** A window of its own cookies at sign-in, 1366×768. What its pages throw goes to `troubles`. */
  window(who: string): Promise<Page>;
  /** Waits until the page is still, and keeps its picture as out/season-screenshots/NN-name.png. */
  shot(page: Page, name: string): Promise<void>;
  /** Pictures of every open window as failed-who.png: what one wants to see when a scene fails. */
  lastSight(): Promise<void>;
  readonly troubles: string[];
  end(): Promise<void>;
}

export async function setTheStage(): Promise<Stage> {
  buildPages();
  rmSync(screenshots, { recursive: true, force: true });
  mkdirSync(screenshots, { recursive: true });
  const server = await startServe([], /http:\/\/\S+\/setup\?token=\S+(?=\s)/);
  const browser: Browser = await launchChromium();
  const troubles: string[] = [];
  const open = new Map<Page, string>();
  let shots = 0;
  return {
    origin: new URL(server.printed).origin,
    setupLink: server.printed,
    troubles,
    window: async (who) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", acceptDownloads: true });
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      open.set(page, who);
      page.once("close", () => open.delete(page));
      watch(page, who, troubles);
      return page;
    },
    shot: async (page, name) => {
      await still(page);
      shots += 1;
      await page.screenshot({ path: join(screenshots, `${String(shots).padStart(2, "0")}-${name}.png`) });
    },
    lastSight: async () => {
      for (const [page, who] of open) await page.screenshot({ path: join(screenshots, `failed-${who}.png`) }).catch(() => undefined);
    },
    end: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
