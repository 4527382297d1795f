/** Filling a return over HTTP: the working copy, saving edits, what others changed meanwhile. */
import { changesSince, readEarlier, viewOf } from "../../app/desk/read-return.ts";
import { saveEdits } from "../../app/desk/save-edits.ts";
import type { returnEndpoints } from "../contract/returns.ts";
import type { Handlers } from "../handler.ts";
import { placeOf } from "./place-of.ts";
import { validated } from "../validated.ts";
import { signingResources } from "./signing.ts";
import { workbookResources } from "./workbook.ts";

export const returnResources: Handlers<typeof returnEndpoints> = {
  ...signingResources,
  ...workbookResources,
  "GET /api/returns/{organisation}/{year}": async (call) => {
    const { world, actor, store, params } = call;
    const place = placeOf(params);
    const opened = await store.open(place.organisation, place.year);
    return validated(call, [place, opened.stamp], async () => {
      const view = viewOf(opened, world.index, world.catalog, actor, place);
      return {
        ...view,
        ledgers: [...view.ledgers],
        editable: [...view.editable],
        requested: view.requested && [...view.requested],
        confirmations: [...view.confirmations],
      };
    });
  },
  "GET /api/returns/{organisation}/{year}/earlier": async ({ store, params }) => {
    const { facts, breaks, organisations, yearEnds } = await readEarlier(store, placeOf(params));
    return { facts: [...facts], breaks: [...breaks], organisations: [...organisations], yearEnds };
  },
  "POST /api/returns/{organisation}/{year}/edits": async ({ world, actor, store, params, body, act }) => {
    const { sequence, results } = await saveEdits(store, world.index, actor, placeOf(params), body.edits, act("edit"));
    return { sequence, results: [...results] };
  },
  "GET /api/returns/{organisation}/{year}/changes": async ({ store, params, query }) =>
    changesSince(store, placeOf(params), Number(query.since)),
};
