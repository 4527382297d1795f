/** Addresses of filling a return: /fill/$year and /fill/$year/$ledger; ?organisation= reads one below the own. */
import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "./lazy-page.tsx";
import { shellRoute } from "./root.ts";

export interface FillSearch {
  readonly organisation?: string;
  /** Cell key, row or material to go to, when the page is opened from elsewhere. */
  readonly cell?: string;
}

const frameRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/fill/$year",
  validateSearch: (search: Record<string, unknown>): FillSearch => ({
    ...(typeof search.organisation === "string" ? { organisation: search.organisation } : {}),
    ...(typeof search.cell === "string" ? { cell: search.cell } : {}),
  }),
  component: lazyPage(() => import("../pages/fill/frame.tsx"), "FillingFrame"),
});

const ledgersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/",
  component: lazyPage(() => import("../pages/fill/ledgers.tsx"), "LedgersPage"),
});

const ledgerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/$ledger",
  component: lazyPage(() => import("../pages/fill/ledger.tsx"), "LedgerPage"),
});

export const fillRoutes = [frameRoute.addChildren([ledgersRoute, ledgerRoute])] as const;
