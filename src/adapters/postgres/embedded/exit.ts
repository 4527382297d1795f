/**
 * The embedded server ends with us: on a signal that nobody else handles it is let go before we die by that
 * signal; when the process exits without closing its store, a helper lets go after it.
 */
import { spawn } from "node:child_process";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../system/package-root.ts";
import type { EmbeddedServer } from "./server.ts";

const signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"];
const held = new Map<EmbeddedServer, string>();

/** Ties a server to the life of this process until it is released. */
export function endWithProcess(server: EmbeddedServer, dataFolder: string): EmbeddedServer {
  const tied: EmbeddedServer = {
    ...server,
    release: async () => {
      await server.release();
      held.delete(tied);
      if (held.size === 0) stopListening();
    },
  };
  if (held.size === 0) listen();
  held.set(tied, dataFolder);
  return tied;
}

function listen(): void {
  for (const signal of signals) process.on(signal, onSignal);
  process.on("exit", onExit);
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, onSignal);
  process.off("exit", onExit);
}

function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  void Promise.allSettled([...held.keys()].map((server) => server.release())).then(() => {
    stopListening();
    // Windows has no death by such a signal.
    if (process.platform === "win32") process.exit(1);
    process.kill(process.pid, signal);
  });
}

function onExit(): void {
  const own = fileURLToPath(import.meta.url);
  // Tests run the sources; everything else the compiled file, wherever this one was bundled to.
  const helper =
    extname(own) === ".ts" ? join(dirname(own), "release-later.ts") : join(packageRoot, "dist/adapters/postgres/embedded/release-later.js");
  for (const folder of new Set(held.values()))
    spawn(process.execPath, [...process.execArgv, helper, folder, String(process.pid)], {
      detached: true,
      stdio: "ignore",
      windowsHide: true,
    })
      .on("error", () => undefined)
      .unref();
}
