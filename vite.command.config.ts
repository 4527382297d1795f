/** Bundles the command line into a few files, so that a cold start reads ten instead of three hundred; packages stay outside. */
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    ssr: "dist/main/zhibao.js",
    outDir: "dist/command",
    emptyOutDir: true,
    target: "node20",
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" } },
  },
  ssr: { external: true },
});
