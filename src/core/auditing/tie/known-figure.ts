/** What the tie knows of the store, as plain values: the figures that the data yields, and the report as it would be written now. */
import type { Direction } from "../../language/change-verb.ts";
import type { Members } from "../../model/selection.ts";
import type { Exact } from "../../quantity/exact.ts";
import type { Span } from "../document.ts";

export interface KnownFigure {
  /** "f12" for a figure of the report; "teachers.fullTime#gender=female@2019" for one of the data alone. */
  readonly id: string;
  /** Element or indicator of the catalog; "" for a number that people wrote. */
  readonly measure: string;
  /** In Chinese: 专任教师（女）. */
  readonly label: string;
  readonly members: Members;
  /** 市直, 民办 or a body's name; "" for the whole organisation. */
  readonly scope: string;
  readonly year: number;
  readonly kind: "level" | "change" | "count" | "quoted";
  /** As printed: "1941人", in a table's column "1941". */
  readonly text: string;
  /** In `unit`; of a change its size. */
  readonly value: Exact;
  /** As running text says it: "人", "万元", "元" for 元/生, ":1"; "" where none is known. */
  readonly unit: string;
  /** With which it is printed. */
  readonly decimals: number;
  /** Of a change: which way. */
  readonly direction?: Direction;
}

/** A figure's place in a {@link KnownText}. */
export interface KnownSpan extends Span {
  readonly figure: string;
}

/** The report as it would be written now: a line for each paragraph and each row of a table, cells parted by tabs. */
export interface KnownText {
  readonly text: string;
  /** In order of the text. */
  readonly figures: readonly KnownSpan[];
}

/** Everything that one organisation's store says of one year. */
export interface Known {
  readonly year: number;
  /** What a text calls the whole organisation: 许昌市, 全市, 我市. */
  readonly whole: readonly string[];
  /** Other words for a scope: short name → name. */
  readonly scopes: Readonly<Record<string, string>>;
  /** The figures of the report as it would be written now, those of its charts too. */
  readonly printed: readonly KnownFigure[];
  /** Elements and indicators of the year and the one before, of the whole and of its parts, whether printed or not. */
  readonly data: readonly KnownFigure[];
  readonly report: KnownText;
}
