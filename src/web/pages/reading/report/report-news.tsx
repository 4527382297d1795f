/** Says what changed in the report since it was opened, and how old what one reads is. */
import { Alert, Button, Typography } from "antd";
import { useMemo, useState } from "react";
import type { PrintedReport } from "../../../../app/printed-report.ts";
import { readingWords } from "../../../messages/reading.ts";
import { useMarks, useWords } from "../../../messages/text.ts";
import { changesOf } from "./report-changes.ts";

export interface Reading {
  readonly hash: string;
  readonly report: PrintedReport;
}

export interface ReportNewsProps {
  readonly reading: Reading;
  /** When it was last fetched, in ms. */
  readonly asOf: number;
  readonly show: (figure: string) => void;
}

const told = 6;

export function ReportNews({ reading, asOf, show }: ReportNewsProps) {
  const say = useWords(readingWords);
  const marks = useMarks();
  const [seen, setSeen] = useState(reading);
  const changes = useMemo(
    () => (seen.hash === reading.hash ? { figures: [], otherwise: false } : changesOf(seen.report, reading.report)),
    [seen, reading],
  );
  const time = new Date(asOf).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const news = [
    ...(changes.figures.length > 0 ? [say("updatedFigures", { count: changes.figures.length })] : []),
    ...(changes.otherwise ? [say("updatedText")] : []),
  ];
  return (
    <div aria-live="polite">
      {news.length > 0 ? (
        <Alert
          type="info"
          showIcon
          className="report-alert"
          title={say("updated") + news.join(marks.pause)}
          description={
            changes.figures.length > 0 && (
              <ul className="report-changes">
                {changes.figures.slice(0, told).map((change) => (
                  <li key={change.id}>
                    <Button type="link" size="small" onClick={() => show(change.id)}>
                      {reading.report.names[change.organisation] ?? change.organisation} · {change.label}
                    </Button>
                    <s>{change.before}</s> → <strong>{change.after}</strong>
                  </li>
                ))}
                {changes.figures.length > told && <li>{say("updatedMore")}</li>}
              </ul>
            )
          }
          action={
            <Button size="small" onClick={() => setSeen(reading)}>
              {say("understood")}
            </Button>
          }
        />
      ) : (
        <Typography.Text type="secondary" className="report-asof">
          {say("howToTrace")}　{say("asOf", { time })}
        </Typography.Text>
      )}
    </div>
  );
}
