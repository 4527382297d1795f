/** The indicators of any organisation in one's subtree: value, last year, change, standard, what is missing, and the trace of each. */
import { DownloadOutlined, SearchOutlined } from "@ant-design/icons";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button, Flex, Input, Segmented, Select, TreeSelect, Typography } from "antd";
import { useContext, useDeferredValue, useMemo, useState } from "react";
import { saveCsv } from "../../../components/csv.ts";
import { Page } from "../../../components/page.tsx";
import { ProblemView } from "../../../components/problem.tsx";
import { indicatorWords } from "../../../messages/indicators.ts";
import { readingWords } from "../../../messages/reading.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { useMe } from "../../../session.ts";
import { catalogQuery } from "../catalog.ts";
import { OrganisationChoice, treeItems, useSubtree } from "../organisation-choice.tsx";
import { type DataScope, figuresQuery } from "../reading-queries.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { rowsOf, searchTexts, type Show, type YearOfLines } from "./indicator-rows.ts";
import { comparisonRows, singleRows } from "./indicator-export.ts";
import { IndicatorTable } from "./indicator-table.tsx";
import { MeasureTrace } from "./measure-trace.tsx";
import "./indicators.css";

export interface IndicatorSearch {
  readonly organisation?: string | undefined;
  readonly scope?: DataScope | undefined;
  readonly with?: string | undefined;
  readonly code?: string | undefined;
}

/** Organisations that can stand side by side. */
const most = 6;

export function IndicatorsPage() {
  const say = useWords(indicatorWords);
  const sayReading = useWords(readingWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const me = useMe();
  const { year: given } = useParams({ strict: false }) as { readonly year: string };
  const year = Number(given);
  const search = useSearch({ strict: false }) as IndicatorSearch;
  const navigate = useNavigate();
  const organisation = search.organisation ?? me.organisation;
  const scope = search.scope ?? (organisation.includes("-") ? "all" : "accepted");
  const goTo = (change: IndicatorSearch): void =>
    void navigate({ to: ".", search: (old: IndicatorSearch) => ({ ...old, ...change }) as never, replace: true, resetScroll: false });

  const nodes = useSubtree();
  const compared = useMemo(() => (search.with === undefined ? [] : search.with.split(",").slice(0, most)), [search.with]);
  const isComparing = compared.length > 1;
  const shownCodes = isComparing ? compared : [organisation];
  const figures = useQueries({ queries: shownCodes.map((code) => figuresQuery(code, year, scope)) });
  const catalog = useQuery(catalogQuery);
  const earlier = useYears(organisation, year, scope, !isComparing);

  const [words, setWords] = useState("");
  const [subject, setSubject] = useState("");
  const [show, setShow] = useState<Show>("all");
  const deferred = useDeferredValue(words);
  const subjects = useMemo(
    () => catalog.data?.knowledge.subjects.map(({ code, zh, en }) => ({ code, name: language === "zh" ? zh : en })) ?? [],
    [catalog.data, language],
  );
  const texts = useMemo(() => (catalog.data ? searchTexts(catalog.data.knowledge) : new Map<string, string>()), [catalog.data]);
  const first = figures[0]?.data;
  const rows = useMemo(
    () => rowsOf(first ?? [], subjects, texts, { words: deferred, subject, show }),
    [first, subjects, texts, deferred, subject, show],
  );
  const nameOf = (code: string): string => nodes.find((node) => node.code === code)?.name ?? code;
  const shortNameOf = (code: string): string => nodes.find((node) => node.code === code)?.shortName ?? nameOf(code);
  const title = `${say("title")} ${isComparing ? shownCodes.map(shortNameOf).join(marks.comma) : nameOf(organisation)} ${year}`;
  const columns = shownCodes.map((code, at) => ({ code, name: shortNameOf(code), lines: figures[at]?.data ?? [] }));
  const lineCount = rows.filter((row) => row.kind === "line").length;
  const exportShown = (): void => {
    const [header = [], ...lines] = isComparing ? comparisonRows(rows, columns) : singleRows(rows, earlier, nameOf);
    saveCsv(header, lines, title);
  };
  const problem = figures.find((each) => each.isError && !each.data);

  return (
    <Page
      title={say("title")}
      subtitle={say("subtitle", { organisation: isComparing ? shownCodes.map(shortNameOf).join(marks.comma) : nameOf(organisation), year })}
      extra={
        <Button icon={<DownloadOutlined />} disabled={lineCount === 0} onClick={() => exportShown()}>
          {say("exportCsv")}
        </Button>
      }
    >
      <Flex wrap gap={8} align="center" style={{ marginBottom: 12 }}>
        {!isComparing && <OrganisationChoice value={organisation} choose={(code) => goTo({ organisation: code, code: undefined })} />}
        {nodes.length > 1 && (
          <TreeSelect
            aria-label={say("compare")}
            placeholder={say("compareHint")}
            value={compared.map((code) => ({ value: code, label: shortNameOf(code) }))}
            treeData={treeItems(nodes)}
            treeDefaultExpandAll
            treeCheckable
            treeCheckStrictly
            multiple
            maxCount={most}
            maxTagCount={1}
            allowClear
            popupMatchSelectWidth={300}
            style={{ minWidth: 190, maxWidth: 340, flex: "1 1 190px" }}
            onChange={(chosen: readonly { readonly value: string }[]) =>
              goTo({ with: chosen.length === 0 ? undefined : chosen.map(({ value }) => value).join(","), code: undefined })
            }
          />
        )}
        <Segmented
          aria-label={sayReading("scope")}
          value={scope}
          onChange={(next) => goTo({ scope: next })}
          options={[
            { value: "accepted" as const, label: sayReading("acceptedOnly") },
            { value: "all" as const, label: sayReading("everything") },
          ]}
        />
        <Select
          aria-label={say("subject")}
          value={subject}
          onChange={setSubject}
          popupMatchSelectWidth={false}
          style={{ minWidth: 120 }}
          options={[{ value: "", label: say("subject") }, ...subjects.map(({ code, name }) => ({ value: code, label: name }))]}
        />
        <Select
          aria-label={say("show")}
          value={show}
          onChange={setShow}
          popupMatchSelectWidth={false}
          style={{ minWidth: 96 }}
          options={[
            { value: "all" as const, label: say("all") },
            { value: "indicators" as const, label: say("indicatorsOnly") },
            { value: "unmet" as const, label: say("unmet") },
            { value: "missing" as const, label: say("withMissing") },
          ]}
        />
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder={say("search")}
          aria-label={say("search")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          style={{ flex: "1 1 160px", maxWidth: 260 }}
        />
        <Typography.Text type="secondary" aria-live="polite">
          {say("count", { count: lineCount })}
          {scope === "all" && ` · ${say("provisional")}`}
        </Typography.Text>
      </Flex>
      {problem ? (
        <ProblemView error={problem.error} retry={() => void problem.refetch()} />
      ) : isComparing ? (
        <ComparisonTable rows={rows} columns={columns} loading={!first || !catalog.data} open={(code) => goTo({ code })} />
      ) : (
        <IndicatorTable
          rows={rows}
          year={year}
          earlier={earlier}
          index={catalog.data}
          isEmpty={first !== undefined && first.every((line) => line.status !== "value")}
          loading={!first || !catalog.data}
          chosen={search.code}
          nameOf={nameOf}
          open={(code) => goTo({ code })}
        />
      )}
      <MeasureTrace
        organisation={organisation}
        year={year}
        scope={scope}
        code={search.code}
        index={catalog.data}
        close={() => goTo({ code: undefined })}
      />
    </Page>
  );
}

/** The same lines in the years of all cycles, oldest first: fetched only where there are three, for a line needs that many. */
function useYears(organisation: string, year: number, scope: DataScope, isWanted: boolean): readonly YearOfLines[] {
  const me = useMe();
  const years = useMemo(() => {
    const all = [...new Set(me.cycles.map((cycle) => cycle.year))].filter((each) => each <= year).toSorted((left, right) => left - right);
    return all.length >= 3 ? all.slice(-6) : [];
  }, [me.cycles, year]);
  return useQueries({
    queries: years.map((each) => ({ ...figuresQuery(organisation, each, scope), enabled: isWanted, retry: false })),
    combine: (answers) =>
      answers.map(({ data }, at) => ({
        year: years[at]!,
        values: new Map((data ?? []).map(({ code, value, text }) => [code, { value, text }])),
      })),
  });
}
