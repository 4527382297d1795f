/** The built web application: hashed files are kept for ever, every other path is the page itself. */
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/** Paths that cannot be decoded name nothing: the page itself says so. */
function pathOf(request: Request): string {
  try {
    return normalize(decodeURIComponent(new URL(request.url).pathname));
  } catch {
    return sep;
  }
}

export async function serveWeb(root: string | null, request: Request): Promise<Response> {
  if (root === null)
    return new Response("网页尚未构建：请先运行 npm run build", { status: 503, headers: { "content-type": "text/plain; charset=utf-8" } });
  const path = pathOf(request);
  // Ledgers have dots in their names: /fill/2019/students.enrolment is a page.
  const isFile = path.startsWith(`${sep}assets${sep}`) || extname(path) in types;
  const file = isFile ? join(root, path) : join(root, "index.html");
  if (!file.startsWith(root + sep)) return new Response(null, { status: 404 });
  const compressed = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "") ? await readFile(`${file}.gz`).catch(() => null) : null;
  const content = compressed ?? (await readFile(file).catch(() => null));
  if (content === null) return new Response("没有找到", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "cache-control": path.startsWith(`${sep}assets${sep}`) ? "public, max-age=31536000, immutable" : "no-cache",
      ...(compressed ? { "content-encoding": "gzip", vary: "accept-encoding" } : {}),
    },
  });
}
