/**
 * `npm run bench`: the demo by phase, imports against exceljs, reports against LibreOffice, in one table of medians and
 * ratios. Wall time means something on an idle machine only; processor seconds stand beside it (of a warm task: of Node,
 * for each run; of a command: of all its processes), and peak memory (of PostgreSQL apart).
 */
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, type Outcome, runWatched, timings } from "./measure.ts";
import { changedWorkbooks } from "./workbooks.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const zhibao = join(root, "bin", "zhibao");
const runs = 3;
const { DATABASE_URL: _, ...environment } = process.env;

interface Line {
  readonly what: string;
  readonly figure: string;
  readonly ratio?: string;
  readonly node?: number;
  readonly postgres?: number;
  readonly cpu?: number;
}

const lines: Line[] = [];
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const usage = ({ node, postgres, cpu }: Omit<Outcome, "output" | "milliseconds">): Pick<Line, "node" | "postgres" | "cpu"> => ({
  node: Math.round(node),
  postgres: Math.round(postgres),
  cpu,
});

/** One folder for everything; readable, for the embedded server may run as a user of its own. */
const folder = await mkdtemp(join(tmpdir(), "zhibao-bench-"));
await chmod(folder, 0o755);
try {
  await benchDemo();
  await benchImport();
  await benchReport();
  print();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** (a) Cold: a new folder, a new process. The last run's folder serves (c). */
async function benchDemo(): Promise<void> {
  const outcomes: (Outcome & { phases: Record<string, number> })[] = [];
  for (let run = 0; run < runs; run += 1) {
    say(`demo, run ${run + 1} of ${runs}`);
    const directory = join(folder, `demo-${run}`);
    await mkdir(directory);
    const outcome = await runWatched(process.execPath, [zhibao, "demo", "--dir", directory, "--format", "json"], environment);
    outcomes.push({ ...outcome, phases: (JSON.parse(outcome.output) as { phases: Record<string, number> }).phases });
  }
  const most = (of: (outcome: Outcome) => number): number => Math.max(...outcomes.map(of));
  const peak = { node: most(({ node }) => node), postgres: most(({ postgres }) => postgres), cpu: median(outcomes.map(({ cpu }) => cpu)) };
  lines.push({ what: "demo, cold", figure: seconds(median(outcomes.map(({ milliseconds }) => milliseconds))), ...usage(peak) });
  for (const phase of Object.keys(outcomes[0]!.phases))
    lines.push({ what: `  ${phase}`, figure: seconds(median(outcomes.map(({ phases }) => phases[phase]!))) });
}

/** (b) The demo's 32 workbooks through the use case of `import`, and through exceljs; then memory of the command with 32, 160 and 320. */
async function benchImport(): Promise<void> {
  const files = ["2018", "2019"].flatMap((year) =>
    readdirSync(join(root, "demo", year))
      .sort()
      .map((name) => join(root, "demo", year, name)),
  );
  say("import into a fresh store");
  const ours = await task("import", ...files);
  say("exceljs parses the same workbooks");
  const theirs = await task("exceljs", ...files);
  const perSecond = (milliseconds: number): number => (files.length * 1000) / milliseconds;
  const [imported, parsed] = [perSecond(median(ours.taken)), perSecond(median(theirs.taken))];
  lines.push({
    what: `import, ${files.length} workbooks, warm`,
    figure: `${imported.toFixed(1)} workbooks/s`,
    ratio: `${(imported / parsed).toFixed(1)} × exceljs`,
    ...usage({ ...ours.outcome, cpu: ours.cpu }),
  });
  lines.push({
    what: "  exceljs, parse alone",
    figure: `${parsed.toFixed(1)} workbooks/s`,
    ...usage({ ...theirs.outcome, cpu: theirs.cpu }),
  });
  say("a long workbook, read without a store");
  const [alone = 0, exceljs = 0] = (await task("read")).taken;
  lines.push({
    what: "reading a school's workbook of 300 rows",
    figure: `${Math.round(alone)} ms`,
    ratio: `${(exceljs / alone).toFixed(1)} × exceljs`,
  });

  const changed = await changedWorkbooks(join(folder, "changed"));
  const rounds: readonly (readonly string[])[] = Array.from({ length: 10 }, (_each, round) => (round % 2 === 0 ? files : changed));
  for (const workbooks of [rounds.slice(0, 1), rounds.slice(0, 5), rounds].map((each) => each.flat())) {
    say(`zhibao import of ${workbooks.length} workbooks`);
    const data = join(folder, `import-${workbooks.length}`);
    const command = (...parameters: string[]): Promise<Outcome> =>
      runWatched(process.execPath, [zhibao, ...parameters, "--data", data, "--format", "json"], environment);
    await command("init", "--org", "411000", "--name", "许昌市", "--year", "2018", "--sample");
    await command("org", "import", join(root, "demo", "organisations.xlsx"));
    await command("cycle", "open", "--org", "411000", "--year", "2019", "--sample");
    const outcome = await command("import", ...workbooks);
    const { outcomes } = JSON.parse(outcome.output) as { outcomes: { result: string }[] };
    if (outcomes.some(({ result }) => result !== "imported")) throw new Error("a workbook of the bench was not imported");
    lines.push({ what: `zhibao import, ${workbooks.length} workbooks, cold`, figure: seconds(outcome.milliseconds), ...usage(outcome) });
  }
}

/** (c) Store → report tree → three files in one warm process, against LibreOffice turning that .docx into PDF. */
async function benchReport(): Promise<void> {
  const demo = join(folder, `demo-${runs - 1}`);
  say("report in three formats");
  const ours = await task("report", join(demo, "data"));
  const line = {
    what: "report .docx + .pdf + .html, warm",
    figure: seconds(median(ours.taken)),
    ...usage({ ...ours.outcome, cpu: ours.cpu }),
  };
  const office = ["soffice", "libreoffice"].find((name) =>
    (process.env.PATH ?? "").split(":").some((place) => place !== "" && listed(place).includes(name)),
  );
  if (!office) {
    lines.push(line, { what: "  LibreOffice, .docx to PDF", figure: "skipped: no soffice on the PATH" });
    return;
  }
  say("LibreOffice turns the .docx into PDF");
  const profile = `-env:UserInstallation=file://${join(folder, "office")}`;
  let [node, cpu] = [0, 0];
  const theirs = median(
    await timings(runs, async () => {
      const outcome = await runWatched(
        office,
        [profile, "--headless", "--convert-to", "pdf", "--outdir", join(folder, "pdf"), join(demo, "report.docx")],
        environment,
      );
      node = Math.max(node, outcome.node);
      cpu = outcome.cpu;
    }),
  );
  lines.push(
    { ...line, ratio: `${(theirs / median(ours.taken)).toFixed(1)} × LibreOffice` },
    { what: "  LibreOffice, .docx to PDF", figure: seconds(theirs), node: Math.round(node), cpu },
  );
}

async function task(name: string, ...parameters: string[]): Promise<{ taken: number[]; cpu: number; outcome: Outcome }> {
  const outcome = await runWatched(
    process.execPath,
    ["--import", "tsx", join(root, "bench", "task.ts"), name, ...(name === "report" ? [] : [folder]), ...parameters],
    environment,
  );
  return { ...(JSON.parse(outcome.output) as { taken: number[]; cpu: number }), outcome };
}

function listed(place: string): string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

function say(what: string): void {
  process.stderr.write(`${what} …\n`);
}

function print(): void {
  const rows = [
    ["", "median", "ratio", "CPU s", "MB", "PostgreSQL MB"],
    ...lines.map((line) => [
      line.what,
      line.figure,
      line.ratio ?? "",
      line.cpu === undefined ? "" : line.cpu.toFixed(1),
      line.node ? String(line.node) : "",
      line.postgres ? String(line.postgres) : "",
    ]),
  ];
  const widths = rows[0]!.map((_cell, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const text = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join("  "),
  );
  process.stdout.write(`${text.join("\n")}\n`);
}
