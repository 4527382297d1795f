/** A trace as one line of arithmetic over its sources: what the page and the report's writers print beneath a figure. */
import type { Trace } from "./trace.ts";

/** Where a number stops being computed: an element over an organisation, one cell, rows, a list of bodies, a passage. */
export type SourceTrace = Extract<Trace, { kind: "fact" | "total" | "organisations" | "rows" | "quoted" }>;
/** Text of the arithmetic, or a source whose value stands there. */
export type Term = string | SourceTrace;

const signs = { sum: " ＋ ", difference: " － ", product: " × ", quotient: " ÷ " } as const;

/** "730 ÷ 960 × 100" with a source in place of each number that was filed. */
export function termsOf(trace: Trace): Term[] {
  return merged(terms(trace, false));
}

function terms(trace: Trace, inside: boolean): Term[] {
  switch (trace.kind) {
    case "number":
      return [trace.value];
    case "indicator":
      return terms(trace.of, inside);
    case "change":
      return bracketed([...terms(trace.now, true), signs.difference, ...terms(trace.before, true)], inside);
    case "operation": {
      const joined = trace.operands.flatMap((operand, at) => [...(at > 0 ? [signs[trace.operator]] : []), ...terms(operand, true)]);
      if (!trace.scale || trace.scale === "1") return bracketed(joined, inside && trace.operands.length > 1);
      const isAdditive = trace.operator === "sum" || trace.operator === "difference";
      return bracketed([...bracketed(joined, isAdditive), ` × ${trace.scale}`], inside);
    }
    default:
      return [trace];
  }
}

function bracketed(inner: Term[], needed: boolean): Term[] {
  return needed ? ["（", ...inner, "）"] : inner;
}

function merged(list: readonly Term[]): Term[] {
  const result: Term[] = [];
  for (const term of list) {
    const last = result.at(-1);
    if (typeof term === "string" && typeof last === "string") result[result.length - 1] = last + term;
    else result.push(term);
  }
  return result;
}
