/**
 * Starts a real Chromium for tests: the one that comes with npm on x64 Linux (it unpacks by itself and
 * needs no download), elsewhere an installed Chrome or Edge. Chinese text shows through the npm fonts.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import bundled from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type LaunchOptions } from "playwright-core";

const require = createRequire(import.meta.url);

/** The folder of one weight of a font package: fontFolder("noto-sans-sc", "400Regular"). */
export function fontFolder(name: "noto-sans-sc" | "noto-serif-sc", weight: string): string {
  return path.join(path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), weight);
}

/** A fontconfig file that adds the npm fonts to the machine's own; for FONTCONFIG_FILE of Chromium and LibreOffice. */
export function fontConfiguration(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "zhibao-fonts-"));
  const fonts = [
    fontFolder("noto-sans-sc", "400Regular"),
    fontFolder("noto-sans-sc", "700Bold"),
    fontFolder("noto-serif-sc", "400Regular"),
    fontFolder("noto-serif-sc", "700Bold"),
  ];
  const file = path.join(folder, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fonts.map((font) => `<dir>${font}</dir>`).join("")}<include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}

/**
 * Of the bundled arguments those that do not suit tests: one process for all dies with its first page, the web's security
 * is under test, and a graphics card imitated by the processor takes two thirds of a test's time.
 */
const unwanted = new Set([
  "--single-process",
  "--no-zygote",
  "--disable-web-security",
  "--allow-running-insecure-content",
  "--ignore-gpu-blocklist",
  "--in-process-gpu",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
]);

/** A headless browser; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}

/** The same with a profile folder of its own, which outlives it. */
export async function launchWithProfile(
  profile: string,
  options: BrowserContextOptions = {},
  more: readonly string[] = [],
): Promise<BrowserContext> {
  const own = await launchOptions();
  return chromium.launchPersistentContext(profile, { ...own, ...options, args: [...(own.args ?? []), ...more] });
}

async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    const channel = process.platform === "win32" ? "msedge" : "chrome";
    return { channel, headless: true };
  }
  return {
    executablePath: await bundled.executablePath(),
    headless: true,
    // Without motion a click cannot fall on a menu that is still opening, which a busy machine makes likely.
    args: [...bundled.args.filter((each) => !unwanted.has(each)), "--no-sandbox", "--disable-gpu", "--force-prefers-reduced-motion"],
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration() },
  };
}
