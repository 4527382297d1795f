/** Pieces of statements that go to the server many in one message, where no parameters can stand. */
import { assertScope } from "../walls.ts";

/** A value as PostgreSQL reads it; backslashes are plain in texts there (connections.ts sees to it). */
export function literal(value: string | number | null | readonly string[]): string {
  if (value === null) return "null";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : `{${value.map((each) => `"${inArray(each)}"`).join(",")}}`;
  return `'${text.includes("'") ? text.replaceAll("'", "''") : text}'`;
}

const inArray = (text: string): string => (/["\\]/.test(text) ? text.replaceAll(/["\\]/g, "\\$&") : text);

/** Sets whose rows are seen from here on, and tells in `walled` whether row-level security binds this session. */
export function scopeStatement(scope: string): string {
  assertScope(scope);
  return `select set_config('zhibao.scope', ${literal(scope)}, true), row_security_active('working_slots') as walled`;
}
