/** A clerk beside the sheet: evidence, remarks, explanations, a text with bound figures, and a workbook whose every problem leads to its cell. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { seriousFindings } from "../accessible.ts";
import { problemWorkbook } from "./problem-workbook.ts";

const pdf = { name: "证明.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n示例证明") };
const saved = (page: Page) => page.locator(".save-state", { hasText: "已保存" }).waitFor();
const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(name) }).click();

async function attach(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "上传佐证" }).click();
  await (await chooser).setFiles(file);
}

async function type(page: Page, values: readonly string[]): Promise<void> {
  for (const value of values) {
    await page.keyboard.type(value);
    await page.keyboard.press("Tab");
  }
}

/** On a ledger and on a cell; another type is refused by name; what is attached can be had back, and withdrawn. */
export async function attachEvidence(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/fill/2019/students.intakeForm`);
  const cells = page.locator("td[data-slot]");
  await cells.first().click();
  await tab(page, "佐证");
  await attach(page, pdf);
  const lines = page.locator(".fill-pane .download-link");
  await lines.first().waitFor();
  await page.getByText("附在当前格").click();
  await attach(page, pdf);
  await page.getByRole("button", { name: "本处有 1 份佐证" }).waitFor();
  await attach(page, { name: "说明.txt", mimeType: "text/plain", buffer: Buffer.from("说明") });
  await page.getByText("说明.txt 按内容看不是 PDF、PNG、JPEG 或不含宏的 .xlsx，不能作为佐证").waitFor();
  expect(await lines.count()).toBe(2);
  expect(await seriousFindings(page)).toEqual([]);
  const download = page.waitForEvent("download");
  await lines.first().click();
  expect((await download).suggestedFilename()).toBe("证明.pdf");
  await page.getByRole("button", { name: "撤下 证明.pdf" }).first().click();
  await page.getByRole("button", { name: "确定" }).click();
  await expect.poll(() => lines.count()).toBe(1);
}

/** A thread on a cell: said, answered, closed; its corner stands on the cell meanwhile. */
export async function remarkOnCell(page: Page): Promise<void> {
  await tab(page, "批注");
  await page.getByRole("textbox", { name: "在当前格写批注" }).fill("请学籍科核对");
  await page.getByRole("button", { name: "发送" }).click();
  await page.getByRole("button", { name: "本处有 1 条批注" }).waitFor();
  await page.getByRole("button", { name: "回复" }).click();
  await page.getByRole("textbox", { name: "回复" }).fill("已核对，无误");
  await page.getByRole("button", { name: "发送" }).last().click();
  await page.getByText("已核对，无误").waitFor();
  await page.getByRole("button", { name: "已解决" }).click();
  await page.getByText(/已解决$/).waitFor();
  await page.getByRole("button", { name: "本处有 1 条批注" }).waitFor({ state: "detached" });
}

/** A warning of a form and one of a register, explained where they stand; rows are called by names, not codes. */
export async function explainWarnings(page: Page, base: string): Promise<void> {
  await page.locator("td[data-slot]").first().click();
  await type(page, ["1200", "0", "0", "0"]);
  await explain(page, "示范区划转生源");
  await page.goto(`${base}/fill/2019/employment.paySurveys`);
  await page.locator("[data-row='0'][data-column='0']").click();
  await type(page, ["2019-07-01", "问卷", "10", "100", "5000", "300000"]);
  await page.locator(".finding.proof", { hasText: "“2019-07-01，问卷”不符" }).waitFor();
  await explain(page, "只调查了十人");
  await page.locator("[data-row='0'][data-column='2']").click();
  await page.getByRole("heading", { name: "样本人数 · 2019-07-01 / 问卷" }).waitFor();
  await saved(page);
}

async function explain(page: Page, words: string): Promise<void> {
  const finding = page.locator(".finding.warning[data-check]").first();
  await tab(page, "问题");
  await finding.getByRole("button", { name: "写说明" }).click();
  await finding.getByLabel("说明（随数据一并报送）").fill(words);
  await finding.getByRole("button", { name: "保存说明" }).click();
  await finding.getByText(words).waitFor();
  await finding.getByRole("button", { name: "改说明" }).waitFor();
}

/** A text refers to figures by chips with name and value of now, put in, removed and brought back by keys; evidence and remarks on the text stay with it. */
export async function writeText(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/fill/2019/cases.schoolMaterial`);
  await page.getByRole("button", { name: "新增一篇" }).first().click();
  await page.getByRole("textbox", { name: "标题" }).fill("招生规模");
  await page.getByRole("textbox", { name: "正文" }).click();
  await page.keyboard.type("本年度共招生");
  await page.keyboard.type("{");
  await page.locator(".ant-select-dropdown:visible").waitFor();
  await page.keyboard.type("招生数");
  const option = page.locator(".ant-select-item-option", { hasText: "招生数（人）" }).first();
  await option.getByText("1200人").waitFor();
  await page.keyboard.press("Enter");
  const [text, chip] = [page.getByRole("textbox", { name: "正文" }), page.locator(".passage-chip.known")];
  await chip.getByText("1200人").waitFor();
  await page.keyboard.type("，超出计划。");
  await page.keyboard.press("Enter");
  await page.keyboard.type("各班均满额。");
  expect(await text.innerText()).toBe("本年度共招生招生数 1200人，超出计划。\n各班均满额。");
  await page.locator(".material-preview .bound", { hasText: "1200人" }).waitFor();
  await chip.click();
  await page.keyboard.press("Backspace");
  await chip.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await chip.waitFor();
  await page.getByRole("combobox", { name: "插入数据" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("家长满意。");
  await page.keyboard.press("Tab");
  await saved(page);
  await page.reload();
  await page.locator(".material-preview .bound", { hasText: "1200人" }).waitFor();
  expect(await text.innerText()).toBe("本年度共招生招生数 1200人，超出计划。\n各班均满额。家长满意。");
  await tab(page, "佐证");
  await page.getByText("附在本篇").click();
  await attach(page, pdf);
  await tab(page, "批注");
  await page.getByRole("textbox", { name: "对本篇写批注" }).fill("请补上生源地");
  await page.getByRole("button", { name: "发送" }).click();
  await page.getByRole("button", { name: "本处有 1 条批注" }).waitFor();
  await page.getByRole("button", { name: "本处有 1 份佐证" }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
}

/** Every problem of a workbook leads to its cell here, the list waits under the button, and the mended file is taken. */
export async function mendWorkbook(page: Page, base: string, organisation: string): Promise<void> {
  const known = "row/employment.paySurveys/";
  const row = (await page.evaluate(
    async ([path, prefix]) => {
      const view = (await (await fetch(path!)).json()) as { revisions: Record<string, number> };
      return Object.keys(view.revisions).find((slot) => slot.startsWith(prefix!));
    },
    [`/api/returns/${organisation}/2019`, known],
  ))!.slice(known.length);
  const wrong = await problemWorkbook(organisation, (document) => {
    const pays = document.registers["employment.paySurveys"]!;
    const staff = document.forms["teachers.staffing"]!;
    return {
      ...document,
      forms: { ...document.forms, "teachers.staffing": { ...staff, "teachers.staff": { ...staff["teachers.staff"]!, value: "3.5" } } },
      registers: {
        ...document.registers,
        "employment.paySurveys": pays.map((each) => ({ ...each, id: row, values: { ...each.values, sample: "半数" } })),
      },
    };
  });
  await page.goto(`${base}/fill/2019`);
  const excel = page.getByRole("button", { name: "Excel" });
  const drawer = page.locator(".ant-drawer");
  const upload = (buffer: Buffer) => drawer.locator("input[type=file]").setInputFiles({ name: "填报.xlsx", mimeType: "", buffer });
  await excel.click();
  await upload(wrong);
  await page.getByText("有 2 处不能读取，整份没有写入；改好后重传").waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await drawer.getByRole("button", { name: /^教职工情况表 [A-Z]+\d+$/ }).click();
  await page.locator("td.active[data-slot='form/teachers.staffing/teachers.staff']").waitFor();
  await excel.click();
  await drawer.getByRole("button", { name: /^毕业生起薪调查台账 [A-Z]+\d+$/ }).click();
  await page.locator(`[data-slot='row/employment.paySurveys/${row}'] .cell.active[data-column='2']`).waitFor();
  await excel.click();
  await upload(await problemWorkbook(organisation, (document) => document));
  const take = page.getByRole("button", { name: /^采纳这 \d+ 项改动$/ });
  await take.click();
  await page.getByText(/^已写入 \d+ 项$/).waitFor();
  await page.keyboard.press("Escape");
}
