/** The panel beside the text in which a figure tells where it comes from; from below on a phone. */
import { Alert, Drawer, Grid, Skeleton } from "antd";
import type { ReactNode } from "react";
import { readingWords } from "../../../messages/reading.ts";
import { useWords } from "../../../messages/text.ts";
import { useSayProblem } from "../../../components/problem.tsx";
import "./trace.css";

export interface TraceDrawerProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly close: () => void;
  /** Undefined while it is fetched. */
  readonly children?: ReactNode;
  readonly error?: unknown;
}

export const traceWidth = 460;

export function TraceDrawer({ isOpen, title, close, children, error }: TraceDrawerProps) {
  const say = useWords(readingWords);
  const sayProblem = useSayProblem();
  const wide = Grid.useBreakpoint().md ?? true;
  return (
    <Drawer
      open={isOpen}
      onClose={close}
      title={title === "" ? say("trace") : title}
      placement={wide ? "right" : "bottom"}
      size={wide ? traceWidth : "62vh"}
      mask={false}
      rootClassName="trace-drawer"
      styles={{ body: { padding: wide ? "12px 20px 24px" : "8px 14px 24px" }, header: { padding: "10px 16px" } }}
    >
      {error ? <Alert type="error" showIcon title={sayProblem(error)} /> : (children ?? <Skeleton active paragraph={{ rows: 8 }} />)}
    </Drawer>
  );
}

/** Terms and descriptions; those without a description are left out. */
export function Facts({ pairs }: { readonly pairs: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="trace-facts">
      {pairs
        .filter(([, value]) => value !== null && value !== "" && value !== undefined)
        .map(([term, value]) => [<dt key={`${term}-term`}>{term}</dt>, <dd key={term}>{value}</dd>])}
    </dl>
  );
}
