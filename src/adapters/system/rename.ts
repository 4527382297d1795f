/**
 * Putting a finished file or folder in its place. Windows refuses that while somebody has either of them open: a virus
 * scanner for a moment after it was written, Word or Excel for as long as a person reads the old one.
 */
import { rename } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const held: readonly unknown[] = ["EPERM", "EACCES", "EBUSY"];
/** Milliseconds before each further attempt; five seconds in all. */
const pauses = [50, 100, 200, 400, 800, 1500, 2000];

/** @throws Error in one line where another program keeps it open; the system's own error for anything else. */
export async function putInPlace(
  from: string,
  to: string,
  move: typeof rename = rename,
  windows = process.platform === "win32",
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await move(from, to);
      return;
    } catch (cause) {
      if (!windows || !held.includes((cause as NodeJS.ErrnoException).code)) throw cause;
      const pause = pauses[attempt];
      if (pause === undefined)
        throw new Error(`${to} 正被其他程序打开（如 Word、Excel 或杀毒软件），请关闭后再试 / ${to} is kept open by another program`, {
          cause,
        });
      await sleep(pause);
    }
  }
}
