/** Pages of other addresses may not act for whoever is signed in here: browsers say where a request comes from, and only our own is taken. */
import type { MiddlewareHandler } from "hono";
import { problemResponse } from "./problem.ts";

/** Programs that are no browser name no origin, and hold no cookie that they were not given. */
export const sameOrigin: MiddlewareHandler = async (context, next) => {
  if (context.req.method !== "GET" && context.req.method !== "HEAD" && !isOurs(context.req.raw.headers, context.req.url))
    return problemResponse(403, "请求来自其他网址，已拒绝", "the request comes from another origin");
  return next();
};

function isOurs(headers: Headers, url: string): boolean {
  if (headers.get("sec-fetch-site") === "cross-site") return false;
  const origin = headers.get("origin");
  if (origin === null) return true;
  try {
    return new URL(origin).host === (headers.get("host") ?? new URL(url).host);
  } catch {
    return false;
  }
}
