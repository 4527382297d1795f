/** The same commands on a PostgreSQL server that is not ours, as an ordinary user. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ForeignServer, startForeignServer } from "../contract/foreign-server.ts";
import { type IndicatorsOutput, json, temporaryFolder, zhibao } from "./zhibao.ts";

let server: ForeignServer;
let environment: { DATABASE_URL: string };
beforeAll(async () => {
  server = await startForeignServer();
  environment = { DATABASE_URL: await server.database("commands") };
});
afterAll(() => server?.stop());

it("runs the demo, gives the figures and verifies, without a store of its own", { timeout: 240_000 }, async () => {
  const folder = temporaryFolder();
  expect((await zhibao(["demo", "--dir", folder], environment)).code).toBe(0);
  expect(existsSync(join(folder, "data"))).toBe(false);
  const { indicators } = await json<IndicatorsOutput>(["indicators", "--org", "411000", "--year", "2019"], environment);
  expect(indicators.find((line) => line.code === "teachers.doubleQualifiedShare")?.text).toBe("75.7%");
  expect((await json<{ problems: string[] }>(["verify"], environment)).problems).toEqual([]);
  expect((await json<{ applied: string[] }>(["migrate"], environment)).applied).toEqual([]);
});
