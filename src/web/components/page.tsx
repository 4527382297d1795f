/** The head of a page: its title (in the window too), what it is about in a line, and what can be done on it. */
import { Flex, Typography } from "antd";
import { type ReactNode, useEffect } from "react";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";

export interface PageProps {
  readonly title: string;
  /** One line under the title: whose, which year, how far. */
  readonly subtitle?: ReactNode;
  /** Buttons at the right of the title. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, subtitle, extra, children }: PageProps) {
  const say = useWords(shellWords);
  const product = say("product");
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <div className="page">
      <Flex wrap gap={8} align="center" justify="space-between" style={{ marginBottom: 12 }}>
        <div style={{ minWidth: 0 }}>
          <Typography.Title level={1} style={{ fontSize: 20, lineHeight: "28px", margin: 0 }}>
            {title}
          </Typography.Title>
          {subtitle !== undefined && <Typography.Text type="secondary">{subtitle}</Typography.Text>}
        </div>
        {extra !== undefined && (
          <Flex wrap gap={8} align="center" className="page-extra">
            {extra}
          </Flex>
        )}
      </Flex>
      {children}
    </div>
  );
}
