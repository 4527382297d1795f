/** better-auth on our own PostgreSQL: sign-in by user name, sessions, password hashes. Everything else it offers is off. */
import { betterAuth } from "better-auth";
import { username } from "better-auth/plugins";
import type { Kysely } from "kysely";
import type { Tables } from "../postgres/tables.ts";

export interface AuthOptions {
  readonly database: Kysely<Tables>;
  /** Signs cookies; kept with the installation. */
  readonly secret: string;
  readonly secure: boolean;
}

/** Long enough for a working day; a session in use is prolonged each hour. */
const sessionSeconds = 12 * 60 * 60;
const hour = 60 * 60;
/** Seconds before its end from which on a session in use is prolonged. */
export const prolongedWithin = sessionSeconds - hour;
export const minimumPasswordLength = 10;

export type Auth = ReturnType<typeof createAuth>;

export function createAuth({ database, secret, secure }: AuthOptions) {
  return betterAuth({
    database: { db: database, type: "postgres" },
    secret,
    basePath: "/api/auth",
    // The address under which an office reaches the server is its own: whatever host the browser used is trusted for itself alone.
    trustedOrigins: (request?: Request) => {
      const host = request?.headers.get("host");
      return host ? [`http://${host}`, `https://${host}`] : [];
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: minimumPasswordLength, maxPasswordLength: 128 },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 40, usernameValidator: (name) => /^[a-zA-Z0-9._-]+$/.test(name) })],
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        organisation: { type: "string", required: true, input: false },
        ledgers: { type: "string", required: false, input: false },
        disabled: { type: "boolean", required: false, input: false },
        mustChange: { type: "boolean", required: false, input: false },
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: hour },
    // An office stands behind one address: the limit is for machines, the lock-out of an account for guessing.
    rateLimit: { enabled: true, window: 60, max: 600, customRules: { "/sign-in/username": { window: 60, max: 120 } } },
    // Where a request comes from was asked before it came here (src/server/origin.ts).
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: "zhibao",
      useSecureCookies: secure,
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: ["x-zhibao-peer"] },
    },
  });
}
