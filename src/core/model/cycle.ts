/**
 * A cycle (年度) is one round of reporting. Title year, data period and date of issue are three things:
 * until 2020 the title year was the year reported, from 2022 the year after, and so on.
 */

export interface DataPeriod {
  readonly kind: "calendarYear" | "schoolYear";
  /** ISO dates, both inclusive. */
  readonly start: string;
  readonly end: string;
}

export interface Cycle {
  /** City (or other root) whose season it is. */
  readonly organisation: string;
  /** The year the report speaks of: the key by which commands name a cycle. */
  readonly year: number;
  /** The year in the report's title. */
  readonly titleYear: number;
  readonly dataPeriod: DataPeriod;
  /** Date under the report; null until published. */
  readonly issuedOn: string | null;
  /** Deadline (ISO date) by kind of organisation. */
  readonly deadlines: Readonly<Partial<Record<"school" | "county" | "city", string>>>;
  /** Later deadlines (ISO date) granted to single organisations, by code. */
  readonly extensions?: Readonly<Record<string, string>>;
  /** Outline codes by level. */
  readonly outlines: Readonly<{ city: string; school: string }>;
  /** Content hash of the catalog pinned for this year. */
  readonly catalog: string;
  /** Data are invented: every page made from them says 示例数据. */
  readonly sample: boolean;
}

/** The last day (ISO date) on which `organisation` files in time; null where none is set. */
export function deadlineOf(
  cycle: Pick<Cycle, "deadlines" | "extensions">,
  organisation: { readonly code: string; readonly kind: string },
): string | null {
  const { school, county, city } = cycle.deadlines;
  const byKind: Readonly<Record<string, string | undefined>> = { school, county, city };
  return cycle.extensions?.[organisation.code] ?? byKind[organisation.kind] ?? null;
}

/** A break in a series (口径变化): no growth is stated between the years before and from `year`. */
export interface SeriesBreak {
  readonly organisation: string;
  /** Element or indicator code. */
  readonly measure: string;
  /** First year on the new basis. */
  readonly year: number;
  readonly reason: string;
}
