/** Use cases on cycles: opening a year, and finding the cycle under which an organisation reports. */
import type { Cycle } from "../core/model/cycle.ts";
import { type Organisation, pathAt } from "../core/model/organisation.ts";
import { findOrganisation, isIsoDate } from "./organisations.ts";
import type { Act, Store, StoreReader } from "./ports.ts";
import { refuse } from "./refusal.ts";

export interface CycleRequest {
  readonly organisation: string;
  readonly year: number;
  readonly titleYear?: number;
  readonly period: "calendarYear" | "schoolYear";
  readonly issuedOn?: string;
  readonly deadlines?: Cycle["deadlines"];
  readonly extensions?: Cycle["extensions"];
  readonly outlines: Cycle["outlines"];
  readonly catalog: string;
  readonly sample: boolean;
}

/** Opens a cycle. @throws Refusal for a date that is none, an unknown organisation, or a year already open. */
export async function openCycle(store: Store, request: CycleRequest, act: Act): Promise<Cycle> {
  const dates = {
    印发日期: request.issuedOn,
    学校截止日期: request.deadlines?.school,
    县区截止日期: request.deadlines?.county,
    市级截止日期: request.deadlines?.city,
  };
  for (const [field, date] of Object.entries(dates))
    if (date !== undefined && !isIsoDate(date)) throw refuse("date-invalid", { field, found: date });
  const { year } = request;
  const cycle: Cycle = {
    organisation: request.organisation,
    year,
    titleYear: request.titleYear ?? year,
    dataPeriod:
      request.period === "calendarYear"
        ? { kind: "calendarYear", start: `${year}-01-01`, end: `${year}-12-31` }
        : { kind: "schoolYear", start: `${year - 1}-09-01`, end: `${year}-08-31` },
    issuedOn: request.issuedOn ?? null,
    deadlines: request.deadlines ?? { school: `${year}-12-15`, county: `${year + 1}-01-05`, city: `${year + 1}-01-20` },
    ...(request.extensions ? { extensions: request.extensions } : {}),
    outlines: request.outlines,
    catalog: request.catalog,
    sample: request.sample,
  };
  await store.transaction(async (writer) => {
    await findOrganisation(writer, request.organisation);
    if ((await writer.cycles(request.organisation)).some((each) => each.year === year))
      throw refuse("cycle-exists", { organisation: request.organisation, year });
    await writer.saveCycle(cycle, act);
  });
  return cycle;
}

/** The cycle of `year` under which `organisation` reports: its own or its nearest ancestor's. @throws Refusal when there is none. */
export async function findCycle(reader: Pick<StoreReader, "organisations" | "cycles">, organisation: string, year: number): Promise<Cycle> {
  return cycleIn({ organisations: await reader.organisations(), cycles: await reader.cycles() }, organisation, year);
}

/** The same among what was read already. @throws Refusal when there is none. */
export function cycleIn(
  { organisations, cycles }: { readonly organisations: readonly Organisation[]; readonly cycles: readonly Cycle[] },
  organisation: string,
  year: number,
): Cycle {
  if (!organisations.some((each) => each.code === organisation)) throw refuse("organisation-unknown", { code: organisation });
  const found = cycleAbove(organisations, cycles, organisation, year);
  if (!found) throw refuse("cycle-unknown", { organisation, year });
  return found;
}

function cycleAbove(
  organisations: readonly Organisation[],
  cycles: readonly Cycle[],
  organisation: string,
  year: number,
): Cycle | undefined {
  const ofYear = cycles.filter((cycle) => cycle.year === year);
  for (const cycle of ofYear) {
    if (pathAt(organisations, cycle.dataPeriod.end, organisation).includes(cycle.organisation)) return cycle;
  }
  return undefined;
}
