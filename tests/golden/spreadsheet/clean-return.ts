/** One complete return of the small city: the clean twin into which tests plant their errors. */
import type { FormCell, ReturnDocument } from "../../../src/core/model/return.ts";
import { formCells } from "../../../src/adapters/spreadsheet/layout.ts";
import { catalog, index, year } from "./small-city.ts";

const origin = { file: "", sheet: "", cell: "" };

function filled(code: string): Record<string, FormCell> {
  const ledger = index.ledgers.get(code);
  if (ledger?.kind !== "form") throw new Error(code);
  return Object.fromEntries(
    formCells(index, ledger, year).map(({ key }, at) => [key, { status: "value", value: String(100 + at), origin }]),
  );
}

const training = (name: string, startedOn: string, kind: string): Record<string, string | null> => ({
  name,
  kind,
  startedOn,
  personTimes: "120",
  funds: "3500.5",
  poverty: "true",
  creditCode: "91411000MA3X4Y5Z6A",
});

export const cleanReturn: ReturnDocument = {
  organisation: "411000-01",
  year,
  catalog,
  forms: { "sample.staff": filled("sample.staff"), "sample.library": filled("sample.library") },
  registers: {
    "sample.trainings": Array.from({ length: 14 }, (_, at) => {
      const values = training(`第${at + 1}期培训班`, `2019-03-${String(at + 1).padStart(2, "0")}`, at % 2 === 0 ? "skill" : "farmer");
      return { id: `sample.trainings:${values.name}|${values.startedOn}`, values, origin };
    }),
  },
  materials: ["1.1", "2.3", "case"].map((section) => ({
    id: `${section}:标题`,
    section,
    title: "标题",
    text: "第一段。\n第二段。",
    chosen: section !== "case",
    origin,
  })),
  explanations: {},
};
