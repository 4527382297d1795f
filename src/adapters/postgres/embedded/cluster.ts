/**
 * Creates the database cluster of a data folder. It is made beside its place and renamed into it, whole
 * with its password, so that a killed or a second command leaves either no cluster or a complete one.
 */
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { isAlive } from "./pid-file.ts";
import { spawnAs, type SystemUser } from "./system-user.ts";

/** The cluster's own administrator; the store itself connects as an ordinary user. */
export const administrator = "postgres";

const passwordFile = "zhibao.password";

export async function clusterExists(cluster: string): Promise<boolean> {
  return stat(join(cluster, "PG_VERSION")).then(() => true, () => false);
}

export async function readPassword(cluster: string): Promise<string> {
  return (await readFile(join(cluster, passwordFile), "utf8")).trim();
}

/** Makes the cluster unless another command was faster. */
export async function createCluster(cluster: string, binaries: Binaries, user: SystemUser | null): Promise<void> {
  const home = dirname(cluster);
  await removeLeftovers(home, basename(cluster));
  const id = `${process.pid}-${randomBytes(4).toString("hex")}`;
  const draft = join(home, `${basename(cluster)}.new-${id}`);
  const password = join(home, `${basename(cluster)}.new-${id}.password`);
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeSecret(password, randomBytes(32).toString("hex"));
    if (user) for (const path of [draft, password]) await chown(path, user.uid, user.gid);
    await initialise(draft, password, binaries, user);
    await rename(password, join(draft, passwordFile));
    await rename(draft, cluster).catch(async (error: unknown) => {
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
  const child = spawnAs(user, binaries.initdb, parameters, { cwd: dirname(folder), env: { ...binaries.environment }, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit, signal) => resolve(exit ?? signal));
  });
  if (code !== 0) throw new Error(`数据库目录 ${folder} 初始化失败（initdb ${code}）：${output.trim().split("\n").slice(-3).join(" ")}`);
}

/** What commands that were killed while creating a cluster left behind. */
async function removeLeftovers(home: string, name: string): Promise<void> {
  for (const entry of await readdir(home)) {
    const maker = new RegExp(`^${name}\\.new-(\\d+)-`).exec(entry)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) await rm(join(home, entry), { recursive: true, force: true });
  }
}
