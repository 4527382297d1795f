/** The built pages that every browser test gets: dist/web, built anew where a source is newer. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** What the pages are made of. */
const sources = ["src/web", "src/app", "src/catalog", "src/core", "src/readers", "src/server/contract"];

export const webRoot = join(root, "dist/web");

/** Builds dist/web unless it is newer than its sources; for production, whatever the test runner says (React would else double in size). */
export function buildPages(): void {
  alone(() => {
    const page = join(webRoot, "index.html");
    const newest = Math.max(modified(join(root, "vite.config.ts")), ...sources.map((folder) => newestIn(join(root, folder))));
    if (existsSync(page) && modified(page) > newest) return;
    execFileSync(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "production" },
    });
  });
}

const modified = (file: string): number => statSync(file).mtimeMs;

function newestIn(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => modified(join(entry.parentPath, entry.name))),
  );
}

/** Test files run side by side: the first builds, the others wait for it. */
function alone(work: () => void): void {
  const lock = join(root, "dist/web.lock");
  /** Of a build that was killed (milliseconds); the longest takes a tenth of it. */
  const forgotten = 300_000;
  mkdirSync(join(root, "dist"), { recursive: true });
  while (!taken(lock)) {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > forgotten) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
