/**
 * The demo's today. Its season is that of 2019, so its clock stands at the morning of 8 January 2020 whenever
 * the demo starts, or at the last thing that somebody did in it, and runs on from there: late stays late, and
 * no act is dated before an earlier one. The page says so beside 示例数据.
 */
import type { Clock } from "../../app/ports.ts";

/** Nine o'clock in the morning, Beijing time. */
export const demoMorning = "2020-01-08T01:00:00.000Z";

/** @param lastAct ISO instant of the newest act in the store; null for none. */
export function demoClock(real: Clock, lastAct: string | null): Clock {
  const start = Date.parse(lastAct !== null && lastAct > demoMorning ? lastAct : demoMorning) + 1000;
  const offset = start - Date.parse(real.now());
  return { now: () => new Date(Date.parse(real.now()) + offset).toISOString() };
}
