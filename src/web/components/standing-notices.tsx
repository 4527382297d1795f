/** Above every page: that it shows what was kept on this computer, and since when; that a newer release is ready. */
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { call, ServerProblem, tellSessionEnded } from "../client.ts";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";
import { connection } from "../offline/connection.ts";
import { keepsPages } from "../offline/reads.ts";
import { registerWorker, release } from "../offline/release.ts";
import { meQuery } from "../session.ts";
import { localTime } from "../times.ts";

/** Milliseconds: the worker is fetched when the page has drawn itself; between two looks for the server. */
const pause = { register: 2000, look: 5000 };

export function StandingNotices() {
  const say = useWords(shellWords);
  const isOld = useSyncExternalStore(release.subscribe, () => release.isOld);
  useEffect(() => {
    const timer = setTimeout(() => void registerWorker(), pause.register);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <KeptNotice />
      {isOld && (
        <Alert
          banner
          className="standing-notice"
          type="info"
          title={say("newRelease")}
          action={
            <Button size="small" type="primary" onClick={() => release.refresh()}>
              {say("refresh")}
            </Button>
          }
        />
      )}
    </>
  );
}

function KeptNotice() {
  const say = useWords(shellWords);
  const queries = useQueryClient();
  const { keptAt } = useSyncExternalStore(connection.subscribe, () => connection.current);
  const [busy, setBusy] = useState(false);
  /** Reads everything from the server again as soon as it answers; a return that is being filled does so by itself. */
  const look = useCallback(async (): Promise<void> => {
    setBusy(true);
    try {
      queries.setQueryData(meQuery.queryKey, await call("GET /api/me", {}));
      connection.showsFresh();
      await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== "filling" && first !== "me" });
    } catch (error) {
      if (error instanceof ServerProblem && error.status === 401 && !error.isOfAnother) tellSessionEnded();
    } finally {
      setBusy(false);
    }
  }, [queries]);
  const shown = keptAt !== null;
  useEffect(() => {
    if (!shown) return undefined;
    const now = (): void => void look();
    const timer = setInterval(now, pause.look);
    addEventListener("online", now);
    return () => {
      clearInterval(timer);
      removeEventListener("online", now);
    };
  }, [shown, look]);
  if (!shown) return null;
  return (
    <Alert
      banner
      type="warning"
      className="standing-notice kept-notice"
      title={say(keepsPages() ? "keptSince" : "keptSinceOpen", { at: localTime(keptAt.toISOString()) })}
      action={
        <Button size="small" loading={busy} onClick={() => void look()}>
          {say("tryAgain")}
        </Button>
      }
    />
  );
}
