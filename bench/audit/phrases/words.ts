/** Words: what a report calls the things of its world; one report keeps to one set. */

export interface Words {
  /** By key of the fact; synonyms are what a benign edit may put in one place. */
  readonly things: Readonly<Record<string, readonly [label: string, unit: string, ...synonyms: string[]]>>;
  readonly rates: Readonly<Record<"placed" | "matched" | "certified" | "passed", string>>;
  readonly perHead: Readonly<Record<"books" | "equipment" | "floor" | "stations", string>>;
  readonly scopes: Readonly<Record<"city" | "school" | "province", readonly string[]>>;
}
