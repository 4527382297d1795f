/**
 * Starts a real Chromium 90, the kernel that offices' browsers still have: the one that comes inside
 * npm's chrome-aws-lambda 8.0.2, unpacked by ourselves (its own unpacking and that of the current
 * Chromium's package write to the same path). On x64 Linux only.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { fontConfiguration } from "./chromium.ts";

const require = createRequire(import.meta.url);

export const oldChromiumRuns = process.platform === "linux" && process.arch === "x64";

/** The unpacked program, made once per machine. */
function executable(): string {
  const file = path.join(tmpdir(), "zhibao-chromium-90");
  if (existsSync(file)) return file;
  const packed = path.join(path.dirname(require.resolve("chrome-aws-lambda/package.json")), "bin/chromium.br");
  const half = path.join(mkdtempSync(path.join(tmpdir(), "zhibao-chromium-")), "chromium");
  writeFileSync(half, brotliDecompressSync(readFileSync(packed)));
  chmodSync(half, 0o755);
  renameSync(half, file);
  return file;
}

/** A headless Chromium 90; the caller closes it. */
export async function launchOldChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable(),
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN", "--force-prefers-reduced-motion"],
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration() },
  });
}
