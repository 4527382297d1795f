/** What a crashed program said was stored, kept outside the store. */
import { readFile } from "node:fs/promises";

export interface Acknowledgement {
  readonly organisation: string;
  readonly version: number;
  /** SHA-256 of the document. */
  readonly hash: string;
  /** The value of the cell that tells the two workbooks apart. */
  readonly value: string;
}

/** Whole lines only: the last one may have been cut by the kill. */
export async function readAcknowledgements(file: string): Promise<Acknowledgement[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Acknowledgement);
}
