/** The wall clock, the only place that asks for the time. */
import type { Clock } from "../../app/ports.ts";

export const systemClock: Clock = { now: () => new Date().toISOString() };
