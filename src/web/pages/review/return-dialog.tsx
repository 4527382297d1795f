/** Gives a return back: the reason as a whole, and one for each of the places that are opened. */
import { useQueryClient } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useContext } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { call } from "../../client.ts";
import { reviewWords } from "../../messages/review.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";
import { useDoing } from "../../reviewing/doing.ts";
import { type Place, refresh, type ReviewView } from "../../reviewing/queries.ts";
import { slotLabels } from "./slot-labels.ts";

export interface ReturnDialogProps {
  readonly place: Place;
  readonly view: ReviewView;
  /** Empty: the return as a whole. */
  readonly slots: readonly string[];
  readonly close: (done: boolean) => void;
}

interface Fields {
  readonly reason: string;
  readonly cells?: readonly string[];
}

export function ReturnDialog({ place, view, slots, close }: ReturnDialogProps) {
  const say = useWords(reviewWords);
  const { language } = useContext(LanguageContext);
  const queries = useQueryClient();
  const doing = useDoing();
  const [form] = Form.useForm<Fields>();
  const labels = slotLabels(view, language, (ledger) => say("wholeRegister", { ledger }));
  const reasons = slots.map((slot) => {
    const finding = view.differences.find((each) => each.slot === slot)?.findings[0];
    return finding === undefined ? "" : view.findings[finding]!.message[language];
  });
  const send = async ({ reason, cells = [] }: Fields): Promise<void> => {
    const done = await doing.run(async () => {
      await call("POST /api/returns/{organisation}/{year}/return", {
        params: { ...place },
        body: { reason, cells: slots.map((slot, at) => ({ slot, reason: cells[at]?.trim() || reason })) },
      });
      await refresh(queries, place);
    }, say("returned"));
    if (done) close(true);
  };
  return (
    <Dialog
      open
      width={640}
      title={slots.length === 0 ? say("returnWholeTitle") : say("returnTitle", { count: slots.length })}
      okText={slots.length === 0 ? say("returnWhole") : say("returnSelected", { count: slots.length })}
      okButtonProps={{ danger: true }}
      confirmLoading={doing.busy}
      onOk={() => form.submit()}
      onCancel={() => close(false)}
      styles={{ body: { maxHeight: "62vh", overflow: "auto" } }}
    >
      <p>{say(slots.length === 0 ? "returnWholeHint" : "returnHint")}</p>
      <Form<Fields> form={form} layout="vertical" initialValues={{ reason: "", cells: reasons }} onFinish={(fields) => void send(fields)}>
        <Form.Item name="reason" label={say("returnReason")} rules={[{ required: true, whitespace: true, min: 2, max: 2000 }]}>
          <Input.TextArea autoFocus rows={3} placeholder={say("returnReasonHint")} maxLength={2000} />
        </Form.Item>
        {slots.map((slot, at) => (
          <Form.Item key={slot} name={["cells", at]} label={labels(slot)} style={{ marginBottom: 12 }} rules={[{ max: 500 }]}>
            <Input placeholder={say("cellReason")} maxLength={500} />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  );
}
