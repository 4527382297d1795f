/** Makes the demo where the store is empty, goes on where a start was broken off, and leaves alone what is no demo. */
import { newestAct } from "../../adapters/postgres/desk/acts.ts";
import { readSetting, writeSetting } from "../../adapters/postgres/desk/settings.ts";
import type { PostgresStore } from "../../adapters/postgres/store.ts";
import type { Accounts } from "../../app/accounts.ts";
import type { DemoData, DemoWorld } from "../../app/demo-city.ts";
import type { Clock, Progress } from "../../app/ports.ts";
import { refuse } from "../../app/refusal.ts";
import { demoClock } from "./clock.ts";
import { seedDemoSeason } from "./season.ts";

const mark = "demo";

/** The demo's clock. @throws Refusal where the store holds anything else than the demo. */
export async function prepareDemo(
  world: DemoWorld & { readonly clock: Clock; demoData(): Promise<DemoData> },
  store: PostgresStore,
  accounts: Accounts,
  progress: Progress,
): Promise<Clock> {
  const state = await readSetting(store.database, mark);
  if (state === null) {
    if ((await store.organisations()).length > 0) throw refuse("demo-on-data", {});
    await writeSetting(store.database, mark, "begun");
  }
  if (state !== "done") {
    await seedDemoSeason(world, await world.demoData(), store, accounts, progress);
    await writeSetting(store.database, mark, "done");
  }
  return demoClock(world.clock, await newestAct(store.database));
}

/** Without `--demo` the demo's accounts, whose password everybody knows, must not be served. @throws Refusal */
export async function assertNoDemo(store: PostgresStore): Promise<void> {
  if ((await readSetting(store.database, mark)) !== null) throw refuse("data-of-demo", {});
}
