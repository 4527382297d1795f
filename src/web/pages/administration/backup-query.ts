/** When the store was backed up last, from the history of acts; null when never. */
import { queryOptions } from "@tanstack/react-query";
import { call } from "../../client.ts";

export const lastBackupQuery = queryOptions({
  queryKey: ["last-backup"],
  queryFn: async () => (await call("GET /api/history", { query: { act: "store.backup", limit: "1" } })).lines[0] ?? null,
});
