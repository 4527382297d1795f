/**
 * Takes the pictures of the user guide (docs/guide/images) from the demo city: npm run guide:screenshots [-- http://127.0.0.1:N].
 * Without an address it serves the demo by itself.
 */
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { startDemo, windowsOf } from "./demo-server.ts";
import { still } from "./window.ts";

const folder = path.resolve(import.meta.dirname, "../../docs/guide/images");
/** Largest picture, in bytes: the guide is part of the application. */
const limit = 150_000;

interface Shot {
  readonly name: string;
  /** Null: nobody signed in. */
  readonly user: string | null;
  readonly path: string;
  /** Selector of the part that is shown; absent: the whole window. */
  readonly part?: string;
  /** What a person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const shots: readonly Shot[] = [
  { name: "sign-in", user: null, path: "/sign-in" },
  { name: "home", user: "editor", path: "/" },
  { name: "fill", user: "clerk", path: "/fill/2019/teachers.work" },
  { name: "sign", user: "head2", path: "/sign/2019" },
  { name: "review", user: "editor", path: "/review" },
  { name: "exports", user: "clerk", path: "/admin/exports" },
  { name: "board", user: "editor", path: "/board/2019" },
  {
    name: "urging",
    part: ".ant-modal",
    user: "editor",
    path: "/board/2019",
    act: async (page) => {
      await page.getByRole("button", { name: "催报" }).click();
      await page.locator("#urging-text").waitFor();
    },
  },
  { name: "matrix", user: "editor", path: "/matrix/2019" },
  { name: "organisations", user: "administrator", path: "/admin/organisations" },
  { name: "accounts", user: "administrator", path: "/admin/accounts" },
  { name: "keeping", user: "administrator", path: "/admin/keeping" },
];

const given = process.argv[2];
const server = given === undefined ? await startDemo() : { origin: given, window: windowsOf(given), stop: () => Promise.resolve() };
const troubles: string[] = [];
const browser = await launchChromium();
mkdirSync(folder, { recursive: true });
try {
  for (const { name, user, path: where, part, act } of shots) {
    const page = await server.window(browser, user, troubles, { width: 1200, height: 675 });
    await page.goto(`${server.origin}${where}`);
    await page.locator("h1").first().waitFor();
    await still(page);
    await act?.(page);
    await still(page);
    const file = path.join(folder, `${name}.png`);
    await (part === undefined ? page : page.locator(part)).screenshot({ path: file });
    await page.context().close();
    if (troubles.length > 0) throw new Error(troubles.join("\n"));
    const { size } = statSync(file);
    if (size > limit) throw new Error(`${name}.png weighs ${size} bytes, the guide allows ${limit}`);
    console.log(`${name}.png ${Math.round(size / 1000)} kB`);
  }
} finally {
  await browser.close();
  await server.stop();
}
