/** A small card on the start page: a title, a few lines of name and value, and where more of it is. */
import { Card, Skeleton } from "antd";
import type { ReactNode } from "react";
import { PathLink } from "../../components/path-link.tsx";
import { useSayProblem } from "../../components/problem.tsx";

export interface GlanceLine {
  readonly name: string;
  readonly value: ReactNode;
  readonly alarming?: boolean;
}

export interface GlanceProps {
  readonly title: string;
  readonly lines: readonly GlanceLine[];
  readonly more?: { readonly to: string; readonly text: string };
  readonly note?: ReactNode;
  readonly query: { readonly isPending: boolean; readonly error: unknown; readonly data: unknown };
}

export function Glance({ title, lines, more, note, query }: GlanceProps) {
  const sayProblem = useSayProblem();
  return (
    <Card size="small" title={title} extra={more && <PathLink to={more.to}>{more.text}</PathLink>}>
      {query.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {query.error !== null && query.data === undefined && <p role="alert">{sayProblem(query.error)}</p>}
      {query.data !== undefined && (
        <>
          <dl className="home-lines">
            {lines.map((line) => (
              <div key={line.name}>
                <dt>{line.name}</dt>
                <dd className={line.alarming === true ? "home-alarming" : undefined}>{line.value}</dd>
              </div>
            ))}
          </dl>
          {note !== undefined && <div className="home-note">{note}</div>}
        </>
      )}
    </Card>
  );
}
