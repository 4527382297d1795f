/** Words for every warning that has none yet, as edits of the return: what a department writes before it confirms. */
interface Open {
  readonly check: string;
  readonly members?: string | undefined;
  readonly tier: string;
  readonly explanation?: string | null | undefined;
}

export function explanationsOf(findings: readonly Open[]) {
  return findings
    .filter((each) => each.tier === "warning" && each.explanation === null)
    .map(({ check, members }) => ({
      id: crypto.randomUUID(),
      slot: `explanation/${members === undefined ? check : `${check}#${members}`}`,
      base: 0,
      content: "已核对，情况属实。",
    }));
}
