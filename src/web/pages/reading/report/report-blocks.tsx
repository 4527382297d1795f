/** The blocks of a report: paragraphs, tables, charts with their numbers, footnotes at the section's end. */
import { memo, type ReactNode, useMemo } from "react";
import type { ReportBlock, TableCell } from "../../../../core/reporting/report.ts";
import { readingWords } from "../../../messages/reading.ts";
import { useWords } from "../../../messages/text.ts";
import { captionNumber, noteText } from "./report-captions.ts";
import { ReportChart } from "./report-chart.tsx";
import { marked, Runs } from "./report-runs.tsx";
import type { Hits } from "./report-text.ts";

type Footnote = Extract<ReportBlock, { kind: "footnote" }>;
type Table = Extract<ReportBlock, { kind: "table" }>;

export interface BlocksProps {
  /** Key of the section: blocks are "<key>/<position>". */
  readonly place: string;
  readonly blocks: readonly ReportBlock[];
  readonly hits: Hits;
  /** Number of the first footnote. */
  readonly firstNote: number;
}

export const Blocks = memo(function Blocks({ place, blocks, hits, firstNote }: BlocksProps) {
  const say = useWords(readingWords);
  const notes = useMemo(() => blocks.flatMap((block, at) => (block.kind === "footnote" ? [{ block, at }] : [])), [blocks]);
  const references = (at: number) => {
    const own: number[] = [];
    for (let next = at + 1; blocks[next]?.kind === "footnote"; next += 1) own.push(notes.findIndex((note) => note.at === next));
    return own.map((position) => {
      const number = firstNote + position;
      return (
        <sup key={number}>
          <a id={`note-from-${number}`} href={`#note-${number}`} aria-label={say("footnote", { number })}>
            {number}
          </a>
        </sup>
      );
    });
  };
  return (
    <>
      {blocks.map((block, at) => {
        const key = `${place}/${at}`;
        switch (block.kind) {
          case "paragraph":
            return (
              <p key={key}>
                <Runs runs={block.runs} hits={hits.get(key)} />
                {references(at)}
              </p>
            );
          case "heading": {
            const Heading = block.level === 3 ? "h4" : "h5";
            return <Heading key={key}>{marked(block.text, 0, hits.get(key) ?? [])}</Heading>;
          }
          case "table":
            return <ReportTable key={key} place={key} table={block} hits={hits} references={references(at)} />;
          case "chart":
            return <ReportChart key={key} chart={block} title={marked(block.title, 0, hits.get(key) ?? [])} />;
          case "footnote":
            return at === 0 ? (
              <p key={key}>
                <Runs runs={block.runs} hits={hits.get(key)} />
              </p>
            ) : null;
        }
      })}
      {notes.length > 0 && <Footnotes place={place} notes={notes} hits={hits} firstNote={firstNote} />}
    </>
  );
});

interface FootnotesProps {
  readonly place: string;
  readonly notes: readonly { readonly block: Footnote; readonly at: number }[];
  readonly hits: Hits;
  readonly firstNote: number;
}

function Footnotes({ place, notes, hits, firstNote }: FootnotesProps) {
  const say = useWords(readingWords);
  return (
    <aside className="report-notes">
      <ol start={firstNote}>
        {notes.map(({ block, at }, position) => (
          <li key={at} id={`note-${firstNote + position}`}>
            <Runs runs={block.runs} hits={hits.get(`${place}/${at}`)} />{" "}
            <a href={`#note-from-${firstNote + position}`} aria-label={say("back")}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </aside>
  );
}

interface ReportTableProps {
  readonly place: string;
  readonly table: Table;
  readonly hits: Hits;
  readonly references: ReactNode;
}

function ReportTable({ place, table, hits, references }: ReportTableProps) {
  const columns = Math.max(1, ...[...table.header, ...table.rows].map((row) => row.length));
  const filled = (row: readonly TableCell[]): TableCell[] =>
    Array.from({ length: columns }, (_, at) => row[at] ?? { runs: [], align: "left" });
  return (
    <figure className="report-table">
      <div className="report-scroll">
        <table>
          <caption>
            {captionNumber("表", table.number)}　{marked(table.title, 0, hits.get(place) ?? [])}
            {references}
          </caption>
          <thead>
            {table.header.map((row, line) => (
              <tr key={line}>
                {filled(row).map((cell, column) => (
                  <th key={column} scope="col">
                    <Runs runs={cell.runs} hits={undefined} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.rows.map((row, line) => (
              <tr key={line}>
                {filled(row).map((cell, column) => (
                  <td key={column} className={cell.align}>
                    {cell.strong ? (
                      <strong>
                        <Runs runs={cell.runs} hits={hits.get(`${place}/${line}.${column}`)} />
                      </strong>
                    ) : (
                      <Runs runs={cell.runs} hits={hits.get(`${place}/${line}.${column}`)} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.note !== undefined && <p className="report-remark">{noteText(table.note)}</p>}
    </figure>
  );
}
