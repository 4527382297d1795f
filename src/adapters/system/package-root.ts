/** Where the package lies: files that are read by path (migrations, the demo's workbooks, the web application) stand under it, however the code was bundled. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function find(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error("the package's own folder was not found");
  }
}

/** Absolute, without a separator at its end. */
export const packageRoot = find();
