/** Sets echoes beneath their root, so that one mistake is read, counted and repaired once. */
import type { AuditFinding } from "./finding.ts";

export interface FindingGroup {
  readonly root: AuditFinding;
  /** In order of the text; an echo of an echo stands beneath the same root. */
  readonly echoes: readonly AuditFinding[];
}

/** Groups in order of their roots. A finding whose causes are unknown, or lead back to itself, is a root. */
export function findingGroups(findings: readonly AuditFinding[]): FindingGroup[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const roots = new Map<AuditFinding, AuditFinding>();
  for (const finding of findings) {
    const path: AuditFinding[] = [];
    const walked = new Set<AuditFinding>();
    let at = finding;
    for (;;) {
      const known = roots.get(at);
      if (known) {
        at = known;
        break;
      }
      path.push(at);
      walked.add(at);
      const cause = at.causes.map((id) => byId.get(id)).find((each) => each !== undefined);
      if (!cause) break;
      if (walked.has(cause)) {
        at = cause;
        break;
      }
      at = cause;
    }
    for (const each of path) roots.set(each, at);
  }
  const echoes = new Map<AuditFinding, AuditFinding[]>();
  for (const finding of findings) {
    const root = roots.get(finding) ?? finding;
    const list = echoes.get(root) ?? [];
    if (root !== finding) list.push(finding);
    echoes.set(root, list);
  }
  return findings.filter((finding) => roots.get(finding) === finding).map((root) => ({ root, echoes: echoes.get(root) ?? [] }));
}
