/** Registers the worker that opens the application without a connection, and tells when a newer release is ready on this computer. */
import { keepsPages } from "./reads.ts";

/** Milliseconds between two looks for a newer release in a window that stays open. */
const lookEvery = 30 * 60 * 1000;
const pageVersion = document.querySelector<HTMLMetaElement>('meta[name="zhibao-release"]')?.content ?? "";

let newer = false;
let waiting: ServiceWorker | null = null;
let registered = false;
const listeners = new Set<() => void>();

export const release = {
  /** This page is of an older release than the one that is ready. */
  get isOld(): boolean {
    return newer;
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Opens the page anew, in the newer release. */
  refresh(): void {
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  },
};

function tell(worker: ServiceWorker | null): void {
  waiting = worker;
  newer = true;
  for (const listener of listeners) listener();
}

/** Once per window; built pages alone have a version. */
export async function registerWorker(): Promise<void> {
  if (registered || pageVersion === "" || !keepsPages()) return;
  registered = true;
  const { serviceWorker } = navigator;
  try {
    const registration = await serviceWorker.register("/service-worker.js", { updateViaCache: "none" });
    serviceWorker.addEventListener("controllerchange", () => void look(serviceWorker.controller));
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => {
        if (installing.state === "installed" && registration.active) void look(installing);
      });
    });
    if (registration.waiting) await look(registration.waiting);
    let looked = Date.now();
    const update = (): void => {
      if (document.visibilityState === "hidden" || Date.now() - looked < lookEvery) return;
      looked = Date.now();
      registration.update().catch(() => undefined);
    };
    setInterval(update, lookEvery);
    document.addEventListener("visibilitychange", update);
  } catch {
    // No trusted certificate, or a browser that forbids it: the page works as over plain http.
    registered = false;
  }
}

async function look(worker: ServiceWorker | null): Promise<void> {
  if (!worker) return;
  const version = await versionOf(worker);
  if (version !== pageVersion) tell(worker.state === "installed" ? worker : null);
  // The page came over the line and is of the newer release already.
  else if (worker.state === "installed") worker.postMessage("take over");
}

function versionOf(worker: ServiceWorker): Promise<string> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }: MessageEvent<string>) => resolve(data));
    port1.start();
    worker.postMessage("version", [port2]);
  });
}
