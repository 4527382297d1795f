/** One cell of a register; choices and yes/no open a list that typing narrows. */
import { type KeyboardEvent, memo, useId, useState } from "react";
import type { Column } from "../../../../core/definition/ledger.ts";
import { tidy } from "../../../filling/entry.ts";
import { fillWords } from "../../../messages/fill.ts";
import { useMarks, useWords } from "../../../messages/text.ts";
import { useFilling, usePlace, useSlot } from "../context.ts";
import { entryMessage } from "../entry-message.ts";
import { CellInput } from "../sheet/cell-input.tsx";
import { useCellState, useDraft } from "../sheet/sheet-frame.tsx";
import { fieldOf } from "./register-source.ts";

interface RegisterCellProps {
  readonly row: number;
  readonly column: number;
  readonly id: string;
  readonly ledger: string;
  readonly definition: Column;
  /** As it is shown, and as it is edited. */
  readonly text: string;
  readonly edited: string;
  readonly width: number;
  readonly canEdit: boolean;
  readonly isNew: boolean;
  readonly language: "zh" | "en";
}

const yesNo = { zh: ["是", "否"], en: ["Yes", "No"] } as const;

export const RegisterCell = memo(function RegisterCell(props: RegisterCellProps) {
  const { row, column, id, ledger, definition, text, edited, width, canEdit, isNew, language } = props;
  const say = useWords(fillWords);
  const marks = useMarks();
  const { index } = useFilling();
  const state = useCellState(row, column);
  const { invalid } = useSlot(fieldOf(ledger, id, definition.code));
  const findings = usePlace(`${ledger}/${id}/${definition.code}`);
  const why = useId();
  const isActive = state !== "" && state !== "selected";
  const isNumber = definition.type === "integer" || definition.type === "decimal";
  const tier = findings.find((finding) => finding.tier !== "note" && !(finding.tier === "warning" && finding.explanation !== null))?.tier;
  const options =
    definition.type === "boolean"
      ? yesNo[language]
      : definition.type === "choice"
        ? (index.dimensions.get(definition.choices ?? "")?.members.map((member) => member[language]) ?? [])
        : null;
  const classes = [
    "cell input",
    isNumber ? "number" : "",
    column === 0 ? "first" : "",
    canEdit ? "" : "locked",
    definition.required && text === "" && canEdit && !isNew ? "blank required" : "",
    invalid ? "invalid" : text === "" && tier === "warning" ? "" : (tier ?? ""),
    state === "selected" ? "selected" : "",
    isActive ? "active" : "",
  ];
  return (
    <div
      role="gridcell"
      className={classes.filter(Boolean).join(" ")}
      style={{ width }}
      data-row={row}
      data-column={column}
      aria-colindex={column + 1}
      aria-selected={isActive || state === "selected"}
      title={isActive ? undefined : (findings[0]?.message[language] ?? (text.length > 12 ? text : undefined))}
    >
      <span className="cell-face" aria-hidden={isActive}>
        {invalid?.text ?? text}
      </span>
      {isActive && options && (
        <ChoiceCell
          state={state}
          text={invalid?.text ?? edited}
          label={`${definition[language]}${marks.pause}${row + 1}`}
          options={options}
          canEdit={canEdit}
        />
      )}
      {isActive && !options && (
        <CellInput
          mode={state}
          text={invalid?.text ?? edited}
          label={`${definition[language]}${marks.pause}${row + 1}`}
          canEdit={canEdit}
          invalid={invalid !== undefined}
          describedBy={invalid ? why : undefined}
        />
      )}
      {isActive && invalid && state === "ready" && (
        <span className="cell-why" id={why} role="alert">
          {entryMessage(say, invalid.problem, definition.unit ?? "")}
        </span>
      )}
    </div>
  );
});

/** In the last rows in sight a list opens upwards: below it would be cut off by the grid's edge. */
function turnAbove(list: HTMLUListElement | null): void {
  const grid = list?.closest(".register-scroll")?.getBoundingClientRect();
  if (!list || !grid) return;
  const { top, bottom, height } = list.getBoundingClientRect();
  if (bottom > grid.bottom && top - grid.top > height + 40) list.classList.add("above");
}

interface ChoiceCellProps {
  readonly state: "ready" | "typing" | "editing";
  readonly text: string;
  readonly label: string;
  readonly options: readonly string[];
  readonly canEdit: boolean;
}

function ChoiceCell({ state, text, label, options, canEdit }: ChoiceCellProps) {
  const [typed, sheet] = useDraft();
  const id = useId();
  const [at, setAt] = useState(-1);
  const isOpen = state !== "ready" && canEdit;
  const draft = tidy(typed);
  const shown = draft === "" || draft === text ? options : options.filter((option) => option.includes(draft));
  const chosen = isOpen ? (shown[at] ?? (draft !== "" && draft !== text ? shown[0] : undefined)) : undefined;
  const key = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.altKey && event.key === "ArrowDown") sheet.edit();
    else if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const from = at >= 0 ? at : shown.indexOf(chosen ?? text);
      setAt(Math.max(0, Math.min(shown.length - 1, from + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (isOpen && (event.key === "Enter" || event.key === "Tab") && chosen !== undefined) {
      sheet.put(chosen);
      setAt(-1);
      sheet.key(event);
    } else return;
    event.preventDefault();
  };
  return (
    <div onKeyDown={key} style={{ position: "absolute", inset: 0 }}>
      <CellInput
        mode={state}
        text={text}
        label={label}
        canEdit={canEdit}
        list={{ id, open: isOpen, option: chosen === undefined ? undefined : `${id}-${options.indexOf(chosen)}` }}
      />
      {canEdit && (
        <button
          type="button"
          className="choice-open"
          tabIndex={-1}
          aria-hidden
          data-inside
          onMouseDown={(event) => {
            event.preventDefault();
            if (isOpen) sheet.cancel();
            else sheet.edit();
          }}
        >
          ▾
        </button>
      )}
      {isOpen && (
        <ul ref={turnAbove} role="listbox" id={id} className="choice-list" data-inside aria-label={label}>
          {shown.map((option) => (
            <li
              key={option}
              id={`${id}-${options.indexOf(option)}`}
              role="option"
              aria-selected={option === chosen}
              className={option === chosen ? "chosen" : ""}
              onMouseDown={(event) => {
                event.preventDefault();
                sheet.put(option);
                setAt(-1);
              }}
            >
              {option}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
