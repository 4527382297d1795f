/**
 * `npm run bench:audit`: how many faults the auditor finds, how often it cries wolf, on reports whose truth is known,
 * beside silence and Recognizers-Text. Options: --reports N, --seed S, --each N, --only operator…,
 * --phrasing development|heldBack|opened|blind|wider|widerReserved (may be given several times; all when absent), --show N (examples of misses, of
 * every phrasing but blind and widerReserved), --no-rivals, --no-scores, --no-timing.
 *
 * The figure to quote is that of `blind`: its wording was written on 28 November 2026 without sight of the auditor, and
 * whoever changes the rules reads neither its files nor reports made of them, only these tables (see phrases/phrase.ts).
 * `heldBack` is open since 27 November 2026, `opened` (called `blind` until then) since 28 November.
 */
import { parseArgs } from "node:util";
import { loadAuditor } from "./audit/load-auditor.ts";
import { printScores } from "./audit/print.ts";
import { recognizersAuditor, silence } from "./audit/rivals/recognizers.ts";
import { score } from "./audit/scoring/score.ts";
import { serveJobs } from "./audit/guarded.ts";
import { type Phrasing, phrasings } from "./audit/phrases/phrase.ts";
import { memoryOver, timeGrowth, timeHostile, timeReports } from "./audit/timing.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reports: { type: "string", default: "16" },
    seed: { type: "string", default: "20191231" },
    each: { type: "string", default: "3" },
    only: { type: "string", multiple: true },
    show: { type: "string", default: "0" },
    phrasing: { type: "string", multiple: true },
    "no-timing": { type: "boolean", default: false },
    "no-rivals": { type: "boolean", default: false },
    "no-scores": { type: "boolean", default: false },
    child: { type: "boolean", default: false },
  },
});
const only = values.only && [...values.only, ...positionals];
const [reports, seed, each, show] = [values.reports, values.seed, values.each, values.show].map(Number) as [number, number, number, number];
if (![reports, seed, each, show].every(Number.isSafeInteger) || reports < 1) {
  process.stderr.write("bench/audit: --reports, --seed, --each and --show take whole numbers\n");
  process.exit(2);
}
const unknown = values.phrasing?.find((name) => !phrasings.some((phrasing) => phrasing === name));
if (unknown !== undefined) {
  process.stderr.write(`bench/audit: --phrasing ${unknown}: expected ${phrasings.join(", ")}\n`);
  process.exit(2);
}
const chosen = phrasings.filter((phrasing) => values.phrasing?.includes(phrasing) ?? true);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const auditor = await loadAuditor();
// Timed inputs run in a process of their own: see guarded.ts.
if (!values.child) await run();
else if (auditor) serveJobs(auditor);

async function run(): Promise<void> {
  const started = Date.now();
  if (!auditor) say("src/core/auditing/audit.ts is not there yet: only the baselines run");
  if (!values["no-scores"]) for (const phrasing of chosen) scoreAll(phrasing);
  if (auditor && !values["no-timing"]) {
    say(timeReports(auditor));
    say(memoryOver(auditor, 1000));
    say(await timeGrowth());
    say(await timeHostile());
  }
  say(`\nseed ${seed}, ${reports} reports of each phrasing, ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

function scoreAll(phrasing: Phrasing): void {
  const options = { seed, each, phrasing, ...(only ? { only } : {}) };
  if (auditor) say(printScores(`zhibao audit, ${phrasing} phrasing`, score(auditor, { ...options, reports }), show));
  if (values["no-rivals"]) return;
  // A quarter of the reports: Recognizers-Text takes a second for each.
  const fewer = Math.ceil(reports / 4);
  say(printScores(`silence, ${phrasing} phrasing`, score(silence, { ...options, reports: fewer }), 0, true));
  say(
    printScores(
      `Recognizers-Text with a sum rule, ${phrasing} phrasing`,
      score(recognizersAuditor, { ...options, reports: fewer }),
      0,
      true,
    ),
  );
}
