/** The catalog in the browser: loaded once, when a page needs definitions. */
import { queryOptions } from "@tanstack/react-query";
import { KnowledgeIndex } from "../../../core/definition/knowledge.ts";

export const catalogQuery = queryOptions({
  queryKey: ["bundled-catalog"],
  queryFn: async () => new KnowledgeIndex((await import("../../../catalog/knowledge.ts")).knowledge),
  staleTime: Infinity,
  gcTime: Infinity,
});
