/** Dates inside a year of reporting. */
import type { Random } from "./random.ts";

/** An ISO date in `year` between two months, both inclusive. */
export function dateIn(random: Random, year: number, fromMonth = 3, toMonth = 11): string {
  return iso(year, random.whole(fromMonth, toMonth), random.whole(1, 28));
}

export function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The date `days` later, kept inside December 31 of its year. */
export function later(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let [nextMonth, nextDay] = [month, day + days];
  while (nextMonth < 12 && nextDay > lengths[nextMonth - 1]!) {
    nextDay -= lengths[nextMonth - 1]!;
    nextMonth += 1;
  }
  return iso(year, nextMonth, Math.min(nextDay, lengths[nextMonth - 1]!));
}
