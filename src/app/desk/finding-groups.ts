/** Findings as whoever signs reads them: by what kind of thing is wrong, then by ledger, so that a page of them stays a page. */
import type { Finding } from "../../core/checking/finding.ts";
import type { Tier } from "../../core/definition/check.ts";

export type FindingKind = "blank" | "standard" | "change" | "other";

export interface LedgerFindings {
  readonly ledger: string;
  readonly findings: readonly Finding[];
}

export interface FindingGroup {
  readonly tier: Tier;
  readonly kind: FindingKind;
  readonly count: number;
  readonly ledgers: readonly LedgerFindings[];
}

const required = "required:";

/** Kinds and ledgers in the order in which they are told first; findings that hold the return up before all others. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, { tier: Tier; kind: FindingKind; ledgers: Map<string, Finding[]> }>();
  for (const finding of findings) {
    const kind = kindOf(finding);
    const key = `${finding.tier}/${kind}`;
    const group = groups.get(key) ?? { tier: finding.tier, kind, ledgers: new Map<string, Finding[]>() };
    groups.set(key, group);
    const ledger = finding.places[0]?.ledger ?? "";
    group.ledgers.set(ledger, [...(group.ledgers.get(ledger) ?? []), finding]);
  }
  const proofsFirst = [...groups.values()].toSorted((left, right) => Number(right.tier === "proof") - Number(left.tier === "proof"));
  return proofsFirst.map(({ tier, kind, ledgers }) => ({
    tier,
    kind,
    count: [...ledgers.values()].reduce((sum, each) => sum + each.length, 0),
    ledgers: [...ledgers].map(([ledger, own]) => ({ ledger, findings: own })),
  }));
}

function kindOf({ check, code }: Finding): FindingKind {
  if (check.startsWith(required)) return "blank";
  if (code === "STD") return "standard";
  return code === "DELTA" || code === "PRIOR" ? "change" : "other";
}

/** What was left blank: the ledger's own code where all of it was, an element's, or "ledger.column". */
export const blankCode = ({ check }: Finding): string => check.slice(required.length);
