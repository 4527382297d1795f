/** A dialog with a form that is sent to the server: what the server refuses stands above the fields, which keep what was typed. */
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Form } from "antd";
import type { ReactNode } from "react";
import { Dialog } from "./dialog.tsx";
import { listWords } from "../messages/lists.ts";
import { useWords } from "../messages/text.ts";
import { useSayProblem } from "./problem.tsx";

export interface FormModalProps<Values extends object, Answer> {
  readonly title: ReactNode;
  readonly initial?: Partial<Values>;
  readonly submit: (values: Values) => Promise<Answer>;
  /** Told after the server has taken it, before the dialog closes. */
  readonly done?: (answer: Answer, values: Values) => void;
  readonly close: () => void;
  /** What is to be read anew afterwards. */
  readonly refresh: readonly QueryKey[];
  readonly okText?: string;
  /** Said above the fields while the server works, where that takes more than a moment. */
  readonly working?: string;
  readonly danger?: boolean;
  readonly width?: number;
  readonly children: ReactNode;
}

export function FormModal<Values extends object, Answer>(props: FormModalProps<Values, Answer>) {
  const { title, initial, submit, done, close, refresh, okText, working, danger = false, width = 520, children } = props;
  const say = useWords(listWords);
  const sayProblem = useSayProblem();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const send = useMutation({
    mutationFn: submit,
    onSuccess: async (answer, values) => {
      await Promise.all(refresh.map((queryKey) => queries.invalidateQueries({ queryKey })));
      if (done) done(answer, values);
      else void message.success(say("saved"));
      close();
    },
  });
  const isWorking = send.isPending && working !== undefined;
  return (
    <Dialog
      open
      title={title}
      width={width}
      onCancel={() => !isWorking && close()}
      closable={!isWorking}
      cancelButtonProps={{ disabled: isWorking }}
      mask={{ closable: false }}
      okText={okText ?? say("save")}
      okButtonProps={{ danger, loading: send.isPending }}
      onOk={() => form.submit()}
    >
      {isWorking && <Alert type="info" showIcon role="status" title={working} style={{ marginBottom: 12 }} />}
      {send.error && <Alert type="error" showIcon title={sayProblem(send.error)} style={{ marginBottom: 12 }} />}
      <Form<Values>
        form={form}
        layout="vertical"
        {...(initial ? { initialValues: initial } : {})}
        validateMessages={{ required: say("required") }}
        onFinish={(values) => send.mutate(values)}
      >
        {children}
      </Form>
    </Dialog>
  );
}
