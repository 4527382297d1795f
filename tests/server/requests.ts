/** Requests made up from the served OpenAPI document: what fits an operation, nearly fits it, or does not. */
import fc from "fast-check";
import type { OpenApi, Operation } from "../../src/server/open-api.ts";

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Call {
  readonly method: string;
  /** As in the contract: "/api/returns/{organisation}/{year}". */
  readonly template: string;
  readonly operation: Operation;
}

export function callsOf(contract: OpenApi): Call[] {
  return Object.entries(contract.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), template, operation })),
  );
}

export const isOpen = ({ operation }: Call): boolean => Array.isArray(operation.security) && operation.security.length === 0;

/** Path with parameters filled in; what is not given gets something that exists nowhere. */
export function pathOf(template: string, given: Readonly<Record<string, string>>): string {
  const otherwise: Readonly<Record<string, string>> = {
    year: "2019",
    hash: "current",
    ledger: "students.enrolment",
    code: "students.total",
    id: "00000000-0000-4000-8000-000000000000",
  };
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given[name] ?? otherwise[name] ?? "none"));
}

/** Values that fit a schema; `codes` stand wherever an organisation's code does. */
export function fitting(schema: JsonSchema, codes: readonly string[]): fc.Arbitrary<unknown> {
  const inner = (each: JsonSchema): fc.Arbitrary<unknown> => fitting(each, codes);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(inner));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(inner)).map((parts) => Object.assign({}, ...(parts as object[])) as unknown);
  const type = Array.isArray(schema.type) ? (schema.type as readonly string[])[0] : schema.type;
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e6), max: Math.min(schema.maximum ?? 3000, 1e6) });
    case "number":
      return fc.double({ min: 0, max: 1e6, noNaN: true });
    case "array":
      return fc.array(inner(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.max(schema.minItems ?? 0, 3) });
    case "object":
      return objects(schema, inner);
    case "string":
      return texts(schema, codes);
    default:
      return fc.constant({});
  }
}

function objects(schema: JsonSchema, inner: (each: JsonSchema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (schema.properties) {
    const fields = Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, inner(each)]));
    return fc.record(fields, { requiredKeys: [...(schema.required ?? [])].filter((name) => name in fields) });
  }
  const values = typeof schema.additionalProperties === "object" ? inner(schema.additionalProperties) : fc.string();
  return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), values, { maxKeys: 3 });
}

function texts(schema: JsonSchema, codes: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.format === "uuid") return fc.uuid();
  if (schema.format === "email") return fc.emailAddress();
  if (schema.format === "date")
    return fc
      .date({ min: new Date("2015-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  if (schema.pattern?.startsWith("^\\d{6}(")) return fc.constantFrom(...codes);
  if (schema.pattern?.startsWith("^(form|row"))
    return fc.constantFrom(
      "form/students.enrolment/students.total",
      "row/programmes.register/x",
      "none/programmes.register",
      "material/m1",
      "explanation/any",
      "form/none/none",
      "row/none/-",
    );
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  const minLength = schema.minLength ?? 0;
  return fc.string({ minLength, maxLength: Math.min(schema.maxLength ?? 24, Math.max(24, minLength)), unit: "grapheme" });
}

/** A value of the wrong kind somewhere in what fits. */
export function misfitting(schema: JsonSchema, codes: readonly string[]): fc.Arbitrary<unknown> {
  const strange = fc.constantFrom<unknown>(
    null,
    "",
    "\u0000",
    "\ud800",
    -1,
    1e300,
    0.5,
    [],
    {},
    true,
    "x".repeat(70_000),
    "'; drop table returns; --",
    "2019-02-30",
    { a: [{ b: null }] },
    "无",
  );
  return fc.oneof(
    strange,
    fc.tuple(fitting(schema, codes), fc.nat(), strange).map(([value, at, other]) => {
      if (typeof value !== "object" || value === null) return other;
      const names = Object.keys(value);
      const name = names[at % Math.max(1, names.length)] ?? "added";
      return Array.isArray(value) ? [other] : { ...value, [name]: other };
    }),
  );
}

/** Body of an operation as a request sends it: JSON, or a form with a file. */
export function bodyOf({ operation }: Call): { readonly kind: "json" | "form"; readonly schema: JsonSchema } | null {
  const content = operation.requestBody?.content as Readonly<Record<string, { readonly schema: JsonSchema }>> | undefined;
  if (!content) return null;
  const json = content["application/json"];
  if (json) return { kind: "json", schema: json.schema };
  const form = content["multipart/form-data"];
  return form ? { kind: "form", schema: form.schema } : null;
}

/** A form from the fields of an object; the field "file" becomes a file of `bytes`. */
export function formOf(fields: unknown, bytes: Uint8Array<ArrayBuffer>, name: string): FormData {
  const form = new FormData();
  form.append("file", new File([bytes], name));
  if (typeof fields === "object" && fields !== null)
    for (const [field, value] of Object.entries(fields))
      if (field !== "file") form.append(field, typeof value === "string" ? value : JSON.stringify(value ?? null));
  return form;
}
