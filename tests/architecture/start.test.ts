/** bin/zhibao must start from anywhere, build itself once where nothing is compiled, and speak plainly where it cannot. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const project = path.resolve(import.meta.dirname, "../..");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zhibao-start-"));
  cpSync(path.join(project, "bin"), path.join(folder, "bin"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function start(command: string, flags: readonly string[] = []): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [...flags, command, "status", "--year", "2019"], { cwd: tmpdir(), encoding: "utf8" });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const main = 'console.log(process.argv.slice(2).join(" "));\n';

it("starts through a symlink, from any folder, and hands its arguments on", () => {
  write("dist/main/zhibao.js", main);
  symlinkSync(path.join(folder, "bin/zhibao"), path.join(folder, "elsewhere"));
  expect(start(path.join(folder, "elsewhere"))).toEqual({ status: 0, out: "status --year 2019\n", err: "" });
});

it("starts the bundle, unless the compiler wrote something after it was made", () => {
  write("dist/main/zhibao.js", main);
  write("dist/command/zhibao.js", 'console.log("bundle");\n');
  mkdirSync(path.join(folder, "dist/core"), { recursive: true });
  expect(start(path.join(folder, "bin/zhibao")).out).toBe("bundle\n");
  write("dist/core/formula/.tsbuildinfo", "{}");
  const later = Date.now() / 1000 + 60;
  utimesSync(path.join(folder, "dist/core/formula/.tsbuildinfo"), later, later);
  expect(start(path.join(folder, "bin/zhibao")).out).toBe("status --year 2019\n");
});

it("builds once where nothing is compiled, without a word on standard output", () => {
  symlinkSync(path.join(project, "node_modules"), path.join(folder, "node_modules"));
  write("src/main/zhibao.ts", `${main}export {};\n`);
  const compilerOptions = { module: "NodeNext", rootDir: "src", outDir: "dist", composite: true, types: ["node"] };
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
  expect(start(path.join(folder, "bin/zhibao"))).toEqual({ status: 0, out: "status --year 2019\n", err: "Building zhibao once …\n" });
  expect(start(path.join(folder, "bin/zhibao")).err).toBe("");
});

it("asks for npm ci where nothing is installed", () => {
  expect(start(path.join(folder, "bin/zhibao"))).toMatchObject({
    status: 2,
    out: "",
    err: expect.stringMatching(/^zhibao is not installed yet: run npm ci in .+ first\.\n$/),
  });
});

it.each(["18.20.4", "20.18.0"])("tells Node %s which Node it needs", (version) => {
  write("old.cjs", `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });\n`);
  write("dist/main/zhibao.js", main);
  const answer = start(path.join(folder, "bin/zhibao"), ["--require", path.join(folder, "old.cjs")]);
  expect(answer).toEqual({ status: 2, out: "", err: `zhibao needs Node 20.19 or newer; this is Node ${version}.\n` });
});
