/**
 * Notices that whoever started this process is gone. `npm start` does not pass a signal on to the server when a shell
 * stands between them: npm tells the shell, which ends, and the server would go on unseen. Only for who asks for it:
 * under nohup, systemd or a service manager a vanished parent means nothing.
 */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";

/** Milliseconds between two looks. */
const pause = 500;

/** Resolves when the parent ends, or the program that had this started by a shell for one command (`sh -c …`, as npm does). */
export function parentEnds(): Promise<void> {
  const parent = process.ppid;
  let starter = starterOf(parent);
  if (process.platform === "win32") void starterOnWindows(parent).then((found) => (starter = found));
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (process.ppid === parent && isAlive(parent) && (starter === null || isAlive(starter))) return;
      clearInterval(timer);
      resolve();
    }, pause);
    // It keeps nobody waiting.
    timer.unref();
  });
}

/** Windows keeps the number of a parent that is gone; elsewhere another process becomes the parent. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The same where npm starts cmd.exe: its parent, which only the system's own shell can tell. Null where it cannot. */
function starterOnWindows(pid: number): Promise<number | null> {
  const ask = `$shell = Get-CimInstance Win32_Process -Filter "ProcessId=${pid}"; if ($shell.Name -eq "cmd.exe") { $shell.ParentProcessId }`;
  return new Promise((resolve) => {
    execFile("powershell.exe", ["-NoProfile", "-NonInteractive", "-Command", ask], { windowsHide: true }, (error, stdout) =>
      resolve(error ? null : Number(stdout.trim()) || null),
    );
  });
}

/** Who started the shell, where the parent is one that runs a single command; null where it is not, or the system does not tell (no /proc). */
function starterOf(pid: number): number | null {
  try {
    if (readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[1] !== "-c") return null;
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return Number(fields[1]);
  } catch {
    return null;
  }
}
