/** Completeness: who has filed what, the late ones first; from here one exports and urges. */
import { NotificationOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Flex, Input, Segmented, Select, Skeleton, Tag } from "antd";
import { useState } from "react";
import { call } from "../../client.ts";
import { DownloadButton } from "../../components/downloads.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { seasonWords } from "../../messages/season.ts";
import { kindWords, stateWords } from "../../messages/states.ts";
import { useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { useYear } from "../../year.ts";
import { type Board, type BoardFilter, countRows, filterRows } from "./board-counts.ts";
import { boardQuery } from "./board-query.ts";
import { BoardTable } from "./board-table.tsx";
import { Urging } from "./urging.tsx";

export function BoardPage() {
  const say = useWords(seasonWords);
  const me = useMe();
  const year = useYear();
  const [urging, setUrging] = useState(false);
  const board = useQuery(boardQuery(me.organisation, year));
  const params = { organisation: me.organisation, year };
  return (
    <Page
      title={say("boardTitle")}
      subtitle={say("boardSubtitle", { organisation: me.organisationName, year })}
      extra={
        <>
          <DownloadButton
            fetchFile={() => call("GET /api/season/{organisation}/{year}/board.xlsx", { params })}
            fileName={`${me.organisationName}-${year}-${say("boardTitle")}.xlsx`}
          >
            {say("export")}
          </DownloadButton>
          <Button type="primary" icon={<NotificationOutlined />} onClick={() => setUrging(true)}>
            {say("urge")}
          </Button>
        </>
      }
    >
      {board.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {board.error && !board.data && <ProblemView error={board.error} retry={() => void board.refetch()} />}
      {board.data &&
        (board.data.rows.length === 0 ? <Empty description={say("boardEmpty")} /> : <Overview board={board.data} year={year} />)}
      {urging && <Urging {...params} rows={board.data?.rows ?? []} close={() => setUrging(false)} />}
    </Page>
  );
}

function Overview({ board, year }: { readonly board: Board; readonly year: number }) {
  const say = useWords(seasonWords);
  const sayKind = useWords(kindWords);
  const sayState = useWords(stateWords);
  const me = useMe();
  const [filter, setFilter] = useState<BoardFilter>({ search: "", onlyLate: false, kind: null, state: null });
  const counts = countRows(board.rows);
  const kinds = [...new Set(board.rows.map((row) => row.kind))];
  const states = [...new Set(board.rows.map((row) => row.state))];
  return (
    <>
      <Flex wrap gap={8} align="center" style={{ marginBottom: 8 }}>
        <Input.Search
          allowClear
          aria-label={say("search")}
          placeholder={say("search")}
          style={{ width: 200 }}
          onChange={(event) => setFilter({ ...filter, search: event.target.value })}
        />
        <Segmented
          aria-label={say("late")}
          value={filter.onlyLate}
          onChange={(onlyLate) => setFilter({ ...filter, onlyLate })}
          options={[
            { value: false, label: say("all") },
            { value: true, label: say("onlyLate") },
          ]}
        />
        {kinds.length > 1 && (
          <Select
            allowClear
            aria-label={say("kind")}
            placeholder={say("kind")}
            style={{ width: 130 }}
            value={filter.kind}
            onChange={(kind: typeof filter.kind | undefined) => setFilter({ ...filter, kind: kind ?? null })}
            options={kinds.map((kind) => ({ value: kind, label: sayKind(kind) }))}
          />
        )}
        <Select
          allowClear
          aria-label={say("state")}
          placeholder={say("state")}
          style={{ width: 130 }}
          value={filter.state}
          onChange={(state: typeof filter.state | undefined) => setFilter({ ...filter, state: state ?? null })}
          options={states.map((state) => ({ value: state, label: sayState(state) }))}
        />
        <span style={{ marginInlineStart: "auto" }}>
          <Tag color="blue">{say("summary", { done: counts.handedIn, all: counts.all })}</Tag>
          <Tag color="success">{say("acceptedCount", { count: counts.accepted })}</Tag>
          {counts.returned > 0 && <Tag color="error">{say("returnedCount", { count: counts.returned })}</Tag>}
          {counts.late > 0 && <Tag color="red">{say("lateCount", { count: counts.late })}</Tag>}
        </span>
      </Flex>
      <BoardTable board={board} rows={filterRows(board.rows, filter)} year={year} mayReview={me.role !== "administrator"} />
    </>
  );
}
