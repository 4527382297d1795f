/** Organisations by date, cycles, breaks in series, and the catalog. */
import { gzipSync } from "node:zlib";
import { dayInChina } from "../../app/day.ts";
import { addBreak, changeCycle, openCycleWithin } from "../../app/cycle-changes.ts";
import { changeOrganisation, closeOrganisation, createOrganisation, mergeOrganisation } from "../../app/organisation-changes.ts";
import { findOrganisation } from "../../app/organisations.ts";
import { importOrganisationTable, organisationTableToFill } from "../../app/organisations-import.ts";
import { refuse } from "../../app/refusal.ts";
import { ancestry, type OrganisationNode, subtree, treeAt } from "../../core/model/organisation.ts";
import type { organisationEndpoints } from "../contract/organisations.ts";
import type { Handlers } from "../handler.ts";
import type { World } from "../world.ts";

export const organisationResources: Handlers<typeof organisationEndpoints> = {
  "GET /api/catalog/{hash}": async ({ world, params, headers }) => {
    if (params.hash !== "current" && params.hash !== world.catalog) throw refuse("catalog-unknown", {});
    const etag = `"${world.catalog}"`;
    const kept = {
      etag,
      vary: "accept-encoding",
      "cache-control": params.hash === "current" ? "private, no-cache" : "private, max-age=31536000, immutable",
    };
    if (headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: kept });
    const { text, gzip } = serialised(world);
    const compressed = /\bgzip\b/.test(headers.get("accept-encoding") ?? "");
    return new Response(compressed ? gzip : text, {
      headers: { ...kept, "content-type": "application/json; charset=utf-8", ...(compressed ? { "content-encoding": "gzip" } : {}) },
    });
  },
  "GET /api/organisations": async ({ world, query, store, actor }) => {
    const tree = treeAt(await store.organisations(), query.date ?? dayInChina(world.clock.now()));
    const below = subtree(tree, actor.organisation);
    return [...ancestry(tree, actor.organisation).slice(1).toReversed(), ...below].map(nodeOf);
  },
  "GET /api/organisations/{organisation}": ({ store, params }) => findOrganisation(store, params.organisation),
  "POST /api/organisations": async ({ world, body, actor, act }) => {
    const created = await createOrganisation(world.store, actor.organisation, body, act);
    return nodeOf({ ...created.versions[0]!, code: created.code, kind: created.kind });
  },
  "POST /api/organisations/{organisation}/versions": ({ world, params, body, actor, act }) =>
    changeOrganisation(world.store, actor.organisation, params.organisation, body, act),
  "POST /api/organisations/{organisation}/close": ({ world, params, body, actor, act }) =>
    closeOrganisation(world.store, actor.organisation, params.organisation, body.on, act("organisation.close", body.reason)),
  "POST /api/organisations/{organisation}/merge": ({ world, params, body, actor, act }) =>
    mergeOrganisation(world.store, actor.organisation, params.organisation, body.into, body.on, act("organisation.merge", body.reason)),
  "POST /api/organisations/import": ({ world, query, upload, actor, act }) =>
    importOrganisationTable(
      world.store,
      world.spreadsheets,
      actor.organisation,
      upload.bytes,
      query.preview === "true" ? null : act("org.import", upload.name),
    ),
  "GET /api/organisations/template.xlsx": async ({ world, actor }) => ({
    name: "机构导入表.xlsx",
    bytes: await organisationTableToFill(world.store, world.spreadsheets, actor.organisation),
  }),
  "GET /api/cycles": ({ store }) => store.cycles(),
  "POST /api/cycles": ({ world, body, actor, act }) =>
    openCycleWithin(
      world.store,
      world.index,
      actor.organisation,
      { ...body, catalog: world.catalog, sample: world.demoAccounts !== null },
      act("cycle.open"),
    ),
  "PATCH /api/cycles/{organisation}/{year}": ({ world, params, body, actor, act }) =>
    changeCycle(world.store, actor.organisation, params.organisation, Number(params.year), body, act("cycle.change")),
  "GET /api/breaks": ({ store }) => store.breaks(),
  "POST /api/breaks": ({ world, body, actor, act }) =>
    addBreak(world.store, world.index, actor.organisation, body, act("break", body.reason)),
};

function nodeOf({ code, kind, name, shortName, parent, attributes, from, to }: Omit<OrganisationNode, "children">) {
  return { code, kind, name, shortName: shortName ?? null, parent, attributes: { ...attributes }, from, to };
}

const written = new WeakMap<World["index"], { text: string; gzip: Uint8Array<ArrayBuffer> }>();

/** The catalog as text, written and compressed once. */
function serialised({ index }: World): { text: string; gzip: Uint8Array<ArrayBuffer> } {
  let found = written.get(index);
  if (!found) {
    const text = JSON.stringify(index.knowledge);
    found = { text, gzip: new Uint8Array(gzipSync(text)) };
    written.set(index, found);
  }
  return found;
}
