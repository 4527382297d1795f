/** Addresses of signing and reviewing: /confirm, /sign, /review, /corrections, /history. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "./root.ts";

export const reviewRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/review",
    component: lazyRouteComponent(() => import("../pages/review/queue.tsx"), "ReviewQueue"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/review/$organisation/$year",
    component: lazyRouteComponent(() => import("../pages/review/review-page.tsx"), "ReviewPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/corrections",
    component: lazyRouteComponent(() => import("../pages/review/corrections.tsx"), "Corrections"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/history",
    component: lazyRouteComponent(() => import("../pages/review/history.tsx"), "History"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sign/$year",
    component: lazyRouteComponent(() => import("../pages/signing/sign.tsx"), "SignPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/confirm/$year",
    component: lazyRouteComponent(() => import("../pages/signing/confirm.tsx"), "ConfirmPage"),
  }),
] as const;
