/** Why a typed text cannot be kept, in words that say what to write instead. */
import type { EntryProblem } from "../../filling/entry.ts";
import type { fillWords } from "../../messages/fill.ts";

type Say = (word: keyof typeof fillWords, values?: Readonly<Record<string, string | number>>) => string;

export function entryMessage(say: Say, problem: EntryProblem, unit: string): string {
  return say(problem, { unit });
}
