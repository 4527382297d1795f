import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["demo/**/*.test.ts", "src/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    globalSetup: ["tests/browser/unpack.ts", "tests/server/kept-season.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Many tests start PostgreSQL, LibreOffice or a browser: more than two files at once only slow each other.
    maxWorkers: 2,
  },
});
