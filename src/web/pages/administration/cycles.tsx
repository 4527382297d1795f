/** Cycles: one per year, with its deadlines; opening one puts work on everybody's start page. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import type { Cycle } from "../../../core/model/cycle.ts";
import { call } from "../../client.ts";
import { ListTable } from "../../components/list-table.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { cycleWords } from "../../messages/administration.ts";
import { useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { ChangeCycle, OpenCycle } from "./cycle-forms.tsx";

export function CyclesPage() {
  const say = useWords(cycleWords);
  const me = useMe();
  const cycles = useQuery({ queryKey: ["cycles"], queryFn: () => call("GET /api/cycles", {}) });
  const [opening, setOpening] = useState(false);
  const [changing, setChanging] = useState<Cycle | null>(null);
  const mine = me.organisationKind === "city";
  if (cycles.error && !cycles.data) return <ProblemView error={cycles.error} retry={() => void cycles.refetch()} />;
  const rows = (cycles.data ?? []).toSorted((left, right) => right.year - left.year);
  return (
    <Page
      title={say("title")}
      extra={
        mine && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
            {say("open")}
          </Button>
        )
      }
    >
      {!mine && <Alert type="info" showIcon title={say("ownRoot")} style={{ marginBottom: 12 }} />}
      <ListTable<Cycle>
        rows={rows}
        rowKey={(row) => `${row.organisation}/${row.year}`}
        loading={cycles.isPending}
        exportName={`${me.organisationName}-${say("title")}`}
        empty={say("empty")}
        columns={[
          { key: "year", title: say("year"), width: 110, text: (row) => String(row.year) },
          { key: "titleYear", title: say("titleYear"), width: 110, text: (row) => String(row.titleYear) },
          { key: "period", title: say("period"), text: (row) => `${row.dataPeriod.start} — ${row.dataPeriod.end}` },
          ...(["school", "county", "city"] as const).map((level) => ({
            key: level,
            title: `${say("deadlines")} · ${say(level)}`,
            text: (row: Cycle) => row.deadlines[level] ?? say("none"),
          })),
          { key: "extensions", title: say("extensions"), text: (row) => String(Object.keys(row.extensions ?? {}).length || say("none")) },
          { key: "issuedOn", title: say("issuedOn"), text: (row) => row.issuedOn ?? say("notIssued") },
          {
            key: "act",
            title: "",
            data: false,
            text: () => "",
            cell: (row) =>
              mine && (
                <Button size="small" onClick={() => setChanging(row)}>
                  {say("change")}
                </Button>
              ),
          },
        ]}
      />
      {opening && <OpenCycle newest={rows[0]?.year ?? null} close={() => setOpening(false)} />}
      {changing && <ChangeCycle cycle={changing} close={() => setChanging(null)} />}
    </Page>
  );
}
