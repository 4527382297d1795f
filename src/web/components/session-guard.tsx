/** Notices that the session of an open page ended or became another person's, and brings the dialog that asks for the password. */
import { lazy, Suspense, useEffect, useState } from "react";
import { type SessionLoss, whenSessionEnds } from "../client.ts";

const SessionDialog = lazy(async () => ({ default: (await import("./session-dialog.tsx")).SessionDialog }));

export function SessionGuard() {
  const [loss, setLoss] = useState<SessionLoss | null>(null);
  useEffect(() => whenSessionEnds(setLoss), []);
  if (loss === null) return null;
  return (
    <Suspense fallback={null}>
      <SessionDialog loss={loss} signedIn={() => setLoss(null)} />
    </Suspense>
  );
}
