/** The first administrator and the city, by the one-time link that the server printed. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { Alert, Button, Card, Form, Input, Spin } from "antd";
import { useEffect } from "react";
import { call } from "../client.ts";
import { PathLink } from "../components/path-link.tsx";
import { useSayProblem } from "../components/problem.tsx";
import { accountWords } from "../messages/account.ts";
import { accountsWords } from "../messages/accounts.ts";
import { setupWords } from "../messages/keeping.ts";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";
import { signIn } from "../session.ts";
import "./sign-in.css";

interface Fields {
  readonly organisation: string;
  readonly organisationName: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly repeat: string;
}

export function SetupPage() {
  const say = useWords(setupWords);
  const sayShell = useWords(shellWords);
  const { token } = useSearch({ from: "/setup" });
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => call("GET /api/setup", {}) });
  const sayProblem = useSayProblem();
  const title = `${say("title")} · ${sayShell("product")}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="sign-in">
      <main className="sign-in-main">
        <h1>{sayShell("product")}</h1>
        <p>{sayShell("purpose")}</p>
        <div className="sign-in-columns">
          <Card title={say("title")} style={{ width: 480, maxWidth: "100%" }}>
            {setup.isPending && <Spin />}
            {setup.error && <Alert type="error" showIcon title={sayProblem(setup.error)} />}
            {setup.data &&
              (!setup.data.open ? (
                <Alert type="info" showIcon title={say("done")} description={<PathLink to="/sign-in">{sayShell("signIn")}</PathLink>} />
              ) : token === undefined ? (
                <Alert type="warning" showIcon title={say("noToken")} />
              ) : (
                <SetupForm token={token} />
              ))}
          </Card>
        </div>
      </main>
    </div>
  );
}

function SetupForm({ token }: { readonly token: string }) {
  const say = useWords(setupWords);
  const sayShell = useWords(shellWords);
  const sayAccount = useWords(accountWords);
  const sayAccounts = useWords(accountsWords);
  const sayProblem = useSayProblem();
  const queries = useQueryClient();
  const router = useRouter();
  const create = useMutation({
    mutationFn: async ({ repeat: _repeat, ...fields }: Fields) => {
      await call("POST /api/setup", { body: { ...fields, token } });
      await signIn(fields.username, fields.password);
    },
    onSuccess: async () => {
      queries.clear();
      await router.navigate({ to: "/" });
    },
  });
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => create.mutate(fields)}>
      <p>{say("hint")}</p>
      {create.error && <Alert type="error" showIcon title={sayProblem(create.error)} style={{ marginBottom: 12 }} />}
      <Form.Item
        name="organisation"
        label={say("organisation")}
        extra={say("organisationHint")}
        rules={[{ required: true }, { pattern: /^\d{2}(?!00)\d{2}00$/, message: say("organisationWrong") }]}
      >
        <Input inputMode="numeric" maxLength={6} />
      </Form.Item>
      <Form.Item name="organisationName" label={say("organisationName")} rules={[{ required: true, min: 2, max: 60 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="name" label={`${say("administrator")} · ${say("name")}`} rules={[{ required: true, max: 40 }]}>
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item
        name="username"
        label={sayShell("username")}
        extra={sayAccounts("usernameHint")}
        rules={[{ required: true }, { pattern: /^[a-zA-Z0-9._-]{3,40}$/, message: sayAccounts("usernameWrong") }]}
      >
        <Input autoComplete="username" />
      </Form.Item>
      <Form.Item
        name="password"
        label={sayShell("password")}
        extra={sayAccount("rule")}
        rules={[{ required: true }, { min: 10, max: 128, message: sayAccount("length") }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={sayAccount("again")}
        dependencies={["password"]}
        rules={[
          { required: true },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value && value !== getFieldValue("password") ? Promise.reject(new Error(sayAccount("differs"))) : Promise.resolve(),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={create.isPending}>
        {say("create")}
      </Button>
    </Form>
  );
}
