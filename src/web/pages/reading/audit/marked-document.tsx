/** The audited text with its figures and findings marked, block by block. */
import { memo, type ReactNode, useMemo } from "react";
import type { Block, Cell, Document } from "../../../../core/auditing/document.ts";
import type { AuditJson } from "../../../../core/auditing/result-json.ts";
import { tierOrder } from "../../../../core/auditing/code-names.ts";
import { auditWords } from "../../../messages/audit.ts";
import { useMarks, useWords } from "../../../messages/text.ts";
import { groupedBy, piecesBetween, type Segment, segmentsOf } from "./marks.ts";

export interface MarkedDocumentProps {
  readonly document: Document;
  readonly audit: AuditJson;
  /** Indices of findings that the filter lets through. */
  readonly shown: ReadonlySet<number>;
}

type Say = (word: keyof typeof auditWords, values?: Readonly<Record<string, string | number>>) => string;

export const MarkedDocument = memo(function MarkedDocument({ document, audit, shown }: MarkedDocumentProps) {
  const say = useWords(auditWords);
  const segments = useMemo(() => segmentsOf(document, audit), [document, audit]);
  const text = (start: number, end: number): ReactNode => (
    <Marked document={document} audit={audit} segments={segments} shown={shown} start={start} end={end} say={say} />
  );
  const blocks = document.blocks.toSorted((left, right) => left.start - right.start);
  const notes = blocks.filter((block) => block.kind === "note");
  const body: ReactNode[] = [];
  let at = 0;
  // What no block holds is still shown: nothing that was audited may be out of sight.
  const stray = (end: number): void => {
    if (end > at && /[\p{L}\p{N}]/u.test(document.text.slice(at, end))) body.push(<p key={`stray-${at}`}>{text(at, end)}</p>);
  };
  for (const block of blocks) {
    if (block.start < at) continue;
    stray(block.start);
    if (block.kind !== "note") body.push(<BlockView key={block.start} block={block} text={text} document={document} say={say} />);
    at = block.end;
  }
  stray(document.text.length);
  return (
    <>
      {body}
      {notes.length > 0 && (
        <section className="audit-notes">
          <h3>{say("notes")}</h3>
          {notes.map((note) => (
            <p key={note.start}>
              <span className="audit-where">{say(note.where)}</span> {text(note.start, note.end)}
            </p>
          ))}
        </section>
      )}
    </>
  );
});

interface BlockViewProps {
  readonly block: Exclude<Block, { kind: "note" }>;
  readonly text: (start: number, end: number) => ReactNode;
  readonly document: Document;
  readonly say: Say;
}

function BlockView({ block, text, document, say }: BlockViewProps) {
  if (block.kind === "table") return <TableView block={block} text={text} document={document} say={say} />;
  const content = (
    <>
      {block.number !== undefined && <span className="audit-number">{block.number} </span>}
      {text(block.start, block.end)}
    </>
  );
  if (block.kind === "heading") {
    const Heading = (["h2", "h3", "h4", "h5"] as const)[Math.min(Math.max(block.level, 0), 3)]!;
    return (
      <Heading id={`at-${block.start}`} className={`level-${Math.min(block.level, 3)}`}>
        {content}
      </Heading>
    );
  }
  return <p className={block.kind === "listItem" ? "is-item" : undefined}>{content}</p>;
}

const numeric = /^[-+−]?\d[\d,.，]*(?:[%‰％]|：1|:1)?$/;

function TableView({ block, text, document, say }: BlockViewProps & { readonly block: Extract<Block, { kind: "table" }> }) {
  const rows = useMemo(() => {
    const byRow = groupedBy(
      block.cells.toSorted((left, right) => left.row - right.row || left.column - right.column),
      (cell) => cell.row,
    );
    return [...byRow.values()];
  }, [block]);
  const cell = (each: Cell): ReactNode => {
    const Tag = each.row === 0 ? "th" : "td";
    return (
      <Tag
        key={each.column}
        colSpan={each.columnSpan}
        rowSpan={each.rowSpan}
        className={numeric.test(document.text.slice(each.start, each.end).trim()) ? "number" : undefined}
      >
        {text(each.start, each.end)}
      </Tag>
    );
  };
  return (
    <div className="audit-scroll" tabIndex={0} role="region" aria-label={say("table")}>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]!.row}>{row.map(cell)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MarkedProps {
  readonly document: Document;
  readonly audit: AuditJson;
  readonly segments: readonly Segment[];
  readonly shown: ReadonlySet<number>;
  readonly start: number;
  readonly end: number;
  readonly say: Say;
}

function Marked({ document, audit, segments, shown, start, end, say }: MarkedProps) {
  const marks = useMarks();
  return piecesBetween(segments, start, end).map((piece) => {
    const text = document.text.slice(piece.start, piece.end);
    const { segment } = piece;
    if (!segment) return text;
    const key = `${piece.start}-${piece.end}`;
    const findings = segment.findings.filter((at) => shown.has(at));
    const tier = tierOrder.find((each) => findings.some((at) => audit.findings[at]?.tier === each));
    const gone = segment.deleted.map((change) => (
      <del key={change.text} title={say("deleted", { author: change.author })}>
        {change.text}
      </del>
    ));
    const quantity = segment.quantity === null ? undefined : audit.quantities[segment.quantity];
    const state = quantity?.tie?.state;
    const classes = [tier ? `is-${tier}` : "", quantity ? "is-quantity" : "", state ? `is-tied-${state}` : ""].filter(
      (each) => each !== "",
    );
    if (classes.length === 0 && gone.length === 0) return <InsertedText key={key} segment={segment} text={text} say={say} />;
    const isPoint = segment.start === segment.end;
    return (
      <mark
        key={key}
        className={classes.join(" ") + (isPoint && tier ? " is-point" : "")}
        data-findings={findings.length > 0 ? findings.join(" ") : undefined}
        title={quantity ? quantityWords(quantity, say, marks) : undefined}
        {...(findings.length > 0 ? { role: "button", tabIndex: 0 } : {})}
      >
        {gone}
        <InsertedText segment={segment} text={text} say={say} />
      </mark>
    );
  });
}

function InsertedText({ segment, text, say }: { readonly segment: Segment; readonly text: string; readonly say: Say }) {
  return segment.inserted ? <ins title={say("inserted", { author: segment.inserted.author })}>{text}</ins> : text;
}

function quantityWords(
  { label, value, unit, period, scope, tie }: AuditJson["quantities"][number],
  say: Say,
  marks: ReturnType<typeof useMarks>,
): string {
  const states = { equal: "tieEqual", different: "tieDifferent", unknown: "tieUnknown" } as const;
  const lines = [
    `${say("label")}${marks.colon}${label === "" ? say("unknown") : label}`,
    `${say("value")}${marks.colon}${value}${unit}`,
    `${say("period")}${marks.colon}${period ?? say("unknown")}`,
    `${say("scope")}${marks.colon}${scope === "" ? say("unknown") : scope}`,
  ];
  if (tie)
    lines.push(
      `${say("stored")}${marks.colon}${say(states[tie.state])}${tie.stored === null ? "" : `${marks.open}${[tie.fact, tie.stored].filter((part) => part !== null).join(" ")}${marks.close}`}`,
    );
  return lines.join("\n");
}
