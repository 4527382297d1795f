/** The ledgers of a year: what is owed, how far each is, who fills and who confirmed it. */
import { CloseOutlined, DownloadOutlined } from "@ant-design/icons";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Card, Empty, Flex, Input, Table, Tag } from "antd";
import { useContext, useEffect, useMemo, useState } from "react";
import type { ColumnsType } from "antd/es/table";
import { layOver } from "../../../app/desk/slots.ts";
import type { Ledger } from "../../../core/definition/ledger.ts";
import { HowFar, progressText } from "../../components/how-far.tsx";
import { saveCsv } from "../../components/csv.ts";
import { Page } from "../../components/page.tsx";
import { PathLink } from "../../components/path-link.tsx";
import { StatementScan } from "../../components/statement-scan.tsx";
import { type Progress, progressOf } from "../../filling/progress.ts";
import { fillWords } from "../../messages/fill.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { Clashes } from "./clashes.tsx";
import { useCopyVersion, useFilling, useLive, useReturnView } from "./context.ts";
import { ExcelButton } from "./excel/excel-button.tsx";
import { Notices } from "./notices.tsx";
import { SaveState } from "./save-state.tsx";
import { concerns } from "./side/findings-pane.tsx";

interface Line {
  readonly ledger: Ledger;
  readonly progress: Progress;
  readonly mine: boolean;
  readonly proofs: number;
  readonly warnings: number;
  readonly confirmedBy: string | undefined;
  readonly requested: number;
}

export function LedgersPage() {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const session = useFilling();
  const view = useReturnView();
  const { organisation } = useSearch({ from: "/shell/fill/$year" });
  const navigate = useNavigate();
  const [search, setSearch] = useState("");
  const lines = useLines();
  useEffect(() => session.engine.watch(null), [session]);
  const wanted = lines.filter(({ ledger }) => {
    const text = `${ledger.zh}${ledger.en}${ledger.department ?? ""}`.toLowerCase();
    return search
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  });
  const mine = wanted.filter((line) => line.mine);
  const others = wanted.filter((line) => !line.mine);
  const forms = lines.filter((line) => line.mine || mine.length === 0).map((line) => line.progress);
  const sum = (pick: (progress: Progress) => number): number => forms.reduce((total, each) => total + pick(each), 0);
  const of = sum((each) => each.of);
  const filled = sum((each) => each.filled * (each.of > 0 ? 1 : 0));
  const go = (ledger: string): string => `/fill/${view.year}/${ledger}${organisation ? `?organisation=${organisation}` : ""}`;
  const open = (ledger: string, cell: string | undefined): void =>
    void navigate({
      to: "/fill/$year/$ledger",
      params: { year: String(view.year), ledger },
      search: { ...(organisation === undefined ? {} : { organisation }), ...(cell === undefined ? {} : { cell }) },
    });
  const exportShown = (): void =>
    saveCsv(
      [say("ledger"), say("department"), say("progress"), say("stateColumn"), say("proof"), say("warning")],
      wanted.map((line) => [
        line.ledger[language],
        line.ledger.department ?? "",
        progressText(say, line.progress),
        stateText(say, line),
        String(line.proofs),
        String(line.warnings),
      ]),
      `${view.organisationName}-${say("titleYear", { year: view.year })}`,
    );
  const requested = (session.unedited()[0] ?? view.requested?.[0]?.slot)?.split("/");
  return (
    <Page
      title={say("titleYear", { year: view.year })}
      subtitle={[
        view.organisationName,
        view.deadline === null ? null : say("deadlineBy", { date: view.deadline }),
        say("cellsSummary", { of, filled, optional: sum((each) => each.optional) }),
      ]
        .filter(Boolean)
        .join(" · ")}
      extra={
        <>
          <SaveState onJump={open} />
          <Input.Search
            allowClear
            aria-label={say("search")}
            placeholder={say("search")}
            style={{ width: 200 }}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <ExcelButton onJump={open} />
          <Button icon={<DownloadOutlined />} disabled={wanted.length === 0} onClick={exportShown}>
            {say("exportList")}
          </Button>
        </>
      }
    >
      <FirstHints />
      <Notices {...(requested ? { onShowRequested: () => open(requested[1]!, requested.slice(2).join("/")) } : {})} />
      <Clashes />
      {mine.length > 0 && <LedgerTable title={others.length > 0 ? say("myLedgers") : undefined} lines={mine} editable to={go} />}
      {others.length > 0 && (
        <LedgerTable title={mine.length > 0 ? say("otherLedgers") : undefined} lines={others} editable={false} to={go} />
      )}
      {lines.length > 0 && <StatementScan place={{ organisation: view.organisation, year: view.year }} />}
      {wanted.length === 0 && <Empty description={lines.length === 0 ? say("noLedgers") : say("noMatch")} />}
    </Page>
  );
}

/** Everything about each ledger, from the working copy as it is in this window. */
function useLines(): readonly Line[] {
  const session = useFilling();
  const view = useReturnView();
  const { findings } = useLive();
  const version = useCopyVersion();
  return useMemo(() => {
    const { organisation, year, catalog } = session.base;
    const unedited = session.unedited();
    const entries = [...session.copy.contents()].map(([slot, content]) => ({ slot, content }));
    const document = layOver(session.index, session.base, { organisation, year, catalog }, entries);
    return view.ledgers.flatMap((code): Line[] => {
      const ledger = session.index.ledgers.get(code);
      if (!ledger) return [];
      const own = findings.filter((finding) => concerns(finding, code));
      return [
        {
          ledger,
          progress: progressOf(session.index, document, code),
          mine: view.editable.includes(code),
          proofs: own.filter((finding) => finding.tier === "proof").length,
          warnings: own.filter((finding) => finding.tier === "warning" && finding.explanation === null).length,
          confirmedBy: view.confirmations.find((each) => each.ledger === code)?.name,
          requested: unedited.filter((slot) => slot.split("/", 2)[1] === code).length,
        },
      ];
    });
    // `version` stands for the contents of the working copy.
  }, [session, view, findings, version]);
}

interface LedgerTableProps {
  readonly title: string | undefined;
  readonly lines: readonly Line[];
  readonly editable: boolean;
  readonly to: (ledger: string) => string;
}

function LedgerTable({ title, lines, editable, to }: LedgerTableProps) {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const columns: ColumnsType<Line> = [
    {
      title: say("ledger"),
      key: "ledger",
      sorter: (left, right) => left.ledger.zh.localeCompare(right.ledger.zh, "zh"),
      render: (_, { ledger }) => (
        <PathLink to={to(ledger.code)} style={{ fontWeight: 500 }}>
          {ledger[language]}
        </PathLink>
      ),
    },
    {
      title: say("department"),
      key: "department",
      width: 150,
      sorter: (left, right) => (left.ledger.department ?? "").localeCompare(right.ledger.department ?? "", "zh"),
      render: (_, { ledger }) => ledger.department,
    },
    { title: say("progress"), key: "progress", width: 240, render: (_, { progress }) => <HowFar progress={progress} /> },
    { title: say("stateColumn"), key: "state", width: 150, render: (_, line) => <StateTag line={line} /> },
    {
      title: say("problems"),
      key: "problems",
      width: 130,
      sorter: (left, right) => left.proofs * 100 + left.warnings - right.proofs * 100 - right.warnings,
      render: (_, { proofs, warnings }) => (
        <>
          {proofs > 0 && (
            <Tag color="red">
              {say("proof")} {proofs}
            </Tag>
          )}
          {warnings > 0 && (
            <Tag color="gold">
              {say("warning")} {warnings}
            </Tag>
          )}
        </>
      ),
    },
    {
      key: "open",
      width: 76,
      render: (_, { ledger }) => (
        <PathLink to={to(ledger.code)} aria-label={`${say(editable ? "open" : "look")} ${ledger[language]}`}>
          {say(editable ? "open" : "look")}
        </PathLink>
      ),
    },
  ];
  return (
    <Card size="small" title={title} styles={{ body: { padding: 0 } }} style={{ marginBottom: 12 }}>
      <Table
        size="small"
        rowKey={({ ledger }) => ledger.code}
        columns={columns}
        dataSource={[...lines]}
        pagination={false}
        scroll={{ x: 880 }}
      />
    </Card>
  );
}

const stateWords = { empty: "stateEmpty", started: "stateStarted", filled: "stateFilled" } as const;
const stateColours = { empty: "default", started: "processing", filled: "blue" } as const;

type Say = ReturnType<typeof useWords<typeof fillWords>>;

function stateText(say: Say, { confirmedBy, requested, progress }: Line): string {
  if (requested > 0) return `${say("stateReturned")} ${requested}`;
  if (confirmedBy !== undefined) return say("stateConfirmed", { name: confirmedBy });
  return say(stateWords[progress.state]);
}

function StateTag({ line }: { readonly line: Line }) {
  const say = useWords(fillWords);
  const { confirmedBy, requested, progress } = line;
  const colour = requested > 0 ? "orange" : confirmedBy === undefined ? stateColours[progress.state] : "green";
  return <Tag color={colour}>{stateText(say, line)}</Tag>;
}

/** Three steps for a new clerk, until they are put away. */
function FirstHints() {
  const say = useWords(fillWords);
  const me = useMe();
  const [open, setOpen] = useState(
    () => localStorage.getItem("zhibao.hints.fill") === null && (me.role === "clerk" || me.role === "departmentHead"),
  );
  if (!open) return null;
  const close = (): void => {
    localStorage.setItem("zhibao.hints.fill", "seen");
    setOpen(false);
  };
  return (
    <Card
      size="small"
      title={say("hintTitle")}
      style={{ marginBottom: 12, borderColor: "#bcd3f2", background: "#f5f9ff" }}
      extra={
        <Button size="small" icon={<CloseOutlined />} onClick={close}>
          {say("hintClose")}
        </Button>
      }
    >
      <Flex gap={20} wrap>
        {(["hint1", "hint2", "hint3"] as const).map((word, at) => (
          <Flex key={word} gap={8} style={{ flex: "1 1 260px" }}>
            <b style={{ color: "#1f5fbf", fontSize: 18, lineHeight: "22px" }}>{at + 1}</b>
            <span>{say(word)}</span>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}
