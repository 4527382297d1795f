/** Backup, restore, verification; saved mappings, other offices' exports, earlier years. */
import { compareExport } from "../../app/desk/compare-export.ts";
import { readExport } from "../../app/desk/export-suggestion.ts";
import { importEarlier } from "../../app/desk/import-earlier.ts";
import { assertWhole, restoreWhole } from "../../app/keeping-store.ts";
import { refuse } from "../../app/refusal.ts";
import type { keepingEndpoints } from "../contract/keeping.ts";
import type { Handlers } from "../handler.ts";
import { placeOf } from "./place-of.ts";

type Group = Omit<typeof keepingEndpoints, "GET /api/history" | "GET /api/history.xlsx">;

export const keepingResources: Handlers<Group> = {
  "GET /api/backup": async ({ world, actor, store }) => {
    await assertWhole(world.store, actor.organisation);
    const bytes = await world.backups.take(world.store);
    const at = world.clock.now();
    await store.transaction((_, desk) =>
      desk.acts.record([
        { organisation: actor.organisation, year: null, act: "store.backup", actor: actor.username, name: actor.name, at },
      ]),
    );
    return { name: `质报备份-${world.clock.now().slice(0, 19).replaceAll(":", "")}.zhibao`, bytes };
  },
  "POST /api/restore": async ({ world, actor, body, upload }) => ({ rows: await restoreWhole(world, actor, body.password, upload) }),
  "GET /api/verify": async ({ world, actor }) => {
    await assertWhole(world.store, actor.organisation);
    return world.store.verify();
  },
  "GET /api/mappings": async ({ store }) =>
    (await store.read((_, desk) => desk.mappings.list())).map((each) => ({ ...each, columns: [...each.columns] })),
  "POST /api/mappings": async ({ actor, store, body }) => {
    const mapping = { id: crypto.randomUUID(), ...body };
    await store.transaction((_, desk) => desk.mappings.add(actor.organisation, mapping));
    return mapping;
  },
  "DELETE /api/mappings/{id}": async ({ store, params }) => {
    if (!(await store.transaction((_, desk) => desk.mappings.remove(params.id)))) throw refuse("mapping-unknown", {});
  },
  "POST /api/exports/read": async ({ world, upload }) => {
    const sheets = readExport(world.index, await world.spreadsheets.readSheets(upload.bytes));
    return {
      sheets: sheets.map(({ header, sample, suggested, ...sheet }) => ({
        ...sheet,
        header: [...header],
        sample: sample.map((row) => [...row]),
        suggested: suggested && { ...suggested, columns: [...suggested.columns] },
      })),
    };
  },
  "POST /api/exports/compare/{organisation}/{year}": ({ world, store, params, body, upload }) =>
    compareExport(store, world, placeOf(params), body.mapping, upload),
  "POST /api/earlier/{organisation}": async ({ world, store, actor, params, upload, act }) => {
    const outcome = await importEarlier(store, world, actor, params.organisation, upload, act);
    return { ...outcome, problems: [...outcome.problems] };
  },
};
