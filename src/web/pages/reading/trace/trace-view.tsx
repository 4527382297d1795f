/** The way from a figure down to the cells in which it was filed: arithmetic with its operands, then each source with its cells. */
import { CaretRightOutlined } from "@ant-design/icons";
import { Button, Typography } from "antd";
import { useMemo, useRef, useState } from "react";
import type { Trace } from "../../../../core/formula/trace.ts";
import { readingWords } from "../../../messages/reading.ts";
import { useMarks, useWords } from "../../../messages/text.ts";
import { type SourceTrace, termsOf } from "../../../../core/formula/trace-terms.ts";
import { cellsOf, partLabel, sourceKey, sourceLabel, sourcesOf, type TracedCell } from "./trace-terms.ts";
import "./trace.css";

export interface TraceViewProps {
  readonly trace: Trace;
  readonly names: Readonly<Record<string, string>>;
  /** What the arithmetic gives, with its unit. */
  readonly result: string;
}

/** Cells shown before one asks for more. */
const firstCells = 20;

export function TraceView({ trace, names, result }: TraceViewProps) {
  const say = useWords(readingWords);
  const nameOf = (code: string): string => names[code] ?? code;
  const sources = useMemo(() => sourcesOf(trace), [trace]);
  const terms = useMemo(() => termsOf(trace), [trace]);
  const list = useRef<HTMLDivElement>(null);
  const reveal = (source: SourceTrace): void => {
    const at = sources.findIndex((each) => sourceKey(each) === sourceKey(source));
    const target = list.current?.querySelectorAll("details")[at];
    if (!target) return;
    target.open = true;
    target.scrollIntoView({ block: "nearest", behavior: "smooth" });
    target.querySelector("summary")?.focus({ preventScroll: true });
  };
  const operand = (source: SourceTrace): string =>
    `${"year" in source ? `${source.year}年` : ""}${sourceLabel(source, nameOf)} ${source.value ?? say("missing")}`;
  return (
    <>
      {!(terms.length === 1 && sources.length === 1) && (
        <>
          <h3 className="trace-heading">{say("calculation")}</h3>
          <p className="trace-calculation">
            {terms.map((term, at) =>
              typeof term === "string" ? (
                term
              ) : (
                <button key={at} type="button" className="trace-operand" onClick={() => reveal(term)}>
                  {operand(term)}
                </button>
              ),
            )}
            <strong> ＝ {result}</strong>
          </p>
        </>
      )}
      <h3 className="trace-heading">{say("sources")}</h3>
      <div ref={list}>
        {sources.map((source, at) => (
          <SourceView key={sourceKey(source)} source={source} nameOf={nameOf} title={operand(source)} isOpen={at < 2} />
        ))}
      </div>
    </>
  );
}

interface SourceViewProps {
  readonly source: SourceTrace;
  readonly nameOf: (code: string) => string;
  readonly title: string;
  readonly isOpen: boolean;
}

function SourceView({ source, nameOf, title, isOpen }: SourceViewProps) {
  const say = useWords(readingWords);
  const marks = useMarks();
  const cells = useMemo(() => cellsOf(source), [source]);
  const [all, setAll] = useState(false);
  const shown = all ? cells : cells.slice(0, firstCells);
  const missing = source.kind === "total" ? source.missing : [];
  return (
    <details className="trace-source" open={isOpen}>
      <summary>
        <CaretRightOutlined className="trace-caret" aria-hidden />
        <span className="trace-title">{title}</span>
        <span className="trace-how">
          {"organisation" in source ? `${nameOf(source.organisation)} · ` : ""}
          {howOf(source, cells.length, say)}
        </span>
      </summary>
      <table className="trace-cells">
        <thead>
          <tr>
            <th scope="col">{say("organisation")}</th>
            <th scope="col" className="number">
              {say("value")}
            </th>
            <th scope="col">{say("place")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((cell, at) => (
            <CellRow key={at} cell={cell} part={partLabel(cell, source, nameOf)} nameOf={nameOf} />
          ))}
        </tbody>
      </table>
      {shown.length < cells.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {say("moreCells", { count: cells.length - shown.length })}
        </Button>
      )}
      {missing.length > 0 && (
        <Typography.Paragraph className="trace-missing">
          {say("unitsMissing")}
          {missing.map(nameOf).join(marks.comma)}
        </Typography.Paragraph>
      )}
    </details>
  );
}

interface CellRowProps {
  readonly cell: TracedCell;
  readonly part: string;
  readonly nameOf: (code: string) => string;
}

function CellRow({ cell, part, nameOf }: CellRowProps) {
  const say = useWords(readingWords);
  const { organisation, status, value, origin } = cell;
  return (
    <tr>
      <td>
        {organisation === "" ? "—" : nameOf(organisation)}
        {part !== "" && <span className="trace-part">{part}</span>}
      </td>
      <td className="number">{status === "value" ? (value ?? "✓") : <span className="trace-none">{say(status)}</span>}</td>
      <td className="trace-place">
        {origin === null ? "—" : placeOf(origin.file === "form" ? say("typed") : origin.file, origin.sheet, origin.cell)}
        {origin !== null && origin.version > 1 && <span className="trace-version">{say("filing", { version: origin.version })}</span>}
      </td>
    </tr>
  );
}

/** Breaks fall between the parts, not within them. */
function placeOf(...parts: readonly string[]) {
  const given = parts.filter((part) => part !== "");
  return given.map((part, at) => (
    <span key={at}>
      {at > 0 && " › "}
      <span className={at === given.length - 1 ? "trace-address" : undefined}>{part}</span>
    </span>
  ));
}

type Say = (word: keyof typeof readingWords, values?: Readonly<Record<string, string | number>>) => string;

function howOf(source: SourceTrace, count: number, say: Say): string {
  switch (source.kind) {
    case "rows":
      return say("ofRows", { count });
    case "organisations":
      return say("ofList");
    case "quoted":
      return say("ofPassage");
    case "fact":
      return say("ofOwn");
    case "total":
      if (source.rollUp === "distinct") return say("ofDistinct", { count });
      return source.rollUp === "sum" && count > 1 ? say("ofParts", { count }) : say("ofOwn");
  }
}
