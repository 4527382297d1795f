/** A table as every page shows one: searched over what is read in it, filtered and sorted by column, exported as it is shown. */
import { DownloadOutlined } from "@ant-design/icons";
import { Button, Flex, Input, Skeleton, Table, type TableColumnType, Typography } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { listWords } from "../messages/lists.ts";
import { useWords } from "../messages/text.ts";
import { saveCsv } from "./csv.ts";
import { stickyUnless, usePrinting } from "./printing.ts";

export interface ListColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** What is read in the cell: searched, sorted by and exported. */
  readonly text: (row: Row) => string;
  /** How it is shown, where that is more than the text. */
  readonly cell?: (row: Row) => ReactNode;
  readonly width?: number;
  readonly align?: "left" | "right" | "center";
  readonly fixed?: "left" | "right";
  /** Offers its distinct texts as a filter. */
  readonly filter?: boolean;
  /** False for columns of buttons: neither sorted, searched nor exported. */
  readonly data?: boolean;
  /** Searched and exported, but another column shows it. */
  readonly hidden?: boolean;
  readonly compare?: (left: Row, right: Row) => number;
}

export interface ListTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Name of the exported file, without ending. */
  readonly exportName: string;
  readonly loading?: boolean;
  /** What stands in the table before anything is there: it says how to begin. */
  readonly empty?: ReactNode;
  /** Beside the search field. */
  readonly toolbar?: ReactNode;
  /** Instead of the CSV made here: a file from the server. */
  readonly exporter?: ReactNode;
  readonly selection?: { readonly keys: readonly string[]; readonly choose: (keys: string[]) => void };
  readonly expand?: (row: Row) => ReactNode;
}

/** Filters and order as the person set them in the table's head. */
interface View {
  readonly filters: Readonly<Record<string, readonly string[] | null>>;
  readonly sortedBy: string | null;
  readonly descending: boolean;
}

const compareBy =
  <Row,>(column: ListColumn<Row>) =>
  (left: Row, right: Row): number =>
    column.compare?.(left, right) ?? pinyin.compare(column.text(left), column.text(right));

const pinyin = new Intl.Collator("zh-CN", { numeric: true });

export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { rows, columns, rowKey, exportName, loading = false, empty, toolbar, exporter, selection, expand } = props;
  const say = useWords(listWords);
  const printing = usePrinting();
  const [search, setSearch] = useState("");
  const [view, setView] = useState<View>({ filters: {}, sortedBy: null, descending: false });
  const data = columns.filter((column) => column.data !== false);
  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return rows;
    return rows.filter((row) => {
      const text = data
        .map((column) => column.text(row))
        .join("\n")
        .toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
  }, [rows, search, data]);
  const listed = found.filter((row) =>
    columns.every((column) => (view.filters[column.key] ?? [column.text(row)]).includes(column.text(row))),
  );
  const tableColumns = columns
    .filter((column) => column.hidden !== true)
    .map((column): TableColumnType<Row> => {
      const isData = column.data !== false;
      return {
        key: column.key,
        title: column.title,
        ...(column.width === undefined ? {} : { width: column.width }),
        ...(column.align === undefined ? {} : { align: column.align }),
        ...(column.fixed === undefined ? {} : { fixed: column.fixed }),
        render: (_, row) => (column.cell ? column.cell(row) : column.text(row)),
        ...(isData ? { sorter: compareBy(column) } : {}),
        ...(column.filter === true
          ? {
              filters: [...new Set(rows.map((row) => column.text(row)))]
                .filter((text) => text !== "")
                .toSorted(pinyin.compare)
                .map((text) => ({ text, value: text })),
              filterSearch: true,
              onFilter: (value, row) => column.text(row) === value,
            }
          : {}),
      };
    });
  const exportShown = (): void => {
    const sorted = columns.find((column) => column.key === view.sortedBy);
    const order = sorted && compareBy(sorted);
    const inOrder = order ? listed.toSorted((left, right) => (view.descending ? order(right, left) : order(left, right))) : listed;
    saveCsv(
      data.map((column) => column.title),
      inOrder.map((row) => data.map((column) => column.text(row))),
      exportName,
    );
  };
  return (
    <>
      <Flex wrap gap={8} align="center" style={{ marginBottom: 8 }}>
        <Input.Search
          allowClear
          placeholder={say("search")}
          aria-label={say("search")}
          style={{ width: 240 }}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {toolbar}
        <Typography.Text type="secondary" style={{ marginInlineStart: "auto" }} aria-live="polite">
          {loading
            ? say("reading")
            : listed.length === rows.length
              ? say("count", { count: rows.length })
              : say("shown", { shown: listed.length, count: rows.length })}
        </Typography.Text>
        {exporter ?? (
          <Button icon={<DownloadOutlined />} disabled={listed.length === 0} onClick={exportShown}>
            {say("export")}
          </Button>
        )}
      </Flex>
      <Table<Row>
        size="small"
        bordered
        rowKey={rowKey}
        dataSource={found as Row[]}
        columns={tableColumns}
        loading={loading && found.length > 0}
        {...stickyUnless(printing, found.length > 0 ? "max-content" : "100%")}
        pagination={{
          defaultPageSize: 50,
          showSizeChanger: true,
          pageSizeOptions: [20, 50, 100, 500],
          hideOnSinglePage: rows.length <= 20,
        }}
        onChange={(_pages, filters, sorter) => {
          const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
          setView({
            filters: Object.fromEntries(Object.entries(filters).map(([key, values]) => [key, values?.map(String) ?? null])),
            sortedBy: order ? String(columnKey) : null,
            descending: order === "descend",
          });
        }}
        locale={{
          emptyText: loading ? <Skeleton active title={false} /> : rows.length > 0 ? say("nothingFound") : (empty ?? say("empty")),
        }}
        {...(selection
          ? { rowSelection: { selectedRowKeys: [...selection.keys], onChange: (keys) => selection.choose(keys.map(String)) } }
          : {})}
        {...(expand ? { expandable: { expandedRowRender: expand } } : {})}
      />
    </>
  );
}
