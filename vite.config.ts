/** Builds the web application into dist/web, for the browsers of offices: Chromium 90 and later. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

export default defineConfig({
  root: "src/web",
  plugins: [react(), compressed()],
  build: { outDir: "../../dist/web", emptyOutDir: true, target: ["chrome90"], cssTarget: "chrome90", chunkSizeWarningLimit: 1500 },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
