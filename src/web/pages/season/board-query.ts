/** Asks for the board; asked anew each minute while somebody looks. */
import { call } from "../../client.ts";
import type { Board } from "./board-counts.ts";

export const boardQuery = (organisation: string, year: number) => ({
  queryKey: ["board", organisation, year],
  queryFn: (): Promise<Board> => call("GET /api/season/{organisation}/{year}/board", { params: { organisation, year } }),
  refetchInterval: 60_000,
});
