/** The signature: the password once more, for exactly the summary that was read. */
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Card, Form, Input } from "antd";
import { useState } from "react";
import type { Knowledge } from "../../../core/definition/knowledge.ts";
import { type AnswerOf, call, ServerProblem } from "../../client.ts";
import { useSayProblem } from "../../components/problem.tsx";
import { signingWords } from "../../messages/signing.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { type Place, refresh, summaryQuery } from "../../reviewing/queries.ts";
import { useMe } from "../../session.ts";
import { FindingLines } from "./finding-lines.tsx";

export interface SignatureFormProps {
  readonly place: Place;
  /** Of the document that the summary shows. */
  readonly hash: string;
  readonly ready: boolean;
  /** Places that were given back and not edited since. */
  readonly unedited: number;
  readonly nameOf: (ledger: string) => string;
  readonly catalog: Knowledge | undefined;
}

type Outcome = AnswerOf<"POST /api/returns/{organisation}/{year}/sign">;

export function SignatureForm({ place, hash, ready, unedited, nameOf, catalog }: SignatureFormProps) {
  const say = useWords(signingWords);
  const marks = useMarks();
  const sayProblem = useSayProblem();
  const me = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ password: string }>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [left, setLeft] = useState<Outcome | null>(null);
  const sign = async ({ password }: { password: string }): Promise<void> => {
    setBusy(true);
    setProblem(null);
    setLeft(null);
    try {
      const outcome = await call("POST /api/returns/{organisation}/{year}/sign", { params: { ...place }, body: { password, hash } });
      form.resetFields();
      if (outcome.submitted) void message.success(say("signed"));
      else setLeft(outcome);
      await refresh(queries, place);
    } catch (error) {
      form.resetFields();
      if (error instanceof ServerProblem && error.status === 409) {
        setProblem(say("changedMeanwhile"));
        await queries.invalidateQueries(summaryQuery(place));
      } else setProblem(sayProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card size="small" title={say("sign")} className="signing-form">
      {ready && (
        <Alert
          type={unedited > 0 ? "warning" : "success"}
          showIcon
          title={unedited > 0 ? say("readyUnedited", { count: unedited }) : say("ready")}
          style={{ marginBottom: 12 }}
        />
      )}
      {problem !== null && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
      {left && (
        <Alert
          type="error"
          title={say("notSubmitted")}
          style={{ marginBottom: 12 }}
          description={
            <>
              <FindingLines findings={left.blocking} catalog={catalog} />
              {left.unconfirmed.length > 0 && `${say("unconfirmed")}${marks.colon}${left.unconfirmed.map(nameOf).join(marks.comma)}`}
            </>
          }
        />
      )}
      {!ready && left === null && <Alert type="info" showIcon title={say("notReady")} style={{ marginBottom: 12 }} />}
      <p>{say("declaration")}</p>
      <Form form={form} layout="vertical" onFinish={(fields: { password: string }) => void sign(fields)} disabled={!ready}>
        <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
        <Form.Item name="password" label={say("password")} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" style={{ maxWidth: 320 }} />
        </Form.Item>
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {say("sign")}
        </Button>
      </Form>
    </Card>
  );
}
