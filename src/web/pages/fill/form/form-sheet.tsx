/** A form ledger: its blocks as one sheet, with the definition of a data item on hovering over its name. */
import { App } from "antd";
import { memo, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { measuresIn } from "../../../../core/formula/dependencies.ts";
import type { FormLedger } from "../../../../core/definition/ledger.ts";
import { isInForce } from "../../../../core/definition/ledger.ts";
import { layOut } from "../../../filling/layout.ts";
import { Sheet } from "../../../filling/sheet.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { usePlaceLabel } from "../clashes.tsx";
import { type Jump, useFilling, useReturnView } from "../context.ts";
import { SheetFrame } from "../sheet/sheet-frame.tsx";
import { Definition } from "../side/definition.tsx";
import { FormBlock } from "./form-block.tsx";
import { FormSource, type Notice } from "./form-source.ts";

interface FormSheetProps {
  readonly ledger: FormLedger;
  readonly jump: Jump | null;
  /** Tells which cell is active: its key, or null. */
  readonly onActive: (key: string | null) => void;
}

interface Hovered {
  readonly element: string;
  readonly at: DOMRect;
}

export const FormSheet = memo(function FormSheet({ ledger, jump, onActive }: FormSheetProps) {
  const session = useFilling();
  const { year } = useReturnView();
  const { language } = useContext(LanguageContext);
  const notify = useNotices();
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const layout = useMemo(() => layOut(session.index, ledger.code, year), [session, ledger, year]);
  const sheet = useMemo(() => new Sheet(new FormSource(session, ledger.code, layout, notify)), [session, ledger, layout, notify]);
  const indicators = useMemo(() => indicatorRows(session.index, ledger.code, year), [session, ledger, year]);

  useEffect(
    () =>
      sheet.subscribe(() => {
        const { active } = sheet;
        const position = active && layout.rows[active.row]?.positions[active.column];
        onActive(position?.kind === "input" ? position.key : null);
      }),
    [sheet, layout, onActive],
  );
  useEffect(() => {
    const place = jump && layout.places.get(jump.cell);
    if (!place) return;
    sheet.select(place);
    document.querySelector(`[data-row="${place.row}"][data-column="${place.column}"]`)?.scrollIntoView({ block: "center" });
  }, [jump, layout, sheet]);

  const explain = useCallback(
    (code: string | null, at: DOMRect | null) => setHovered(code === null || at === null ? null : { element: code, at }),
    [],
  );
  const element = hovered && session.index.elements.get(hovered.element);
  return (
    <SheetFrame sheet={sheet} label={ledger[language]}>
      {layout.blocks.map((block) => (
        <FormBlock key={block.from} block={block} ledger={ledger.code} indicators={indicators} explain={explain} />
      ))}
      {element && hovered && (
        <div className="hover-card" role="tooltip" style={cardPlace(hovered.at)}>
          <Definition element={element} />
        </div>
      )}
    </SheetFrame>
  );
});

function cardPlace(at: DOMRect): { left: number; top?: number; bottom?: number } {
  return at.top > innerHeight / 2 ? { left: at.left, bottom: innerHeight - at.top + 6 } : { left: at.left, top: at.bottom + 6 };
}

/** Messages of a sheet's gestures. */
export function useNotices(): (notice: Notice) => void {
  const { message } = App.useApp();
  const words = useWords(fillWords);
  const latest = useRef(words);
  latest.current = words;
  const label = usePlaceLabel();
  const labelNow = useRef(label);
  labelNow.current = label;
  return useMemo(
    () => (notice) => {
      const say = latest.current;
      const text = {
        leftOver: () => say("pasteLeftOver", { count: "count" in notice ? notice.count : 0 }),
        wrong: () => say("pasteWrong", { count: "count" in notice ? notice.count : 0 }),
        locked: () => say("pasteLocked", { count: "count" in notice ? notice.count : 0 }),
        totals: () => say("pasteTotals", { list: "list" in notice ? notice.list : "" }),
        elsewhere: () => say("undoneElsewhere", { place: "slot" in notice ? labelNow.current(notice.slot) : "" }),
        nothing: () => say("undone"),
      }[notice.kind]();
      void message.open({
        type: notice.kind === "nothing" ? "info" : "warning",
        content: text,
        duration: notice.kind === "nothing" ? 1.5 : 6,
        key: notice.kind,
      });
    },
    [message],
  );
}

/** Indicators that stand beside one data item at most: the panel has all of them. */
const mostBeside = 4;

/** Indicators of the ledger's own subject, each once: beside the last of its elements that the formula names. */
function indicatorRows(index: ReturnType<typeof useFilling>["index"], ledger: string, year: number): Map<string, string[]> {
  const elements = (index.elementsByLedger.get(ledger) ?? []).map((element) => element.code);
  const rows = new Map<string, string[]>();
  const subject = index.ledgers.get(ledger)?.subject;
  for (const indicator of index.knowledge.indicators) {
    if (!isInForce(indicator, year) || indicator.subject !== subject) continue;
    const named = new Set(measuresIn(indicator.formula));
    const last = elements.findLast((code) => named.has(code));
    if (last === undefined) continue;
    const list = rows.get(last);
    if (list && list.length < mostBeside) list.push(indicator.code);
    else if (!list) rows.set(last, [indicator.code]);
  }
  return rows;
}
