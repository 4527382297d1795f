/** Who is signed in, and signing in and out. */
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { type AnswerOf, call, problemOf, ServerProblem, Unreachable } from "./client.ts";

export type Me = AnswerOf<"GET /api/me">;

/** Null when nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await call("GET /api/me", {});
    } catch (error) {
      if (error instanceof ServerProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The signed-in person, on pages that are shown to nobody else. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (!data) throw new Error("nobody is signed in");
  return data;
}

/** @throws ServerProblem with the server's reason, Unreachable when it does not answer. */
export async function signIn(username: string, password: string): Promise<void> {
  const response = await post("/api/auth/sign-in/username", { username, password });
  if (!response.ok) throw await problemOf(response);
}

export async function signOut(): Promise<void> {
  await post("/api/auth/sign-out", {});
}

async function post(path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      credentials: "same-origin",
    });
  } catch (error) {
    throw new Unreachable("the server does not answer", { cause: error });
  }
}
