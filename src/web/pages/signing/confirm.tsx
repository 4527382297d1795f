/** A head of department looks the ledgers through and confirms them one by one, or all that are without errors. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Empty, Flex, Popconfirm, Tag } from "antd";
import { useContext, useMemo } from "react";
import { policies } from "../../../app/policies/policies.ts";
import { KnowledgeIndex } from "../../../core/definition/knowledge.ts";
import { call } from "../../client.ts";
import { HowFar, progressText } from "../../components/how-far.tsx";
import { type ListColumn, ListTable } from "../../components/list-table.tsx";
import { Page } from "../../components/page.tsx";
import { PathLink } from "../../components/path-link.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { type Progress, progressOf } from "../../filling/progress.ts";
import { fillWords } from "../../messages/fill.ts";
import { signingWords } from "../../messages/signing.ts";
import { stateWords } from "../../messages/states.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import { useDoing } from "../../reviewing/doing.ts";
import { catalogQuery, findingsQuery, refresh, returnQuery } from "../../reviewing/queries.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import { useYear } from "../../year.ts";
import "./signing.css";

interface Line {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly proofs: number;
  readonly warnings: number;
  readonly confirmed: { readonly name: string; readonly at: string } | null;
  readonly progress: Progress | null;
}

const open: readonly string[] = ["none", "draft", "confirmed", "returned"];

export function ConfirmPage() {
  const say = useWords(signingWords);
  const sayState = useWords(stateWords);
  const { language } = useContext(LanguageContext);
  const me = useMe();
  const year = useYear();
  const queries = useQueryClient();
  const doing = useDoing();
  const { message } = App.useApp();
  const place = { organisation: me.organisation, year };
  const view = useQuery(returnQuery(place));
  const found = useQuery(findingsQuery(place));
  const catalog = useQuery(catalogQuery);
  const index = useMemo(() => (catalog.data ? new KnowledgeIndex(catalog.data) : null), [catalog.data]);
  const sayFill = useWords(fillWords);
  const marks = useMarks();
  const problem = view.error ?? found.error ?? catalog.error;
  if (problem) return <ProblemView error={problem} retry={() => void queries.refetchQueries({ queryKey: ["return"] })} />;
  const lines = (view.data?.ledgers ?? [])
    .filter((code) => me.ledgers === null || me.ledgers.includes(code))
    .map((code): Line => {
      const ledger = catalog.data?.ledgers.find((each) => each.code === code);
      const own = found.data?.findings.filter((finding) => finding.places.some((each) => each.ledger === code)) ?? [];
      return {
        code,
        name: ledger?.[language] ?? code,
        department: ledger?.department ?? "",
        proofs: own.filter((finding) => finding.tier === "proof").length,
        warnings: own.filter((finding) => finding.tier === "warning" && finding.explanation === null).length,
        confirmed: view.data?.confirmations.find((each) => each.ledger === code) ?? null,
        progress: index && view.data ? progressOf(index, view.data.document, code) : null,
      };
    });
  const state = view.data?.state ?? "none";
  const mayConfirm = policies.confirm(me, { organisation: me.organisation, within: true }) && open.includes(state);
  const waiting = lines.filter((line) => line.confirmed === null && line.proofs === 0);
  const unfinished = waiting.filter(({ progress }) => progress !== null && progress.kind !== "material" && progress.state !== "filled");
  const finished = waiting.filter((line) => !unfinished.includes(line));
  const confirm = (codes: readonly string[]) =>
    doing.run(async () => {
      const { results } = await call("POST /api/returns/{organisation}/{year}/confirm", { params: place, body: { ledgers: [...codes] } });
      await refresh(queries, place);
      const refused = results.flatMap((each) => (each.result === "refused" ? [each.message[language]] : []));
      if (refused.length === 0) void message.success(say("confirmed"));
      else void message.error(say("notConfirmed", { count: refused.length, why: refused.join(marks.semicolon) }), 8);
    });
  const withdraw = (ledger: string) =>
    doing.run(async () => {
      await call("DELETE /api/returns/{organisation}/{year}/ledgers/{ledger}/confirm", { params: { ...place, ledger } });
      await refresh(queries, place);
    });
  const stateOf = (line: Line): string => say(line.confirmed ? "confirmed" : line.proofs > 0 ? "hasProofs" : "waiting");
  const columns: readonly ListColumn<Line>[] = [
    {
      key: "name",
      title: say("ledger"),
      text: (line) => line.name,
      cell: (line) => <PathLink to={`/fill/${year}/${line.code}`}>{line.name}</PathLink>,
    },
    { key: "department", title: say("department"), text: (line) => line.department, filter: true, width: 116 },
    {
      key: "progress",
      title: say("filled"),
      text: (line) => (line.progress ? progressText(sayFill, line.progress) : ""),
      cell: (line) => line.progress && <HowFar progress={line.progress} />,
      compare: (left, right) => share(left) - share(right),
      width: 236,
    },
    {
      key: "proofs",
      title: say("proofs"),
      text: (line) => String(line.proofs),
      cell: (line) => (line.proofs > 0 ? <Tag color="error">{line.proofs}</Tag> : "0"),
      align: "right",
      width: 72,
    },
    { key: "warnings", title: say("openWarnings"), text: (line) => String(line.warnings), align: "right", width: 124 },
    {
      key: "state",
      title: say("state"),
      text: stateOf,
      cell: (line) => (
        <>
          <Tag color={line.confirmed ? "success" : line.proofs > 0 ? "error" : "processing"}>{stateOf(line)}</Tag>
          {line.confirmed && (
            <div className="finding-lines-proof">{say("by", { name: line.confirmed.name, at: localTime(line.confirmed.at) })}</div>
          )}
        </>
      ),
      filter: true,
      width: 250,
    },
    {
      key: "act",
      title: say("actions"),
      text: () => "",
      data: false,
      cell: (line) =>
        mayConfirm &&
        (line.confirmed ? (
          <Button size="small" disabled={doing.busy} onClick={() => void withdraw(line.code)}>
            {say("withdraw")}
          </Button>
        ) : (
          <Button size="small" type="primary" disabled={doing.busy || line.proofs > 0} onClick={() => void confirm([line.code])}>
            {say("confirm")}
          </Button>
        )),
      width: 100,
    },
  ];
  return (
    <Page
      title={say("confirmTitle")}
      subtitle={say("confirmSubtitle", { organisation: view.data?.organisationName ?? me.organisationName, year })}
      extra={
        <Flex gap={8}>
          {mayConfirm && waiting.length > 0 && (
            <Popconfirm
              disabled={unfinished.length === 0}
              title={say("unfinishedAsk", {
                count: unfinished.length,
                names: unfinished
                  .slice(0, 4)
                  .map((line) => line.name)
                  .join(language === "zh" ? "、" : ", "),
              })}
              styles={{ root: { maxWidth: 420 } }}
              okText={say("confirmFinished", { count: finished.length })}
              okButtonProps={{ disabled: finished.length === 0 }}
              cancelText={say("confirmUnfinished", { count: waiting.length })}
              onConfirm={() => void confirm(codesOf(finished))}
              onCancel={() => void confirm(codesOf(waiting))}
            >
              <Button
                type="primary"
                loading={doing.busy}
                onClick={() => {
                  if (unfinished.length === 0) void confirm(codesOf(waiting));
                }}
              >
                {say("confirmAll", { count: waiting.length })}
              </Button>
            </Popconfirm>
          )}
        </Flex>
      }
    >
      {view.data && !open.includes(state) && (
        <Alert type="info" showIcon style={{ marginBottom: 12 }} title={say("handedIn", { state: sayState(state) })} />
      )}
      <ListTable<Line>
        rows={lines}
        columns={columns}
        rowKey={(line) => line.code}
        exportName={`${say("confirmTitle")}-${year}`}
        loading={view.isLoading || found.isLoading || catalog.isLoading}
        empty={<Empty description={say("confirmEmpty")} />}
      />
    </Page>
  );
}

const codesOf = (lines: readonly Line[]): string[] => lines.map((line) => line.code);

/** For putting the least filled first. */
function share({ progress }: Line): number {
  if (!progress || progress.state === "empty") return 0;
  return progress.kind === "form" && progress.of > 0 ? progress.filled / progress.of : 1;
}
