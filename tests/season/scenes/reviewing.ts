/** Scenes of reviewing: one cell given back and corrected, accepting, locking, a correction after the lock. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { others, school, year } from "../people.ts";
import type { Stage } from "../stage.ts";

const reason = "寄宿生与学生处的住宿名册相差 8 人，请核对。";
const boarders = 'td[data-slot="form/students.enrolment/students.boarders"]';
const corrected = { typed: "3260", printed: "3,260" };

async function openReturn(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/review`);
  await page.getByRole("link", { name: new RegExp(school.name) }).click();
  await page.getByRole("heading", { name: "逐项比较" }).waitFor();
}

/** Opens the queue and the return in it, and gives back exactly one cell. */
export async function giveBackOneCell(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/review`);
  await page.getByRole("link", { name: new RegExp(school.name) }).waitFor();
  await stage.shot(page, "queue");
  await openReturn(stage, page);
  await stage.shot(page, "review");
  await page.getByText(/^全部 \d+$/).click();
  await page.getByPlaceholder("搜索").fill("寄宿生");
  await page.locator("tbody tr.ant-table-row", { hasText: "寄宿生" }).first().getByRole("checkbox").check();
  await page.getByRole("button", { name: "退回所选（1）" }).click();
  await page.getByLabel("总的理由").fill("只有一处要核对，其余已审。");
  await page.locator("#cells_0").fill(reason);
  await stage.shot(page, "give-back");
  await page.locator(".ant-modal-footer").getByRole("button", { name: "退回所选（1）" }).click();
  await page.getByText("已退回，对方已能看到理由").waitFor();
}

/** The clerk is led to the cell from the start page; every other cell stays locked. */
export async function correctTheCell(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/`);
  const task = page.locator(".home-task", { hasText: "退回" }).first();
  await task.waitFor();
  await stage.shot(page, "given-back-home");
  await task.click();
  await page.getByText(/审核退回，只放开 1 项/).waitFor();
  if (!new URL(page.url()).pathname.endsWith("students.enrolment")) await page.getByRole("button", { name: "逐项看" }).click();
  await page.locator(boarders).waitFor();
  expect(await page.locator("td.cell.input:not(.locked)").count()).toBe(1);
  await page.locator(boarders).click();
  await page.getByText(reason).first().waitFor();
  await page.keyboard.type(corrected.typed);
  await page.keyboard.press("Enter");
  await page.locator(".save-state", { hasText: "已保存" }).waitFor();
  await stage.shot(page, "corrected");
}

export async function acceptTheReturn(stage: Stage, page: Page): Promise<void> {
  await openReturn(stage, page);
  await page.getByText(/^比上次报送有改动 1$/).click();
  await page.locator("tbody tr.ant-table-row", { hasText: corrected.printed }).waitFor();
  await stage.shot(page, "review-again");
  await page.getByRole("button", { name: "接收", exact: true }).click();
  await page.getByRole("button", { name: "确定" }).click();
  await page.locator(".ant-tag", { hasText: "已接收" }).first().waitFor();
}

/** The clean returns at once and the doubtful ones singly. */
export async function acceptAll(stage: Stage, page: Page): Promise<void> {
  const lines = page.locator("tbody tr.ant-table-row");
  await page.goto(`${stage.origin}/review`);
  await lines.nth(others.length - 1).waitFor();
  await page.getByRole("button", { name: "选中全部可直接接收的" }).click();
  await stage.shot(page, "bulk-accept");
  // A return whose warnings were explained wants to be looked at, however well they were.
  if ((await lines.locator(".ant-tag", { hasText: "可直接接收" }).count()) > 0) await inBulk(page, "接收");
  await acceptDoubtful(stage, page);
}

/** Peers that filed later can make a doubt of what was none when it was signed. */
async function acceptDoubtful(stage: Stage, page: Page): Promise<void> {
  const lines = page.locator("tbody tr.ant-table-row");
  await page.goto(`${stage.origin}/review`);
  await page.getByRole("heading", { name: "审核队列" }).waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector("main .ant-table") !== null && document.querySelector("main .ant-skeleton, main .ant-spin-spinning") === null,
  );
  for (let left = await lines.count(); left > 0; left -= 1) {
    await lines.first().getByRole("link").click();
    await page.getByRole("button", { name: "接收", exact: true }).click();
    await page.locator(".ant-popover").getByRole("button", { name: "确定" }).click();
    await page.locator(".ant-tag", { hasText: "已接收" }).first().waitFor();
    await page.getByRole("link", { name: "返回队列" }).click();
    await page.getByRole("heading", { name: "审核队列" }).waitFor();
    await page.waitForFunction((rows) => document.querySelectorAll("tbody tr.ant-table-row").length === rows, left - 1);
  }
}

/** Everything is locked; the board tells it. */
export async function lockAll(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/review`);
  await page.locator(".ant-segmented-item", { hasText: "已接收" }).click();
  await page.locator("tbody tr.ant-table-row").nth(others.length).waitFor();
  await page.locator("thead").getByRole("checkbox").check();
  await inBulk(page, "锁定");
  await page.goto(`${stage.origin}/board/${year}`);
  await page.locator("td.board-state", { hasText: "已锁定" }).nth(others.length).waitFor();
  await stage.shot(page, "board-locked");
}

/** Acts on those that are selected, and puts the answer away. */
async function inBulk(page: Page, act: "接收" | "锁定"): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${act}所选（[1-9]\\d*）$`) }).click();
  await page.locator(".ant-popover").getByRole("button", { name: "确定" }).click();
  await page.locator(".ant-modal-confirm-title", { hasText: new RegExp(`^已${act} \\d+ 份$`) }).waitFor();
  await page.locator(".ant-modal").getByRole("button").last().click();
}

/** A figure found wrong after the lock: asked for by the school, its effect on the report read, then granted. */
export async function correctAfterTheLock(stage: Stage, clerk: Page, editor: Page): Promise<void> {
  await clerk.goto(`${stage.origin}/corrections`);
  await clerk.getByRole("link", { name: "打开本单位的填报" }).click();
  await clerk.getByText(/^全部 \d+$/).click();
  await clerk.getByPlaceholder("搜索").fill("在校生（女，一年级）");
  await clerk.getByRole("button", { name: "申请更正" }).first().click();
  await clerk.getByLabel(/^更正为/).fill("736");
  await clerk.getByLabel("理由").fill("漏报一名新生，学籍系统 12 月补录。");
  await stage.shot(clerk, "ask-correction");
  await clerk.locator(".ant-modal-footer").getByRole("button", { name: "申请更正" }).click();
  await clerk.getByText("申请已提交，由市级决定").waitFor();
  await editor.goto(`${stage.origin}/corrections`);
  await editor.getByRole("button", { name: "查看影响并决定" }).click();
  await editor.getByText(/会变的数字（[1-9]\d*）/).waitFor();
  await stage.shot(editor, "correction-effect");
  await editor.getByLabel("决定的理由").fill("已核对学籍系统，同意更正。");
  await editor.getByRole("button", { name: "准予" }).click();
  await editor.getByText("已准予，更正成为新的锁定版本").waitFor();
}
