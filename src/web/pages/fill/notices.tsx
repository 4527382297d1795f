/** What must be said above a ledger: no connection, given back, read only. */
import { Alert, Button } from "antd";
import { PathLink } from "../../components/path-link.tsx";
import { fillWords } from "../../messages/fill.ts";
import { keepsPages } from "../../offline/reads.ts";
import { useWords } from "../../messages/text.ts";
import { useCopyVersion, useFilling, useReturnView, useSyncVersion } from "./context.ts";

interface NoticesProps {
  /** Ledger of the page; absent on the list. */
  readonly ledger?: string;
  readonly department?: string | undefined;
  readonly onShowRequested?: () => void;
}

const handedIn = { signed: "signedState", submitted: "submittedState", accepted: "acceptedState", locked: "lockedState" } as const;

export function Notices({ ledger, department, onShowRequested }: NoticesProps) {
  const say = useWords(fillWords);
  const session = useFilling();
  const view = useReturnView();
  useCopyVersion();
  useSyncVersion();
  const { sync, copy } = session;
  const isDown = sync.state === "down" || sync.state === "refusing";
  const keepsPage = keepsPages() && navigator.serviceWorker.controller !== null && session.isKept;
  const handed = view.state in handedIn ? handedIn[view.state as keyof typeof handedIn] : null;
  const style = { marginBottom: 8 };
  return (
    <>
      {isDown && (session.keptAt === null || session.draftsFailed) && (
        <Alert
          type="warning"
          showIcon
          style={style}
          title={session.draftsFailed ? say("draftsFailed") : keepsPage ? say("offlineHintApp") : say("offlineHintOpen")}
        />
      )}
      {!isDown && session.draftsFailed && copy.waiting > 0 && <Alert type="warning" showIcon style={style} title={say("draftsFailed")} />}
      {handed && (
        <Alert
          type="info"
          showIcon
          style={style}
          title={view.state === "locked" ? say("lockedHint") : say("handedIn", { state: say(handed) })}
          action={view.state === "locked" && <PathLink to={`/review/${view.organisation}/${view.year}`}>{say("askCorrection")}</PathLink>}
        />
      )}
      {view.state === "returned" && view.returnReason !== null && (
        <Alert
          type="warning"
          showIcon
          style={style}
          title={
            view.requested === null
              ? say("returnedAll", { reason: view.returnReason })
              : say("returnedSome", {
                  count: view.requested.length,
                  left: session.unedited().length,
                  reason: view.returnReason,
                })
          }
          action={
            onShowRequested && (
              <Button size="small" onClick={onShowRequested}>
                {say("showRequested")}
              </Button>
            )
          }
        />
      )}
      {ledger !== undefined && !handed && !session.canEdit(ledger) && (
        <Alert type="info" showIcon style={style} title={say("notYours", { department: department ?? "—" })} />
      )}
    </>
  );
}
