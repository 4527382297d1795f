/** Signing in; in demo mode the invented accounts stand beside the form, by the place where they work. */
import { LockOutlined, TranslationOutlined, UserOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { Alert, Button, Form } from "antd";
import Input from "antd/es/input/Input";
import Password from "antd/es/input/Password";
import { useContext, useEffect, useState } from "react";
import { type AnswerOf, call } from "../client.ts";
import { useSayProblem } from "../components/problem.tsx";
import { roleWords, shellWords } from "../messages/shell.ts";
import { LanguageContext, useWords } from "../messages/text.ts";
import { signIn } from "../session.ts";
import "./sign-in.css";

type Account = AnswerOf<"GET /api/demo/accounts">[number];

export function SignIn() {
  const say = useWords(shellWords);
  const sayProblem = useSayProblem();
  const { language, choose } = useContext(LanguageContext);
  const queries = useQueryClient();
  const router = useRouter();
  const { to } = useSearch({ from: "/sign-in" });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => call("GET /api/setup", {}), retry: false });
  const demo = useQuery({
    queryKey: ["demo-accounts"],
    queryFn: () => call("GET /api/demo/accounts", {}),
    retry: false,
    enabled: setup.data?.demo === true,
  });
  const title = `${say("signIn")} · ${say("product")}`;
  useEffect(() => {
    document.title = title;
  }, [title]);

  const enter = async (username: string, password: string): Promise<void> => {
    setBusy(username);
    setProblem(null);
    try {
      await signIn(username, password);
      queries.clear();
      if (to === undefined || !/^\/(?!\/)/.test(to)) await router.navigate({ to: "/" });
      else router.history.push(to);
    } catch (error) {
      setProblem(sayProblem(error));
    } finally {
      setBusy(null);
    }
  };
  const other = language === "zh" ? "en" : "zh";

  return (
    <div className="sign-in">
      <Button className="sign-in-language" type="text" icon={<TranslationOutlined />} onClick={() => choose(other)}>
        {say("language")}
      </Button>
      <main className="sign-in-main">
        <h1>{say("product")}</h1>
        <p>{say("purpose")}</p>
        <div className="sign-in-columns">
          <div className="sign-in-card">
            <Form
              layout="vertical"
              requiredMark={false}
              onFinish={({ username, password }: { username: string; password: string }) => void enter(username.trim(), password)}
            >
              {problem !== null && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
              {setup.data?.open === true && <Alert type="info" showIcon title={say("notSetUp")} style={{ marginBottom: 12 }} />}
              <Form.Item name="username" label={say("username")} rules={[{ required: true, message: say("usernameMissing") }]}>
                <Input prefix={<UserOutlined />} size="large" autoComplete="username" autoFocus />
              </Form.Item>
              <Form.Item name="password" label={say("password")} rules={[{ required: true, message: say("passwordMissing") }]}>
                <Password prefix={<LockOutlined />} size="large" autoComplete="current-password" />
              </Form.Item>
              <Button type="primary" size="large" htmlType="submit" block loading={busy !== null}>
                {say("signIn")}
              </Button>
              <p className="sign-in-forgotten">{say("forgotten")}</p>
            </Form>
          </div>
          {demo.data && <DemoAccounts accounts={demo.data} busy={busy} enter={enter} />}
        </div>
      </main>
    </div>
  );
}

interface DemoAccountsProps {
  readonly accounts: readonly Account[];
  readonly busy: string | null;
  readonly enter: (username: string, password: string) => Promise<void>;
}

const places = ["atSchool", "atCounty", "atCity"] as const;

/** Schools' codes alone have a hyphen; the administrator sits at the city. */
function placeOf(account: Account, all: readonly Account[]): (typeof places)[number] {
  if (account.org.includes("-")) return "atSchool";
  return all.some(({ role, org }) => role === "administrator" && org === account.org) ? "atCity" : "atCounty";
}

function DemoAccounts({ accounts, busy, enter }: DemoAccountsProps) {
  const say = useWords(shellWords);
  const sayRole = useWords(roleWords);
  return (
    <section className="sign-in-demo" aria-label={say("demoAccounts")}>
      <h2>
        {say("demoAccounts")} <span className="sign-in-badge">{say("demoBadge")}</span>
      </h2>
      <p>{say("demoHint")}</p>
      {places.map((place) => {
        const group = accounts.filter((account) => placeOf(account, accounts) === place);
        if (group.length === 0) return null;
        return (
          <div key={place}>
            <h3>{say(place)}</h3>
            <div className="sign-in-people">
              {group.map((account) => (
                <button
                  key={account.username}
                  type="button"
                  disabled={busy !== null}
                  onClick={() => void enter(account.username, account.password)}
                >
                  <strong>{sayRole(account.role)}</strong>
                  <span>{account.name}</span>
                  <span>
                    {account.orgName} · {account.username}
                  </span>
                </button>
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}
