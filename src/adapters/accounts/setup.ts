/** The one-time link of the first administrator: its token is kept as a hash and used up by the first who succeeds with it. */
import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Setup } from "../../app/accounts.ts";
import { refuse } from "../../app/refusal.ts";
import type { Tables } from "../postgres/tables.ts";
import { sha256 } from "../system/hash.ts";

const name = "setup-token";

export function createSetup(database: Kysely<Tables>): Setup {
  return {
    issue: async () => {
      const token = randomBytes(24).toString("base64url");
      const value = JSON.stringify({ hash: sha256(token) });
      await sql`insert into settings (name, value) values (${name}, ${value}::jsonb) on conflict (name) do update set value = excluded.value`.execute(
        database,
      );
      return token;
    },
    redeem: (token, work) =>
      database.transaction().execute(async (transaction) => {
        // The row stays locked until we are done: of two at once, the second finds it gone.
        const row = await transaction.selectFrom("settings").select("value").where("name", "=", name).forUpdate().executeTakeFirst();
        if ((row?.value as { hash?: string } | undefined)?.hash !== sha256(token)) throw refuse("setup-token", {});
        const result = await work();
        await transaction.deleteFrom("settings").where("name", "=", name).execute();
        return result;
      }),
  };
}
