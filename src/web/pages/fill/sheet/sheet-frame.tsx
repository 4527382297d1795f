/** The gestures of a sheet: keys, mouse and clipboard, for whatever cells lie inside. */
import {
  type ClipboardEvent,
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import type { Mode, Point, Sheet } from "../../../filling/sheet.ts";

const SheetContext = createContext<Sheet | null>(null);

export function useSheet(): Sheet {
  const sheet = useContext(SheetContext);
  if (!sheet) throw new Error("outside of a sheet");
  return sheet;
}

export function useCellState(row: number, column: number): "" | "selected" | Mode {
  const sheet = useSheet();
  return useSyncExternalStore(
    useCallback((listener: () => void) => sheet.subscribeCell(row, column, listener), [sheet, row, column]),
    () => sheet.stateOf(row, column),
  );
}

/** The text being typed: for the active cell alone. */
export function useDraft(): readonly [string, Sheet] {
  const sheet = useSheet();
  return [useSyncExternalStore(sheet.subscribe, () => sheet.draft), sheet];
}

/** The active cell, for what stands beside the sheet. */
export function useActive(sheet: Sheet): Point | null {
  return useSyncExternalStore(sheet.subscribe, () => sheet.active);
}

interface SheetFrameProps {
  readonly sheet: Sheet;
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

export function SheetFrame({ sheet, label, children, className = "" }: SheetFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  useEffect(() => {
    const release = (): void => {
      dragging.current = false;
    };
    addEventListener("mouseup", release);
    return () => removeEventListener("mouseup", release);
  }, []);

  const press = (event: MouseEvent): void => {
    const point = pointOf(event.target);
    if (!point || event.button !== 0) return;
    if ((event.target as Element).closest("[data-inside]")) return;
    const { active, mode } = sheet;
    const isSame = active?.row === point.row && active.column === point.column;
    if (isSame && mode !== "ready") return;
    event.preventDefault();
    sheet.select(point, event.shiftKey);
    // Its input is there already, but the focus may have gone to a text beside the sheet.
    if (isSame) frame.current?.querySelector<HTMLInputElement>(".cell-input")?.focus({ preventScroll: true });
    dragging.current = true;
  };
  const drag = (event: MouseEvent): void => {
    const point = dragging.current ? pointOf(event.target) : null;
    if (point && !(sheet.active?.row === point.row && sheet.active.column === point.column)) sheet.select(point, true);
  };
  const press2 = (event: MouseEvent): void => {
    if (pointOf(event.target)) sheet.edit();
  };
  const key = (event: KeyboardEvent): void => {
    // Keys of an input method belong to it.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (!(event.target as Element).closest("[data-row]") || (event.target as Element).closest("[data-inside]")) return;
    if (sheet.key(event)) event.preventDefault();
  };
  const copy = (event: ClipboardEvent): void => {
    const text = inSheet(event.target) ? sheet.copy() : null;
    if (text === null) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    if (event.type === "cut") sheet.clear();
  };
  const paste = (event: ClipboardEvent): void => {
    if (inSheet(event.target) && sheet.paste(event.clipboardData.getData("text/plain"))) event.preventDefault();
  };
  const blur = (event: { readonly relatedTarget: EventTarget | null }): void => {
    if (!frame.current?.contains(event.relatedTarget as Node | null)) sheet.commit();
  };
  // One Tab from outside comes to the first cell; from there keys move.
  const hasActive = useSyncExternalStore(sheet.subscribe, () => sheet.active !== null);
  const enter = (event: FocusEvent): void => {
    if (event.target === frame.current && !sheet.active) sheet.select({ row: 0, column: 0 });
  };
  return (
    <SheetContext value={sheet}>
      <div
        ref={frame}
        className={`sheet ${className}`}
        role="group"
        tabIndex={hasActive ? -1 : 0}
        onFocus={enter}
        aria-label={label}
        onMouseDown={press}
        onMouseOver={drag}
        onDoubleClick={press2}
        onKeyDown={key}
        onCopy={copy}
        onCut={copy}
        onPaste={paste}
        onBlur={blur}
      >
        {children}
      </div>
    </SheetContext>
  );
}

function inSheet(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-row]") !== null;
}

function pointOf(target: EventTarget): Point | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}
