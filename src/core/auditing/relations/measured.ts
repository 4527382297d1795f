/** Evaluates the catalog's formulas over what the text prints: an interval and the figures it rests on, or null when an operand is not printed. */
import { exact, zero } from "../../quantity/exact.ts";
import { add, type Interval, point, scale, subtract } from "../../quantity/interval.ts";
import type { Formula } from "../../definition/formula.ts";
import { quotient } from "./arithmetic.ts";
import { valueOf } from "./lookup.ts";
import type { Reading } from "./relation.ts";

export interface Measured {
  readonly interval: Interval;
  readonly operands: readonly number[];
}

/** `at` is the figure near which operands are looked for. */
export function measured(reading: Reading, formula: Formula, at: number): Measured | null {
  switch (formula.kind) {
    case "number":
      return { interval: point(exact(formula.value)), operands: [] };
    case "measure": {
      if (formula.members && Object.keys(formula.members).length > 0) return null;
      const indicator = reading.index.indicators.get(formula.code);
      const found = valueOf(reading, formula.code, at);
      if (found !== null) return { interval: inUnitOf(reading, formula.code, found), operands: [found] };
      return indicator ? measured(reading, indicator.formula, at) : null;
    }
    case "sum": {
      const terms = formula.terms.map((term) => measured(reading, term, at));
      if (terms.some((term) => term === null)) return null;
      return {
        interval: terms.reduce((sum, term) => add(sum, term!.interval), point(zero)),
        operands: terms.flatMap((term) => term!.operands),
      };
    }
    case "difference": {
      const [left, right] = [measured(reading, formula.left, at), measured(reading, formula.right, at)];
      return left && right && { interval: subtract(left.interval, right.interval), operands: [...left.operands, ...right.operands] };
    }
    case "quotient": {
      const [above, below] = [measured(reading, formula.numerator, at), measured(reading, formula.denominator, at)];
      if (!above || !below) return null;
      const value = quotient(above.interval, below.interval, exact(formula.scale));
      return value && { interval: value, operands: [...above.operands, ...below.operands] };
    }
    case "product":
    case "earlier":
    case "organisations":
      return null;
  }
}

/** Amounts are read in 元; the catalog's measures may be in 万元. */
function inUnitOf(reading: Reading, code: string, at: number): Interval {
  const { interval } = reading.quantities[at]!;
  return reading.index.measure(code).unit === "万元" ? scale(interval, { numerator: 1n, denominator: 10_000n }) : interval;
}
