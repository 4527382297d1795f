/** The grid of a register: the head and the first column stay, and of ten thousand rows only those in sight are drawn. */
import { FilterFilled, FilterOutlined } from "@ant-design/icons";
import { Button, Checkbox, Flex, Input, Popover } from "antd";
import { memo, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Column, RegisterLedger } from "../../../../core/definition/ledger.ts";
import type { Sheet } from "../../../filling/sheet.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { useFilling } from "../context.ts";
import { SheetFrame, useActive } from "../sheet/sheet-frame.tsx";
import type { Filters } from "./filters.ts";
import { RegisterRow } from "./register-row.tsx";
import type { RegisterSource } from "./register-source.ts";

const rowHeight = 32;
const headHeight = 46;
const numberWidth = 52;
/** Rows drawn above and below what is in sight. */
const margin = 8;

interface RegisterGridProps {
  readonly sheet: Sheet;
  readonly source: RegisterSource;
  readonly ledger: RegisterLedger;
  readonly duplicates: ReadonlySet<string>;
  readonly filters: Filters;
  readonly onFilters: (change: (now: Filters) => Filters) => void;
}

export function RegisterGrid({ sheet, source, ledger, duplicates, filters, onFilters }: RegisterGridProps) {
  const { language } = useContext(LanguageContext);
  const say = useWords(fillWords);
  const marks = useMarks();
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(480);
  const active = useActive(sheet);
  const widths = useMemo(() => ledger.columns.map((column) => widthOf(column, ledger)), [ledger]);
  const width = numberWidth + widths.reduce((sum, each) => sum + each, 0);
  const count = source.rowCount();

  useLayoutEffect(() => {
    const element = scroller.current!;
    const measure = new ResizeObserver(() => setHeight(element.clientHeight));
    measure.observe(element);
    return () => measure.disconnect();
  }, []);
  // The active cell comes into sight, clear of the head and the number column.
  useEffect(() => {
    const element = scroller.current;
    if (!element || !active) return;
    const y = active.row * rowHeight;
    if (y < element.scrollTop) element.scrollTop = y;
    else if (y + rowHeight > element.scrollTop + element.clientHeight - headHeight)
      element.scrollTop = y + rowHeight - element.clientHeight + headHeight + 2;
    const x = widths.slice(0, active.column).reduce((sum, each) => sum + each, 0);
    const fixed = numberWidth + (active.column === 0 ? 0 : widths[0]!);
    if (active.column > 0 && x + numberWidth < element.scrollLeft + fixed) element.scrollLeft = x + numberWidth - fixed;
    else if (x + numberWidth + widths[active.column]! > element.scrollLeft + element.clientWidth)
      element.scrollLeft = x + numberWidth + widths[active.column]! - element.clientWidth;
  }, [active, widths]);

  const from = Math.max(0, Math.floor(top / rowHeight) - margin);
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + margin);
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  // The row being typed into stays while one scrolls away from it.
  if (active && active.row < count && (active.row < from || active.row >= to)) drawn.push(active.row);
  return (
    <SheetFrame sheet={sheet} label={ledger[language]} className="register">
      <div ref={scroller} className="register-scroll" onScroll={(event) => setTop(event.currentTarget.scrollTop)} tabIndex={-1}>
        <div
          role="grid"
          aria-label={ledger[language]}
          aria-rowcount={count + 1}
          aria-colcount={ledger.columns.length}
          style={{ width, height: headHeight + count * rowHeight, position: "relative" }}
        >
          <div role="row" aria-rowindex={1} className="register-head" style={{ height: headHeight, width }}>
            <div role="columnheader" className="register-number" style={{ width: numberWidth }} aria-label="#" />
            {ledger.columns.map((column, at) => (
              <div
                key={column.code}
                role="columnheader"
                className={at === 0 ? "first" : ""}
                style={{ width: widths[at], ...(at === 0 ? { left: numberWidth } : {}) }}
                title={column.note ?? column[language]}
              >
                <span>
                  {column[language]}
                  {column.required && (
                    <span className="required-mark" aria-label={say("requiredColumn")}>
                      *
                    </span>
                  )}
                  {column.unit !== undefined && (
                    <span className="muted">
                      {marks.open}
                      {column.unit}
                      {marks.close}
                    </span>
                  )}
                </span>
                <ColumnFilter column={column} filters={filters} onFilters={onFilters} />
              </div>
            ))}
          </div>
          {drawn.map((row) => (
            <RegisterRow
              key={source.idAt(row)}
              row={row}
              id={source.idAt(row)}
              isNew={row >= source.rows.length}
              source={source}
              ledger={ledger}
              widths={widths}
              width={width}
              top={headHeight + row * rowHeight}
              height={rowHeight}
              isDuplicate={duplicates.has(source.idAt(row))}
            />
          ))}
        </div>
      </div>
    </SheetFrame>
  );
}

/** Pixels by type; the first column of the natural key is what people recognise a row by. */
function widthOf(column: Column, ledger: RegisterLedger): number {
  const named = Math.min(190, column.zh.length * 15 + (column.unit?.length ?? 0) * 14 + 48);
  switch (column.type) {
    case "boolean":
      return Math.max(70, Math.min(named, 120));
    case "integer":
    case "decimal":
      return Math.max(96, Math.min(named, 150));
    case "date":
      return Math.max(112, Math.min(named, 150));
    case "choice":
      return Math.max(130, named);
    case "text":
      return ledger.naturalKey[0] === column.code || ledger.columns[0] === column ? 200 : Math.max(150, named);
  }
}

interface ColumnFilterProps {
  readonly column: Column;
  readonly filters: Filters;
  readonly onFilters: RegisterGridProps["onFilters"];
}

/** Drawn again when its filters change, not with every row that comes into sight. */
const ColumnFilter = memo(function ColumnFilter({ column, filters, onFilters }: ColumnFilterProps) {
  const say = useWords(fillWords);
  const { index } = useFilling();
  const { language } = useContext(LanguageContext);
  const [open, setOpen] = useState(false);
  const wanted = filters.columns[column.code];
  const isOn = wanted !== undefined && wanted.length > 0;
  const set = (value: string | readonly string[]): void =>
    onFilters((now) => ({ ...now, columns: { ...now.columns, [column.code]: value } }));
  const members =
    column.type === "choice"
      ? (index.dimensions.get(column.choices ?? "")?.members ?? []).map((member) => ({ value: member.code, label: member[language] }))
      : column.type === "boolean"
        ? [
            { value: "true", label: language === "zh" ? "是" : "Yes" },
            { value: "false", label: language === "zh" ? "否" : "No" },
          ]
        : null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={
        <Flex vertical gap={8} style={{ maxWidth: 260, maxHeight: 320, overflow: "auto" }}>
          {members ? (
            <Checkbox.Group
              style={{ flexDirection: "column", gap: 4 }}
              options={members}
              value={typeof wanted === "object" ? [...wanted] : []}
              onChange={(values) => set(values as string[])}
            />
          ) : (
            <Input
              autoFocus
              allowClear
              aria-label={say("contains")}
              placeholder={say("contains")}
              value={typeof wanted === "string" ? wanted : ""}
              onChange={(event) => set(event.target.value)}
            />
          )}
          <Button size="small" onClick={() => set(members ? [] : "")}>
            {say("allValues")}
          </Button>
        </Flex>
      }
    >
      <Button
        size="small"
        type="text"
        icon={isOn ? <FilterFilled style={{ color: "#1f5fbf" }} /> : <FilterOutlined />}
        aria-label={say("filterBy", { column: column[language] })}
      />
    </Popover>
  );
});
