/** A person's window in a browser test: signed in without typing, watched for what goes wrong on its pages, waited for until it is still. */
import type { BrowserContext, Page } from "playwright-core";

/** What a page throws, or prints as an error, is added to `troubles`; an answer that is no success is not: a page may have asked for it. */
export function watch(page: Page, who: string, troubles: string[]): void {
  page.on("pageerror", (error) => troubles.push(`${who}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) troubles.push(`${who}: ${message.text()}`);
  });
}

/** Gives the context this person's session. @throws Error with what the server said. */
export async function signIn(context: BrowserContext, origin: string, username: string, password: string): Promise<void> {
  const response = await context.request.post(`${origin}/api/auth/sign-in/username`, { data: { username, password }, headers: { origin } });
  if (!response.ok()) throw new Error(`${username} could not sign in: ${await response.text()}`);
}

/** Nothing loads, and what slides or fades has come to its end; what turns for ever may turn. */
export async function still(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector(".ant-skeleton, .ant-spin-spinning, .ant-btn-loading") === null &&
      document.getAnimations().every((each) => each.playState !== "running" || each.effect?.getComputedTiming().iterations === Infinity),
  );
}
