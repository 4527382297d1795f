/** One organisation's lines, subject by subject; a click on a line opens its trace. */
import { Popover, Table, Tag, Tooltip, Typography } from "antd";
import type { ColumnType } from "antd/es/table";
import { type ReactNode, useContext } from "react";
import type { KnowledgeIndex } from "../../../../core/definition/knowledge.ts";
import type { IndicatorLine } from "../../../../app/indicators.ts";
import { stickyUnless, usePrinting } from "../../../components/printing.ts";
import { indicatorWords } from "../../../messages/indicators.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { useGrowing } from "./growing.tsx";
import type { LineRow, Row, YearOfLines } from "./indicator-rows.ts";
import { grouped, rounded } from "./numbers.ts";
import { Sparkline } from "./sparkline.tsx";

export interface IndicatorTableProps {
  readonly rows: readonly Row[];
  readonly year: number;
  readonly earlier: readonly YearOfLines[];
  readonly index: KnowledgeIndex | undefined;
  readonly isEmpty: boolean;
  readonly loading: boolean;
  readonly chosen: string | undefined;
  readonly nameOf: (code: string) => string;
  readonly open: (code: string) => void;
}

export function IndicatorTable({ rows, year, earlier, index, isEmpty, loading, chosen, nameOf, open }: IndicatorTableProps) {
  const say = useWords(indicatorWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const cell = (draw: (line: IndicatorLine) => ReactNode): Pick<ColumnType<Row>, "render" | "onCell"> => ({
    render: (_, row) => (row.kind === "line" ? draw(row.line) : null),
    onCell: (row) => (row.kind === "subject" ? { colSpan: 0 } : {}),
  });
  const trends = earlier.length >= 3;
  const columns: ColumnType<Row>[] = [
    {
      title: say("name"),
      key: "name",
      onCell: (row) => (row.kind === "subject" ? { colSpan: trends ? 7 : 6 } : {}),
      render: (_, row) =>
        row.kind === "subject" ? (
          <strong>
            {row.name}
            <Typography.Text type="secondary" style={{ marginLeft: 8, fontWeight: 400 }}>
              {row.count}
            </Typography.Text>
          </strong>
        ) : (
          <Name row={row} index={index} english={language === "en"} open={open} />
        ),
    },
    {
      title: say("value", { year }),
      key: "value",
      align: "right",
      width: 130,
      ...cell((line) => <b className="number">{grouped(line.text)}</b>),
    },
    {
      title: say("previous"),
      key: "previous",
      align: "right",
      width: 120,
      ...cell((line) => <span className="number quiet">{line.previous === null ? "—" : grouped(shortened(line))}</span>),
    },
    {
      title: say("change"),
      key: "change",
      width: 180,
      ...cell((line) =>
        line.change ? (
          <Change text={language === "en" ? line.change.en : line.change.text} value={line.change.value} />
        ) : (
          <span className="quiet" title={line.previous === null ? undefined : say("withheld")}>
            —
          </span>
        ),
      ),
    },
    ...(trends
      ? [
          {
            title: say("trend"),
            key: "trend",
            width: 100,
            ...cell((line) => <Trend line={line} years={earlier} english={language === "en"} />),
          } satisfies ColumnType<Row>,
        ]
      : []),
    { title: say("standard"), key: "standard", width: 190, ...cell((line) => <StandardMark line={line} />) },
    {
      title: say("missing"),
      key: "missing",
      width: 80,
      ...cell((line) =>
        line.missing.length === 0 ? null : (
          <Popover content={<div style={{ maxWidth: 320 }}>{line.missing.map(nameOf).join(marks.comma)}</div>} trigger={["hover", "click"]}>
            <Tag color="orange" tabIndex={0} onClick={(event) => event.stopPropagation()}>
              {say("missingCount", { count: line.missing.length })}
            </Tag>
          </Popover>
        ),
      ),
    },
  ];
  const { shown, sentinel } = useGrowing(rows);
  const printing = usePrinting();
  return (
    <>
      <Table<Row>
        className="indicator-table"
        size="small"
        rowKey="key"
        columns={columns}
        dataSource={printing ? rows : shown}
        pagination={false}
        loading={loading}
        {...stickyUnless(printing, 820)}
        locale={{ emptyText: loading ? " " : say(isEmpty ? "noData" : "nothing") }}
        rowClassName={(row) => (row.kind === "subject" ? "is-subject" : row.key === chosen ? "is-line is-chosen" : "is-line")}
        onRow={(row) => (row.kind === "line" ? { onClick: () => open(row.line.code) } : {})}
      />
      {sentinel}
    </>
  );
}

interface NameProps {
  readonly row: LineRow;
  readonly index: KnowledgeIndex | undefined;
  readonly english: boolean;
  readonly open: (code: string) => void;
}

function Name({ row: { line }, index, english, open }: NameProps) {
  const note = index?.indicators.get(line.code)?.note ?? index?.elements.get(line.code)?.note ?? "";
  return (
    <button
      type="button"
      title={note}
      className={`indicator-name ${line.kind === "indicator" ? "is-indicator" : ""}`}
      onClick={() => open(line.code)}
    >
      {english ? line.en : line.zh}
    </button>
  );
}

/** Signs and verbs say the direction; colour says nothing, for more is not always better. */
function Change({ text, value }: { readonly text: string; readonly value: string }) {
  const sign = value.startsWith("-") ? "▼" : /[1-9]/.test(value) ? "▲" : "■";
  return (
    <span>
      <span className="indicator-sign" aria-hidden>
        {sign}
      </span>
      {text}
    </span>
  );
}

interface TrendProps {
  readonly line: IndicatorLine;
  readonly years: readonly YearOfLines[];
  readonly english: boolean;
}

function Trend({ line, years, english }: TrendProps) {
  const say = useWords(indicatorWords);
  const values = years.map((each) => each.values.get(line.code));
  const words = years.map((each, at) => `${each.year} ${values[at]?.text || "—"}`).join(english ? ", " : "，");
  return (
    <Sparkline
      values={values.map((each) => each?.value ?? null)}
      label={say("trendOf", { name: english ? line.en : line.zh, values: words })}
    />
  );
}

function StandardMark({ line: { standard } }: { readonly line: IndicatorLine }) {
  const say = useWords(indicatorWords);
  if (!standard) return null;
  const { met, schools, schoolsMet } = standard;
  const isMet = schools === undefined ? met : schoolsMet === schools;
  const words =
    schools === undefined ? (met === null ? "—" : say(met ? "met" : "notMet")) : say("schoolsMet", { met: schoolsMet ?? 0, all: schools });
  return (
    <Tooltip title={standard.source}>
      <span tabIndex={0}>
        <span className="quiet">
          {standard.kind === "atLeast" ? "≥" : "≤"}
          {grouped(standard.threshold)}
        </span>
        <Tag
          color={isMet === null ? "default" : isMet ? "green" : schools === undefined ? "red" : "orange"}
          style={{ marginInlineStart: 6 }}
        >
          {words}
        </Tag>
      </span>
    </Tooltip>
  );
}

/** The value a year earlier with as many decimals as this year's. */
function shortened({ previous, text }: IndicatorLine): string {
  if (previous === null) return "—";
  return rounded(previous, /\.(\d+)/.exec(text)?.[1]?.length ?? 0);
}
