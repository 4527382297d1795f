/** The store on the embedded server, as it runs on a laptop. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { describeStore } from "./store-contract.ts";
import { knowledge } from "./store-city.ts";

let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zhibao-store-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describeStore("the embedded server", () => openStore({ dataDir: join(home, "data") }, knowledge));
