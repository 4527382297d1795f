/** Organisations side by side: highest and lowest of each line marked, the organisations sorted by whatever line one chooses. */
import { SwapOutlined } from "@ant-design/icons";
import { Button, Table, Tooltip } from "antd";
import type { ColumnType } from "antd/es/table";
import { useContext, useMemo, useState } from "react";
import { compare, exact } from "../../../../core/quantity/exact.ts";
import { stickyUnless, usePrinting } from "../../../components/printing.ts";
import { indicatorWords } from "../../../messages/indicators.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { useGrowing } from "./growing.tsx";
import type { ComparedColumn } from "./indicator-export.ts";
import type { Row } from "./indicator-rows.ts";
import { grouped } from "./numbers.ts";

export interface ComparisonTableProps {
  readonly rows: readonly Row[];
  readonly columns: readonly ComparedColumn[];
  readonly loading: boolean;
  readonly open: (code: string) => void;
}

export function ComparisonTable({ rows, columns, loading, open }: ComparisonTableProps) {
  const say = useWords(indicatorWords);
  const { language } = useContext(LanguageContext);
  const [sorted, setSorted] = useState<{ readonly code: string; readonly isRising: boolean } | null>(null);
  const byColumn = useMemo(
    () => columns.map((column) => ({ ...column, byCode: new Map(column.lines.map((line) => [line.code, line])) })),
    [columns],
  );
  const ordered = useMemo(() => {
    if (!sorted) return byColumn;
    const valueOf = (column: (typeof byColumn)[number]) => column.byCode.get(sorted.code)?.value ?? null;
    return byColumn.toSorted((left, right) => {
      const [one, other] = [valueOf(left), valueOf(right)];
      if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
      return compare(exact(one), exact(other)) * (sorted.isRising ? 1 : -1);
    });
  }, [byColumn, sorted]);
  const extremes = (code: string): { readonly high: string | null; readonly low: string | null } => {
    const values = byColumn
      .flatMap((column) => column.byCode.get(code)?.value ?? [])
      .toSorted((left, right) => compare(exact(left), exact(right)));
    const [low, high] = [values[0] ?? null, values.at(-1) ?? null];
    return low === high ? { high: null, low: null } : { high, low };
  };
  const sort = (code: string): void => setSorted((old) => ({ code, isRising: old?.code === code ? !old.isRising : false }));
  const table: ColumnType<Row>[] = [
    {
      title: say("name"),
      key: "name",
      fixed: "left",
      width: 260,
      onCell: (row) => (row.kind === "subject" ? { colSpan: ordered.length + 1 } : {}),
      render: (_, row) => {
        if (row.kind === "subject") return <strong>{row.name}</strong>;
        const name = language === "zh" ? row.line.zh : row.line.en;
        return (
          <span className="indicator-compared">
            <button type="button" className="indicator-name" onClick={() => open(row.line.code)}>
              {name}
            </button>
            <Tooltip title={say("sortBy", { name })}>
              <Button
                type="text"
                size="small"
                icon={<SwapOutlined />}
                className={sorted?.code === row.line.code ? "is-sorting" : ""}
                aria-label={say("sortBy", { name })}
                onClick={() => sort(row.line.code)}
              />
            </Tooltip>
          </span>
        );
      },
    },
    ...ordered.map((column): ColumnType<Row> => ({
      title: column.name,
      key: column.code,
      align: "right",
      onCell: (row) => (row.kind === "subject" ? { colSpan: 0 } : {}),
      render: (_, row) => {
        if (row.kind === "subject") return null;
        const line = column.byCode.get(row.line.code);
        if (!line || line.value === null) return <span className="quiet">—</span>;
        const { high, low } = extremes(row.line.code);
        const mark = line.value === high ? "is-high" : line.value === low ? "is-low" : "";
        const failed = line.standard?.schools === undefined && line.standard?.met === false;
        return (
          <span className={`number ${mark} ${failed ? "is-unmet" : ""}`}>
            {grouped(line.text)}
            {mark !== "" && (
              <span className="indicator-sign" aria-hidden>
                {mark === "is-high" ? " ↑" : " ↓"}
              </span>
            )}
          </span>
        );
      },
    })),
  ];
  const { shown, sentinel } = useGrowing(rows);
  const printing = usePrinting();
  return (
    <>
      <Table<Row>
        className="indicator-table"
        size="small"
        rowKey="key"
        columns={table}
        dataSource={printing ? rows : shown}
        pagination={false}
        loading={loading}
        {...stickyUnless(printing, 260 + ordered.length * 120)}
        locale={{ emptyText: loading ? " " : say("nothing") }}
        rowClassName={(row) => (row.kind === "subject" ? "is-subject" : "")}
      />
      {sentinel}
    </>
  );
}
