/** What a school has typed so far, made from what it will have typed: ledgers not begun, begun, and with slips. */
import type { FormCell, ReturnDocument } from "../../core/model/return.ts";

export interface Unfinished {
  /** Forms begun: how many cells, from the top, are filled; "all" with nothing left out. Others are not begun. */
  readonly forms?: Readonly<Record<string, number | "all">>;
  /** Registers begun: how many rows; "all" with nothing left out. Others are not begun. */
  readonly registers?: Readonly<Record<string, number | "all">>;
  readonly materials?: number;
  /** Slips of the pen: ledger → cell → what stands there instead. */
  readonly slips?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Without `forms` and `registers` everything is filled. */
export function unfinished(document: ReturnDocument, { forms, registers, materials, slips = {} }: Unfinished): ReturnDocument {
  const begun = Object.entries(document.forms).flatMap(([ledger, cells]) => {
    const filled = forms === undefined ? "all" : forms[ledger];
    return filled === undefined ? [] : [[ledger, withSlips(firstCells(cells, filled), slips[ledger] ?? {})] as const];
  });
  const listed = Object.entries(document.registers).flatMap(([ledger, rows]) => {
    const filled = registers === undefined ? "all" : registers[ledger];
    return filled === undefined ? [] : [[ledger, filled === "all" ? rows : rows.slice(0, filled)] as const];
  });
  return {
    ...document,
    forms: Object.fromEntries(begun),
    registers: Object.fromEntries(listed),
    materials: materials === undefined ? document.materials : document.materials.slice(0, materials),
  };
}

function firstCells(cells: Readonly<Record<string, FormCell>>, filled: number | "all"): Record<string, FormCell> {
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell], at) => [
      key,
      filled === "all" || at < filled ? cell : { ...cell, status: "missing" as const, value: null },
    ]),
  );
}

function withSlips(cells: Readonly<Record<string, FormCell>>, slips: Readonly<Record<string, string>>): Record<string, FormCell> {
  const written = Object.entries(slips).map(([key, value]) => {
    const cell = cells[key];
    if (!cell) throw new Error(`the demo has no cell ${key}`);
    return [key, { ...cell, status: "value" as const, value }] as const;
  });
  return { ...cells, ...Object.fromEntries(written) };
}
