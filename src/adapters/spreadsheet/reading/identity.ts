/** Finds out whose workbook it is: from the hidden identity sheet, or else from the front sheet. */
import { frontLabels, sheetNames } from "../template/marks.ts";
import { plain, tidy } from "../labels.ts";
import type { RawSheet, RawWorkbook } from "../xlsx/raw.ts";
import type { Problems } from "./problems.ts";

/** Where the template had a ledger's sheet, cells and columns. */
export interface TemplatePlaces {
  readonly sheet: string;
  /** Cell key → address. */
  readonly cells: ReadonlyMap<string, string>;
  /** Column code → letter. */
  readonly columns: ReadonlyMap<string, string>;
}

export interface Identity {
  readonly organisation: string;
  readonly year: number;
  /** "" when the identity sheet is gone. */
  readonly kind: string;
  readonly catalog: string;
  readonly places: ReadonlyMap<string, TemplatePlaces>;
  /** Sections of the outline that the template offered, by title. */
  readonly sections: ReadonlyMap<string, string>;
}

/** Null when neither sheet names both, or no year can be told; the problems say so. */
export function readIdentity(workbook: RawWorkbook, problems: Problems): Identity | null {
  const hiddenSheet = workbook.sheets.find((sheet) => sheet.rows[0]?.cells[0]?.text === "zhibao");
  const frontSheet = workbook.sheets.find((sheet) => plain(sheet.name) === plain(sheetNames.front));
  const front = frontSheet ? readFront(frontSheet) : null;
  const hidden = hiddenSheet ? readHidden(hiddenSheet) : null;
  const organisation = hidden?.organisation || front?.organisation || "";
  const year = hidden?.year || front?.year || "";
  const nowhere = { sheet: "", cell: "" };
  if (organisation === "" || year === "") {
    problems.add("identity-missing", {}, nowhere);
    return null;
  }
  if (!hidden) problems.add("identity-from-front", {}, { sheet: frontSheet!.name, cell: "" }, `${organisation} ${year}`);
  if (
    hidden &&
    front &&
    ((front.organisation !== "" && front.organisation !== hidden.organisation) || (front.year !== "" && front.year !== hidden.year))
  )
    problems.add(
      "identity-conflict",
      { hidden: `${hidden.organisation} ${hidden.year}`, visible: `${front.organisation} ${front.year}` },
      { sheet: frontSheet!.name, cell: front.organisation === hidden.organisation ? front.yearCell : front.organisationCell },
      `${front.organisation} ${front.year}`,
    );
  const place = hidden ? { sheet: hiddenSheet!.name, cell: "" } : { sheet: frontSheet?.name ?? "", cell: "" };
  if (!/^\d{6}(-\w+)?$/.test(organisation)) problems.add("organisation-invalid", { organisation }, place, organisation);
  if (!/^(19|20)\d\d$/.test(year)) {
    problems.add("year-invalid", { year }, place, year);
    return null;
  }
  return {
    organisation,
    year: Number(year),
    kind: hidden?.kind ?? "",
    catalog: hidden?.catalog ?? "",
    places: hidden?.places ?? new Map(),
    sections: hidden?.sections ?? new Map(),
  };
}

interface Front {
  organisation: string;
  organisationCell: string;
  year: string;
  yearCell: string;
}

function readFront(sheet: RawSheet): Front {
  const found: Front = { organisation: "", organisationCell: "", year: "", yearCell: "" };
  for (const { row, cells } of sheet.rows)
    for (let at = 0; at + 1 < cells.length; at += 1) {
      const label = plain(cells[at]!.text);
      const value = tidy(cells[at + 1]!.text).replace(/年$/, "");
      const cell = `C${row + 1}`;
      if (label === plain(frontLabels.organisation)) Object.assign(found, { organisation: value, organisationCell: cell });
      if (label === plain(frontLabels.year)) Object.assign(found, { year: value, yearCell: cell });
    }
  return found;
}

function readHidden(sheet: RawSheet): {
  organisation: string;
  kind: string;
  year: string;
  catalog: string;
  places: Map<string, TemplatePlaces>;
  sections: Map<string, string>;
} {
  const identity = {
    organisation: "",
    kind: "",
    year: "",
    catalog: "",
    places: new Map<string, TemplatePlaces>(),
    sections: new Map<string, string>(),
  };
  let cells = new Map<string, string>();
  let columns = new Map<string, string>();
  for (const row of sheet.rows) {
    const text = (column: number): string => row.cells.find((cell) => cell.column === column)?.text ?? "";
    switch (text(0)) {
      case "organisation":
        identity.organisation = tidy(text(1));
        identity.kind = text(3);
        break;
      case "year":
        identity.year = tidy(text(1));
        break;
      case "catalog":
        identity.catalog = text(1);
        break;
      case "section":
        identity.sections.set(text(2), text(1));
        break;
      case "ledger":
        cells = new Map();
        columns = new Map();
        identity.places.set(text(1), { sheet: text(2), cells, columns });
        break;
      case "cell":
        cells.set(text(1), text(2));
        break;
      case "column":
        columns.set(text(1), text(2));
        break;
      default:
    }
  }
  return identity;
}
