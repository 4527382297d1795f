/** A byte that went wrong anywhere in a backup is a refusal in words, never an error that nobody waits for. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkBackup, readLines } from "./backup-check.ts";
import { listMigrations } from "./migrate.ts";

let home = "";
beforeAll(async () => void (home = await mkdtemp(join(tmpdir(), "zhibao-lines-"))));
afterAll(() => rm(home, { recursive: true, force: true }));

const row = (at: number): string => `["facts",{"organisation":"411000-${at}","value":"${(at * 7919) % 10007}","note":"甲\u2028乙"}]\n`;
const text = Array.from({ length: 30_000 }, (_, at) => row(at)).join("");

it("gives the lines as they were written, however long they are", async () => {
  const file = join(home, "whole.zhibao");
  const long = `["evidence_contents",{"content":"${"质报".repeat(400_000)}"}]`;
  await writeFile(file, gzipSync(`${text}${long}\nlast`));
  const lines: string[] = [];
  for await (const line of readLines(file)) lines.push(line);
  expect(lines.length).toBe(30_002);
  expect(lines.slice(-2)).toEqual([long, "last"]);
  expect(`${lines.slice(0, 30_000).join("\n")}\n`).toBe(text);
});

it("refuses a file with one byte changed, wherever it is", async () => {
  const migrations = (await listMigrations()).map(({ name, checksum }) => ({ name, checksum }));
  const head = `${JSON.stringify({ backup: "zhibao", format: 1, migrations })}\n`;
  const bytes = gzipSync(head + text);
  for (let part = 1; part < 20; part += 1) {
    const broken = Buffer.from(bytes);
    broken[Math.floor((broken.length * part) / 20)]! ^= 0xff;
    const file = join(home, "broken.zhibao");
    await writeFile(file, broken);
    await expect(checkBackup(file, "broken.zhibao")).rejects.toThrow(/不完整或已损坏/);
    await expect(
      (async () => {
        for await (const line of readLines(file))
          if (!line.startsWith("[") && !line.startsWith("{")) throw new Error("stopped by the reader");
      })(),
    ).rejects.toThrow();
  }
  // What is still unpacked after somebody stopped reading is nobody's to trip over.
  await new Promise((resolve) => setTimeout(resolve, 200));
});
