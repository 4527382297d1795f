/** What the pages of reviewing ask of the server, and what is asked again after an act. */
import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { type AnswerOf, call } from "../client.ts";

export type QueueLine = AnswerOf<"GET /api/review/{organisation}/{year}">[number];
export type ReviewView = AnswerOf<"GET /api/returns/{organisation}/{year}/review">;
export type Difference = ReviewView["differences"][number];
export type Remark = AnswerOf<"GET /api/returns/{organisation}/{year}/comments">[number];
export type Evidence = AnswerOf<"GET /api/returns/{organisation}/{year}/evidence">[number];
export type Correction = AnswerOf<"GET /api/corrections/{year}">[number];
export type QueueState = "submitted" | "returned" | "accepted" | "locked";

export interface Place {
  readonly organisation: string;
  readonly year: number;
}

export const queueQuery = ({ organisation, year }: Place, state: QueueState) =>
  queryOptions({
    queryKey: ["review", organisation, year, state],
    queryFn: () => call("GET /api/review/{organisation}/{year}", { params: { organisation, year }, query: { state } }),
  });

export const reviewQuery = (place: Place) =>
  queryOptions({
    queryKey: ["return", place.organisation, place.year, "review"],
    queryFn: () => call("GET /api/returns/{organisation}/{year}/review", { params: { ...place } }),
  });

export const remarksQuery = (place: Place) =>
  queryOptions({
    queryKey: ["return", place.organisation, place.year, "comments"],
    queryFn: () => call("GET /api/returns/{organisation}/{year}/comments", { params: { ...place } }),
  });

/** What is attached and not withdrawn; the pages of filling ask by the same key. */
export const evidenceQuery = ({ organisation, year }: Place) =>
  queryOptions({
    queryKey: ["evidence", organisation, year],
    queryFn: () => call("GET /api/returns/{organisation}/{year}/evidence", { params: { organisation, year } }),
    staleTime: 30_000,
  });

export const correctionsQuery = (year: number) =>
  queryOptions({ queryKey: ["corrections", year], queryFn: () => call("GET /api/corrections/{year}", { params: { year } }) });

export const summaryQuery = (place: Place) =>
  queryOptions({
    queryKey: ["return", place.organisation, place.year, "summary"],
    queryFn: () => call("GET /api/returns/{organisation}/{year}/summary", { params: { ...place } }),
  });

export const returnQuery = (place: Place) =>
  queryOptions({
    queryKey: ["return", place.organisation, place.year, "view"],
    queryFn: () => call("GET /api/returns/{organisation}/{year}", { params: { ...place } }),
  });

/** The program's catalog, for names of ledgers and columns. */
export const catalogQuery = queryOptions({
  queryKey: ["catalog", "current"],
  queryFn: () => call("GET /api/catalog/{hash}", { params: { hash: "current" } }),
  staleTime: Infinity,
});

export const findingsQuery = (place: Place) =>
  queryOptions({
    queryKey: ["return", place.organisation, place.year, "findings"],
    queryFn: () => call("GET /api/returns/{organisation}/{year}/findings", { params: { ...place } }),
  });

/** After something was done to a return: its pages, the queue and the day's work say what is now. */
export async function refresh(queries: QueryClient, place: Place): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["return", place.organisation, place.year] }),
    queries.invalidateQueries({ queryKey: ["review"] }),
    queries.invalidateQueries({ queryKey: ["corrections"] }),
    queries.invalidateQueries({ queryKey: ["tasks"] }),
  ]);
}
