/** The desk on PostgreSQL, in one transaction whose scope the store has set. */
import type { Desk } from "../../../app/desk/desk.ts";
import type { Database } from "../tables.ts";
import { createActs } from "./acts.ts";

export function createDesk(database: Database): Desk {
  return { acts: createActs(database) };
}
