/** Echoes beneath their roots, by position in the audit's list, so that one mistake is read once. */
import { findingGroups } from "../../../../core/auditing/finding-groups.ts";
import type { AuditFinding } from "../../../../core/auditing/finding.ts";
import type { AuditJson } from "../../../../core/auditing/result-json.ts";

export interface Group {
  readonly root: number;
  readonly echoes: readonly number[];
}

export function groupsOf(findings: AuditJson["findings"]): Group[] {
  const positions = new Map(findings.map(({ id }, at) => [id, at]));
  // Grouping looks at ids and causes alone, which both shapes have.
  const bilingual = findings.map(({ message, suggestions, ...finding }): AuditFinding => ({
    ...finding,
    message: { zh: message, en: message },
    suggestions: suggestions.map((each) => ({ zh: each, en: each })),
  }));
  return findingGroups(bilingual).map(({ root, echoes }) => ({
    root: positions.get(root.id)!,
    echoes: echoes.map((echo) => positions.get(echo.id)!),
  }));
}

/** Findings of each tier, echoes left out. */
export function tierCounts(findings: AuditJson["findings"]): { readonly proof: number; readonly warning: number; readonly note: number } {
  const counts = { proof: 0, warning: 0, note: 0 };
  for (const { root } of groupsOf(findings)) counts[findings[root]!.tier] += 1;
  return counts;
}
