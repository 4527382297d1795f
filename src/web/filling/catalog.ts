/** The catalog by its hash: it never changes under one hash, so it is asked for once. */
import { queryOptions } from "@tanstack/react-query";
import type { Knowledge } from "../../core/definition/knowledge.ts";
import { call } from "../client.ts";
import { readOrKept } from "../offline/reads.ts";

export const catalogQuery = (hash: string) =>
  queryOptions({
    queryKey: ["catalog", hash],
    queryFn: (): Promise<Knowledge> => call("GET /api/catalog/{hash}", { params: { hash } }),
    staleTime: Infinity,
    gcTime: Infinity,
  });

/** The same, also kept on this computer for filling without a connection. */
export const ownCatalogQuery = (user: string, hash: string) =>
  queryOptions({
    ...catalogQuery(hash),
    queryFn: async (): Promise<Knowledge> => (await readOrKept(user, "GET /api/catalog/{hash}", { params: { hash } })).answer,
  });
