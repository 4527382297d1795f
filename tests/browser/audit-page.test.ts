/** The audit's page in a real browser: cards, jumps, filters, keyboard, phone and paper; nothing is loaded and nothing complains. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditPage } from "../../src/adapters/audit-page/audit-page.ts";
import { fixtureDocument, fixtureResult } from "../../src/adapters/audit-page/fixture.ts";
import { launchChromium } from "./chromium.ts";

const folder = mkdtempSync(path.join(tmpdir(), "zhibao-audit-page-"));
const packageFolder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const address = (name: string): string => pathToFileURL(path.join(folder, name)).href;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  writeFileSync(path.join(folder, "zh.html"), auditPage(fixtureDocument, fixtureResult, "zh"));
  writeFileSync(path.join(folder, "none.html"), auditPage(fixtureDocument, { ...fixtureResult, findings: [] }, "en"));
  const text = "<script>alert(1)</script>";
  writeFileSync(
    path.join(folder, "hostile.html"),
    auditPage(
      { ...fixtureDocument, text, blocks: [{ kind: "paragraph", start: 0, end: text.length }], changes: [] },
      {
        ...fixtureResult,
        quantities: [],
        chapters: [],
        findings: fixtureResult.findings
          .slice(0, 1)
          .map((finding) => ({ ...finding, message: { zh: text, en: text }, spans: [{ start: 1, end: 12, text: text.slice(1, 12) }] })),
      },
      "zh",
    ),
  );
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  expect(troubles).toEqual([]);
  await page.context().close();
});

async function openPage(name: string, size: { width: number; height: number }, javaScriptEnabled = true): Promise<void> {
  page = await (await browser.newContext({ viewport: size, javaScriptEnabled, reducedMotion: "reduce" })).newPage();
  troubles = [];
  page.on("console", (message) => troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    troubles.push("dialog");
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address(name)) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(address(name));
}

const desktop = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };
const mark = (words: string): Locator => page.locator("#text article .m", { hasText: words });
const card = (number: number): Locator => page.locator(`#card-${number}`);
const shownFindings = (): Promise<string[]> =>
  page.locator(".finding").evaluateAll((all) => all.filter((each) => each.getClientRects().length > 0).map((each) => each.id.slice(8)));
const inView = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return box.top > 40 && box.bottom < window.innerHeight;
  });

describe("audit page on a desktop", () => {
  beforeEach(() => openPage("zh.html", desktop));

  it("opens a finding's card from a figure, with what else is there, and closes by Escape", async () => {
    const figure = mark("104.5%");
    await figure.click();
    expect(await card(5).isVisible()).toBe(true);
    expect(await card(5).locator("code").innerText()).toBe("104.5% > 100%");
    expect(await card(5).innerText()).toContain("核对专业课教师数");
    expect(await inView(page.locator("#finding-5 .head"))).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.closest(".finding")?.id)).toBe("finding-5");
    await card(5).locator(".also button").click();
    expect(await card(6).isVisible()).toBe(true);
    expect(await card(5).isVisible()).toBe(false);
    await page.locator("#finding-6 .head").focus();
    await page.keyboard.press("Escape");
    expect(await card(6).isVisible()).toBe(false);
  });

  it("goes through the findings of one figure with one click after another", async () => {
    await mark("104.5%").click();
    await mark("104.5%").click();
    expect(await card(6).isVisible()).toBe(true);
    await mark("104.5%").click();
    expect(await card(5).isVisible()).toBe(true);
  });

  it("opens and works by keyboard alone", async () => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await mark("持平").focus();
    await page.keyboard.press("Enter");
    expect(await card(7).isVisible()).toBe(true);
    expect(await page.locator("#finding-7 .head").getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("place");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("减少");
    await page.keyboard.press("Escape");
    expect(await card(7).isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "持平，硬错 升降不符" }).count()).toBe(1);
  });

  it("jumps to each place and flashes it, also in a table", async () => {
    await page.locator("#finding-8 .head").click();
    await card(8).locator(".place").nth(2).click();
    const target = mark("82").last();
    expect(await target.evaluate((element) => element.classList.contains("flash"))).toBe(true);
    expect(await inView(target)).toBe(true);
    await page.locator("#finding-11 .head").click();
    await card(11).locator(".place").click();
    expect(await inView(page.locator("del").first())).toBe(true);
    expect(await page.locator(".m.flash").first().innerText()).toContain("缺口约120个工位");
  });

  it("filters by tier and by code, in the list and in the text, and shows all again", async () => {
    await page.locator(".chip[data-tier=proof]").click();
    expect(await shownFindings()).toEqual(["1", "2", "5", "7", "9"]);
    expect(await page.locator("#shown").innerText()).toBe("显示 5 / 12 条");
    expect(await page.locator("#text article .warning").count()).toBe(0);
    await page.locator("#filters summary").click();
    await page.locator(".chip[data-code=DIR]").click();
    expect(await shownFindings()).toEqual(["7", "9"]);
    expect(await mark("104.5%").getAttribute("class")).toBe("m q");
    expect(await page.locator(".chip[data-code=DIR]").innerText()).toContain("升降不符 2");
    await page.locator("#show-all").click();
    expect(await shownFindings()).toHaveLength(12);
    expect(await page.locator("#text article .warning").count()).toBeGreaterThan(0);
    await page.locator(".chip[data-code=SHARE]").click();
    expect(await shownFindings()).toEqual(["2"]);
    // A cause that the filter hides is shown when it is asked for.
    await page.locator("#finding-2 .head").click();
    await card(2).locator("[data-open='1']").click();
    expect(await card(1).isVisible()).toBe(true);
  });

  it("tells what a figure was read as, on hover and on focus", async () => {
    await mark("12所").hover();
    expect(await page.locator("#tip").innerText()).toMatch(/指标\s+全市现有中等职业学校|指标\s+.*学校/);
    expect(await page.locator("#tip").innerText()).toContain("12 所");
    await mark("208人").hover();
    const tip = await page.locator("#tip").innerText();
    for (const part of ["208 人", "2031", "全市", "与数据不符（专任教师 207）", "4 预警 TIE 与数据不符"]) expect(tip).toContain(part);
    await page.mouse.move(5, 300);
    expect(await page.locator("#tip").isVisible()).toBe(false);
    await page.locator("#text").focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("12所");
    expect(await page.locator("#tip").innerText()).toContain("12 所");
    expect(await mark("12所").getAttribute("aria-describedby")).toBe("tip");
    await page.keyboard.press("Escape");
    expect(await page.locator("#tip").isVisible()).toBe(false);
  });

  it("does not scroll sideways, and keeps the list in view beside the text", async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366);
    await page.locator("#text .notes").scrollIntoViewIfNeeded();
    const list = await page.locator("#findings").boundingBox();
    expect(list?.y).toBeGreaterThan(0);
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(768);
  });

  it("prints the text with numbers beside the marks and every finding after it, without controls", async () => {
    await page.locator(".chip[data-tier=note]").click();
    const bytes = await page.pdf({ preferCSSPageSize: true });
    const pdf = await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: `${packageFolder}/cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${packageFolder}/standard_fonts/`,
    }).promise;
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const content = await (await pdf.getPage(number)).getTextContent();
      pages.push(
        content.items
          .map((item) => ("str" in item ? item.str : ""))
          .join("")
          .normalize("NFKC")
          .replace(/[\s\u2060]/g, ""),
      );
    }
    await pdf.loadingTask.destroy();
    const text = pages.join("");
    expect(text).toContain("占在校生的47%[2]");
    expect(text).toContain("1200+1100+900=3200≠3300");
    expect(text.indexOf("问题清单12条")).toBeGreaterThan(text.indexOf("注释与页边文字"));
    expect(text).toContain("缺少“特色创新”");
    expect(text).not.toContain("按类别");
    expect(text).not.toContain("关闭");
    expect(pdf.numPages).toBeLessThan(7);
  });
});

describe("audit page elsewhere", () => {
  it("fits a phone without sideways scrolling, and shows a card as a sheet that leaves its place in view", async () => {
    await openPage("zh.html", phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await mark("持平").click();
    const sheet = await page.locator("#finding-7").boundingBox();
    expect(sheet?.width).toBe(390);
    expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBe(844);
    await card(7).locator(".place").nth(1).click();
    const place = await mark("减少").first().boundingBox();
    expect(place?.y).toBeGreaterThan(40);
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThan(sheet?.y ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await card(7).locator(".shut").click();
    expect(await card(7).isVisible()).toBe(false);
  });

  it("reads without scripts: every card is open and no control is shown", async () => {
    await openPage("zh.html", desktop, false);
    expect(await card(9).isVisible()).toBe(true);
    expect(await page.locator("#filters").isVisible()).toBe(false);
  });

  it("says in English that nothing was found", async () => {
    await openPage("none.html", phone);
    expect(await page.locator("#summary .verdict").innerText()).toContain("No finding. 14 relations were tested and 6 of them held.");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await mark("12所").click();
    expect(await page.locator("#tip").isVisible()).toBe(true);
  });

  it("shows a text that is a script as text", async () => {
    await openPage("hostile.html", desktop);
    expect(await page.locator("#text article").innerText()).toBe("<script>alert(1)</script>");
    expect(await page.locator("script").count()).toBe(2);
    await mark("script>aler").click();
    expect(await page.locator("#finding-1 .message").innerText()).toBe("<script>alert(1)</script>");
  });
});
