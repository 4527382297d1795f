/** Every figure of a return beside what it can be compared with; places are chosen here for giving back, remarked on, corrected. */
import { CommentOutlined } from "@ant-design/icons";
import { Badge, Button, Flex, Segmented, Tag, Tooltip, Typography } from "antd";
import { useContext, useMemo } from "react";
import { type ListColumn, ListTable } from "../../components/list-table.tsx";
import { reviewWords } from "../../messages/review.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import type { Difference, Place, Remark, ReviewView } from "../../reviewing/queries.ts";
import { grouped } from "../../reviewing/grouped.ts";
import { PeerStrip } from "./peer-strip.tsx";

export type Mode = "suspicious" | "changed" | "remarked" | "finding" | "all";

export interface DifferenceTableProps {
  readonly place: Place;
  readonly view: ReviewView;
  readonly mode: Mode;
  /** The finding whose cells the mode "finding" shows. */
  readonly finding: number | null;
  readonly remarks: readonly Remark[];
  readonly changeMode: (mode: Mode) => void;
  readonly openRemarks: (slot: string) => void;
  readonly chosen?: ReadonlySet<string>;
  readonly choose?: (slots: ReadonlySet<string>) => void;
  /** Asks for a correction of a slot. */
  readonly correct?: (slot: string) => void;
}

interface Row extends Difference {
  readonly key: string;
}

export function DifferenceTable(props: DifferenceTableProps) {
  const { place, view, mode, finding, remarks, changeMode, chosen, choose } = props;
  const say = useWords(reviewWords);
  const open = useMemo(
    () => new Set(remarks.filter((each) => each.thread === null && each.resolved === null).map((each) => each.slot)),
    [remarks],
  );
  const rows = useMemo(() => view.differences.map((each, at): Row => ({ ...each, key: `${at}` })), [view]);
  const of: Readonly<Record<Mode, readonly Row[]>> = {
    suspicious: rows.filter((row) => row.effect !== null || row.findings.length > 0).toSorted((left, right) => size(right) - size(left)),
    changed: rows.filter((row) => row.lastSubmission !== null && (row.now ?? "") !== row.lastSubmission),
    remarked: rows.filter((row) => open.has(row.slot)),
    finding: finding === null ? [] : rows.filter((row) => row.findings.includes(finding)),
    all: rows,
  };
  const shown = of[mode];
  const columns = useColumns(props, open);
  const label = (word: Mode, text: string): { value: Mode; label: string } => ({ value: word, label: `${text} ${of[word].length}` });
  const selection = chosen &&
    choose && {
      keys: shown.filter((row) => chosen.has(row.slot)).map((row) => row.key),
      choose: (keys: string[]) => {
        const next = new Set(chosen);
        for (const row of shown) {
          const [was, is] = [chosen.has(row.slot), keys.includes(row.key)];
          if (was && !is) next.delete(row.slot);
          if (!was && is) next.add(row.slot);
        }
        choose(next);
      },
    };
  return (
    <section aria-labelledby="differences">
      <Flex wrap gap={12} align="center" style={{ marginBottom: 8, scrollMarginTop: 56 }}>
        <Typography.Title level={2} id="differences" style={{ fontSize: 16, margin: 0, scrollMarginTop: 60 }}>
          {say("differences")}
        </Typography.Title>
        <Segmented<Mode>
          aria-label={say("differences")}
          value={mode}
          onChange={changeMode}
          options={[
            label("suspicious", say("suspicious")),
            label("changed", say("changed")),
            label("remarked", say("remarked")),
            ...(finding === null ? [] : [label("finding", say("ofFinding"))]),
            label("all", say("all")),
          ]}
        />
      </Flex>
      <ListTable<Row>
        rows={shown}
        columns={columns}
        rowKey={(row) => row.key}
        exportName={`${view.organisationName}-${place.year}-${say("differences")}`}
        {...(selection ? { selection } : {})}
      />
    </section>
  );
}

const size = (row: Row): number => Math.abs(numberOf(row.effect));
const numberOf = (text: string | null): number => Number((text ?? "0").replace("−", "-").replace(/[+%]/g, "")) || 0;

function useColumns({ view, remarks, openRemarks, correct }: DifferenceTableProps, open: ReadonlySet<string>): ListColumn<Row>[] {
  const say = useWords(reviewWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const ledgers = new Map(view.ledgers.map((each) => [each.code, each[language]]));
  const hasBefore = view.differences.some((row) => row.lastSubmission !== null);
  const hasEffect = view.differences.some((row) => row.effect !== null);
  const counts = new Map<string, number>();
  for (const remark of remarks) counts.set(remark.slot, (counts.get(remark.slot) ?? 0) + 1);
  const byNumber = (pick: (row: Row) => string | null) => (left: Row, right: Row) => numberOf(pick(left)) - numberOf(pick(right));
  return [
    {
      key: "item",
      title: say("item"),
      text: (row) => row.label,
      cell: (row) => (
        <>
          <div>
            {row.label}
            {row.unit !== "" && (
              <Typography.Text type="secondary">
                {marks.open}
                {row.unit}
                {marks.close}
              </Typography.Text>
            )}
          </div>
          {row.explanation !== null && <div className="review-was">{`${say("explanation")}${marks.colon}${row.explanation}`}</div>}
        </>
      ),
      width: 210,
    },
    { key: "now", title: say("now"), text: (row) => row.now ?? "", cell: (row) => <Value row={row} />, align: "right", width: 90 },
    {
      key: "last",
      title: say("lastYear"),
      text: (row) => row.lastYear ?? "",
      cell: (row) => <span className="review-number">{grouped(row.lastYear)}</span>,
      compare: byNumber((row) => row.lastYear),
      align: "right",
      width: 80,
    },
    {
      key: "change",
      title: say("change"),
      text: (row) => row.change,
      cell: (row) => <span className="review-number">{grouped(row.change)}</span>,
      compare: byNumber((row) => row.change),
      align: "right",
      width: 80,
    },
    {
      key: "expected",
      title: say("expected"),
      text: (row) => row.expected ?? "",
      cell: (row) => <span className="review-number">{grouped(row.expected)}</span>,
      compare: byNumber((row) => row.expected),
      align: "right",
      width: 80,
    },
    ...(hasEffect
      ? [
          {
            key: "effect",
            title: say("cellEffect"),
            text: (row: Row) => row.effect ?? "",
            cell: (row: Row) => row.effect !== null && <Tag color="warning">{row.effect}</Tag>,
            compare: (left: Row, right: Row) => size(left) - size(right),
            align: "right" as const,
            width: 80,
          },
        ]
      : []),
    ...(hasBefore
      ? [
          {
            key: "before",
            title: say("lastSubmission"),
            text: (row: Row) => row.lastSubmission ?? "",
            cell: (row: Row) => <Before row={row} />,
            align: "right" as const,
            width: 90,
          },
        ]
      : []),
    {
      key: "peers",
      title: say("peers"),
      text: (row) =>
        row.peers
          ? `${row.peers.base === null ? "" : `${say(`base_${row.peers.base}`)} `}${row.peers.low} | ${row.peers.median} | ${row.peers.high}`
          : "",
      cell: (row) => row.peers && row.now !== null && <PeerStrip peers={row.peers} />,
      width: 136,
    },
    { key: "ledger", title: say("ledger"), text: (row) => ledgers.get(row.ledger) ?? row.ledger, filter: true, width: 130 },
    {
      key: "act",
      title: say("selectSlot"),
      text: () => "",
      data: false,
      cell: (row) => (
        <Flex gap={4} align="center">
          <Tooltip title={say("openRemark", { item: row.label })}>
            <Badge count={counts.get(row.slot) ?? 0} size="small" color={open.has(row.slot) ? "#c2410c" : "#5c6675"}>
              <Button
                type="text"
                size="small"
                icon={<CommentOutlined />}
                aria-label={say("openRemark", { item: row.label })}
                onClick={() => openRemarks(row.slot)}
              />
            </Badge>
          </Tooltip>
          {correct && /^(form|row)\//.test(row.slot) && (
            <Button type="link" size="small" onClick={() => correct(row.slot)}>
              {say("askCorrection")}
            </Button>
          )}
        </Flex>
      ),
      width: correct ? 140 : 60,
    },
  ];
}

function Value({ row }: { readonly row: Row }) {
  const say = useWords(reviewWords);
  if (row.now === null)
    return (
      <Typography.Text type="secondary">
        {say(row.lastSubmission !== null && row.slot.startsWith("row/") ? "gone" : "blank")}
      </Typography.Text>
    );
  return row.unit === "" ? (
    <Tooltip title={row.now}>
      <span className="review-text">{row.now}</span>
    </Tooltip>
  ) : (
    <strong className="review-number">{grouped(row.now)}</strong>
  );
}

function Before({ row }: { readonly row: Row }) {
  const say = useWords(reviewWords);
  const { lastSubmission, now } = row;
  if (lastSubmission === null) return null;
  const differs = lastSubmission !== (now ?? "");
  const text = lastSubmission === "" ? say(differs && row.unit === "" ? "added" : "blank") : grouped(lastSubmission);
  return <span className={`review-was${differs ? " differs" : ""}${row.unit === "" ? " review-text" : " review-number"}`}>{text}</span>;
}
