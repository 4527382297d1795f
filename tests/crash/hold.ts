/** A program that opens a data folder's server, says so, and then ends as its second argument says: by waiting, by exiting without closing, or by throwing. */
import { acquireServer } from "../../src/adapters/postgres/embedded/server.ts";

const [folder = "", way = "wait"] = process.argv.slice(2);
const server = await acquireServer(folder);
process.stdout.write(`${JSON.stringify({ server: server.pid, port: server.address.port })}\n`);
if (way === "exit") process.exit(3);
if (way === "throw") throw new Error("thrown on purpose");
setInterval(() => undefined, 1000);
