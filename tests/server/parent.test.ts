/** A server that was asked to ends with whoever started it, as `npm start` needs; one that was not asked goes on. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
let folder: string;
let shell: ChildProcess | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhibao-parent-test-"));
});
afterEach(() => {
  if (shell?.exitCode === null) shell.kill("SIGKILL");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Through a shell that stays in between, as npm's does; the server's process and address. */
async function started(options: string): Promise<{ pid: number; url: string }> {
  const command = `"${process.execPath}" bin/zhibao serve --port 0 --data "${join(folder, "data")}" ${options} & echo "pid $!"; wait`;
  const child = spawn("sh", ["-c", command], {
    cwd: root,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, ZHIBAO_LOG: "error" },
  });
  shell = child;
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /listening on (\S+)/.exec(said);
      if (found) resolve(found[1]!);
    });
    child.once("exit", () => reject(new Error(`it ended: ${said}`)));
  });
  return { pid: Number(/pid (\d+)/.exec(said)![1]), url };
}
const isAlive = (pid: number): boolean => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};
async function endsWithin(pid: number, seconds: number): Promise<boolean> {
  for (let tries = 0; tries < seconds * 10 && isAlive(pid); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  return !isAlive(pid);
}

it.runIf(process.platform === "linux")(
  "stops in order when its starter is ended, and goes on without being asked to stop",
  async () => {
    const asked = await started("--stop-with-parent");
    expect((await fetch(`${asked.url}/healthz`)).status).toBe(200);
    shell!.kill("SIGTERM");
    expect(await endsWithin(asked.pid, 30)).toBe(true);
    await expect(fetch(`${asked.url}/healthz`)).rejects.toThrow();

    // Its store was closed, so the next one opens it; this one outlives its starter, as under nohup.
    const free = await started("");
    shell!.kill("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect((await fetch(`${free.url}/healthz`)).status).toBe(200);
    process.kill(free.pid, "SIGTERM");
    expect(await endsWithin(free.pid, 30)).toBe(true);
  },
  120_000,
);
