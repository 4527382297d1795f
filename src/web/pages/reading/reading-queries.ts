/** What the reading pages ask the server, each with its key. */
import { queryOptions } from "@tanstack/react-query";
import type { PrintedReport } from "../../../app/printed-report.ts";
import { call } from "../../client.ts";

interface ReportAnswer {
  readonly hash: string;
  readonly report: PrintedReport;
}

/** "accepted": only returns accepted or locked; "all": provisional ones too. */
export type DataScope = "accepted" | "all";

export const acceptedOnly = (scope: DataScope): "true" | "false" => (scope === "accepted" ? "true" : "false");

export const organisationsQuery = queryOptions({
  queryKey: ["organisations"],
  queryFn: () => call("GET /api/organisations", {}),
  staleTime: 300_000,
});

export const figuresQuery = (organisation: string, year: number, scope: DataScope) =>
  queryOptions({
    queryKey: ["figures", organisation, year, scope],
    queryFn: () =>
      call("GET /api/figures/{organisation}/{year}", { params: { organisation, year }, query: { acceptedOnly: acceptedOnly(scope) } }),
    staleTime: 30_000,
  });

export const tracedFigureQuery = (organisation: string, year: number, scope: DataScope, code: string) =>
  queryOptions({
    queryKey: ["figures", organisation, year, scope, code],
    queryFn: () =>
      call("GET /api/figures/{organisation}/{year}/{code}", {
        params: { organisation, year, code },
        query: { acceptedOnly: acceptedOnly(scope) },
      }),
  });

/** Asks again every minute; the server answers briefly while nothing has changed. */
export const reportQuery = (organisation: string, year: number, scope: DataScope) =>
  queryOptions({
    queryKey: ["report", organisation, year, scope],
    queryFn: async ({ client, queryKey }): Promise<ReportAnswer> => {
      const known = client.getQueryData<ReportAnswer>(queryKey);
      const answer = await call("GET /api/reports/{organisation}/{year}", {
        params: { organisation, year },
        query: { acceptedOnly: acceptedOnly(scope), ...(known ? { known: known.hash } : {}) },
      });
      if (answer.report === null) return known!;
      return { hash: answer.hash, report: answer.report };
    },
    refetchInterval: 60_000,
    staleTime: 20_000,
  });

export const reportFigureQuery = (organisation: string, year: number, scope: DataScope, hash: string, figure: string) =>
  queryOptions({
    queryKey: ["report-figure", organisation, year, scope, hash, figure],
    queryFn: () =>
      call("GET /api/reports/{organisation}/{year}/figures/{figure}", {
        params: { organisation, year, figure },
        query: { acceptedOnly: acceptedOnly(scope) },
      }),
    staleTime: Infinity,
  });
