/** The stage of the season: zhibao as an office starts it (no demo, an empty store), a real Chromium, one window for each person. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../browser/chromium.ts";
import { buildPages } from "../browser/demo-server.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const screenshots = join(root, "out/season-screenshots");
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
  const data = mkdtempSync(join(tmpdir(), "zhibao-season-"));
  const child = spawn(process.execPath, [join(root, "bin/zhibao"), "serve", "--port", "0", "--data", join(data, "data")], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ZHIBAO_LOG: "error" },
  });
  const setupLink = await printedLink(child);
  const browser: Browser = await launchChromium();
  const troubles: string[] = [];
  const open = new Map<Page, string>();
  let shots = 0;
  return {
    origin: new URL(setupLink).origin,
    setupLink,
    troubles,
    window: async (who) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", acceptDownloads: true });
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      open.set(page, who);
      page.once("close", () => open.delete(page));
      page.on("pageerror", (error) => troubles.push(`${who}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" && !/Failed to load resource/.test(message.text())) troubles.push(`${who}: ${message.text()}`);
      });
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
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Nothing loads, and what slides or fades has come to its end. */
async function still(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector(".ant-skeleton, .ant-spin-spinning, .ant-btn-loading") === null &&
      document.getAnimations().every((each) => each.playState !== "running" || each.effect?.getComputedTiming().iterations === Infinity),
  );
}

/** @throws Error with what the server printed when it ends before it listens. */
function printedLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/\S+\/setup\?token=\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout!.on("data", hear);
    child.stderr!.on("data", hear);
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${said.slice(-2000)}`)));
  });
}
