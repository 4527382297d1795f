/** First scene: the administrator makes the city, its organisations and accounts, and opens the cycle; all of it on pages. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accountsTable, city, enter, password, year } from "../people.ts";
import type { Stage } from "../stage.ts";

const organisations = fileURLToPath(new URL("../../../demo/organisations.xlsx", import.meta.url));
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** From the printed link to the administrator's start page. */
export async function firstAdministrator(stage: Stage): Promise<Page> {
  const page = await stage.window("administrator");
  await page.goto(stage.setupLink);
  await page.locator("#organisation").fill(city);
  await page.locator("#organisationName").fill("许昌市");
  await page.locator("#name").fill("示例·系统管理员");
  await page.locator("#username").fill("administrator");
  await page.locator("#password").fill(password);
  await page.locator("#repeat").fill(password);
  await stage.shot(page, "first-administrator");
  await page.keyboard.press("Enter");
  await page.getByText("开始使用").waitFor();
  await stage.shot(page, "first-steps");
  await page.context().close();
  return enter(stage, { username: "administrator" });
}

export async function bringInOrganisations(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/admin/organisations`);
  await page.locator("input[type=file]").setInputFiles(organisations);
  await page.getByText("将要导入的机构").waitFor();
  await stage.shot(page, "organisations-to-import");
  await page.getByRole("button", { name: /^导入 \d+ 个$/ }).click();
  await page.getByText(/^已导入 \d+ 个机构$/).waitFor();
  await page.getByRole("button", { name: "禹州市职业教育中心" }).or(page.getByText("411000-09")).first().waitFor();
  await stage.shot(page, "organisations");
}

/** Initial passwords by user name, read where they are shown. */
export async function makeAccounts(stage: Stage, page: Page): Promise<ReadonlyMap<string, string>> {
  await page.goto(`${stage.origin}/admin/accounts`);
  await page.locator("input[type=file]").setInputFiles({ name: "账号.xlsx", mimeType: "", buffer: Buffer.from(await accountsTable()) });
  await page.getByText("一次性初始密码").first().waitFor();
  await stage.shot(page, "initial-passwords");
  const lines = await page
    .locator(".ant-modal tbody tr.ant-table-row")
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")));
  await page.getByRole("button", { name: "我已记下" }).click();
  return new Map(lines.map(([, , username, password]) => [username!, password!]));
}

export async function openCycle(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/admin/cycles`);
  await page.getByRole("button", { name: "开启年度" }).click();
  await page.locator("#year").fill(String(year));
  await page.locator("#titleYear").fill(String(year));
  for (const [level, ahead] of [
    ["school", 7],
    ["county", 14],
    ["city", 21],
  ] as const) {
    await page.locator(`#deadlines_${level}`).fill(day(ahead));
    await page.keyboard.press("Enter");
  }
  await stage.shot(page, "open-cycle");
  await page.locator(".ant-modal-footer").getByRole("button", { name: "开启年度" }).click();
  await page.getByText("年度已开启").waitFor();
  expect(await page.locator("tbody tr.ant-table-row").count()).toBe(1);
  await stage.shot(page, "cycle-open");
}
