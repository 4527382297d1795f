/** Shows how long work is going: a bar on a terminal, plain lines now and then elsewhere. */
import type { Progress } from "../app/ports.ts";
import type { Environment } from "./environment.ts";

const width = 24;

export function progressOn(environment: Pick<Environment, "err" | "files">): Progress {
  const terminal = environment.files.isTerminal;
  let lastStep = -1;
  return (done, total, what) => {
    if (terminal) {
      const filled = total === 0 ? 0 : Math.round((done / total) * width);
      const bar = total === 0 ? "" : `[${"█".repeat(filled)}${"·".repeat(width - filled)}] ${done}/${total} `;
      process.stderr.write(`\r\u001b[K${bar}${what}${done === total ? "\n" : ""}`);
      return;
    }
    const step = total === 0 ? 0 : Math.floor((done / total) * 4);
    if (step === lastStep && done !== total) return;
    lastStep = done === total ? -1 : step;
    environment.err(total === 0 ? what : `${done}/${total} ${what}`);
  };
}
