/** The history: everything that was done, searched, filtered, paged and exported. */
import { LinkOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, DatePicker, Empty, Flex, Input, Select, Table, type TableColumnType, Tag, Tooltip } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useContext, useState } from "react";
import { type AnswerOf, call } from "../../client.ts";
import { DownloadButton } from "../../components/downloads.tsx";
import { Page } from "../../components/page.tsx";
import { stickyUnless, usePrinting } from "../../components/printing.ts";
import { ProblemView } from "../../components/problem.tsx";
import { reviewWords } from "../../messages/review.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import "./review.css";

type Line = AnswerOf<"GET /api/history">["lines"][number];

interface Filters {
  readonly search?: string;
  readonly act?: string;
  readonly year?: string;
  readonly organisation?: string;
  readonly from?: string;
  readonly to?: string;
}

export function History() {
  const say = useWords(reviewWords);
  const printing = usePrinting();
  const { language } = useContext(LanguageContext);
  const me = useMe();
  const [filters, setFilters] = useState<Filters>({});
  const set = (change: { readonly [K in keyof Filters]?: Filters[K] | undefined }): void =>
    setFilters(Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value !== undefined && value !== "")));
  const organisations = useQuery({
    queryKey: ["organisations"],
    queryFn: () => call("GET /api/organisations", { query: {} }),
    staleTime: 60_000,
    retry: false,
  });
  const history = useInfiniteQuery({
    queryKey: ["history", filters],
    queryFn: ({ pageParam }) => call("GET /api/history", { query: { ...filters, ...(pageParam === "" ? {} : { before: pageParam }) } }),
    initialPageParam: "",
    getNextPageParam: (last) => (last.more ? String(last.lines.at(-1)?.id ?? "") : null),
  });
  const lines = history.data?.pages.flatMap((page) => page.lines) ?? [];
  const acts = history.data?.pages[0]?.acts ?? [];
  const years = [...new Set(me.cycles.map((cycle) => cycle.year))];
  const below = organisations.data?.filter((each) => each.code === me.organisation || each.parent !== null) ?? [];
  const columns: TableColumnType<Line>[] = [
    { key: "when", title: say("when"), width: 140, render: (_, line) => localTime(line.at) },
    { key: "organisation", title: say("organisation"), width: 190, render: (_, line) => line.organisationName },
    { key: "act", title: say("act"), width: 120, render: (_, line) => <Tag>{line.actText[language]}</Tag> },
    {
      key: "who",
      title: say("who"),
      width: 120,
      render: (_, line) => (line.byCommand ? say("byCommand", { name: line.name }) : line.name),
    },
    {
      key: "what",
      title: say("what"),
      render: (_, line) => (
        <>
          {line.detail !== "" && <div className="remark-text">{line.detail}</div>}
          {line.reason !== "" && <div className="review-was">{say("reasonGiven", { reason: line.reason })}</div>}
        </>
      ),
    },
    {
      key: "hash",
      width: 46,
      render: (_, line) =>
        line.hash !== null && (
          <Tooltip title={say("chained", { hash: line.hash })}>
            <LinkOutlined tabIndex={0} aria-label={say("chained", { hash: line.hash })} />
          </Tooltip>
        ),
    },
  ];
  const day = (value: string | undefined): Dayjs | null => (value === undefined ? null : dayjs(value));
  return (
    <Page
      title={say("historyTitle")}
      subtitle={say("historySubtitle")}
      extra={
        <DownloadButton fileName={`${say("historyTitle")}.xlsx`} fetchFile={() => call("GET /api/history.xlsx", { query: filters })}>
          {say("exportExcel")}
        </DownloadButton>
      }
    >
      <Flex wrap gap={8} style={{ marginBottom: 12 }} role="search">
        <Input.Search
          allowClear
          aria-label={say("historySearch")}
          placeholder={say("historySearch")}
          style={{ width: 260 }}
          onSearch={(search) => set({ search })}
          onChange={(event) => event.target.value === "" && set({ search: undefined })}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={say("act")}
          placeholder={say("anyAct")}
          style={{ width: 160 }}
          value={filters.act ?? null}
          options={acts.map((each) => ({ value: each.act, label: each.text[language] }))}
          onChange={(act: string | null | undefined) => set({ act: act ?? undefined })}
        />
        {below.length > 1 && (
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            aria-label={say("organisation")}
            placeholder={say("organisation")}
            style={{ width: 220 }}
            value={filters.organisation ?? null}
            options={below.map((each) => ({ value: each.code, label: each.name }))}
            onChange={(organisation: string | null | undefined) => set({ organisation: organisation ?? undefined })}
          />
        )}
        <Select
          allowClear
          aria-label={say("anyYear")}
          placeholder={say("anyYear")}
          style={{ width: 120 }}
          value={filters.year ?? null}
          options={years.map((each) => ({ value: String(each), label: each }))}
          onChange={(year: string | null | undefined) => set({ year: year ?? undefined })}
        />
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          placeholder={[say("from"), say("to")]}
          value={[day(filters.from), day(filters.to)]}
          onChange={(range) => set({ from: range?.[0]?.format("YYYY-MM-DD"), to: range?.[1]?.format("YYYY-MM-DD") })}
        />
      </Flex>
      {history.error ? (
        <ProblemView error={history.error} retry={() => void history.refetch()} />
      ) : (
        <Table<Line>
          size="small"
          bordered
          rowKey={(line) => line.id}
          dataSource={lines}
          columns={columns}
          loading={history.isLoading}
          pagination={false}
          {...stickyUnless(printing, 860)}
          locale={{ emptyText: <Empty description={say("historyEmpty")} /> }}
        />
      )}
      {history.hasNextPage && (
        <Flex justify="center" style={{ marginTop: 12 }}>
          <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {say("older")}
          </Button>
        </Flex>
      )}
    </Page>
  );
}
