/** One row of a register. It listens to its own slot; its cells are drawn again only where their text changes. */
import { memo, useContext } from "react";
import { Tag } from "antd";
import type { RegisterLedger } from "../../../../core/definition/ledger.ts";
import { isRow, rowSlot } from "../../../filling/slot.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { useFilling, useSlot } from "../context.ts";
import { RegisterCell } from "./register-cell.tsx";
import type { RegisterSource } from "./register-source.ts";

interface RegisterRowProps {
  readonly row: number;
  readonly id: string;
  readonly isNew: boolean;
  readonly source: RegisterSource;
  readonly ledger: RegisterLedger;
  readonly widths: readonly number[];
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly isDuplicate: boolean;
}

export const RegisterRow = memo(function RegisterRow({
  row,
  id,
  isNew,
  source,
  ledger,
  widths,
  width,
  top,
  height,
  isDuplicate,
}: RegisterRowProps) {
  const say = useWords(fillWords);
  const session = useFilling();
  const { language } = useContext(LanguageContext);
  const slot = rowSlot(ledger.code, id);
  const { content, state, touchedBy } = useSlot(slot);
  const values = isRow(content) ? content.values : {};
  const canEdit = session.canEditSlot(ledger.code, slot);
  const request = session.requestFor(slot);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={`register-row ${touchedBy === undefined ? "" : "touched"} ${request === undefined ? "" : "requested"}`}
      style={{ transform: `translateY(${top}px)`, width, height }}
      data-slot={slot}
      title={request}
    >
      <div role="rowheader" className={`register-number ${state}`} style={{ width: 52 }}>
        {isNew ? <span title={say("newRow")}>＊</span> : row + 1}
        {isDuplicate && (
          <Tag color="orange" className="duplicate-mark">
            {say("duplicate")}
          </Tag>
        )}
      </div>
      {ledger.columns.map((column, at) => (
        <RegisterCell
          key={column.code}
          row={row}
          column={at}
          id={id}
          definition={column}
          ledger={ledger.code}
          text={source.shown(values[column.code], at)}
          edited={
            column.type === "integer" || column.type === "decimal" ? (values[column.code] ?? "") : source.shown(values[column.code], at)
          }
          width={widths[at]!}
          canEdit={canEdit}
          isNew={isNew}
          language={language}
        />
      ))}
      {touchedBy !== undefined && (
        <span className="cell-who" style={{ position: "sticky", left: 60 }}>
          {touchedBy}
        </span>
      )}
    </div>
  );
});
