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
  readonly organisationColumn: string;
  readonly columns: readonly MappedColumn[];
}

export interface Mapping extends MappingDraft {
  readonly id: string;
}

export interface Mappings {
  /** Those of the subtree, by name. */
  list(): Promise<Mapping[]>;
  add(organisation: string, mapping: Mapping): Promise<void>;
  /** Whether there was one. */
  remove(id: string): Promise<boolean>;
}
