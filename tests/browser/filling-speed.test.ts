/** One edit among three thousand cells is painted within a frame: measured in a real browser on a generated ledger. */
import type { Browser, CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Element } from "../../src/core/definition/element.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import type { Ledger } from "../../src/core/definition/ledger.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import type { Listening } from "../../src/server/serve.ts";
import { type Fixture, openFixture } from "../server/fixture.ts";
import { serveFixture, signedIn } from "./application.ts";
import { launchChromium } from "./chromium.ts";

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
