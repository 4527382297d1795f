/**
 * The desk: what people work on before a version of a return is filed, and around it. One small port for
 * each thing; all of them work in one transaction behind the walls of one account's organisation.
 */
import type { StoreReader, StoreWriter } from "../ports.ts";
import type { Acts } from "./acts.ts";

export interface Desk {
  readonly acts: Acts;
}

/** The store as one account's organisation may use it: its subtree, reading and writing. */
export interface ScopedStore extends StoreReader {
  /** Reads and writes returns and desk in one transaction. */
  transaction<T>(work: (writer: StoreWriter, desk: Desk) => Promise<T>): Promise<T>;
}
