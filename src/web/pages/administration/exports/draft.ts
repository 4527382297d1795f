/** What a person chooses for the columns of an office's export, and the mapping that it makes. */
import type { Knowledge } from "../../../../core/definition/knowledge.ts";
import { type Members, membersKey } from "../../../../core/model/selection.ts";
import type { AnswerOf } from "../../../client.ts";

export type Sheet = AnswerOf<"POST /api/exports/read">["sheets"][number];
export type Mapping = AnswerOf<"GET /api/mappings">[number];
export type MappingDraft = Omit<Mapping, "id">;
export type Factor = Mapping["columns"][number]["factor"];

export interface ColumnChoice {
  readonly header: string;
  /** Empty: not imported. */
  readonly element: string;
  readonly members: string;
  readonly factor: Factor;
}

/** One choice per column of the sheet: as suggested or as saved before where the header is known, else none. */
export function choicesFor(sheet: Sheet, from: MappingDraft | null): ColumnChoice[] {
  return sheet.header.map((header) => {
    const known = from?.columns.find((column) => column.header === header);
    return known ?? { header, element: "", members: "", factor: "1" };
  });
}

/** The saved mapping all of whose columns the sheet has, the one with most; undefined for none. */
export function knownMapping(sheet: Sheet, mappings: readonly Mapping[]): Mapping | undefined {
  const headers = new Set(sheet.header);
  return mappings
    .filter((each) =>
      [each.organisationColumn, ...each.columns.map(({ header }) => header)].every((header) => header === "" || headers.has(header)),
    )
    .toSorted((left, right) => right.columns.length - left.columns.length)[0];
}

/** Null when no column has an element. */
export function draftOf(sheet: Sheet, name: string, organisationColumn: string, choices: readonly ColumnChoice[]): MappingDraft | null {
  const columns = choices.filter((choice) => choice.element !== "" && choice.header !== organisationColumn);
  if (columns.length === 0) return null;
  return {
    name: name.trim(),
    sheet: sheet.name,
    headerRow: sheet.headerRow,
    organisationColumn,
    columns: columns.map((column) => ({ ...column })),
  };
}

/** The cells of an element, one for each combination of its dimensions' members (its total is never typed); none where it has no dimensions. */
export function groupsOf(knowledge: Knowledge, code: string): { readonly value: string; readonly label: string }[] {
  const element = knowledge.elements.find((each) => each.code === code);
  const dimensions = (element?.dimensions ?? []).flatMap((name) => knowledge.dimensions.filter((each) => each.code === name));
  if (dimensions.length === 0) return [];
  let found: { members: Members; label: string }[] = [{ members: {}, label: "" }];
  for (const dimension of dimensions)
    found = found.flatMap((each) =>
      dimension.members.map((member) => ({
        members: { ...each.members, [dimension.code]: member.code },
        label: [each.label, member.zh].filter(Boolean).join(" · "),
      })),
    );
  return found.map(({ members, label }) => ({ value: membersKey(members), label }));
}
