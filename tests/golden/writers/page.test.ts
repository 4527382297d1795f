/** The .html in a real browser: figures open their traces by mouse and keyboard; nothing is loaded; hostile text stays text. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { htmlWriter } from "../../../src/adapters/site/html-writer.ts";
import { provenanceOf } from "../../../src/adapters/provenance/provenance.ts";
import { calculationWords } from "../../../src/adapters/provenance/words.ts";
import { launchChromium } from "../../browser/chromium.ts";
import { hostile, sampleReport } from "./sample-report.ts";

const report = sampleReport();
const folder = mkdtempSync(path.join(tmpdir(), "zhibao-page-"));
const address = pathToFileURL(path.join(folder, "report.html")).href;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  writeFileSync(path.join(folder, "report.html"), await htmlWriter().write(report));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function openPage(size: { width: number; height: number }, javaScriptEnabled = true): Promise<void> {
  page = await (await browser.newContext({ viewport: size, javaScriptEnabled })).newPage();
  troubles = [];
  page.on("console", (message) => troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    troubles.push("dialog");
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(address);
}

const visible = (): Promise<boolean> => page.locator("#trace").isVisible();
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");
const share = report.figures.find((figure) => figure.measure === "teachers.doubleQualifiedShare");
if (!share) throw new Error("the sample has no share");

describe("page as a file", () => {
  it("is the same, byte by byte, for the same report, and names no other file or host", async () => {
    const bytes = await htmlWriter().write(report);
    expect(Buffer.compare(bytes, await htmlWriter().write(sampleReport()))).toBe(0);
    const text = new TextDecoder().decode(bytes).replaceAll("http://www.w3.org/2000/svg", "");
    expect(text).not.toMatch(/(?:src|href)="(?!#)|url\(|@import|https?:\/\//);
  });
});

describe("page on a desktop", () => {
  beforeEach(() => openPage({ width: 1366, height: 768 }));
  afterEach(async () => {
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it("opens a share's trace by mouse: formula, operands with values, exact value, every school's cell", async () => {
    await page.click(`#${share.id}`);
    const text = await page.locator("#trace").innerText();
    const provenance = provenanceOf(report);
    const explained = provenance.figures.find(({ figure }) => figure.id === share.id);
    expect(await page.locator("#trace .calculation").textContent()).toBe(
      `${calculationWords(explained?.calculation ?? [], provenance.sources)} ＝ ${share.exact}`,
    );
    expect(text).toContain("双师型教师 ÷ 专业课教师 × 100");
    expect(text).toContain(`${share.numerator} ／ ${share.denominator}`);
    expect(text).toContain("云澜市信息工程学校");
    expect(text).toContain("990100-02-2031.xlsx › 教师队伍 › D17");
    expect(await page.locator("#trace tbody tr").count()).toBe(20);
    await page.click("#trace-close");
    expect(await visible()).toBe(false);
    expect(await focused()).toBe(share.id);
  });

  it("opens by keyboard, takes the focus, closes by Escape and gives the focus back", async () => {
    await page.focus(`#${share.id}`);
    expect(await page.locator(`#${share.id}`).evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("trace-title");
    expect(await page.getAttribute(`#${share.id}`, "aria-expanded")).toBe("true");
    expect(await page.getByRole("dialog", { name: share.label }).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await visible()).toBe(false);
    expect(await focused()).toBe(share.id);
    expect(await page.getAttribute(`#${share.id}`, "aria-expanded")).toBe("false");
    await page.keyboard.press("Space");
    expect(await visible()).toBe(true);
  });

  it("names the school that gave no value", async () => {
    const partial = report.figures.find((figure) => figure.missing.length > 0);
    await page.click(`#${partial?.id}`);
    expect(await page.locator("#trace").innerText()).toContain("缺报单位：河湾县中等专业学校（未按零计）");
  });

  it("finds figures by name and jumps to the one chosen", async () => {
    await page.fill("#search input", "就业率 2031");
    expect(await page.locator("#results button").count()).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    expect(await page.locator("#trace h2").innerText()).toBe("就业率");
    expect(await page.locator("button[aria-expanded=true].n").isVisible()).toBe(true);
    await page.fill("#search input", "没有这个数字");
    expect(await page.locator("#search-status").textContent()).toBe("没有找到相符的数字");
  });

  it("shows hostile text as text and embeds the figures' JSON unharmed", async () => {
    expect(await page.locator("article p", { hasText: "#set page" }).first().textContent()).toBe(hostile);
    const names = await page.evaluate(
      () => (JSON.parse(document.getElementById("figure-data")?.textContent ?? "") as { names: Record<string, string> }).names,
    );
    expect(names["990100-04"]).toContain("</script>");
    expect(await page.locator("script").count()).toBe(2);
  });

  it("has every printed figure as a button with the report's text", async () => {
    const texts = await page
      .locator("button.n")
      .evaluateAll((buttons) => buttons.map((button) => [button.getAttribute("data-figure"), button.textContent]));
    expect(new Set(texts.map(([id]) => id))).toEqual(new Set(report.figures.map((figure) => figure.id)));
    for (const [id, text] of texts) expect(text).toBe(report.figures.find((figure) => figure.id === id)?.text);
  });
});

describe("page elsewhere", () => {
  afterEach(() => page.context().close());

  it("fits a phone without sideways scrolling and shows the trace as a sheet at the bottom", async () => {
    await openPage({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.click(`#${share.id}`);
    const sheet = await page.locator("#trace").boundingBox();
    expect(sheet?.width).toBe(390);
    expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBe(844);
    expect(troubles).toEqual([]);
  });

  it("reads without scripts", async () => {
    await openPage({ width: 1366, height: 768 }, false);
    expect(await page.locator(`#${share.id}`).innerText()).toBe(share.text);
    expect(await page.locator("#search").isVisible()).toBe(false);
    expect(await page.locator("#contents a").count()).toBeGreaterThan(9);
  });
});
