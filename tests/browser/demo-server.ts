/** Serves the demo city to browser tests, as `npm start` does, on a port and a folder of its own; builds the pages where their sources are newer. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const project = path.resolve(import.meta.dirname, "../..");

export const demoPassword = "zhibao-demo-2019";

export interface DemoServer {
  /** http://127.0.0.1:N */
  readonly base: string;
  stop(): Promise<void>;
}

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  );
}

/** Builds dist/web unless it is newer than its sources; for production, whatever the test runner says (React would else double in size). */
export function buildPages(): void {
  const page = path.join(project, "dist/web/index.html");
  if (existsSync(page) && statSync(page).mtimeMs > newest(path.join(project, "src/web"))) return;
  execFileSync(process.execPath, [path.join(project, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
    cwd: project,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
}

/** ZHIBAO_DEMO_URL names a server that runs already. @throws Error with what the server printed when it ends before it listens. */
export async function startDemo(port: number): Promise<DemoServer> {
  const running = process.env.ZHIBAO_DEMO_URL;
  if (running) return { base: running, stop: () => Promise.resolve() };
  buildPages();
  const data = mkdtempSync(path.join(tmpdir(), "zhibao-demo-test-"));
  const child = spawn(
    process.execPath,
    [path.join(project, "bin/zhibao"), "serve", "--demo", "--port", String(port), "--data", path.join(data, "data")],
    {
      cwd: project,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ZHIBAO_LOG: "error" },
    },
  );
  let printed = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const base = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const address = /listening on (http:\/\/\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then(() => reject(new Error(`the server ended: ${printed}`)));
  });
  return {
    base,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
