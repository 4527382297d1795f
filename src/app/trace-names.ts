/** Names for the codes that a trace mentions, so that whoever shows it needs no catalog and no tree. */
import type { Evaluator } from "../core/formula/evaluator.ts";
import type { Trace } from "../core/formula/trace.ts";
import type { Members } from "../core/model/selection.ts";

/** Organisations by the tree of `year`; members as "dimension=member". */
export function traceNames(evaluator: Evaluator, trace: Trace, codes: readonly string[], year: number): Record<string, string> {
  const { index, dataset } = evaluator;
  const found: Record<string, string> = {};
  const organisation = (code: string, at: number): void => {
    const node = dataset.tree(at).nodes.get(code) ?? dataset.tree(year).nodes.get(code);
    if (node) found[code] ??= node.name;
  };
  const element = (code: string, members: Members): void => {
    found[code] = index.measure(code).zh;
    for (const [dimension, member] of Object.entries(members)) {
      const named = index.dimensions.get(dimension)?.members.find((each) => each.code === member);
      if (named) found[`${dimension}=${member}`] = named.zh;
    }
  };
  const walk = (at: Trace): void => {
    switch (at.kind) {
      case "fact":
        element(at.element, at.members);
        organisation(at.organisation, at.year);
        break;
      case "total":
        element(at.element, at.members);
        organisation(at.organisation, at.year);
        for (const code of at.missing) organisation(code, at.year);
        at.parts.forEach(walk);
        break;
      case "indicator":
        found[at.indicator] = index.measure(at.indicator).zh;
        walk(at.of);
        break;
      case "operation":
        at.operands.forEach(walk);
        break;
      case "organisations":
        for (const code of at.codes) organisation(code, at.year);
        break;
      case "rows":
        found[at.ledger] = index.ledgers.get(at.ledger)?.zh ?? at.ledger;
        for (const row of at.rows) organisation(row.organisation, at.year);
        break;
      case "change":
        walk(at.now);
        walk(at.before);
        break;
      case "number":
      case "quoted":
        break;
    }
  };
  for (const code of codes) organisation(code, year);
  walk(trace);
  return found;
}
