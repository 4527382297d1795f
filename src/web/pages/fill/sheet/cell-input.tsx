/** The input of the active cell: it has the focus all the time, so that the first key (or an input method) writes into it. */
import { useLayoutEffect, useRef } from "react";
import type { Mode } from "../../../filling/sheet.ts";
import { useDraft } from "./sheet-frame.tsx";

interface CellInputProps {
  readonly mode: Mode;
  /** The cell's text, shown until something is typed. */
  readonly text: string;
  readonly label: string;
  readonly canEdit: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  /** Attributes of a combobox, for cells with a list. */
  readonly list?: { readonly id: string; readonly open: boolean; readonly option: string | undefined };
}

export function CellInput({ mode, text, label, canEdit, invalid = false, describedBy, list }: CellInputProps) {
  const [draft, sheet] = useDraft();
  const input = useRef<HTMLInputElement>(null);
  const isReady = mode === "ready";
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    if (document.activeElement !== element) element.focus({ preventScroll: true });
    if (isReady) element.select();
  }, [isReady, text]);
  useLayoutEffect(() => {
    if (mode === "editing") input.current?.setSelectionRange(-1, -1);
  }, [mode]);
  useLayoutEffect(() => {
    input.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  return (
    <input
      ref={input}
      className={`cell-input ${isReady ? "ready" : "typing"}`}
      value={isReady ? text : draft}
      readOnly={!canEdit}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      inputMode="text"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => sheet.type(event.target.value)}
      {...(list
        ? {
            role: "combobox",
            "aria-expanded": list.open,
            "aria-controls": list.id,
            "aria-activedescendant": list.option,
            "aria-autocomplete": "list" as const,
          }
        : {})}
    />
  );
}
