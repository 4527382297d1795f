/** Mapping the columns of an export. */
import { expect, it } from "vitest";
import { knowledge } from "../../../../catalog/knowledge.ts";
import { choicesFor, draftOf, groupsOf, knownMapping, type Sheet } from "./draft.ts";

const sheet: Sheet = {
  name: "学生数",
  headerRow: 2,
  header: ["学校", "在校生", "备注"],
  sample: [["莲城中专", "4060", ""]],
  suggested: null,
};

it("takes over what was saved for the same header, and leaves the rest out", () => {
  const saved = {
    name: "统计",
    sheet: "学生数",
    headerRow: 1,
    organisationColumn: "学校",
    columns: [{ header: "在校生", element: "students.enrolled", members: "gender=male|grade=one", factor: "10000" as const }],
  };
  const choices = choicesFor(sheet, saved);
  expect(choices.map((choice) => choice.element)).toEqual(["", "students.enrolled", ""]);
  expect(draftOf(sheet, " 事业统计 ", "学校", choices)).toEqual({ ...saved, name: "事业统计", headerRow: 2 });
});

it("makes no mapping without a column that is imported, and never imports the column of organisations", () => {
  expect(draftOf(sheet, "x", "学校", choicesFor(sheet, null))).toBeNull();
  const onlyOrganisation = choicesFor(sheet, null).map((choice, at) => (at === 0 ? { ...choice, element: "students.enrolled" } : choice));
  expect(draftOf(sheet, "x", "学校", onlyOrganisation)).toBeNull();
});

it("offers every cell of an element with dimensions, and none where there is one cell", () => {
  const groups = groupsOf(knowledge, "students.enrolled");
  expect(groups.length).toBeGreaterThan(3);
  expect(new Set(groups.map((group) => group.value)).size).toBe(groups.length);
  expect(groups.every((group) => group.value.includes("grade=") && group.value.includes("gender="))).toBe(true);
  expect(groupsOf(knowledge, "facilities.equipmentValue")).toEqual([]);
});

it("knows again a sheet of which a mapping was saved, the one with most columns first", () => {
  const mapping = (id: string, organisationColumn: string, headers: readonly string[]) => ({
    id,
    name: id,
    sheet: "",
    headerRow: 1,
    organisationColumn,
    columns: headers.map((header) => ({
      header,
      element: "students.enrolled",
      members: "",
      factor: "1" as const,
    })),
  });
  const mappings = [
    mapping("few", "", ["备注"]),
    mapping("most", "学校", ["在校生", "备注"]),
    mapping("other", "学校", ["在校生", "教师"]),
  ];
  expect(knownMapping(sheet, mappings)?.id).toBe("most");
  expect(knownMapping(sheet, [mapping("other", "单位", ["在校生"])])).toBeUndefined();
});
