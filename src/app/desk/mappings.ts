/** Saved mappings: which column of another office's export feeds which cell. */

export interface MappedColumn {
  readonly header: string;
  readonly element: string;
  /** Key of members, "" for none. */
  readonly members: string;
  /** The export's number times this is the cell's. */
  readonly factor: "1" | "10000" | "0.0001";
}

export interface MappingDraft {
  readonly name: string;
  /** Name of the sheet from which it was made. */
  readonly sheet: string;
  /** Row of the header, from 1. */
  readonly headerRow: number;
  /** Empty: the whole table is of one organisation. */
  readonly organisationColumn: string;
  readonly columns: readonly MappedColumn[];
}

export interface Mapping extends MappingDraft {
  readonly id: string;
}

export interface Mappings {
  /** Those of the subtree, by name. */
  list(): Promise<Mapping[]>;
  /** In place of the organisation's own of the same name. */
  add(organisation: string, mapping: Mapping): Promise<void>;
  /** Whether there was one. */
  remove(id: string): Promise<boolean>;
}
