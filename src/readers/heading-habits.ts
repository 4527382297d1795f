/**
 * Tells headings from lines by the numbering habits of Chinese official documents, for text files and for
 * Word files whose authors made headings without styles.
 */

/** `form` is what the line's number looks like; lines of one form are siblings. */
export interface Habit {
  readonly form: "part" | "chinese" | "bracketed" | "digit" | "decimal" | "case" | "annex";
  /** Level of the heading; null where it depends on the document (digit). */
  readonly level: number | null;
  /** The number of a digit form. */
  readonly order: number | null;
}

/** Longer lines are no headings. */
const longest = 40;

/** What a numbered line begins with: most lines need no closer look. */
const begins = new Set("第一二三四五六七八九十（(案附0123456789");

const forms: readonly (readonly [RegExp, Habit["form"], number | null])[] = [
  [/^第[一二三四五六七八九十百\d]{1,4}[章部编篇][分]?[\s　、：:]?/u, "part", 1],
  [/^第[一二三四五六七八九十百\d]{1,4}节[\s　、：:]?/u, "part", 2],
  [/^[一二三四五六七八九十]{1,3}[ 　]?[、．.]/u, "chinese", 1],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/u, "bracketed", 2],
  [/^案例[一二三四五六七八九十\d]{0,3}[：:、 　]/u, "case", 2],
  [/^附[录件表][一二三四五六七八九十\d]{0,3}[：:、 　]/u, "annex", 1],
];

/** The habit by which `line` (trimmed) would be a heading, or null. */
export function habitOf(line: string): Habit | null {
  if (line.length < 3 || line.length > longest || !begins.has(line[0]!) || endsSentence(line) || isContentsEntry(line)) return null;
  for (const [pattern, form, level] of forms) {
    const match = pattern.exec(line);
    if (match) return line.length > match[0].length ? { form, level, order: null } : null;
  }
  const decimal = /^\d{1,2}((?:\.\d{1,2}){1,3})[ 　\t]{1,3}\p{Script=Han}/u.exec(line);
  if (decimal) return { form: "decimal", level: (decimal[1] ?? "").split(".").length, order: null };
  const digit = /^(\d{1,2})[ 　]?[、．.][ 　]?(?=[^\d\s])/u.exec(line);
  if (!digit || (/[，；]/u.test(line) && /\d/u.test(line.slice(digit[0].length)))) return null;
  return { form: "digit", level: null, order: Number(digit[1]) };
}

function endsSentence(line: string): boolean {
  return line.includes("。") || /[；;，,！？!?…]$/u.test(line);
}

/** "一、基本情况……………3" or, with a tab, "一、基本情况→3": a line of a typed table of contents. */
export function isContentsEntry(line: string): boolean {
  if (line.length > 300 || !/[\d）)]$/u.test(line)) return false;
  if (/(?:…|\.{3}|·{3}|．{3}|\. \. \.)[ 　]{0,9}[（(]?\d{1,4}[）)]?$/u.test(line)) return true;
  return /\t[ 　]{0,9}\d{1,3}$/u.test(line) && forms.some(([pattern]) => pattern.test(line));
}

/** Items with bullets, or numbered below the headings: "（1）", "①", "·". */
export function isListItem(line: string): boolean {
  return /^(?:[（(]\d{1,2}[）)]|\d{1,2}[）)]|[①-⑳⑴-⒇●○■◆◇▪•·➢✓※])/u.test(line);
}

/** What a title says of its document. */
const titleWord = /报告|年报|总结|汇报|白皮书|方案|计划|材料|通报|公报/u;

/**
 * Level of each line (trimmed, none empty): 0 for the title, null for what is no heading. Digit forms
 * take level 2 in a document without （一）, else 3; a run of short digit lines with nothing between
 * is a list.
 */
export function headingLevels(lines: readonly string[]): (number | null)[] {
  const habits = lines.map(habitOf);
  const digitLevel = habits.some((habit) => habit?.form === "bracketed") ? 3 : 2;
  const levels = habits.map((habit, at) => {
    if (habit?.form !== "digit") return habit?.level ?? null;
    return follows(habits[at - 1], habit) || follows(habit, habits[at + 1]) ? null : digitLevel;
  });
  const first = levels.findIndex((level) => level !== null);
  for (const at of titleLines(lines.slice(0, Math.min(first < 0 ? lines.length : first, 6)))) levels[at] = 0;
  return levels;
}

function follows(before: Habit | null | undefined, after: Habit | null | undefined): boolean {
  return before?.form === "digit" && after?.form === "digit" && after.order === (before.order ?? 0) + 1;
}

/** Indices of the lines that make up the title at the start of `lines`. */
function titleLines(lines: readonly string[]): number[] {
  const end = lines.findIndex((line) => line.length > longest || /[。！？；，、：:;,!?]/u.test(line) || /\t|日$/u.test(line));
  const title = lines.slice(0, end < 0 ? lines.length : end);
  return title.some((line) => titleWord.test(line)) ? [...title.keys()] : [];
}
