/** Remarks on a return in threads: all of them, or those of one place, with a field for the next. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Drawer, Empty, Flex, Form, Input } from "antd";
import { type ReactNode, useContext, useState } from "react";
import { call } from "../../client.ts";
import { reviewWords } from "../../messages/review.ts";
import { roleWords } from "../../messages/shell.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import { useDoing } from "../../reviewing/doing.ts";
import { type Place, refresh, type Remark, type ReviewView } from "../../reviewing/queries.ts";
import { localTime } from "../../times.ts";
import { slotLabels } from "./slot-labels.ts";

export interface RemarksDrawerProps {
  readonly place: Place;
  readonly view: ReviewView;
  readonly remarks: readonly Remark[];
  /** Null: closed; slot null: all places. */
  readonly opened: { readonly slot: string | null } | null;
  readonly close: () => void;
  readonly mayWrite: boolean;
}

export function RemarksDrawer({ place, view, remarks, opened, close, mayWrite }: RemarksDrawerProps) {
  const say = useWords(reviewWords);
  const { language } = useContext(LanguageContext);
  const [withResolved, setWithResolved] = useState(false);
  const labels = slotLabels(view, language, (ledger) => say("wholeRegister", { ledger }));
  const slot = opened?.slot ?? null;
  const threads = remarks.filter((each) => each.thread === null && (slot === null || each.slot === slot));
  const resolved = threads.filter((each) => each.resolved !== null).length;
  const shown = threads.filter((each) => withResolved || each.resolved === null);
  return (
    <Drawer open={opened !== null} onClose={close} size={420} title={slot === null ? say("remarksTitle") : labels(slot)} destroyOnHidden>
      {resolved > 0 && (
        <Checkbox checked={withResolved} onChange={(event) => setWithResolved(event.target.checked)}>
          {say("showResolved", { count: resolved })}
        </Checkbox>
      )}
      {shown.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(slot === null ? "remarksEmpty" : "remarksEmptyHere")} />
      )}
      {shown.map((thread) => (
        <Thread
          key={thread.id}
          place={place}
          thread={thread}
          answers={remarks.filter((each) => each.thread === thread.id)}
          label={slot === null ? labels(thread.slot) : null}
          mayWrite={mayWrite}
        />
      ))}
      {slot !== null && mayWrite && <Write key={slot} place={place} slot={slot} thread={null} label={say("newRemark")} />}
    </Drawer>
  );
}

interface ThreadProps {
  readonly place: Place;
  readonly thread: Remark;
  readonly answers: readonly Remark[];
  readonly label: string | null;
  readonly mayWrite: boolean;
}

function Thread({ place, thread, answers, label, mayWrite }: ThreadProps) {
  const say = useWords(reviewWords);
  const queries = useQueryClient();
  const doing = useDoing();
  const resolve = () =>
    doing.run(async () => {
      await call("POST /api/returns/{organisation}/{year}/comments/{id}/resolve", { params: { ...place, id: thread.id } });
      await refresh(queries, place);
    });
  return (
    <article className="thread">
      {label !== null && <div className="thread-place">{label}</div>}
      {[thread, ...answers].map((remark) => (
        <Said key={remark.id} remark={remark} />
      ))}
      {thread.resolved ? (
        <div className="remark-head">{say("resolvedBy", { name: thread.resolved.name, at: localTime(thread.resolved.at) })}</div>
      ) : (
        mayWrite && (
          <Write
            place={place}
            slot={thread.slot}
            thread={thread.id}
            label={say("answer")}
            beside={
              <Button size="small" loading={doing.busy} onClick={() => void resolve()}>
                {say("resolve")}
              </Button>
            }
          />
        )
      )}
    </article>
  );
}

function Said({ remark }: { readonly remark: Remark }) {
  const sayRole = useWords(roleWords);
  const marks = useMarks();
  const role = remark.role in roleWords ? sayRole(remark.role as keyof typeof roleWords) : remark.role;
  return (
    <div className="remark">
      <div className="remark-head">
        {remark.name}
        {marks.open}
        {role}
        {marks.close} · {localTime(remark.at)}
      </div>
      <div className="remark-text">{remark.text}</div>
    </div>
  );
}

interface WriteProps {
  readonly place: Place;
  readonly slot: string;
  readonly thread: string | null;
  readonly label: string;
  /** At the left of the button. */
  readonly beside?: ReactNode;
}

function Write({ place, slot, thread, label, beside }: WriteProps) {
  const say = useWords(reviewWords);
  const queries = useQueryClient();
  const doing = useDoing();
  const [form] = Form.useForm<{ text: string }>();
  // One id for one remark, however often it has to be sent.
  const [id, setId] = useState(() => crypto.randomUUID());
  const send = async ({ text }: { text: string }): Promise<void> => {
    const done = await doing.run(async () => {
      await call("POST /api/returns/{organisation}/{year}/comments", { params: { ...place }, body: { id, slot, thread, text } });
      await refresh(queries, place);
    });
    if (!done) return;
    form.resetFields();
    setId(crypto.randomUUID());
  };
  return (
    <Form form={form} onFinish={(fields: { text: string }) => void send(fields)} style={{ marginTop: 8 }}>
      <Form.Item name="text" style={{ marginBottom: 8 }} rules={[{ required: true, whitespace: true, max: 2000, message: "" }]}>
        <Input.TextArea
          aria-label={label}
          placeholder={thread === null ? say("remarkHint") : label}
          autoSize={{ minRows: thread === null ? 3 : 1 }}
          maxLength={2000}
        />
      </Form.Item>
      <Flex justify="end" gap={8}>
        {beside}
        <Button htmlType="submit" size="small" type={thread === null ? "primary" : "default"} loading={doing.busy}>
          {thread === null ? say("send") : say("answer")}
        </Button>
      </Flex>
    </Form>
  );
}
