/** Reading in a real browser over the demo season: from a printed figure down to a cell, indicators, the auditor, the dictionary. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings } from "./accessible.ts";
import { launchChromium } from "./chromium.ts";
import { type DemoServer, startDemo } from "./demo-server.ts";

const desktop = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };
const folder = fileURLToPath(new URL("../../out/reading-screenshots/", import.meta.url));
const faulty = fileURLToPath(new URL("../../demo/faulty-report/report.txt", import.meta.url));
let server: DemoServer;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [server, browser] = await Promise.all([startDemo(), launchChromium()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(async () => {
  await page.context().close();
  expect(troubles.splice(0)).toEqual([]);
});

async function open(username: string, path: string, size = desktop): Promise<void> {
  page = await server.window(browser, username, troubles, size);
  await page.goto(`${server.origin}${path}`);
}
const shot = (name: string): Promise<Buffer> => page.screenshot({ path: `${folder}${name}.png` });

describe("the report", () => {
  it("leads from a printed figure through its arithmetic to the cells of schools, and back by one key", async () => {
    await open("leader", "/report/2019?scope=all");
    await page.locator(".report h1").waitFor();
    expect(await page.locator(".report h2").allInnerTexts()).toContain("一、基本情况");
    expect(await page.locator(".report-alert").innerText()).toContain("暂定数据");
    await page.locator(".report-drawing svg").first().waitFor();
    const figure = page.locator(".report p a.figure", { hasText: "%" }).first();
    const printed = await figure.innerText();
    await figure.click();
    await page.locator(".trace-figure").waitFor();
    expect(await page.locator(".trace-figure").innerText()).toBe(printed);
    expect(await page.locator(".trace-calculation").innerText()).toMatch(/\d.* ÷ .*\d+.*＝ \d/);
    await page.locator(".trace-operand").first().click();
    const row = page.locator(".trace-source[open] .trace-cells tbody tr").first();
    expect(await row.innerText()).toMatch(/学校|中心/);
    expect(await row.locator(".trace-place").innerText()).toMatch(/\.xlsx › .+ › [A-Z]+\d+/);
    await shot("report-trace-1366");
    expect(await seriousFindings(page)).toEqual([]);
    await page.goBack();
    await page.locator(".trace-figure").waitFor({ state: "hidden" });
  });

  it("finds words across text and figures and steps through them", async () => {
    await open("leader", "/report/2018");
    await page.getByPlaceholder("在报告中查找").fill("在校生");
    await page.locator(".report mark.is-current").first().waitFor();
    const first = await page.locator(".report-found").innerText();
    expect(first).toMatch(/^第 1 处，共 \d+ 处$/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".report-found").innerText()).toMatch(/^第 2 处/);
  });

  it("is taken away as Word, PDF and web page", async () => {
    await open("reader", "/report/2018");
    for (const [name, ending] of [
      ["Word 文档（.docx）", ".docx"],
      ["PDF（.pdf）", ".pdf"],
      ["单文件网页（.html）", ".html"],
    ] as const) {
      await page.getByRole("button", { name: "下载" }).click();
      const [download] = await Promise.all([page.waitForEvent("download", { timeout: 110_000 }), page.getByText(name).click()]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^许昌市中等职业教育质量年度报告.*\\${ending}$`));
    }
  });

  it("keeps an open menu under its button while the page scrolls", async () => {
    await open("reader", "/report/2018");
    await page.getByRole("button", { name: "下载" }).click();
    await page.getByText("PDF（.pdf）").waitFor();
    const gap = (scrolled: number): Promise<number> =>
      page.evaluate((y) => {
        // Measured in the same breath, before anything could be put back.
        window.scrollTo({ top: y, behavior: "instant" });
        const top = (selector: string): number => document.querySelector(selector)!.getBoundingClientRect().top;
        return top(".ant-dropdown") - top(".report-toolbar");
      }, scrolled);
    expect(await gap(400)).toBe(await gap(0));
  });

  it("reads on a phone: no sideways scrolling, and the figure stays in sight above its trace", async () => {
    await open("leader", "/report/2018", phone);
    await page.locator(".report p a.figure").nth(12).click();
    await page.locator(".trace-figure").waitFor();
    await page.waitForTimeout(600);
    await shot("report-trace-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const figure = await page.locator("a.figure[aria-current]").first().boundingBox();
    const sheet = await page.locator(".trace-drawer .ant-drawer-content-wrapper").boundingBox();
    expect(figure!.y).toBeGreaterThan(48);
    expect(figure!.y + figure!.height).toBeLessThan(sheet!.y);
  });

  it("is a school's own for its clerk, and no other school's", async () => {
    await open("clerk", "/report/2019");
    await page.locator(".report h1").waitFor();
    expect(await page.locator(".report h1").innerText()).toContain("莲城");
    await page.goto(`${server.origin}/report/411000-02/2019`);
    await page.getByText("没有找到").first().waitFor();
    expect(await page.locator(".report h1").count()).toBe(0);
  });

  it("prints without the frame around it", async () => {
    await open("leader", "/report/2018");
    await page.locator(".report-drawing svg").first().waitFor();
    await page.emulateMedia({ media: "print" });
    for (const part of [".shell-header", ".shell-sider", ".report-toolbar", ".report-contents"])
      expect(await page.locator(part).isVisible()).toBe(false);
    expect(await page.locator(".report h1").isVisible()).toBe(true);
  });
});

describe("indicators", () => {
  it("are found, filtered and traced", async () => {
    await open("leader", "/indicators/2018");
    await page.getByPlaceholder("查找指标，如 双师").fill("双师型 比例");
    await expect.poll(() => page.locator(".indicator-name").count()).toBeLessThan(6);
    await page.locator(".indicator-name.is-indicator").first().click();
    await page.locator(".trace-figure").waitFor();
    expect(await page.locator(".trace-figure").innerText()).toMatch(/^[\d.]+%$/);
    expect(await page.locator(".trace-drawer").innerText()).toContain("÷");
    await shot("indicators-1366");
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("stand side by side for several organisations, sorted by any line", async () => {
    await open("leader", "/indicators/2018?with=411000-03,411000-01,411000-02");
    await page.locator(".indicator-compared").first().waitFor();
    const heads = (): Promise<string[]> => page.locator(".indicator-table thead th").allInnerTexts();
    expect((await heads()).slice(-3)).toEqual(["灞陵财经", "莲城中专", "许都机电"]);
    await page.locator(".indicator-compared .ant-btn").first().click();
    await expect.poll(async () => (await heads()).slice(-3)).toEqual(["莲城中专", "许都机电", "灞陵财经"]);
    await shot("comparison-1366");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出" }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
  });
});

describe("the auditor", () => {
  it("shows a faulty report's findings without sending it anywhere, and jumps both ways", async () => {
    await open("leader", "/audit");
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(request.url());
    });
    await page.locator(".ant-upload-drag input[type=file]").setInputFiles(faulty);
    await page.locator(".audit-text").waitFor();
    expect(await page.locator(".audit-summary").innerText()).toMatch(/云川市中等职业教育质量年度报告[\s\S]*硬错 9/);
    const proof = page.locator(".finding.is-proof").first();
    const words = await proof.locator(".finding-proof").innerText();
    expect(words).toMatch(/\d/);
    await proof.locator(".finding-places button").first().click();
    await expect.poll(() => page.locator("mark.is-active").count()).toBeGreaterThan(0);
    await page.locator("mark.is-warning").first().click();
    await expect.poll(() => page.locator(".finding.is-chosen.is-warning").count()).toBe(1);
    await page.locator(".audit-tier.is-note").click();
    expect(await page.locator(".finding.is-proof").count()).toBe(0);
    expect(await page.locator(".audit-text mark.is-proof").count()).toBe(0);
    await page.locator(".audit-tier.is-note").click();
    await shot("audit-1366");
    expect(await seriousFindings(page)).toEqual([]);
    expect(sent).toEqual([]);
  });

  it("reads our own PDF in the browser", async () => {
    await open("leader", "/audit");
    const pdf = await page.request.get(`${server.origin}/api/reports/411000-01/2018/report.pdf`);
    await page
      .locator(".ant-upload-drag input[type=file]")
      .setInputFiles({ name: "学校报告.pdf", mimeType: "application/pdf", buffer: await pdf.body() });
    await page.locator(".audit-text").waitFor();
    expect(await page.locator(".audit-text").innerText()).toContain("莲城");
  });

  it("ties with the city's data when asked, and gives the commented Word file back", async () => {
    await open("leader", "/audit");
    const docx = await page.request.get(`${server.origin}/api/reports/411000/2018/report.docx`);
    await page.getByLabel("与本市数据核对").check();
    await page.locator(".ant-upload-drag input[type=file]").setInputFiles({
      name: "报告.docx",
      mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      buffer: await docx.body(),
    });
    await page.locator(".audit-text").waitFor();
    expect(await page.locator(".audit-summary").innerText()).toMatch(/与数据一致 \d{3,} 个，不符 0 个/);
    await page.getByRole("button", { name: "取走结果" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("带批注的 Word").click()]);
    expect(download.suggestedFilename()).toBe("报告.审核.docx");
  });

  it("says what a file is that it cannot read, and what to do", async () => {
    await open("leader", "/audit");
    await page
      .locator(".ant-upload-drag input[type=file]")
      .setInputFiles({ name: "旧.docx", mimeType: "", buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]) });
    await page.getByText("另存为 .docx").waitFor();
  });

  it("works on a phone: the chosen finding lies below the text", async () => {
    await open("leader", "/audit", phone);
    await page.locator(".ant-upload-drag input[type=file]").setInputFiles(faulty);
    await page.locator("mark.is-proof").first().click();
    await page.locator(".audit-sheet .finding.is-proof").waitFor();
    await shot("audit-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe("the dictionary", () => {
  it("explains a measure, what it rests on and which standard it meets", async () => {
    await open("clerk", "/dictionary?code=teachers.doubleQualifiedShare");
    await page.locator(".dictionary-formula").waitFor();
    const text = await page.locator(".ant-drawer-body").innerText();
    for (const part of ["÷", "不低于 30%", "设置标准", "用到的数据"]) expect(text).toContain(part);
    await page.locator(".ant-drawer-body .dictionary-link").first().click();
    await expect.poll(() => page.locator(".ant-drawer-body").innerText()).toContain("所在台账");
    await shot("dictionary-1366");
    expect(await seriousFindings(page)).toEqual([]);
  });
});
