/**
 * The shape of one endpoint. The whole HTTP interface is plain data ("METHOD /path" → what goes in and
 * comes out): the server mounts it, OpenAPI is written from it, and the web's client is typed by it.
 */
import { z } from "zod";
import type { Policy } from "../../app/policies/policies.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Key = `${Method} /${string}`;

/** A file that comes back, with its media type. */
export interface FileResponse {
  readonly file: string;
}

export interface Endpoint {
  /** What it does, in Chinese. */
  readonly summary: string;
  /** Who may; "anyone" needs no session. */
  readonly policy: Policy | "anyone";
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A file sent as multipart/form-data in the field "file"; other fields are those of `body`. */
  readonly upload?: true;
  /** Fields in which further files may come beside it. */
  readonly besides?: readonly string[];
  /** The answer comes with a weak ETag; sent back as If-None-Match it is answered by 304 while nothing has moved. */
  readonly validated?: true;
  /** Null answers 204. */
  readonly response: z.ZodType | FileResponse | null;
}

export type Endpoints = Readonly<Record<Key, Endpoint>>;

/** Names in braces of a path. */
export type ParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

/** Values of the engine's own types: sent as they are, described in OpenAPI as objects. */
export function plain<T>(description: string): z.ZodType<T> {
  return z.custom<T>((value) => typeof value === "object" && value !== null).meta({ description, type: "object" }) as z.ZodType<T>;
}

export const organisationCode = z.string().regex(/^\d{6}(-\d{2,})?$/, "六位行政区划代码，学校再加“-序号”，如 411000-01");
export const yearText = z.string().regex(/^(19|20)\d{2}$/, "四位年度，如 2019");
export const isoDate = z.iso.date("日期，如 2019-09-01");
export const instant = z.string().meta({ description: "ISO 8601，UTC" });
/** Chinese and English of one message. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });
/** What is wrong in a row of an uploaded table. */
export const tableProblem = z.object({
  row: z.number().int(),
  column: z.string(),
  found: z.string(),
  expected: z.string(),
  message: bilingual,
});
