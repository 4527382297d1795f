/** History as people search it: every act on the desk, and every chained entry that no such act names. */

export interface HistoryQuery {
  readonly organisation?: string;
  readonly year?: number;
  /** Codes of acts; empty finds nothing. */
  readonly acts?: readonly string[];
  /** Words of the person's name, the reason or the detail; an act, organisation or user name of these lists matches too. */
  readonly search?: string;
  readonly searchActs?: readonly string[];
  readonly searchOrganisations?: readonly string[];
  readonly searchActors?: readonly string[];
  /** ISO instants, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Only lines older than this position. */
  readonly before?: number;
  readonly limit: number;
}

export interface HistoryLine {
  /** Position, counted from the oldest line in sight: what paging goes by. */
  readonly id: number;
  readonly organisation: string;
  readonly year: number | null;
  readonly act: string;
  readonly actor: string;
  readonly name: string;
  /** Told with the person's name; else `name` is a user name, as acts on organisations and by command leave it. */
  readonly isNamed: boolean;
  readonly at: string;
  readonly reason: string;
  readonly detail: string;
  readonly hash: string | null;
}

export interface HistoryLines {
  /** Newest first. */
  search(query: HistoryQuery): Promise<HistoryLine[]>;
  /** Codes of all acts in sight. */
  acts(): Promise<string[]>;
  /** The people who acted on an organisation, by user name. */
  names(organisation: string): Promise<ReadonlyMap<string, string>>;
}
