/** Addresses of signing and reviewing: /confirm, /sign, /review, /corrections, /history. */
import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "./lazy-page.tsx";
import { shellRoute } from "./root.ts";

export const reviewRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/review",
    component: lazyPage(() => import("../pages/review/queue.tsx"), "ReviewQueue"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/review/$organisation/$year",
    component: lazyPage(() => import("../pages/review/review-page.tsx"), "ReviewPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/corrections",
    component: lazyPage(() => import("../pages/review/corrections.tsx"), "Corrections"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/history",
    component: lazyPage(() => import("../pages/review/history.tsx"), "History"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sign/$year",
    component: lazyPage(() => import("../pages/signing/sign.tsx"), "SignPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/confirm/$year",
    component: lazyPage(() => import("../pages/signing/confirm.tsx"), "ConfirmPage"),
  }),
] as const;
