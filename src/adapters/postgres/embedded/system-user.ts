/**
 * PostgreSQL refuses to run as root. Started by root, it runs as a system user of its own, which must be
 * able to reach the data folder and the programs; this file chooses the user and finds the way.
 */
import { execFile, spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
  /** A program through which the server keeps root's right of way where folders above it are closed to its user. */
  readonly wrapper: readonly string[];
}

/**
 * The user as whom the server runs, or null when we are not root. The owner of an existing cluster goes
 * first; then `postgres`, made when absent and when that is allowed; then `nobody`.
 * @param reached files and folders which the server must be able to reach.
 */
export async function serverUser(cluster: string, reached: readonly string[]): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(cluster).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => null,
  );
  const user =
    (owner && owner.uid !== 0 ? owner : null) ?? (await lookUp("postgres")) ?? (await create("postgres")) ?? (await lookUp("nobody"));
  if (!user) throw new Error("以 root 运行时需要一个供数据库使用的系统用户（postgres 或 nobody）；请改用普通用户运行，或设置 DATABASE_URL");
  const closed = (await Promise.all(reached.map((path) => closedFolder(path, user)))).find((path) => path !== null);
  return { ...user, wrapper: closed === undefined || closed === null ? [] : await rightOfWay(user, closed) };
}

/** Starts a program as `user`. */
export function spawnAs(user: SystemUser | null, program: string, parameters: readonly string[], options: SpawnOptions): ChildProcess {
  const [wrapper, ...before] = user?.wrapper ?? [];
  if (wrapper !== undefined) return spawn(wrapper, [...before, program, ...parameters], options);
  return spawn(program, parameters, user ? { ...options, uid: user.uid, gid: user.gid } : options);
}

async function lookUp(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, name])).stdout)));
    return uid === undefined || gid === undefined || uid === 0 ? null : { uid, gid };
  } catch {
    return null;
  }
}

async function create(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  } catch {
    return null;
  }
  return lookUp(name);
}

/** The topmost folder on the way to `path` that `user` may not enter, or null. */
async function closedFolder(path: string, user: { uid: number; gid: number }): Promise<string | null> {
  const parent = dirname(path);
  if (parent !== path) {
    const above = await closedFolder(parent, user);
    if (above !== null) return above;
  }
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return null;
  const search = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
  return (found.mode & search) === search ? null : path;
}

/** Linux can pass on the one right that is needed (CAP_DAC_OVERRIDE) while giving up the rest of root. */
async function rightOfWay(user: { uid: number; gid: number }, closed: string): Promise<string[]> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const program = join(folder, "setpriv");
    if (
      folder !== "" &&
      (await access(program, constants.X_OK).then(
        () => true,
        () => false,
      ))
    )
      return [
        program,
        `--reuid=${user.uid}`,
        `--regid=${user.gid}`,
        "--clear-groups",
        "--inh-caps=+dac_override",
        "--ambient-caps=+dac_override",
        "--",
      ];
  }
  throw new Error(`以 root 运行时数据库使用系统用户 ${user.uid}，它进不了 ${closed}；请换一个目录（--data），或改用普通用户运行`);
}
