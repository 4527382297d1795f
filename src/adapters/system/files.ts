/** Files on disk: whole reads, and writes that leave either the old file or the new one, never half of it. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Files } from "../../app/ports.ts";
import { putInPlace } from "./rename.ts";

export const diskFiles: Files & { list(directory: string): Promise<string[]> } = {
  read: async (path) => new Uint8Array(await readFile(path)),
  write: async (path, content) => {
    await mkdir(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}.part`;
    await writeFile(beside, content);
    await putInPlace(beside, path);
  },
  list: async (directory) => (await readdir(directory)).sort(),
};
