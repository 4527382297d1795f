/**
 * Creates the database cluster of a data folder. It is made beside its place and renamed into it, whole
 * with its password, so that a killed or a second command leaves either no cluster or a complete one.
 */
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { putInPlace } from "../../system/rename.ts";
import type { Binaries } from "./binaries.ts";
import { isAlive } from "./pid-file.ts";
import { spawnAs, type SystemUser } from "./system-user.ts";

/** The cluster's own administrator; the store itself connects as an ordinary user. */
export const administrator = "postgres";

const passwordFile = "zhibao.password";
const longestMaking = 120_000;

export async function clusterExists(cluster: string): Promise<boolean> {
  return stat(join(cluster, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}

export async function readPassword(cluster: string): Promise<string> {
  return (await readFile(join(cluster, passwordFile), "utf8")).trim();
}

/** Makes the cluster unless another command is at it or was faster: look again afterwards. */
export async function createCluster(cluster: string, binaries: Binaries, user: SystemUser | null): Promise<void> {
  const home = dirname(cluster);
  const name = `${basename(cluster)}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  const draft = join(home, name);
  const password = join(home, `${name}.password`);
  if ((await otherDrafts(home, basename(cluster))).length > 0) return;
  try {
    await mkdir(draft, { mode: 0o700 });
    if ((await otherDrafts(home, basename(cluster), name)).some((other) => other < name)) return;
    await writeSecret(password, randomBytes(32).toString("hex"));
    if (user) for (const path of [draft, password]) await chown(path, user.uid, user.gid);
    await initialise(draft, password, binaries, user);
    await putInPlace(password, join(draft, passwordFile));
    await putInPlace(draft, cluster).catch(async (error: unknown) => {
      if (!(await clusterExists(cluster))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(password, { force: true });
  }
}

async function writeSecret(path: string, secret: string): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(path, 0o600);
}

async function initialise(folder: string, password: string, binaries: Binaries, user: SystemUser | null): Promise<void> {
  const parameters = [
    `--pgdata=${folder}`,
    `--username=${administrator}`,
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
  const child = spawnAs(user, binaries.initdb, parameters, {
    cwd: dirname(folder),
    env: { ...binaries.environment },
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit, signal) => resolve(exit ?? signal));
  });
  if (code !== 0) throw new Error(`数据库目录 ${folder} 初始化失败（initdb ${code}）：${reasonOf(code, output, folder)}`);
}

/** What a program ends with on Windows when a library is not there (0xC0000135), or older than the one it was built for (0xC0000005). */
const libraryCodes: readonly unknown[] = [0xc0000135, 0xc0000005];

export function reasonOf(code: number | string | null, output: string, folder: string): string {
  if (libraryCodes.includes(code))
    return "本机缺少 Microsoft Visual C++ 2015–2022 运行库（x64）或版本太旧，安装后再试，见 docs/install-windows.md / the Visual C++ runtime is missing or too old";
  const said = output.trim().split("\n").slice(-3).join(" ");
  const isPlain = process.platform !== "win32" || /^[\x20-\x7e]*$/.test(folder);
  return isPlain ? said : `${said}（路径含有英文以外的字符，PostgreSQL 在 Windows 上可能读不了：请用 --data 换一个，如 C:\\zhibao\\data）`;
}

/**
 * Folders in which other commands are making the cluster now. What killed ones left behind is removed, now or
 * by a later command: initdb may still be writing there.
 */
export async function otherDrafts(home: string, name: string, own?: string): Promise<string[]> {
  const others: string[] = [];
  for (const entry of await readdir(home)) {
    const maker = new RegExp(`^${name}\\.new-(\\d+)-[0-9a-f]+(\\.password)?$`).exec(entry);
    if (!maker || entry === own) continue;
    const made = await stat(join(home, entry)).then(
      ({ birthtimeMs, mtimeMs }) => Math.max(birthtimeMs, mtimeMs),
      () => null,
    );
    if (made === null) continue;
    if (!isAlive(Number(maker[1])) || Date.now() - made > longestMaking)
      await rm(join(home, entry), { recursive: true, force: true }).catch(() => undefined);
    else if (maker[2] === undefined) others.push(entry);
  }
  return others;
}
