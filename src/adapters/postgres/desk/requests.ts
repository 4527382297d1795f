/** Slots to which versions were given back. */
import type { Requests } from "../../../app/desk/requests.ts";
import type { Database } from "../tables.ts";

export function createRequests(database: Database): Requests {
  return {
    request: async (organisation, year, version, slots) => {
      if (slots.length === 0) return;
      const rows = slots.map(({ slot, reason }) => ({ organisation, year, version, slot, reason }));
      await database
        .insertInto("requested_slots")
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(["organisation", "year", "version", "slot"]).doUpdateSet((set) => ({ reason: set.ref("excluded.reason") })),
        )
        .execute();
    },
  };
}
