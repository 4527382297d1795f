/** What can be done with a report: choose whose and which data, find words, take it away, print it. */
import { DownloadOutlined, DownOutlined, PrinterOutlined, SearchOutlined, UpOutlined } from "@ant-design/icons";
import { Button, Dropdown, Grid, Input, Segmented, Typography } from "antd";
import { type RefObject, useEffect, useState } from "react";
import { call } from "../../../client.ts";
import { useDownload } from "../../../components/downloads.tsx";
import { readingWords } from "../../../messages/reading.ts";
import { useWords } from "../../../messages/text.ts";
import { OrganisationChoice } from "../organisation-choice.tsx";
import { acceptedOnly, type DataScope } from "../reading-queries.ts";

export interface ReportToolbarProps {
  readonly organisation: string;
  readonly year: number;
  readonly scope: DataScope;
  readonly chooseOrganisation: (code: string) => void;
  readonly chooseScope: (scope: DataScope) => void;
  readonly words: string;
  readonly search: (words: string) => void;
  /** Hits of the words in the whole report. */
  readonly count: number;
  readonly article: RefObject<HTMLElement | null>;
}

export function ReportToolbar(props: ReportToolbarProps) {
  const say = useWords(readingWords);
  const { organisation, year, scope } = props;
  const download = useDownload();
  const wide = Grid.useBreakpoint().md ?? true;
  const request = { params: { organisation, year }, query: { acceptedOnly: acceptedOnly(scope) } };
  const files = [
    { kind: "docx", word: "downloadDocx" },
    { kind: "pdf", word: "downloadPdf" },
    { kind: "html", word: "downloadHtml" },
  ] as const;
  return (
    <div className="report-toolbar" role="toolbar" aria-label={say("report")}>
      <OrganisationChoice value={organisation} choose={props.chooseOrganisation} />
      <Segmented
        aria-label={say("scope")}
        value={scope}
        onChange={props.chooseScope}
        options={[
          { value: "accepted" as const, label: say("acceptedOnly") },
          { value: "all" as const, label: say("everything") },
        ]}
      />
      <Finder words={props.words} search={props.search} count={props.count} article={props.article} />
      <span style={{ flex: 1 }} />
      <Dropdown
        trigger={["click"]}
        menu={{
          items: files.map(({ kind, word }) => ({
            key: kind,
            label: say(word),
            onClick: () => void download.save(() => call(`GET /api/reports/{organisation}/{year}/report.${kind}`, request)),
          })),
        }}
      >
        <Button icon={<DownloadOutlined />} aria-label={say("download")} loading={download.busy}>
          {wide ? say("download") : null}
        </Button>
      </Dropdown>
      {wide && (
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {say("print")}
        </Button>
      )}
    </div>
  );
}

function Finder({ words, search, count, article }: Pick<ReportToolbarProps, "words" | "search" | "count" | "article">) {
  const say = useWords(readingWords);
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [words]);
  useEffect(() => {
    if (count === 0) return;
    const marks = [...(article.current?.querySelectorAll(`mark[data-hit="${at}"]`) ?? [])];
    for (const mark of marks) mark.classList.add("is-current");
    marks[0]?.scrollIntoView({ block: "center" });
    return () => marks.forEach((mark) => mark.classList.remove("is-current"));
  }, [at, count, words, article]);
  const step = (by: number): void => setAt((old) => (count === 0 ? 0 : (old + by + count) % count));
  return (
    <span className="report-finder">
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder={say("find")}
        aria-label={say("find")}
        value={words}
        onChange={(event) => search(event.target.value)}
        onPressEnter={(event) => step(event.shiftKey ? -1 : 1)}
      />
      {words.trim() !== "" && (
        <>
          <Typography.Text type="secondary" aria-live="polite" className="report-found">
            {count === 0 ? say("findNone") : say("findCount", { at: at + 1, count })}
          </Typography.Text>
          <Button
            type="text"
            size="small"
            icon={<UpOutlined />}
            aria-label={say("findPrevious")}
            disabled={count === 0}
            onClick={() => step(-1)}
          />
          <Button
            type="text"
            size="small"
            icon={<DownOutlined />}
            aria-label={say("findNext")}
            disabled={count === 0}
            onClick={() => step(1)}
          />
        </>
      )}
    </span>
  );
}
