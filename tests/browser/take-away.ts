/** Takes a file from the report's menu as a person does: who sees nothing happen on a busy machine chooses again. */
import type { Download, Page } from "playwright-core";

export async function takeAway(page: Page, name: string): Promise<Download> {
  const item = page.getByText(name);
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const waiting = page.waitForEvent("download", { timeout: 25_000 }).catch(() => null);
    if (!(await item.isVisible())) await page.getByRole("button", { name: "下载" }).click();
    await item.click();
    const download = await waiting;
    if (download) return download;
  }
  throw new Error(`${name} was chosen four times, and nothing came`);
}
