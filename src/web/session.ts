/** Who is signed in, and signing in and out. */
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useRef } from "react";
import {
  type AnswerOf,
  call,
  personNamed,
  problemOf,
  ServerProblem,
  speakFor,
  spokenFor,
  tellSessionEnded,
  Unreachable,
} from "./client.ts";
import { answerOrKept, keeping } from "./offline/reads.ts";

export type Me = AnswerOf<"GET /api/me">;

/** Set to the id of somebody who signed out without a connection while the server does not know it yet. */
const leaving = "zhibao.leaving";

/** Null when nobody is signed in; without a connection whoever was signed in last on this computer and did not sign out. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ client, queryKey }): Promise<Me | null> => {
    if (localStorage.getItem(leaving) !== null && !(await leaves())) return null;
    try {
      const { answer } = await answerOrKept(askMe, async () => (await keeping()).keptPerson<Me>());
      speakFor(answer.id);
      return answer;
    } catch (error) {
      if (!(error instanceof ServerProblem) || error.status !== 401) throw error;
      const known = client.getQueryData<Me | null>(queryKey);
      // Another person signed in in another window: what is kept on this computer is that person's by now.
      if (error.isOfAnother) return known ?? null;
      // Under an open page the password is asked for above it; what is kept on this computer waits for it too.
      if (known) tellSessionEnded();
      await forgetKept();
      return known ?? null;
    }
  },
  staleTime: 60_000,
});

async function askMe(): Promise<Me> {
  const me = await call("GET /api/me", {});
  if (!me.mustChangePassword) void keeping().then((kept) => kept.keepPerson(me));
  return me;
}

async function forgetKept(): Promise<void> {
  await (await keeping()).forget();
}

/** The signed-in person, on pages that are shown to nobody else. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  // Whoever just signed out is still on the page until the next one is drawn.
  const last = useRef(data);
  if (data) last.current = data;
  if (!last.current) throw new Error("nobody is signed in");
  return last.current;
}

/** Whoever is signed in in this browser by now, whatever this window believes. @throws as `call` */
export const whoIsThere = (): Promise<Me> => call("GET /api/me", {}, null);

/** @throws ServerProblem with the server's reason, Unreachable when it does not answer. */
export async function signIn(username: string, password: string): Promise<void> {
  const response = await post("/api/auth/sign-in/username", { username, password });
  if (!response.ok) throw await problemOf(response);
  localStorage.removeItem(leaving);
  speakFor(null);
  await forgetKept();
}

/** Nothing of the person stays on this computer but unsaved edits; without a connection the server hears of it with the next. */
export async function signOut(): Promise<void> {
  localStorage.setItem(leaving, spokenFor() ?? "");
  await forgetKept();
  await leaves();
  speakFor(null);
}

async function leaves(): Promise<boolean> {
  try {
    // Who signed in meanwhile in another window stays signed in: the server refuses, and there is nothing left to end.
    const response = await post("/api/auth/sign-out", {}, localStorage.getItem(leaving) || null);
    if (!response.ok && response.status >= 500) return false;
    localStorage.removeItem(leaving);
    return true;
  } catch {
    return false;
  }
}

async function post(path: string, body: unknown, person: string | null = null): Promise<Response> {
  try {
    return await fetch(path, {
      method: "POST",
      headers: { ...personNamed(person), "content-type": "application/json" },
      body: JSON.stringify(body),
      credentials: "same-origin",
    });
  } catch (error) {
    throw new Unreachable("the server does not answer", { cause: error });
  }
}
