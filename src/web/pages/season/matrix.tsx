/** The 汇总表: every element of every organisation as filed so far, by subject, with totals. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Checkbox, Empty, Flex, Input, Select, Skeleton, Typography } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { call } from "../../client.ts";
import { DownloadButton } from "../../components/downloads.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { seasonWords, subjectWords } from "../../messages/season.ts";
import { useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { useYear } from "../../year.ts";
import { MatrixGrid, type MatrixRow } from "./matrix-grid.tsx";

export function subjectOf(row: Pick<MatrixRow, "ledger">): string {
  return row.ledger.split(".", 1)[0]!;
}

/** Rows of the subject (null: all) whose element, group or code contains every word searched for. */
export function filterMatrix(rows: readonly MatrixRow[], subject: string | null, search: string): MatrixRow[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (subject !== null && subjectOf(row) !== subject) return false;
    const text = `${row.zh} ${row.members} ${row.element}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export function MatrixPage() {
  const say = useWords(seasonWords);
  const saySubject = useWords(subjectWords);
  const me = useMe();
  const year = useYear();
  const [accepted, setAccepted] = useState(false);
  const [subject, setSubject] = useState<string | null>(null);
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search);
  const params = { organisation: me.organisation, year };
  const acceptedOnly = accepted ? ("true" as const) : ("false" as const);
  const matrix = useQuery({
    queryKey: ["matrix", me.organisation, year, acceptedOnly],
    queryFn: () => call("GET /api/season/{organisation}/{year}/matrix", { params, query: { acceptedOnly } }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const { data } = matrix;
  const rows = useMemo(() => filterMatrix(data?.rows ?? [], subject, wanted), [data, subject, wanted]);
  const subjects = [...new Set((data?.rows ?? []).map(subjectOf))];
  const name = (code: string): string => (code in subjectWords ? saySubject(code as keyof typeof subjectWords) : code);
  return (
    <Page
      title={say("matrixTitle")}
      subtitle={say("boardSubtitle", { organisation: me.organisationName, year })}
      extra={
        <DownloadButton
          fetchFile={() => call("GET /api/season/{organisation}/{year}/matrix.xlsx", { params })}
          fileName={`${me.organisationName}-${year}-${say("matrixTitle")}.xlsx`}
        >
          {say("export")}
        </DownloadButton>
      }
    >
      <Flex wrap gap={8} align="center" style={{ marginBottom: 8 }}>
        <Input.Search
          allowClear
          aria-label={say("searchElement")}
          placeholder={say("searchElement")}
          style={{ width: 240 }}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Select
          aria-label={say("subject")}
          style={{ width: 150 }}
          value={subject ?? ""}
          onChange={(code: string) => setSubject(code === "" ? null : code)}
          options={[{ value: "", label: say("allSubjects") }, ...subjects.map((code) => ({ value: code, label: name(code) }))]}
        />
        <Checkbox checked={accepted} onChange={(event) => setAccepted(event.target.checked)}>
          {say("acceptedOnly")}
        </Checkbox>
        {data && (
          <Typography.Text type="secondary" style={{ marginInlineStart: "auto" }} aria-live="polite">
            {say("rowsShown", { shown: rows.length, count: data.rows.length, organisations: data.organisations.length })}
          </Typography.Text>
        )}
      </Flex>
      {matrix.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {matrix.error && !data && <ProblemView error={matrix.error} retry={() => void matrix.refetch()} />}
      {data &&
        (data.rows.length === 0 ? (
          <Empty description={say("matrixEmpty")} />
        ) : (
          <MatrixGrid organisations={data.organisations} rows={rows} />
        ))}
    </Page>
  );
}
