/** The trace of one indicator or element of one organisation, with its definition. */
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useContext } from "react";
import type { KnowledgeIndex } from "../../../../core/definition/knowledge.ts";
import { formulaText } from "../../../../core/reporting/formula-text.ts";
import { PathLink } from "../../../components/path-link.tsx";
import { indicatorWords } from "../../../messages/indicators.ts";
import { readingWords } from "../../../messages/reading.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { type DataScope, tracedFigureQuery } from "../reading-queries.ts";
import { Facts, TraceDrawer } from "../trace/trace-drawer.tsx";
import { TraceView } from "../trace/trace-view.tsx";
import { grouped, rounded } from "./numbers.ts";

export interface MeasureTraceProps {
  readonly organisation: string;
  readonly year: number;
  readonly scope: DataScope;
  /** Undefined: closed. */
  readonly code: string | undefined;
  readonly index: KnowledgeIndex | undefined;
  readonly close: () => void;
}

export function MeasureTrace({ organisation, year, scope, code, index, close }: MeasureTraceProps) {
  const say = useWords(indicatorWords);
  const sayReading = useWords(readingWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const traced = useQuery({ ...tracedFigureQuery(organisation, year, scope, code ?? ""), enabled: code !== undefined });
  const indicator = code === undefined ? undefined : index?.indicators.get(code);
  const element = code === undefined ? undefined : index?.elements.get(code);
  const data = code === undefined ? undefined : traced.data;
  const source = indicator?.source ?? element?.source;
  return (
    <TraceDrawer isOpen={code !== undefined} title={(indicator ?? element)?.[language] ?? ""} close={close} error={traced.error}>
      {data && (
        <>
          <p className="trace-figure">
            {data.line.status === "value"
              ? grouped(data.line.text)
              : sayReading(data.line.status === "missing" ? "missing" : "notApplicable")}
          </p>
          <Facts
            pairs={[
              [say("organisation"), `${data.names[organisation] ?? organisation} · ${sayReading("thisYear", { year })}`],
              [
                say("previous"),
                data.line.previous === null ? null : grouped(rounded(data.line.previous, decimalsIn(data.line.text))) + data.line.unit,
              ],
              [say("change"), language === "zh" ? data.line.change?.text : data.line.change?.en],
              [sayReading("exact"), data.line.value],
              [sayReading("formula"), indicator && index ? formulaText(index, indicator.formula, indicator.unit) : null],
              [say("definition"), indicator?.note ?? element?.note],
              [say("source"), source?.citation],
            ]}
          />
          {data.line.missing.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={sayReading("unitsMissing") + data.line.missing.map((each) => data.names[each] ?? each).join(marks.comma)}
              style={{ marginTop: 10 }}
            />
          )}
          {data.line.trace && <TraceView trace={data.line.trace} names={data.names} result={(data.line.value ?? "—") + data.line.unit} />}
          <p style={{ marginTop: 12 }}>
            <PathLink to={`/dictionary?code=${encodeURIComponent(data.line.code)}`}>{sayReading("dictionary")}</PathLink>
          </p>
        </>
      )}
    </TraceDrawer>
  );
}

function decimalsIn(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}
