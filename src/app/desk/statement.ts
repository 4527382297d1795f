/** The 填报确认表: what an organisation fills in, prints, stamps and files beside its return, as data for its writer. */
import type { ReturnState } from "../../core/model/return.ts";
import { indicatorLines } from "../indicators.ts";
import { stateNames } from "../returns.ts";
import type { Finding } from "../../core/checking/finding.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { chinaDay, chineseDay } from "./china-time.ts";
import type { ScopedStore } from "./desk.ts";
import { blankCode, groupFindings } from "./finding-groups.ts";
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
    // How many schools there are is a school's own figure of nothing.
    if (line.value === null || index.indicators.get(line.code)?.formula.kind === "organisations") return false;
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
    warnings: warningLines(index, findings),
    proofs: findings.filter((finding) => finding.tier === "proof").length,
    hash,
    // A signature speaks for what was signed: not for a working copy that has moved on since.
    signature: signature?.hash === hash ? signature : null,
    madeOn: chinaDay(now),
  };
}

/** What was left blank and not explained is one line for each ledger, and one for those of which nothing was filed. */
function warningLines(index: KnowledgeIndex, findings: readonly Finding[]): Statement["warnings"] {
  const nameOf = (code: string): string => (index.ledgers.get(code) ?? index.elements.get(code))?.zh ?? code;
  const whole: string[] = [];
  const lines: { message: string; explanation: string }[] = [];
  for (const { kind, ledgers } of groupFindings(findings.filter((finding) => finding.tier === "warning")))
    for (const { ledger, findings: own } of ledgers) {
      const blank = kind === "blank" ? own.filter((each) => each.explanation === null) : [];
      const cells = blank.filter((each) => blankCode(each) !== ledger);
      if (cells.length < blank.length) whole.push(nameOf(ledger));
      if (cells.length > 0) {
        const names = cells.map((each) => nameOf(columnName(index, ledger, blankCode(each)) ?? blankCode(each)));
        lines.push({ message: `${nameOf(ledger)}应填未填${cells.length}项：${names.join("、")}`, explanation: "" });
      }
      for (const each of own) if (!blank.includes(each)) lines.push({ message: each.message.zh, explanation: each.explanation ?? "" });
    }
  return whole.length === 0 ? lines : [{ message: `${whole.length}本台账整表未报：${whole.join("、")}`, explanation: "" }, ...lines];
}

/** A register's column by "ledger.column"; undefined for elements of forms. */
function columnName(index: KnowledgeIndex, ledger: string, code: string): string | undefined {
  const register = index.ledgers.get(ledger);
  if (register?.kind !== "register") return undefined;
  return register.columns.find((column) => `${ledger}.${column.code}` === code)?.zh;
}

const stateName = (state: ReturnState | "none"): string => (state === "none" ? "未报送" : stateNames[state]);

function filledText({ ledger, filled, of, none }: LedgerCount): string {
  if (of !== null) return `${filled}／${of} 格`;
  if (none) return "本年度无";
  if (filled === 0) return ledger.kind === "material" ? "无" : "未报";
  return ledger.kind === "material" ? `${filled} 篇` : `${filled} 行`;
}
