/** The frame and the offices' pages in a current Chromium: accessible, within their budget of script, and kind when a session ends. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings } from "./accessible.ts";
import { launchChromium } from "./chromium.ts";
import { type DemoServer, demoPassword, startDemo } from "./demo-server.ts";
import { importAccounts, mergeMoveAndClose, registerBreak, restoreBackup, takeOverExport } from "./gestures/administration.ts";
import { attachEvidence, explainWarnings, mendWorkbook, remarkOnCell, writeText } from "./gestures/filling.ts";

const desktop = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };
/** Compressed script (kB) that the first load may take. */
const budget = { signIn: 260, home: 370 };

let server: DemoServer;
let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(), launchChromium()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(() => expect(troubles.splice(0)).toEqual([]));

const window = (username: string | null, size?: typeof desktop): Promise<Page> => server.window(browser, username, troubles, size);

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${server.origin}${path}`);
  await page.locator("h1").first().waitFor();
}

const pages: readonly (readonly [user: string, paths: readonly string[]])[] = [
  ["clerk", ["/", "/account", "/reminders"]],
  ["head", ["/"]],
  ["reviewer", ["/"]],
  ["editor", ["/", "/board/2019", "/matrix/2019"]],
  ["administrator", ["/", "/admin/organisations", "/admin/accounts", "/admin/cycles", "/admin/breaks", "/admin/keeping", "/admin/exports"]],
];

describe.each([desktop, phone])("at $width×$height", (size) => {
  it.each(pages)("axe has no serious finding on the pages of %s", async (user, paths) => {
    const page = await window(user, size);
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await open(page, path);
      const findings = await seriousFindings(page);
      if (findings.length > 0) found[path] = findings;
    }
    await page.context().close();
    expect(found).toEqual({});
  });

  it("axe has no serious finding on sign-in, and nothing reaches beyond the screen's width", async () => {
    const page = await window(null, size);
    await open(page, "/sign-in");
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    await page.context().close();
  });
});

it("loads sign-in and the start page within their budgets of compressed script", async () => {
  const page = await window(null);
  const sizes = new Map<string, number>();
  page.on("response", (response) => {
    if (!response.url().endsWith(".js")) return;
    void response.body().then(
      async () => sizes.set(response.url(), (await response.request().sizes()).responseBodySize),
      () => undefined,
    );
  });
  const total = (): number => Math.round([...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000);
  await page.goto(`${server.origin}/sign-in`);
  await page.waitForLoadState("networkidle");
  const signIn = total();
  await page.fill("#username", "editor");
  await page.fill("#password", demoPassword);
  await page.keyboard.press("Enter");
  await page.locator(".home-task").first().waitFor();
  await page.waitForLoadState("networkidle");
  const home = total();
  await page.context().close();
  console.log(`compressed script: sign-in ${signIn} kB, start page ${home} kB`);
  expect(signIn).toBeGreaterThan(100);
  expect(signIn).toBeLessThanOrEqual(budget.signIn);
  expect(home).toBeLessThanOrEqual(budget.home);
});

it("asks for the password above the page when a session ends, keeps what was typed, and goes on", async () => {
  const page = await window("administrator");
  await open(page, "/admin/accounts");
  await page.getByRole("button", { name: "新建账号" }).click();
  await page.locator("#username").fill("new-clerk");
  await page.context().clearCookies();
  await page.locator("#name").fill("示例·新填报员");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("登录已过期").waitFor();
  await page.locator(".ant-modal-wrap").last().locator("input[type=password]").fill(demoPassword);
  await page.locator(".ant-modal-wrap").last().getByRole("button", { name: "登录", exact: true }).click();
  await page.getByText("登录已过期").waitFor({ state: "hidden" });
  expect(await page.locator("#username").inputValue()).toBe("new-clerk");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("一次性初始密码").waitFor();
  await page.context().close();
});

it("sends whoever is signed out to sign-in and back to where they wanted to go", async () => {
  const page = await window(null);
  await page.goto(`${server.origin}/board/2019`);
  await page.locator(".sign-in-people button", { hasText: "市级编辑" }).click();
  await page.locator("h1", { hasText: "填报进度" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/board/2019");
  await page.context().close();
});

it("a clerk attaches, remarks, explains, writes a text with bound figures, mends a workbook problem by problem, and takes over another office's export", async () => {
  const page = await window("clerk3");
  await attachEvidence(page, server.origin);
  await remarkOnCell(page);
  await explainWarnings(page, server.origin);
  await writeText(page, server.origin);
  await mendWorkbook(page, server.origin, "411000-05");
  await takeOverExport(page, server.origin, "清潩河科技职业学校");
  await page.context().close();
}, 300_000);

it("files the scan of the stamped statement with a signed return, and its reviewer finds it beside the evidence", async () => {
  const head = await window("head2");
  await head.goto(`${server.origin}/sign/2019`);
  await head
    .locator("input[type=file]")
    .setInputFiles({ name: "盖章确认表.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n示例") });
  await head.locator(".download-link", { hasText: "盖章确认表.pdf" }).waitFor();
  const editor = await window("editor");
  await editor.goto(`${server.origin}/review/411000-02/2019`);
  await editor.getByRole("button", { name: "佐证（1）" }).click();
  const download = editor.waitForEvent("download");
  await editor
    .getByRole("row", { name: /盖章的填报确认表/ })
    .getByRole("button")
    .click();
  expect((await download).suggestedFilename()).toBe("盖章确认表.pdf");
  expect(await editor.locator("main").count()).toBe(1);
  await editor.context().close();
  await head.context().close();
});

// Last: everybody is signed out, and the city has changed.
it("an administrator brings in accounts, merges and moves schools by a day, and puts a backup back", async () => {
  const page = await window("administrator");
  await importAccounts(page, server.origin);
  await registerBreak(page, server.origin);
  await mergeMoveAndClose(page, server.origin);
  await restoreBackup(page, server.origin, demoPassword);
  await page.context().close();
}, 300_000);
