/** What is wrong in one row of a table that somebody uploaded: where, what stands there, what should. */
import type { Bilingual } from "./refusal.ts";

export interface RowProblem {
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
  readonly message: Bilingual;
}

export function rowProblem(row: number, column: string, found: string, expected: Bilingual): RowProblem {
  const message = {
    zh: `第 ${row} 行“${column}”：${found === "" ? "没有填" : `填的是“${found}”`}，应为${expected.zh}`,
    en: `row ${row}, ${column}: ${found === "" ? "found nothing" : `found "${found}"`}, expected ${expected.en}`,
  };
  return { row, column, found, expected: expected.zh, message };
}
