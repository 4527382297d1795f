/** Looks through a backup before anything is done with it: what kind of file it is first, then every line of it, and says what was found where. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { type Bilingual, refuse, type Refusal } from "../../app/refusal.ts";
import { backupFormat, backupTables, formerTables } from "./backup.ts";
import { listMigrations } from "./migrate.ts";
import type { Tables } from "./tables.ts";

const headSchema = z.object({
  backup: z.literal("zhibao"),
  format: z.number(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
});
const endSchema = z.object({ end: z.literal(true), counts: z.record(z.string(), z.number()), sha256: z.string() });

export interface CheckedBackup {
  readonly migrations: z.infer<typeof headSchema>["migrations"];
  readonly counts: Readonly<Record<string, number>>;
}

type Told = (found: Bilingual, expected: Bilingual) => Refusal;

const same = (text: string): Bilingual => ({ zh: text, en: text });
const whole: Bilingual = {
  zh: "以各表行数和 SHA-256 结尾的完整备份（*.zhibao）",
  en: "a whole backup (*.zhibao), which ends with the tables' counts and a SHA-256",
};

/**
 * Reads the file once from end to end.
 * @param name under which the person knows the file.
 * @throws Refusal "backup-missing", "backup-damaged" with what was found and expected, "backup-newer" for the schema of a later program.
 */
export async function checkBackup(file: string, name: string): Promise<CheckedBackup> {
  const damaged: Told = (found, expected) => refuse("backup-damaged", { file: name, found, expected });
  await assertGzip(file, name, damaged);
  const hash = createHash("sha256");
  const counts: Record<string, number> = Object.fromEntries([...backupTables, ...formerTables].map(([table]) => [table, 0]));
  let head: z.infer<typeof headSchema> | null = null;
  let end: z.infer<typeof endSchema> | null = null;
  let lines = 0;
  let at = "";
  const place = (): Bilingual => ({
    zh: lines === 0 ? "第一行" : `第 ${lines} 行${at === "" ? "" : `（表 ${at}）`}`,
    en: lines === 0 ? "the first line" : `line ${lines}${at === "" ? "" : ` (table ${at})`}`,
  });
  try {
    for await (const line of readLines(file)) {
      lines += 1;
      if (end) throw damaged({ zh: `结尾之后还有内容：第 ${lines} 行`, en: `more after the end, in line ${lines}` }, whole);
      if (!head) head = await readHead(line, name, damaged);
      else if (line.startsWith("{")) {
        end = readEnd(line, place(), damaged);
        continue;
      } else {
        const table = tableOf(line);
        if (table === null)
          throw damaged(
            { zh: `第 ${lines} 行是“${line.slice(0, 40)}”`, en: `line ${lines} is "${line.slice(0, 40)}"` },
            { zh: "本程序某个表的一行", en: "a row of one of this program's tables" },
          );
        at = table;
        counts[table] = (counts[table] ?? 0) + 1;
      }
      hash.update(`${line}\n`);
    }
  } catch (error) {
    if (isUnpacking(error)) throw damaged(unpacking(error, place()), whole);
    throw error;
  }
  if (!head) throw damaged({ zh: "内容是空的", en: "nothing in it" }, whole);
  if (!end) throw damaged({ zh: `到${place().zh}为止，没有结尾`, en: `no end after ${place().en}` }, whole);
  assertCounts(counts, end.counts, damaged);
  const sum = hash.digest("hex");
  if (sum !== end.sha256)
    throw damaged(
      { zh: `内容的 SHA-256 是 ${sum.slice(0, 12)}…`, en: `contents of SHA-256 ${sum.slice(0, 12)}…` },
      {
        zh: `结尾所记的 ${end.sha256.slice(0, 12)}…（内容被改动过）`,
        en: `${end.sha256.slice(0, 12)}… as its end says: the contents were changed`,
      },
    );
  return { migrations: head.migrations, counts };
}

const looks: readonly (readonly [start: string, zh: string, en: string])[] = [
  ["504b0304", "一个 ZIP 或 Excel、WPS 文件", "a ZIP, Excel or WPS file"],
  ["25504446", "一个 PDF 文件", "a PDF"],
  ["d0cf11e0", "一个旧版 Office 文件", "an old Office file"],
  ["377abcaf", "一个 7z 压缩包", "a 7z archive"],
  ["52617221", "一个 RAR 压缩包", "a RAR archive"],
];

/** Before anything is unpacked. */
async function assertGzip(file: string, name: string, damaged: Told): Promise<void> {
  const opened = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? refuse("backup-missing", { file: name }) : error;
  });
  try {
    const start = (await opened.read(Buffer.alloc(16), 0, 16, 0)).buffer.subarray(0, Math.min(16, (await opened.stat()).size));
    if (start[0] === 0x1f && start[1] === 0x8b) return;
    const hex = start.toString("hex");
    const look = looks.find(([known]) => hex.startsWith(known));
    const bytes = `${hex.slice(0, 16).replaceAll(/..(?=.)/g, "$& ")}`;
    const found =
      start.length === 0
        ? { zh: "是一个空文件", en: "an empty file" }
        : look
          ? { zh: `是${look[1]}`, en: look[2] }
          : { zh: `开头的字节是 ${bytes}`, en: `it begins with the bytes ${bytes}` };
    throw damaged(found, {
      zh: "质报的备份（gzip，开头的字节是 1f 8b）",
      en: "a backup of zhibao (gzip, which begins with the bytes 1f 8b)",
    });
  } finally {
    await opened.close();
  }
}

async function readHead(line: string, name: string, damaged: Told): Promise<z.infer<typeof headSchema>> {
  const parsed = headSchema.safeParse(jsonOf(line));
  if (!parsed.success)
    throw damaged({ zh: `第一行是“${line.slice(0, 40)}”`, en: `its first line is "${line.slice(0, 40)}"` }, same('{"backup":"zhibao",…}'));
  const { format, migrations } = parsed.data;
  const own = await listMigrations();
  const strange = migrations.find((each) => own.find((known) => known.name === each.name)?.checksum !== each.checksum);
  if (format !== backupFormat || strange)
    throw refuse("backup-newer", { file: name, found: strange?.name ?? `format ${format}`, known: own.at(-1)?.name ?? "" });
  return parsed.data;
}

function readEnd(line: string, place: Bilingual, damaged: Told): z.infer<typeof endSchema> {
  const parsed = endSchema.safeParse(jsonOf(line));
  if (parsed.success) return parsed.data;
  throw damaged({ zh: `${place.zh}像是结尾，却读不懂`, en: `${place.en} looks like the end and cannot be read` }, whole);
}

function assertCounts(counts: Readonly<Record<string, number>>, told: Readonly<Record<string, number>>, damaged: Told): void {
  for (const table of Object.keys({ ...told, ...counts })) {
    const [found, expected] = [counts[table] ?? 0, told[table] ?? 0];
    if (found !== expected)
      throw damaged(
        { zh: `表 ${table} 有 ${found} 行`, en: `table ${table} has ${found} rows` },
        { zh: `结尾所记的 ${expected} 行`, en: `${expected}, as its end says` },
      );
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

interface Unpacking extends Error {
  readonly code: string;
}

function isUnpacking(error: unknown): error is Unpacking {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
}

function unpacking({ code }: Unpacking, { zh, en }: Bilingual): Bilingual {
  if (code === "Z_BUF_ERROR")
    return { zh: `在${zh}之后中断（文件被截短，或没有下载完）`, en: `it breaks off after ${en}: cut short, or not downloaded to its end` };
  return { zh: `${zh}之后的压缩数据已损坏`, en: `the compressed data after ${en} are damaged` };
}

/** The table of a row as a backup has it; null for anything else. */
export function tableOf(line: string): keyof Tables | null {
  const name = /^\["(\w+)",\{/.exec(line)?.[1];
  return [...backupTables, ...formerTables].find(([table]) => table === name)?.[0] ?? null;
}

/** The lines of a packed file. Whoever stops reading closes it. @throws what reading or unpacking met. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip({ chunkSize: 256 * 1024 })).setEncoding("utf8");
  source.on("error", (error) => text.destroy(error));
  // A line may be a whole file of evidence: its pieces are put together once.
  let pieces: string[] = [];
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const [first = "", ...others] = chunk.split("\n");
      pieces.push(first);
      for (const other of others) {
        yield pieces.join("");
        pieces = [other];
      }
    }
    const last = pieces.join("");
    if (last !== "") yield last;
  } finally {
    source.destroy();
  }
}
