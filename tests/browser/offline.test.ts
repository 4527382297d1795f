/** Without a connection: a ledger opens again after a crash, takes edits, and shows nobody another person's data; a new release replaces the old one whole. */
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { Listening } from "../../src/server/serve.ts";
import { type Fixture, openFixture, password } from "../server/fixture.ts";
import { killBrowserOf, openAs, serveFixture } from "./application.ts";
import { launchWithProfile } from "./chromium.ts";
import { webRoot } from "./pages.ts";
import { watch } from "./window.ts";

const returnPath = "/api/returns/411000-01/2019";
const ledger = "/fill/2019/attainment.satisfactionSurvey";
const options = { viewport: { width: 1366, height: 768 }, locale: "zh-CN", permissions: ["clipboard-read", "clipboard-write"] };

let fixture: Fixture;
let server: Listening;
let profile: string;
let context: BrowserContext;
let pages: string;
const troubles: string[] = [];

beforeAll(async () => {
  fixture = await openFixture();
  server = await serveFixture(fixture);
  pages = await mkdtemp(join(tmpdir(), "zhibao-pages-"));
  await cp(webRoot, pages, { recursive: true });
}, 300_000);
afterAll(async () => {
  await server?.stop(1);
  await fixture?.close();
  await rm(pages, { recursive: true, force: true });
});
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), "zhibao-profile-"));
  context = await launchWithProfile(profile, options);
});
afterEach(async () => {
  await server.stop(0);
  await plugIn();
  await context?.close();
  await rm(profile, { recursive: true, force: true });
});

const port = (): number => Number(new URL(server.url).port);
async function unplug(): Promise<void> {
  await context.setOffline(true);
  await server.stop(0);
}
async function plugIn(change: Parameters<typeof serveFixture>[1] = {}): Promise<void> {
  server = await serveFixture(fixture, change, port());
  await context.setOffline(false);
}
/** Waits until the worker has taken the release and the page. */
async function workerReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", undefined, { timeout: 60_000 });
}
async function saved(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.querySelector(".save-state")?.textContent ?? "").startsWith("已保存"), undefined, {
    timeout: 30_000,
  });
}
const faces = (page: Page): Promise<string[]> =>
  page.locator("td.cell.input .cell-face").evaluateAll((found) => found.map((face) => face.firstChild?.textContent?.trim() ?? ""));
async function typed(page: Page, from: number, values: readonly number[]): Promise<void> {
  await page.locator("td.cell.input").nth(from).click();
  for (const value of values) {
    await page.keyboard.type(String(value));
    await page.keyboard.press("Tab");
  }
}
interface View {
  readonly document: { readonly forms: Record<string, Record<string, { value: string | null }>> };
}
async function held(): Promise<string[]> {
  const { document }: View = (await fixture.as("clerk-a")("GET", returnPath)).json;
  return Object.values(document.forms["attainment.satisfactionSurvey"] ?? {}).map(({ value }) => value ?? "");
}
const kept = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open("zhibao-kept");
        request.addEventListener("success", () => {
          const names = [...request.result.objectStoreNames];
          if (names.length === 0) return resolve(0);
          const transaction = request.result.transaction(names);
          let count = 0;
          for (const name of names) {
            const counting = transaction.objectStore(name).count();
            counting.addEventListener("success", () => (count += counting.result));
          }
          transaction.addEventListener("complete", () => {
            request.result.close();
            resolve(count);
          });
        });
      }),
  );

it("opens a ledger after a crash without a connection, with what was saved and what was not, takes more, and saves it all with the connection", async () => {
  const page = await openAs(context, server.url, "clerk-a", troubles);
  await page.goto(`${server.url}/`);
  await page.waitForSelector(".home-task");
  await page.goto(`${server.url}${ledger}`);
  await page.waitForSelector("td.cell.input");
  await typed(page, 0, [81, 82, 83]);
  await saved(page);
  await workerReady(page);
  await unplug();
  await typed(page, 3, [71, 72]);
  await page.waitForSelector("text=待联网 2 项");
  await page.waitForTimeout(300);
  // Browsers write cookies to the disk some seconds late; this one has been there longer.
  const cookies = await context.cookies();
  if (process.platform === "linux") killBrowserOf(profile);
  else await context.close();

  // The computer starts again; the line is still dead.
  context = await launchWithProfile(profile, options);
  await context.addCookies(cookies);
  await context.setOffline(true);
  const again = await context.newPage();
  watch(again, "clerk-a", troubles);
  await again.goto(`${server.url}${ledger}`);
  await again.waitForSelector("td.cell.input", { timeout: 30_000 });
  expect(await again.textContent(".kept-notice")).toMatch(/未联网：显示的是 \d{4}-\d{2}-\d{2} \d{2}:\d{2} 存在本机的内容/);
  await again.waitForSelector("text=待联网 2 项");
  expect((await faces(again)).slice(0, 6)).toEqual(["81", "82", "83", "71", "72", ""]);
  await typed(again, 5, [61, 62]);
  await again.waitForSelector("text=待联网 4 项");
  // Every page that fills opens too: the list of ledgers, a register.
  await again.click("text=全部台账");
  await again.waitForSelector(".ant-table-row");
  await again.goto(`${server.url}/fill/2019/teachers.training`);
  await again.waitForSelector(".register-row");
  await again.goto(`${server.url}/`);
  await again.waitForSelector(".home-task");
  await again.goto(`${server.url}${ledger}`);
  await again.waitForSelector("text=待联网 4 项");

  // Another wrote meanwhile: it is seen as soon as the line is back.
  const free = (await again.locator("td.cell.input").nth(7).getAttribute("data-slot"))!;
  const answer = await fixture.as("clerk-a2")("POST", `${returnPath}/edits`, {
    edits: [{ id: crypto.randomUUID(), slot: free, base: 0, content: { status: "value", value: "55" } }],
  });
  expect(answer.status).toBe(200);
  await plugIn();
  await saved(again);
  await again.waitForSelector(".kept-notice", { state: "detached", timeout: 30_000 });
  expect((await faces(again)).slice(0, 8)).toEqual(["81", "82", "83", "71", "72", "61", "62", "55"]);
  expect((await held()).toSorted()).toEqual(["55", "61", "62", "71", "72", "81", "82", "83"]);

  // With the connection nothing old is shown, not for a moment.
  await fixture.as("clerk-a2")("POST", `${returnPath}/edits`, {
    edits: [{ id: crypto.randomUUID(), slot: free, base: 99_999, content: { status: "value", value: "56" } }],
  });
  await again.reload();
  await again.waitForSelector("td.cell.input");
  expect((await faces(again))[7]).toBe("56");
  expect(await again.locator(".kept-notice").count()).toBe(0);

  // The session ends meanwhile: the password is asked for above the page, and then everything is saved.
  await unplug();
  await context.clearCookies();
  await again.reload();
  await again.waitForSelector(".kept-notice");
  await typed(again, 8, [44]);
  await again.waitForSelector("text=待联网 1 项");
  await plugIn();
  await again.waitForSelector("text=登录已过期");
  await again.fill(".ant-modal input[type=password]", password);
  await again.keyboard.press("Enter");
  await saved(again);
  expect(await held()).toContain("44");
  await again.waitForSelector(".kept-notice", { state: "detached" });
}, 240_000);

it("shows nobody what another person left: signing out deletes it, also without a connection", async () => {
  const page = await openAs(context, server.url, "clerk-a", troubles);
  await page.goto(`${server.url}${ledger}`);
  await page.waitForSelector("td.cell.input");
  await workerReady(page);
  expect(await kept(page)).toBeGreaterThan(3);
  await unplug();
  await page.getByRole("button", { name: /我的账号/ }).click();
  await page.getByText("退出登录").click();
  await page.waitForSelector("#username");
  expect(await kept(page)).toBe(0);
  await page.goto(`${server.url}${ledger}`);
  await page.waitForSelector("#username");
  expect(new URL(page.url()).pathname).toBe("/sign-in");

  // With the next connection the server ends the session that this browser still holds.
  await plugIn();
  await page.goto(`${server.url}${ledger}`);
  await page.waitForSelector("#username");
  expect((await context.request.get(`${server.url}/api/me`)).status()).toBe(401);

  // The next person's own reads are kept, and no others.
  await page.fill("#username", "clerk-b");
  await page.fill("#password", password);
  await page.keyboard.press("Enter");
  await page.waitForSelector("td.cell.input, .ant-result, .ledger-note");
  await page.waitForFunction(() => document.querySelector(".shell-organisation") !== null);
  const whose = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open("zhibao-kept");
        request.addEventListener("success", () => {
          const got = request.result.transaction("answers").objectStore("answers").getAllKeys();
          got.addEventListener("success", () => resolve(JSON.stringify(got.result)));
        });
      }),
  );
  expect(whose).not.toContain("411000-01");
}, 120_000);

it("takes a new release whole: scripts of the open page's release stay, the page says that it is ready, and one click opens it", async () => {
  await server.stop(1);
  await plugIn({ webRoot: pages });
  const page = await openAs(context, server.url, "clerk-a", troubles);
  await page.goto(`${server.url}/fill/2019`);
  await page.waitForSelector(".ant-table-row");
  await workerReady(page);
  const before = await page.getAttribute('meta[name="zhibao-release"]', "content");

  // The next release: another page, another worker, and the script of the ledger's page is gone from the server.
  const worker = await readFile(join(pages, "service-worker.js"), "utf8");
  const chunk = /\/assets\/ledger-[\w-]+\.js/.exec(worker)![0];
  const index = (await readFile(join(pages, "index.html"), "utf8")).replace(before!, "newrelease01");
  const digest = createHash("sha256").update(index).digest("hex");
  const named = worker
    .replace(before!, "newrelease01")
    .replace(/(\\"page\\":\\")[0-9a-f]{64}/, `$1${digest}`)
    .replace(`\\"${chunk}\\",`, "");
  for (const [name, text] of [
    ["index.html", index],
    ["service-worker.js", named],
  ] as const) {
    await writeFile(join(pages, name), text);
    await rm(join(pages, `${name}.gz`), { force: true });
  }
  const script = await readFile(join(pages, chunk));
  await rm(join(pages, chunk));
  await rm(join(pages, `${chunk}.gz`), { force: true });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
  await page.waitForSelector("text=新版本已就绪", { timeout: 30_000 });
  await page.locator(".ant-table-row a").first().click();
  await page.waitForSelector(".fill-page");

  await writeFile(join(pages, chunk), script);
  await page.getByRole("button", { name: "刷新" }).click();
  await page.waitForFunction(() => document.querySelector<HTMLMetaElement>('meta[name="zhibao-release"]')?.content === "newrelease01");
  await page.waitForSelector(".fill-page");
  await page.waitForTimeout(2500);
  expect(await page.locator("text=新版本已就绪").count()).toBe(0);
}, 120_000);

it("registers no worker over plain http, keeps nothing but edits, and says that the page must stay open", async () => {
  const other = await mkdtemp(join(tmpdir(), "zhibao-profile-"));
  const plain = await launchWithProfile(other, options, ["--host-resolver-rules=MAP zhibao.test 127.0.0.1"]);
  const origin = `http://zhibao.test:${port()}`;
  const page = await plain.newPage();
  watch(page, "clerk-a", troubles);
  await page.goto(`${origin}${ledger}`);
  await page.fill("#username", "clerk-a");
  await page.fill("#password", password);
  await page.keyboard.press("Enter");
  await page.waitForSelector("td.cell.input");
  await page.waitForTimeout(3000);
  expect(await page.evaluate(() => [window.isSecureContext, "serviceWorker" in navigator])).toEqual([false, false]);
  await plain.setOffline(true);
  await typed(page, 0, [91]);
  await page.waitForSelector("text=断网时请勿关闭本页");
  // A page that was never loaded says so; the ledger is one step back, with its edit.
  await page.click("text=数据字典");
  await page.waitForSelector("text=连不上服务器");
  await page.goBack();
  await page.waitForSelector("text=待联网 1 项");
  expect((await faces(page))[0]).toBe("91");
  await plain.setOffline(false);
  await saved(page);
  await plain.close();
  await rm(other, { recursive: true, force: true });
}, 120_000);

it("nothing went wrong in any page", () => expect(troubles).toEqual([]));
