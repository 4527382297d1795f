/** Opens a return for filling: from the server, or without a connection as it was last seen on this computer. */
import type { QueryClient } from "@tanstack/react-query";
import { call } from "../client.ts";
import { readOrKept } from "../offline/reads.ts";
import type { Me } from "../session.ts";
import { catalogQuery, ownCatalogQuery } from "./catalog.ts";
import { KeptReturn } from "./kept-return.ts";
import type { Opened } from "./session.ts";

/** Only the person's own organisation is kept: it is what he fills. */
export async function openReturn(queries: QueryClient, me: Me, organisation: string, year: string): Promise<Omit<Opened, "user">> {
  const params = { organisation, year };
  if (organisation !== me.organisation) {
    const [view, earlier] = await Promise.all([
      call("GET /api/returns/{organisation}/{year}", { params }),
      call("GET /api/returns/{organisation}/{year}/earlier", { params }),
    ]);
    return { view, earlier, knowledge: await queries.ensureQueryData(catalogQuery(view.document.catalog)), keeper: null, kept: null };
  }
  const keeper = new KeptReturn(me.id, organisation, year);
  const [{ answer: view, keptAt }, { answer: earlier }] = await Promise.all([
    readOrKept(me.id, "GET /api/returns/{organisation}/{year}", { params }),
    readOrKept(me.id, "GET /api/returns/{organisation}/{year}/earlier", { params }),
  ]);
  const knowledge = await queries.ensureQueryData(ownCatalogQuery(me.id, view.document.catalog));
  if (keptAt === null) return { view, earlier, knowledge, keeper, kept: null };
  const { at, ...since } = await keeper.since();
  return { view, earlier, knowledge, keeper, kept: { ...since, at: at ?? keptAt } };
}
