/**
 * The server that the edit rounds kill, on an existing store. Arguments: data folder, user names. Says in one line
 * of JSON where it listens and the cookie of each.
 */
import { openStore } from "../../src/adapters/postgres/open.ts";
import { createApp } from "../../src/server/app.ts";
import { listenOn } from "../../src/server/serve.ts";
import { signIn, worldOver } from "../server/fixture.ts";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import { catalog, index } from "./workbooks.ts";

const [folder = "", ...usernames] = process.argv.slice(2);
const store = await openStore({ dataDir: folder }, storeKnowledge(index, catalog));
const app = createApp(worldOver(store));
const { url } = await listenOn(app, { host: "127.0.0.1", port: 0, tls: null });
const cookies = await Promise.all(usernames.map((username) => signIn(app, username)));
process.stdout.write(`${JSON.stringify({ url, cookies })}\n`);
