/** A second set of the demo's workbooks with other splits among the schools, so that importing it over the first changes every return. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { productionEnvironment } from "../src/main/environment.ts";
import { xuchangScenario } from "../demo/xuchang/scenario.ts";
import { workbookRequests } from "../demo/xuchang/workbooks.ts";

/** Writes them below `folder`; their paths. */
export async function changedWorkbooks(folder: string): Promise<string[]> {
  const { index, catalog, spreadsheets } = productionEnvironment();
  const written: string[] = [];
  for (const { path, request } of workbookRequests(index, catalog, { ...xuchangScenario(index.knowledge), seed: 411_001 })) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await spreadsheets.writeTemplate(request));
    written.push(target);
  }
  return written;
}
