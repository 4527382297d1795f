/** Excel both ways. Nothing of an upload is written before the person has seen every problem and every change. */
import { DownloadOutlined, UploadOutlined } from "@ant-design/icons";
import { Alert, App, Button, Drawer, Flex, Spin, Table, Tag, Upload } from "antd";
import { useContext, useState } from "react";
import { contentOf, parseSlot, slotLabel } from "../../../../app/desk/slots.ts";
import { call } from "../../../client.ts";
import { saveAs } from "../../../components/csv.ts";
import { DownloadButton } from "../../../components/downloads.tsx";
import { useSayProblem } from "../../../components/problem.tsx";
import { type Content, isCell, isMaterial, isRow } from "../../../filling/slot.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { useLabel } from "../clashes.tsx";
import { useFilling, useReturnView } from "../context.ts";
import { type Reading, useUpload } from "./upload.ts";

type Problem = Reading["problems"][number];
type Change = NonNullable<Reading["edits"]>[number];

interface ExcelDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onJump: (ledger: string, cell: string | undefined) => void;
}

export function ExcelDrawer({ open, onClose, onJump }: ExcelDrawerProps) {
  const say = useWords(fillWords);
  const marks = useMarks();
  const sayProblem = useSayProblem();
  const session = useFilling();
  const { message } = App.useApp();
  const label = useLabel();
  const { organisation, year, editable } = useReturnView();
  const [{ file, reading, outcome }, setUpload] = useUpload();
  const [busy, setBusy] = useState(false);
  const params = { organisation, year };

  const guarded = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      void message.error(sayProblem(error), 10);
    } finally {
      setBusy(false);
    }
  };
  const read = (chosen: File): Promise<void> =>
    guarded(async () => {
      setUpload({ file: chosen, reading: null, outcome: null });
      const found = await call("POST /api/returns/{organisation}/{year}/workbook", { params, upload: chosen });
      setUpload({ file: chosen, reading: found, outcome: null });
    });
  const take = (preview: string): Promise<void> =>
    guarded(async () => {
      const taken = await call("POST /api/returns/{organisation}/{year}/workbook/apply", { params, body: { preview } });
      await session.refresh();
      setUpload({ file, reading: null, outcome: taken });
    });
  const comments = (): Promise<void> =>
    guarded(async () => {
      const commented = await call("POST /api/returns/{organisation}/{year}/workbook/comments.xlsx", { params, upload: file! });
      saveAs(commented, file!.name.replace(/(\.xlsx)?$/i, "-批注.xlsx"));
    });
  return (
    <Drawer open={open} onClose={onClose} title={say("excelTitle")} size={820} destroyOnHidden={false}>
      <Flex vertical gap={16}>
        <div>
          <DownloadButton fetchFile={() => call("GET /api/returns/{organisation}/{year}/template.xlsx", { params })}>
            {say("excelDownload")}
          </DownloadButton>
          <div className="muted" style={{ marginTop: 4 }}>
            {say("excelDownloadHint")}
          </div>
        </div>
        {editable.length > 0 && (
          <Upload
            accept=".xlsx"
            showUploadList={false}
            disabled={busy}
            beforeUpload={(chosen) => {
              void read(chosen);
              return false;
            }}
          >
            <Button icon={<UploadOutlined />} disabled={busy} type={reading ? "default" : "primary"}>
              {reading || outcome ? say("otherFile") : say("excelUpload")}
            </Button>
          </Upload>
        )}
        {busy && <Spin description={say("excelReading")} />}
        {outcome && (
          <Alert
            type={outcome.conflicts.length > 0 ? "warning" : "success"}
            showIcon
            title={say("excelTaken", { count: outcome.saved })}
            description={
              outcome.conflicts.length > 0
                ? say("excelConflicts", {
                    count: outcome.conflicts.length,
                    list: outcome.conflicts.slice(0, 10).map(label).join(marks.comma),
                  })
                : undefined
            }
          />
        )}
        {reading && (
          <>
            {reading.problems.length > 0 && <Problems problems={reading.problems} onJump={onJump} comments={comments} />}
            {reading.edits?.length === 0 && <Alert type="success" showIcon title={say("excelSame")} />}
            {reading.edits && reading.edits.length > 0 && (
              <Changes
                edits={reading.edits}
                onJump={onJump}
                {...(reading.preview === null ? {} : { take: () => take(reading.preview!) })}
              />
            )}
          </>
        )}
      </Flex>
    </Drawer>
  );
}

interface ProblemsProps {
  readonly problems: readonly Problem[];
  readonly onJump: ExcelDrawerProps["onJump"];
  readonly comments: () => Promise<void>;
}

function Problems({ problems, onJump, comments }: ProblemsProps) {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const refusals = problems.filter((problem) => problem.severity === "refusal").length;
  return (
    <section>
      <Flex justify="space-between" align="center" gap={8} style={{ marginBottom: 8 }}>
        <strong role="alert">
          {refusals > 0 ? say("excelRefused", { count: refusals }) : say("excelNotes", { count: problems.length })}
        </strong>
        <Button size="small" icon={<DownloadOutlined />} onClick={() => void comments()}>
          {say("excelComments")}
        </Button>
      </Flex>
      <p className="muted" style={{ marginBottom: 8 }}>
        {say("excelHowTo")}
      </p>
      <Table
        size="small"
        tableLayout="fixed"
        rowKey={({ problem }) => `${problem.sheet}/${problem.cell}/${problem.code}/${problem.found}`}
        dataSource={linesOf(problems)}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: say("sheetCell"),
            width: 190,
            render: (_, { problem: { sheet, cell, place }, count }) =>
              place ? (
                <Button
                  type="link"
                  size="small"
                  style={{ padding: 0, height: "auto", whiteSpace: "normal", textAlign: "left" }}
                  onClick={() => onJump(place.ledger, place.cell)}
                >
                  {sheet} {cell}
                  {count > 1 && say("andCells", { count })}
                </Button>
              ) : (
                `${sheet} ${cell}`.trim() || say("wholeFile")
              ),
          },
          {
            title: say("problems"),
            render: (_, { problem }) => (
              <>
                <Tag color={problem.severity === "refusal" ? "red" : "default"}>
                  {say(problem.severity === "refusal" ? "proof" : "note")}
                </Tag>
                {problem.message[language]}
              </>
            ),
          },
          { title: say("found"), width: 110, ellipsis: true, render: (_, { problem, count }) => (count > 1 ? "" : problem.found) },
          { title: say("expected"), width: 130, render: (_, { problem }) => problem.expected },
        ]}
      />
    </section>
  );
}

interface ProblemLine {
  readonly problem: Problem;
  /** Cells of the sheet of which the same is said. */
  readonly count: number;
}

/** What must be mended first; a note said of many cells of a sheet is one line. */
function linesOf(problems: readonly Problem[]): ProblemLine[] {
  const notes = new Map<string, Problem[]>();
  for (const note of problems.filter((each) => each.severity !== "refusal")) {
    const key = `${note.sheet}/${note.message.zh}`;
    notes.set(key, [...(notes.get(key) ?? []), note]);
  }
  return [
    ...problems.filter((each) => each.severity === "refusal").map((problem) => ({ problem, count: 1 })),
    ...[...notes.values()].map((same) => ({ problem: same[0]!, count: same.length })),
  ];
}

function Changes({ edits, onJump, take }: { edits: readonly Change[]; onJump: ExcelDrawerProps["onJump"]; take?: () => Promise<void> }) {
  const say = useWords(fillWords);
  const { index } = useFilling();
  const name = (edit: Change): string => {
    const slot = parseSlot(edit.slot);
    if (!slot) return edit.slot;
    const ledger = index.ledgers.get(slot.ledger)?.zh;
    return [ledger, slotLabel(index, slot, contentOf(slot, edit.after ?? edit.before))].filter(Boolean).join(" · ");
  };
  const jump = (edit: Change): void => {
    const slot = parseSlot(edit.slot);
    if (slot && slot.ledger !== "") onJump(slot.ledger, slot.key === "" ? undefined : slot.key);
  };
  return (
    <section>
      <Flex justify="space-between" align="center" gap={8} style={{ marginBottom: 8 }}>
        <strong>{say("excelChanges", { count: edits.length })}</strong>
        {take && (
          <Button type="primary" onClick={() => void take()}>
            {say("excelTake", { count: edits.length })}
          </Button>
        )}
      </Flex>
      <Table
        size="small"
        rowKey={(edit) => edit.slot}
        dataSource={[...edits]}
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: say("item"),
            render: (_, edit) => (
              <Button
                type="link"
                size="small"
                style={{ padding: 0, height: "auto", whiteSpace: "normal", textAlign: "left" }}
                onClick={() => jump(edit)}
              >
                {name(edit)}
              </Button>
            ),
          },
          { title: say("before"), width: 180, render: (_, edit) => <Shown content={edit.before} other={edit.after} /> },
          {
            title: say("after"),
            width: 180,
            render: (_, edit) => (
              <b>
                <Shown content={edit.after} other={edit.before} />
              </b>
            ),
          },
          {
            title: say("sheetCell"),
            width: 150,
            render: (_, edit) => (
              <span className="muted">
                {edit.origin.sheet} {edit.origin.cell}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}

/** A content in a table cell; of rows and texts what differs from the other side. */
function Shown({ content, other }: { readonly content: Content; readonly other: Content }) {
  const say = useWords(fillWords);
  const marks = useMarks();
  if (isCell(content)) return content.status === "notApplicable" ? say("notApplicable") : (content.value ?? say("blank"));
  if (isRow(content)) {
    const against = isRow(other) ? other.values : {};
    const different = Object.entries(content.values).filter(([column, value]) => (value ?? "") !== (against[column] ?? ""));
    return different.map(([, value]) => value ?? say("blank")).join(marks.pause);
  }
  if (isMaterial(content)) return `${content.title} ${say("characters", { count: content.text.length })}`;
  if (content === true) return say("noneThisYear");
  return content ?? say("blank");
}
