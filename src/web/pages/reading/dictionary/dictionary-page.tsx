/** The data dictionary: what every ledger, element and indicator means, how it is computed and where the rule comes from. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Drawer, Skeleton, Tag } from "antd";
import { useContext, useMemo } from "react";
import { type ListColumn, ListTable } from "../../../components/list-table.tsx";
import { Page } from "../../../components/page.tsx";
import { ProblemView } from "../../../components/problem.tsx";
import { dictionaryWords } from "../../../messages/dictionary.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { catalogQuery } from "../catalog.ts";
import { entriesOf, type Entry, standardLines } from "./dictionary-entries.ts";
import { EntryView } from "./entry-view.tsx";
import "./dictionary.css";

export interface DictionarySearch {
  readonly code?: string | undefined;
}

const kindColours = { ledger: "default", element: "blue", indicator: "purple" } as const;

export function DictionaryPage() {
  const say = useWords(dictionaryWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const { code } = useSearch({ strict: false }) as DictionarySearch;
  const navigate = useNavigate();
  const catalog = useQuery(catalogQuery);
  const index = catalog.data;
  const entries = useMemo(() => (index ? entriesOf(index) : []), [index]);
  const open = (next: string | undefined): void =>
    void navigate({ to: ".", search: (next === undefined ? {} : { code: next }) as never, resetScroll: false });
  const subjects = useMemo(
    () => new Map(index?.knowledge.subjects.map((subject) => [subject.code, language === "zh" ? subject.zh : subject.en])),
    [index, language],
  );
  const standards = (entry: Entry): string =>
    index
      ? standardLines(index, entry.code)
          .map((line) => `${line.kind === "atLeast" ? "≥" : "≤"}${line.value}`)
          .filter((line, at, all) => all.indexOf(line) === at)
          .join(marks.comma)
      : "";
  const columns: ListColumn<Entry>[] = [
    {
      key: "name",
      title: say("name"),
      width: 230,
      text: (entry) => (language === "zh" ? entry.zh : entry.en),
      cell: (entry) => (
        <button type="button" className="dictionary-name" onClick={() => open(entry.code)}>
          {language === "zh" ? entry.zh : entry.en}
        </button>
      ),
    },
    {
      key: "kind",
      title: say("kind"),
      width: 90,
      filter: true,
      text: (entry) => say(entry.kind),
      cell: (entry) => <Tag color={kindColours[entry.kind]}>{say(entry.kind)}</Tag>,
    },
    { key: "subject", title: say("subject"), width: 110, filter: true, text: (entry) => subjects.get(entry.subject) ?? entry.subject },
    { key: "unit", title: say("unit"), width: 70, text: (entry) => entry.unit },
    {
      key: "definition",
      title: say("definition"),
      width: 420,
      text: (entry) => entry.definition,
      cell: (entry) => <div className="dictionary-definition">{entry.definition}</div>,
    },
    { key: "standard", title: say("standard"), width: 90, text: standards },
    {
      key: "aliases",
      title: say("aliases"),
      width: 200,
      text: (entry) => (entry.kind === "ledger" ? "" : entry.of.aliases.join(marks.comma)),
      cell: (entry) => <div className="dictionary-aliases">{entry.kind === "ledger" ? "" : entry.of.aliases.join(marks.comma)}</div>,
    },
    { key: "code", title: say("code"), width: 210, text: (entry) => entry.code, cell: (entry) => <code>{entry.code}</code> },
  ];
  const chosen = code === undefined ? undefined : entries.find((entry) => entry.code === code);

  if (catalog.isError) return <ProblemView error={catalog.error} retry={() => void catalog.refetch()} />;
  return (
    <Page title={say("title")} subtitle={say("subtitle")}>
      {index ? (
        <ListTable rows={entries} columns={columns} rowKey={(entry) => `${entry.kind}/${entry.code}`} exportName={say("title")} />
      ) : (
        <Skeleton active paragraph={{ rows: 12 }} />
      )}
      <Drawer
        open={chosen !== undefined}
        onClose={() => open(undefined)}
        title={chosen && (language === "zh" ? chosen.zh : chosen.en)}
        size={520}
        styles={{ wrapper: { maxWidth: "100vw" } }}
      >
        {chosen && index && <EntryView entry={chosen} index={index} open={open} />}
      </Drawer>
    </Page>
  );
}
