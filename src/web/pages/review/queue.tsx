/** The reviewers' queue: who could move the published figures most stands first; clean returns are accepted together. */
import { App, Button, Checkbox, Empty, Flex, Popconfirm, Segmented, Tag, Tooltip } from "antd";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../client.ts";
import { type ListColumn, ListTable } from "../../components/list-table.tsx";
import { Page } from "../../components/page.tsx";
import { PathLink } from "../../components/path-link.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { reviewWords } from "../../messages/review.ts";
import { stateWords } from "../../messages/states.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { useDoing } from "../../reviewing/doing.ts";
import { type QueueLine, queueQuery, type QueueState } from "../../reviewing/queries.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import { useCycle, useYear } from "../../year.ts";
import { EffectBar } from "./effect-bar.tsx";
import "./review.css";

const states: readonly QueueState[] = ["submitted", "returned", "accepted", "locked"];

export function ReviewQueue() {
  const say = useWords(reviewWords);
  const sayState = useWords(stateWords);
  const marks = useMarks();
  const me = useMe();
  const year = useYear();
  const cycle = useCycle();
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const doing = useDoing();
  const [state, setState] = useState<QueueState>("submitted");
  const [onlyClean, setOnlyClean] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const place = { organisation: me.organisation, year };
  const queue = useQuery({ ...queueQuery(place, state), enabled: cycle !== undefined });
  const lines = queue.data ?? [];
  const shown = onlyClean ? lines.filter((line) => line.clean) : lines;
  const greatest = Math.max(1, ...lines.map((line) => Number(line.effect)));
  const nameOf = (organisation: string): string => lines.find((line) => line.organisation === organisation)?.name ?? organisation;

  const report = (done: string, left: readonly { organisation: string; reason: string }[]): void => {
    setChosen([]);
    void queries.invalidateQueries({ queryKey: ["review"] });
    void queries.invalidateQueries({ queryKey: ["return"] });
    if (left.length === 0) void modal.success({ title: done });
    else
      void modal.warning({
        title: done,
        width: 560,
        content: (
          <>
            <p>{say("bulkLeft", { count: left.length })}</p>
            <ul className="review-left">
              {left.map((each) => (
                <li key={each.organisation}>
                  <strong>{nameOf(each.organisation)}</strong>
                  {marks.colon}
                  {each.reason}
                </li>
              ))}
            </ul>
          </>
        ),
      });
  };
  const accept = () =>
    doing.run(async () => {
      const { accepted, left } = await call("POST /api/review/{organisation}/{year}/accept", {
        params: place,
        body: { organisations: chosen },
      });
      report(say("bulkDone", { count: accepted.length }), left);
    });
  const lock = () =>
    doing.run(async () => {
      for (const organisation of chosen) await call("POST /api/returns/{organisation}/{year}/lock", { params: { organisation, year } });
      report(say("bulkLocked", { count: chosen.length }), []);
    });

  const why = (line: QueueLine, reason: QueueLine["reasons"][number]): string =>
    say(`unclean_${reason}`, {
      count: {
        proofs: line.proofs,
        warnings: line.warnings - line.explained,
        explained: line.explained,
        remarks: line.openComments,
        effect: 1,
      }[reason],
    });

  const columns: readonly ListColumn<QueueLine>[] = [
    {
      key: "name",
      title: say("organisation"),
      text: (line) => line.name,
      cell: (line) => <PathLink to={`/review/${line.organisation}/${year}`}>{line.name}</PathLink>,
      width: 190,
    },
    {
      key: "effect",
      title: say("effect"),
      text: (line) => `${line.effect}%`,
      cell: (line) => <EffectBar effect={line.effect} greatest={greatest} />,
      compare: (left, right) => Number(left.effect) - Number(right.effect),
      width: 150,
    },
    {
      key: "verdict",
      title: say("verdict"),
      text: (line) => say(line.clean ? "clean" : "doubtful"),
      cell: (line) => (
        <>
          <Tooltip title={say("cleanHint")}>
            <Tag color={line.clean ? "success" : "warning"}>{say(line.clean ? "clean" : "doubtful")}</Tag>
          </Tooltip>
          {!line.clean && <div className="queue-reasons">{line.reasons.map((reason) => why(line, reason)).join(marks.pause)}</div>}
        </>
      ),
      filter: true,
      width: 150,
    },
    { key: "figure", title: say("mostAffected"), text: (line) => line.effectText, width: 190 },
    {
      key: "proofs",
      title: say("proofs"),
      text: (line) => String(line.proofs),
      cell: (line) => (line.proofs > 0 ? <Tag color="error">{line.proofs}</Tag> : "0"),
      align: "right",
      width: 64,
    },
    {
      key: "warnings",
      title: say("warnings"),
      text: (line) => (line.warnings === 0 ? "0" : say("explainedOf", { warnings: line.warnings, explained: line.explained })),
      compare: (left, right) => left.warnings - left.explained - (right.warnings - right.explained),
      width: 124,
    },
    { key: "remarks", title: say("remarks"), text: (line) => String(line.openComments), align: "right", width: 84 },
    { key: "at", title: say("submittedAt"), text: (line) => localTime(line.submittedAt), width: 132 },
    {
      key: "reasons",
      title: say("reasons"),
      text: (line) => line.reasons.map((reason) => why(line, reason)).join(marks.semicolon),
      hidden: true,
    },
  ];
  const canLock = me.role === "editor" || me.role === "leader";
  const bulk = state === "submitted" ? "accept" : state === "accepted" && canLock ? "lock" : null;
  return (
    <Page
      title={say("queueTitle")}
      subtitle={
        <Tooltip title={say("effectHint")}>
          <span>{say("queueSubtitle", { year, organisation: me.organisationName })}</span>
        </Tooltip>
      }
    >
      <Flex wrap gap={8} align="center" style={{ marginBottom: 12 }}>
        <Segmented<QueueState>
          aria-label={say("state")}
          value={state}
          onChange={(next) => {
            setState(next);
            setChosen([]);
          }}
          options={states.map((each) => ({ value: each, label: each === "submitted" ? say("toReview") : sayState(each) }))}
        />
        {bulk === "accept" && (
          <Button size="small" type="link" onClick={() => setChosen(lines.filter((line) => line.clean).map((line) => line.organisation))}>
            {say("chooseClean")}
          </Button>
        )}
      </Flex>
      {queue.error ? (
        <ProblemView error={queue.error} retry={() => void queue.refetch()} />
      ) : (
        <ListTable<QueueLine>
          rows={shown}
          columns={columns}
          rowKey={(line) => line.organisation}
          exportName={`${say("queueTitle")}-${year}`}
          loading={queue.isLoading}
          empty={<Empty description={say(cycle === undefined ? "noCycle" : state === "submitted" ? "queueEmpty" : "queueEmptyState")} />}
          toolbar={
            <>
              <Checkbox checked={onlyClean} onChange={(event) => setOnlyClean(event.target.checked)}>
                {say("onlyClean")}
              </Checkbox>
              {bulk !== null && (
                <Popconfirm
                  title={say(bulk === "accept" ? "acceptSelectedAsk" : "lockSelectedAsk", { count: chosen.length })}
                  styles={{ root: { maxWidth: 360 } }}
                  disabled={chosen.length === 0}
                  onConfirm={() => void (bulk === "accept" ? accept() : lock())}
                >
                  <Button type="primary" disabled={chosen.length === 0} loading={doing.busy}>
                    {say(bulk === "accept" ? "acceptSelected" : "lockSelected", { count: chosen.length })}
                  </Button>
                </Popconfirm>
              )}
            </>
          }
          {...(bulk === null ? {} : { selection: { keys: chosen, choose: setChosen } })}
        />
      )}
    </Page>
  );
}
