/** The administrator's rarer gestures: accounts from a table, organisations merged and moved by a day, a break in a series, a backup put back. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { excelSpreadsheets } from "../../../src/adapters/spreadsheet/spreadsheets.ts";
import { seriousFindings } from "../accessible.ts";

const dialog = (page: Page) => page.locator(".ant-modal:visible");
const press = (page: Page, name: string) => dialog(page).getByRole("button", { name, exact: true }).click();

/** A workbook of one sheet. */
async function table(
  name: string,
  [header, ...rows]: readonly (readonly string[])[],
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const bytes = await excelSpreadsheets.writeTable([
    { name, header: [header!], rows: rows.map((row) => row.map((text) => ({ text, numeric: /^\d+$/.test(text) }))), frozenColumns: 0 },
  ]);
  return { name: `${name}.xlsx`, mimeType: "", buffer: Buffer.from(bytes) };
}

/** Nothing is created while one row is wrong; mended, all of them come with their first passwords. */
export async function importAccounts(page: Page, base: string): Promise<void> {
  const header = ["用户名", "姓名", "角色", "单位代码", "台账", "邮箱"];
  const good = ["table-clerk", "示例·新来的", "科室填报人", "411000-03", "在校生情况表", ""];
  await page.goto(`${base}/admin/accounts`);
  const upload = page.locator("input[type=file]");
  await upload.setInputFiles(await table("账号", [header, good, ["x", "示例·乙", "校长大人", "999999", "", ""]]));
  await page.getByText("表中有 3 处问题，一个账号也没有建立。改好后再上传。").waitFor();
  expect(await dialog(page).locator("tbody tr").allInnerTexts()).toContainEqual(
    expect.stringMatching(/3\s*角色\s*校长大人\s*科室填报人、/),
  );
  await press(page, "确定");
  await upload.setInputFiles(await table("账号", [header, good]));
  await page.getByText("一次性初始密码").waitFor();
  expect(await dialog(page).locator("code").innerText()).toMatch(/^\S{10,}$/);
  await page.locator(".ant-modal-footer button").last().click();
  await page.getByRole("cell", { name: "table-clerk" }).waitFor();
}

async function actOn(page: Page, base: string, name: string, act: string): Promise<void> {
  await page.goto(`${base}/admin/organisations`);
  await page.getByRole("button", { name: new RegExp(`：${name}$`) }).click();
  await page.getByRole("menuitem", { name: act }).click();
}

/** Goes on only when the choice stands in its field. */
async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await page.locator(".ant-select-item-option:visible", { hasText: option }).click();
  await dialog(page).locator(".ant-select", { hasText: option }).waitFor();
}

async function pickDay(page: Page, day: string): Promise<void> {
  const input = dialog(page).locator(".ant-picker input");
  await input.click();
  await page.locator(".ant-picker-dropdown:visible", { hasText: "今天" }).waitFor();
  await input.fill(day);
  await page.keyboard.press("Enter");
  await expect.poll(() => input.inputValue()).toBe(day);
}

async function showOn(page: Page, day: string): Promise<void> {
  const input = page.locator("#organisations-on");
  await input.click();
  await input.fill(day);
  await page.keyboard.press("Enter");
  await expect.poll(() => input.inputValue()).toBe(day);
}

/** From a day on; the season of the year before counts and asks whom it did. */
export async function mergeMoveAndClose(page: Page, base: string): Promise<void> {
  await actOn(page, base, "春秋楼艺术职业学校", "并入另一机构");
  await choose(page, dialog(page).getByRole("combobox"), "灞陵财经商贸学校");
  await pickDay(page, "2020-03-01");
  expect(await seriousFindings(page)).toEqual([]);
  await dialog(page).locator("textarea").fill("布局调整");
  await press(page, "并入另一机构");
  await dialog(page).waitFor({ state: "detached" });
  await actOn(page, base, "灞陵财经商贸学校", "更名、改隶属、改属性");
  await choose(page, dialog(page).getByRole("combobox", { name: "上级" }), "禹州市（");
  await pickDay(page, "2020-04-01");
  await press(page, "保存");
  await dialog(page).waitFor({ state: "detached" });
  const row = (name: string, parent: string) => page.locator("tbody tr", { hasText: name }).filter({ hasText: parent });
  await showOn(page, "2020-06-30");
  await row("灞陵财经商贸学校", "禹州市").waitFor();
  expect(await row("春秋楼艺术职业学校", "许昌市").count()).toBe(0);
  await showOn(page, "2019-12-31");
  await row("灞陵财经商贸学校", "许昌市").waitFor();
  await row("春秋楼艺术职业学校", "许昌市").waitFor();
  await page.goto(`${base}/board/2019`);
  await page.getByText("春秋楼艺术职业学校").first().waitFor();
}

export async function registerBreak(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/admin/breaks`);
  await page.getByRole("button", { name: "登记口径变化" }).click();
  await dialog(page).getByRole("combobox").first().click();
  await page.keyboard.type("在校生");
  await page.locator(".ant-select-item-option-active:visible", { hasText: "在校生（人）" }).waitFor();
  await page.keyboard.press("Enter");
  await dialog(page).locator("textarea").fill("自本年起不含技工学校");
  await press(page, "保存");
  await page.getByRole("cell", { name: "自本年起不含技工学校" }).waitFor();
}

/** An export of another office beside what is filled; what is taken over is compared anew; its mapping is there the next time. */
export async function takeOverExport(page: Page, base: string, school: string): Promise<void> {
  const file = await table("事业统计", [
    ["学校", "教职工数", "专任教师"],
    [school, "231", "很多"],
  ]);
  await page.goto(`${base}/admin/exports`);
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("button", { name: "保存并比较" }).click();
  await page.getByText("表中有 1 处读不懂").waitFor();
  const line = page.locator("tbody tr", { hasText: "教职工" }).filter({ hasText: "231" });
  await line.getByText("不一致").waitFor();
  await line.getByRole("checkbox").check();
  await page.getByRole("button", { name: /^采纳选中的 \d+ 项$/ }).click();
  await page.getByText(/^已采纳 \d+ 项$/).waitFor();
  await line.getByText("一致", { exact: true }).waitFor();
  await page.goto(`${base}/admin/exports`);
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("combobox", { name: "用以前存的对应关系" }).click();
  await page.locator(".ant-select-item-option:visible", { hasText: "事业统计" }).first().waitFor();
}

/** A backup is refused when it is none, asks for the password, says that it works, and sends everybody to sign in again. */
export async function restoreBackup(page: Page, base: string, password: string): Promise<void> {
  await page.goto(`${base}/admin/keeping`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载备份" }).click();
  const file = await (await download).path();
  await page.getByRole("button", { name: "开始核对" }).click();
  await page.getByText("核对完成，没有发现问题").waitFor({ timeout: 60_000 });
  await page.locator("input[type=file]").setInputFiles({ name: "假的.zhibao", mimeType: "", buffer: Buffer.from("nonsense") });
  await dialog(page).locator("input[type=password]").fill(password);
  await press(page, "替换并恢复");
  await page.getByText(/^备份文件 .+不完整或已损坏：.+；应为.+现有数据未动$/).waitFor({ timeout: 60_000 });
  await press(page, "取消");
  await dialog(page).waitFor({ state: "detached" });
  await page.locator("input[type=file]").setInputFiles(file);
  await dialog(page).locator("input[type=password]").fill(password);
  await press(page, "替换并恢复");
  await page.getByText(/正在核对备份并替换数据/).waitFor();
  await page.locator(".ant-modal-confirm-title", { hasText: "已恢复。请重新登录。" }).waitFor({ timeout: 120_000 });
  await page.locator(".ant-modal-confirm-btns button").click();
  await page.locator("#username").waitFor();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
}
