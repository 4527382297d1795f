/** Opens the store: the embedded server of a data folder, or the server of a URL (PostgreSQL 15 or newer, any ordinary user). */
import type { Location } from "./connections.ts";
import type { StoreKnowledge } from "./knowledge.ts";
import { createStore, type PostgresStore } from "./store.ts";

/**
 * Opens and brings the schema up to date. The caller closes it; the embedded server stops with the last one.
 * @throws Error, in one line, when no server can be had.
 */
export async function openStore(location: Location, knowledge: StoreKnowledge): Promise<PostgresStore> {
  const store = createStore(location, knowledge);
  try {
    await store.migrate();
    return store;
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
}
