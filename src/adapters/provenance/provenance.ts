/**
 * Turns the traces of a report's figures into what all three writers print: a calculation for each
 * figure, over sources that figures share, down to the organisations' cells. Sharing matters: hundreds
 * of figures rest on the same few hundred totals.
 */
import type { Members } from "../../core/model/selection.ts";
import type { FactOrigin, FactStatus } from "../../core/model/fact.ts";
import type { Trace } from "../../core/formula/trace.ts";
import { type SourceTrace, termsOf } from "../../core/formula/trace-terms.ts";
import type { Figure, Report } from "../../core/reporting/report.ts";

/** Text as it stands, or the index of a source whose value stands there. */
export type Term = string | number;

export interface SourceCell {
  readonly organisation: string;
  readonly status: FactStatus;
  readonly value: string | null;
  /** Null where there is no cell to point at (a count of organisations). */
  readonly origin: FactOrigin | null;
}

/** Where an operand comes from: one element over an organisation, rows of a register, a passage. */
export interface Source {
  readonly kind: "total" | "fact" | "rows" | "organisations" | "quoted";
  /** Code of element, ledger, kind of organisation or material. */
  readonly code: string;
  /** In Chinese with its members: 专任教师（女）. */
  readonly label: string;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly value: string | null;
  /** sum, distinct, own, none; "" where nothing is rolled up. */
  readonly rollUp: string;
  readonly cells: readonly SourceCell[];
  readonly missing: readonly string[];
}

export interface ExplainedFigure {
  readonly figure: Figure;
  /** Infix over sources: [3, " ÷ ", 4, " × 100"]. */
  readonly calculation: readonly Term[];
}

export interface Provenance {
  readonly figures: readonly ExplainedFigure[];
  readonly sources: readonly Source[];
}

type Name = (code: string) => string;

export function provenanceOf(report: Report): Provenance {
  const sources: Source[] = [];
  const indexByKey = new Map<string, number>();
  const indexByNode = new Map<Trace, number>();
  const name: Name = (code) => report.names[code] ?? code;

  const sourceIndex = (trace: SourceTrace): number => {
    const known = indexByNode.get(trace);
    if (known !== undefined) return known;
    const source = sourceOf(trace, name);
    const key = JSON.stringify(source);
    let index = indexByKey.get(key);
    if (index === undefined) {
      index = sources.push(source) - 1;
      indexByKey.set(key, index);
    }
    indexByNode.set(trace, index);
    return index;
  };

  const calculation = (trace: Trace): Term[] => termsOf(trace).map((term) => (typeof term === "string" ? term : sourceIndex(term)));
  return { figures: report.figures.map((figure) => ({ figure, calculation: calculation(figure.trace) })), sources };
}

function sourceOf(trace: SourceTrace, name: Name): Source {
  switch (trace.kind) {
    case "fact":
    case "total":
      return {
        kind: trace.kind,
        code: trace.element,
        label: name(trace.element) + memberWords(trace.members, name),
        organisation: trace.organisation,
        year: trace.year,
        value: trace.value,
        rollUp: trace.kind === "total" ? trace.rollUp : "",
        cells: factCells(trace),
        missing: trace.kind === "total" ? trace.missing : [],
      };
    case "organisations":
      return {
        kind: "organisations",
        code: trace.of,
        label: name(trace.of),
        organisation: null,
        year: trace.year,
        value: trace.value,
        rollUp: "",
        cells: trace.codes.map((code) => ({ organisation: code, status: "value", value: null, origin: null })),
        missing: [],
      };
    case "rows":
      return {
        kind: "rows",
        code: trace.ledger,
        label: name(trace.ledger),
        organisation: null,
        year: trace.year,
        value: trace.value,
        rollUp: "",
        cells: trace.rows.map((row) => ({ organisation: row.organisation, status: "value", value: null, origin: row.origin })),
        missing: [],
      };
    case "quoted":
      return {
        kind: "quoted",
        code: trace.material,
        label: "填报材料原文",
        organisation: null,
        year: null,
        value: trace.value,
        rollUp: "",
        cells: [{ organisation: "", status: "value", value: trace.value, origin: trace.origin }],
        missing: [],
      };
  }
}

/** The cells under a total, whatever levels lie between. */
function factCells(trace: Trace): SourceCell[] {
  if (trace.kind === "fact") return [{ organisation: trace.organisation, status: trace.status, value: trace.value, origin: trace.origin }];
  if (trace.kind === "total") return trace.parts.flatMap(factCells);
  if (trace.kind === "rows")
    return trace.rows.map((row) => ({ organisation: row.organisation, status: "value", value: null, origin: row.origin }));
  if (trace.kind === "indicator") return factCells(trace.of);
  if (trace.kind === "operation") return trace.operands.flatMap(factCells);
  return [];
}

function memberWords(members: Members, name: Name): string {
  const words = Object.entries(members).map(([dimension, member]) => {
    const full = name(`${dimension}=${member}`);
    return full === `${dimension}=${member}` ? name(member) : full;
  });
  return words.length === 0 ? "" : `（${words.join("、")}）`;
}
