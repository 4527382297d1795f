/** What the command `demo` and the demo server do alike: the demo city founded, its workbooks brought in. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { type CycleRequest, openCycle } from "./cycles.ts";
import { parseOrganisations } from "./organisation-table.ts";
import { createCity, importOrganisations } from "./organisations.ts";
import type { Act, Files, Spreadsheets, Store } from "./ports.ts";
import { importWorkbook } from "./returns.ts";

/** Where the demo's workbooks lie, by year, and the table of its organisations. */
export interface DemoData {
  readonly city: { readonly code: string; readonly name: string };
  readonly organisations: string;
  readonly years: readonly { readonly year: number; readonly issuedOn: string; readonly workbooks: readonly string[] }[];
}

export interface DemoWorld {
  readonly files: Pick<Files, "read">;
  readonly spreadsheets: Spreadsheets;
  readonly index: KnowledgeIndex;
  readonly catalog: string;
}

/** What a person explains of every warning in the demo's returns. */
export const demoExplanation = "示例数据，情况属实";

/** The demo's organisations, unless an earlier run made them; the codes of those that file. */
export async function foundDemoCity(store: Store, world: DemoWorld, demo: DemoData, act: (name: string) => Act): Promise<string[]> {
  const organisations = parseOrganisations(await world.spreadsheets.readTable(await world.files.read(demo.organisations)));
  const known = await store.organisations();
  if (!known.some((each) => each.code === demo.city.code)) await createCity(store, { ...demo.city, kind: "city" }, act("init"));
  if (known.length < organisations.length) await importOrganisations(store, organisations, act("org.import"));
  return organisations.map((each) => each.code);
}

/** Opens a cycle of the demo city, unless an earlier run did. */
export async function openDemoCycle(
  store: Store,
  world: DemoWorld,
  demo: DemoData,
  cycle: Pick<CycleRequest, "year" | "issuedOn" | "deadlines" | "extensions">,
  act: Act,
): Promise<void> {
  if ((await store.cycles(demo.city.code)).some((each) => each.year === cycle.year)) return;
  await openCycle(
    store,
    {
      ...cycle,
      organisation: demo.city.code,
      period: "calendarYear",
      outlines: { city: "2016-city", school: "2016-school" },
      catalog: world.catalog,
      sample: true,
    },
    act,
  );
}

/** @throws Error that names every problem, for the demo's own workbooks have none. */
export async function importDemoWorkbook(store: Store, world: DemoWorld, path: string, act: (file: string) => Act): Promise<void> {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const file = { name, bytes: await world.files.read(path) };
  const outcome = await importWorkbook(store, world.spreadsheets, world.index, world.catalog, file, act(name));
  if (outcome.result === "refused")
    throw new Error(`${path}: ${outcome.problems.map((problem) => `${problem.sheet} ${problem.cell} ${problem.message.zh}`).join("; ")}`);
}
