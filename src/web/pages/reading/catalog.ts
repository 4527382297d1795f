/** The program's own catalog: asked for again each time, answered from the browser's store while it has not changed. */
import { queryOptions } from "@tanstack/react-query";
import { KnowledgeIndex } from "../../../core/definition/knowledge.ts";
import { call } from "../../client.ts";

export const catalogQuery = queryOptions({
  queryKey: ["catalog-index", "current"],
  queryFn: async () => new KnowledgeIndex(await call("GET /api/catalog/{hash}", { params: { hash: "current" } })),
  staleTime: 3_600_000,
  gcTime: Infinity,
  structuralSharing: false,
});
