/**
 * The main pages of a season in a real Chromium 90, the kernel of offices' browsers: each is drawn, none stays
 * on its fallback, nothing is thrown. Gestures go by keyboard and coordinates, for Playwright's own checks of
 * visibility call functions which that Chromium lacks.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DemoServer, demoPassword, startDemo } from "./demo-server.ts";
import { launchOldChromium, oldChromiumRuns } from "./old-chromium.ts";

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  if (!oldChromiumRuns) return;
  server = await startDemo(8166);
  browser = await launchOldChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Signs in by typing, as a person does, and waits for the start page. */
async function enter(username: string): Promise<{ page: Page; thrown: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
  const page = await context.newPage();
  const thrown: string[] = [];
  page.on("pageerror", (error) => thrown.push(String(error.stack ?? error)));
  await page.goto(`${server.base}/`);
  await page.waitForFunction(() => document.querySelector("#password") !== null);
  await page.focus("#username");
  await page.keyboard.type(username);
  await page.focus("#password");
  await page.keyboard.type(demoPassword);
  await page.keyboard.press("Enter");
  await titled(page, "今天的工作");
  return { page, thrown };
}

/** Waits until the page is drawn under this title and shows neither the fallback nor an error. */
async function titled(page: Page, title: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector("h1")?.textContent?.includes(wanted) === true, title, { timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector(".ant-skeleton, main .ant-spin-spinning") === null, undefined, {
    timeout: 60_000,
  });
  expect(await page.evaluate(() => document.querySelector("[role=alert] .ant-result") === null)).toBe(true);
}

it.skipIf(!oldChromiumRuns)("is the real thing, and the overseers' pages are drawn in it", async () => {
  expect(browser.version()).toMatch(/^90\./);
  const { page, thrown } = await enter("editor");
  expect(await page.evaluate(() => document.querySelectorAll(".home-task").length)).toBeGreaterThan(2);
  for (const [path, title] of [
    ["/board/2019", "填报进度"],
    ["/matrix/2019", "汇总表"],
    ["/reminders", "提醒"],
    ["/account", "我的账号"],
  ] as const) {
    await page.goto(`${server.base}${path}`);
    await titled(page, title);
  }
  await page.goto(`${server.base}/board/2019`);
  await titled(page, "填报进度");
  expect(await page.evaluate(() => document.querySelectorAll(".board tbody tr").length)).toBe(16);
  expect(thrown).toEqual([]);
});

it.skipIf(!oldChromiumRuns)("draws the administrator's pages", async () => {
  const { page, thrown } = await enter("administrator");
  for (const [path, title] of [
    ["/admin/organisations", "机构"],
    ["/admin/accounts", "账号"],
    ["/admin/cycles", "年度"],
    ["/admin/breaks", "口径变化"],
    ["/admin/keeping", "备份与核对"],
    ["/admin/exports", "导入其他系统数据"],
  ] as const) {
    await page.goto(`${server.base}${path}`);
    await titled(page, title);
  }
  expect(thrown).toEqual([]);
});

it.skipIf(!oldChromiumRuns)("goes from the start page to a ledger of the clerk by its link", async () => {
  const { page, thrown } = await enter("clerk");
  const box = await page.evaluate(() => {
    const { x, y, height } = document.querySelector(".home-task")!.getBoundingClientRect();
    return { x: x + 120, y: y + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
  await page.waitForFunction(() => location.pathname.startsWith("/fill/2019/"));
  await page.waitForFunction(() => document.querySelectorAll('main [role="gridcell"]').length > 0, undefined, { timeout: 60_000 });
  expect(thrown).toEqual([]);
});
