/** Words that offices use in tasks, urging and reminders: days and lists of names. */

/** 1月10日; with its year where that is another than today's. Dates are ISO. */
export function chineseDate(date: string, today: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const text = `${Number(month)}月${Number(day)}日`;
  return year === today.slice(0, 4) ? text : `${year}年${text}`;
}

/** 甲、乙、丙等5个: at most `most` names. */
export function listed(names: readonly string[], most: number, unit = "个"): string {
  return names.length <= most ? names.join("、") : `${names.slice(0, most).join("、")}等${names.length}${unit}`;
}

/** 甲, 乙, 丙 and 2 more: at most `most` names. */
export function listedInEnglish(names: readonly string[], most: number): string {
  return names.length <= most ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
