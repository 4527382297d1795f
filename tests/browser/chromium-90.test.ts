/**
 * The season's main path in a real Chromium 90, the kernel of offices' browsers: pages are drawn, cells are typed and
 * saved, a register and a workbook taken, a head signs, a cell is given back, a figure of the report is traced.
 * Gestures go by keyboard and coordinates, for Playwright's own checks of visibility call functions which that
 * Chromium lacks.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { xuchangOrganisations } from "../../demo/xuchang/organisations.ts";
import type { Listening } from "../../src/server/serve.ts";
import { type Fixture, openFixture, password } from "../server/fixture.ts";
import { serveFixture } from "./application.ts";
import { launchOldChromium, oldChromiumRuns } from "./old-chromium.ts";
import { explanationsOf } from "../server/explanations.ts";

const school = "411000-01";
const others = xuchangOrganisations.map(({ code }) => code).filter((code) => code !== school);
const returnPath = `/api/returns/${school}/2019`;
const workbooks = fileURLToPath(new URL("../../demo/2019/", import.meta.url));

let fixture: Fixture;
let server: Listening;
let browser: Browser;

beforeAll(async () => {
  if (!oldChromiumRuns) return;
  fixture = await openFixture({ filed: others });
  for (const code of others)
    await fixture.store.transaction((writer) =>
      writer.changeState(code, 2019, "draft", "accepted", {
        name: "accept",
        actor: "fixture",
        at: "2020-01-06T00:00:00.000Z",
        reason: "",
      }),
    );
  server = await serveFixture(fixture);
  browser = await launchOldChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop(1);
  await fixture?.close();
});

/** Signs in by typing, as a person does, and waits for the start page. */
async function enter(username: string): Promise<{ page: Page; thrown: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
  const page = await context.newPage();
  const thrown: string[] = [];
  page.on("pageerror", (error) => thrown.push(String(error.stack ?? error)));
  await page.goto(`${server.url}/`);
  await page.waitForFunction(() => document.querySelector("#password") !== null);
  await page.focus("#username");
  await page.keyboard.type(username);
  await page.focus("#password");
  await page.keyboard.type(password);
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
  for (const [path, title] of [
    ["/board/2019", "填报进度"],
    ["/matrix/2019", "汇总表"],
    ["/reminders", "提醒"],
    ["/account", "我的账号"],
  ] as const) {
    await page.goto(`${server.url}${path}`);
    await titled(page, title);
  }
  await page.goto(`${server.url}/board/2019`);
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
    await page.goto(`${server.url}${path}`);
    await titled(page, title);
  }
  expect(thrown).toEqual([]);
});

/** Presses the middle of the first element that matches and says this, once it stands still. */
async function press(page: Page, selector: string, text = ""): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await page.waitForTimeout(150)) {
    const middle = await page.evaluate(
      async ([wanted, words]) => {
        const found = Array.from(document.querySelectorAll(wanted)).find((each) => each.textContent.includes(words));
        if (!found || (found as HTMLButtonElement).disabled) return null;
        found.scrollIntoView({ block: "center" });
        const before = found.getBoundingClientRect();
        await new Promise((done) => setTimeout(done, 80));
        const { x, y, width, height } = found.getBoundingClientRect();
        return width > 0 && before.x === x && before.y === y ? { x: x + width / 2, y: y + height / 2 } : null;
      },
      [selector, text] as const,
    );
    if (middle) return page.mouse.click(middle.x, middle.y);
  }
  throw new Error(`${selector} “${text}” is not there or does not stand still`);
}
async function shows(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    ([wanted, words]) => Array.from(document.querySelectorAll(wanted!)).some((each) => each.textContent!.includes(words!)),
    [selector, text] as const,
    { timeout: 60_000 },
  );
}
async function write(page: Page, selector: string, text: string): Promise<void> {
  await press(page, selector);
  await page.keyboard.type(text);
}
const saved = (page: Page): Promise<void> => shows(page, ".save-state", "已保存");
const boarders = 'td[data-slot="form/students.enrolment/students.boarders"]';

it.skipIf(!oldChromiumRuns)("goes from the start page to a ledger, where a typed value is saved and stands after a reload", async () => {
  const { page, thrown } = await enter("clerk-a");
  await press(page, ".home-task .home-task-text");
  await page.waitForFunction(() => location.pathname.startsWith("/fill/2019"));
  await page.goto(`${server.url}/fill/2019/students.enrolment`);
  await write(page, boarders, "3,111");
  await page.keyboard.press("Enter");
  await saved(page);
  await page.reload();
  await shows(page, boarders, "3,111");
  // The engine computes in its own thread: findings stand beside the sheet.
  await page.waitForFunction(() => document.querySelectorAll(".fill-side .finding").length > 0, undefined, { timeout: 60_000 });
  // A register is typed into and pasted into.
  await page.goto(`${server.url}/fill/2019/teachers.outflow`);
  await press(page, '.register-row [data-row="0"][data-column="2"]');
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await saved(page);
  // Without a window this Chromium has no clipboard of the system: the page gets the event that it would cause.
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "4\r\n5");
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelectorAll(".register-row").length === 4);
  await saved(page);
  expect(thrown).toEqual([]);
  await page.context().close();
});

it.skipIf(!oldChromiumRuns)("takes the school's workbook after its changes are shown", async () => {
  const { page, thrown } = await enter("clerk-a");
  await page.goto(`${server.url}/fill/2019`);
  await press(page, "button", "Excel");
  const input = await page.waitForFunction(() => document.querySelector(".ant-drawer input[type=file]"));
  const file = readdirSync(workbooks).find((name) => name.startsWith(school))!;
  await input.asElement()!.setInputFiles(workbooks + file);
  await press(page, ".ant-drawer button", "采纳这");
  await shows(page, ".ant-drawer .ant-alert", "已写入");
  await page.goto(`${server.url}/fill/2019/students.enrolment`);
  await page.waitForFunction((wanted) => /^\d,\d{3}/.test(document.querySelector(wanted)?.textContent?.trim() ?? ""), boarders);
  expect(await page.evaluate((wanted) => document.querySelector(wanted)!.textContent, boarders)).not.toContain("3,111");
  expect(thrown).toEqual([]);
  await page.context().close();
});

it.skipIf(!oldChromiumRuns)("lets the head sign, and the editor give one cell back with a reason", async () => {
  const department = fixture.as("department-a");
  const { findings } = (await department("GET", `${returnPath}/findings`)).json as {
    findings: { check: string; members?: string; tier: string; explanation: string | null }[];
  };
  const edits = explanationsOf(findings);
  if (edits.length > 0) await department("POST", `${returnPath}/edits`, { edits });
  const { ledgers } = (await department("GET", returnPath)).json as { ledgers: string[] };
  for (const ledger of ledgers) await department("POST", `${returnPath}/ledgers/${ledger}/confirm`);

  const head = await enter("head-a");
  await head.page.goto(`${server.url}/sign/2019`);
  await write(head.page, "main input[type=password]", password);
  await press(head.page, "main button", "签字并报送");
  await shows(head.page, "main .ant-alert", "签字于");
  expect(head.thrown).toEqual([]);
  await head.page.context().close();

  const editor = await enter("editor");
  await editor.page.goto(`${server.url}/review`);
  await press(editor.page, "main a", "莲城中等专业学校");
  await titled(editor.page, "莲城中等专业学校");
  await press(editor.page, "main .ant-radio-button-wrapper, main .ant-segmented-item, main .ant-tag-checkable", "全部");
  await write(editor.page, 'main input[placeholder="搜索"]', "寄宿生");
  await shows(editor.page, "tbody tr.ant-table-row td", "寄宿生");
  await press(editor.page, "tbody tr.ant-table-row .ant-checkbox");
  await press(editor.page, "main button", "退回所选（1）");
  await write(editor.page, ".ant-modal #reason", "只有一处要核对，其余已审。");
  await write(editor.page, "#cells_0", "与住宿名册相差 8 人，请核对。");
  await press(editor.page, ".ant-modal-footer button", "退回所选（1）");
  await shows(editor.page, "body", "已退回，对方已能看到理由");
  expect(editor.thrown).toEqual([]);
  await editor.page.context().close();
  expect((await fixture.store.currentReturn(school, 2019))!.state).toBe("returned");
});

it.skipIf(!oldChromiumRuns)("shows the report, and of a figure its trace", async () => {
  const { page, thrown } = await enter("leader");
  await page.goto(`${server.url}/report/2019`);
  await press(page, ".report p a.figure", "%");
  await shows(page, ".trace-operand", "");
  await press(page, ".trace-operand");
  await page.waitForFunction(() => document.querySelector(".trace-source[open] .trace-cells tbody tr") !== null);
  expect(thrown).toEqual([]);
  await page.context().close();
});
