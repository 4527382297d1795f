/** The desk on PostgreSQL, in one transaction whose scope the store has set. */
import type { Desk } from "../../../app/desk/desk.ts";
import type { Database } from "../tables.ts";
import { createActs } from "./acts.ts";
import { createComments } from "./comments.ts";
import { createCorrections } from "./corrections.ts";
import { createEvidence } from "./evidence.ts";
import { createHistoryLines } from "./history-lines.ts";
import { createMappings } from "./mappings.ts";
import { createProgress } from "./progress.ts";
import { createReminders } from "./reminders.ts";
import { createRequests } from "./requests.ts";
import { createWorking } from "./working.ts";

export function createDesk(database: Database): Desk {
  return {
    acts: createActs(database),
    comments: createComments(database),
    corrections: createCorrections(database),
    evidence: createEvidence(database),
    history: createHistoryLines(database),
    mappings: createMappings(database),
    progress: createProgress(database),
    reminders: createReminders(database),
    requests: createRequests(database),
    working: createWorking(database),
  };
}
