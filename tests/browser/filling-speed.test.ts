/** One edit among three thousand cells is painted within a frame, and a register of ten thousand rows draws only what is in sight: measured in a real browser. */
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Element } from "../../src/core/definition/element.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import type { Ledger } from "../../src/core/definition/ledger.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import type { Listening } from "../../src/server/serve.ts";
import { type Fixture, openFixture } from "../server/fixture.ts";
import { serveFixture, signedIn } from "./application.ts";
import { launchChromium } from "./chromium.ts";
import { fillLargeRegister, largeLedger, largeRows, meterOf, pastedRows, total } from "./large-register.ts";

const form = knowledge.ledgers.find((ledger): ledger is Extract<Ledger, { kind: "form" }> => ledger.kind === "form")!;
const plain = knowledge.elements.find((element) => element.code === "students.boarders")!;
const large: Ledger = { ...form, code: "generated.large", zh: "生成的大表", en: "Generated" };
/** 500 data items of six cells. */
const elements: Element[] = Array.from({ length: 500 }, (_, at) => ({
  ...plain,
  code: `generated.item${at}`,
  ledger: large.code,
  zh: `数据项${at + 1}`,
  dimensions: ["grade", "gender"],
  aliases: [],
}));

let fixture: Fixture;
let server: Listening;
let browser: Browser;

beforeAll(async () => {
  fixture = await openFixture();
  const index = new KnowledgeIndex({
    ...knowledge,
    ledgers: [...knowledge.ledgers, large],
    elements: [...knowledge.elements, ...elements],
  });
  server = await serveFixture(fixture, { index });
  browser = await launchChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop(1);
  await fixture?.close();
});

/** Seconds of the page's main thread, in its own processor time: what the machine's other work does not change. */
async function spent(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

it("paints an edit in a form of 3,000 cells within 16 ms of the main thread, the engine computing meanwhile", async () => {
  const page = await signedIn(browser, server.url, "clerk-a", []);
  await page.goto(`${server.url}/fill/2019/generated.large`);
  await page.waitForSelector("td.cell.input");
  expect(await page.locator("td.cell.input").count()).toBe(3000);
  await page.waitForTimeout(5000);
  await page.locator("td.cell.input").first().click();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  // Every fourth row is a total.
  const edits = 24;
  const sums = { ScriptDuration: 0, RecalcStyleDuration: 0, LayoutDuration: 0, TaskDuration: 0 };
  for (let at = 0; at < edits; at += 1) {
    await page.keyboard.press(String(1 + (at % 9)));
    // The engine answers to the edit before; then one edit alone, up to the frame in which it stands.
    await page.waitForTimeout(400);
    const before = await spent(session);
    await page.keyboard.press("Enter");
    await page.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => setTimeout(done));
        }),
    );
    const after = await spent(session);
    for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += after[name]! - before[name]!;
  }
  const each = (name: keyof typeof sums): number => Math.round((sums[name] / edits) * 10_000) / 10;
  console.log(
    `edit among 3,000 cells, main thread: ${each("TaskDuration")} ms (script ${each("ScriptDuration")}, style ${each("RecalcStyleDuration")}, layout ${each("LayoutDuration")})`,
  );
  expect(
    await page
      .locator("td.cell.input .cell-face")
      .evaluateAll((faces) => faces.filter((face) => /^[1-9]/.test(face.textContent ?? "")).length),
  ).toBeGreaterThanOrEqual((edits * 3) / 4);
  expect(each("ScriptDuration") + each("RecalcStyleDuration") + each("LayoutDuration")).toBeLessThan(16);
}, 240_000);

/** Rows of the register of which anything in the page changed while the act was done. */
async function touchedRows(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const touched = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records)
        for (const node of [target, ...addedNodes]) {
          const row = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(".register-row");
          if (row) touched.add(row.dataset.slot!);
        }
    });
    observer.observe(document.querySelector(".register")!, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(window, { touched });
  });
  await act();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return page.evaluate(() => (window as unknown as { touched: Set<string> }).touched.size);
}

it("draws of a register of 10,000 rows what is in sight, and of an edit the two rows that it concerns", async () => {
  await fillLargeRegister(fixture);
  const page = await signedIn(browser, server.url, "clerk-a", []);
  const meter = await meterOf(page);
  const drawn = (): Promise<number> => page.locator(".register-row").count();
  const spent: Record<string, number> = {};
  spent.open = total(
    await meter(async () => {
      await page.goto(`${server.url}/fill/2019/${largeLedger}`);
      await page.waitForSelector(".register-row");
    }),
  );
  const status = page.locator(".fill-main [role=status]");
  expect(await status.textContent()).toContain(String(largeRows));
  // At 768 pixels some 17 rows are in sight, and eight above and below.
  expect(await drawn()).toBeLessThan(45);
  // The engine answers with its findings: of a thousand some forty are listed.
  await page.waitForSelector(".fill-side .finding", { timeout: 60_000 });
  expect(await page.locator(".fill-side .finding").count()).toBeLessThan(60);
  expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(4000);

  const scroll = (top: number): Promise<void> =>
    page.evaluate((to) => {
      document.querySelector(".register-scroll")!.scrollTop = to;
    }, top);
  spent.scroll = total(await meter(() => scroll(600)));
  await scroll(160_000);
  await page.waitForSelector('[data-row="5005"]');
  expect(await drawn()).toBeLessThan(45);
  await scroll(0);
  await page.waitForSelector('[data-row="0"]');

  await page.click('.register-row [data-row="3"][data-column="7"]');
  await page.keyboard.press("5");
  await page.waitForTimeout(500);
  let touched = 0;
  spent.edit = total(await meter(async () => (touched = await touchedRows(page, () => page.keyboard.press("Enter")))));
  expect(touched).toBeLessThanOrEqual(3);
  await page.waitForFunction(() => (document.querySelector(".save-state")?.textContent ?? "").startsWith("已保存"));

  // Every hundredth title stands twice, with another day each: no duplicate until two days are the same.
  expect(await page.locator(".duplicate-mark").count()).toBe(0);
  const day = await page.locator('.register-row [data-row="0"][data-column="5"]').textContent();
  await page.click('.register-row [data-row="1"][data-column="5"]');
  await page.keyboard.type(day!.trim());
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".duplicate-mark").length === 2);

  spent.filter = total(await meter(() => page.fill(".fill-main .ant-input-search input", "培训项目名称9987")));
  spent.clear = total(await meter(() => page.fill(".fill-main .ant-input-search input", "")));
  expect(await drawn()).toBeLessThan(45);

  await page.click('.register-row [data-row="3"][data-column="0"]');
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.evaluate((content) => navigator.clipboard.writeText(content), pastedRows(fixture, largeRows, 1000));
  spent.paste = total(await meter(() => page.keyboard.press("Control+V")));
  await page.waitForFunction(
    (count) => document.querySelector(".fill-main [role=status]")?.textContent?.includes(count),
    String(largeRows + 1000),
  );
  expect(await drawn()).toBeLessThan(45);
  await page.waitForFunction(() => (document.querySelector(".save-state")?.textContent ?? "").startsWith("已保存"), undefined, {
    timeout: 60_000,
  });
  console.log(`register of ${largeRows} rows, ms of the main thread: ${JSON.stringify(spent)}`);
  await page.context().close();
}, 300_000);
