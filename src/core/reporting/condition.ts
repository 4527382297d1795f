/** Whether a block or a clause is called for by the data. */
import type { Condition } from "../definition/outline.ts";
import { compare, zero } from "../quantity/exact.ts";
import { printedChange } from "./change-runs.ts";
import { chosenMaterials } from "./chosen-material.ts";
import { registerRows } from "./register-rows.ts";
import type { Scope } from "./scope.ts";
import { isBelowStandard } from "./standing.ts";

export function isCalledFor(scope: Scope, condition: Condition): boolean {
  switch (condition.kind) {
    case "complete": {
      const { value, missing } = scope.evaluator.measure(condition.measure, scope.selection(condition.members), scope.year);
      return value !== null && missing.length === 0;
    }
    case "available":
    case "positive": {
      const { value } = scope.evaluator.measure(condition.measure, scope.selection(condition.members), scope.year);
      return value !== null && (condition.kind === "available" || compare(value, zero) > 0);
    }
    case "rises":
    case "falls":
    case "flat":
      return (
        printedChange(scope, condition.measure, condition.members)?.direction ===
        { rises: "up", falls: "down", flat: "flat" }[condition.kind]
      );
    case "anyRows":
      return registerRows(scope, condition).length > 0;
    case "anyMaterial":
      return chosenMaterials(scope, condition.section).length > 0;
    case "belowStandard":
      return isBelowStandard(scope, condition.measure);
    case "not":
      return !isCalledFor(scope, condition.of);
    case "all":
      return condition.of.every((each) => isCalledFor(scope, each));
    case "any":
      return condition.of.some((each) => isCalledFor(scope, each));
  }
}
