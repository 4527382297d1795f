/** Reads that a page needs without a connection: the server's answer whenever it answers, else the one kept on this computer, marked with its time. */
import { address, type AnswerOf, callForText, type GetKey, isUnreachable, type Request } from "../client.ts";
import { connection } from "./connection.ts";
import type { Kept } from "./kept.ts";

/** A line that is up and carries nothing: so many milliseconds for an answer before the kept one is shown. */
const patience = 8000;

/** Over https and on this computer a worker keeps the page itself; over plain http the open page must stay open. */
export function keepsPages(): boolean {
  return window.isSecureContext && "serviceWorker" in navigator;
}

/** Loaded when it is needed: the sign-in page does without. */
export const keeping = (): Promise<typeof import("./kept.ts")> => import("./kept.ts");

/** @throws what `ask` throws, unless the server cannot be reached and something is kept. */
export async function answerOrKept<T>(
  ask: () => Promise<T>,
  find: () => Promise<Kept<T> | null>,
): Promise<{ answer: T; keptAt: Date | null }> {
  const asked = ask();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), patience);
  });
  try {
    const first = await Promise.race([asked.then((answer) => ({ answer, keptAt: null })), late]);
    if (first !== "late") return first;
  } catch (error) {
    const kept = isUnreachable(error) ? await find() : null;
    if (!kept) throw error;
    return shown(kept);
  } finally {
    clearTimeout(timer);
  }
  const kept = await find();
  if (!kept) return { answer: await asked, keptAt: null };
  asked.catch(() => undefined);
  return shown(kept);
}

function shown<T>({ answer, at }: Kept<T>): { answer: T; keptAt: Date } {
  connection.showsKept(at);
  return { answer, keptAt: at };
}

/** One of a person's reads; what the server answers is kept for the next time without it. */
export function readOrKept<K extends GetKey>(
  user: string,
  key: K,
  request: Request<K>,
): Promise<{ answer: AnswerOf<K>; keptAt: Date | null }> {
  const path = address(key, request);
  return answerOrKept(
    async () => {
      const { answer, text } = await callForText(key, request, user);
      void keeping().then((kept) => kept.keepAnswer(user, path, text));
      return answer;
    },
    async () => (await keeping()).keptAnswer<AnswerOf<K>>(user, path),
  );
}
