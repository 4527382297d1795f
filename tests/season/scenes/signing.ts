/** Scenes of confirming and signing: the head of department ledger by ledger, the head after reading one page. */
import type { Page } from "playwright-core";
import { password, year } from "../people.ts";
import type { Stage } from "../stage.ts";

export async function confirmLedgers(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/confirm/${year}`);
  const all = page.getByRole("button", { name: /^确认全部无硬错的（\d+）$/ });
  await all.waitFor();
  await stage.shot(page, "confirm");
  await all.click();
  const confirmed = page.getByRole("button", { name: "撤回确认" }).first();
  const together = page.getByRole("button", { name: /^一并确认/ });
  await together.or(confirmed).first().waitFor();
  if (await together.isVisible()) await together.click();
  await all.waitFor({ state: "detached" });
  await confirmed.waitFor();
}

export async function signTheReturn(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/sign/${year}`);
  await page.getByText("可以签字：没有硬错，预警均有说明，台账均已确认。").waitFor();
  await stage.shot(page, "summary");
  await page.getByLabel("再输入一次登录密码").fill(password);
  await page.getByRole("button", { name: "签字并报送" }).click();
  await page.getByText(/签字于/).waitFor();
  await stage.shot(page, "signed");
}
