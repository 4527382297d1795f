/** The secret that signs session cookies: made once for an installation. */
import { randomBytes } from "node:crypto";

export const newCookieSecret = (): string => randomBytes(32).toString("hex");
