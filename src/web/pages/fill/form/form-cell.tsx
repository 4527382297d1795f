/** One cell of a form: its value, last year's below it in a matrix, and in colours and a corner what is to be said of it. */
import { memo, useId } from "react";
import { entryMessage } from "../entry-message.ts";
import { grouped } from "../../../filling/entry.ts";
import type { InputPosition } from "../../../filling/layout.ts";
import { formSlot } from "../../../filling/slot.ts";
import { differenceOf } from "../../../filling/totals.ts";
import { fillWords } from "../../../messages/fill.ts";
import { useWords } from "../../../messages/text.ts";
import { useFilling, usePlace, useSlot } from "../context.ts";
import { CellInput } from "../sheet/cell-input.tsx";
import { useCellState } from "../sheet/sheet-frame.tsx";
import { cellOf, plainText } from "./form-source.ts";

interface FormCellProps {
  readonly row: number;
  readonly column: number;
  readonly ledger: string;
  readonly position: InputPosition;
  readonly label: string;
  /** With last year's value below: in matrices. */
  readonly tall: boolean;
}

export const FormCell = memo(function FormCell({ row, column, ledger, position, label, tall }: FormCellProps) {
  const session = useFilling();
  const say = useWords(fillWords);
  const slot = formSlot(ledger, position.key);
  const state = useCellState(row, column);
  const { content, invalid, state: kept, touchedBy } = useSlot(slot);
  const findings = usePlace(`${ledger}/${position.key}`);
  const why = useId();
  const cell = cellOf(content);
  const text = invalid?.text ?? plainText(cell);
  const canEdit = session.canEditSlot(ledger, slot);
  const request = session.requestFor(slot);
  const isActive = state !== "" && state !== "selected";
  const tier = findings.find((finding) => finding.tier !== "note" && !(finding.tier === "warning" && finding.explanation !== null))?.tier;
  const classes = [
    "cell input",
    tall ? "tall" : "wide",
    canEdit ? "" : "locked",
    cell.status === "missing" && position.element.required && canEdit ? "blank required" : "",
    invalid ? "invalid" : cell.status === "missing" && tier === "warning" ? "" : (tier ?? ""),
    state === "selected" ? "selected" : "",
    isActive ? "active" : "",
    kept === "saved" ? "" : kept,
    touchedBy === undefined ? "" : "touched",
    request === undefined ? "" : "requested",
  ];
  const before = tall ? session.lastYear(position.key) : null;
  const change = before && differenceOf(cell.value, before.value);
  return (
    <td
      role="gridcell"
      className={classes.filter(Boolean).join(" ")}
      data-row={row}
      data-column={column}
      data-slot={slot}
      aria-selected={isActive || state === "selected"}
    >
      <span className="cell-face" aria-hidden={isActive}>
        {invalid ? (
          invalid.text
        ) : cell.status === "notApplicable" ? (
          <span className="na">{say("notApplicable")}</span>
        ) : (
          grouped(cell.value ?? "") || "\u00a0"
        )}
        {before && session.hasLastYear && (
          <span className="cell-before">
            {before.value === null ? "\u00a0" : grouped(before.value)} {change === null || change === "0" ? "" : change}
          </span>
        )}
      </span>
      {isActive && (
        <CellInput
          mode={state}
          text={text}
          label={label}
          canEdit={canEdit}
          invalid={invalid !== undefined}
          describedBy={invalid ? why : undefined}
        />
      )}
      {isActive && invalid && state === "ready" && (
        <span className="cell-why" id={why} role="alert">
          {entryMessage(say, invalid.problem, position.element.unit)}
        </span>
      )}
      {touchedBy !== undefined && <span className="cell-who">{touchedBy}</span>}
    </td>
  );
});
