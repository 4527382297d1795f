/** The trace of one figure of the report, beside the text. */
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import type { ExplainedFigure, PrintedFigure } from "../../../../app/printed-report.ts";
import { PathLink } from "../../../components/path-link.tsx";
import { readingWords } from "../../../messages/reading.ts";
import { useMarks, useWords } from "../../../messages/text.ts";
import { type DataScope, reportFigureQuery } from "../reading-queries.ts";
import { Facts, TraceDrawer } from "../trace/trace-drawer.tsx";
import { TraceView } from "../trace/trace-view.tsx";
import type { Reading } from "./report-news.tsx";

export interface FigureTraceProps {
  readonly reading: Reading;
  readonly organisation: string;
  readonly year: number;
  readonly scope: DataScope;
  /** Undefined: closed. */
  readonly id: string | undefined;
  readonly close: () => void;
}

const kinds = { level: "figureKindLevel", change: "figureKindChange", count: "figureKindCount", quoted: "figureKindQuoted" } as const;

export function FigureTrace({ reading, organisation, year, scope, id, close }: FigureTraceProps) {
  const say = useWords(readingWords);
  const figure = reading.report.figures.find((each) => each.id === id);
  const explained = useQuery({
    ...reportFigureQuery(organisation, year, scope, reading.hash, id ?? ""),
    enabled: figure !== undefined,
  });
  const { data } = explained;
  return (
    <TraceDrawer isOpen={figure !== undefined} title={figure?.label ?? ""} close={close} error={explained.error}>
      {figure &&
        data &&
        (isSame(figure, data.figure) ? (
          <Explained data={data} figure={figure} />
        ) : (
          <Alert type="info" showIcon title={say("figureMoved")} />
        ))}
    </TraceDrawer>
  );
}

/** The text on the page may be a moment older than what the server just composed. */
function isSame(shown: PrintedFigure, now: PrintedFigure): boolean {
  return shown.label === now.label && shown.text === now.text && shown.year === now.year && shown.organisation === now.organisation;
}

function Explained({ data, figure }: { readonly data: ExplainedFigure; readonly figure: PrintedFigure }) {
  const say = useWords(readingWords);
  const marks = useMarks();
  const nameOf = (code: string): string => data.names[code] ?? code;
  const exact = figure.exact + (figure.unit === "" ? "" : figure.unit);
  return (
    <>
      <p className="trace-figure">{figure.text}</p>
      <Facts
        pairs={[
          [say("organisation"), `${nameOf(figure.organisation)} · ${say("thisYear", { year: figure.year })} · ${say(kinds[figure.kind])}`],
          [say("lastYear"), data.previous?.text],
          [say("change"), data.previous?.change],
          [say("exact"), figure.exact === figure.number ? null : exact],
          [say("formula"), figure.formula],
        ]}
      />
      {figure.missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say("unitsMissing") + figure.missing.map(nameOf).join(marks.comma)}
          style={{ marginTop: 10 }}
        />
      )}
      <TraceView trace={data.figure.trace} names={data.names} result={exact} />
      {figure.measure !== "" && (
        <p style={{ marginTop: 12 }}>
          <PathLink to={`/dictionary?code=${encodeURIComponent(figure.measure)}`}>{say("dictionary")}</PathLink>
        </p>
      )}
    </>
  );
}
