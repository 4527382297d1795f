/** A computed total, and the change against last year: they listen to the cells they rest on. */
import { memo, useCallback, useSyncExternalStore } from "react";
import { grouped } from "../../../filling/entry.ts";
import type { TotalPosition } from "../../../filling/layout.ts";
import { formSlot } from "../../../filling/slot.ts";
import { differenceOf, growthOf, totalOf } from "../../../filling/totals.ts";
import { fillWords } from "../../../messages/fill.ts";
import { useWords } from "../../../messages/text.ts";
import { useFilling } from "../context.ts";
import { CellInput } from "../sheet/cell-input.tsx";
import { useCellState } from "../sheet/sheet-frame.tsx";
import { cellOf } from "./form-source.ts";

/** Value and number of blanks of some cells, as one text that changes only when they do. */
export function useTotal(ledger: string, keys: readonly string[]): { readonly value: string | null; readonly missing: number } {
  const { copy } = useFilling();
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = keys.map((key) => copy.subscribeSlot(formSlot(ledger, key), listener));
      return () => leave.forEach((each) => each());
    },
    [copy, ledger, keys],
  );
  const text = useSyncExternalStore(subscribe, () => {
    const { value, missing } = totalOf(keys.map((key) => cellOf(copy.content(formSlot(ledger, key)))));
    return `${value ?? ""}/${missing}`;
  });
  const [value = "", missing = "0"] = text.split("/");
  return { value: value === "" ? null : value, missing: Number(missing) };
}

interface FormTotalProps {
  readonly row: number;
  readonly column: number;
  readonly ledger: string;
  readonly position: TotalPosition;
  readonly label: string;
  readonly tall: boolean;
}

export const FormTotal = memo(function FormTotal({ row, column, ledger, position, label, tall }: FormTotalProps) {
  const session = useFilling();
  const say = useWords(fillWords);
  const state = useCellState(row, column);
  const { value, missing } = useTotal(ledger, position.of);
  const before = totalOf(position.of.map((key) => session.lastYear(key))).value;
  const isActive = state !== "" && state !== "selected";
  const change = missing > 0 ? null : differenceOf(value, before);
  return (
    <td
      role="gridcell"
      className={["cell computed", tall ? "tall" : "wide", isActive ? "active" : state].join(" ")}
      data-row={row}
      data-column={column}
      aria-readonly
      aria-selected={isActive || state === "selected"}
      title={missing > 0 ? say("totalMissing", { count: missing }) : undefined}
    >
      <span className="cell-face" aria-hidden={isActive}>
        {value === null ? "\u00a0" : grouped(value)}
        {tall && session.hasLastYear && (
          <span className="cell-before">
            {before === null ? "\u00a0" : grouped(before)} {change === null || change === "0" ? "" : change}
          </span>
        )}
      </span>
      {isActive && <CellInput mode="ready" text={value ?? ""} label={label} canEdit={false} />}
    </td>
  );
});

/** Last year's value and the change of a row in a list, with its growth in words for screen readers. */
export const RowChange = memo(function RowChange({ ledger, keys }: { readonly ledger: string; readonly keys: readonly string[] }) {
  const session = useFilling();
  const { value, missing } = useTotal(ledger, keys);
  const before = totalOf(keys.map((key) => session.lastYear(key))).value;
  const now = missing > 0 ? null : value;
  const change = differenceOf(now, before);
  const growth = growthOf(now, before);
  const isLarge = growth !== null && Math.abs(growth) >= 30;
  return (
    <>
      <td className="muted">{before === null ? "" : grouped(before)}</td>
      <td className={isLarge ? "delta-large" : "muted"}>
        {change === null || change === "0"
          ? (change ?? "")
          : grouped(change.replace(/^\+/, "")).replace(/^/, change.startsWith("+") ? "+" : "")}
        {change !== null && change !== "0" && growth !== null && Math.abs(growth) < 1000 ? ` (${growth > 0 ? "+" : ""}${growth}%)` : ""}
      </td>
    </>
  );
});
