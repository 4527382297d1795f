/**
 * Reminders by the clock, off unless configured: ZHIBAO_REMIND_AT is a time of day in China ("08:30"),
 * ZHIBAO_REMIND_DAYS the days before a deadline on which to remind ("7,3,1,0"); whoever is late is reminded daily.
 */
import { randomUUID } from "node:crypto";
import { Cron } from "croner";
import type { Accounts } from "../app/accounts.ts";
import { remindByDeadline } from "../app/desk/remind.ts";
import type { Mailer } from "../app/mailer.ts";
import type { Clock, Store } from "../app/ports.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { Log } from "../server/world.ts";

interface Reminder {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly mailer: Mailer | null;
  readonly index: KnowledgeIndex;
  readonly clock: Clock;
  readonly log: Log;
}

const defaultDays = "7,3,1,0";

/** Null where reminders are off. @throws Error for a time or a list of days that is none. */
export function reminderTimes(environment: NodeJS.ProcessEnv): { readonly pattern: string; readonly days: readonly number[] } | null {
  const { ZHIBAO_REMIND_AT: at, ZHIBAO_REMIND_DAYS: days = defaultDays } = environment;
  if (!at) return null;
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(at) ?? [];
  if (hour === undefined || minute === undefined) throw new Error(`ZHIBAO_REMIND_AT 应为 08:30 这样的时刻，现在是“${at}”`);
  if (!/^\d{1,3}(,\d{1,3})*$/.test(days)) throw new Error(`ZHIBAO_REMIND_DAYS 应为 7,3,1,0 这样的天数，现在是“${days}”`);
  return { pattern: `${Number(minute)} ${Number(hour)} * * *`, days: days.split(",").map(Number) };
}

/** Starts the clock; the function that stops it. */
export function startReminders(world: Reminder, environment: NodeJS.ProcessEnv): () => void {
  const times = reminderTimes(environment);
  if (!times) return () => undefined;
  const job = new Cron(times.pattern, { timezone: "Asia/Shanghai", protect: true, unref: true }, async () => {
    try {
      world.log.info(await remindAll(world, times.days), "reminded by the clock");
    } catch (error) {
      world.log.error({ error: error instanceof Error ? error.message : String(error) }, "reminding by the clock failed");
    }
  });
  return () => job.stop();
}

/** Reminds everybody of every open cycle: those whose city's own deadline lies not more than a season back. */
export async function remindAll(
  { store, accounts, mailer, index, clock }: Omit<Reminder, "log">,
  days: readonly number[],
): Promise<{ reminded: number; mailed: number; mailProblem: string | null }> {
  const now = clock.now();
  const total = { reminded: 0, mailed: 0, mailProblem: null as string | null };
  for (const { organisation: root, year, deadlines } of await store.cycles()) {
    const last = Object.values(deadlines).toSorted().at(-1);
    if (last === undefined || Date.parse(now) - Date.parse(last) > season) continue;
    const done = await remindByDeadline(store.within({ organisation: root }), { accounts, mailer, newId: randomUUID }, index, {
      root,
      year,
      now,
      days,
      mail: mailer !== null,
    });
    total.reminded += done.reminded;
    total.mailed += done.mailed;
    total.mailProblem ??= done.mailProblem;
  }
  return total;
}

/** After so long nobody is reminded of a cycle any more, in milliseconds: 60 days. */
const season = 60 * 86_400_000;
