/** Sums and changes that stand beside the cells: exact, and silent where a part is missing. */
import type { CellContent } from "../../app/desk/slots.ts";
import { add, exact, subtract, zero } from "../../core/quantity/exact.ts";
import { toSignificant } from "../../core/quantity/rounding.ts";

export interface Total {
  /** Plain decimal text of what is filled; null when nothing is. */
  readonly value: string | null;
  readonly missing: number;
}

/** Adds up cells; such as do not apply add nothing, missing ones are counted. */
export function totalOf(cells: readonly CellContent[]): Total {
  let value = zero;
  let filled = 0;
  let missing = 0;
  for (const cell of cells) {
    if (cell.status === "missing") missing += 1;
    else if (cell.value !== null) {
      value = add(value, exact(cell.value));
      filled += 1;
    }
  }
  return { value: filled > 0 ? toSignificant(value, 40) : null, missing };
}

/** "+12", "-3.5", "0"; null when either is missing. */
export function differenceOf(now: string | null, before: string | null): string | null {
  if (now === null || before === null) return null;
  const text = toSignificant(subtract(exact(now), exact(before)), 40);
  return text.startsWith("-") || text === "0" ? text : `+${text}`;
}

/** "+12.4%" against a positive earlier value; null where no growth can be stated. One decimal, half up. */
export function growthOf(now: string | null, before: string | null): number | null {
  if (now === null || before === null) return null;
  const earlier = Number(before);
  return earlier > 0 ? Math.round((Number(now) / earlier - 1) * 1000) / 10 : null;
}
