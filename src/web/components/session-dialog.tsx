/** When a session ends under an open page the password is asked for above it: what stands on the page is kept. */
import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useRouter } from "@tanstack/react-router";
import { Alert, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";
import { connection } from "../offline/connection.ts";
import { meQuery, signIn, useMe } from "../session.ts";
import { useSayProblem } from "./problem.tsx";

export function SessionDialog({ signedIn }: { readonly signedIn: () => void }) {
  const say = useWords(shellWords);
  const sayProblem = useSayProblem();
  const me = useMe();
  const queries = useQueryClient();
  const router = useRouter();
  const { href } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const again = async ({ password }: { password: string }): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn(me.username, password);
      signedIn();
      // The server is there: everything is read from it again.
      connection.showsFresh();
      // Who it is comes first: what is kept for reading without a connection is kept for that person.
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
      await queries.invalidateQueries();
      await router.invalidate();
    } catch (error) {
      setProblem(sayProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const leave = async (): Promise<void> => {
    queries.setQueryData(meQuery.queryKey, null);
    await router.navigate({ to: "/sign-in", search: { to: href } });
  };
  return (
    <Modal
      open
      title={say("sessionEnded")}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={400}
      destroyOnHidden
    >
      <p>{say("sessionEndedHint")}</p>
      <Form layout="vertical" onFinish={(values: { password: string }) => void again(values)}>
        {problem !== null && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
        <Form.Item label={say("username")}>
          <Input value={me.username} disabled autoComplete="username" />
        </Form.Item>
        <Form.Item name="password" label={say("password")} rules={[{ required: true }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {say("signIn")}
        </Button>
        <Button type="link" block onClick={() => void leave()}>
          {say("otherPerson")}
        </Button>
      </Form>
    </Modal>
  );
}
