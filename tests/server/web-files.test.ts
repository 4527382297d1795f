/** Every address of the application answers with the page, every file with itself. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { serveWeb } from "../../src/server/web-files.ts";

const root = mkdtempSync(join(tmpdir(), "zhibao-web-"));
mkdirSync(join(root, "assets"));
writeFileSync(join(root, "index.html"), "the page");
writeFileSync(join(root, "assets/main-1.js"), "the script");

const get = (path: string): Promise<Response> => serveWeb(root, new Request(`http://127.0.0.1${path}`));

it.each(["/", "/fill/2019", "/fill/2019/students.enrolment", "/fill/2019/cases.schoolMaterial?cell=a.b"])(
  "answers %s with the page",
  async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([200, "the page"]);
  },
);

it("answers a file with itself, and a file that is not there with 404", async () => {
  expect(await (await get("/assets/main-1.js")).text()).toBe("the script");
  expect((await get("/assets/main-2.js")).status).toBe(404);
  expect((await get("/robots.json")).status).toBe(404);
});
