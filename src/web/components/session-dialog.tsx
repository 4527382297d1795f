/**
 * When a session ends under an open page, or another person signs in in another window of this browser, the password is
 * asked for above the page: what stands on it is kept, and nothing of it is sent in anybody else's name.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useRouter } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import { useCallback, useEffect, useState } from "react";
import { Dialog } from "./dialog.tsx";
import { call, ServerProblem, type SessionLoss, speakFor, tellSessionEnded } from "../client.ts";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";
import { connection } from "../offline/connection.ts";
import { meQuery, signIn, useMe, whoIsThere } from "../session.ts";
import { useSayProblem } from "./problem.tsx";

export function SessionDialog({ loss, signedIn }: { readonly loss: SessionLoss; readonly signedIn: () => void }) {
  const say = useWords(shellWords);
  const sayProblem = useSayProblem();
  const me = useMe();
  const queries = useQueryClient();
  const router = useRouter();
  const { href } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { other, waiting } = useOther(loss, me.id);

  const goOn = useCallback(async (): Promise<void> => {
    signedIn();
    // The server is there: everything is read from it again.
    connection.showsFresh();
    // Who it is comes first: what is kept for reading without a connection is kept for that person.
    await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    await queries.invalidateQueries();
    await router.invalidate();
  }, [signedIn, queries, router]);
  useReturned(goOn);

  const again = async ({ password }: { password: string }): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn(me.username, password);
      await goOn();
    } catch (error) {
      setProblem(sayProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const leave = async (): Promise<void> => {
    speakFor(null);
    queries.setQueryData(meQuery.queryKey, null);
    await router.navigate({ to: "/sign-in", search: { to: href } });
  };
  const names = { me: me.name, other: other ?? say("somebody") };
  return (
    <Dialog
      open
      title={say(loss === "other" ? "otherTitle" : "sessionEnded")}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={440}
      destroyOnHidden
    >
      <p>{loss === "other" ? say("otherHint", names) : say("sessionEndedHint")}</p>
      {loss === "other" && waiting > 0 && <p>{say("otherWaiting", { ...names, count: waiting })}</p>}
      <Form layout="vertical" onFinish={(values: { password: string }) => void again(values)}>
        {problem !== null && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
        <Form.Item label={say("username")}>
          <Input value={me.username} disabled autoComplete="username" />
        </Form.Item>
        <Form.Item name="password" label={say("password")} rules={[{ required: true }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {loss === "other" ? say("signInAgain", names) : say("signIn")}
        </Button>
        {loss === "other" ? (
          // A fresh page: nothing of this one's is left that could be sent in the other's name.
          <Button type="link" block href="/">
            {say("goOnAs", names)}
          </Button>
        ) : (
          <Button type="link" block onClick={() => void leave()}>
            {say("otherPerson")}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}

/** Who signed in instead, and how many edits of this page's person wait on this computer. */
function useOther(loss: SessionLoss, person: string): { readonly other: string | null; readonly waiting: number } {
  const [known, setKnown] = useState<{ other: string | null; waiting: number }>({ other: null, waiting: 0 });
  useEffect(() => {
    if (loss !== "other") return undefined;
    let shown = true;
    const look = async (): Promise<void> => {
      const { countDrafts } = await import("../filling/drafts.ts");
      const [there, waiting] = await Promise.all([whoIsThere().catch(() => null), countDrafts(person)]);
      if (shown) setKnown({ other: there?.name ?? null, waiting });
    };
    void look();
    const again = (): void => void look();
    addEventListener("focus", again);
    return () => {
      shown = false;
      removeEventListener("focus", again);
    };
  }, [loss, person]);
  return known;
}

/** Back at this window it may be well again: the person signed in in another one. */
function useReturned(goOn: () => Promise<void>): void {
  useEffect(() => {
    const look = (): void => {
      call("GET /api/me", {}).then(goOn, (error: unknown) => {
        if (error instanceof ServerProblem && error.status === 401 && !error.isOfAnother) tellSessionEnded("ended");
      });
    };
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [goOn]);
}
