/** Two people at one computer: a window that one of them left open never saves in the other's name, and loses nothing. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Listening } from "../../src/server/serve.ts";
import { type Fixture, openFixture, password } from "../server/fixture.ts";
import { openAs, serveFixture } from "./application.ts";
import { launchChromium } from "./chromium.ts";
import { watch } from "./window.ts";

const ledger = "/fill/2019/attainment.satisfactionSurvey";
let fixture: Fixture;
let server: Listening;
let browser: Browser;
let context: BrowserContext;
const troubles: string[] = [];

beforeAll(async () => {
  fixture = await openFixture();
  server = await serveFixture(fixture);
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop(1);
  await fixture?.close();
});

async function typed(page: Page, from: number, values: readonly number[]): Promise<void> {
  await page.locator("td.cell.input").nth(from).click();
  for (const value of values) {
    await page.keyboard.type(String(value));
    await page.keyboard.press("Tab");
  }
}
const saved = (page: Page) =>
  page.waitForFunction(() => (document.querySelector(".save-state")?.textContent ?? "").startsWith("已保存"), undefined, {
    timeout: 30_000,
  });
async function signInAs(page: Page, username: string): Promise<void> {
  await page.fill("#username", username);
  await page.fill("#password", password);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".shell-organisation");
}
/** What the server holds of the ledger, and who wrote it. */
async function written(): Promise<{ value: string; name: string }[]> {
  const { changes }: { changes: { content: { value: string }; name: string }[] } = (
    await fixture.as("clerk-a")("GET", "/api/returns/411000-01/2019/changes?since=0")
  ).json;
  return changes.map(({ content, name }) => ({ value: content.value, name })).toSorted((one, two) => one.value.localeCompare(two.value));
}

it("keeps what one typed without a connection while the other signs in beside it, and saves it when the first signs in again", async () => {
  const first = await openAs(context, server.url, "clerk-a", troubles);
  await first.goto(`${server.url}${ledger}`);
  await first.waitForSelector("td.cell.input");
  await typed(first, 0, [81]);
  await saved(first);
  // The line dies for this window alone.
  await first.route("**/api/**", (route) => route.abort());
  await typed(first, 1, [82, 83]);
  await first.waitForSelector("text=待联网 2 项");

  // A colleague of the same school, who may write into the same ledger, signs in in a second window.
  const second = await context.newPage();
  watch(second, "clerk-a2", troubles);
  await second.goto(`${server.url}/sign-in`);
  await signInAs(second, "clerk-a2");
  await second.goto(`${server.url}${ledger}`);
  await second.waitForSelector("td.cell.input");

  await first.bringToFront();
  await first.unroute("**/api/**");
  await first.waitForSelector("text=这个浏览器已换人登录", { timeout: 30_000 });
  await first.waitForSelector("text=示例·clerk-a2在本浏览器的另一个窗口登录了");
  await first.waitForSelector("text=2 项没有保存的改动留在这台电脑上");
  await first.waitForTimeout(2000);
  expect(await written()).toEqual([{ value: "81", name: "示例·clerk-a" }]);
  if (process.env.ZHIBAO_SHOTS) await first.screenshot({ path: `${process.env.ZHIBAO_SHOTS}/two-people.png` });

  await first.fill(".ant-modal input[type=password]", password);
  await first.keyboard.press("Enter");
  await first.waitForSelector(".ant-modal", { state: "detached" });
  await saved(first);
  expect(await written()).toEqual(["81", "82", "83"].map((value) => ({ value, name: "示例·clerk-a" })));

  // Now the second window is the one left behind: it says so, and typing there is kept for its own person.
  await second.bringToFront();
  await second.waitForSelector("text=这个浏览器已换人登录", { timeout: 30_000 });
}, 120_000);

it("goes on as the other with nothing of the first's sent, and the first finds the edits at the next sign-in", async () => {
  const first = await openAs(context, server.url, "clerk-a", troubles);
  await first.goto(`${server.url}${ledger}`);
  await first.waitForSelector("td.cell.input");
  await first.route("**/api/**", (route) => route.abort());
  await typed(first, 3, [71]);
  await first.waitForSelector("text=待联网 1 项");
  const second = await openAs(context, server.url, "clerk-a2", troubles);
  await second.goto(`${server.url}${ledger}`);
  await second.waitForSelector("td.cell.input");
  await first.bringToFront();
  await first.unroute("**/api/**");
  await first.getByRole("link", { name: "以示例·clerk-a2继续" }).click();
  await first.getByRole("button", { name: "我的账号：示例·clerk-a2" }).waitFor();
  await first.goto(`${server.url}${ledger}`);
  await first.waitForSelector("td.cell.input");
  await first.waitForTimeout(2000);
  expect((await written()).map(({ value }) => value)).not.toContain("71");

  // The other signs out, properly; the first comes back.
  await first.getByRole("button", { name: /我的账号/ }).click();
  await first.getByText("退出登录").click();
  await first.waitForSelector("#username");
  await signInAs(first, "clerk-a");
  await first.goto(`${server.url}${ledger}`);
  await first.waitForSelector("td.cell.input");
  await saved(first);
  expect(await written()).toContainEqual({ value: "71", name: "示例·clerk-a" });
}, 120_000);

it("fetches files for the person whose window it is, and none once another has signed in", async () => {
  const first = await openAs(context, server.url, "clerk-a", troubles);
  await first.goto(`${server.url}${ledger}`);
  await first.waitForSelector("td.cell.input");
  await first.getByRole("button", { name: "Excel" }).click();
  const file = first.waitForEvent("download");
  await first.getByRole("button", { name: "下载本单位的填报表" }).click();
  expect((await file).suggestedFilename()).toMatch(/2019.*\.xlsx$/);
  expect(await first.locator('a[href*="/api/"]').count()).toBe(0);

  // Of all that it asks, only the download may tell it that another is there by now.
  await first.route(/\/api\/(?!.*template)/, (route) => route.abort());
  const second = await openAs(context, server.url, "clerk-a2", troubles);
  let came = 0;
  first.on("download", () => (came += 1));
  await first.getByRole("button", { name: "下载本单位的填报表" }).click();
  await first.waitForSelector("text=这个浏览器已换人登录", { timeout: 30_000 });
  expect(came).toBe(0);
  await Promise.all([first.close(), second.close()]);
}, 120_000);

it("does not sign the other one out from a window that was left open", async () => {
  const first = await openAs(context, server.url, "clerk-a", troubles);
  await first.goto(`${server.url}/dictionary`);
  await first.waitForSelector(".shell-organisation");
  const second = await openAs(context, server.url, "clerk-a2", troubles);
  await first.getByRole("button", { name: /我的账号/ }).click();
  await first.getByText("退出登录").click();
  await first.waitForSelector("#username");
  await second.goto(`${server.url}/`);
  await second.getByRole("button", { name: "我的账号：示例·clerk-a2" }).waitFor();
}, 60_000);

it("nothing went wrong in any page", () => expect(troubles).toEqual([]));
