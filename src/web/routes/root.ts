/** The two routes under which every page hangs: the root, and the frame that needs somebody signed in. */
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, Outlet, redirect } from "@tanstack/react-router";
import { meQuery } from "../session.ts";
import { lazyPage } from "./lazy-page.tsx";

export interface RouterContext {
  readonly queries: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet });

/** Everything below it needs somebody signed in, with a password of the person's own. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  beforeLoad: async ({ context, location }) => {
    const me = await context.queries.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: "/sign-in", search: { to: location.href } });
    if (me.mustChangePassword && location.pathname !== "/account") throw redirect({ to: "/account" });
  },
  component: lazyPage(() => import("../components/shell.tsx"), "Shell"),
});
