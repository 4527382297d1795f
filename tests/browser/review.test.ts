/** A reviewer's day in a real browser: the queue, giving back to certain cells, remarks, accepting, locking, a correction with its effect; axe on every page. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { xuchangOrganisations } from "../../demo/xuchang/organisations.ts";
import type { Listening } from "../../src/server/serve.ts";
import { type Fixture, openFixture } from "../server/fixture.ts";
import { seriousFindings } from "./accessible.ts";
import { serveFixture, signedIn } from "./application.ts";
import { launchChromium } from "./chromium.ts";

const school = "411000-01";
const troubles: string[] = [];

let fixture: Fixture;
let server: Listening;
let browser: Browser;
let editor: Page;
beforeAll(async () => {
  fixture = await openFixture({ filed: xuchangOrganisations.map(({ code }) => code) });
  for (const { code } of xuchangOrganisations)
    await fixture.store.transaction((writer) =>
      writer.changeState(code, 2019, "draft", code === "411000-02" ? "confirmed" : "submitted", {
        name: "submit",
        actor: "fixture",
        at: "2020-01-06T00:00:00.000Z",
        reason: "",
      }),
    );
  server = await serveFixture(fixture);
  browser = await launchChromium();
  editor = await windowOf("editor");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await fixture?.close();
});

const state = async (): Promise<string> => (await fixture.store.currentReturn(school, 2019))!.state;

const windowOf = (username: string): Promise<Page> => signedIn(browser, server.url, username, troubles);

describe("a reviewer's day", () => {
  it("begins with the queue, those first whose doubts weigh most", async () => {
    await editor.goto(`${server.url}/review`);
    await editor.getByRole("link", { name: "莲城中等专业学校" }).waitFor();
    const effects = await editor.locator(".effect-bar-number").allInnerTexts();
    const numbers = effects.map((text) => Number(text.replace("%", "")));
    expect(numbers).toEqual(numbers.toSorted((left, right) => right - left));
    const doubtful = editor.locator("tr", { has: editor.getByRole("link", { name: "莲城中等专业学校" }) });
    expect(await doubtful.locator(".queue-reasons").innerText()).toMatch(/未说明预警 \d+/);
    expect(await seriousFindings(editor)).toEqual([]);
  });

  it("takes the clean ones together, and only those", async () => {
    await editor.getByRole("button", { name: "选中全部可直接接收的" }).click();
    const take = editor.getByRole("button", { name: /^接收所选（\d+）$/ });
    const count = Number(/\d+/.exec(await take.innerText())![0]);
    expect(count).toBeGreaterThan(0);
    expect(await editor.locator("tbody tr", { hasText: "可直接接收" }).count()).toBe(count);
    await take.click();
    await editor.getByRole("button", { name: "确定" }).click();
    await editor.locator(".ant-modal-confirm-title", { hasText: `已接收 ${count} 份` }).waitFor();
    await editor.getByRole("dialog").getByRole("button").click();
    await editor.locator("tbody tr", { hasText: "可直接接收" }).first().waitFor({ state: "detached" });
  });

  it("opens a return, remarks on a figure, and gives back exactly the cells of a finding", async () => {
    await editor.getByRole("link", { name: "莲城中等专业学校" }).click();
    await editor.getByRole("heading", { name: "逐项比较" }).waitFor();
    expect(await seriousFindings(editor)).toEqual([]);
    await editor.getByRole("button", { name: "选入退回" }).first().click();
    await editor
      .getByRole("button", { name: /的批注$/ })
      .first()
      .click();
    await editor.getByRole("textbox", { name: "写批注" }).fill("与学籍系统的人数不一致？");
    await editor.getByRole("button", { name: "发出" }).click();
    await editor.locator(".remark-text", { hasText: "与学籍系统的人数不一致？" }).waitFor();
    await editor.locator(".ant-btn-loading").waitFor({ state: "detached" });
    expect(await seriousFindings(editor)).toEqual([]);
    await editor.keyboard.press("Escape");
    await editor.getByRole("button", { name: /^退回所选/ }).click();
    await editor.getByLabel("总的理由").fill("请核对后重新报送");
    expect(await seriousFindings(editor)).toEqual([]);
    await editor
      .getByRole("button", { name: /^退回所选/ })
      .last()
      .click();
    await editor.getByText("已退回，对方已能看到理由").waitFor();
    expect(await state()).toBe("returned");
    const view = (await fixture.as("clerk-a")("GET", `/api/returns/${school}/2019`)).json as {
      requested: unknown[];
      returnReason: string;
      openComments: number;
    };
    expect(view.requested.length).toBeGreaterThan(0);
    expect([view.returnReason, view.openComments]).toEqual(["请核对后重新报送", 1]);
  });

  it("accepts and locks another one, sees what a correction changes, and grants it", async () => {
    await editor.goto(`${server.url}/review/411000-09/2019`);
    await editor.getByRole("button", { name: "接收" }).click();
    await editor.getByRole("button", { name: "确定" }).click();
    await editor.getByRole("button", { name: "锁定" }).click();
    await editor.getByRole("button", { name: "确定" }).click();
    await editor.locator(".ant-tag", { hasText: "已锁定" }).waitFor();
    const clerk = await windowOf("clerk-b");
    await clerk.goto(`${server.url}/review/411000-09/2019`);
    await clerk.getByText(/^全部 \d+$/).click();
    await clerk.getByPlaceholder("搜索").fill("在校生（女，一年级）");
    await clerk.getByRole("button", { name: "申请更正" }).first().click();
    await clerk.getByLabel(/^更正为/).fill("1,300");
    await clerk.getByLabel("理由").fill("漏报一个班");
    await clerk.getByRole("button", { name: "申请更正" }).last().click();
    await clerk.getByText("申请已提交，由市级决定").waitFor();
    await editor.goto(`${server.url}/corrections`);
    await editor.getByRole("button", { name: "查看影响并决定" }).click();
    await editor.getByText(/会变的数字（\d+）/).waitFor();
    expect(await editor.locator(".sentence-mark-after").count()).toBeGreaterThan(0);
    expect(await seriousFindings(editor)).toEqual([]);
    await editor.getByLabel("决定的理由").fill("同意");
    await editor.getByRole("button", { name: "准予" }).click();
    await editor.getByText("已准予，更正成为新的锁定版本").waitFor();
    const { document } = (await fixture.store.currentReturn("411000-09", 2019))!;
    expect(document.forms["students.enrolment"]?.["students.enrolled#gender=female|grade=one"]?.value).toBe("1300");
  });

  it("ends in a history that tells all of it", async () => {
    await editor.goto(`${server.url}/history`);
    await editor.getByText("准予更正").first().waitFor();
    await editor.getByPlaceholder("搜索人名、事项、内容、单位").fill("请核对后重新报送");
    await editor.keyboard.press("Enter");
    await editor.getByText("准予更正").first().waitFor({ state: "detached" });
    await editor.getByText("理由：请核对后重新报送").waitFor();
    expect(await seriousFindings(editor)).toEqual([]);
  });
});

describe("signing", () => {
  it.each([
    ["a desk", 1366, 768],
    ["a phone", 390, 844],
  ])("reads on %s, nothing cut off, axe content", async (_name, width, height) => {
    const head = await windowOf("head-a");
    await head.setViewportSize({ width, height });
    await head.goto(`${server.url}/sign/2019`);
    await head.getByText("与上年相比变化最大的").waitFor();
    expect(await head.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await seriousFindings(head)).toEqual([]);
  });

  it("is prepared by departments, ledger by ledger", async () => {
    const department = await windowOf("department-a");
    await department.goto(`${server.url}/confirm/2019`);
    await department.getByRole("button", { name: "确认", exact: true }).first().click();
    await department.getByRole("button", { name: "撤回确认" }).first().waitFor();
    await department.locator(".ant-btn-loading").waitFor({ state: "detached" });
    await department.locator("button:enabled").getByText("确认", { exact: true }).first().waitFor();
    expect(await seriousFindings(department)).toEqual([]);
  });
});

it("left no error in any window", () => expect(troubles).toEqual([]));
