/** Organisations as they stood on a chosen day, with what changed when; changes take effect from a day, earlier years stay. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Dropdown, Flex, Select, Skeleton, Tag, Timeline } from "antd";
import { useState } from "react";
import { foundation } from "../../../app/organisations.ts";
import { call } from "../../client.ts";
import { DayInput } from "../../components/day-input.tsx";
import { DownloadButton } from "../../components/downloads.tsx";
import { ListTable } from "../../components/list-table.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { organisationWords } from "../../messages/administration.ts";
import { kindWords } from "../../messages/states.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { ChangeOrganisation, CloseOrganisation, CreateOrganisation, MergeOrganisation } from "./organisation-forms.tsx";
import { ImportOrganisations } from "./import-organisations.tsx";
import { organisationsQuery, type Row, treeRows } from "./organisation-query.ts";

type Open = { readonly what: "create" } | { readonly what: "change" | "merge" | "close" | "history"; readonly row: Row };

const attributesText = (row: Pick<Row, "attributes">): string => Object.values(row.attributes).join("、");

export function OrganisationsPage() {
  const say = useWords(organisationWords);
  const sayKind = useWords(kindWords);
  const marks = useMarks();
  const me = useMe();
  const [date, setDate] = useState(me.today);
  const [open, setOpen] = useState<Open | null>(null);
  const nodes = useQuery(organisationsQuery(date));
  const rows = treeRows(nodes.data ?? [], me.organisation);
  const names = new Map((nodes.data ?? []).map((node) => [node.code, node.name]));
  const close = (): void => setOpen(null);
  const sinceText = (row: Pick<Row, "from">): string => (row.from <= foundation ? say("foundation") : row.from);
  const days = [
    { value: me.today, label: say("today") },
    ...[...new Set(me.cycles.map((cycle) => cycle.year))].map((year) => ({ value: `${year}-12-31`, label: say("endOf", { year }) })),
  ];
  if (nodes.error && !nodes.data) return <ProblemView error={nodes.error} retry={() => void nodes.refetch()} />;
  return (
    <Page
      title={say("title")}
      extra={
        <>
          <DownloadButton fetchFile={() => call("GET /api/organisations/template.xlsx", {})}>{say("template")}</DownloadButton>
          <ImportOrganisations />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ what: "create" })}>
            {say("create")}
          </Button>
        </>
      }
    >
      <ListTable<Row>
        rows={rows}
        rowKey={(row) => row.code}
        loading={nodes.isPending}
        exportName={`${me.organisationName}-${say("title")}-${date}`}
        empty={say("empty")}
        toolbar={
          <Flex gap={8} align="center" wrap>
            <label htmlFor="organisations-on">{say("on")}</label>
            <DayInput id="organisations-on" needed style={{ width: 150 }} value={date} onChange={(day) => day && setDate(day)} />
            <Select
              aria-label={say("on")}
              style={{ width: 130 }}
              value={days.some((day) => day.value === date) ? date : null}
              placeholder="…"
              options={days}
              onChange={(day: string) => setDate(day)}
            />
          </Flex>
        }
        columns={[
          {
            key: "name",
            title: say("name"),
            text: (row) => row.name,
            cell: (row) => (
              <span style={{ paddingInlineStart: row.depth * 20 }}>
                <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setOpen({ what: "history", row })}>
                  {row.name}
                </Button>
              </span>
            ),
          },
          { key: "shortName", title: say("shortName"), text: (row) => row.shortName ?? "" },
          { key: "code", title: say("code"), width: 110, text: (row) => row.code },
          { key: "kind", title: say("kind"), width: 120, text: (row) => sayKind(row.kind), filter: true },
          { key: "parent", title: say("parent"), text: (row) => names.get(row.parent ?? "") ?? "", filter: true },
          {
            key: "attributes",
            title: say("attributes"),
            text: attributesText,
            cell: (row) => Object.entries(row.attributes).map(([name, value]) => <Tag key={name}>{value}</Tag>),
          },
          { key: "from", title: say("since"), width: 120, text: sinceText },
          {
            key: "act",
            title: "",
            width: 80,
            data: false,
            text: () => "",
            cell: (row) => (
              <Dropdown
                trigger={["click"]}
                menu={{
                  items: [
                    { key: "change", label: say("change") },
                    ...(row.depth > 0
                      ? [
                          { key: "merge", label: say("merge"), danger: true },
                          { key: "close", label: say("close"), danger: true },
                        ]
                      : []),
                  ],
                  onClick: ({ key }) => setOpen({ what: key as "change" | "merge" | "close", row }),
                }}
              >
                <Button size="small" aria-label={`${say("change")}${marks.colon}${row.name}`}>
                  …
                </Button>
              </Dropdown>
            ),
          },
        ]}
      />
      {open?.what === "create" && <CreateOrganisation rows={rows} root={me.organisation} close={close} />}
      {open?.what === "change" && <ChangeOrganisation row={open.row} rows={rows} today={me.today} close={close} />}
      {open?.what === "merge" && <MergeOrganisation row={open.row} rows={rows} today={me.today} close={close} />}
      {open?.what === "close" && <CloseOrganisation row={open.row} rows={rows} today={me.today} close={close} />}
      {open?.what === "history" && <OrganisationHistory row={open.row} names={names} close={close} />}
    </Page>
  );
}

interface HistoryProps {
  readonly row: Row;
  readonly names: ReadonlyMap<string, string>;
  readonly close: () => void;
}

function OrganisationHistory({ row, names, close }: HistoryProps) {
  const say = useWords(organisationWords);
  const marks = useMarks();
  const history = useQuery({
    queryKey: ["organisation", row.code],
    queryFn: () => call("GET /api/organisations/{organisation}", { params: { organisation: row.code } }),
  });
  return (
    <Drawer open title={`${row.name} · ${say("history")}`} onClose={close} size={420}>
      {history.isPending && <Skeleton active />}
      {history.error && <ProblemView error={history.error} />}
      {history.data && (
        <Timeline
          items={history.data.versions.toReversed().map((version) => ({
            title: version.from <= foundation ? say("foundation") : version.from,
            content: (
              <>
                <strong>{version.name}</strong>
                {version.to !== null && (
                  <span>
                    {marks.open}
                    {say("until", { day: version.to })}
                    {marks.close}
                  </span>
                )}
                <div>
                  {say("parent")}
                  {marks.colon}
                  {version.parent === null ? "—" : (names.get(version.parent) ?? version.parent)}
                </div>
                <div>{attributesText(version)}</div>
              </>
            ),
          }))}
        />
      )}
      {history.data?.mergedInto && <p>{say("mergedInto", { name: names.get(history.data.mergedInto) ?? history.data.mergedInto })}</p>}
    </Drawer>
  );
}
