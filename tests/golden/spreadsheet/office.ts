/** LibreOffice for tests: saves a workbook as people do. Absent on many machines: tests then skip and say so. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function found(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

export const hasOffice = found();

/** Opens the file in LibreOffice and saves it in `format`; every call has a profile of its own. */
export function convert(bytes: Uint8Array, format: "xlsx" | "pdf" | "csv"): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "zhibao-office-"));
  try {
    writeFileSync(join(folder, "in.xlsx"), bytes);
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        format,
        "--outdir",
        join(folder, "out"),
        join(folder, "in.xlsx"),
      ],
      { stdio: "ignore", timeout: 120_000 },
    );
    return readFileSync(join(folder, "out", `in.${format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
