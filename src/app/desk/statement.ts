/** The 填报确认表: what an organisation fills in, prints, stamps and files beside its return, as data for its writer. */
import type { ReturnState } from "../../core/model/return.ts";
import { indicatorLines } from "../indicators.ts";
import { stateNames } from "../returns.ts";
import { chinaDay, chineseDay } from "./china-time.ts";
import type { ScopedStore } from "./desk.ts";
import type { Place } from "./read-return.ts";
import { ledgersOwed } from "./slot-guard.ts";
import { type ChangeLine, changeLine, countLedgers, type DeskWorld, examine, type LedgerCount } from "./summarise-return.ts";
import type { Signature } from "./working.ts";

export interface Statement {
  readonly organisation: string;
  readonly organisationName: string;
  readonly year: number;
  /** "2019年1月1日至2019年12月31日". */
  readonly period: string;
  /** Data are invented. */
  readonly sample: boolean;
  readonly state: string;
  readonly version: number | null;
  readonly ledgers: readonly {
    readonly zh: string;
    /** "12／40 格", "3 行", "本年度无", "未报". */
    readonly filled: string;
    readonly confirmed: string;
  }[];
  readonly figures: readonly ChangeLine[];
  readonly warnings: readonly { readonly message: string; readonly explanation: string }[];
  readonly proofs: number;
  readonly hash: string;
  readonly signature: Signature | null;
  /** Day on which it was made (ISO). */
  readonly madeOn: string;
}

export interface StatementWriter {
  /** A PDF to print on A4. */
  write(statement: Statement): Promise<Uint8Array>;
}

/** Of each subject the first measures with a value stand on the statement, and all that a standard looks at. */
const firstOfSubject = 2;
const mostFigures = 36;

export async function statementOf(store: Pick<ScopedStore, "read">, world: DeskWorld, place: Place, now: string): Promise<Statement> {
  const { standing, document, node, cycle, evaluator, findings, hash } = await examine(store, world, place);
  const { index } = world;
  const signature =
    standing.version === null
      ? null
      : await store.read((_, { working }) => working.signature(place.organisation, place.year, standing.version!));
  const confirmed = new Map(standing.confirmations.map((each) => [each.ledger, `${each.name} ${chinaDay(each.at).slice(5)}`]));
  const seen = new Map<string, number>();
  const figures = indicatorLines(evaluator, place.organisation, place.year).filter((line) => {
    if (line.value === null) return false;
    const before = seen.get(line.subject) ?? 0;
    seen.set(line.subject, before + 1);
    return line.standard !== null || before < firstOfSubject;
  });
  return {
    organisation: place.organisation,
    organisationName: node.name,
    year: place.year,
    period: `${chineseDay(cycle.dataPeriod.start)}至${chineseDay(cycle.dataPeriod.end)}`,
    sample: cycle.sample,
    state: stateName(standing.state),
    version: standing.version,
    ledgers: countLedgers(index, ledgersOwed(index, node.kind, place.year), document).map((count) => ({
      zh: count.ledger.zh,
      filled: filledText(count),
      confirmed: confirmed.get(count.ledger.code) ?? "",
    })),
    figures: figures.slice(0, mostFigures).map((line) => changeLine(index, line)),
    warnings: findings
      .filter((finding) => finding.tier === "warning")
      .map((finding) => ({ message: finding.message.zh, explanation: finding.explanation ?? "" })),
    proofs: findings.filter((finding) => finding.tier === "proof").length,
    hash,
    // A signature speaks for what was signed: not for a working copy that has moved on since.
    signature: signature?.hash === hash ? signature : null,
    madeOn: chinaDay(now),
  };
}

const stateName = (state: ReturnState | "none"): string => (state === "none" ? "未报送" : stateNames[state]);

function filledText({ ledger, filled, of, none }: LedgerCount): string {
  if (of !== null) return `${filled}／${of} 格`;
  if (none) return "本年度无";
  if (filled === 0) return ledger.kind === "material" ? "无" : "未报";
  return ledger.kind === "material" ? `${filled} 篇` : `${filled} 行`;
}
