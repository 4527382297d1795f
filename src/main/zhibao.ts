/** Starts the command line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommandLine } from "../cli/program.ts";
import { packageRoot } from "../adapters/system/package-root.ts";
import { productionEnvironment } from "./environment.ts";

// A reader that closes the pipe early (`| head`) has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string };
await runCommandLine(productionEnvironment(), version, process.argv.slice(2));
