/** Builds the web application into dist/web, for the browsers of offices: Chromium 90 and later. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Compresses once when building what the server would else compress for every visitor. */
const compressed = (): Plugin => ({
  name: "zhibao-compressed",
  apply: "build",
  writeBundle: ({ dir }) => {
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

export default defineConfig({
  root: "src/web",
  plugins: [react(), compressed(), pdfTables()],
  worker: { format: "es" },
  build: { outDir: "../../dist/web", emptyOutDir: true, target: ["chrome90"], cssTarget: "chrome90", chunkSizeWarningLimit: 1500 },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
