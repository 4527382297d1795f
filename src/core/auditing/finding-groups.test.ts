import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { AuditFinding } from "./finding.ts";
import { findingGroups } from "./finding-groups.ts";

const finding = (id: string, ...causes: string[]): AuditFinding => ({
  id,
  code: "SUM",
  tier: "proof",
  message: { zh: id, en: id },
  proof: "",
  spans: [],
  causes,
  suggestions: [],
});
const shape = (findings: readonly AuditFinding[]): Record<string, string[]> =>
  Object.fromEntries(findingGroups(findings).map(({ root, echoes }) => [root.id, echoes.map((echo) => echo.id)]));

describe("findingGroups", () => {
  it("sets echoes, and echoes of echoes, beneath their root, also where the root comes later", () => {
    expect(shape([finding("f1", "f3"), finding("f2"), finding("f3"), finding("f4", "f1")])).toEqual({ f2: [], f3: ["f1", "f4"] });
  });

  it("takes the first cause that exists, and none for a root", () => {
    expect(shape([finding("f1", "f9"), finding("f2", "f9", "f1")])).toEqual({ f1: ["f2"] });
  });

  it("loses no finding to a circle", () => {
    expect(shape([finding("f1", "f2"), finding("f2", "f1"), finding("f3", "f3")])).toEqual({ f1: ["f2"], f3: [] });
  });

  it("keeps every finding exactly once, whatever the causes", () => {
    const links = fc.array(fc.array(fc.nat(12), { maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(links, (causes) => {
        const findings = causes.map((each, index) => finding(`f${index}`, ...each.map((cause) => `f${cause}`)));
        const kept = findingGroups(findings).flatMap(({ root, echoes }) => [root.id, ...echoes.map((echo) => echo.id)]);
        expect(kept.toSorted()).toEqual(findings.map((each) => each.id).toSorted());
      }),
    );
  });
});
