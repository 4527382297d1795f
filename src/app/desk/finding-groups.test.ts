/** Grouping by kind and ledger: nothing is left out, and what holds a return up comes first. */
import { expect, it } from "vitest";
import type { Finding } from "../../core/checking/finding.ts";
import { blankCode, groupFindings } from "./finding-groups.ts";

const finding = (check: string, ledger: string, more: Partial<Finding> = {}): Finding => ({
  code: "OUTLINE",
  tier: "warning",
  check,
  organisation: "411000-01",
  year: 2019,
  message: { zh: check, en: check },
  proof: "",
  places: [{ organisation: "411000-01", year: 2019, ledger }],
  repair: "",
  explanation: null,
  ...more,
});

it("makes one group of what is blank, by ledger, whatever stands between", () => {
  const findings = [
    finding("required:a.one", "a"),
    finding("standards.share", "b", { code: "STD" }),
    finding("required:a.two", "a"),
    finding("required:c", "c"),
    finding("sum", "a", { code: "SUM", tier: "proof" }),
    finding("steady", "b", { code: "DELTA" }),
    finding("last", "b", { code: "PRIOR" }),
  ];
  const groups = groupFindings(findings);
  expect(groups.map(({ tier, kind, count }) => [tier, kind, count])).toEqual([
    ["proof", "other", 1],
    ["warning", "blank", 3],
    ["warning", "standard", 1],
    ["warning", "change", 2],
  ]);
  expect(groups[1]!.ledgers.map(({ ledger, findings: own }) => [ledger, own.map(blankCode)])).toEqual([
    ["a", ["a.one", "a.two"]],
    ["c", ["c"]],
  ]);
  expect(groups.flatMap((group) => group.ledgers.flatMap((each) => each.findings))).toHaveLength(findings.length);
});
