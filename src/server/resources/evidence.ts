/** Evidence over HTTP: upload, list, content, withdrawal. */
import { attachEvidence, largestEvidence, withdrawEvidence } from "../../app/desk/evidence.ts";
import type { evidenceEndpoints } from "../contract/evidence.ts";
import type { Handlers } from "../handler.ts";
import { notFound } from "../problem.ts";
import { placeOf } from "./place-of.ts";

export const evidenceResources: Handlers<typeof evidenceEndpoints> = {
  "GET /api/returns/{organisation}/{year}/evidence": async ({ store, params }) => {
    const { organisation, year } = placeOf(params);
    return store.read((_, { evidence }) => evidence.list(organisation, year));
  },
  "POST /api/returns/{organisation}/{year}/evidence": async ({ world, actor, store, params, body, upload, act }) =>
    attachEvidence(
      store,
      { index: world.index, sha256: world.sha256, newId: () => crypto.randomUUID() },
      actor,
      placeOf(params),
      body.place,
      upload,
      largestEvidence,
      act("evidence.attach"),
    ),
  "GET /api/returns/{organisation}/{year}/evidence/{id}/content": async ({ store, params }) => {
    const { organisation, year } = placeOf(params);
    return store.read(async (_, { evidence }) => {
      const found = await evidence.find(organisation, year, params.id);
      if (!found) throw notFound();
      return { name: found.name, bytes: await evidence.content(organisation, found.hash), type: found.type };
    });
  },
  "DELETE /api/returns/{organisation}/{year}/evidence/{id}": async ({ world, actor, store, params, act }) =>
    withdrawEvidence(store, world.index, actor, placeOf(params), params.id, act("evidence.withdraw")),
};
