/** Reads one field of a register by its column: type, choices, pattern and length. */
import type { KnowledgeIndex } from "../../../core/definition/knowledge.ts";
import type { Column } from "../../../core/definition/ledger.ts";
import type { RawCell } from "../xlsx/raw.ts";
import { tidy } from "../labels.ts";
import { readBoolean, readChoice } from "./choice.ts";
import { readDate } from "./date.ts";
import { isNotApplicable, quantitySpecification, readQuantity, storedNumber } from "./quantity.ts";
import { accept, type Reading, reject } from "./reading.ts";
import { toSignificant } from "../../../core/quantity/rounding.ts";

/** Characters that one field of a register may have. */
export const longestField = 1000;

export function readField(cell: RawCell | undefined, column: Column, index: KnowledgeIndex, from1904: boolean): Reading<string | null> {
  const label = column.zh;
  const empty = (): Reading<null> => (column.required ? reject({ code: "required-blank", parameters: { label } }) : accept(null));
  if (!cell) return empty();
  if (cell.kind === "none") return reject({ code: "formula-without-value", parameters: { label } });
  if (cell.kind === "error") return reject({ code: "error-value", parameters: { label } });
  if (cell.kind === "text" && (tidy(cell.text) === "" || (column.type !== "text" && isNotApplicable(tidy(cell.text))))) return empty();
  switch (column.type) {
    case "integer":
    case "decimal": {
      const specification = quantitySpecification(label, column.unit ?? "", column.type === "integer" ? 0 : undefined);
      const reading = readQuantity(
        cell,
        column.type === "integer" ? { ...specification, whole: true, decimals: 0 } : specification,
        from1904,
      );
      return reading.ok ? (reading.value.value === null ? empty() : { ...reading, value: reading.value.value }) : reading;
    }
    case "date":
      return readDate(cell, label, from1904);
    case "boolean":
      return readBoolean(cell, label);
    case "choice": {
      const dimension = index.dimensions.get(column.choices ?? "");
      if (!dimension) throw new Error(`column ${column.code} has no dimension ${column.choices}`);
      return readChoice(cell, label, dimension);
    }
    case "text":
      return readText(cell, column, empty);
  }
}

function readText(cell: RawCell, column: Column, empty: () => Reading<null>): Reading<string | null> {
  const label = column.zh;
  const text = plainText(cell);
  if (text === "") return empty();
  if (text.length > longestField) return reject({ code: "text-too-long", parameters: { label, length: text.length, most: longestField } });
  if (column.pattern === undefined || matchesWhole(column.pattern, text)) return accept(text);
  const narrow = tidy(text).replace(/\s/g, "");
  return matchesWhole(column.pattern, narrow)
    ? accept(narrow)
    : reject({ code: "pattern-mismatch", parameters: { label, note: column.note ?? "" } });
}

function matchesWhole(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`, "u").test(text);
}

/** The text of a cell as a person sees it, surrounding blanks apart. */
export function plainText(cell: RawCell): string {
  if (cell.kind !== "number") return cell.text.replace(/\r\n?/g, "\n").trim();
  const number = storedNumber(cell.text);
  return number ? toSignificant(number, 40) : cell.text;
}
