/**
 * `npm run bench:register`: what a register of 10,000 rows costs the page's main thread (its own processor time), in a real
 * Chromium on the application itself. Beside it the same table drawn whole (an HTML table of all rows, as a plain page or a
 * grid without virtualisation draws it), with the same acts done in the cheapest way that a script can.
 */
import type { Page } from "playwright-core";
import { openFixture } from "../tests/server/fixture.ts";
import { serveFixture, signedIn } from "../tests/browser/application.ts";
import { launchChromium } from "../tests/browser/chromium.ts";
import { fillLargeRegister, largeLedger, largeRows, meterOf, pastedRows, type Spent, total } from "../tests/browser/large-register.ts";
import { median } from "./measure.ts";

const fixture = await openFixture();
const server = await serveFixture(fixture);
const browser = await launchChromium();
const measured: { readonly act: string; readonly ours: Spent; readonly whole?: Spent }[] = [];
try {
  await fillLargeRegister(fixture);
  const texts = pastedRows(fixture, 0, largeRows);
  const page = await signedIn(browser, server.url, "clerk-a", []);
  const ours = await acts(page, {
    open: async () => {
      await page.goto(`${server.url}/fill/2019/${largeLedger}`);
      await page.waitForSelector(".register-row");
    },
    settle: () => page.waitForTimeout(8000),
    cell: '.register-row [data-row="3"][data-column="7"]',
    scroll: (top) =>
      page.evaluate((to) => {
        document.querySelector(".register-scroll")!.scrollTop = to;
      }, top),
    type: async (value) => {
      await page.keyboard.press(value);
      await page.waitForTimeout(600);
    },
    commit: () => page.keyboard.press("Enter"),
    find: async (word) => {
      await page.fill('input[aria-label="查找行"], .register-search input, .ant-input-search input', word);
    },
    duplicates: async () => {
      await page.locator(".ant-tag-checkable").last().click();
    },
    paste: async () => {
      await page.keyboard.press("Control+End");
      await page.keyboard.press("Home");
      await page.evaluate((content) => navigator.clipboard.writeText(content), pastedRows(fixture, largeRows, 1000));
      return () => page.keyboard.press("Control+V");
    },
  });
  await page.context().close();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const plain = await context.newPage();
  const whole = await acts(plain, {
    open: async () => {
      await plain.setContent("<div id=scroller style='height:600px;overflow:auto'></div>");
      await plain.evaluate((content) => {
        const cells = content.split("\r\n").map(
          (row) =>
            `<tr>${row
              .split("\t")
              .map((text) => `<td tabindex=0>${text}</td>`)
              .join("")}</tr>`,
        );
        document.querySelector("#scroller")!.innerHTML = `<table style="border-collapse:collapse">${cells.join("")}</table>`;
      }, texts);
    },
    settle: () => plain.waitForTimeout(2000),
    cell: "tr:nth-child(4) td:nth-child(8)",
    scroll: (top) =>
      plain.evaluate((to) => {
        document.querySelector("#scroller")!.scrollTop = to;
      }, top),
    type: () => Promise.resolve(),
    commit: () =>
      plain.evaluate(() => {
        const cell = document.querySelector("tr:nth-child(4) td:nth-child(8)")!;
        cell.textContent = String(Number(cell.textContent) + 1);
      }),
    find: (word) =>
      plain.evaluate((wanted) => {
        for (const row of document.querySelectorAll("tr")) row.style.display = row.textContent.includes(wanted) ? "" : "none";
      }, word),
    duplicates: () =>
      plain.evaluate(() => {
        const seen = new Map<string, HTMLElement>();
        for (const row of document.querySelectorAll("tr")) {
          const key = row.firstElementChild!.textContent;
          const first = seen.get(key);
          if (first) first.style.background = row.style.background = "#fffbe6";
          else seen.set(key, row);
        }
      }),
    paste: () => {
      const more = pastedRows(fixture, largeRows, 1000);
      return Promise.resolve(() =>
        plain.evaluate((content) => {
          const cells = content.split("\r\n").map(
            (row) =>
              `<tr>${row
                .split("\t")
                .map((text) => `<td tabindex=0>${text}</td>`)
                .join("")}</tr>`,
          );
          document.querySelector("tbody")!.insertAdjacentHTML("beforeend", cells.join(""));
        }, more),
      );
    },
  });
  for (const [act, spent] of ours) measured.push({ act, ours: spent, ...(whole.has(act) ? { whole: whole.get(act)! } : {}) });
  report();
} finally {
  await browser.close();
  await server.stop(1);
  await fixture.close();
}

interface Acts {
  open(): Promise<void>;
  settle(): Promise<void>;
  readonly cell: string;
  scroll(top: number): Promise<void>;
  type(value: string): Promise<void>;
  commit(): Promise<void>;
  find(word: string): Promise<void>;
  duplicates(): Promise<void>;
  paste(): Promise<() => Promise<void>>;
}

async function acts(page: Page, table: Acts): Promise<Map<string, Spent>> {
  const meter = await meterOf(page);
  const found = new Map<string, Spent>();
  found.set("open", await meter(() => table.open()));
  found.set("what follows opening", await meter(() => table.settle()));
  found.set("one screen scrolled", await middle(12, (at) => meter(() => table.scroll(at * 600))));
  found.set("jump to the middle", await meter(() => table.scroll(160_000)));
  await table.scroll(0);
  await page.waitForTimeout(300);
  await page.click(table.cell);
  found.set(
    "one cell written",
    await middle(10, async (at) => {
      await table.type(String((at % 9) + 1));
      return meter(() => table.commit());
    }),
  );
  found.set("and what follows it", await meter(() => page.waitForTimeout(4000)));
  found.set("rows searched", await meter(() => table.find("123")));
  await page.waitForTimeout(500);
  found.set("search ended", await meter(() => table.find("")));
  await page.waitForTimeout(500);
  found.set("duplicates shown", await meter(() => table.duplicates()));
  await page.waitForTimeout(500);
  await table.duplicates();
  await page.waitForTimeout(500);
  const paste = await table.paste();
  found.set("1,000 rows pasted", await meter(paste));
  found.set("and what follows the paste", await meter(() => page.waitForTimeout(10_000)));
  return found;
}

async function middle(runs: number, act: (at: number) => Promise<Spent>): Promise<Spent> {
  const taken: Spent[] = [];
  for (let at = 1; at <= runs; at += 1) taken.push(await act(at));
  const of = (name: keyof Spent): number => median(taken.map((each) => each[name]));
  return { script: of("script"), style: of("style"), layout: of("layout"), task: of("task") };
}

function report(): void {
  console.log(`${largeLedger}, ${largeRows} rows: ms of the main thread (script + style + layout; all tasks)`);
  for (const { act, ours, whole } of measured)
    console.log(
      [
        act.padEnd(28),
        `${total(ours).toFixed(1)} (${ours.script.toFixed(1)} + ${ours.style.toFixed(1)} + ${ours.layout.toFixed(1)}; ${ours.task.toFixed(1)})`.padEnd(
          44,
        ),
        whole
          ? `drawn whole ${total(whole).toFixed(1)} (task ${whole.task.toFixed(1)})  ×${(total(whole) / Math.max(0.1, total(ours))).toFixed(2)}`
          : "",
      ].join(" "),
    );
}
