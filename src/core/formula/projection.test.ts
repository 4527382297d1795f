import { expect, it } from "vitest";
import type { ReturnDocument } from "../model/return.ts";
import { fixtureIndex } from "./fixture.ts";
import { projectFacts } from "./projection.ts";

const origin = (cell: string) => ({ file: "a.xlsx", sheet: "企业", cell });
const row = (id: string, credit: string, level: string | null, hours: string | null) => ({
  id,
  values: { credit, level, hours },
  origin: origin(id),
});
const filed: ReturnDocument = {
  organisation: "C-01",
  year: 2019,
  catalog: "h",
  forms: {
    "t.form": {
      "t.staff": { status: "value", value: "12", origin: origin("C3") },
      "t.students#gender=male": { status: "notApplicable", value: null, origin: origin("D4") },
      "t.gone": { status: "value", value: "1", origin: origin("E9") },
    },
  },
  registers: { "t.firms": [row("A5", "x", "female", "1.5"), row("A6", "y", "male", "2"), row("A7", "x", "female", "0.5")] },
  materials: [],
  explanations: {},
};
const brief = (document: ReturnDocument) =>
  projectFacts(fixtureIndex, document, 3).map((fact) => [fact.element, fact.members, fact.key, fact.value, fact.origin.cell]);

it("projects cells, distinct keys and sums by member, with their places", () => {
  expect(brief(filed)).toEqual([
    ["t.staff", {}, undefined, "12", "C3"],
    ["t.students", { gender: "male" }, undefined, null, "D4"],
    ["t.firmCount", {}, "x", "1", "A5:A7"],
    ["t.firmCount", {}, "y", "1", "A6"],
    ["t.firmHours", { gender: "female" }, undefined, "2", "A5:A7"],
    ["t.firmHours", { gender: "male" }, undefined, "2", "A6"],
  ]);
});

it("tells a register filed empty (zero) from one not filed (no fact)", () => {
  expect(brief({ ...filed, forms: {}, registers: { "t.firms": [] } })).toEqual([
    ["t.firmCount", {}, undefined, "0", ""],
    ["t.firmHours", {}, undefined, "0", ""],
  ]);
  expect(brief({ ...filed, forms: {}, registers: {} })).toEqual([]);
});
