/** Last scenes: the leader reads the report down to a school's cell, takes it away, and the auditor finds nothing wrong in it. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { otherSchool, year } from "../people.ts";
import type { Stage } from "../stage.ts";

/** From a printed figure over its arithmetic to the cell of a school. */
export async function reachTheCell(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/`);
  await stage.shot(page, "leader-home");
  await page.goto(`${stage.origin}/report/${year}`);
  await page.locator(".report-drawing svg").first().waitFor();
  await stage.shot(page, "report");
  await page.locator(".report p a.figure", { hasText: "%" }).first().click();
  await page.locator(".trace-operand").first().click();
  const row = page.locator(".trace-source[open] .trace-cells tbody tr").first();
  await row.waitFor();
  expect(await row.innerText()).toMatch(/学校|中心/);
  await stage.shot(page, "trace");
}

/** The downloaded Word file, dropped onto the auditor's page: read in the browser, no proof of an error. */
export async function auditTheReport(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/report/${year}`);
  await page.getByRole("button", { name: "下载" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Word 文档（.docx）").click()]);
  const buffer = readFileSync(await download.path());
  await page.goto(`${stage.origin}/audit`);
  await page.getByLabel("与本市数据核对").check();
  await page.locator(".ant-upload-drag input[type=file]").setInputFiles({
    name: download.suggestedFilename(),
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer,
  });
  await page.locator(".audit-text").waitFor();
  await stage.shot(page, "audit");
  expect(await page.locator(".audit-summary").innerText()).toMatch(/与数据一致 \d{2,} 个，不符 0 个/);
  expect(await page.locator(".finding.is-proof").count()).toBe(0);
}

/** Addresses of another school, as a clerk may type them: nothing of it is shown, not even its name. */
export async function meetTheWalls(stage: Stage, page: Page): Promise<void> {
  for (const [at, path] of [
    `/review/${otherSchool}/${year}`,
    `/fill/${year}?organisation=${otherSchool}`,
    `/report/${otherSchool}/${year}`,
    `/indicators/${year}?organisation=${otherSchool}`,
  ].entries()) {
    await page.goto(`${stage.origin}${path}`);
    await page
      .getByText(/没有找到|不存在|没有这个/)
      .first()
      .waitFor();
    expect(await page.locator("#content").innerText(), path).not.toContain("莲城");
    if (at === 0) await stage.shot(page, "not-found");
  }
  for (const path of ["", "/review", "/findings", "/summary", "/comments", "/evidence", "/statement.pdf", "/template.xlsx"]) {
    const answer = await page.request.get(`${stage.origin}/api/returns/${otherSchool}/${year}${path}`);
    expect([path, answer.status()]).toEqual([path, 404]);
  }
}
