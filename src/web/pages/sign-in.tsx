/** Signing in; in demo mode the invented accounts stand beside the form. */
import { LockOutlined, UserOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Card, Flex, Form, Input, Typography } from "antd";
import { useState } from "react";
import { call, ServerProblem } from "../client.ts";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";
import { meQuery, signIn } from "../session.ts";

export function SignIn() {
  const say = useWords(shellWords);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ from: "/sign-in" });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const demo = useQuery({ queryKey: ["demo-accounts"], queryFn: () => call("GET /api/demo/accounts", {}), retry: false });

  const enter = async (username: string, password: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn(username, password);
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
      await navigate({ to: to ?? "/" });
    } catch (error) {
      setProblem(error instanceof ServerProblem ? error.zh : say("unreachable"));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Flex vertical align="center" style={{ minHeight: "100vh", padding: "8vh 16px", background: "#f2f5fa" }}>
      <Typography.Title level={2} style={{ marginBottom: 4 }}>
        {say("product")}
      </Typography.Title>
      <Typography.Paragraph type="secondary">{say("purpose")}</Typography.Paragraph>
      <Card style={{ width: 380, maxWidth: "100%" }}>
        <Form
          layout="vertical"
          onFinish={({ username, password }: { username: string; password: string }) => void enter(username, password)}
        >
          {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
          <Form.Item name="username" label={say("username")} rules={[{ required: true }]}>
            <Input prefix={<UserOutlined />} autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={say("password")} rules={[{ required: true }]}>
            <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {say("signIn")}
          </Button>
        </Form>
      </Card>
      {demo.data && (
        <Card size="small" title={say("demoAccounts")} style={{ width: 380, maxWidth: "100%", marginTop: 16 }}>
          {demo.data.map((account) => (
            <Button
              key={account.username}
              type="text"
              block
              style={{ textAlign: "left" }}
              onClick={() => void enter(account.username, account.password)}
            >
              {account.name} · {account.orgName}（{account.username}）
            </Button>
          ))}
        </Card>
      )}
    </Flex>
  );
}
