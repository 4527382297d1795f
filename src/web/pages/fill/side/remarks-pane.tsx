/** Remarks on cells, as threads: read, answered, closed. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Empty, Flex, Input } from "antd";
import { useState } from "react";
import { parseSlot } from "../../../../app/desk/slots.ts";
import { type AnswerOf, call } from "../../../client.ts";
import { useSayProblem } from "../../../components/problem.tsx";
import { uuid } from "../../../filling/working-copy.ts";
import { fillWords } from "../../../messages/fill.ts";
import { useWords } from "../../../messages/text.ts";
import { useMe } from "../../../session.ts";
import { shortTime, useLabel } from "../clashes.tsx";
import { concernsSlot, slotWord, useLedger, useReturnView } from "../context.ts";

type Remark = AnswerOf<"GET /api/returns/{organisation}/{year}/comments">[number];

export function useRemarks(): readonly Remark[] {
  const { organisation, year } = useReturnView();
  const { data } = useQuery({
    queryKey: ["comments", organisation, year],
    queryFn: () => call("GET /api/returns/{organisation}/{year}/comments", { params: { organisation, year } }),
    refetchInterval: 30_000,
    retry: false,
  });
  return data ?? [];
}

interface RemarksPaneProps {
  readonly ledger: string;
  readonly slot: string | null;
  readonly onJump: (ledger: string, cell: string | undefined) => void;
}

export function RemarksPane({ ledger, slot, onJump }: RemarksPaneProps) {
  const say = useWords(fillWords);
  const me = useMe();
  const label = useLabel();
  const definition = useLedger(ledger);
  const all = useRemarks();
  const threads = all.filter((remark) => remark.thread === null && concernsSlot(remark.slot, definition));
  const canWrite = me.role !== "reader" && me.role !== "administrator";
  return (
    <div className="fill-pane">
      {canWrite && slot !== null && <Write slot={slot} thread={null} label={say(slotWord(definition, "remarkWrite"))} />}
      {threads.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("remarkNone")} />}
      {threads.map((first) => (
        <div key={first.id} className="finding" style={{ opacity: first.resolved ? 0.75 : 1 }}>
          <button type="button" className="finding-jump" onClick={() => onJump(ledger, parseSlot(first.slot)?.key)}>
            <strong className="finding-message">{label(first.slot)}</strong>
          </button>
          {[first, ...all.filter((remark) => remark.thread === first.id)].map((remark) => (
            <div key={remark.id} style={{ margin: "4px 0" }}>
              <span className="muted" style={{ fontSize: 13 }}>
                {remark.name} {shortTime(remark.at)}
              </span>
              <div style={{ whiteSpace: "pre-wrap" }}>{remark.text}</div>
            </div>
          ))}
          {first.resolved ? (
            <span className="muted">{say("resolvedBy", { name: first.resolved.name })}</span>
          ) : (
            canWrite && <Answer first={first} />
          )}
        </div>
      ))}
    </div>
  );
}

function Answer({ first }: { readonly first: Remark }) {
  const say = useWords(fillWords);
  const { organisation, year } = useReturnView();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const [open, setOpen] = useState(false);
  const resolve = async (): Promise<void> => {
    try {
      await call("POST /api/returns/{organisation}/{year}/comments/{id}/resolve", { params: { organisation, year, id: first.id } });
      await queries.invalidateQueries({ queryKey: ["comments", organisation, year] });
    } catch (error) {
      void message.error(sayProblem(error), 8);
    }
  };
  if (open) return <Write slot={first.slot} thread={first.id} label={say("reply")} done={() => setOpen(false)} />;
  return (
    <Flex gap={6}>
      <Button size="small" onClick={() => setOpen(true)}>
        {say("reply")}
      </Button>
      <Button size="small" type="text" onClick={() => void resolve()}>
        {say("resolve")}
      </Button>
    </Flex>
  );
}

function Write({ slot, thread, label, done }: { slot: string; thread: string | null; label: string; done?: () => void }) {
  const say = useWords(fillWords);
  const { organisation, year } = useReturnView();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await call("POST /api/returns/{organisation}/{year}/comments", {
        params: { organisation, year },
        body: { id: uuid(), slot, thread, text: text.trim() },
      });
      setText("");
      await queries.invalidateQueries({ queryKey: ["comments", organisation, year] });
      done?.();
    } catch (error) {
      void message.error(sayProblem(error), 8);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Flex vertical gap={6} align="start" style={{ marginBottom: 10 }}>
      <Input.TextArea
        aria-label={label}
        placeholder={label}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button size="small" type="primary" disabled={text.trim() === ""} loading={busy} onClick={() => void send()}>
        {say("send")}
      </Button>
    </Flex>
  );
}
