/**
 * One measured piece of work in a process of its own, so that its memory is its own: `tsx bench/task.ts NAME ARGUMENT…`
 * prints as JSON its timings in milliseconds and Node's processor seconds for each run, the uncounted first one included.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import exceljs from "exceljs";
import { openCycle } from "../src/app/cycles.ts";
import { createCity, importOrganisations } from "../src/app/organisations.ts";
import type { Act } from "../src/app/ports.ts";
import { composeFor } from "../src/app/report.ts";
import { importWorkbook } from "../src/app/returns.ts";
import { productionEnvironment } from "../src/main/environment.ts";
import { xuchangOrganisations } from "../demo/xuchang/organisations.ts";
import { timings } from "./measure.ts";
import { measureImport } from "./spreadsheet-import.ts";

const runs = 3;
const act: Act = { name: "bench", actor: "bench", at: "2020-01-01T00:00:00Z", reason: "" };

const tasks: Readonly<Record<string, (folder: string, ...files: string[]) => Promise<number[]>>> = {
  /** Imports the workbooks into a fresh embedded store each time; opening it is not counted. */
  async import(folder, ...files) {
    const taken: number[] = [];
    for (let run = 0; run <= runs; run += 1) taken.push(await importAll(folder, files));
    return taken.slice(1);
  },

  /** Lets exceljs parse the same workbooks and do nothing with them. */
  exceljs: (_folder, ...files) =>
    timings(runs, async () => {
      for (const file of files) await new exceljs.Workbook().xlsx.load((await readFile(file)) as unknown as ArrayBuffer);
    }),

  /** Medians: our reader without any store, then exceljs, on one long workbook. */
  async read() {
    const { ours, exceljs: theirs } = await measureImport();
    return [ours, theirs];
  },

  /** Composes the city's report of 2019 from the store in `folder` and writes it in the three formats. */
  async report(folder) {
    const environment = productionEnvironment();
    const { index, writers } = environment;
    const store = await environment.openStore(folder);
    try {
      return await timings(runs + 2, async () => {
        const { report } = await composeFor(store, index, "411000", 2019, true);
        for (const writer of writers) await writer.write(report);
      });
    } finally {
      await store.close();
    }
  },
};

async function importAll(folder: string, files: readonly string[]): Promise<number> {
  const environment = productionEnvironment();
  const { index, catalog, spreadsheets } = environment;
  const data = await mkdtemp(join(folder, "store-"));
  const store = await environment.openStore(join(data, "data"));
  try {
    await createCity(store, { code: "411000", name: "许昌市", kind: "city" }, act);
    await importOrganisations(store, xuchangOrganisations, act);
    for (const year of [2018, 2019])
      await openCycle(
        store,
        {
          organisation: "411000",
          year,
          period: "calendarYear",
          outlines: { city: "2016-city", school: "2016-school" },
          catalog,
          sample: true,
        },
        act,
      );
    const start = performance.now();
    for (const file of files) {
      const outcome = await importWorkbook(
        store,
        spreadsheets,
        index,
        catalog,
        { name: file, bytes: new Uint8Array(await readFile(file)) },
        act,
      );
      if (outcome.result !== "imported") throw new Error(`${file}: ${outcome.result}`);
    }
    return performance.now() - start;
  } finally {
    await store.close();
    await rm(data, { recursive: true, force: true });
  }
}

const [name = "", folder = "", ...files] = process.argv.slice(2);
const task = tasks[name];
if (!task) throw new Error(`no task ${name}; known: ${Object.keys(tasks).join(", ")}`);
const before = process.cpuUsage();
const taken = await task(folder, ...files);
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ taken, cpu: (user + system) / 1_000_000 / (taken.length + 1) }));
