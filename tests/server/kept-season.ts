/**
 * The small season that most server tests begin with, made once for a whole run: making a cluster, its
 * tables and thirteen accounts takes seconds, copying the folder of a closed one takes a fraction of one.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const variable = "ZHIBAO_TESTS_KEPT";
const run = promisify(execFile);

/** Of the test runner: a place for the run's season, gone when the run ends. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "zhibao-tests-kept-"));
  process.env[variable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/**
 * Puts the season's data folder at `data`; `make` fills a folder and closes what it opened.
 * Two workers that make it at the same time use one of the two.
 */
export async function bringSeason(data: string, make: (data: string) => Promise<void>): Promise<void> {
  const kept = process.env[variable];
  // A copy must keep the owner: as root PostgreSQL runs under an account of its own. Windows has no such copy.
  if (kept === undefined || process.platform === "win32") return make(data);
  const season = join(kept, "season");
  if (!(await exists(season))) {
    const draft = join(await mkdtemp(join(kept, "draft-")), "season");
    await make(draft);
    await rename(draft, season).catch(async (error: unknown) => {
      if (!(await exists(season))) throw error;
    });
  }
  await run("cp", ["-a", season, data]);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
