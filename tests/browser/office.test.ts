/** The frame and the offices' pages in a current Chromium: accessible, within their budget of script, and kind when a session ends. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings } from "./accessible.ts";
import { launchChromium } from "./chromium.ts";
import { type DemoServer, demoPassword, startDemo } from "./demo-server.ts";
import { importAccounts, mergeMoveAndClose, registerBreak, restoreBackup, takeOverExport } from "./gestures/administration.ts";
import { attachEvidence, explainWarnings, mendWorkbook, remarkOnCell, writeText } from "./gestures/filling.ts";

/** Compressed script (kB) that the first load may take. */
const budget = { signIn: 260, home: 370 };

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  server = await startDemo(8167);
  browser = await launchChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function signedIn(username: string, size = { width: 1366, height: 768 }): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: size, locale: "zh-CN" });
  const answer = await context.request.post(`${server.base}/api/auth/sign-in/username`, {
    data: { username, password: demoPassword },
    headers: { origin: server.base },
  });
  expect(answer.status()).toBe(200);
  return context;
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.base}${path}`);
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".ant-skeleton, .ant-spin-spinning") === null);
  return page;
}

const pages: readonly (readonly [user: string, paths: readonly string[]])[] = [
  ["clerk", ["/", "/account", "/reminders"]],
  ["head", ["/"]],
  ["reviewer", ["/"]],
  ["editor", ["/", "/board/2019", "/matrix/2019"]],
  ["administrator", ["/", "/admin/organisations", "/admin/accounts", "/admin/cycles", "/admin/breaks", "/admin/keeping", "/admin/exports"]],
];

describe.each([
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
])("at $width×$height", (size) => {
  it.each(pages)("axe has no serious finding on the pages of %s", async (user, paths) => {
    const context = await signedIn(user, size);
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      const page = await open(context, path);
      const findings = await seriousFindings(page);
      if (findings.length > 0) found[path] = findings;
      await page.close();
    }
    await context.close();
    expect(found).toEqual({});
  });

  it("axe has no serious finding on sign-in, and nothing reaches beyond the screen's width", async () => {
    const context = await browser.newContext({ viewport: size, locale: "zh-CN" });
    const page = await open(context, "/sign-in");
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    await context.close();
  });
});

it("loads sign-in and the start page within their budgets of compressed script", async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
  const page = await context.newPage();
  const sizes = new Map<string, number>();
  page.on("response", (response) => {
    if (!response.url().endsWith(".js")) return;
    void response.body().then(
      async () => sizes.set(response.url(), (await response.request().sizes()).responseBodySize),
      () => undefined,
    );
  });
  const total = (): number => Math.round([...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000);
  await page.goto(`${server.base}/sign-in`);
  await page.waitForLoadState("networkidle");
  const signIn = total();
  await page.fill("#username", "editor");
  await page.fill("#password", demoPassword);
  await page.keyboard.press("Enter");
  await page.locator(".home-task").first().waitFor();
  await page.waitForLoadState("networkidle");
  const home = total();
  await context.close();
  console.log(`compressed script: sign-in ${signIn} kB, start page ${home} kB`);
  expect(signIn).toBeGreaterThan(100);
  expect(signIn).toBeLessThanOrEqual(budget.signIn);
  expect(home).toBeLessThanOrEqual(budget.home);
});

it("asks for the password above the page when a session ends, keeps what was typed, and goes on", async () => {
  const context = await signedIn("administrator");
  const page = await open(context, "/admin/accounts");
  await page.getByRole("button", { name: "新建账号" }).click();
  await page.locator("#username").fill("new-clerk");
  await context.clearCookies();
  await page.locator("#name").fill("示例·新填报员");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("登录已过期").waitFor();
  await page.locator(".ant-modal-wrap").last().locator("input[type=password]").fill(demoPassword);
  await page.locator(".ant-modal-wrap").last().getByRole("button", { name: "登录", exact: true }).click();
  await page.getByText("登录已过期").waitFor({ state: "hidden" });
  expect(await page.locator("#username").inputValue()).toBe("new-clerk");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("一次性初始密码").waitFor();
  await context.close();
});

it("sends whoever is signed out to sign-in and back to where they wanted to go", async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(`${server.base}/board/2019`);
  await page.locator(".sign-in-people button", { hasText: "市级编辑" }).click();
  await page.locator("h1", { hasText: "填报进度" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/board/2019");
  await context.close();
});

/** A window in which every error of the page counts. */
async function window(username: string, troubles: string[]): Promise<Page> {
  const page = await (await signedIn(username)).newPage();
  page.on("pageerror", (error) => troubles.push(error.message));
  return page;
}

it("a clerk attaches, remarks, explains, writes a text with bound figures, mends a workbook problem by problem, and takes over another office's export", async () => {
  const troubles: string[] = [];
  const page = await window("clerk3", troubles);
  await attachEvidence(page, server.base);
  await remarkOnCell(page);
  await explainWarnings(page, server.base);
  await writeText(page, server.base);
  await mendWorkbook(page, server.base, "411000-05");
  await takeOverExport(page, server.base, "清潩河科技职业学校");
  await page.context().close();
  expect(troubles).toEqual([]);
}, 300_000);

it("files the scan of the stamped statement with a signed return, and its reviewer finds it beside the evidence", async () => {
  const troubles: string[] = [];
  const head = await window("head2", troubles);
  await head.goto(`${server.base}/sign/2019`);
  await head
    .locator("input[type=file]")
    .setInputFiles({ name: "盖章确认表.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n示例") });
  await head.getByRole("link", { name: "盖章确认表.pdf" }).waitFor();
  const editor = await window("editor", troubles);
  await editor.goto(`${server.base}/review/411000-02/2019`);
  await editor.getByRole("button", { name: "佐证（1）" }).click();
  const download = editor.waitForEvent("download");
  await editor
    .getByRole("row", { name: /盖章的填报确认表/ })
    .getByRole("link")
    .click();
  expect((await download).suggestedFilename()).toBe("盖章确认表.pdf");
  expect(await editor.locator("main").count()).toBe(1);
  await editor.context().close();
  await head.context().close();
  expect(troubles).toEqual([]);
});

// Last: everybody is signed out, and the city has changed.
it("an administrator brings in accounts, merges and moves schools by a day, and puts a backup back", async () => {
  const troubles: string[] = [];
  const page = await window("administrator", troubles);
  await importAccounts(page, server.base);
  await registerBreak(page, server.base);
  await mergeMoveAndClose(page, server.base);
  await restoreBackup(page, server.base, demoPassword);
  await page.context().close();
  expect(troubles).toEqual([]);
}, 300_000);
