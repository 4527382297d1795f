/**
 * The program that the crash rounds kill: writes returns one after the other and says "ack" in a file outside
 * the store as soon as one is acknowledged, with the file's own fsync. Arguments: data folder, acknowledgement
 * file, round. To crash another way of writing, replace `write`: it must resolve when its return is durable.
 */
import { open } from "node:fs/promises";
import { openStore } from "../../src/adapters/postgres/open.ts";
import { knowledge, file, filing } from "../contract/store-city.ts";
import type { Acknowledgement } from "./acknowledgements.ts";

const [folder = "", acknowledgements = "", round = "0"] = process.argv.slice(2);
const schools = ["S1", "S2", "S3", "D1"];
const store = await openStore({ dataDir: folder }, knowledge);
const log = await open(acknowledgements, "a");

async function write(organisation: string, year: number, mark: string): Promise<Acknowledgement> {
  const cells = Object.fromEntries(["female", "male"].map((gender, at) => [`t.students#gender=${gender}`, String(at)]));
  const stored = await store.transaction((writer) => file(writer, filing(organisation, year, { "t.staff": mark, ...cells }, [`${mark}-a`, `${mark}-b`])));
  return { organisation, year, version: stored.version, hash: stored.hash, staff: mark };
}

process.stdout.write("writing\n");
for (let at = 0; ; at += 1) {
  const acknowledgement = await write(schools[at % schools.length]!, 2018 + (at % 2), String(Number(round) * 100_000 + at));
  await log.write(`${JSON.stringify(acknowledgement)}\n`);
}
