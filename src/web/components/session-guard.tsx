/** Notices that the session of an open page ended or became another person's, and brings the dialog that asks for the password. */
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { type SessionLoss, whenSessionEnds } from "../client.ts";

const SessionDialog = lazy(async () => ({ default: (await import("./session-dialog.tsx")).SessionDialog }));

export function SessionGuard() {
  const [loss, setLoss] = useState<SessionLoss | null>(null);
  const quiet = useQuiet(loss !== null);
  useEffect(() => whenSessionEnds(setLoss), []);
  if (loss === null || !quiet) return null;
  return (
    <Suspense fallback={null}>
      <SessionDialog loss={loss} signedIn={() => setLoss(null)} />
    </Suspense>
  );
}

/** Without a key for so long, in milliseconds, nobody is typing. */
const pause = 1500;

/**
 * Whether the dialog may come: one that takes the focus in the middle of a number would leave half of it in the cell and
 * take the rest as a password. Once it may, it may until it is not wanted any more.
 */
function useQuiet(wanted: boolean): boolean {
  const [quiet, setQuiet] = useState(false);
  const typing = useRef({ last: 0, composing: false });
  useEffect(() => {
    const note = ({ type }: Event): void => {
      const { composing } = typing.current;
      typing.current = { last: Date.now(), composing: type === "compositionstart" || (composing && type !== "compositionend") };
    };
    const kinds = ["keydown", "compositionstart", "compositionend"] as const;
    for (const kind of kinds) document.addEventListener(kind, note, true);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, note, true);
    };
  }, []);
  useEffect(() => {
    if (!wanted) return setQuiet(false);
    const look = (): void => {
      const { last, composing } = typing.current;
      if (!composing && Date.now() - last >= pause && document.querySelector(".cell-input.typing") === null) setQuiet(true);
    };
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [wanted]);
  return quiet;
}
