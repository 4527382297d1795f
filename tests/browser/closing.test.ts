/** An administrator closes a school (撤销): from a day on, with a reason, earlier years as they were; and today is the server's day, wherever the browser stands. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Listening } from "../../src/server/serve.ts";
import { type Fixture, openFixture } from "../server/fixture.ts";
import { seriousFindings } from "./accessible.ts";
import { openAs, serveFixture } from "./application.ts";
import { launchChromium } from "./chromium.ts";

let fixture: Fixture;
let server: Listening;
let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  // In China the new year has begun; on Honolulu it is the last morning but one of the old one.
  fixture = await openFixture({ filed: ["411000-06"], now: "2019-12-31T17:00:00.000Z" });
  server = await serveFixture(fixture);
  browser = await launchChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop(1);
  await fixture?.close();
});

const dialog = (page: Page) => page.locator(".ant-modal:visible");
const open = async (page: Page, name: string, act: string): Promise<void> => {
  await page.getByRole("button", { name: new RegExp(`：${name}$`) }).click();
  await page.getByRole("menuitem", { name: act }).click();
};
const nameOf = async (code: string): Promise<string> =>
  (await fixture.store.organisations()).find((each) => each.code === code)!.versions.at(-1)!.name;
const shows = (page: Page, code: string) => page.locator("tbody tr", { hasText: code });
async function showOn(page: Page, day: string): Promise<void> {
  const input = page.locator("#organisations-on");
  await input.click();
  await input.fill(day);
  await page.keyboard.press("Enter");
}

it("closes a school from a day on, asks for the reason, and says why a county with schools cannot be closed", async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", timezoneId: "Pacific/Honolulu" });
  const page = await openAs(context, server.url, "administrator", troubles);
  await page.goto(`${server.url}/admin/organisations`);
  const school = await nameOf("411000-06");
  await shows(page, "411000-06").waitFor();
  expect(await page.inputValue("#organisations-on")).toBe("2020-01-01");

  await open(page, await nameOf("411081"), "撤销");
  await dialog(page).locator("textarea").fill("区划调整");
  await dialog(page)
    .getByRole("button", { name: "撤 ?销" })
    .or(dialog(page).getByRole("button", { name: "撤销", exact: true }))
    .click();
  await dialog(page).locator(".ant-alert-error").waitFor();
  const why = await dialog(page).locator(".ant-alert-error").innerText();
  expect(why).toContain(await nameOf("411081"));
  expect(why).toContain(await nameOf("411000-09"));
  if (process.env.ZHIBAO_SHOTS) await page.screenshot({ path: `${process.env.ZHIBAO_SHOTS}/closing-county.png` });
  await dialog(page).getByRole("button", { name: "取消" }).click();
  await dialog(page).waitFor({ state: "detached" });

  await open(page, school, "撤销");
  const day = dialog(page).locator(".ant-picker input");
  expect(await day.inputValue()).toBe("2020-01-01");
  // Its fields stand where they stay, from the first moment on.
  expect(await dialog(page).evaluate((modal) => modal.getAnimations({ subtree: true }).length)).toBe(0);
  const calendar = page.locator(".ant-picker-dropdown:visible");
  await day.click();
  await calendar.locator(".day-input-today", { hasText: /^1$/ }).waitFor();
  await day.fill("2019-11-30");
  await page.keyboard.press("Enter");
  await calendar.waitFor({ state: "detached" });
  expect(await day.inputValue()).toBe("2019-11-30");
  await day.click();
  await calendar.getByRole("button", { name: "今天" }).waitFor();
  await page.waitForTimeout(400);
  if (process.env.ZHIBAO_SHOTS) await page.screenshot({ path: `${process.env.ZHIBAO_SHOTS}/closing-calendar.png` });
  await calendar.getByRole("button", { name: "今天" }).click();
  expect(await day.inputValue()).toBe("2020-01-01");
  expect(await seriousFindings(page)).toEqual([]);
  await dialog(page).getByRole("button", { name: "撤销", exact: true }).click();
  await dialog(page).getByText("请填写").or(dialog(page).locator(".ant-form-item-explain-error")).first().waitFor();
  await dialog(page).locator("textarea").fill("停止办学");
  await dialog(page).getByRole("button", { name: "撤销", exact: true }).click();
  await dialog(page).waitFor({ state: "detached" });
  await page.getByText(`${school}自 2020-01-01 起撤销；此前年度照旧`).waitFor();
  await shows(page, "411000-06").waitFor({ state: "detached" });
  if (process.env.ZHIBAO_SHOTS) await page.screenshot({ path: `${process.env.ZHIBAO_SHOTS}/closing-done.png` });

  // The year that it filed for has it still, with its end told.
  await showOn(page, "2019-12-31");
  await shows(page, "411000-06").waitFor();
  await shows(page, "411000-06").getByRole("button", { name: school, exact: true }).click();
  await page.getByText("至 2020-01-01").waitFor();
  expect((await fixture.store.returnStates("411000", 2019)).map((each) => each.organisation)).toContain("411000-06");
  const history: { lines: { act: string; reason: string; organisationName: string }[] } = (
    await fixture.as("administrator")("GET", "/api/history?act=organisation.close&limit=5")
  ).json;
  expect(history.lines).toMatchObject([{ organisationName: school, reason: "自 2020-01-01 起撤销：停止办学" }]);
}, 120_000);

it("offers to close a school only while it stands", async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", timezoneId: "Pacific/Honolulu" });
  const page = await openAs(context, server.url, "administrator", troubles);
  await page.goto(`${server.url}/admin/organisations`);
  await shows(page, "411000-05").waitFor();
  await showOn(page, "2019-12-31");
  await shows(page, "411000-06").waitFor();
  await open(page, await nameOf("411000-06"), "撤销");
  await dialog(page).locator("textarea").fill("再次撤销");
  await dialog(page).getByRole("button", { name: "撤销", exact: true }).click();
  await dialog(page).locator(".ant-alert-error").waitFor();
  expect(await dialog(page).locator(".ant-alert-error").innerText()).toMatch(/已撤销/);
}, 60_000);

it("nothing went wrong in any page", () => expect(troubles).toEqual([]));
