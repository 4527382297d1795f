/** Runs once before all tests: two workers that unpacked the browser at the same time would start half of it. */
import bundled from "@sparticuz/chromium";

export async function setup(): Promise<void> {
  if (process.platform === "linux" && process.arch === "x64") await bundled.executablePath();
}
