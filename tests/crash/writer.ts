/**
 * The program that the crash rounds kill: imports workbooks one after the other, as the command does, and notes
 * each acknowledged import in a file outside the store, with the file's own fsync. Arguments: data folder,
 * acknowledgement file, folder of workbooks.
 */
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { importWorkbook } from "../../src/app/returns.ts";
import type { Acknowledgement } from "./acknowledgements.ts";
import { act, catalog, cells, index, openCrashStore, year } from "./workbooks.ts";

const [folder = "", acknowledgements = "", workbooks = ""] = process.argv.slice(2);
const organisations = Object.keys(cells);
const files = new Map<string, Uint8Array>();
for (const organisation of organisations)
  for (const variant of [0, 1])
    files.set(`${organisation}-${variant}`, new Uint8Array(await readFile(join(workbooks, `${organisation}-${variant}.xlsx`))));
const store = await openCrashStore(folder);
const log = await open(acknowledgements, "a");

process.stdout.write("importing\n");
for (let at = 0; ; at += 1) {
  const organisation = organisations[at % organisations.length]!;
  const name = `${organisation}-${Math.floor(at / organisations.length) % 2}`;
  const outcome = await importWorkbook(
    store,
    excelSpreadsheets,
    index,
    catalog,
    { name: `${name}.xlsx`, bytes: files.get(name)! },
    act("import"),
  );
  if (outcome.result === "refused") throw new Error(JSON.stringify(outcome.problems));
  if (outcome.result === "unchanged") continue;
  const [ledger, key] = cells[organisation]!;
  const stored = (await store.returnVersions(organisation, year)).find((each) => each.version === outcome.version)!;
  const acknowledgement: Acknowledgement = {
    organisation,
    version: stored.version,
    hash: stored.hash,
    value: stored.document.forms[ledger]![key]!.value!,
  };
  await log.write(`${JSON.stringify(acknowledgement)}\n`);
}
