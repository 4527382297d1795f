/** npm ci --ignore-scripts leaves the library links out; a read-only node_modules cannot take them. */
import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { linkLibraries } from "./binaries.ts";

let home = "";
const native = (): string => join(home, "package", "native");
const scratch = (): string => join(home, "data", "lib");
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "zhibao-links-"));
  await mkdir(join(native(), "lib"), { recursive: true });
  await writeFile(join(native(), "lib", "libx.so.1.2"), "x");
});
afterEach(() => rm(home, { recursive: true, force: true }));

const list = (target: string): Promise<void> =>
  writeFile(join(native(), "pg-symlinks.json"), JSON.stringify([{ source: "native/lib/libx.so.1.2", target }]));

it("makes missing links beside the libraries, once", async () => {
  await list("native/lib/libx.so.1");
  expect(await linkLibraries(native(), scratch())).toBe(null);
  expect(await readlink(join(native(), "lib", "libx.so.1"))).toBe("libx.so.1.2");
  expect(await linkLibraries(native(), scratch())).toBe(null);
});

it("makes them in a folder of ours where the package cannot be written", async () => {
  await list("native/unwritable/libx.so.1");
  expect(await linkLibraries(native(), scratch())).toBe(scratch());
  expect(await readFile(join(scratch(), "libx.so.1"), "utf8")).toBe("x");
});

it("does nothing for a platform whose package lists no links", async () => {
  expect(await linkLibraries(native(), scratch())).toBe(null);
});
