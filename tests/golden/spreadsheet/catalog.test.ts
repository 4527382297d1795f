/** The real catalog's workbooks: whole round trips for every kind of reporter, and labels that suffice by themselves. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { formCells } from "../../../src/adapters/spreadsheet/layout.ts";
import { excelSpreadsheets as spreadsheets } from "../../../src/adapters/spreadsheet/spreadsheets.ts";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../../../src/core/definition/knowledge.ts";
import { type Column, isInForce, type Reporter } from "../../../src/core/definition/ledger.ts";
import type { FormCell, RegisterRow, ReturnDocument } from "../../../src/core/model/return.ts";
import { request, withoutOrigins } from "./small-city.ts";

const index = new KnowledgeIndex(knowledge);
const origin = { file: "", sheet: "", cell: "" };
const reporters: readonly Reporter[] = ["school", "county", "city"];

/** Two texts for every pattern in use: credit codes, programme codes, administrative codes. */
const patterned = ["91411000780508562A", "91411000780508563B", "010606", "010607", "0106-4", "0106-5"];

function value(column: Column, at: number): string | null {
  if (column.pattern !== undefined) return patterned.filter((text) => new RegExp(`^(?:${column.pattern})$`).test(text))[at] ?? null;
  const values = {
    text: `${column.zh}${at}`,
    integer: String(at + 1),
    decimal: `${at}.5`,
    date: `2019-0${at + 1}-05`,
    boolean: at % 2 === 0 ? "true" : "false",
    choice: index.dimensions.get(column.choices ?? "")?.members[at]?.code ?? null,
  };
  return values[column.type];
}

function filledReturn(kind: Reporter, year: number): ReturnDocument {
  const forms: Record<string, Record<string, FormCell>> = {};
  const registers: Record<string, RegisterRow[]> = {};
  let next = 1;
  for (const ledger of knowledge.ledgers) {
    if (!ledger.reportedBy.includes(kind) || !isInForce(ledger, year)) continue;
    if (ledger.kind === "form")
      forms[ledger.code] = Object.fromEntries(
        formCells(index, ledger, year).map(({ key }) => [key, { status: "value" as const, value: String((next += 1)), origin }]),
      );
    if (ledger.kind === "register")
      registers[ledger.code] = [0, 1].map((at) => {
        const values = Object.fromEntries(ledger.columns.map((column) => [column.code, value(column, at)]));
        return { id: `${ledger.code}:${ledger.naturalKey.map((code) => values[code] ?? "").join("|")}`, values, origin };
      });
  }
  return {
    organisation: "411000-01",
    year,
    catalog: "c",
    forms,
    registers,
    materials: [{ id: "case:甲", section: "case", title: "甲", text: "乙", chosen: true, origin }],
    explanations: {},
  };
}

/** The workbook without its hidden column, hidden rows and marks. */
function withoutTokens(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts))
    if (/worksheets\/sheet(?!1\.xml)\d+\.xml$/.test(name)) {
      const xml = strFromU8(parts[name]!);
      // The identity sheet stays: it has no hidden rows.
      if (!xml.includes('hidden="1"') && !xml.includes('hidden="true"')) continue;
      parts[name] = strToU8(xml.replace(/<row [^>]*hidden="1"[^>]*>.*?<\/row>/gs, "").replace(/<c r="A\d+"[^>]*>.*?<\/c>/gs, ""));
    }
  return zipSync(parts);
}

describe.each(reporters)("the workbook of a %s", (kind) => {
  it.each([2019, 2022])("comes back as it was filled, %i", async (year) => {
    const document = filledReturn(kind, year);
    const base = request(document);
    const bytes = await spreadsheets.writeTemplate({
      ...base,
      index,
      catalog: "c",
      organisation: { ...base.organisation, kind },
      cycle: { ...base.cycle, year },
    });
    const parsed = await spreadsheets.readWorkbook("a.xlsx", bytes, index, "c");
    expect(parsed.problems).toEqual([]);
    expect(withoutOrigins(parsed.document)).toEqual(withoutOrigins(document));
    const bare = await spreadsheets.readWorkbook("a.xlsx", withoutTokens(bytes), index, "c");
    expect(bare.problems).toEqual([]);
    expect(withoutOrigins(bare.document)).toEqual(withoutOrigins(document));
  });
});
