/** Addresses of reading: /report, /indicators, /audit, /dictionary. */
import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "./lazy-page.tsx";
import { shellRoute } from "./root.ts";

type Given = Readonly<Record<string, unknown>>;

/** `figure` is the one whose trace is open; "accepted" and "all" say which returns count. */
const reportSearch = (given: Given): { figure?: string; scope?: "accepted" | "all" } => ({
  ...(typeof given.figure === "string" && /^f\d+$/.test(given.figure) ? { figure: given.figure } : {}),
  ...(given.scope === "accepted" || given.scope === "all" ? { scope: given.scope } : {}),
});

const reportPage = lazyPage(() => import("../pages/reading/report/report-page.tsx"), "ReportPage");

/** `organisation` whose lines, `with` those side by side (codes, comma-separated), `code` whose trace is open. */
const indicatorSearch = (given: Given): { organisation?: string; scope?: "accepted" | "all"; with?: string; code?: string } => ({
  ...(given.scope === "accepted" || given.scope === "all" ? { scope: given.scope } : {}),
  ...(typeof given.organisation === "string" ? { organisation: given.organisation } : {}),
  ...(typeof given.with === "string" ? { with: given.with } : {}),
  ...(typeof given.code === "string" ? { code: given.code } : {}),
});

export const readingRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: "/report/$year", validateSearch: reportSearch, component: reportPage }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/report/$organisation/$year",
    validateSearch: reportSearch,
    component: reportPage,
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/indicators/$year",
    validateSearch: indicatorSearch,
    component: lazyPage(() => import("../pages/reading/indicators/indicators-page.tsx"), "IndicatorsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/audit",
    component: lazyPage(() => import("../pages/reading/audit/audit-page.tsx"), "AuditPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/dictionary",
    validateSearch: (given: Given): { code?: string } => (typeof given.code === "string" ? { code: given.code } : {}),
    component: lazyPage(() => import("../pages/reading/dictionary/dictionary-page.tsx"), "DictionaryPage"),
  }),
] as const;
