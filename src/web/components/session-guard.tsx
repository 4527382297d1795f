/** Notices that a session ended under an open page, and brings the dialog that asks for the password. */
import { lazy, Suspense, useEffect, useState } from "react";
import { whenSessionEnds } from "../client.ts";

const SessionDialog = lazy(async () => ({ default: (await import("./session-dialog.tsx")).SessionDialog }));

export function SessionGuard() {
  const [ended, setEnded] = useState(false);
  useEffect(() => whenSessionEnds(() => setEnded(true)), []);
  if (!ended) return null;
  return (
    <Suspense fallback={null}>
      <SessionDialog signedIn={() => setEnded(false)} />
    </Suspense>
  );
}
