/** Runs of a report: figures are links to their trace, hits of a search are marked. */
import { memo, type ReactNode } from "react";
import { fractionParts } from "../../../../core/reporting/fraction-parts.ts";
import type { Run } from "../../../../core/reporting/report.ts";
import { type Hit, piecesOf } from "./report-text.ts";

const noHits: readonly Hit[] = [];

export interface RunsProps {
  readonly runs: readonly Run[];
  readonly hits: readonly Hit[] | undefined;
}

export const Runs = memo(function Runs({ runs, hits = noHits }: RunsProps) {
  let offset = 0;
  return (
    <>
      {runs.map((run, at) => {
        const content = marked(run.text, offset, hits);
        offset += run.text.length;
        if (run.kind === "figure") return <FigureLink key={at} id={run.figure} content={content} />;
        return run.strong ? <strong key={at}>{content}</strong> : <span key={at}>{content}</span>;
      })}
    </>
  );
});

/** The page listens for clicks on these once, for all of them: a report has a thousand. */
export function FigureLink({ id, content }: { readonly id: string; readonly content: ReactNode }) {
  return (
    <a href={`?figure=${id}`} data-figure={id} className="figure">
      {content}
    </a>
  );
}

export function marked(text: string, offset: number, hits: readonly Hit[]): ReactNode {
  if (hits.length === 0) return lines(text);
  return piecesOf(text, offset, hits).map((piece, at) =>
    piece.hit === null ? (
      <span key={at}>{lines(piece.text)}</span>
    ) : (
      <mark key={at} data-hit={piece.hit}>
        {piece.text}
      </mark>
    ),
  );
}

/** Lines of a text; a fraction stays on one. */
function lines(text: string): ReactNode {
  if (text.includes("/"))
    return fractionParts(text).map((part, at) =>
      part.isFraction ? (
        <span key={at} className="whole">
          {part.text}
        </span>
      ) : (
        part.text
      ),
    );
  if (!text.includes("\n")) return text;
  return text.split("\n").flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]));
}
