/** Acts in words: appended, never changed. */
import type { Acts } from "../../../app/desk/acts.ts";
import type { Database } from "../tables.ts";

export function createActs(database: Database): Acts {
  return {
    record: async (acts) => {
      if (acts.length === 0) return;
      const rows = acts.map(({ reason = "", detail = "", hash = null, ...act }) => ({ ...act, reason, detail, hash }));
      await database.insertInto("acts").values(rows).execute();
    },
  };
}
