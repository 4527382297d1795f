/** `zhibao serve` as an office starts it, for tests: its own process, its own data folder, a port that is free. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../bin/zhibao", import.meta.url));

export interface ServeProcess {
  /** What `wanted` matched. */
  readonly printed: string;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/** Waits until the server has printed what is `wanted`. @throws Error with what it printed when it ends before. */
export async function startServe(parameters: readonly string[], wanted: RegExp): Promise<ServeProcess> {
  const folder = mkdtempSync(join(tmpdir(), "zhibao-serve-"));
  const child = spawn(process.execPath, [program, "serve", ...parameters, "--port", "0", "--data", join(folder, "data")], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ZHIBAO_LOG: "error" },
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const printed = await new Promise<string>((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = wanted.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then((code) => reject(new Error(`serve ${parameters.join(" ")} ended with ${code}: ${said.slice(-2000)}`)));
  });
  return {
    printed,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
