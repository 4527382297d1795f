/**
 * 较上年: the difference of the two printed values, stated only where both years cover the same
 * organisations and no break in the series lies between.
 */
import type { KnowledgeIndex } from "../definition/knowledge.ts";
import type { Dataset } from "../model/dataset.ts";
import { selected, type Selection } from "../model/selection.ts";
import { compare, subtract, zero } from "../quantity/exact.ts";
import { asPrinted, toSignificant } from "../quantity/rounding.ts";
import { unit, unitOfChange } from "../quantity/unit.ts";
import type { Change, Evaluation } from "./evaluation.ts";

interface Source {
  readonly index: KnowledgeIndex;
  readonly dataset: Dataset;
  measure(code: string, selection: Selection, year: number): Evaluation;
  isBroken(codes: Iterable<string>, organisation: string, from: number, to: number): boolean;
}

export function changeBetween(source: Source, code: string, selection: Selection, year: number): Change {
  const { dataset } = source;
  if (!dataset.hasYear(year - 1) || !dataset.tree(year - 1).nodes.has(selection.organisation))
    return { kind: "withheld", why: "firstYear" };
  const now = source.measure(code, selection, year);
  const previous = source.measure(code, selection, year - 1);
  for (const side of [now, previous]) if (side.status !== "value") return { kind: "withheld", why: side.status };
  if (source.isBroken([code], selection.organisation, year - 1, year)) return { kind: "withheld", why: "break" };
  if (now.missing.length > 0 || previous.missing.length > 0 || !isSameSet(dataset, selection, year))
    return { kind: "withheld", why: "coverage" };

  const measure = source.index.measure(code);
  const decimals = decimalsOf(measure);
  const printed = subtract(asPrinted(now.value!, decimals), asPrinted(previous.value!, decimals));
  const exactChange = subtract(now.value!, previous.value!);
  const sign = compare(printed, zero);
  return {
    kind: "change",
    direction: sign > 0 ? "up" : sign < 0 ? "down" : "flat",
    printed,
    exact: exactChange,
    unit: unitOfChange(unit(measure.unit)),
    decimals,
    previous,
    trace: { kind: "change", value: toSignificant(printed), exact: toSignificant(exactChange), now: now.trace, before: previous.trace },
  };
}

/** Decimals with which a measure is printed. */
export function decimalsOf(measure: { readonly unit: string; readonly decimals?: number }): number {
  return measure.decimals ?? unit(measure.unit).decimals;
}

/**
 * Whether the organisations of `year` are those of the year before: founded, closed and merged ones
 * count as the same set, one that came from or went to another subtree (or attribute) does not.
 */
function isSameSet(dataset: Dataset, selection: Selection, year: number): boolean {
  const [treeNow, treeBefore] = [dataset.tree(year), dataset.tree(year - 1)];
  const now = new Set(selected(treeNow, selection).map((node) => node.code));
  const before = new Set(selected(treeBefore, selection).map((node) => node.code));
  for (const code of now) if (!before.has(code) && treeBefore.nodes.has(code)) return false;
  const successors = new Map(dataset.organisations.map((organisation) => [organisation.code, organisation.mergedInto]));
  for (const code of before) {
    if (now.has(code)) continue;
    if (treeNow.nodes.has(code)) return false;
    const heir = successors.get(code);
    if (heir !== undefined && !now.has(heir)) return false;
  }
  return true;
}
