/** The person's own account: who one is here, and changing the password (an initial one must be changed before anything else). */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Alert, App, Button, Card, Descriptions, Flex, Form, Input } from "antd";
import { call } from "../client.ts";
import { Page } from "../components/page.tsx";
import { useSayProblem } from "../components/problem.tsx";
import { accountWords } from "../messages/account.ts";
import { roleWords } from "../messages/shell.ts";
import { useMarks, useWords } from "../messages/text.ts";
import { meQuery, useMe } from "../session.ts";

interface Values {
  readonly current: string;
  readonly next: string;
}

export function AccountPage() {
  const say = useWords(accountWords);
  const sayRole = useWords(roleWords);
  const marks = useMarks();
  const me = useMe();
  return (
    <Page title={me.mustChangePassword ? say("initialTitle") : say("title")}>
      <Flex vertical gap={16} style={{ maxWidth: 560 }}>
        {me.mustChangePassword && <Alert type="warning" showIcon title={say("initialHint")} />}
        <Card size="small">
          <Descriptions
            size="small"
            column={1}
            items={[
              { key: "name", label: say("name"), children: `${me.name}${marks.open}${me.username}${marks.close}` },
              { key: "role", label: say("role"), children: sayRole(me.role) },
              {
                key: "organisation",
                label: say("organisation"),
                children: `${me.organisationName}${marks.open}${me.organisation}${marks.close}`,
              },
              ...(me.role === "clerk" || me.role === "departmentHead"
                ? [
                    {
                      key: "ledgers",
                      label: say("ledgers"),
                      children: me.ledgers === null ? say("allLedgers") : say("ledgerCount", { count: me.ledgers.length }),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
        <Card size="small" title={say("change")}>
          <PasswordForm />
        </Card>
      </Flex>
    </Page>
  );
}

function PasswordForm() {
  const say = useWords(accountWords);
  const sayProblem = useSayProblem();
  const me = useMe();
  const queries = useQueryClient();
  const router = useRouter();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values & { repeat: string }>();
  const change = useMutation({
    mutationFn: ({ current, next }: Values) => call("POST /api/me/password", { body: { current, next } }),
    onSuccess: async () => {
      form.resetFields();
      void message.success(say("changed"));
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
      if (me.mustChangePassword) await router.navigate({ to: "/" });
    },
  });
  return (
    <Form form={form} layout="vertical" onFinish={(values) => change.mutate(values)}>
      {change.error && <Alert type="error" showIcon title={sayProblem(change.error)} style={{ marginBottom: 12 }} />}
      <Form.Item name="current" label={say("current")} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={say("next")}
        extra={say("rule")}
        dependencies={["current"]}
        rules={[
          { required: true },
          { min: 10, max: 128, message: say("rule") },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value && value === getFieldValue("current") ? Promise.reject(new Error(say("same"))) : Promise.resolve(),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={say("repeat")}
        dependencies={["next"]}
        rules={[
          { required: true },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value && value !== getFieldValue("next") ? Promise.reject(new Error(say("differs"))) : Promise.resolve(),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {say("change")}
      </Button>
    </Form>
  );
}
