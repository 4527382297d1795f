/** Processor time of the server's Node, of PostgreSQL and of the clerks: what stays comparable on a machine that others use too. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Processor seconds used. */
export interface Processors {
  readonly node: number;
  readonly postgres: number;
  readonly clerks: number;
}

export interface Measured extends Processors {
  readonly seconds: number;
}

/**
 * @param server process number of the server's Node; null where there is none.
 * @param cluster folder of the PostgreSQL server.
 */
export function processorsOf(server: number | null, cluster: string): () => Processors {
  return () => ({
    node: server === null ? 0 : processorOf(server),
    postgres: processorOfPostgres(cluster),
    clerks: (process.cpuUsage().user + process.cpuUsage().system) / 1_000_000,
  });
}

/** What work that ends `over` seconds from now takes. */
export async function measured(over: number, used: () => Processors, work: (end: number) => Promise<unknown>): Promise<Measured> {
  const [start, before] = [performance.now(), used()];
  await work(start + over * 1000);
  const [seconds, after] = [(performance.now() - start) / 1000, used()];
  return {
    seconds,
    node: after.node - before.node,
    postgres: after.postgres - before.postgres,
    clerks: after.clerks - before.clerks,
  };
}

export function perRequest({ node, postgres, clerks }: Measured, requests: number): string {
  if (requests === 0) return "";
  const each = (processor: number): string => `${((processor * 1000) / requests).toFixed(2)} ms`;
  return `server's Node ${each(node)}, PostgreSQL ${each(postgres)}, clerks ${each(clerks)} for each request`;
}

/** Requests in a second that take all of the machine's processors, and those of which the clerks take nothing. */
export function carried({ node, postgres, clerks }: Measured, requests: number, processors: number): string {
  const at = (spent: number): string => ((processors * requests) / spent).toFixed(0);
  return requests === 0 ? "" : `at most ${at(node + postgres + clerks)}/s, with clerks on machines of their own ${at(node + postgres)}/s`;
}

/** Processor seconds that a process has used, with its children that have ended. */
function processorOf(pid: number | string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

/** Those of a server's processes, one for each connection and its own. */
function processorOfPostgres(cluster: string): number {
  const main = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]!;
  const children = readFileSync(`/proc/${main}/task/${main}/children`, "utf8").trim().split(" ");
  return [main, ...children].reduce((sum, pid) => sum + (existsSync(`/proc/${pid}/stat`) ? processorOf(pid) : 0), 0);
}
