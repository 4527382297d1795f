/** Instants by the clock of China, in which all offices of the country work. */

const offset = 8 * 3_600_000;

/** "2020-01-15" */
export function chinaDay(instant: string): string {
  return new Date(Date.parse(instant) + offset).toISOString().slice(0, 10);
}

/** "2020年1月15日 09:30" */
export function chinaTime(instant: string): string {
  const local = new Date(Date.parse(instant) + offset).toISOString();
  return `${chineseDay(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** An ISO date as 2020年1月15日. */
export function chineseDay(iso: string): string {
  const [year, month, date] = iso.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
