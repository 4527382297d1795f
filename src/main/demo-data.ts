/** Finds the demo city's workbooks in the package's own `demo` folder. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { DemoData } from "../app/demo-city.ts";

const years = [
  { year: 2018, issuedOn: "2019-02-20" },
  { year: 2019, issuedOn: "2020-02-21" },
] as const;

export async function findDemoData(packageRoot: string): Promise<DemoData> {
  const folder = join(packageRoot, "demo");
  return {
    city: { code: "411000", name: "许昌市" },
    organisations: join(folder, "organisations.xlsx"),
    years: await Promise.all(
      years.map(async ({ year, issuedOn }) => {
        const directory = join(folder, String(year));
        const names = (await readdir(directory)).filter((name) => name.endsWith(".xlsx")).sort();
        return { year, issuedOn, workbooks: names.map((name) => join(directory, name)) };
      }),
    ),
  };
}
