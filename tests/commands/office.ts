/** LibreOffice for tests: opens a file and saves it as another, each call with a profile of its own. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Why LibreOffice tests are skipped here, or null where soffice is installed. */
export const officeAbsent: string | null = probe();

function probe(): string | null {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return null;
  } catch {
    return "LibreOffice (soffice) is not installed";
  }
}

/** Converts `file` into `folder` with the ending `to`. */
export function convert(file: string, to: string, folder: string): void {
  const profile = mkdtempSync(join(tmpdir(), "zhibao-office-"));
  try {
    execFileSync(
      "soffice",
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--convert-to", to, "--outdir", folder, file],
      { stdio: "ignore", timeout: 120_000 },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
