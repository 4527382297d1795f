/** Builds the web application into dist/web, for the browsers of offices: Chromium 90 and later. */
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Larger scripts (characters) are loaded when a page needs them: the auditor's, the chart library. */
const largestKept = 400_000;

/** Tells the worker which page and scripts belong together, and the page which release it is. */
function nameRelease(dir: string): void {
  const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
  const files = readdirSync(join(dir, "assets"))
    .filter((name) => /\.(js|css)$/.test(name) && statSync(join(dir, "assets", name)).size <= largestKept)
    .toSorted()
    .map((name) => `/assets/${name}`);
  const page = readFileSync(join(dir, "index.html"), "utf8");
  const worker = readFileSync(join(dir, "service-worker.js"), "utf8");
  const version = sha256([page, worker, ...files].join("\n")).slice(0, 12);
  const named = page.replace("<title>", `<meta name="zhibao-release" content="${version}" />\n    <title>`);
  const placeholder = /(["'`])%RELEASE%\1/;
  if (named === page || !placeholder.test(worker)) throw new Error("the page or the worker has no place for the release");
  writeFileSync(join(dir, "index.html"), named);
  const release = JSON.stringify(JSON.stringify({ version, page: sha256(named), files }));
  writeFileSync(
    join(dir, "service-worker.js"),
    worker.replace(placeholder, () => release),
  );
}

/** Names the release, then compresses once what the server would else compress for every visitor. */
const released = (): Plugin => ({
  name: "zhibao-released",
  apply: "build",
  writeBundle: ({ dir }) => {
    nameRelease(dir!);
    for (const entry of readdirSync(dir!, { recursive: true, encoding: "utf8" }))
      if (/\.(js|css|html|svg)$/.test(entry))
        writeFileSync(join(dir!, `${entry}.gz`), gzipSync(readFileSync(join(dir!, entry)), { level: 9 }));
  },
});

/** What pdf.js reads beside its program (the character maps of Chinese fonts): served by ourselves, for offices have no internet. */
const pdfTables = (): Plugin => ({
  name: "zhibao-pdf-tables",
  apply: "build",
  writeBundle: ({ dir }) => {
    const from = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
    for (const folder of ["cmaps", "standard_fonts"]) cpSync(join(from, folder), join(dir!, "pdf", folder), { recursive: true });
  },
});

const web = join(import.meta.dirname, "src/web");

export default defineConfig({
  root: "src/web",
  plugins: [react(), released(), pdfTables()],
  worker: { format: "es" },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: ["chrome90"],
    cssTarget: "chrome90",
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { index: join(web, "index.html"), "service-worker": join(web, "offline/service-worker.ts") },
      // The worker's own address never changes: browsers ask there for a newer one.
      output: { entryFileNames: ({ name }) => (name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js") },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
