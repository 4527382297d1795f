/** Filling with the gestures of people: typing, pasting, undo, live figures, two at once, and a browser killed while offline. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Listening } from "../../src/server/serve.ts";
import { type Fixture, openFixture, password } from "../server/fixture.ts";
import { seriousFindings } from "./accessible.ts";
import { killBrowserOf, openAs, serveFixture, signedIn } from "./application.ts";
import { launchChromium, launchWithProfile } from "./chromium.ts";

const returnPath = "/api/returns/411000-01/2019";
const enrolled = (grade: string, gender: string): string => `form/students.enrolment/students.enrolled#gender=${gender}|grade=${grade}`;
const cell = (slot: string): string => `[data-slot="${slot}"]`;

let fixture: Fixture;
let server: Listening;
let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  fixture = await openFixture();
  server = await serveFixture(fixture);
  browser = await launchChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop(1);
  await fixture?.close();
});

interface View {
  readonly document: {
    readonly forms: Record<string, Record<string, { value: string | null; status: string }>>;
    readonly registers: Record<string, unknown[]>;
  };
  readonly revisions: Record<string, number>;
}
const view = async (): Promise<View> => (await fixture.as("clerk-a")("GET", returnPath)).json;
const form = async (ledger: string): Promise<Record<string, string | null>> =>
  Object.fromEntries(Object.entries((await view()).document.forms[ledger] ?? {}).map(([key, { value }]) => [key, value]));

async function open(page: Page, ledger: string): Promise<void> {
  await page.goto(`${server.url}/fill/2019/${ledger}`);
  await page.waitForSelector(".sheet");
}
async function saved(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.querySelector(".save-state")?.textContent ?? "").startsWith("已保存"), undefined, {
    timeout: 30_000,
  });
}
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press("Control+V");
}
const textOf = (page: Page, slot: string): Promise<string> =>
  page.locator(`${cell(slot)} .cell-face`).evaluate((face) => face.firstChild?.textContent?.trim() ?? "");

describe("a form", () => {
  it("is typed like a spreadsheet, saved as one types, with totals and indicators beside it", async () => {
    const page = await signedIn(browser, server.url, "clerk-a", troubles);
    await open(page, "students.enrolment");
    await page.click(cell(enrolled("one", "male")));
    await page.keyboard.type("1,120");
    await page.keyboard.press("Tab");
    await page.keyboard.type("９８０");
    await page.keyboard.press("Enter");
    expect(await textOf(page, enrolled("one", "male"))).toBe("1,120");
    expect(await textOf(page, enrolled("one", "female"))).toBe("980");
    // After a run of Tabs Enter is back in the first column, one row down.
    await paste(page, "556\t501\t1057\r\n627\t566\t1193\r\n");
    await page.waitForFunction((selector) => document.querySelector(selector)?.textContent?.includes("47.1%"), "[data-indicator]", {
      timeout: 20_000,
    });
    await saved(page);
    expect(await form("students.enrolment")).toMatchObject({
      "students.enrolled#gender=male|grade=one": "1120",
      "students.enrolled#gender=female|grade=one": "980",
      "students.enrolled#gender=female|grade=three": "566",
    });
    await page.keyboard.press("Control+Z");
    expect(await textOf(page, enrolled("two", "male"))).toBe("");
    await page.keyboard.press("Control+Y");
    expect(await textOf(page, enrolled("two", "male"))).toBe("556");
    await saved(page);
    await page.context().close();
  }, 120_000);

  it("keeps what cannot be a value in sight, says why, and does not save it", async () => {
    const page = await signedIn(browser, server.url, "clerk-a", troubles);
    await open(page, "students.enrolment");
    const slot = "form/students.enrolment/students.boarders";
    await page.click(cell(slot));
    await page.keyboard.type("1.2万");
    await page.keyboard.press("Enter");
    await page.click(cell(slot));
    expect(await page.textContent(`${cell(slot)} .cell-why`)).toContain("不能带“万”");
    expect((await form("students.enrolment"))["students.boarders"] ?? null).toBeNull();
    await page.keyboard.press("Control+z");
    expect(await page.locator(`${cell(slot)}.invalid`).count()).toBe(0);
    expect((await page.textContent(`${cell(slot)} .cell-face`))?.trim()).toBe("");
    await page.keyboard.type("12000");
    await page.keyboard.press("Enter");
    await page.keyboard.type("—");
    await page.keyboard.press("Enter");
    await saved(page);
    expect(await form("students.enrolment")).toMatchObject({ "students.boarders": "12000" });
    expect((await view()).document.forms["students.enrolment"]!["students.rural"]).toMatchObject({ status: "notApplicable", value: null });
    await page.context().close();
  }, 120_000);

  it("shows a contradiction while one types, and takes an explanation for a warning", async () => {
    const page = await signedIn(browser, server.url, "clerk-a", troubles);
    await open(page, "students.enrolment");
    await page.click(cell(enrolled("one", "male")));
    await paste(page, "1120\t980\n556\t501\n627\t566");
    await page.click(cell("form/students.enrolment/students.outOfCity"));
    await page.keyboard.type("99999");
    await page.keyboard.press("Enter");
    // 99,999 from elsewhere among 4,350 enrolled cannot be: a proof, with what repairs it, and a click goes to the cell.
    const finding = page.locator('.fill-side .finding.proof:has-text("外市")');
    await finding.waitFor({ timeout: 20_000 });
    expect(await finding.textContent()).toContain("硬错不改不能报送");
    await finding.locator(".finding-jump").click();
    await page.waitForSelector("td.cell.active.proof");
    await page.keyboard.type("300");
    await page.keyboard.press("Enter");
    await finding.waitFor({ state: "detached", timeout: 20_000 });
    // What only warns may be explained in words.
    await page.locator(".blank-list >> text=写说明").first().click();
    await page.keyboard.type("新校区启用，扩大招生");
    await page.click("text=保存说明");
    await page.waitForSelector(".finding.warning >> text=新校区启用，扩大招生", { timeout: 20_000 });
    await saved(page);
    await page.context().close();
  }, 120_000);
});

describe("the keyboard alone", () => {
  const focused = async (page: Page, text: string): Promise<void> => {
    await page.waitForFunction(
      (wanted) => (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").includes(wanted),
      text,
      { timeout: 10_000 },
    );
  };

  it("goes to what is not kept, to the panel and back, explains, and takes back from anywhere", async () => {
    const page = await signedIn(browser, server.url, "clerk-a", troubles);
    const [first, other] = ["form/teachers.work/teachers.practiceDays", "form/teachers.work/teachers.assessedFailed"];
    await open(page, "teachers.work");
    await page.click(cell(first));
    await page.keyboard.type("12a");
    await page.keyboard.press("Control+End");
    // A required cell that holds no value is red like any other, and the state of saving leads there.
    expect(await page.locator(`${cell(first)}.invalid`).evaluate((each) => getComputedStyle(each).backgroundColor)).toBe(
      "rgb(253, 236, 235)",
    );
    await page.locator(".save-state").getByRole("button", { name: "去看" }).press("Enter");
    await focused(page, "教师企业实践天数");
    await page.keyboard.type("1700");
    await page.keyboard.press("Enter");
    await page.keyboard.press("F6");
    await focused(page, "问题");
    const explain = page.locator('[data-check="required:teachers.assessedFailed"] >> text=写说明');
    await explain.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("本年未考核");
    await page.keyboard.press("Control+Enter");
    const again = page.locator('.finding:has-text("本年未考核") >> text=改说明');
    await again.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await focused(page, "改说明");
    await page.keyboard.press("F6");
    expect(await page.evaluate(() => document.activeElement?.closest(".sheet") !== null)).toBe(true);
    await page.keyboard.press("Control+End");
    await page.locator(".fill-current").getByRole("button", { name: "不适用" }).press("Enter");
    await page.waitForSelector(`${cell(other)} >> text=不适用`);
    // The button went with its reason; the last step is taken back all the same.
    await page.locator(".fill-page a").first().focus();
    await page.keyboard.press("Control+z");
    await page.waitForSelector(`${cell(other)} >> text=不适用`, { state: "detached" });
    await saved(page);
    await page.context().close();
  }, 120_000);

  it("tells what it took back in another ledger", async () => {
    const page = await signedIn(browser, server.url, "clerk-a", troubles);
    await open(page, "teachers.work");
    await page.click(cell("form/teachers.work/teachers.practiceDays"));
    await page.keyboard.type("1800");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^上一本/ }).press("Enter");
    await page.waitForSelector('h1:has-text("教职工情况表")');
    await page.locator(".sheet .cell.input").first().click();
    await page.keyboard.press("Control+z");
    await page.waitForSelector("text=改回了另一处：教师任课与企业实践表 · 教师企业实践天数");
    await saved(page);
    await page.context().close();
  }, 120_000);
});

describe("a session that is taken away", () => {
  it("leaves a number that is being typed alone, and asks for the password once nobody types", async () => {
    const page = await signedIn(browser, server.url, "clerk-a2", troubles);
    const account: { id: string }[] = (await fixture.as("administrator")("GET", "/api/accounts")).json;
    const { id } = account.find((each) => (each as { username?: string }).username === "clerk-a2")!;
    await open(page, "facilities.campus");
    const slots = await page
      .locator("td.cell.input")
      .evaluateAll((cells) => cells.slice(0, 2).map((each) => (each as HTMLElement).dataset.slot!));
    await page.click(cell(slots[0]!));
    await page.keyboard.type("12");
    await page.keyboard.press("Enter");
    await page.keyboard.type("26");
    expect((await fixture.as("administrator")("DELETE", `/api/accounts/${id}/sessions`)).status).toBe(204);
    // What was typed before is refused by now, and one thinks in the middle of a number.
    await page.waitForSelector(".save-state >> text=需重新登录", { timeout: 20_000 });
    await page.waitForTimeout(2500);
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByLabel("密码").fill(password);
    await page.keyboard.press("Enter");
    await saved(page);
    expect([await textOf(page, slots[0]!), await textOf(page, slots[1]!)]).toEqual(["12", "264"]);
    await page.context().close();
  }, 120_000);
});

describe("two people in one ledger", () => {
  it("see each other's edits with the name", async () => {
    const [one, other] = await Promise.all(["clerk-a", "clerk-a2"].map((name) => signedIn(browser, server.url, name, troubles)));
    await Promise.all([open(one!, "students.cohort"), open(other!, "students.cohort")]);
    const slot = await one!.locator("td.cell.input").first().getAttribute("data-slot");
    await one!.click(cell(slot!));
    await one!.keyboard.type("321");
    await one!.keyboard.press("Enter");
    await other!.waitForSelector(`${cell(slot!)}.touched .cell-who`, { timeout: 20_000 });
    expect(await other!.textContent(`${cell(slot!)} .cell-who`)).toContain("clerk-a");
    expect(await textOf(other!, slot!)).toBe("321");
    await Promise.all([one!.context().close(), other!.context().close()]);
  }, 120_000);
});

describe("a register", () => {
  it("takes rows from Excel by Chinese names, marks rows entered twice, and removes them", async () => {
    const page = await signedIn(browser, server.url, "clerk-a", troubles);
    await page.goto(`${server.url}/fill/2019/teachers.outflow`);
    await page.waitForSelector(".register-row");
    await page.click('.register-row [data-row="0"][data-column="0"]');
    const columns = fixture.world.index.ledgers.get("teachers.outflow") as {
      columns: readonly { code: string; type: string; choices?: string }[];
    };
    const value = (column: { type: string; choices?: string }, row: number): string =>
      column.type === "choice"
        ? fixture.world.index.dimensions.get(column.choices!)!.members[0]!.zh
        : column.type === "date"
          ? `2019/9/${row + 1}`
          : column.type === "boolean"
            ? "是"
            : String(row + 1);
    const rows = [0, 1, 1].map((row) => columns.columns.map((column) => value(column, row)).join("\t"));
    await paste(page, rows.join("\r\n"));
    await page.waitForFunction(() => document.querySelectorAll(".register-row").length === 4);
    await page.waitForSelector(".duplicate-mark", { timeout: 20_000 });
    await saved(page);
    expect((await view()).document.registers["teachers.outflow"]).toHaveLength(3);
    // The list of choices is over the rows below it, or it could not be chosen from.
    const choice = columns.columns.findIndex((column) => column.type === "choice");
    await page.dblclick(`.register-row [data-row="0"][data-column="${choice}"]`);
    const option = page.locator(".choice-list li").nth(1);
    const named = (await option.innerText()).trim();
    await option.click({ timeout: 5000 });
    await page.keyboard.press("Enter");
    await page.locator(`.register-row [data-row="0"][data-column="${choice}"] .cell-face`, { hasText: named }).waitFor();
    await page.click('.register-row [data-row="2"][data-column="0"]');
    await page.click("text=删除选中行");
    await saved(page);
    expect((await view()).document.registers["teachers.outflow"]).toHaveLength(2);
    await page.context().close();
  }, 120_000);
});

describe("a dead line", () => {
  it("loses nothing of 200 edits when the browser is killed and somebody else edits meanwhile", async () => {
    const profile = await mkdtemp(join(tmpdir(), "zhibao-profile-"));
    const options = { viewport: { width: 1366, height: 768 }, locale: "zh-CN", permissions: ["clipboard-read", "clipboard-write"] };
    const first = await launchWithProfile(profile, options);
    const page = await openAs(first, server.url, "clerk-a", troubles);
    await open(page, "attainment.satisfactionSurvey");
    await saved(page);
    await first.setOffline(true);
    // Twenty typed, 180 pasted as rows of a register.
    await page.locator("td.cell.input").first().click();
    const slots = await page.locator("td.cell.input").evaluateAll((cells) => cells.map((each) => each.getAttribute("data-slot")!));
    for (let at = 0; at < 20; at += 1) {
      await page.keyboard.type(String(100 + at));
      await page.keyboard.press("Tab");
    }
    await page.waitForSelector("text=待联网 20 项", { timeout: 20_000 });
    await page.evaluate(() => {
      history.pushState({}, "", "/fill/2019/teachers.training");
      dispatchEvent(new PopStateEvent("popstate"));
    });
    await page.waitForSelector(".register-row");
    await page.click('.register-row [data-row="0"][data-column="0"]');
    await paste(page, Array.from({ length: 180 }, (_, row) => `培训${row + 1}`).join("\n"));
    await page.waitForSelector("text=待联网 200 项", { timeout: 20_000 });
    await page.waitForTimeout(1500);
    if (process.platform === "linux") killBrowserOf(profile);
    else await first.close();

    // Meanwhile the other clerk writes into the first cell.
    const contested = slots[0]!;
    const answer = await fixture.as("clerk-a2")("POST", `${returnPath}/edits`, {
      edits: [{ id: crypto.randomUUID(), slot: contested, base: 0, content: { status: "value", value: "777" } }],
    });
    expect(answer.status).toBe(200);

    const second = await launchWithProfile(profile, options);
    const again = await openAs(second, server.url, "clerk-a", troubles);
    await open(again, "attainment.satisfactionSurvey");
    await again.waitForSelector(`[data-clash="${contested}"]`, { timeout: 30_000 });
    expect(await again.textContent(`[data-clash="${contested}"]`)).toMatch(/100.*777.*clerk-a2/s);
    await again.click(`[data-clash="${contested}"] >> text=用我的`);
    await saved(again);
    const filled = await form("attainment.satisfactionSurvey");
    for (let at = 0; at < 20; at += 1) expect(filled[slots[at]!.split("/").slice(2).join("/")]).toBe(String(100 + at));
    expect((await view()).document.registers["teachers.training"]).toHaveLength(180);
    await second.close();
    await rm(profile, { recursive: true, force: true });
  }, 240_000);
});

describe("for everybody", () => {
  it.each(["", "/students.enrolment", "/teachers.training", "/cases.schoolMaterial"])(
    "axe finds nothing serious on /fill/2019%s",
    async (path) => {
      const page = await signedIn(browser, server.url, "clerk-a", troubles);
      await page.goto(`${server.url}/fill/2019${path}`);
      await page.waitForSelector(".save-state");
      expect(await seriousFindings(page)).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  it("nothing went wrong in any page", () => expect(troubles).toEqual([]));
});
