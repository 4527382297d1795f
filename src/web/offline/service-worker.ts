/**
 * Opens the application without a connection: keeps one release's page and scripts, as they were built together,
 * and gives them when the server does not answer. What the server says (/api) never passes through here.
 * Registered over https and on this computer alone; it imports nothing, for it is one file by itself.
 */

interface Release {
  /** Of the page and all scripts together. */
  readonly version: string;
  /** SHA-256 of index.html, in hexadecimal: a page of another release is not kept. */
  readonly page: string;
  readonly files: readonly string[];
}
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  addEventListener(name: "install" | "activate", listener: (event: Waiting) => void): void;
  addEventListener(name: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(name: "message", listener: (event: MessageEvent<unknown>) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}

const worker = self as unknown as Scope;
/** Written in when the pages are built (vite.config.ts). */
const release = JSON.parse("%RELEASE%") as Release;
const prefix = "zhibao-release-";
const own = `${prefix}${release.version}`;
/** A line that is up and carries nothing: so many milliseconds for the page before the kept one is given. */
const patience = 5000;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", ({ data, ports }) => {
  if (data === "version") ports[0]?.postMessage(release.version);
  if (data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate" && !/^\/(?:api\/|docs$|openapi\.json$|healthz$|readyz$|pdf\/)/.test(pathname))
    event.respondWith(page(request));
});

/** All or nothing: a release that changed while it was read is tried again later. */
async function install(): Promise<void> {
  try {
    const cache = await caches.open(own);
    const index = await fetch("/", { cache: "reload" });
    if (!index.ok || (await digest(await index.clone().arrayBuffer())) !== release.page) throw new Error("the page is of another release");
    await Promise.all(
      release.files.map(async (path) => {
        const before = await caches.match(path, { ignoreVary: true });
        if (before) await cache.put(path, before);
        else await cache.add(path);
      }),
    );
    await cache.put("/", index);
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
}

/** Windows that are still open on the release before ours load its scripts to their end: it goes with the next one. */
async function activate(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** Files have their contents' hash in their names: whichever release kept one, it is right. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function page(request: Request): Promise<Response> {
  const asked = fetch(request).catch(() => null);
  const first = await Promise.race([asked, new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))]);
  if (first && first.status < 500) return first;
  return (await (await caches.open(own)).match("/")) ?? first ?? (await asked) ?? Response.error();
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  return Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
