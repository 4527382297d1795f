/** Writes the demo city's workbooks anew: `npm run demo:generate`, after the catalog or the scenario has changed. */
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { excelSpreadsheets } from "../src/adapters/spreadsheet/spreadsheets.ts";
import { diskFiles } from "../src/adapters/system/files.ts";
import { contentHash } from "../src/adapters/system/hash.ts";
import { knowledge } from "../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../src/core/definition/knowledge.ts";
import { demoFiles } from "./xuchang/workbooks.ts";

const folder = fileURLToPath(new URL("./", import.meta.url));
const index = new KnowledgeIndex(knowledge);

for (const year of ["2018", "2019"]) await rm(`${folder}${year}`, { recursive: true, force: true });
let [files, size] = [0, 0];
for await (const { path, bytes } of demoFiles(excelSpreadsheets, index, contentHash(knowledge))) {
  await diskFiles.write(`${folder}${path}`, bytes);
  files += 1;
  size += bytes.length;
}
process.stdout.write(`${files} workbooks, ${(size / 1_000_000).toFixed(1)} MB\n`);
