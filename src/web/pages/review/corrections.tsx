/** Corrections after the lock: what was asked for and why; the city looks at the effect before it decides. */
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Tag } from "antd";
import { useState } from "react";
import { policies } from "../../../app/policies/policies.ts";
import { type ListColumn, ListTable } from "../../components/list-table.tsx";
import { Page } from "../../components/page.tsx";
import { PathLink } from "../../components/path-link.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { reviewWords } from "../../messages/review.ts";
import { useWords } from "../../messages/text.ts";
import { grouped } from "../../reviewing/grouped.ts";
import { type Correction, correctionsQuery } from "../../reviewing/queries.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import { useYear } from "../../year.ts";
import { CorrectionEffect } from "./correction-effect.tsx";
import "./review.css";

const colours = { requested: "processing", granted: "success", refused: "default" } as const;

export function Corrections() {
  const say = useWords(reviewWords);
  const me = useMe();
  const year = useYear();
  const corrections = useQuery(correctionsQuery(year));
  const [opened, setOpened] = useState<Correction | null>(null);
  const decides = policies.lock(me, { organisation: me.organisation, within: true });
  const content = (value: Correction["after"]): string => contentWords(value, { blank: say("blank"), gone: say("gone") });
  const columns: readonly ListColumn<Correction>[] = [
    {
      key: "organisation",
      title: say("organisation"),
      text: (row) => row.organisationName,
      cell: (row) => <PathLink to={`/review/${row.organisation}/${row.year}`}>{row.organisationName}</PathLink>,
      filter: true,
      width: 170,
    },
    { key: "label", title: say("item"), text: (row) => row.label, width: 170 },
    {
      key: "before",
      title: say("before"),
      text: (row) => content(row.before),
      cell: (row) => <span className="review-text">{content(row.before)}</span>,
      width: 100,
    },
    {
      key: "after",
      title: say("after"),
      text: (row) => content(row.after),
      cell: (row) => <strong className="review-text">{content(row.after)}</strong>,
      width: 100,
    },
    {
      key: "reason",
      title: say("reason"),
      text: (row) => row.reason,
      cell: (row) => <span className="review-text">{row.reason}</span>,
      width: 200,
    },
    { key: "asked", title: say("asked"), text: (row) => `${row.name} ${localTime(row.at)}`, width: 130 },
    {
      key: "state",
      title: say("state"),
      text: (row) => say(row.state),
      cell: (row) => (
        <>
          <Tag color={colours[row.state]}>{say(row.state)}</Tag>
          {row.decided && <div className="review-was">{say("decidedBy", { name: row.decided.name, reason: row.decided.reason })}</div>}
        </>
      ),
      filter: true,
      width: 140,
    },
    ...(decides
      ? [
          {
            key: "act",
            title: say("decision"),
            text: () => "",
            data: false,
            cell: (row: Correction) =>
              row.state === "requested" && (
                <Button size="small" type="primary" onClick={() => setOpened(row)}>
                  {say("seeEffect")}
                </Button>
              ),
            width: 140,
          },
        ]
      : []),
  ];
  const own = !decides && me.role !== "reviewer";
  return (
    <Page
      title={say("correctionsTitle")}
      subtitle={say("correctionsSubtitle", { year })}
      extra={own && <PathLink to={`/review/${me.organisation}/${year}`}>{say("toOwnReturn")}</PathLink>}
    >
      {corrections.error ? (
        <ProblemView error={corrections.error} retry={() => void corrections.refetch()} />
      ) : (
        <ListTable<Correction>
          rows={corrections.data ?? []}
          columns={columns}
          rowKey={(row) => row.id}
          exportName={`${say("correctionsTitle")}-${year}`}
          loading={corrections.isLoading}
          empty={<Empty description={say("correctionsEmpty")} />}
        />
      )}
      {opened && <CorrectionEffect correction={opened} content={content} close={() => setOpened(null)} />}
    </Page>
  );
}

/** A slot's content as it is read: a number, —, a row's values. */
function contentWords(value: Correction["after"], words: { readonly blank: string; readonly gone: string }): string {
  if (value === null) return words.gone;
  if (value === true) return "—";
  if (typeof value === "string") return value;
  if ("status" in value) return value.status === "value" ? grouped(value.value) : value.status === "missing" ? words.blank : "—";
  if ("text" in value) return value.text;
  return Object.values(value.values)
    .filter((each) => each !== null && each !== "")
    .join("；");
}
