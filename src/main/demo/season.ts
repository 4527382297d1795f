/** Brings the demo city into the middle of its season of 2019: last year's returns locked, this year's as far as the plan says. */
import type { PostgresStore } from "../../adapters/postgres/store.ts";
import type { Accounts } from "../../app/accounts.ts";
import { type DemoData, demoExplanation, type DemoWorld, foundDemoCity, importDemoWorkbook, openDemoCycle } from "../../app/demo-city.ts";
import type { Act, Progress } from "../../app/ports.ts";
import { acceptReturn, returnReturn, submitReturns } from "../../app/returns.ts";
import type { ReturnState } from "../../core/model/return.ts";
import { createDemoAccounts, personAt } from "./accounts.ts";
import { recordDesk, signedAt } from "./desk.ts";
import { accepted, demoCycles, plans, returned, submitted } from "./plan.ts";
import { unfinished } from "./unfinished.ts";

/** Goes on where an earlier run was broken off. */
export async function seedDemoSeason(
  world: DemoWorld,
  demo: DemoData,
  store: PostgresStore,
  accounts: Accounts,
  progress: Progress,
): Promise<void> {
  const [before, now] = demoCycles;
  if (!before || !now) return;
  const workbooks = new Map(demo.years.map(({ year, workbooks: paths }) => [year, paths]));
  const total = [...workbooks.values()].flat().length;
  let done = 0;
  const bringIn = async (year: number, filing: DemoWorld, at: (organisation: string) => string): Promise<void> => {
    for (const path of workbooks.get(year) ?? []) {
      const organisation = /(\d{6}(?:-\d{2})?)-[^/\\]*$/.exec(path)?.[1] ?? "";
      progress((done += 1), total, `示例市 ${year} 年度：${path.split(/[\\/]/).at(-1)}`);
      if (year === now.year && plans[organisation] === null) continue;
      await importDemoWorkbook(store, filing, path, (file) =>
        act("import", at(organisation), personAt(organisation, "clerk").username, file),
      );
    }
  };
  const inState = async (year: number, state: ReturnState, among: readonly string[]): Promise<string[]> => {
    const states = new Map((await store.returnStates(demo.city.code, year)).map((entry) => [entry.organisation, entry.state]));
    return among.filter((code) => states.get(code) === state);
  };

  const signing = (year: number) => (organisation: string) =>
    act("sign", signedAt(year), personAt(organisation, organisation === demo.city.code ? "leader" : "head").username);

  const codes = await foundDemoCity(store, world, demo, (name) => act(name, "2018-12-03T01:00:00.000Z", "administrator"));
  await openDemoCycle(store, world, demo, before, act("cycle.open", before.opened, "administrator"));
  await bringIn(before.year, world, (organisation) => dayOf("2019-01-02", codes.indexOf(organisation), 4));
  const drafts = await inState(before.year, "draft", codes);
  await submitReturns(
    store,
    world.index,
    drafts,
    before.year,
    { all: demoExplanation },
    act("submit", "2019-01-06T06:20:00.000Z", "demo"),
    signing(before.year),
  );
  for (const code of await inState(before.year, "submitted", codes))
    await acceptReturn(store, code, before.year, act("accept", dayOf("2019-01-08", codes.indexOf(code), 5), "editor"));
  for (const code of await inState(before.year, "accepted", codes)) {
    const minute = String(codes.indexOf(code)).padStart(2, "0");
    await lock(store, code, before.year, act("lock", `2019-01-25T08:${minute}:00.000Z`, "leader"));
  }

  await openDemoCycle(store, world, demo, now, act("cycle.open", now.opened, "administrator"));
  await bringIn(now.year, slipped(world, now.year), (organisation) => dayOf("2019-12-30", codes.indexOf(organisation), 7));
  const filed = [...accepted, returned.organisation, ...submitted];
  const ready = await inState(now.year, "draft", filed);
  const outcomes = await submitReturns(
    store,
    world.index,
    ready,
    now.year,
    { all: demoExplanation },
    act("submit", "2020-01-06T06:20:00.000Z", "demo"),
    signing(now.year),
  );
  const stuck = outcomes.find((outcome) => !outcome.submitted);
  if (stuck) throw new Error(`${stuck.organisation}: ${stuck.blocking.map((finding) => finding.message.zh).join("; ")}`);
  for (const code of await inState(now.year, "submitted", accepted))
    await acceptReturn(store, code, now.year, act("accept", `2020-01-07T02:${10 + 7 * accepted.indexOf(code)}:00.000Z`, "editor"));
  for (const code of await inState(now.year, "submitted", [returned.organisation]))
    await returnReturn(store, code, now.year, act("return", "2020-01-07T07:05:00.000Z", "editor", returned.reason));
  await createDemoAccounts(accounts, demo.city.code);
  await recordDesk(store, world.index, [before.year, now.year], now.year, filed);
}

/** The workbooks of `year` as far as their organisations are with them. */
function slipped(world: DemoWorld, year: number): DemoWorld {
  return {
    ...world,
    spreadsheets: {
      ...world.spreadsheets,
      readWorkbook: async (...given) => {
        const parsed = await world.spreadsheets.readWorkbook(...given);
        const plan = parsed.organisation === null ? undefined : plans[parsed.organisation];
        return parsed.document && parsed.year === year && plan ? { ...parsed, document: unfinished(parsed.document, plan) } : parsed;
      },
    },
  };
}

async function lock(store: PostgresStore, organisation: string, year: number, act: Act): Promise<void> {
  await store.transaction((writer) => writer.changeState(organisation, year, "accepted", "locked", act));
}

const act = (name: string, at: string, actor: string, reason = ""): Act => ({ name, actor, at, reason });

/** Working hours of the days from `from` on, spread over `days` of them. */
function dayOf(from: string, at: number, days: number): string {
  const moment = Date.parse(`${from}T01:15:00.000Z`) + (at % days) * 86_400_000 + ((at * 37) % 420) * 60_000;
  return new Date(moment).toISOString();
}
