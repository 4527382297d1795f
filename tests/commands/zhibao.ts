/** Runs bin/zhibao as a user does, in a process of its own. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const program = fileURLToPath(new URL("../../bin/zhibao", import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function zhibao(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const env = { ...process.env, ...environment };
  if (!("DATABASE_URL" in environment)) delete env.DATABASE_URL;
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ code: error ? (typeof error.code === "number" ? error.code : 99) : 0, out, err });
    });
  });
}

/** The parsed output of a command with --format json; fails with what the command said. */
export async function json<T>(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<T> {
  const { code, out, err } = await zhibao([...args, "--format", "json"], environment);
  if (code !== 0) throw new Error(`zhibao ${args.join(" ")} ended with ${code}: ${err || out}`);
  return JSON.parse(out) as T;
}

/** A folder that the system user of the embedded server can reach; removed after the file's tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "zhibao-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface IndicatorsOutput {
  readonly org: string;
  readonly year: number;
  readonly indicators: readonly {
    readonly code: string;
    readonly zh: string;
    readonly value: string | null;
    readonly numerator: string | null;
    readonly denominator: string | null;
    readonly text: string;
    readonly change: { readonly text: string } | null;
    readonly missing: readonly string[];
    readonly trace?: unknown;
  }[];
}
