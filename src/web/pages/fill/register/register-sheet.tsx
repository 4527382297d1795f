/** A register: tools above, a grid of as many rows as there are, with only those in sight drawn. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Flex, Input, Switch, Tag } from "antd";
import { App } from "antd";
import { memo, useContext, useEffect, useMemo, useReducer, useState, useSyncExternalStore } from "react";
import type { RegisterLedger } from "../../../../core/definition/ledger.ts";
import { Sheet } from "../../../filling/sheet.ts";
import { isRow, noneSlot, rowSlot } from "../../../filling/slot.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { type Jump, useFilling, useLive, useReturnView, useSlot } from "../context.ts";
import { useNotices } from "../form/form-sheet.tsx";
import { useActive } from "../sheet/sheet-frame.tsx";
import { Duplicates } from "./duplicates.ts";
import { type Filters, noFilters, passing, searchTexts } from "./filters.ts";
import { RegisterGrid } from "./register-grid.tsx";
import { RegisterSource } from "./register-source.ts";
import "./register.css";

interface RegisterSheetProps {
  readonly ledger: RegisterLedger;
  readonly jump: Jump | null;
  /** "<row id>/<column>" that is active, or null. */
  readonly onActive: (key: string | null) => void;
}

export const RegisterSheet = memo(function RegisterSheet({ ledger, jump, onActive }: RegisterSheetProps) {
  const say = useWords(fillWords);
  const session = useFilling();
  const { language } = useContext(LanguageContext);
  const { message } = App.useApp();
  const notify = useNotices();
  const { findings } = useLive();
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const source = useMemo(() => new RegisterSource(session, ledger, language, notify), [session, ledger, language, notify]);
  const sheet = useMemo(() => new Sheet(source), [source]);
  const { code } = ledger;

  // What may be edited changes with the return's state.
  useReturnView();
  const all = useSyncExternalStore(session.copy.subscribe, () => session.copy.rows(code));
  const isNone = useSlot(noneSlot(code)).content === true;
  const problems = useMemo(() => rowsWithFindings(findings, code), [findings, code]);
  const duplicates = useDuplicates(ledger);
  const textOf = useMemo(
    () => searchTexts(ledger, (choices) => session.index.dimensions.get(choices), language),
    [session, ledger, language],
  );
  // Rows stay in sight while they are edited, whatever the filters say: they are asked anew when filters or rows change.
  const shown = useMemo(() => {
    if (filters === noFilters) return all;
    const passes = passing(filters, { textOf, problems, duplicates });
    return all.filter((id) => passes(id, source.values(id)));
  }, [all, filters, textOf, source]);
  useMemo(() => source.show(shown), [source, shown]);

  useEffect(() => {
    source.onAdded = redraw;
  }, [source]);
  useEffect(
    () =>
      sheet.subscribe(() => {
        const { active } = sheet;
        onActive(active === null ? null : `${source.idAt(active.row)}/${source.column(active.column).code}`);
      }),
    [sheet, source, onActive],
  );
  useEffect(() => {
    if (!jump) return;
    const inSight = new Set(source.rows);
    if (session.copy.rows(code).some((id) => !inSight.has(id) && (jump.cell === id || jump.cell.startsWith(`${id}/`)))) {
      setFilters(noFilters);
      source.show(session.copy.rows(code));
    }
    const { row, column } = placeOf(source, ledger, jump.cell);
    if (row >= 0) sheet.select({ row, column });
    else if (jump.cell.includes("/")) void message.info({ content: say("rowNotHere"), duration: 5, key: "rowNotHere" });
    // Words change with the language, not with the jump.
  }, [jump, ledger, sheet, source]);

  const canEdit = session.canEditSlot(code, noneSlot(code)) || source.canAdd;
  const isFiltered = filters !== noFilters;
  const add = (): void => {
    setFilters(noFilters);
    requestAnimationFrame(() => sheet.select({ row: source.rowCount() - 1, column: 0 }));
  };
  return (
    <>
      <Flex gap={8} wrap align="center" style={{ marginBottom: 8 }}>
        {canEdit && (
          <>
            <Button icon={<PlusOutlined />} onClick={add} disabled={!source.canAdd}>
              {say("addRow")}
            </Button>
            <RemoveButton sheet={sheet} source={source} />
          </>
        )}
        <Input.Search
          allowClear
          aria-label={say("searchRows")}
          placeholder={say("searchRows")}
          style={{ width: 180 }}
          onChange={(event) => setFilters((now) => ({ ...now, search: event.target.value }))}
        />
        {problems.size > 0 && (
          <Tag.CheckableTag checked={filters.problems} onChange={(checked) => setFilters((now) => ({ ...now, problems: checked }))}>
            {say("onlyProblems")}
          </Tag.CheckableTag>
        )}
        {duplicates.size > 0 && (
          <Tag.CheckableTag checked={filters.duplicates} onChange={(checked) => setFilters((now) => ({ ...now, duplicates: checked }))}>
            {say("onlyDuplicates", { count: duplicates.size })}
          </Tag.CheckableTag>
        )}
        {isFiltered && (
          <Button type="link" size="small" onClick={() => setFilters(noFilters)}>
            {say("clearFilters")}
          </Button>
        )}
        <span className="muted" role="status">
          {shown.length === all.length
            ? say("rowsShown", { count: all.length })
            : say("rowsFiltered", { shown: shown.length, count: all.length })}
        </span>
        <span style={{ flex: 1 }} />
        {(canEdit || isNone) && all.length === 0 && (
          <label>
            <Switch
              size="small"
              checked={isNone}
              disabled={!canEdit}
              onChange={(checked) => session.copy.edit([{ slot: noneSlot(code), content: checked ? true : null }])}
            />{" "}
            {say("noneSwitch")}
          </label>
        )}
      </Flex>
      {all.length === 0 && canEdit && <p className="register-hint">{say(isNone ? "noneHint" : "registerEmpty")}</p>}
      <RegisterGrid sheet={sheet} source={source} ledger={ledger} duplicates={duplicates} filters={filters} onFilters={setFilters} />
    </>
  );
});

/** A row, a field of one ("<row id>/<column>"), or of a data item counted from the register the first row. */
/** Takes out the selected rows; the only one of the tools that changes with every step in the sheet. */
function RemoveButton({ sheet, source }: { readonly sheet: Sheet; readonly source: RegisterSource }) {
  const say = useWords(fillWords);
  const { message } = App.useApp();
  const active = useActive(sheet);
  const remove = (): void => {
    const { range } = sheet;
    if (!range) return;
    const count = Math.min(range.bottom, source.rows.length - 1) - range.top + 1;
    source.remove(range.top, range.bottom);
    if (count > 0) void message.info(say("removed", { count }));
  };
  return (
    <Button icon={<DeleteOutlined />} onClick={remove} disabled={active === null || active.row >= source.rows.length}>
      {say("removeRows")}
    </Button>
  );
}

function placeOf(source: RegisterSource, ledger: RegisterLedger, key: string): { row: number; column: number } {
  const element = source.session.index.elements.get(key.split("#", 1)[0]!);
  if (element?.from) {
    const counted = "column" in element.from.aggregate ? element.from.aggregate.column : ledger.columns[0]!.code;
    const at = ledger.columns.findIndex((each) => each.code === counted);
    return { row: source.rows.length > 0 ? 0 : -1, column: Math.max(0, at) };
  }
  const whole = source.rows.indexOf(key);
  if (whole >= 0) return { row: whole, column: 0 };
  const split = key.lastIndexOf("/");
  const column = ledger.columns.findIndex((each) => each.code === key.slice(split + 1));
  return { row: source.rows.indexOf(key.slice(0, split)), column: Math.max(0, column) };
}

function rowsWithFindings(findings: ReturnType<typeof useLive>["findings"], ledger: string): ReadonlySet<string> {
  const rows = new Set<string>();
  for (const finding of findings)
    for (const { ledger: of, cell } of finding.places)
      if (of === ledger && cell !== undefined) rows.add(cell.slice(0, cell.lastIndexOf("/")));
  return rows;
}

/** Rows whose natural key stands twice: all are looked at once, then those that change. */
function useDuplicates(ledger: RegisterLedger): ReadonlySet<string> {
  const { copy } = useFilling();
  const [found, setFound] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const duplicates = new Duplicates(ledger);
    const look = (ids: readonly string[]): void => {
      for (const id of ids) {
        const content = copy.content(rowSlot(ledger.code, id));
        duplicates.put(id, isRow(content) ? content.values : null);
      }
      setFound(duplicates.found);
    };
    // The rows are drawn first.
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(() => {
      timer = undefined;
      look(copy.rows(ledger.code));
    }, 50);
    const stop = copy.subscribeRows(ledger.code, (ids) => {
      if (timer === undefined) look(ids);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [copy, ledger]);
  return found;
}
