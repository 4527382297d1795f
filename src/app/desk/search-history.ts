/** The history as people ask for it: by words of acts and organisations as well as of reasons, by days in China's time. */
import { dayInChina } from "../day.ts";
import { isIsoDate } from "../organisations.ts";
import { refuse } from "../refusal.ts";
import { actText } from "./act-names.ts";
import type { ScopedStore } from "./desk.ts";
import type { HistoryLine } from "./history-lines.ts";
import { nameAt } from "./in-sight.ts";

export interface HistoryRequest {
  readonly organisation?: string | undefined;
  readonly year?: string | undefined;
  readonly act?: string | undefined;
  readonly search?: string | undefined;
  /** ISO dates. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: string | undefined;
}

export interface ToldLine extends HistoryLine {
  readonly organisationName: string;
  readonly actText: string;
}

export interface FoundHistory {
  readonly lines: ToldLine[];
  readonly acts: { act: string; text: string }[];
  readonly more: boolean;
}

/** Positions are integers of the store. */
const lastPosition = 2_147_483_647;

/** At most `limit` lines, newest first. @throws Refusal for a date that is none. */
export async function searchHistory(store: ScopedStore, request: HistoryRequest, limit: number): Promise<FoundHistory> {
  const { organisation, year, act, before } = request;
  const search = request.search?.trim();
  return store.read(async (reader, desk) => {
    const organisations = await reader.organisations();
    const acts = (await desk.history.acts()).map((code) => ({ act: code, text: actText(code) }));
    const found = await desk.history.search({
      ...(organisation === undefined ? {} : { organisation }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(act === undefined ? {} : { acts: [act] }),
      ...(search === undefined || search === ""
        ? {}
        : {
            search,
            searchActs: acts.filter(({ text }) => text.includes(search)).map((each) => each.act),
            searchOrganisations: organisations
              .filter((each) => each.code === search || each.versions.some(({ name }) => name.includes(search)))
              .map(({ code }) => code),
          }),
      ...(request.from === undefined ? {} : { from: instantOf("起始日期", request.from, "00:00:00.000") }),
      ...(request.to === undefined ? {} : { to: instantOf("截止日期", request.to, "23:59:59.999") }),
      ...(before === undefined ? {} : { before: Math.min(Number(before), lastPosition) }),
      limit: limit + 1,
    });
    return {
      lines: found.slice(0, limit).map((line) => ({
        ...line,
        organisationName: nameAt(organisations, line.organisation, dayInChina(line.at)),
        actText: actText(line.act),
      })),
      acts,
      more: found.length > limit,
    };
  });
}

function instantOf(field: string, date: string, time: string): string {
  if (!isIsoDate(date)) throw refuse("date-invalid", { field, found: date });
  return new Date(`${date}T${time}+08:00`).toISOString();
}
