/** The history as people ask for it: by words of acts and organisations as well as of reasons, by days in China's time. */
import { dayInChina } from "../day.ts";
import { isIsoDate } from "../organisations.ts";
import { type Bilingual, refuse } from "../refusal.ts";
import { actText } from "./act-names.ts";
import type { ScopedStore } from "./desk.ts";
import type { HistoryLine } from "./history-lines.ts";
import { nameAt } from "./in-sight.ts";

export interface HistoryRequest {
  readonly organisation?: string | undefined;
  readonly year?: string | undefined;
  /** Codes joined by commas: some acts of one name have several. */
  readonly act?: string | undefined;
  readonly search?: string | undefined;
  /** ISO dates. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: string | undefined;
}

export interface ToldLine extends HistoryLine {
  readonly organisationName: string;
  readonly actText: Bilingual;
  /** Done by command under a name that no account has. */
  readonly byCommand: boolean;
}

export interface FoundHistory {
  readonly lines: ToldLine[];
  readonly acts: { act: string; text: Bilingual }[];
  readonly more: boolean;
}

/** Of a computer's user; whoever acts by command may also give a person's name. */
const isUserName = /^[\x21-\x7e]+$/;

/** Positions are integers of the store. */
const lastPosition = 2_147_483_647;

/**
 * At most `limit` lines, newest first. What was done by command or from before accounts carries a user name alone: `people`
 * gives the names of accounts by it.
 * @throws Refusal for a date that is none.
 */
export async function searchHistory(
  store: ScopedStore,
  people: ReadonlyMap<string, string>,
  request: HistoryRequest,
  limit: number,
): Promise<FoundHistory> {
  const { organisation, year, act, before } = request;
  const search = request.search?.trim();
  return store.read(async (reader, desk) => {
    const organisations = await reader.organisations();
    const acts = (await desk.history.acts()).map((code) => ({ act: code, text: actText(code) }));
    const found = await desk.history.search({
      ...(organisation === undefined ? {} : { organisation }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(act === undefined ? {} : { acts: act.split(",") }),
      ...(search === undefined || search === ""
        ? {}
        : {
            search,
            searchActs: acts.filter(({ text }) => text.zh.includes(search) || isWithin(search, text.en)).map((each) => each.act),
            searchActors: [...people].filter(([, name]) => isWithin(search, name)).map(([username]) => username),
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
        name: line.isNamed ? line.name : (people.get(line.actor) ?? line.actor),
        byCommand: !line.isNamed && !people.has(line.actor) && isUserName.test(line.actor),
      })),
      acts: eachOnce(acts),
      more: found.length > limit,
    };
  });
}

function eachOnce(acts: FoundHistory["acts"]): FoundHistory["acts"] {
  const found = new Map<string, FoundHistory["acts"][number]>();
  for (const each of acts) {
    const same = found.get(each.text.zh);
    if (same) same.act += `,${each.act}`;
    else found.set(each.text.zh, { ...each });
  }
  return [...found.values()];
}

const isWithin = (search: string, text: string): boolean => text.toLowerCase().includes(search.toLowerCase());

function instantOf(field: string, date: string, time: string): string {
  if (!isIsoDate(date)) throw refuse("date-invalid", { field, found: date });
  return new Date(`${date}T${time}+08:00`).toISOString();
}
