/** Does something on the server with a busy button, and says what came of it. */
import { App } from "antd";
import { useState } from "react";
import { useSayProblem } from "../components/problem.tsx";

export interface Doing {
  readonly busy: boolean;
  /** Whether it was done; a refusal is shown in the server's words. */
  run(work: () => Promise<unknown>, done?: string): Promise<boolean>;
}

export function useDoing(): Doing {
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    run: async (work, done) => {
      setBusy(true);
      try {
        await work();
        if (done !== undefined) void message.success(done);
        return true;
      } catch (error) {
        void message.error(sayProblem(error), 6);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
