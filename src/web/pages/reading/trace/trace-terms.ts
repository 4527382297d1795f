/** A figure's trace as a reader takes it in: one line of arithmetic over sources, and for each source the cells beneath it. */
import type { Trace } from "../../../../core/formula/trace.ts";
import { type SourceTrace, termsOf } from "../../../../core/formula/trace-terms.ts";
import type { FactOrigin, FactStatus } from "../../../../core/model/fact.ts";
import type { Members } from "../../../../core/model/selection.ts";

export interface TracedCell {
  readonly organisation: string;
  /** Which part of a breakdown the cell holds. */
  readonly members: Members;
  readonly status: FactStatus;
  /** Null for a row that is counted, and where nothing was filed. */
  readonly value: string | null;
  /** Null where there is no cell to point at. */
  readonly origin: FactOrigin | null;
}

/** Each source once, in order of the arithmetic. */
export function sourcesOf(trace: Trace): SourceTrace[] {
  const seen = new Map<string, SourceTrace>();
  for (const term of termsOf(trace)) if (typeof term !== "string") seen.set(sourceKey(term), seen.get(sourceKey(term)) ?? term);
  return [...seen.values()];
}

/** Equal for two mentions of one source. */
export function sourceKey(source: SourceTrace): string {
  switch (source.kind) {
    case "fact":
    case "total":
      return [source.kind, source.element, source.organisation, source.year, JSON.stringify(source.members)].join("|");
    case "organisations":
      return [source.kind, source.of, source.year, source.codes.join(",")].join("|");
    case "rows":
      return [source.kind, source.ledger, source.year, source.rows.map((row) => row.id).join(",")].join("|");
    case "quoted":
      return [source.kind, source.material, source.value].join("|");
  }
}

/** The cells under a source, whatever levels lie between. */
export function cellsOf(trace: Trace): TracedCell[] {
  switch (trace.kind) {
    case "fact":
      return [{ organisation: trace.organisation, members: trace.members, status: trace.status, value: trace.value, origin: trace.origin }];
    case "total":
      return trace.parts.flatMap(cellsOf);
    case "rows":
      return trace.rows.map((row) => ({ organisation: row.organisation, members: {}, status: "value", value: null, origin: row.origin }));
    case "organisations":
      return trace.codes.map((organisation) => ({ organisation, members: {}, status: "value", value: null, origin: null }));
    case "quoted":
      return [{ organisation: "", members: {}, status: "value", value: trace.value, origin: trace.origin }];
    case "indicator":
      return cellsOf(trace.of);
    case "operation":
      return trace.operands.flatMap(cellsOf);
    case "change":
      return [...cellsOf(trace.now), ...cellsOf(trace.before)];
    case "number":
      return [];
  }
}

/** 专任教师（女）; names come by code, members as "dimension=member". */
export function sourceLabel(source: SourceTrace, nameOf: (code: string) => string): string {
  switch (source.kind) {
    case "fact":
    case "total": {
      const members = Object.entries(source.members).map(([dimension, member]) => nameOf(`${dimension}=${member}`));
      return nameOf(source.element).replace(/^其中：/, "") + (members.length === 0 ? "" : `（${members.join("·")}）`);
    }
    case "organisations":
      return nameOf(source.of);
    case "rows":
      return nameOf(source.ledger);
    case "quoted":
      return "填报材料原文";
  }
}

/** Members of a cell that its source does not fix: 女, where the source is the total of both sexes. */
export function partLabel(cell: TracedCell, source: SourceTrace, nameOf: (code: string) => string): string {
  const fixed = "members" in source ? source.members : {};
  return Object.entries(cell.members)
    .filter(([dimension]) => fixed[dimension] === undefined)
    .map(([dimension, member]) => nameOf(`${dimension}=${member}`))
    .join("·");
}
