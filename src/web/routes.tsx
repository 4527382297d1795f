/** Where every page lives. Pages load when they are opened; each room adds its routes in a file of its own below routes/. */
import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { ErrorPage, NotFoundPage } from "./components/problem.tsx";
import { fillRoutes } from "./routes/fill.tsx";
import { officeRoutes, openRoutes } from "./routes/office.tsx";
import { readingRoutes } from "./routes/reading.tsx";
import { reviewRoutes } from "./routes/review.tsx";
import { rootRoute, shellRoute } from "./routes/root.ts";

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: rootRoute.addChildren([
      ...openRoutes,
      shellRoute.addChildren([...officeRoutes, ...fillRoutes, ...reviewRoutes, ...readingRoutes]),
    ]),
    context: { queries },
    defaultPreload: "intent",
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
