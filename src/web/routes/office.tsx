/** Addresses of the frame and the offices' pages: sign-in, home, the person's own account. */
import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "./lazy-page.tsx";
import { rootRoute, shellRoute } from "./root.ts";

/** Pages before anybody is signed in. */
export const openRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in",
    validateSearch: (search: Record<string, unknown>): { to?: string } => (typeof search.to === "string" ? { to: search.to } : {}),
    component: lazyPage(() => import("../pages/sign-in.tsx"), "SignIn"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup",
    validateSearch: (search: Record<string, unknown>): { token?: string } =>
      typeof search.token === "string" || typeof search.token === "number" ? { token: String(search.token) } : {},
    component: lazyPage(() => import("../pages/setup.tsx"), "SetupPage"),
  }),
] as const;

export const officeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/",
    component: lazyPage(() => import("../pages/home/home.tsx"), "Home"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/account",
    component: lazyPage(() => import("../pages/account.tsx"), "AccountPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/board/$year",
    component: lazyPage(() => import("../pages/season/board.tsx"), "BoardPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/matrix/$year",
    component: lazyPage(() => import("../pages/season/matrix.tsx"), "MatrixPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/reminders",
    component: lazyPage(() => import("../pages/season/reminders.tsx"), "RemindersPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/admin/organisations",
    component: lazyPage(() => import("../pages/administration/organisations.tsx"), "OrganisationsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/admin/accounts",
    component: lazyPage(() => import("../pages/administration/accounts.tsx"), "AccountsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/admin/cycles",
    component: lazyPage(() => import("../pages/administration/cycles.tsx"), "CyclesPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/admin/breaks",
    component: lazyPage(() => import("../pages/administration/breaks.tsx"), "BreaksPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/admin/keeping",
    component: lazyPage(() => import("../pages/administration/keeping.tsx"), "KeepingPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/admin/exports",
    component: lazyPage(() => import("../pages/administration/exports/exports.tsx"), "ExportsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/guide",
    validateSearch: (search: Record<string, unknown>): { place?: string; chapter?: string; section?: string } => ({
      ...(typeof search.place === "string" ? { place: search.place } : {}),
      ...(typeof search.chapter === "string" ? { chapter: search.chapter } : {}),
      ...(typeof search.section === "string" ? { section: search.section } : {}),
    }),
    component: lazyPage(() => import("../pages/guide/guide.tsx"), "GuidePage"),
  }),
] as const;
