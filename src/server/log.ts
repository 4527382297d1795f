/** One log line for each request of the interface: what was asked, how it ended, how long it took; people appear by account id alone. */
import type { MiddlewareHandler } from "hono";
import type { Log } from "./world.ts";

/** Milliseconds are rounded to tenths. Paths that the contract does not know are not written down: they may hold anything. */
export function logged(log: Log): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    log.info(
      {
        method: context.req.method,
        path: context.get("template") ?? "(unknown)",
        status: context.res.status,
        ms: Math.round((performance.now() - start) * 10) / 10,
        account: context.get("account") ?? null,
      },
      "request",
    );
  };
}
