/**
 * A program of its own: when a process has exited without closing its store, takes over its share of the
 * embedded server and lets go of it, so that the server stops if nobody else uses it.
 * Arguments: data folder, number of the process that exits.
 */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./pid-file.ts";
import { attach } from "./server.ts";

const [folder = "", exiting = "0"] = process.argv.slice(2);
for (const deadline = Date.now() + 10_000; isAlive(Number(exiting)) && Date.now() < deadline; await sleep(20));
await (await attach(join(folder, "postgres"), null))?.release();
