/** Reminders received: who urged what, unread ones first to be seen. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { type AnswerOf, call } from "../../client.ts";
import { remindersQuery } from "../../components/header-bar.tsx";
import { ListTable } from "../../components/list-table.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { seasonWords } from "../../messages/season.ts";
import { useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";

type Reminder = AnswerOf<"GET /api/reminders">[number];

export function RemindersPage() {
  const say = useWords(seasonWords);
  const me = useMe();
  const queries = useQueryClient();
  const reminders = useQuery(remindersQuery);
  const read = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await call("POST /api/reminders/{id}/read", { params: { id } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: remindersQuery.queryKey }),
  });
  const unread = (reminders.data ?? []).filter((each) => !each.read);
  if (reminders.error && !reminders.data) return <ProblemView error={reminders.error} retry={() => void reminders.refetch()} />;
  return (
    <Page
      title={say("remindersTitle")}
      extra={
        unread.length > 0 && (
          <Button loading={read.isPending} onClick={() => read.mutate(unread.map((each) => each.id))}>
            {say("markAll")}
          </Button>
        )
      }
    >
      <ListTable<Reminder>
        rows={reminders.data ?? []}
        rowKey={(row) => row.id}
        loading={reminders.isPending}
        exportName={`${say("remindersTitle")}-${me.today}`}
        empty={say("remindersEmpty")}
        columns={[
          {
            key: "at",
            title: say("at"),
            width: 150,
            text: (row) => localTime(row.at),
            compare: (left, right) => left.at.localeCompare(right.at),
          },
          { key: "name", title: say("from"), width: 120, text: (row) => row.name, filter: true },
          {
            key: "text",
            title: say("text"),
            text: (row) => row.text,
            cell: (row) => (
              <div style={{ whiteSpace: "pre-wrap", minWidth: 240, maxWidth: 900, fontWeight: row.read ? 400 : 600 }}>
                {!row.read && <Tag color="red">{say("unreadTag")}</Tag>}
                {row.text}
              </div>
            ),
          },
          {
            key: "act",
            title: "",
            width: 110,
            data: false,
            text: () => "",
            cell: (row) =>
              !row.read && (
                <Button size="small" onClick={() => read.mutate([row.id])}>
                  {say("markRead")}
                </Button>
              ),
          },
        ]}
      />
    </Page>
  );
}
